"""What the codes of other data sets become."""

from pathlib import Path

import pytest

from detente.exchange import gdelt
from detente.exchange.importing import format_named, import_files
from detente.settings import Settings
from exchange_rows import GDELT, imported


def event(folder: Path, format_: str, change: dict[str, str], columns: str) -> tuple[object, ...]:
    done = imported(folder, format_, change)
    assert done.refusals == ()
    (row,) = done.record.query(f"select {columns} from events").fetchall()  # noqa: S608  our own columns
    return tuple(row)


@pytest.mark.parametrize(
    ("change", "type_", "cameo", "goldstein"),
    [
        ({}, "", "010", 0.0),
        ({"CAMEO Code": "057", "Event Text": "Sign formal agreement", "Intensity": "8"}, "SUPPORT", "057", 8.0),
        ({"CAMEO Code": "10", "Event Text": "Make statement"}, "", "010", 0.0),
        ({"CAMEO Code": "1999", "Intensity": "NA"}, "ASSAULT", "1999", -10.0),
    ],
)
def test_icews_acts(tmp_path: Path, change: dict[str, str], type_: str, cameo: str, goldstein: float) -> None:
    assert event(tmp_path, "icews", change, "type, cameo, goldstein") == (type_, cameo, goldstein)


@pytest.mark.parametrize(
    ("name", "sectors", "country", "code", "entity"),
    [
        ("Norway", "NA", "Norway", "NOR", "NOR"),
        ("Vladimir Putin", "Executive,Government", "Russian Federation", "RUSGOV", ""),
        ("Head of Government (Senegal)", "Elite,Executive,Government", "Senegal", "SENGOV", ""),
        ("Military (Chad)", "Government,Military", "Chad", "TCDMIL", ""),
        ("Citizen (Chad)", "General Population / Civilian / Social,Social", "Chad", "TCDCVL", ""),
        ("European Union", "Regional,International Government Organization", "NA", "EUR", "EUR"),
        ("UN Security Council", "NA", "NA", "UNO", "ORG:UNSC"),
        ("Some Body", "Global,International Government Organization", "NA", "IGO", ""),
        ("Unidentified State Actor", "NA", "NA", "", ""),
    ],
)
def test_icews_parties(tmp_path: Path, name: str, sectors: str, country: str, code: str, entity: str) -> None:
    change = {"Source Name": name, "Source Sectors": sectors, "Source Country": country}
    assert event(tmp_path, "icews", change, "source_code, source_entity") == (code, entity)


@pytest.mark.parametrize("day", ["2019-03-04", "3/4/2019", "20190304", "2019-03-04 00:00:00"])
def test_icews_days(tmp_path: Path, day: str) -> None:
    assert event(tmp_path, "icews", {"Event Date": day}, "date_start::varchar") == ("2019-03-04",)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("NORGOV", "NORGOV"),
        ("USAMED", "USAJRN"),
        ("TUROPPHLH", "TUROPP"),
        ("IGOUNO", "UNO"),
        ("IGOEUREEC", "EUR"),
        ("EUR", ""),
        ("ROMGOV", "ROUGOV"),
        ("CVL", "CVL"),
        ("MNC", "MNC"),
        ("CHNCHRCTHGOV", "CHNGOV"),
        ("", ""),
    ],
)
def test_gdelt_parties(tmp_path: Path, given: str, code: str) -> None:
    assert event(tmp_path, "gdelt", {"Actor1Code": given}, "source_code") == (code,)


def test_gdelt_keeps_what_it_says(tmp_path: Path) -> None:
    done = imported(tmp_path, "gdelt", {})
    columns = "row_id, mentions, sources, articles, tone, publisher, added, given_source, line"
    assert done.record.query(f"select {columns} from imported").fetchall() == [  # noqa: S608  our own columns
        ("900", 6, 2, 5, -1.25, "gazette.example", "20190304121500", "NORGOV", 1)
    ]
    assert done.record.query("select type, goldstein, place, place_country, lat from events").fetchall() == [
        ("ACCUSE", -2.0, "Oslo, Oslo, Norway", "NOR", 59.9167)
    ]


def test_gdelt_files_without_an_address_and_the_reduced_file(tmp_path: Path) -> None:
    old = tmp_path / "1995.csv"
    old.write_text("\t".join(GDELT[name] for name in gdelt.OLDER[:-1]) + "\n")
    reduced = tmp_path / "reduced.txt"
    header = [
        *gdelt.REDUCED,
        *(f"{what}Geo{part}" for what in ("Source", "Target", "Action") for part in ("Type", "Lat", "Long")),
    ]
    cells = ["19950301", "NORGOV", "FIN", "036", "7", "9", "1", "4.0", *[""] * 6, "4", "59.9", "10.7"]
    reduced.write_text("\t".join(header) + "\n" + "\t".join(cells) + "\n")
    done = import_files(format_named("gdelt"), [old, reduced], tmp_path / "record", Settings())
    rows = done.record.query("select origin, n_events, articles, lat from imported join events using (event_id)")
    assert sorted(rows.fetchall()) == [("gdelt-reduced", 7, 9, 59.9), ("gdelt1", None, 5, 59.9167)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ("ACCUSE", ["allege"], -3.5, 3, "NORGOV", "FIN")),
        ({"Event Type": "DEMAND", "Event Mode": "None"}, ("REQUEST", [], -3.5, 3, "NORGOV", "FIN")),
        ({"Event Mode": "unheard-of"}, ("ACCUSE", [], -3.5, 3, "NORGOV", "FIN")),
        ({"Actor Country": "SWE; DNK"}, ("ACCUSE", ["allege"], -3.5, 3, "SWEGOV", "FIN")),
        ({"Recipient Country": "XKX"}, ("ACCUSE", ["allege"], -3.5, 3, "NORGOV", "KOS")),
        ({"Recipient Country": "IGO", "Recipient Name": "Some Body"}, ("ACCUSE", ["allege"], -3.5, 3, "NORGOV", "IGO")),
    ],
)
def test_polecat(tmp_path: Path, change: dict[str, str], expected: tuple[object, ...]) -> None:
    columns = "type, modes, plover_score, quad, source_code, target_code"
    assert event(tmp_path, "polecat", change, columns) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ("ASSAULT", True, "MLIMIL", "MLIPRM", 2)),
        ({"sub_event_type": "Peaceful protest", "actor1": "Protesters (Mali)", "inter1": "Protesters", "actor2": "",
          "inter2": ""}, ("PROTEST", False, "MLICVL", "", 2)),
        ({"actor1": "Police Forces of Peru (2021-)"}, ("ASSAULT", True, "PERCOP", "MLIPRM", 2)),
        ({"sub_event_type": "Other", "event_date": "4 March 2019"}, ("", False, "MLIMIL", "MLIPRM", 2)),
    ],
)  # fmt: skip
def test_acled(tmp_path: Path, change: dict[str, str], expected: tuple[object, ...]) -> None:
    assert event(tmp_path, "acled", change, "type, reciprocal, source_code, target_code, dead") == expected


@pytest.mark.parametrize(
    ("format_", "change", "reason"),
    [
        ("icews", {"Event Date": "31/31/2019"}, "Event Date is '31/31/2019', which is no day"),
        ("icews", {"CAMEO Code": "99"}, "CAMEO Code is '99', which CAMEO does not have"),
        ("icews", {"Latitude": "123"}, "Latitude is '123', a coordinate lies between -90 and 90"),
        ("gdelt", {"GoldsteinScale": "much"}, "GoldsteinScale is 'much', which is no number here"),
        ("gdelt", {"GLOBALEVENTID": ""}, "GLOBALEVENTID is '', and must not be empty"),
        ("polecat", {"Event Type": "DANCE"}, "Event Type is 'DANCE', which PLOVER does not have"),
        ("acled", {"sub_event_type": "Dance"}, "sub_event_type is 'Dance', which is not known"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, format_: str, change: dict[str, str], reason: str) -> None:
    identity = {"icews": "Event ID", "gdelt": "GLOBALEVENTID", "polecat": "Event ID", "acled": "event_id_cnty"}[format_]
    done = imported(tmp_path, format_, {}, {identity: "77"} | change, {identity: "78"})
    line = 2 if format_ == "gdelt" else 3
    assert [(refusal.uri, refusal.reason) for refusal in done.refusals] == [(f"{tmp_path / 'rows.txt'}:{line}", reason)]
    assert done.files[0][1].bad == 1
    assert done.record.query("select count(*) from refusals").fetchall() == [(1,)]
