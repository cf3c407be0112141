"""Whether the words around a name say that it is a place: "in Aleppo", "the Hamburg summit", "shelled Kharkiv".

Two ways lead from a name to the preposition of place over it: leftwards over words such as "the besieged city of", and
up the tree ("in the port of Odesa and in nearby Mykolaiv"). Either is enough: the parser errs in long names, the words
in long modifiers.
"""

from typing import NamedTuple

from detente.mentions.place_index import PlaceWords
from detente.record.reading import ParsedSentence, Token

LOCATIVE, DIRECTION = "preposition", "direction"
SHELLED = "shelled"
VERBS = ("visited", "taken", "struck")
PARTS = ("part", "state_part")
CHAIN = frozenset({"conj", "appos", "compound", "nmod"})


class Position(NamedTuple):
    """Why a name is a place.

    Attributes:
        rule: preposition, direction, travel, listed, visited, taken, struck, shelled, part, state_part, venue or free.
        word: lexicon id of the word that says so, or "".
        owners: token indexes of words that may name its country: "the Syrian city of", "Iraq's".
    """

    rule: str
    word: str = ""
    owners: tuple[int, ...] = ()


def position(parsed: ParsedSentence, first: int, last: int, words: PlaceWords) -> Position:
    """Return why the name in tokens first..last (both inclusive) is a place; the rule is "free" if nothing says so."""
    left = _leftwards(parsed, first, words)
    if left.rule:
        return left
    head = _head(parsed, first, last)
    up = _upwards(parsed, head, words)
    if up.rule:
        return up
    token = parsed.tokens[head]
    governor = parsed.tokens[token.head]
    rule = _of_verb(parsed, token, governor, words) or _of_noun(parsed, token, governor, words)
    return rule or Position("free", owners=(*left.owners, *up.owners))


def _head(parsed: ParsedSentence, first: int, last: int) -> int:
    for i in range(last, first - 1, -1):
        if not first <= parsed.tokens[i].head <= last or parsed.tokens[i].head == i:
            return i
    return last


def _leftwards(parsed: ParsedSentence, first: int, words: PlaceWords) -> Position:
    """Walk left over articles, descriptions and owners to a preposition of place."""
    tokens = parsed.tokens
    owners: list[int] = []
    part = ""
    i = first - 1
    while i >= 0:
        token = tokens[i]
        word = token.text.lower()
        if word == "of" and i:
            if words.has("out_of", tokens[i - 1].text.lower()):
                break
            noun = tokens[i - 1].lemma.lower()
            part = next((rule for rule in PARTS if words.has(f"{rule}_of", noun)), part)
        if token.tag == "POS":
            i -= 1
            owners.append(i)
            i = _start_of_name(tokens, i) - 1
        elif words.has("skip", word) or words.has("skip", token.lemma) or word == "-":
            i -= 1
        elif token.text[0].isupper() and token.tag in ("JJ", "NNP", "NNPS") and _is_owner(tokens, i, first):
            owners.append(i)
            i -= 1
        elif token.pos in ("ADJ", "NOUN") and _before_town(tokens, i, first, words):
            i -= 1
        else:
            break
    if i >= 0:
        found = _by_preposition(parsed, i, words)
        if found.rule:
            return found._replace(owners=tuple(owners))
    return Position(part, owners=tuple(owners))


def _start_of_name(tokens: tuple[Token, ...], i: int) -> int:
    while i and tokens[i - 1].pos == "PROPN" and tokens[i].pos == "PROPN":
        i -= 1
    return i


def _is_owner(tokens: tuple[Token, ...], i: int, first: int) -> bool:
    """An adjective of a state before words that describe the place: "the Syrian city of", "the Georgian capital"."""
    return i + 1 < first and tokens[i].dep in ("amod", "compound", "nmod")


def _before_town(tokens: tuple[Token, ...], i: int, first: int, words: PlaceWords) -> bool:
    """A description of a town: "the rebel stronghold city of", "the eastern industrial town"."""
    return any(words.has("town_word", token.lemma.lower()) for token in tokens[i:first])


def _by_preposition(parsed: ParsedSentence, i: int, words: PlaceWords) -> Position:
    token = parsed.tokens[i]
    word = token.text.lower()
    # "Near Donetsk, ...": the parser takes a preposition that opens a sentence for a name
    if words.has(LOCATIVE, word) and (token.pos in ("ADP", "SCONJ", "ADV", "ADJ") or token.i == 0):
        return Position(LOCATIVE, words.id_of(LOCATIVE, word))
    governor = parsed.tokens[token.head]
    if word == "of":
        return _by_of(parsed, i, governor, words)
    return _by_governor(parsed, token, governor, words)


def _by_governor(parsed: ParsedSentence, token: Token, governor: Token, words: PlaceWords) -> Position:
    """Read a preposition by the word it hangs on: "strikes on", "drove to", "flew over", "bound for"."""
    word = token.text.lower()
    if words.has("attributing", governor.text.lower()):  # "according to Sana"
        return Position("")
    if words.has("aimed", word) and _is_attack(parsed, governor, words):
        return Position(SHELLED, words.id_of("attack", governor.lemma.lower()))
    if words.has(DIRECTION, word) and token.pos in ("ADP", "SCONJ", "PART"):
        if governor.pos == "ADP":  # "from Homs to Hama"
            governor = parsed.tokens[governor.head]
        return Position(_direction(governor, words), words.id_of(DIRECTION, word))
    if words.has("over", word) and token.pos == "ADP" and words.has("flies", governor.lemma):
        return Position(LOCATIVE, words.id_of("over", word))
    if words.has("bound", word) and words.has("leaves", governor.lemma):
        return Position("travel", words.id_of("bound", word))
    return Position("")


def _is_attack(parsed: ParsedSentence, governor: Token, words: PlaceWords) -> bool:
    """An attack by arms ("strikes on", "fired at"), not one by words ("a verbal attack on")."""
    below = [parsed.tokens[child] for child in parsed.children[governor.i]]
    # "began an assault on": the parser hangs the preposition on either word
    objects = [token for token in below if token.dep == "dobj"] if governor.pos == "VERB" else []
    if not any(words.has("attack", token.lemma.lower()) for token in (governor, *objects)):
        return False
    qualities = (*below, *(parsed.tokens[child] for token in objects for child in parsed.children[token.i]))
    return not any(words.has("verbal", token.lemma.lower()) for token in qualities)


def _by_of(parsed: ParsedSentence, i: int, governor: Token, words: PlaceWords) -> Position:
    """Read "40 kilometers south of" and "out of"."""
    before = parsed.tokens[i - 1].text.lower() if i else ""
    if words.has("distance", governor.lemma):
        return Position("part", words.id_of("distance", governor.lemma))
    if words.has("out_of", before):
        return Position(_direction(parsed.tokens[governor.head], words), words.id_of("out_of", before))
    return Position("")


def _direction(governor: Token, words: PlaceWords) -> str:
    """Tell by the word a direction hangs on whether someone goes there, or something is sent to an actor."""
    if words.has("travel", governor.lemma) or words.has("distance", governor.lemma):
        return "travel"
    return "travel" if governor.pos == "VERB" and words.has("moves", governor.lemma) else DIRECTION


def _upwards(parsed: ParsedSentence, head: int, words: PlaceWords) -> Position:
    """Climb from a name over "the port of", "the capital" and lists to the preposition over them."""
    tokens = parsed.tokens
    owners: list[int] = []
    i = head
    for _ in range(6):
        token = tokens[i]
        over = tokens[token.head]
        if token.dep == "conj" or (token.dep in CHAIN and words.has("town_word", over.lemma.lower())):
            i = over.i
        elif token.dep == "pobj" and over.text.lower() == "of" and words.has("town_word", tokens[over.head].lemma):
            i = over.head
        else:
            break
        owners += [c for c in parsed.children[i] if tokens[c].dep in ("amod", "poss", "nmod", "compound") and c != head]
    token = tokens[i]
    if i == head or token.dep != "pobj":
        return Position("", owners=tuple(owners))
    found = _by_preposition(parsed, token.head, words)
    if tokens[head].dep == "conj" and found.rule:
        found = found._replace(rule="listed" if found.rule == LOCATIVE else found.rule)
    return found._replace(owners=tuple(owners))


def _of_verb(parsed: ParsedSentence, token: Token, governor: Token, words: PlaceWords) -> Position | None:
    """What is visited or shelled: the object of such a verb, or the subject of its passive."""
    if token.dep not in ("dobj", "nsubjpass") or governor.pos != "VERB":
        return None
    for kind in VERBS:
        if words.has(kind, governor.lemma):
            arms = kind != "visited" and _is_by_arms(parsed, governor, words)
            return Position(SHELLED if arms else kind, words.id_of(kind, governor.lemma))
    return None


def _is_by_arms(parsed: ParsedSentence, verb: Token, words: PlaceWords) -> bool:
    """Whether a verb tells of arms: "shelled", "rockets hit", but not "sanctions hit" or "the minister attacked"."""
    if not words.has("figurative", verb.lemma):
        return True
    doers = [child for child in parsed.children[verb.i] if parsed.tokens[child].dep == "nsubj"]
    for child in parsed.children[verb.i]:
        if parsed.tokens[child].dep == "agent":
            doers += [c for c in parsed.children[child] if parsed.tokens[c].dep == "pobj"]
    return any(words.has("striker", parsed.tokens[doer].lemma.lower()) for doer in doers)


def _of_noun(parsed: ParsedSentence, token: Token, governor: Token, words: PlaceWords) -> Position | None:
    """A modifier of what takes place there or stands there: "the Hamburg summit", "Aleppo's suburbs"."""
    if token.dep not in ("compound", "nmod", "poss", "amod") or governor.i <= token.i:
        return None
    for noun in (governor, *(parsed.tokens[i] for i in range(token.i + 1, governor.i))):
        lemma = noun.lemma.lower()
        if words.has("venue", lemma) and noun.pos == "NOUN":
            return Position("venue", words.id_of("venue", lemma))
    return None
