"""Phrases that are one actor across other words: "the president of Armenia", "the Russian minister, Ivan Petrov,"."""

from detente.mentions.phrases import PEOPLE, Phrase
from detente.mentions.words import ActorWords
from detente.record.reading import ParsedSentence

# Armies and governments stand in many countries; "troops in Iraq" says nothing of whose they are.
ABROAD = frozenset({"MIL"})
POSTED = frozenset({"AMB", "ENVOY"})
PLURAL = frozenset({"NNS", "NNPS"})


def join_phrases(parsed: ParsedSentence, phrases: list[Phrase], words: ActorWords) -> list[Phrase]:
    """Join phrases in the order of the text."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        joined = _join(parsed, before, phrase, words) if before is not None else None
        shared = _shares_role(parsed, before, phrase) if before is not None and joined is None else None
        if shared is not None:
            found.append(shared)
        elif joined is None:
            found.append(phrase)
        else:
            found[-1:] = joined
    return found


def _shares_role(parsed: ParsedSentence, before: Phrase, phrase: Phrase) -> Phrase | None:
    """A further owner of a plural role: "the presidents of Peru and CHILE", "leaders of Kenya, UGANDA and Chad"."""
    if phrase.head.kind not in ("state", "body") or phrase.owners or phrase.titles or phrase.modifier:
        return None
    gap = [token for token in parsed.tokens[before.last + 1 : phrase.first] if token.pos != "DET"]
    if not gap or any(token.pos != "CCONJ" and token.text != "," for token in gap):
        return None
    plural = before.head.kind == "agent" and parsed.tokens[before.head.last].tag in PLURAL
    of = {"rule:of", "rule:shared-role"} & set(before.rules)
    if not plural or not of or parsed.tokens[phrase.head.last].dep not in ("conj", "appos", "pobj"):
        return None
    return phrase._replace(head=before.head, owners=(phrase,), titles=before.titles, rules=("rule:shared-role",))


def _join(parsed: ParsedSentence, before: Phrase, phrase: Phrase, words: ActorWords) -> tuple[Phrase, ...] | None:
    """What two neighbouring phrases become, or None if they stay as they are."""
    gap = [token for token in parsed.tokens[before.last + 1 : phrase.first] if token.pos != "DET"]
    link = [token.text.lower() for token in gap if not words.has("honorific", token.text.lower())]
    if before.last + 1 == phrase.first and "rule:of" in before.rules and phrase.head.kind in (*PEOPLE, "unknown"):
        return (_name(before, phrase, "rule:title-name"),)
    if link == [","]:
        return _apposition(parsed, before, phrase)
    if before.head.kind == "person" and link == ["of"] and phrase.head.kind == "state":
        same = before.head.names[0].code[:3] == phrase.head.names[0].code[:3]
        return (before._replace(last=phrase.last),) if same else None
    if [word for word in link if not words.has("direction", word)] == ["of"] and _are_abroad(parsed, before, phrase):
        return (before._replace(owners=(phrase,), rules=(*before.rules, "rule:people-abroad")), phrase)
    if before.head.kind == "agent" and not before.modifier and link:
        return _linked(parsed, before, phrase, link, words)
    return None


def _are_abroad(parsed: ParsedSentence, before: Phrase, phrase: Phrase) -> bool:
    """The Albanians of Serbia are people of the state they live in, Americans in Serbia are not."""
    if before.head.kind != "state" or phrase.head.kind != "state" or before.owners or before.titles:
        return False
    demonym = parsed.tokens[before.head.last].tag in PLURAL and parsed.tokens[before.head.last].text.endswith("s")
    kinds = {line.kind for line in before.head.names}
    return demonym and "name" not in kinds and before.head.names[0].code[:3] != phrase.head.names[0].code[:3]


def _linked(
    parsed: ParsedSentence, before: Phrase, phrase: Phrase, link: list[str], words: ActorWords
) -> tuple[Phrase, ...] | None:
    """A role noun, a preposition and what follows: "the president of", "envoy to", "spokesman for", "police in"."""
    if link == ["of"]:
        return _of(before, phrase)
    if link == ["to"] and _role(before) in POSTED and phrase.head.kind == "state":
        return (before._replace(rules=(*before.rules, "rule:posted-to")), phrase)
    if before.owners:
        return None
    if link in (["for"], ["at"], ["with"]) and _generic(parsed, before, words) and phrase.head.kind != "state":
        return _of(before, phrase)
    return _located(parsed, before, phrase, link, words)


def _role(phrase: Phrase) -> str:
    return phrase.head.agent.role if phrase.head.agent is not None else ""


def _generic(parsed: ParsedSentence, phrase: Phrase, words: ActorWords) -> bool:
    return words.has("generic", parsed.tokens[phrase.head.last].lemma)


def _of(before: Phrase, phrase: Phrase) -> tuple[Phrase, ...] | None:
    """The president of Armenia; the head of the Russian army; the speaker of parliament."""
    if before.owners or phrase.head.kind == "unknown":
        return None
    rules = (*before.rules, "rule:of")
    if phrase.head.kind == "agent":
        titles = (*phrase.titles, phrase.head, *before.titles)
        return (before._replace(last=phrase.last, owners=phrase.owners, titles=titles, rules=rules),)
    return (before._replace(last=phrase.last, owners=(phrase,), rules=rules),)


def _located(
    parsed: ParsedSentence, before: Phrase, phrase: Phrase, link: list[str], words: ActorWords
) -> tuple[Phrase, ...] | None:
    """Police in Baghdad, a group based in Beirut: where they are says whose they are, except for armies."""
    based = len(link) == 2 and words.has("based", link[0])
    if not based and (len(link) != 1 or link[0] not in ("in", "from", "inside", "across")):
        return None
    sectors = {item.agent.sector for item in (*before.titles, before.head) if item.agent is not None}
    posted = words.has("posted", parsed.tokens[before.head.last].lemma)
    if phrase.head.kind not in ("state", "town", "body") or phrase.owners or posted or sectors & ABROAD:
        return None
    return before._replace(owners=(phrase,), rules=(*before.rules, "rule:located")), phrase


def _apposition(parsed: ParsedSentence, before: Phrase, phrase: Phrase) -> tuple[Phrase, ...] | None:
    """The Russian minister, Ivan Petrov; Ivan Petrov, a Russian diplomat: one actor."""
    head = parsed.tokens[phrase.head.last]
    named, described = phrase.head.kind in (*PEOPLE, "unknown"), before.head.kind == "agent" and not before.modifier
    closed = phrase.last + 1 < len(parsed.tokens) and parsed.tokens[phrase.last + 1].text in (",", "-", "–")
    if named and described and not phrase.titles and (head.dep == "appos" or closed) and head.dep != "conj":
        return (_name(before, phrase, "rule:apposition"),)
    follows = head.dep == "appos" and before.first <= head.head <= before.last
    if before.head.kind in (*PEOPLE, "unknown") and phrase.head.kind == "agent" and not phrase.modifier and follows:
        if before.titles or before.owners:
            return (before,)
        titles = (*phrase.titles, phrase.head)
        return (before._replace(owners=phrase.owners, titles=titles, rules=(*before.rules, "rule:apposition")),)
    return None


def _name(before: Phrase, phrase: Phrase, rule: str) -> Phrase:
    """Put the name on the description that stands before it."""
    titles = (*before.titles, before.head)
    return phrase._replace(first=before.first, owners=before.owners, titles=titles, rules=(*before.rules, rule))
