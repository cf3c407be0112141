"""From the items of a sentence to its maximal actor phrases: within a run, over possessives, "of" and appositions."""

from itertools import pairwise

from detente.mentions.joining import join_phrases
from detente.mentions.phrases import Phrase, Run, is_qualifier, runs_of
from detente.mentions.scanning import Item
from detente.mentions.words import ActorWords
from detente.record.reading import ParsedSentence

PLURAL = frozenset({"NNS", "NNPS"})
SUFFIXES = frozenset({"ii", "iii", "iv", "jr", "jr.", "sr", "sr."})


def phrases_of(parsed: ParsedSentence, items: tuple[Item, ...], words: ActorWords) -> list[Phrase]:
    """Maximal actor phrases of a sentence, in the order of the text."""
    found: list[Phrase] = []
    for chain in runs_of(parsed, items, words):
        found.extend(_chain(parsed, chain, words))
    return join_phrases(parsed, sorted(found, key=lambda phrase: (phrase.first, phrase.last)), words)


def _chain(parsed: ParsedSentence, chain: list[Run], words: ActorWords) -> list[Phrase]:
    """Phrases of runs joined by possessive marks; an owner joins the phrase it owns."""
    found: list[Phrase] = []
    owner: Phrase | None = None
    for run in chain:
        phrases = _run(parsed, _named_items(parsed, run.items, words), run)
        if owner is not None:
            if phrases and _can_be_owned(phrases[0], run):
                owned = phrases[0]
                phrases[0] = owned._replace(first=owner.first, owners=(owner,), rules=(*owned.rules, "rule:possessive"))
            else:
                found.append(owner)
            owner = None
        if run.possessive and phrases and phrases[-1].last == run.last:
            owner = phrases.pop()
        found.extend(phrases)
    if owner is not None:
        found.append(owner)
    return found


def _can_be_owned(phrase: Phrase, run: Run) -> bool:
    """An actor noun or a name without an owner of its own: Israel's ARMY, not Syria's ally Iran."""
    if phrase.owners or phrase.head.kind in ("state", "town", "body"):
        return False
    first = phrase.titles[0] if phrase.titles else phrase.head
    return not run.items or first.first <= run.items[0].first


def _named_items(parsed: ParsedSentence, items: tuple[Item, ...], words: ActorWords) -> list[Item]:
    """Drop qualifiers that keep their distance ("Iranian-backed", "anti-Syria"); put personal names together."""
    kept = [item for item in items if not _distant(parsed, item, words)]
    found: list[Item] = []
    for item in kept:
        before = found[-1] if found and found[-1].last + 1 == item.first else None
        joined = _personal(parsed, before, item, words) if before is not None else None
        if joined is None:
            found.append(item)
        else:
            found[-1] = joined
    return found


def _personal(parsed: ParsedSentence, before: Item, item: Item, words: ActorWords) -> Item | None:
    """Join two adjacent pieces of a personal name, or return None if they are none."""
    if item.kind == "surname" and before.kind in ("unknown", "surname"):
        return item._replace(first=before.first)
    if item.kind == "unknown" and before.kind == "surname" and not _title_case(parsed):
        suffix = parsed.tokens[item.first].text.lower() in SUFFIXES
        return before if suffix else Item(before.first, item.last, "unknown")
    return Item(before.first, item.last, "unknown") if _is_name(parsed, before, item, words) else None


def _is_name(parsed: ParsedSentence, before: Item, item: Item, words: ActorWords) -> bool:
    """Whether a town, state or newspaper is part of a personal name: "Jackson Ruiz", "Chad Ruiz"."""
    if item.kind == "unknown" and _is_outlet(before) and before.first == before.last:
        return True
    if {item.kind, before.kind} == {"unknown", "town"} and not _title_case(parsed):
        return not words.has("unit", parsed.tokens[item.last].text.lower())  # the Kaduna State government
    given = _given_name(parsed, before, words) and item.kind in ("unknown", "surname")
    return given or (_given_name(parsed, item, words) and before.kind in ("unknown", "surname"))


def _title_case(parsed: ParsedSentence) -> bool:
    """Every longer word with a capital, as in a headline: there "Clinton Visit" is no personal name."""
    longer = [token for token in parsed.tokens if len(token.text) > 4 and token.text.isalpha()]
    return parsed.sentence.headline or all(token.text[0].isupper() for token in longer)


def _is_outlet(item: Item) -> bool:
    """A newspaper's name is often a common word: "Liberation" before another name is none."""
    return item.kind == "body" and all(line.code.endswith("JRN") for line in item.names)


def _given_name(parsed: ParsedSentence, item: Item, words: ActorWords) -> bool:
    """A state that is a first or last name too: Jordan, Chad, Georgia."""
    return item.kind == "state" and words.has("given_name", parsed.tokens[item.first].text)


def _distant(parsed: ParsedSentence, item: Item, words: ActorWords) -> bool:
    """Whether a state or body stands in a compound that says the actor is somebody else."""
    if item.kind not in ("state", "body"):
        return False
    tokens, first, last = parsed.tokens, item.first, item.last
    if first and words.has("ethnic", tokens[first - 1].text.lower()):
        return True
    hyphen = first >= 2 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    if hyphen and words.has("distance_prefix", tokens[first - 2].text.lower()):
        return True
    if last + 2 >= len(tokens) or tokens[last + 1].text != "-":
        return False
    tied = tokens[last + 2]
    close = tokens[last + 1].end == tied.start and tied.text[0].islower()
    return close and not (words.has("leading", tied.text) or words.has("based", tied.text))


def _run(parsed: ParsedSentence, items: list[Item], run: Run) -> list[Phrase]:
    """Phrases of one run: the last actor word is the head, what stands before it qualifies it."""
    at = next((n for n in range(len(items) - 1, -1, -1) if _is_head(parsed, items, n)), -1)
    if at < 0:
        return [Phrase(item.first, item.last, item) for item in items]
    head, before = items[at], [item for item in items[:at] if item.kind != "unknown" or item.last > item.first]
    rest = [Phrase(item.first, item.last, item) for item in items[at + 1 :]]
    if head.kind == "agent":
        strange = ("rule:unknown-qualifier",) if any(item.kind == "unknown" for item in items[:at]) else ()
        phrases = _agent(parsed, head, before, run)
        return [*(phrase._replace(rules=phrase.rules + strange) for phrase in phrases), *rest]
    if head.kind == "body":
        return [*_body(parsed, head, before, run), *rest]
    titles = _titles(parsed, before, head)
    earlier = before[: len(before) - len(titles)]
    modifier = _modifies(parsed, head, run)
    if not titles and earlier and _adjacent_adjective(earlier[-1], head):
        owner = Phrase(earlier[-1].first, earlier[-1].last, earlier[-1])
        phrase = Phrase(owner.first, head.last, head, (owner,), (), modifier, ("rule:qualified-name",))
        return [*_run(parsed, earlier[:-1], run), phrase, *rest]
    if not titles:
        return [*_run(parsed, earlier, run), Phrase(head.first, head.last, head, modifier=modifier), *rest]
    owners = tuple(sorted(_run(parsed, earlier, run), key=lambda phrase: phrase.head.kind == "town"))
    first = _start(parsed, min([titles[0].first, *(owner.first for owner in owners)]), titles[-1], run)
    strange = ("rule:unknown-qualifier",) if any(item.kind == "unknown" for item in items[:at]) else ()
    rules = ("rule:title-name", *strange)
    phrase = Phrase(first, head.last, head, owners, titles, modifier, rules)
    return [phrase, *rest]


def _is_head(parsed: ParsedSentence, items: list[Item], n: int) -> bool:
    item = items[n]
    if item.kind != "unknown":
        return item.kind not in ("state", "town")
    titled = n > 0 and items[n - 1].kind == "agent" and not _is_plural(parsed, items[n - 1])
    return item.last > item.first or titled


def _is_plural(parsed: ParsedSentence, item: Item) -> bool:
    return parsed.tokens[item.last].tag in PLURAL


def _titles(parsed: ParsedSentence, before: list[Item], head: Item) -> tuple[Item, ...]:
    """Role nouns right before a name (an honorific may stand between); a plural one is no title."""
    found: list[Item] = []
    at = head.first
    for item in reversed(before):
        if item.kind != "agent" or at - item.last > 2 or _is_plural(parsed, item):
            break
        found.insert(0, item)
        at = item.first
    return tuple(found)


def _agent(parsed: ParsedSentence, head: Item, before: list[Item], run: Run) -> list[Phrase]:
    """A role noun with what qualifies it; coordinated qualifiers make a phrase each."""
    titles: list[Item] = []
    while before and before[-1].kind == "agent":
        titles.insert(0, before.pop())
    qualifiers = [item for item in before if item.kind != "unknown"]
    modifier = _modifies(parsed, head, run)
    if _coordinated(parsed, qualifiers):
        pieces = [Phrase(item.first, item.last, item) for item in qualifiers]
        phrases = [
            Phrase(piece.first, piece.last, head, (piece,), tuple(titles), modifier, ("rule:coordinated-qualifiers",))
            for piece in pieces
        ]
        phrases[-1] = phrases[-1]._replace(last=head.last)
        return phrases
    owners = tuple(_run(parsed, qualifiers, run._replace(last=qualifiers[-1].last))) if qualifiers else ()
    first = min([head.first, *(item.first for item in (*before, *titles))])
    rules = ("rule:qualified-role",) if owners else ()
    return [Phrase(_start(parsed, first, head, run), head.last, head, owners, tuple(titles), modifier, rules)]


def _body(parsed: ParsedSentence, head: Item, before: list[Item], run: Run) -> list[Phrase]:
    """An institution or organisation; an adjective of a state right before it belongs to it."""
    modifier = _modifies(parsed, head, run)
    if before and before[-1].kind == "agent" and before[-1].last + 1 == head.first:
        # "the news agency Itar-Tass": the role noun only says what the body is
        role = before.pop()
        start = _start(parsed, role.first, head, run)
        return [
            *_run(parsed, before, run),
            Phrase(start, head.last, head, (), (role,), modifier, ("rule:described-body",)),
        ]
    if before and _adjacent_adjective(before[-1], head):
        owner = Phrase(before[-1].first, before[-1].last, before[-1])
        phrase = Phrase(owner.first, head.last, head, (owner,), (), modifier, ("rule:qualified-body",))
        return [*_run(parsed, before[:-1], run), phrase]
    return [*_run(parsed, before, run), Phrase(head.first, head.last, head, modifier=modifier)]


def _adjacent_adjective(item: Item, head: Item) -> bool:
    """An adjective of a state right before a name: "Russian Gazprom", "Saudi King Salman"."""
    return item.kind == "state" and is_qualifier(item) and item.last + 1 == head.first


def _coordinated(parsed: ParsedSentence, items: list[Item]) -> bool:
    """Whether all these qualifiers are joined by "and" or commas."""
    if len(items) < 2 or not all(is_qualifier(item) for item in items):
        return False
    gaps = [parsed.tokens[left.last + 1 : right.first] for left, right in pairwise(items)]
    return all(len(gap) == 1 and (gap[0].pos == "CCONJ" or gap[0].text in (",", "-")) for gap in gaps)


def _modifies(parsed: ParsedSentence, head: Item, run: Run) -> bool:
    """Whether a further noun follows in the run, so that the head only qualifies it."""
    return any(token.pos in ("NOUN", "PROPN") for token in parsed.tokens[head.last + 1 : run.last + 1])


def _start(parsed: ParsedSentence, first: int, head: Item, run: Run) -> int:
    """Move the start left over adjectives and nouns that hang on the phrase: "senior Israeli officials"."""
    while first > run.first:
        token = parsed.tokens[first - 1]
        if token.pos not in ("ADJ", "NOUN", "PROPN") or not first - 1 < token.head <= head.last:
            break
        first -= 1
    return first
