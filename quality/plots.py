"""Draw what docs/accuracy.md shows: `python -m quality.plots` writes docs/figures/*.svg.

- `reliability.svg`: how often rows of each confidence are right, on the half of our labelled sentences that the curve
  was not fitted on;
- `confidence.svg`: precision, and the share of right rows that is kept, by `--min-confidence`;
- `learning.svg`: what more training sentences give (training/learning_curve.tsv, written by hand from training runs).
"""

import csv
import sys
from pathlib import Path
from typing import Any, NamedTuple

import altair as alt
import vl_convert as vlc
from quality.reliability import TENTHS, judged_rows
from training.sentences import HERE as TRAINING

OUT = Path(__file__).parent.parent / "docs/figures"
SIZE = {"width": 380, "height": 260}
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#8c8c8c"
# Fewer rows than this say nothing of a share.
FEWEST = 5


class Judged(NamedTuple):
    """A row's calibrated confidence and whether it is right."""

    sure: float
    right: bool


def reliability(rows: list[Judged]) -> Any:  # noqa: ANN401 - altair's methods return untyped charts
    """Share of right rows by tenths of confidence, beside the line on which both are the same."""
    parts = [[row for row in rows if n <= row.sure * TENTHS < n + 1] for n in range(TENTHS)]
    points = [
        {"confidence": sum(row.sure for row in part) / len(part), "right": share(part), "rows": len(part)}
        for part in parts
        if len(part) >= FEWEST
    ]
    line = alt.Chart(alt.Data(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}])).mark_line(color=GREY, strokeDash=[4, 4])
    ideal = line.encode(x=alt.X("x:Q", title="confidence"), y=alt.Y("y:Q", title="share of rows that are right"))
    dots = alt.Chart(alt.Data(values=points)).mark_circle(color=BLUE, opacity=1)
    sized = alt.Size("rows:Q", scale=alt.Scale(range=[30, 400]), legend=alt.Legend(title="rows"))
    return alt.layer(ideal, dots.encode(x="confidence:Q", y="right:Q", size=sized)).properties(**SIZE)


def confidence(rows: list[Judged]) -> Any:  # noqa: ANN401 - altair has no types
    """Precision and the share of right rows kept, by the least confidence asked for."""
    right = sum(row.right for row in rows)
    points = []
    for least in (n / 40 for n in range(40)):
        kept = [row for row in rows if row.sure >= least]
        if len(kept) < FEWEST:
            break
        found = sum(row.right for row in kept)
        points += [{"least": least, "share": share(kept), "of": "rows kept that are right"}]
        points += [{"least": least, "share": found / right, "of": "right rows that are kept"}]
    colours = alt.Scale(domain=["rows kept that are right", "right rows that are kept"], range=[BLUE, ORANGE])
    chart = alt.Chart(alt.Data(values=points)).mark_line(strokeWidth=2)
    return chart.encode(
        x=alt.X("least:Q", title="--min-confidence"),
        y=alt.Y("share:Q", title="share", scale=alt.Scale(domain=[0, 1])),
        color=alt.Color("of:N", scale=colours, legend=alt.Legend(title=None, orient="bottom")),
    ).properties(**SIZE)


def learning(path: Path) -> Any:  # noqa: ANN401 - altair has no types
    """Macro-F1 by the number of training sentences."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    names = {"type_f1": "type, 16 labels", "quad_f1": "quad, 4 labels"}
    points = [
        {"sentences": int(row["sentences"]), "f1": float(row[column]), "of": name}
        for row in table
        for column, name in names.items()
    ]
    colours = alt.Scale(domain=list(names.values()), range=[BLUE, GREEN])
    chart = alt.Chart(alt.Data(values=points)).mark_line(point=True, strokeWidth=2)
    return chart.encode(
        x=alt.X("sentences:Q", title="training sentences", scale=alt.Scale(type="log")),
        y=alt.Y("f1:Q", title="macro-F1, model alone", scale=alt.Scale(zero=False)),
        color=alt.Color("of:N", scale=colours, legend=alt.Legend(title=None, orient="bottom")),
    ).properties(**SIZE)


def share(rows: list[Judged]) -> float:
    """Share of rows that are right."""
    return sum(row.right for row in rows) / len(rows)


def save(chart: Any, name: str) -> None:  # noqa: ANN401 - altair has no types
    """Write a chart as SVG."""
    drawn = chart.configure_view(stroke=None).configure_axis(labelFont="sans-serif", titleFont="sans-serif")
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.svg").write_text(vlc.vegalite_to_svg(drawn.to_json()), encoding="utf-8")


def main() -> int:
    """Draw all three."""
    curve, held = judged_rows()
    rows = [Judged(curve(row.raw), row.right) for row in held]
    save(reliability(rows), "reliability")
    save(confidence(rows), "confidence")
    save(learning(TRAINING / "learning_curve.tsv"), "learning")
    return 0


if __name__ == "__main__":
    sys.exit(main())
