"""Whether a name of a state or capital stands as a party or as a place: "Moscow said", "met in Moscow"."""

from detente.mentions.phrases import Phrase, after_town
from detente.mentions.words import TOWARDS, ActorWords
from detente.record.reading import ParsedSentence

SEATS = frozenset({"capital", "metonym"})


def is_seat(phrase: Phrase) -> bool:
    """A capital: a place as often as a government. A building such as the Kremlin has a name of its own."""
    return phrase.head.kind == "town" or any(line.kind in SEATS for line in phrase.head.names)


def is_place(parsed: ParsedSentence, phrase: Phrase, words: ActorWords) -> bool:
    """Whether the words only say where.

    A capital after "to" or "from" is a place when it hangs on a verb of motion ("flew to Moscow"), a party when it
    hangs on a noun or another verb ("a warning to Moscow", "pressure from Washington").
    """
    tokens = parsed.tokens
    if phrase.head.kind == "town":
        return True
    if phrase.head.kind not in ("state", "body") or _owns(parsed, phrase):
        return False
    if after_town(parsed, phrase.head) or _before_state(parsed, phrase):
        return True
    at = phrase.head.last
    while tokens[at].dep in ("conj", "appos", "compound", "nmod") and tokens[at].head != at:
        at = tokens[at].head
    preposition = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or not words.has("place_preposition", preposition.text.lower()):
        return False
    if preposition.text.lower() not in TOWARDS:
        return True
    governor = tokens[preposition.head]
    return governor.pos == "VERB" and words.has("motion", governor.lemma)


def _owns(parsed: ParsedSentence, phrase: Phrase) -> bool:
    after = phrase.last + 1
    return after < len(parsed.tokens) and parsed.tokens[after].tag == "POS"


def _before_state(parsed: ParsedSentence, phrase: Phrase) -> bool:
    """A capital whose state follows after a comma: "Kabul, Afghanistan"."""
    tokens, after = parsed.tokens, phrase.last + 2
    if not is_seat(phrase) or after >= len(tokens) or tokens[after - 1].text != ",":
        return False
    token = tokens[after]
    return token.pos == "PROPN" and token.head <= phrase.last and token.dep in ("appos", "npadvmod", "nmod")
