"""Invented rows in the columns of other data sets, and a way to import them."""

from pathlib import Path

from detente.exchange import gdelt, icews, polecat
from detente.exchange.importing import Finished, format_named, import_files
from detente.settings import Settings

ICEWS = {
    "Event ID": "1", "Event Date": "2019-03-04", "Source Name": "Norway", "Source Sectors": "NA",
    "Source Country": "Norway", "Event Text": "Make statement", "CAMEO Code": "010", "Intensity": "0.0",
    "Target Name": "Finland", "Target Sectors": "NA", "Target Country": "Finland", "Story ID": "500",
    "Sentence Number": "2", "Publisher": "Gazette", "City": "Oslo", "District": "NA", "Province": "NA",
    "Country": "Norway", "Latitude": "59.9127", "Longitude": "10.7461",
}  # fmt: skip
GDELT = dict.fromkeys(gdelt.COLUMNS, "") | {
    "GLOBALEVENTID": "900", "SQLDATE": "20190304", "Actor1Code": "NORGOV", "Actor1Name": "NORWAY",
    "Actor1CountryCode": "NOR", "Actor1Type1Code": "GOV", "Actor2Code": "FIN", "Actor2Name": "FINLAND",
    "Actor2CountryCode": "FIN", "IsRootEvent": "1", "EventCode": "112", "EventBaseCode": "112", "EventRootCode": "11",
    "QuadClass": "3", "GoldsteinScale": "-2.0", "NumMentions": "6", "NumSources": "2", "NumArticles": "5",
    "AvgTone": "-1.25", "ActionGeo_Type": "4", "ActionGeo_FullName": "Oslo, Oslo, Norway",
    "ActionGeo_CountryCode": "NO", "ActionGeo_Lat": "59.9167", "ActionGeo_Long": "10.75",
    "DATEADDED": "20190304121500", "SOURCEURL": "https://www.gazette.example/a1",
}  # fmt: skip
POLECAT = dict.fromkeys(polecat.COLUMNS, "None") | {
    "Event ID": "ab12_1", "Event Date": "2019-03-04", "Event Type": "ACCUSE", "Event Mode": "allege",
    "Intensity": "-3.5", "Quad Code": "VERBAL CONFLICT", "Contexts": "military|cyber", "Actor Name": "Norway",
    "Actor Country": "NOR", "Primary Actor Sector": "GOV", "Recipient Name": "Finland", "Recipient Country": "FIN",
    "Country": "NOR", "Latitude": "59.9", "Longitude": "10.7", "GeoNames ID": "3143244", "Source": "Gazette",
    "Publication Date": "2019-03-05", "Version": "NGEC_test",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "ARV1", "event_date": "2019-03-04", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Mali (2020-)", "inter1": "1", "actor2": "Unidentified Armed Group (Mali)",
    "inter2": "3", "country": "Mali", "location": "Kidal", "latitude": "18.44", "longitude": "1.4", "source": "Gazette",
    "notes": "Invented.", "fatalities": "2", "timestamp": "1",
}  # fmt: skip
SEPARATORS = {"icews": "\t", "gdelt": "\t", "polecat": "\t", "acled": ","}
MODELS = {"icews": ICEWS, "gdelt": GDELT, "polecat": POLECAT, "acled": ACLED}
HEADERS = {"icews": icews.COLUMNS, "polecat": polecat.COLUMNS, "acled": tuple(ACLED), "gdelt": ()}


def write(path: Path, format_: str, *changes: dict[str, str]) -> Path:
    """Write a file of rows, each the model row of the format with some cells changed."""
    separator = SEPARATORS[format_]
    rows = [list((MODELS[format_] | change).values()) for change in changes]
    lines = [separator.join(cells) for cells in ([HEADERS[format_]] if HEADERS[format_] else []) + rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def imported(folder: Path, format_: str, *changes: dict[str, str], name: str = "rows.txt") -> Finished:
    """Import rows, written as above, into the record `folder`/record."""
    path = write(folder / name, format_, *changes)
    return import_files(format_named(format_), [path], folder / "record", Settings())
