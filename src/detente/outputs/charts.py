"""The chart of a relation: the headline index with its interval, the level, turning points, and the six series below.

One Vega-Lite chart (altair) for report, file and notebook. It is rendered to SVG or PNG by vl-convert, without a
browser and without a network.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert as vlc

from detente.errors import UsageError
from detente.relations import Period, Relation, TurningPoint
from detente.relations.acts import SERIES

SUFFIXES = (".svg", ".png", ".html", ".json")
WIDTH, NARROW = 760, 300
# Okabe & Ito (2008), told apart by readers of every colour vision; cooperation blue, conflict orange, the rest grey.
BLUE, ORANGE, GREY, INK = "#0072B2", "#D55E00", "#8c8c8c", "#222222"
GREEN, PURPLE = "#009E73", "#CC79A7"
COLOURS = {
    "contact": GREY,
    "commitments": "#56B4E9",
    "asks": "#c4c4c4",
    "hostile_words": "#E69F00",
    "deeds_for": BLUE,
    "deeds_against": ORANGE,
}


def relation_chart(relation: Relation, points: Sequence[TurningPoint] = (), width: int = WIDTH) -> Any:  # noqa: ANN401 - altair's methods return untyped charts
    """Draw a relation: index, level and turning points above, stories by series below, on one time axis.

    `width` is the drawing's width in pixels, axes aside.
    """
    index = alt.layer(*_turn_layers(points), *_index_layers(relation, width)).properties(width=width, height=220)
    chart = alt.vconcat(index, _series_bars(relation, width), spacing=14).resolve_scale(x="shared")
    return _styled(chart)


def direction_chart(relation: Relation, width: int = WIDTH) -> Any:  # noqa: ANN401 - altair has no types
    """Draw each series by itself: what the first actor does to the second upwards, the other way downwards."""
    rows = [
        {"start": period.start.isoformat(), "series": _named(series), "way": way, "stories": sign * number}
        for period in relation.periods
        for sign, way, side in ((1, "first on second", period.forward), (-1, "second on first", period.backward))
        for series in SERIES
        if (number := getattr(side, series))
    ]
    one = (
        alt.Chart()
        .mark_bar(size=_bar_size(relation, width))
        .encode(
            x=_time_axis(width),
            y=alt.Y("stories:Q", title=None, axis=alt.Axis(tickCount=3, tickMinStep=1, labelExpr="abs(datum.value)")),
            color=alt.Color(
                "way:N",
                scale=alt.Scale(domain=["first on second", "second on first"], range=[GREEN, PURPLE]),
                legend=None,
            ),
        )
        .properties(width=width, height=46)
    )
    label = alt.Header(title=None, labelAnchor="start", labelOrient="top", labelFontWeight="bold", labelPadding=2)
    row = alt.Row("series:N", header=label, sort=[_named(series) for series in SERIES])
    return _styled(one.facet(row=row, data=_data(rows), spacing=6).resolve_scale(y="independent"))


def _styled(chart: Any) -> Any:  # noqa: ANN401 - altair has no types
    return chart.configure_view(stroke=None).configure_axis(labelFont="sans-serif", titleFont="sans-serif")


def _time_axis(width: int) -> Any:  # noqa: ANN401 - altair has no types
    return alt.X("start:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, tickCount=max(2, width // 95)))


def _turn_layers(points: Sequence[TurningPoint]) -> Iterator[Any]:
    """A line where the balance turned, its interval as a band, its number in the list of turning points above it."""
    if not points:
        return
    rows = [
        {
            "start": point.day.isoformat(),
            "low": point.earliest.isoformat(),
            "high": point.latest.isoformat(),
            "label": str(number),
            "better": point.change > 0,
        }
        for number, point in enumerate(points, 1)
    ]
    colour = alt.condition("datum.better", alt.value(BLUE), alt.value(ORANGE))
    base = alt.Chart(_data(rows))
    yield base.mark_rect(opacity=0.14).encode(x=alt.X("low:T", title=None), x2="high:T", color=colour)
    yield base.mark_rule(strokeWidth=1.6, strokeDash=[5, 3]).encode(x="start:T", color=colour)
    yield base.mark_text(dy=-7, fontSize=11, fontWeight="bold").encode(
        x="start:T", y=alt.value(0), text="label:N", color=colour
    )


def _index_layers(relation: Relation, width: int) -> Iterator[Any]:
    x = _time_axis(width)
    title = "log-odds of cooperation (90 % interval)"
    indexes = _data([row for period in relation.periods for row in _estimate_row(period, "index")])
    levels = _data([row for period in relation.periods for row in _estimate_row(period, "level")])
    yield alt.Chart(_data([{"y": 0}])).mark_rule(color=GREY, strokeDash=[3, 3]).encode(y="y:Q")
    yield (
        alt.Chart(levels)
        .mark_area(color=GREY, opacity=0.18)
        .encode(x=x, y=alt.Y("low:Q", title=title, scale=alt.Scale(domain=[-5, 5], clamp=True)), y2="high:Q")
    )
    yield alt.Chart(levels).mark_line(color=GREY, strokeWidth=1.5).encode(x=x, y="value:Q")
    yield alt.Chart(indexes).mark_rule(color=INK, strokeWidth=1.2).encode(x=x, y="low:Q", y2="high:Q")
    yield (
        alt.Chart(indexes)
        .mark_point(filled=True, size=55, opacity=1)
        .encode(
            x=x,
            y="value:Q",
            color=alt.condition("datum.value >= 0", alt.value(BLUE), alt.value(ORANGE)),
        )
    )


def _data(rows: Sequence[Mapping[str, object]]) -> Any:  # noqa: ANN401 - altair has no type for it
    return alt.Data(values=list(rows))  # type: ignore[no-untyped-call]  # altair generates this class without types


def _estimate_row(period: Period, name: str) -> Iterator[dict[str, object]]:
    estimate = getattr(period, name)
    if estimate is not None:
        day = period.start.isoformat()
        yield {"start": day, "value": estimate.value, "low": estimate.low, "high": estimate.high}


def _named(series: str) -> str:
    return series.replace("_", " ")


def _bar_size(relation: Relation, width: int) -> float:
    return max(2.0, min(18.0, width / max(len(relation.periods), 1) - 1))


def _series_bars(relation: Relation, width: int) -> Any:  # noqa: ANN401 - altair has no types
    rows = [
        {"start": period.start.isoformat(), "series": _named(series), "stories": getattr(period.both, series)}
        for period in relation.periods
        for series in SERIES
        if getattr(period.both, series)
    ]
    names = [_named(series) for series in SERIES]
    colours = alt.Scale(domain=names, range=[COLOURS[series] for series in SERIES])
    columns = 6 if width >= WIDTH else 3
    return (
        alt.Chart(_data(rows))
        .mark_bar(size=_bar_size(relation, width))
        .encode(
            x=_time_axis(width),
            y=alt.Y("stories:Q", title="stories", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("series:N", scale=colours, legend=alt.Legend(title=None, orient="bottom", columns=columns)),
            order=alt.Order("series:N"),
        )
        .properties(width=width, height=130)
    )


def to_svg(chart: Any) -> str:  # noqa: ANN401 - altair has no types
    """Render a chart to SVG text."""
    return str(vlc.vegalite_to_svg(chart.to_json()))


def save_chart(chart: Any, path: Path) -> None:  # noqa: ANN401 - altair has no types
    """Write a chart as SVG, PNG, offline HTML or Vega-Lite JSON, as the file's name tells.

    Raises:
        UsageError: the name ends otherwise, or the file cannot be written.
    """
    spec = chart.to_json()
    if path.suffix not in SUFFIXES:
        raise UsageError(f"{path}: a chart is written to a file that ends in {', '.join(SUFFIXES)}")
    try:
        if path.suffix == ".png":
            path.write_bytes(vlc.vegalite_to_png(spec, scale=2))
        elif path.suffix == ".html":
            path.write_text(vlc.vegalite_to_html(spec, bundle=True), encoding="utf-8")
        else:
            path.write_text(spec if path.suffix == ".json" else to_svg(chart), encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{path}: cannot be written: {problem}") from problem
