"""Any two actors: states, their parts, bodies and groups, by code, entity or name."""

from datetime import date
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.outputs.reports import report_html
from detente.record.store import Record
from detente.relations import actor_name, find_actor, measures_between, relate
from detente.settings import Settings
from exchange_rows import imported
from pair_world import build, told

DAY = date(2019, 3, 4)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    acts = [
        told(DAY, "REJECT", source="RUSGOV", target="SWE"),
        told(DAY, "AGREE", source="NORGOV", target="FIN"),
        told(DAY, "SANCTION", source="NORMIL", target="FINGOV", cameo="163"),
        told(DAY, "ACCUSE", source="NOR", target="IGO", target_entity="ORG:NATO"),
        told(DAY, "ASSAULT", source="PSEREB", target="NOR", source_entity="ORG:HAMAS"),
        told(DAY, "CONSULT", source="FIN", target="NORGOV", target_entity="Q999", reciprocal=True),
    ]
    return build(tmp_path_factory.mktemp("record") / "record", acts)


def test_groups_that_another_data_set_names(tmp_path: Path) -> None:
    act = {"CAMEO Code": "190", "Event Text": "Use conventional military force", "Source Name": "Blue Front"}
    record = imported(tmp_path, "icews", act | {"Source Sectors": "Rebel"}).record
    found = [find_actor(record, given) for given in ("blue front", "Blue Front ", "Finland")]
    assert found == ["Blue Front", "Blue Front", "FIN"]
    (period,) = relate(record, "blue front", "Finland", Settings()).periods
    assert (period.forward.deeds_against, period.backward.deeds_against, period.reports) == (1, 0, 1)
    assert "Blue Front" in report_html(record, relate(record, "Blue Front", "FIN", Settings()))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("NOR", "NOR"), ("nor", "NOR"), ("Norway", "NOR"), ("norway", "NOR"), ("NORGOV", "NORGOV"),
        ("nor gov", "NORGOV"),
        ("NATO", "ORG:NATO"), ("ORG:NATO", "ORG:NATO"), ("Hamas", "ORG:HAMAS"), ("PSEREB", "PSEREB"), ("Q999", "Q999"),
        ("NOR:GOV", "NOR:GOV"), ("Kremlin", "RUSGOV"),
    ],
)  # fmt: skip
def test_what_an_actor_may_be_called(record: Record, given: str, found: str) -> None:
    assert find_actor(record, given) == found


@pytest.mark.parametrize(
    ("given", "near"),
    [("Norwey", "NOR (Norway)"), ("FIM", "FIN"), ("Narnia", "most events name NOR"), ("", "most events")],
)
def test_an_unknown_actor_is_refused_with_what_is_near(record: Record, given: str, near: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_actor(record, given)
    assert near in str(refused.value)


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it has no events"):
        find_actor(Record.create(tmp_path / "record"), "NOR")


@pytest.mark.parametrize(
    ("a", "b", "types"),
    [
        ("NOR", "FIN", ["AGREE", "CONSULT", "SANCTION"]),
        ("NORGOV", "FIN", ["AGREE", "CONSULT"]),
        ("NORMIL", "Finland", ["SANCTION"]),
        ("NATO", "Norway", ["ACCUSE"]),
        ("Hamas", "NOR", ["ASSAULT"]),
        ("PSEREB", "NOR", ["ASSAULT"]),
        ("Q999", "FIN", ["CONSULT"]),
        ("NATO", "FIN", []),
    ],
)
def test_relations_of_all_kinds_of_actors(record: Record, a: str, b: str, types: list[str]) -> None:
    assert sorted(act.type for act in relate(record, a, b, Settings()).acts) == types


@pytest.mark.parametrize(("a", "b"), [("NOR", "Norway"), ("NATO", "ORG:NATO")])
def test_one_actor_has_no_relation_with_itself(record: Record, a: str, b: str) -> None:
    with pytest.raises(UsageError, match="two actors"):
        relate(record, a, b, Settings())


@pytest.mark.parametrize(("a", "b", "number"), [("NOR", "FIN", 1), ("FIN", "NORMIL", 1), ("NOR", "ORG:NATO", 0)])
def test_a_part_of_a_state_is_bound_by_its_measures(record: Record, a: str, b: str, number: int) -> None:
    assert measures_between(record, a, b).num_rows == number


@pytest.mark.parametrize(("on", "number"), [(DAY, 1), (date(2019, 3, 3), 0), (date(2030, 1, 1), 1)])
def test_measures_on_a_day(record: Record, on: date, number: int) -> None:
    assert measures_between(record, "NOR", "FIN", on).num_rows == number


@pytest.mark.parametrize(("key", "name"), [("NOR", "Norway"), ("ORG:NATO", "NATO"), ("NORMIL", "NORMIL")])
def test_names(key: str, name: str) -> None:
    assert actor_name(key) == name
