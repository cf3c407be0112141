"""Acts that are told as habits: in the simple present of running text, or as the judgement of an opinion piece."""

from detente.events.patterns import NOMINAL, Match
from detente.events.status import DEEDS
from detente.record.reading import ParsedSentence

PERIODS = (".", '."', ".\u201d", ".'")


def is_judgement(parsed: ParsedSentence, match: Match) -> bool:
    """Tell whether an opinion piece tells a deed as a habit: "occupying", "US hostility", "bullies"."""
    if match.frame.line.type not in DEEDS | {"SUPPORT"}:
        return False
    token = parsed.tokens[match.trigger]
    nominal = token.pos in NOMINAL and match.light == -1
    return nominal or token.tag in ("VB", "VBG", "VBZ", "VBP")


def is_standing(parsed: ParsedSentence, match: Match, words: str) -> bool:
    """Tell whether a verb stands in the simple present of running text; `words` is the sentence's text."""
    clause = parsed.clause_of(match.trigger)
    if clause is None or clause.tense != "present" or clause.modal or not words.rstrip().endswith(PERIODS):
        return False
    return all(parsed.tokens[i].tag != "VBG" for i in (match.trigger, *parsed.children[match.trigger]))
