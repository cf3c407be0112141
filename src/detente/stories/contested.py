"""What one side asserts and another denies, matched by content across sentences and documents.

1. sides: claims that assert or accuse, and claims that deny or doubt, or assert that something is not so
2. content: stems of the words a claim is about, weighted by how rare they are (Spärck Jones 1972), and the states
   that it names; words around a short content count less
3. pairs: of different sources, alike in content, near in time; a denial that only points back ("denied the charge")
   answers the claim before it
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from typing import NamedTuple

from detente.record.model import Claim
from detente.stories.contents import DENYING, Named, Side, Text, load_words, side_of

ASSERTING = ("asserts", "accuses")
# "Refused to withdraw" denies nothing that was said.
REFUSAL = "rule:content.infinitive"
# How far back a claim is answered that only "the charge" points to, in characters.
ANSWER_WITHIN = 600
# Pairs less alike are not listed; an answer to the claim before it is at least so sure.
LEAST, ANSWER = 0.2, 0.8
# Content decides, time shades: claims a year apart lose a fifth, and none loses more than two fifths.
HALF_LIFE_DAYS, TIMELESS, UNDATED = 365, 0.6, 0.8
# Per denial, so that a much-repeated charge does not fill the list; and how many of its rarest words find candidates.
MOST_ANSWERED, PROBES = 5, 8
# A word of more claims than this finds no candidates, and so many candidates are looked at closely: with 40,000 claims
# the search took many minutes without these bounds.
COMMON, MOST_WEIGHED = 2000, 100


class Contest(NamedTuple):
    """Two claims of the same matter: one source says it is so, another that it is not.

    Attributes:
        claim: the claim that asserts or accuses.
        denial: the claim that denies or doubts.
        similarity: how alike their contents are, 0 to 1, less for claims far apart in time.
        shared: what they have in common: stems of words, and states as ISO3 codes.
        rule: rule:contested.words or rule:contested.answers.
    """

    claim: Claim
    denial: Claim
    similarity: float
    shared: tuple[str, ...]
    rule: str


class Told(NamedTuple):
    """One document with its claims, and where it names states or somebody of them."""

    text: Text
    claims: Sequence[Claim]
    named: Sequence[Named] = ()


def contested_claims(documents: Iterable[Told]) -> tuple[Contest, ...]:
    """Pair claims with their denials, the most alike first.

    Args:
        documents: any number of documents, one after the other: none is kept. The states they name make Moscow, the
            Kremlin and Russia one; without them only words are compared.
    """
    known = _known(documents)
    index = _index(known.asserting)
    by_document: dict[str, list[Side]] = defaultdict(list)
    for side in known.asserting:
        by_document[side.claim.doc_id].append(side)
    found = []
    for denial in known.denying:  # 3
        before = (
            _answered(denial, by_document[denial.claim.doc_id]) if denial.points_back and not denial.negated else None
        )
        places = _candidates(denial, index, known.rarity)
        pairs = [_contest(known.asserting[place], denial, known.rarity) for place in places]
        if before is not None:
            pairs = [_answer(before, denial), *_through(before, denial, known.asserting, index, known.rarity)]
        found += _best(pair for pair in pairs if pair.similarity >= LEAST)
    return tuple(sorted(found, key=lambda pair: (-pair.similarity, pair.claim.claim_id, pair.denial.claim_id)))


class _Known(NamedTuple):
    """Claims that assert, claims that deny, and how rare each of their words is."""

    asserting: list[Side]
    denying: list[Side]
    rarity: dict[str, float]


def _known(documents: Iterable[Told]) -> _Known:
    """Read documents one by one; of the other claims only the words are counted.

    Rarity is inverse document frequency; a word of every document still says a little.
    """
    words = load_words()
    asserting: list[Side] = []
    denying: list[Side] = []
    seen: Counter[str] = Counter()
    total = 0
    for document in documents:
        sourced = [claim for claim in document.claims if claim.source_text or claim.source_kind == "author"]
        sides = [side_of(claim, document.text, document.named, words) for claim in sourced]  # 2
        asserting += [side for side in sides if side.claim.stance in ASSERTING and not side.negated]  # 1
        denying += [side for side in sides if _denies(side)]
        seen.update({stem for side in sides for stem in side.about})
        total += bool(sides)
    return _Known(asserting, denying, {stem: math.log((1 + total) / n) + 0.1 for stem, n in seen.items()})


def _denies(side: Side) -> bool:
    claim = side.claim
    if claim.stance in DENYING:
        return REFUSAL not in claim.evidence
    return side.negated and claim.stance == "asserts"


def _index(sides: Sequence[Side]) -> dict[str, list[int]]:
    """Which claims hold a word in their own contents; states are left out, half the claims of a record name one."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        for stem in _own_stems(side):
            found[stem].append(place)
    return found


def _own_stems(side: Side) -> list[str]:
    return [stem for stem, weight in side.about.items() if weight == 1 and not stem.isupper()]


def _candidates(denial: Side, index: Mapping[str, list[int]], rarity: Mapping[str, float]) -> list[int]:
    """Claims that have most of a denial's rarest words; words of thousands of claims find none, save as the rarest."""
    ranked = sorted(_own_stems(denial), key=lambda stem: (-rarity[stem], stem))[:PROBES]
    score: dict[int, float] = defaultdict(float)
    for number, stem in enumerate(ranked):
        places = index.get(stem, [])
        if number == 0 or len(places) <= COMMON:
            for place in places:
                score[place] += rarity[stem] ** 2
    return nlargest(MOST_WEIGHED, score, key=lambda place: (score[place], -place))


def _contest(claim: Side, denial: Side, rarity: Mapping[str, float]) -> Contest:
    shared = sorted(claim.about.keys() & denial.about.keys())
    solid = [stem for stem in shared if min(claim.about[stem], denial.about[stem]) >= 1]
    stems = sum(not stem.isupper() for stem in solid)
    # One word in common is enough only beside a state in common, and not where a negation has to be read right too.
    enough = stems >= 2 or (stems == 1 and len(solid) >= 2 and claim.n_words >= 2 and not denial.negated)
    alike = 0.0
    if enough and _two_sources(claim.claim, denial.claim):
        dot = sum(claim.about[stem] * denial.about[stem] * rarity[stem] ** 2 for stem in shared)
        one, other = _length(claim, rarity), _length(denial, rarity)
        # Between the cosine and the share of the shorter one that is covered: a denial is often brief, a charge long.
        alike = min(1.0, math.sqrt(dot / (one * other) * min(1.0, dot / min(one, other) ** 2)))
        alike *= _nearness(claim.day, denial.day)
    return Contest(claim.claim, denial.claim, round(alike, 3), tuple(shared), "rule:contested.words")


def _length(side: Side, rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum((weight * rarity[stem]) ** 2 for stem, weight in side.about.items()))


def _nearness(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return UNDATED
    return TIMELESS + (1 - TIMELESS) * float(0.5 ** (abs((one - other).days) / HALF_LIFE_DAYS))


def _two_sources(one: Claim, other: Claim) -> bool:
    """Whether two claims have different sources, as far as one can tell."""
    if one.doc_id == other.doc_id and one.content_start < other.content_end and other.content_start < one.content_end:
        return False
    if one.source_kind == other.source_kind == "author" and one.doc_id == other.doc_id:
        return False
    if one.source_entity and other.source_entity:
        return one.source_entity != other.source_entity and one.source_code != other.source_code
    return one.source_text.lower() != other.source_text.lower()


def _answered(denial: Side, nearby: Sequence[Side]) -> Side | None:
    """Return the claim that "the charge" points to: the last one of another source, a little before it in the text."""
    reach = denial.claim.content_start - ANSWER_WITHIN
    before = [
        side
        for side in nearby
        if reach <= side.claim.content_start < denial.claim.content_start and _two_sources(side.claim, denial.claim)
    ]
    accusing = [side for side in before if side.claim.stance == "accuses"]
    return max(accusing or before, key=lambda side: side.claim.content_start, default=None)


def _answer(claim: Side, denial: Side) -> Contest:
    shared = tuple(sorted(claim.about.keys() & denial.about.keys()))
    return Contest(claim.claim, denial.claim, ANSWER, shared, "rule:contested.answers")


def _through(
    before: Side,
    denial: Side,
    asserting: Sequence[Side],
    index: Mapping[str, list[int]],
    rarity: Mapping[str, float],
) -> Iterator[Contest]:
    """Yield the other claims of the same matter as the one a denial points back to."""
    full = denial._replace(about=before.about, n_words=before.n_words)
    for place in _candidates(full, index, rarity):
        if asserting[place] is not before:
            pair = _contest(asserting[place], full, rarity)
            yield pair._replace(similarity=round(ANSWER * pair.similarity, 3))


def _best(pairs: Iterable[Contest]) -> list[Contest]:
    """The pairs of one denial that are most alike; a pair found in two ways counts once."""
    ranked = sorted(pairs, key=lambda pair: (-pair.similarity, pair.claim.claim_id))
    kept: dict[str, Contest] = {}
    counted: Counter[str] = Counter()
    for pair in ranked:
        who = pair.claim.source_entity or pair.claim.source_text.lower()
        if pair.claim.claim_id not in kept and counted[who] < 2:
            kept[pair.claim.claim_id] = pair
            counted[who] += 1
    return list(kept.values())[:MOST_ANSWERED]
