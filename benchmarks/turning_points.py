"""The turning points of known pairs, and what the level says of a lull: `python benchmarks/turning_points.py FOLDER`.

FOLDER is the folder `gold/relations`, with `icews0515.tsv.gz`, `icews_actor_country.tsv.gz`, `gdelt_dyad_days.csv.gz`.
From ICEWS every event between two states is an act. Of GDELT only the sign of a day is known, so every day is one act:
cooperative if its sum is above zero, conflictual if it is below.
"""

import csv
import gzip
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from detente.lexicons.entries import CameoLine
from detente.lexicons.reading import read_lines
from detente.relations import Estimate, Relation, TurningPoint, turning_points
from detente.relations.acts import Act, Series
from detente.relations.dyads import Material, measure

HALF_LIFE = 180.0
LULL, BEFORE = date(2023, 9, 1), date(2022, 1, 1)
COMPLETE = "1"


def icews_acts(folder: Path, a: str, b: str) -> Iterator[Act]:
    """Acts between two states from the complete part of ICEWS; roots 01 and 02 have no type and say nothing."""
    states = {
        row["actor"]: row["iso3"] for row in _rows(folder / "icews_actor_country.tsv.gz") if row["kind"] == "state"
    }
    lines = {line.cameo: line for line in read_lines("codebook/cameo.tsv", CameoLine)}
    series = Series()
    for number, row in enumerate(_rows(folder / "icews0515.tsv.gz")):
        source, target, line = states.get(row["source"]), states.get(row["target"]), lines.get(row["code"])
        told_in = series.of(line.type, None) if line else None
        if row["sample"] == COMPLETE and {source, target} == {a, b} and line and told_in:
            yield Act(
                story_id=f"row {number}",
                day=date.fromisoformat(row["date"]),
                forward=source == a,
                mutual=False,
                type=line.type,
                series=told_in,
                score=line.goldstein or 0.0,
            )


def gdelt_acts(folder: Path, a: str, b: str) -> Iterator[Act]:
    """Days between two states as acts; the size of a day's sum follows the volume of news and is not used."""
    for row in _rows(folder / "gdelt_dyad_days.csv.gz"):
        if {row["a"], row["b"]} == {a, b} and float(row["net"]) != 0:
            good = float(row["net"]) > 0
            type_, series, score = ("AGREE", "commitments", 1.0) if good else ("ACCUSE", "hostile_words", -1.0)
            day = date.fromisoformat(row["date"])
            yield Act(f"day {day}", day, forward=True, mutual=True, type=type_, series=series, score=score)


def attention(folder: Path, a: str, b: str, month: date) -> float:
    """Sum of the days' absolute sums in a month: how much was written, not how it stood."""
    return sum(
        abs(float(row["net"]))
        for row in _rows(folder / "gdelt_dyad_days.csv.gz")
        if {row["a"], row["b"]} == {a, b} and row["date"][:7] == month.isoformat()[:7]
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t" if ".tsv" in path.name else ",")


def describe(title: str, acts: list[Act], points: tuple[TurningPoint, ...]) -> list[str]:
    """One line a turning point."""
    lines = [f"{title}: {len(acts)} acts, {acts[0].day} to {acts[-1].day}"]
    for point in points:
        made = ", ".join(f"{act.day} {act.type}" for act in point.stories[:3])
        lines.append(
            f"  {point.day} ({point.earliest} to {point.latest}) {point.before:4.0%} > {point.after:4.0%}  "
            f"{point.change:+.1f} [{point.change_low:+.1f}, {point.change_high:+.1f}]  "
            f"p {point.probability:.2f}  {made}"
        )
    return [*lines, ""]


def lull(folder: Path, relation: Relation) -> list[str]:
    """What index and level say of September 2023, beside January 2022."""
    found = {period.start: period for period in relation.periods}
    lines = ["United States and Russia, September 2023 beside January 2022 (GDELT days)"]
    for start in (BEFORE, LULL):
        period = found[start]
        written = attention(folder, relation.a, relation.b, start) / attention(folder, relation.a, relation.b, BEFORE)
        lines.append(
            f"  {start:%Y-%m}  index {_figures(period.index)}  level {_figures(period.level)}"
            f"  written of the pair, January 2022 = 1: {written:.2f}"
        )
    return lines


def _figures(estimate: Estimate | None) -> str:
    if estimate is None:
        return "none"
    return f"{estimate.value:+.2f} [{estimate.low:+.2f}, {estimate.high:+.2f}] on {estimate.effective_n:.0f}"


def main(arguments: list[str]) -> int:
    """Print the turning points of the pairs, then the lull."""
    folder = Path(arguments[0])
    lines: list[str] = []
    for title, a, b in (("China and Japan", "CHN", "JPN"), ("Sudan and South Sudan", "SDN", "SSD")):
        acts = sorted(icews_acts(folder, a, b), key=lambda act: act.day)
        lines += describe(f"{title} (ICEWS)", acts, turning_points(acts))
    acts = sorted(gdelt_acts(folder, "RUS", "USA"), key=lambda act: act.day)
    lines += describe("United States and Russia (GDELT days)", acts, turning_points(acts))
    lines += lull(folder, measure("RUS", "USA", Material(acts), by="month", half_life_days=HALF_LIFE))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
