"""Which acts put a measure in force, soften it and end it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from detente.lexicons.entries import FrameLine, MeasureLine
from detente.lexicons.reading import read_lines
from detente.record.model import Measure
from detente.stories.measures import Act, follow_measures, frame_words
from pair_world import build, told

LINES = read_lines("codebook/measures.tsv", MeasureLine)
FRAMES = frame_words(read_lines("en/frames.tsv", FrameLine))
FIRST = date(2019, 1, 1)
IMPOSE = ("SANCTION", "163", "frame:impose.v.obj-sanctions")
LIFT = ("RETREAT", "085", "frame:lift.v.obj-sanctions")
EASE = ("RETREAT", "085", "frame:ease.v.obj-sanctions")
EXPEL = ("SANCTION", "166", "frame:expel.v.obj-envoy", "expel")
REFUSE = ("REJECT", "124", "frame:defy.v.obj-sanction")
TRUCE = ("CONCEDE", "0871", "frame:declare.v.obj-truce")
CLOSE = ("SANCTION", "161", "frame:close.v.obj-embassy-etc")
SEVER = ("SANCTION", "161", "frame:sever.v.obj-relations")
ATTACK = ("ASSAULT", "190", "")


def acts(*given: Sequence[str], turned: Sequence[int] = (), mutual: Sequence[int] = ()) -> list[Act]:
    """One act a day of NTH on STH, each a story; those at the places in `turned` go the other way."""
    found = []
    for number, (type_, cameo, frame, *modes) in enumerate(given):
        sides = ("STH", "NTH") if number in turned else ("NTH", "STH")
        found.append(
            Act(
                FIRST + timedelta(days=number), f"story{number}", f"event{number}", type_, tuple(modes), cameo,
                (frame,) if frame else (), number in mutual, *sides, *sides, "t",
            )
        )  # fmt: skip
    return found


def follow(*given: Sequence[str], turned: Sequence[int] = (), mutual: Sequence[int] = ()) -> tuple[Measure, ...]:
    return follow_measures(acts(*given, turned=turned, mutual=mutual), LINES, FRAMES)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (IMPOSE, "sanctions"),
        (("SANCTION", "163", ""), "sanctions"),
        (EXPEL, "expulsion"),
        (CLOSE, "mission closed"),
        (("SANCTION", "161", "frame:close.v.obj-border-etc"), "border closed"),
        (SEVER, "relations cut"),
        (("SANCTION", "166", "frame:recall.v.obj-envoy", "withdraw"), "envoy recalled"),
        (("SANCTION", "161", "frame:suspend.v.obj-agreement"), "agreement suspended"),
        (("SANCTION", "164", "frame:halt.v.obj-talks"), "talks halted"),
        (("SANCTION", "162", "frame:halt.v.obj-aidflow"), "aid cut"),
        (("MOBILIZE", "154", "", "troops"), "forces deployed"),
        (("COERCE", "191", ""), "blockade"),
        (TRUCE, "ceasefire"),
    ],
)
def test_what_opens(given: Sequence[str], kind: str) -> None:
    (measure,) = follow(given)
    assert (measure.kind, measure.from_, measure.to, measure.opened_by) == (kind, FIRST, None, ("event0",))


@pytest.mark.parametrize(
    "given", [REFUSE, ATTACK, ("CONSULT", "042", ""), ("AGREE", "0354", "frame:lift.v.obj-sanctions"), LIFT]
)
def test_what_opens_nothing(given: Sequence[str]) -> None:
    assert follow(given) == ()


@pytest.mark.parametrize(
    ("given", "turned", "ends"),
    [
        ((IMPOSE, LIFT), (), True),
        ((IMPOSE, ("RETREAT", "085", "")), (), True),
        ((IMPOSE, LIFT), (1,), False),
        ((IMPOSE, ("AGREE", "0354", "frame:lift.v.obj-sanctions")), (), False),
        ((IMPOSE, ("RETREAT", "085", "frame:reopen.v.obj-border-etc")), (), False),
        ((EXPEL, LIFT), (), False),
        ((TRUCE, ATTACK), (), True),
        ((TRUCE, ATTACK), (1,), True),
        ((CLOSE, ("SUPPORT", "050", "frame:reopen.v.obj-embassy-etc")), (), True),
        ((SEVER, ("SUPPORT", "050", "frame:restore.v.obj-relations")), (1,), True),
        ((("MOBILIZE", "154", "", "troops"), ("RETREAT", "0874", "frame:recall.v.obj-troops", "withdraw")), (), True),
    ],
)  # fmt: skip
def test_what_ends(given: Sequence[Sequence[str]], turned: Sequence[int], ends: bool) -> None:
    (measure,) = follow(*given, turned=turned)
    assert (measure.to, measure.closed_by) == ((FIRST + timedelta(days=1), ("event1",)) if ends else (None, ()))


def test_easing_ends_nothing_and_later_stories_add() -> None:
    (measure,) = follow(IMPOSE, EASE, IMPOSE)
    assert (measure.opened_by, measure.eased_by, measure.to) == (("event0", "event2"), ("event1",), None)


def test_imposed_again_is_a_new_measure() -> None:
    first, second = follow(IMPOSE, LIFT, IMPOSE)
    assert (first.to, second.from_, second.to) == (FIRST + timedelta(days=1), FIRST + timedelta(days=2), None)


def test_each_direction_has_its_own() -> None:
    assert {(m.source_code, m.target_code) for m in follow(EXPEL, EXPEL, turned=(1,))} == {
        ("NTH", "STH"),
        ("STH", "NTH"),
    }


def test_mutual_measures_are_one() -> None:
    (measure,) = follow(TRUCE, TRUCE, turned=(1,), mutual=(0, 1))
    assert measure.opened_by == ("event0", "event1")


def test_measures_of_a_record(tmp_path: Path) -> None:
    record = build(
        tmp_path / "record",
        [
            told(FIRST, "SANCTION", "Gazette", "Herald", cameo="163", source="NTHGOV"),
            told(FIRST, "SANCTION", cameo="163", status="planned", source="STH", target="NTH"),
            told(FIRST, "SANCTION", cameo="163", source="STH", target="NTH", genre="opinion"),
            told(FIRST, "SANCTION", cameo="163", source="NTH", target="NTHBUS"),
            told(date(2019, 5, 1), "RETREAT", cameo="085"),
        ],
    )
    columns = 'kind, source_code, target_code, "from", "to", len(opened_by)'
    rows = record.query(f"select {columns} from measures order by target_code").fetchall()  # noqa: S608 - our own columns
    assert rows == [
        ("sanctions", "NTH", "NTHBUS", FIRST, None, 1),
        ("sanctions", "NTH", "STH", FIRST, date(2019, 5, 1), 1),
    ]
    assert all(measure.opened_by for measure in record.facts(Measure))
