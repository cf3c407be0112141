"""What goes out comes back."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import made
from detente.errors import UsageError
from detente.exchange import gdelt
from detente.exchange.exporting import export_events
from detente.exchange.importing import format_named, import_files
from detente.record.store import Record
from detente.settings import Settings
from exchange_rows import imported

# What all three formats and the record share.
SHARED = """
select date_start, type, reciprocal, source_code, target_code, source_text, target_text, place, place_country, lat, lon
from events order by all
"""
CAMEO = "select cameo, modes, goldstein, quad from events order by all"
ORIGINALS = """
select row_id, mirror_id, article, publisher, mentions, sources, articles, tone, intensity, added, given_act,
       given_source, given_target
from imported order by all
"""
IMPORTER = {"gdelt2": "gdelt", "icews": "icews", "polecat": "polecat"}
VISIT = {"CAMEO Code": "042", "Event Text": "Make a visit", "Intensity": "1.9"}
HOSTS = {
    "Source Name": "Finland", "Source Country": "Finland", "Target Name": "Norway", "Target Country": "Norway",
    "CAMEO Code": "043", "Event Text": "Host a visit", "Intensity": "2.8",
}  # fmt: skip
ACTS = {
    "icews": [
        {"Event ID": "1"} | VISIT,
        {"Event ID": "2"} | HOSTS,
        {"Event ID": "3", "CAMEO Code": "112", "Event Text": "Accuse", "Source Name": "European Union",
         "Source Country": "NA", "Source Sectors": "International Government Organization", "Story ID": "8"},
        {"Event ID": "4", "CAMEO Code": "190", "Event Text": "Use force", "Source Name": "Military (Chad)",
         "Source Country": "Chad", "Source Sectors": "Government,Military", "Country": "Chad", "City": "NA",
         "Latitude": "NA", "Longitude": "NA", "Story ID": "9"},
    ],
    "gdelt": [
        {"GLOBALEVENTID": "1", "Actor1EthnicCode": "xyz", "IsRootEvent": "0"},
        {"GLOBALEVENTID": "2", "Actor1Code": "IGOUNO", "Actor1Name": "UNITED NATIONS", "Actor1CountryCode": "",
         "Actor1KnownGroupCode": "UNO", "Actor1Type1Code": "IGO", "EventCode": "036", "GoldsteinScale": "4"},
        {"GLOBALEVENTID": "3", "Actor2Code": "", "Actor2Name": "", "Actor2CountryCode": "", "EventCode": "141",
         "GoldsteinScale": "-6.5", "SOURCEURL": "https://herald.example/b"},
    ],
    "polecat": [
        {"Event ID": "a_1"},
        {"Event ID": "b_1", "Event Type": "CONSULT", "Event Mode": "phone", "Intensity": "1.5"},
        {"Event ID": "b_2", "Event Type": "CONSULT", "Event Mode": "phone", "Intensity": "1.5", "Actor Name": "Finland",
         "Actor Country": "FIN", "Primary Actor Sector": "None", "Recipient Name": "Norway",
         "Recipient Country": "NOR", "Primary Recipient Sector": "GOV"},
    ],
}  # fmt: skip


def there_and_back(record: Record, name: str, folder: Path) -> Record:
    path = folder / f"out.{name}"
    export_events(record, name, path)
    done = import_files(format_named(IMPORTER[name]), [path], folder / f"back-{name}", Settings())
    assert done.refusals == ()
    return done.record


@pytest.mark.parametrize(("format_", "name"), [("icews", "icews"), ("gdelt", "gdelt2"), ("polecat", "polecat")])
def test_the_same_format_keeps_every_field(tmp_path: Path, format_: str, name: str) -> None:
    record = imported(tmp_path, format_, *ACTS[format_]).record
    back = there_and_back(record, name, tmp_path)
    for query in (SHARED, CAMEO, ORIGINALS):
        assert back.query(query).fetchall() == record.query(query).fetchall()


def test_columns_that_only_the_source_has_come_back_as_they_stood(tmp_path: Path) -> None:
    record = imported(tmp_path, "gdelt", ACTS["gdelt"][0]).record
    export_events(record, "gdelt2", tmp_path / "out.csv")
    cells = dict(zip(gdelt.COLUMNS, (tmp_path / "out.csv").read_text().rstrip("\n").split("\t"), strict=True))
    assert (cells["Actor1EthnicCode"], cells["IsRootEvent"], cells["ActionGeo_Type"]) == ("xyz", "0", "4")
    assert (cells["MonthYear"], cells["Year"], cells["FractionDate"], cells["QuadClass"]) == (
        "201903", "2019", "2019.1753", "3",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["gdelt2", "icews", "polecat"])
@pytest.mark.parametrize("format_", ["icews", "gdelt", "polecat"])
def test_another_format_keeps_what_both_know(tmp_path: Path, format_: str, name: str) -> None:
    record = imported(tmp_path, format_, *ACTS[format_]).record
    back = there_and_back(record, name, tmp_path)
    upper = [tuple(str(cell).upper() for cell in row) for row in record.query(SHARED).fetchall()]
    assert [tuple(str(cell).upper() for cell in row) for row in back.query(SHARED).fetchall()] == upper


def test_a_reciprocal_act_is_two_rows_a_visit_and_its_host(tmp_path: Path) -> None:
    record = imported(tmp_path, "icews", *ACTS["icews"][:2]).record
    export_events(record, "icews", tmp_path / "out.tab")
    rows = list(csv.DictReader((tmp_path / "out.tab").open(), delimiter="\t"))
    assert [(row["Event ID"], row["CAMEO Code"], row["Source Name"]) for row in rows] == [
        ("1", "042", "Norway"),
        ("2", "043", "Finland"),
    ]


def test_coded_acts_go_out_and_what_the_format_cannot_say_is_counted(tmp_path: Path) -> None:
    record = Record.create(tmp_path / "record")
    with record.writing():
        record.append(made.batch(1))
    done = export_events(record, "icews", tmp_path / "out.tab")
    rows = list(csv.DictReader((tmp_path / "out.tab").open(), delimiter="\t"))
    counted = record.query(
        "select sum(if(reciprocal, 2, 1)) from events where content_of = '' and status in ('happened', 'ongoing')"
    )
    assert (len(rows), done.rows, done.left_out) == (counted.fetchall()[0][0], len(rows), 0)


def read_rows(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".parquet":
        return list(pq.read_table(path).to_pylist())
    if path.suffix == ".csv":
        return [dict(row) for row in csv.DictReader(path.open())]
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_plain_formats_hold_every_event_with_its_document(tmp_path: Path, name: str) -> None:
    record = imported(tmp_path, "icews", *ACTS["icews"]).record
    path = tmp_path / f"out.{name}"
    assert export_events(record, name, path).rows == 3
    rows = read_rows(path)
    assert sorted(str(row["row_id"]) for row in rows) == ["1", "3", "4"]
    assert {"event_id", "type", "title", "published", "origin"} <= set(rows[0])


def test_unknown_formats_are_said(tmp_path: Path) -> None:
    record = imported(tmp_path, "icews", {}).record
    with pytest.raises(UsageError, match="no format 'xml'; allowed are gdelt2, icews, polecat, csv, jsonl, parquet"):
        export_events(record, "xml", tmp_path / "x")
