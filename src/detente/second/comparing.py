"""How far both coders agree: Krippendorff's alpha over all types, and for each type against all others."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.record.store import Record
from detente.review.agreement import Agreement, agree
from detente.second.asking import Asked
from detente.second.coder import SecondCoder


class TypeAgreement(NamedTuple):
    """A type: how often the first coder gave it, the second, and both; and alpha of "this type or another"."""

    type: str
    first: int
    second: int
    both: int
    alpha: float | None


class Comparison(NamedTuple):
    """Agreement on the events that the second coder judged; `refused` answers are left out of it."""

    whole: Agreement
    types: tuple[TypeAgreement, ...]
    refused: int


def compare(record: Record, coder: SecondCoder) -> Comparison:
    """Compare the coded types with all that this second coder has answered about the record so far."""
    rows = record.run("second_answers", {"model": coder.model, "server": coder.server}).fetchall()
    pairs = [(first, second) for first, second, refused, _, _ in rows if not refused]
    types = sorted({type_ for pair in pairs for type_ in pair})
    return Comparison(agree(pairs), tuple(_of_type(type_, pairs) for type_ in types), len(rows) - len(pairs))


def _of_type(type_: str, pairs: list[tuple[str, str]]) -> TypeAgreement:
    units = [(first == type_, second == type_) for first, second in pairs]
    first, second = sum(unit[0] for unit in units), sum(unit[1] for unit in units)
    return TypeAgreement(type_, first, second, sum(all(unit) for unit in units), agree(units).alpha)


def comparison_lines(found: Comparison, coder: SecondCoder) -> Iterator[str]:
    """The comparison as lines of plain text."""
    whole = found.whole
    refused = f", {found.refused} answers refused" if found.refused else ""
    yield f"Agreement with {coder.model} on {whole.units} acts under confidence {coder.below:g}{refused}"
    if not whole.units:
        return
    interval = f" ({whole.low:.2f} to {whole.high:.2f})" if whole.low is not None and whole.high is not None else ""
    yield f"  same type {whole.same:.0%}, Krippendorff's alpha {_figure(whole.alpha)}{interval}, 90 % interval"
    yield f"  {'type':<14}{'first':>7}{'second':>8}{'both':>6}{'alpha':>8}"
    for row in found.types:
        yield f"  {row.type:<14}{row.first:>7}{row.second:>8}{row.both:>6}{_figure(row.alpha):>8}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def outcome_lines(asked: Asked, coder: SecondCoder) -> Iterator[str]:
    """What it took, and why it ended early if it did."""
    cost = asked.cost(coder.price)
    money = f", cost {cost:.4f}" if cost is not None else " (--second-price IN:OUT shows the cost)"
    yield (
        f"second coder: {asked.answered:,} answers, {asked.cached:,} of them known already; "
        f"{asked.tokens_in:,} tokens in, {asked.tokens_out:,} out{money}"
    )
    if asked.stopped:
        yield f"second coder stopped: {asked.stopped}. The events are coded; the same command goes on where it was"
