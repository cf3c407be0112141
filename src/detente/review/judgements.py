"""What was judged of a sample, beside what the coder says of the same sentences today."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from detente.errors import UsageError
from detente.record.model import COUNTED
from detente.record.reviews import Draw, Review, Sample
from detente.record.store import Record
from detente.review.acts import Act, Codebook, Party
from detente.review.strata import Line, Pair, read_frame

# Counted acts of a sentence, one list a reviewer.
Opinions = dict[str, tuple[Act, ...]]


class Material(NamedTuple):
    """Everything figures are made of.

    Attributes:
        sample: the sample.
        frame: the sentences it was drawn from.
        coded: counted acts the coder finds in them today, by sentence_id.
        judged: counted acts that reviewers found in drawn sentences, by sentence_id; no entry: not judged yet.
    """

    sample: Sample
    frame: Sequence[Line]
    coded: Mapping[str, Sequence[Act]]
    judged: Mapping[str, Opinions]


def read_material(record: Record, book: Codebook, sample_id: str | None, reviewers: Sequence[str] = ()) -> Material:
    """Read a sample (the latest, if none is named) with its judgements, those of some reviewers only if asked.

    Raises:
        UsageError: there is no such sample, nothing of it is judged, or too little of a stratum.
    """
    sample = find_sample(record, sample_id)
    frame = read_frame(record, book, sample.scheme, Pair(sample.pair_a, sample.pair_b), sample.position)
    _check_frame(sample, frame)
    drawn = [draw.sentence_id for draw in record.facts(Draw, "sample_id = $id", {"id": sample.sample_id})]
    opinions = _opinions(record, book, reviewers)
    judged = {sentence: opinions[sentence] for sentence in drawn if sentence in opinions}
    _check_judged(sample, frame, judged)
    return Material(sample, frame, _coded(record, sample, {line.sentence_id for line in frame}), judged)


def find_sample(record: Record, sample_id: str | None = None) -> Sample:
    """Return the sample of this id (its first letters are enough), or the latest.

    Raises:
        UsageError: there is none, or several begin so.
    """
    samples = list(record.facts(Sample))
    found = [sample for sample in samples if sample.sample_id.startswith(sample_id or "")]
    if not samples:
        raise UsageError("no sample has been drawn from this record; `detente review RECORD draw` draws one")
    if not found or (sample_id and len(found) > 1):
        raise UsageError(
            f"{len(found) or 'no'} samples begin with {sample_id!r}; "
            f"there are {', '.join(sample.sample_id for sample in samples)}"
        )
    return found[-1]


def _opinions(record: Record, book: Codebook, reviewers: Sequence[str]) -> dict[str, Opinions]:
    found: dict[str, Opinions] = defaultdict(dict)
    for review in record.facts(Review):
        if not reviewers or review.reviewer in reviewers:
            acts = found[review.sentence_id].setdefault(review.reviewer, ())
            if review.status in COUNTED:
                act = Act(review.type, book.party(review.source_code), book.party(review.target_code), review.mutual)
                found[review.sentence_id][review.reviewer] = (*acts, act)
    return found


def _coded(record: Record, sample: Sample, frame: set[str]) -> dict[str, list[Act]]:
    found: dict[str, list[Act]] = defaultdict(list)
    rows = record.run("review_acts", {"position": sample.position, "statuses": list(COUNTED)})
    for sentence, type_, mutual, *parties, story in rows.fetchall():
        if sentence in frame:
            found[sentence].append(Act(type_, Party(*parties[:4]), Party(*parties[4:]), mutual, story))
    return dict(found)


def _check_frame(sample: Sample, frame: Sequence[Line]) -> None:
    there = dict.fromkeys(sample.strata, 0)
    for line in frame:
        there[line.stratum] = there.get(line.stratum, 0) + 1
    if there != dict(zip(sample.strata, sample.sizes, strict=True)):
        raise UsageError(
            f"sample {sample.sample_id} was drawn when sentences were grouped in another way (another version of the "
            "codebook or the word lists); draw a new one with the same seed: judgements already taken count in it too"
        )


def _check_judged(sample: Sample, frame: Sequence[Line], judged: Mapping[str, Opinions]) -> None:
    if not judged:
        raise UsageError(f"nothing of sample {sample.sample_id} is judged yet; `detente review RECORD take` takes it")
    counts = dict.fromkeys(sample.strata, 0)
    for line in frame:
        counts[line.stratum] += line.sentence_id in judged
    thin = [
        f"{name!r} ({counts[name]} of {size:,})"
        for name, size in zip(sample.strata, sample.sizes, strict=True)
        if counts[name] < min(2, size)
    ]
    if thin:
        raise UsageError(
            f"two sentences of every stratum must be judged before figures can be made; of {', '.join(thin)}"
        )
