"""The error figures that go with every report: measured on development sets, shipped with the version."""

from importlib.resources import files
from typing import NamedTuple


class PublishedFigure(NamedTuple):
    """What was measured, on which set, and the figure with its 95 % interval as printed in docs/accuracy.md."""

    what: str
    measured_on: str
    figure: str


def published_figures() -> tuple[PublishedFigure, ...]:
    """Figures of this version, in the order of docs/accuracy.md."""
    text = files("detente.evaluation").joinpath("accuracy.tsv").read_text(encoding="utf-8")
    return tuple(PublishedFigure(*line.split("\t")) for line in text.splitlines()[1:] if line)
