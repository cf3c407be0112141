"""What the report and the chart of a relation show."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from detente.api import open_record
from detente.errors import UsageError
from detente.outputs.charts import NARROW, direction_chart, relation_chart, to_svg
from detente.outputs.relation_tables import turning_rows, variant_rows
from detente.outputs.reports import marked_sentence, report_html
from detente.record.store import Record
from detente.record.versions import read_version
from detente.relations import Relation, relate, robustness, turning_points
from detente.settings import Settings
from exchange_rows import imported
from pair_world import Told, build, told

FIRST = date(2019, 1, 7)


def worsening() -> list[Told]:
    """Thirty cooperative acts, then thirty conflictual ones, a week apart; sanctions that stand, a truce that ends."""
    acts = [
        told(FIRST + timedelta(days=7 * number), "AGREE" if number < 30 else "ACCUSE", "Gazette", "Herald")
        for number in range(60)
    ]
    return [
        *acts,
        told(date(2019, 8, 20), "SANCTION", cameo="163"),
        told(date(2019, 2, 1), "CONCEDE", cameo="0871", source="STH", target="NTH"),
        told(date(2019, 8, 25), "ASSAULT"),
        told(date(2019, 9, 9), "CONSULT", status="planned", reciprocal=True),
    ]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return build(tmp_path_factory.mktemp("record") / "record", worsening())


@pytest.fixture(scope="module")
def relation(record: Record) -> Relation:
    return relate(record, "NTH", "STH", Settings())


@pytest.fixture(scope="module")
def page(record: Record, relation: Relation) -> str:
    return report_html(record, relation)


def section(page: str, name: str) -> str:
    return page.split(f'<h2 id="{name}">')[1].split("<h2")[0]


def test_a_turning_point_stands_with_its_stories(page: str) -> None:
    turns = section(page, "turns")
    assert re.search(r"1\. 2019-08-0\d: cooperation from 9\d&nbsp;% to \d&nbsp;%", turns)
    assert turns.count("<blockquote>") == 5
    assert "ASSAULT" in turns
    assert "AGREE" not in turns


def test_measures_stand_with_their_sentences(page: str) -> None:
    measures = section(page, "measures")
    assert measures.index("in force") < measures.index("ended 2019-08-25")
    assert measures.count("Northland did something to Southland.") == 3
    assert "sanctions" in measures
    assert "ceasefire" in measures


def test_each_story_is_told_once(page: str) -> None:
    timeline = section(page, "timeline")
    assert timeline.count("<blockquote>") == 63
    assert timeline.count("2 documents") == 60


def test_the_level_says_what_it_rests_on(page: str) -> None:
    assert re.search(r"Level at the end \(2020-02-29\): -\d\.\d\d.*resting on the weight of \d+\.\d", page, re.DOTALL)


def test_a_level_near_balance_is_called_so(tmp_path: Path) -> None:
    record = build(tmp_path / "record", [told(FIRST, "AGREE"), told(FIRST, "ACCUSE")])
    page = report_html(record, relate(record, "NTH", "STH", Settings()))
    assert "cannot be told from balance" in page
    assert "None is nine times likelier than no turn at all" in section(page, "turns")
    assert "No sanction, expulsion" in section(page, "measures")


def test_the_outlook_stands_beside_climatology_or_says_why_not(tmp_path: Path) -> None:
    short = build(tmp_path / "short", [told(FIRST, "AGREE"), told(date(2019, 4, 1), "ACCUSE")])
    page = report_html(short, relate(short, "NTH", "STH", Settings()))
    assert "Not enough history" in section(page, "outlook")
    kinds = ("AGREE", "ACCUSE", "CONSULT", "SANCTION")
    acts = [told(FIRST + timedelta(days=4 * n), kinds[n % 4], quad=(1, 3, 1, 4)[n % 4]) for n in range(140)]
    record = build(tmp_path / "record", acts)
    found = section(report_html(record, relate(record, "NTH", "STH", Settings())), "outlook")
    assert all(words in found for words in ("climatology", "persistence", "1 month ahead", "3 months", "6 months"))
    assert found.count("not tested") > 6
    assert "Take no more from it than climatology says" in found
    assert "had the index" in found


def test_meetings_ahead_lie_after_the_last_document(page: str, tmp_path: Path) -> None:
    ahead = section(page, "ahead")
    assert "No meeting is planned for a day after the last document" in ahead
    assert "CONSULT" in ahead  # planned at the time
    day = date(2020, 1, 6)
    meeting = told(day, "CONSULT", status="planned", date_start=date(2020, 2, 3), date_from="text", reciprocal=True)
    record = build(tmp_path / "record", [told(day, "AGREE"), meeting])
    found = section(report_html(record, relate(record, "NTH", "STH", Settings())), "ahead")
    assert "2020-02-03" in found
    assert "No meeting" not in found


def test_versions_of_a_story_stand_side_by_side(tmp_path: Path) -> None:
    acts = [told(FIRST, "ASSAULT", name, dead=dead) for name, dead in (("Gazette", 5), ("Herald", 7))]
    record = build(tmp_path / "record", acts)
    found = section(report_html(record, relate(record, "NTH", "STH", Settings())), "contested")
    cells = re.findall(r"<tr><td>(\d)</td><td>told</td>.*?</td><td>(\w+) \(1\)</td></tr>", found)
    assert sorted(cells) == [("5", "Gazette"), ("7", "Herald")]
    assert "<th>dead</th>" in found
    assert "No claim of one side is denied by the other." in found


def test_the_page_tells_how_to_cite_it(page: str, record: Record) -> None:
    version = read_version(record).version
    assert f"Record version {version}" in section(page, "cite")
    assert version in page.split("<nav>")[0]


def test_an_imported_record_says_what_its_reports_are(tmp_path: Path) -> None:
    rows = ({"CAMEO Code": "112", "Event Text": "Accuse"}, {"Event ID": "2", "CAMEO Code": "057", "Event Text": "Sign"})
    record = imported(tmp_path, "icews", *rows).record
    page = report_html(record, relate(record, "NOR", "FIN", Settings()))
    assert "its reports are not at hand" in section(page, "documents")
    assert "that tell an act of the pair" in section(page, "chart")
    assert "confidence 1.00" not in page


def test_the_page_is_whole_small_and_without_script(page: str) -> None:
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in ("meta", "br", "img", "path", "line", "rect", "circle"):
                opened.append(tag)
            assert tag != "script"

        def handle_endtag(self, tag: str) -> None:
            if tag not in ("path", "line", "rect", "circle"):
                assert opened.pop() == tag

    Reader().feed(page)
    assert opened == []
    assert len(page) < 3_000_000
    assert "http:" not in page.replace("http://www.w3.org", "")
    assert page.count("<svg") == 4
    assert page.count('class="narrow"') == 2


def test_no_event_no_report(record: Record) -> None:
    with pytest.raises(UsageError, match="no event between"):
        report_html(record, Relation("NTH", "WST", "month", (), ()))


def test_an_imported_event_has_no_sentence() -> None:
    spans = dict.fromkeys(("start", "end", "source_start", "source_end", "target_start", "target_end", "sentence"))
    row = {**spans, "sentence_start": None, "source_text": "North <b>", "trigger": "", "target_text": "South"}
    assert "<b>" not in marked_sentence(row)
    assert "South" in marked_sentence(row)


def test_the_chart_marks_turns(relation: Relation) -> None:
    points = turning_points(relation.acts)
    marked, plain = relation_chart(relation, points, NARROW).to_json(), relation_chart(relation, (), NARROW).to_json()
    assert points[0].day.isoformat() in marked
    assert points[0].day.isoformat() not in plain


def test_directions_are_drawn_apart(relation: Relation) -> None:
    drawn = to_svg(direction_chart(relation, NARROW))
    assert drawn.startswith("<svg")
    assert "#009E73" in drawn
    assert "#CC79A7" in drawn


def test_tables_hold_every_figure(record: Record, relation: Relation) -> None:
    (row,) = turning_rows(relation, turning_points(relation.acts)).to_pylist()
    assert (row["before"] > 0.9, row["after"] < 0.1) == (True, True)
    assert len(row["stories"]) == 5
    assert any(re.fullmatch(r"2019-08-25 NTH > STH ASSAULT", act) for act in row["acts"])
    rows = variant_rows("NTH", "STH", robustness(record, "NTH", "STH", 180)).to_pylist()
    assert rows[0]["inside"] is None
    assert rows[0]["stories"] == 63
    assert {row["group"] for row in rows} == {"headline", "acts", "half-life", "stories", "voice", "publishers"}


def test_the_python_interface_gives_the_same_tables(record: Record) -> None:
    opened = open_record(record.path)
    assert opened.turning_points("NTH", "sth").fetchall()[0][:2] == ("NTH", "STH")
    assert len(opened.robustness("NTH", "STH").fetchall()) == len(robustness(record, "NTH", "STH", 180))
    assert {kind for (kind,) in opened.measures.project("kind").fetchall()} == {"sanctions", "ceasefire"}
