"""Conditions on a match that a pattern cannot say: capitals, word classes, numbers that count things."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.mentions.time_words import TimeWords
from detente.record.reading import ParsedSentence, Token

AFTER_PREPOSITION = re.compile(
    r"\b(?:in|by|of|since|until|till|during|from|through|before|after|between|and|or|to|around|about|for"
    r"|late|early|mid)[ -]\Z"
)
BEFORE_SEASON = re.compile(
    r"(?:\b(?:in|during|by|since|until|through|throughout|over|that|this|late|early|of|and|for)(?: the)?|\bthe) \Z"
)
# 1,500; 1500.5; 1500%; 1500-strong; 1500th
GOES_ON = re.compile(r"[.,]\d|%|[-–](?!era\b)[a-z]|\d|[a-z]")
# mid-1916, post-1945, February 1914-January 1916; not F-1900
BEFORE_HYPHEN = re.compile(r"(?:\b(?:mid|post|pre|late|early)|\d)-\Z")
MONEY = re.compile(r"(?:[$€£¥#№]|\b(?:us|au)\$|\brs\.?) ?\Z")
NAME_FOLLOWS = re.compile(r" [A-Z]")
LAST_WORD = re.compile(r"([\w.’'-]+) \Z")
NEXT_WORD = re.compile(r" ([\w-]+(?: cent)?)")
BEFORE_DECADE = re.compile(r"\bthe (?:(?:very )?(?:early|mid|middle|late|roaring|swinging)[ -])?\Z")
DETERMINERS = frozenset({"DT", "PRP$", "POS"})


@dataclass(frozen=True, slots=True)
class Place:
    """A match in its text: the words as written, in lower case, the sentence that holds it, and the lexicon."""

    text: str
    lowered: str
    match: re.Match[str]
    parsed: ParsedSentence | None
    words: TimeWords

    @property
    def at(self) -> tuple[int, int]:
        """Start and end of the group the condition is about."""
        return self.match.span("at" if "at" in self.match.re.groupindex else 0)

    def before(self, width: int = 24) -> str:
        """The lower-case text that leads up to the group."""
        start = self.at[0]
        return self.lowered[max(0, start - width) : start]

    def token(self) -> Token | None:
        """The word at the group's start."""
        if self.parsed is None:
            return None
        return next((token for token in self.parsed.tokens if token.end > self.at[0]), None)


def capital(place: Place) -> bool:
    """May, March and Sunday are names."""
    return place.text[place.at[0]].isupper()


def month(place: Place) -> bool:
    """A bare month: some names of months are too often something else, so they need a preposition."""
    if not capital(place):
        return False
    if AFTER_PREPOSITION.search(place.before()):
        return True
    if _is_of_a_name(place):
        return False
    # "the August battles", but neither "June Smith" nor a march
    return place.match.group("month") not in place.words.words["wary"] and not NAME_FOLLOWS.match(
        place.text, place.at[1]
    )


def _is_of_a_name(place: Place) -> bool:
    """Black September, Red October, but not "Last October"."""
    last = LAST_WORD.search(place.text[max(0, place.at[0] - 24) : place.at[0]])
    if last is None or not last.group(1)[0].isupper():
        return False
    word = last.group(1).lower()
    if any(word in place.words.words[kind] for kind in ("mod", "shift", "turn", "weekday", "month", "ordinal")):
        return False
    token = place.token()
    before = place.parsed.tokens[token.i - 1] if token is not None and token.i and place.parsed else None
    return before is not None and before.pos in ("ADJ", "PROPN") and before.head >= before.i


def season(place: Place) -> bool:
    """A bare season: "in the spring", "the Spring Offensive", but not "the fall of a town" or "the Prague Spring"."""
    start, end = place.at
    token = place.token()
    if token is None or token.pos not in ("NOUN", "PROPN") or re.match(r" of\b|s", place.lowered[end:]):
        return False
    last = LAST_WORD.search(place.text[max(0, start - 24) : start])
    if (
        last is not None
        and last.group(1)[0].isupper()
        and last.group(1).lower() not in ("the", "in", "by", "late", "early")
    ):
        return False
    return place.text[start].isupper() or BEFORE_SEASON.search(place.before()) is not None


def year(place: Place) -> bool:
    """A bare number: a year, unless it counts something, is money, or numbers a thing; 480 BC always is one."""
    start, end = place.at
    return " " in place.lowered[start:end] or not any(condition(place) for condition in NO_YEAR)


def _of_a_compound(place: Place) -> bool:
    """F-1900, but not mid-1916."""
    before = place.before()
    return before.endswith("-") and BEFORE_HYPHEN.search(before) is None


def _goes_on(place: Place) -> bool:
    return GOES_ON.match(place.lowered, place.at[1]) is not None


def _is_money(place: Place) -> bool:
    return MONEY.search(place.before()) is not None


def _counts_unit(place: Place) -> bool:
    """1800 metres."""
    follows = NEXT_WORD.match(place.lowered, place.at[1])
    return follows is not None and follows.group(1) in place.words.words["counted"]


def _numbers_thing(place: Place) -> bool:
    """Resolution 1701."""
    last = LAST_WORD.search(place.before())
    return last is not None and last.group(1) in place.words.words["numbered"]


def _is_unlikely(place: Place) -> bool:
    """Before 1700 a number is as often no year, unless a preposition says so."""
    start, end = place.at
    return int(place.lowered[start:end]) < 1700 and AFTER_PREPOSITION.search(place.before()) is None


def _counts(place: Place) -> bool:
    """Some 1800 soldiers: a number right before a plural, without the article that a year would have."""
    token = place.token()
    if token is None or place.parsed is None or token.dep != "nummod":
        return False
    head = place.parsed.tokens[token.head]
    if head.tag not in ("NNS", "NNPS") or head.i < token.i:
        return False
    return not any(place.parsed.tokens[c].tag in DETERMINERS for c in place.parsed.children[head.i])


NO_YEAR = (_of_a_compound, _goes_on, _is_money, _counts_unit, _numbers_thing, _is_unlikely, _counts)


def singular(place: Place) -> bool:
    """The unit is a singular."""
    return not place.words.is_plural(place.match.group("unit"))


def plural(place: Place) -> bool:
    """The unit is a plural."""
    return place.words.is_plural(place.match.group("unit"))


def bare(place: Place) -> bool:
    """A plural by itself: "months of fighting"; winter quarters are no time."""
    return plural(place) and place.words.value("unit", place.match.group("unit")) not in ("Q", "WE")


def length(place: Place) -> bool:
    """A quarter is a fraction more often than three months."""
    return place.words.value("unit", place.match.group("unit")) != "Q"


def common(place: Place) -> bool:
    """Not a part of a name in capitals: "Russia Today", "For Our Future"; a headline may write all words so."""
    start = place.at[0]
    if not place.text[start].isupper() or (place.parsed is not None and place.parsed.sentence.headline):
        return True
    last = LAST_WORD.search(place.text[max(0, start - 24) : start])
    return last is None or not last.group(1)[0].isupper() or last.group(1).endswith(".")


def counted(place: Place) -> bool:
    """Three days later; days later; but not "Election Day later this week"."""
    return place.match.group("count") is not None or plural(place)


def free(place: Place) -> bool:
    """At Christmas, on Christmas night, but not "Christmas trees"."""
    if place.parsed is None:
        return True
    inside = place.parsed.tokens_in(*place.match.span())
    head = place.parsed.tokens[inside[-1].head] if inside else None
    if head is None or inside[-1].dep != "compound":
        return True
    known = place.words.words
    return head.text.lower() in known["part"] or head.lemma.lower() in known["held"] or head.start < place.match.end()


def occasion(place: Place) -> bool:
    """At Easter, but not "Easter eggs" nor "a ramadan"."""
    start, end = place.match.span("feast")
    return (place.text[start].isupper() or place.lowered[start:end] in place.words.words["plain_feast"]) and free(place)


def decade(place: Place) -> bool:
    """The eighties, the mid-eighties, but not "a man in his eighties"."""
    return BEFORE_DECADE.search(place.before()) is not None


def weekday(place: Place) -> bool:
    """Friday, but not "the Friday Mosque" or "the Sunday Times"."""
    token = place.token()
    if not capital(place) or token is None or place.parsed is None:
        return capital(place)
    tokens = place.parsed.tokens
    named = token.i + 1 < len(tokens) and tokens[token.i + 1].tag in ("NNP", "NNPS") and token.dep == "compound"
    known = named and tokens[token.i + 1].text.lower() not in place.words.words["part"]
    return not (known and token.i and tokens[token.i - 1].lemma.lower() == "the")


CHECKS: Mapping[str, Callable[[Place], bool]] = {
    "capital": capital,
    "month": month,
    "season": season,
    "year": year,
    "singular": singular,
    "plural": plural,
    "bare": bare,
    "length": length,
    "common": common,
    "counted": counted,
    "free": free,
    "occasion": occasion,
    "weekday": weekday,
    "decade": decade,
}
