"""What a claim is about: stems of its words and the states it names, each with a weight.

Words of the content count 1, states more, words around a short content less.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import Claim

DENYING = ("denies", "doubts")
WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
# Longest first: one ending is taken off, so that "interfered", "interfering" and "interference" are one word.
ENDING = re.compile(r"(?:ations?|ings?|ences?|ances?|ments?|ions?|ers?|ors?|ies|ed|es|ly|s|e|y)$")
SHORTEST_STEM = 4
# A negation counts against the whole content only near its beginning: "there was no interference".
NEGATION_WITHIN = 6
# A content of fewer words needs what stands around it.
FEW_WORDS = 3
# The denier's own state, as the one accused, and states that are named weigh like a rather rare word.
STATE_WEIGHT, OWN_STATE_WEIGHT = 1.5, 1.0
# Characters around a short content that say what "it" is, and what one of their words counts.
AROUND, AROUND_WEIGHT = 300, 0.3


class Named(NamedTuple):
    """A place in a text where a state, or somebody of it, is named."""

    start: int
    end: int
    state: str


class Words(NamedTuple):
    """Words of en/contest_words.tsv and the negators of en/claim_words.tsv; "no doubt" and the like are `affirming`."""

    function: frozenset[str]
    claim_nouns: frozenset[str]
    negators: frozenset[str]
    affirming: tuple[str, ...]


class Side(NamedTuple):
    """A claim and what it is about.

    Attributes:
        claim: the claim.
        about: stems of words and ISO3 codes of states, with their weights.
        n_words: how many different words of the content itself are in `about`.
        day: the day its document was published.
        points_back: the content only points to another claim: "the charge", "it", "any involvement".
        negated: the content says that something is not so.
    """

    claim: Claim
    about: dict[str, float]
    n_words: int
    day: date | None
    points_back: bool
    negated: bool


class Text(NamedTuple):
    """The words of a document, and its day."""

    doc_id: str
    text: str
    published: date | None


def side_of(claim: Claim, document: Text, named: Sequence[Named], words: Words) -> Side:
    """Return a claim with what it is about; `named` are the states of its document, `words` come from `load_words`."""
    spans = claim.content_spans or ((claim.content_start, claim.content_end),)
    lower = [word for span in spans for word in _words(document.text, span, named)]
    about = dict.fromkeys(_stems(lower, words), 1.0)
    n_words = len(about)
    for one in named:
        if one.start < claim.content_end and one.end > claim.content_start:
            about[one.state] = STATE_WEIGHT
    if n_words < FEW_WORDS:
        for stem in _stems(_words(document.text, _around(claim, document.text), named), words):
            about.setdefault(stem, AROUND_WEIGHT)
    if claim.source_code[:3].isupper() and claim.stance in DENYING:
        about.setdefault(claim.source_code[:3], OWN_STATE_WEIGHT)
    back = all(word in words.claim_nouns for word in lower if word not in words.function)
    return Side(claim, about, n_words, document.published, points_back=back, negated=_negated(lower, words))


def _words(text: str, span: tuple[int, int], named: Iterable[Named]) -> list[str]:
    """Words of a span in lower case, without the names of states: those count as states."""
    start, end = span
    names = [one for one in named if one.start < end and one.end > start]
    found = WORD.finditer(text, start, end)
    return [m.group().lower() for m in found if not any(one.start <= m.start() < one.end for one in names)]


def _negated(lower: Sequence[str], words: Words) -> bool:
    opening = lower[:NEGATION_WITHIN]
    if not any(word in words.negators or word.endswith(("n't", "n’t")) for word in opening):
        return False
    joined = " ".join(lower[: NEGATION_WITHIN + 1])
    return not any(phrase in joined for phrase in words.affirming)


def _stems(lower: Iterable[str], words: Words) -> Iterator[str]:
    for word in lower:
        if len(word) > 2 and word not in words.function and word not in words.negators:
            stem = ENDING.sub("", word)
            yield stem if len(stem) >= SHORTEST_STEM else word


def _around(claim: Claim, text: str) -> tuple[int, int]:
    """The paragraph of a content, and of those before it as much as lies within reach."""
    end = text.find("\n", claim.content_end)
    return max(0, claim.content_start - AROUND), min(len(text) if end < 0 else end, claim.content_end + AROUND)


@cache
def load_words() -> Words:
    """Read the word lists once a process."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for name in ("en/contest_words.tsv", "en/claim_words.tsv"):
        for line in read_lines(name, PhraseLine):
            by_kind[line.kind].add(line.phrase)
    return Words(
        frozenset(by_kind["function"]),
        frozenset(by_kind["claim_noun"]),
        frozenset(by_kind["negator"] | {"not"}),
        tuple(sorted(by_kind["affirming"])),
    )
