import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import made
from detente import cli
from detente.cli.options import ROWS_OF_A_TABLE
from detente.coding import code
from detente.settings import Settings

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def detente(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Run a command in an empty folder; return exit status, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["detente", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return command


@pytest.fixture
def record(tmp_path: Path) -> str:
    code(made.numbers(3), tmp_path / "made", Settings(), parts=made.PARTS)
    return str(tmp_path / "made")


@pytest.fixture
def fake_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.coding.detente_parts", lambda: made.PARTS)


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (["events"], 9),
        (["events", "--source", "NTH"], 9),
        (["events", "--source", "NTHGOV"], 9),
        (["events", "--source", "northland"], 9),
        (["events", "--source", "NTHMIL"], 0),
        (["events", "--target", "STH", "--type", "consult"], 3),
        (["events", "--status", "alleged"], 3),
        (["events", "--voice", "source"], 6),
        (["events", "--min-confidence", "0.8"], 3),
        (["events", "--from", "2017-01-02"], 6),
        (["events", "--to", "2017-01-01"], 3),
        (["events", "--limit", "2"], 2),
        (["claims"], 3),
        (["claims", "--source", "NTH", "--stance", "accuses"], 3),
        (["claims", "--source", "Spokesman"], 3),
        (["claims", "--source", "a+"], 0),
        (["claims", "--contains", "CHEATING"], 3),
        (["claims", "--contains", "50%"], 0),
        (["claims", "--stance", "denies"], 0),
        (["documents"], 3),
        (["documents", "--publisher", "example"], 3),
        (["documents", "--genre", "opinion"], 0),
        (["documents", "--from", "2017-01-03"], 1),
        (["stories", "--type", "CONSULT"], 0),
    ],
)
def test_filters(detente: Command, record: str, arguments: list[str], rows: int) -> None:
    status, out, _ = detente(arguments[0], record, *arguments[1:], "--format", "jsonl")
    assert (status, len(out.splitlines())) == (0, rows)


def test_a_row_holds_the_columns_and_its_sentence(detente: Command, record: str) -> None:
    _, out, _ = detente("events", record, "--type", "ACCUSE", "--limit", "1", "--format", "json")
    (row,) = json.loads(out)
    assert (row["source_code"], row["evidence"], row["date_start"]) == ("NTHGOV", ["f-1", "rule:subject"], "2017-01-01")
    assert row["sentence"] == "Northland accused Southland of cheating, a spokesman said."


def test_rows_stand_in_the_order_of_time_and_text(detente: Command, record: str) -> None:
    _, out, _ = detente("events", record, "--format", "jsonl")
    found = [(row["date_start"], row["start"]) for row in map(json.loads, out.splitlines())]
    assert found == sorted(found)


def test_a_table_shows_the_sentence_and_fits(detente: Command, record: str) -> None:
    status, out, err = detente("events", record)
    assert (status, err) == (0, "")
    assert "Northland accused Southland of cheating, a spokesman said." in out
    assert max(map(len, out.splitlines())) <= 120


def test_a_table_says_that_there_is_more(detente: Command, tmp_path: Path) -> None:
    code(made.numbers(30), tmp_path / "made", Settings(), parts=made.PARTS)
    _, out, err = detente("events", "made")
    assert out.count("The Example") == ROWS_OF_A_TABLE
    assert "--limit" in err


@pytest.mark.parametrize(
    ("name", "message"),
    [("ASAULT", "no event has type ASAULT; the record has ACCUSE, COERCE, CONSULT"), ("ACCUSE", "No rows.")],
)
def test_an_empty_answer_says_why(detente: Command, record: str, name: str, message: str) -> None:
    status, _, err = detente("events", record, "--type", name, "--from", "2030-01-01")
    assert (status, message in err) == (0, True)


def test_every_format_holds_the_same_rows(detente: Command, record: str) -> None:
    for form in ("csv", "json", "jsonl", "parquet", "table"):
        status, out, _ = detente("events", record, "--format", form, "-o", f"events.{form}")
        assert (status, out) == (0, "")
    as_json = json.loads(Path("events.json").read_text())
    lines = [json.loads(line) for line in Path("events.jsonl").read_text().splitlines()]
    with Path("events.csv").open(newline="") as stream:
        as_csv = list(csv.DictReader(stream))
    parquet = pq.read_table("events.parquet").to_pylist()
    assert as_json == lines
    assert (
        [row["event_id"] for row in as_json]
        == [row["event_id"] for row in as_csv]
        == [row["event_id"] for row in parquet]
    )
    assert as_csv[0]["evidence"] == "f-1;rule:subject"
    assert as_csv[0]["reciprocal"] == "true"


def test_a_file_name_tells_the_format(detente: Command, record: str) -> None:
    detente("claims", record, "-o", "claims.csv")
    assert Path("claims.csv").read_text().startswith("claim_id,doc_id,")


def test_spans_are_written_as_they_are_read(detente: Command, record: str) -> None:
    _, out, _ = detente("claims", record, "--limit", "1", "--format", "csv")
    assert next(csv.DictReader(out.splitlines()))["content_spans"] == "25-34;35-65"


def test_a_query_prints_one_json_array(detente: Command, record: str) -> None:
    sql = "select type, sum(quad) as n, avg(dead) as dead, 'nan'::double as x from events group by type order by type"
    _, out, _ = detente("query", record, sql, "--format", "json")
    assert json.loads(out)[0] == {"type": "ACCUSE", "n": 9, "dead": None, "x": None}


def test_no_rows_are_an_empty_array(detente: Command, record: str) -> None:
    assert detente("query", record, "select 1 where false", "--format", "json")[1] == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["query", "made", "drop view events"], 2, "one SELECT"),
        (["query", "made", "copy events to 'x.csv'"], 2, "one SELECT"),
        (["query", "made", "select nope from events"], 2, "nope"),
        (
            ["query", "made", "select count(*) from range(100000000) a, range(1000)", "--seconds", "0.1"],
            2,
            "more than 0.1 seconds",
        ),
        (["query", "made", "select error('no')"], 2, "no"),
        (["events", "nowhere"], 3, "not a record"),
        (["events", "made", "--from", "yesterday"], 2, "YYYY-MM-DD"),
        (["events", "made", "--status", "done"], 2, "happened"),
        (["events", "made", "--format", "parquet"], 2, "-o FILE"),
        (["events", "made", "-o", "no/such/folder.csv"], 2, "cannot be written"),
        (["events", "made", "--min-confidence", "2"], 2, "--min-confidence"),
        (["events"], 2, "RECORD"),
        (["code", "a.txt"], 2, "--output"),
        (["code", "a.txt", "-o", "r", "--settings", "none.toml"], 2, "none.toml"),
        (["code", "a.txt", "-o", "r", "--date", "18.9.2017"], 2, "YYYY-MM-DD"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_trouble_is_one_line_and_a_status(
    detente: Command, record: str, arguments: list[str], status: int, message: str
) -> None:
    found, out, err = detente(*arguments)
    assert (found, out) == (status, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.usefixtures("fake_parts")
@pytest.mark.parametrize(
    ("inputs", "status", "message"),
    [
        (["1", "2"], 0, "r: 2 documents coded, 0 already there, 0 refused"),
        (["1", "empty", "2"], 1, "refused empty.txt: the file is empty"),
        (["1", "stop", "2"], 130, "run the same command again"),
    ],
)
def test_code(detente: Command, inputs: list[str], status: int, message: str) -> None:
    found, out, err = detente("code", *inputs, "-o", "r")
    assert (found, out, message in err) == (status, "", True)


@pytest.mark.usefixtures("fake_parts")
def test_settings_come_from_the_file_in_the_folder_and_the_command_line(detente: Command) -> None:
    Path("detente.toml").write_text('publisher = "The Example"\nbatch_size = 2\n')
    detente("code", "1", "-o", "r", "--date", "2017-09-18")
    _, out, _ = detente("query", "r", "select settings from runs", "--format", "json")
    told = json.loads(json.loads(out)[0]["settings"])
    assert (told["publisher"], told["batch_size"], told["published"]) == ("The Example", 2, "2017-09-18")


def test_a_place_that_cannot_be_written(detente: Command, fake_parts: None) -> None:
    Path("file").write_text("")
    status, _, err = detente("code", "1", "-o", "file/r")
    assert (status, "file/r" in err, "Traceback" in err) == (3, True, False)


def test_whoever_reads_the_beginning_only_is_left_in_peace(tmp_path: Path) -> None:
    code(made.numbers(400), tmp_path / "r", Settings(), parts=made.PARTS)
    detente = f"'{sys.executable}' -c 'from detente.cli import main; main()'"
    command = f"{detente} events '{tmp_path / 'r'}' --format jsonl | head -1"
    found = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  a pipe is the point
    assert (len(found.stdout.splitlines()), found.stderr) == (1, "")


def test_help_is_instant_and_every_command_has_examples() -> None:
    began = time.monotonic()
    subprocess.run(
        [sys.executable, "-c", "from detente.cli import main; main()", "--help"], check=True, capture_output=True
    )
    assert time.monotonic() - began < 1.5  # 0.13 s at rest; the bound leaves room for a busy machine
    heavy = ["spacy", "duckdb", "deltalake", "pyarrow", "trafilatura", "onnxruntime", "altair", "numpy"]
    script = f"import sys, detente.cli; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(("name", "function"), cli.COMMANDS)
def test_every_command_explains_itself(name: str, function: Callable[..., None]) -> None:
    assert f"detente {name}" in (function.__doc__ or "").split("Example", 1)[1]


def test_version(detente: Command) -> None:
    assert detente("--version")[1] == "detente 0.1.0\n"


def test_evaluate(detente: Command) -> None:
    Path("gold.jsonl").write_text('{"id": "1", "type": "AID", "quad": 2}\n')
    Path("predictions.jsonl").write_text('{"id": "1", "type": "AID", "quad": 2}\n')
    status, out, err = detente("evaluate", "classify", "gold.jsonl", "predictions.jsonl")
    assert (status, err) == (0, "")
    assert "1" in out
    assert detente("evaluate", "chess", "gold.jsonl", "predictions.jsonl")[0] == 2


def test_demo_codes_the_shipped_articles(detente: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    read = made.PARTS._replace(read=lambda inputs, settings: iter([made.document(len(inputs), "")]))
    monkeypatch.setattr("detente.coding.detente_parts", lambda: read)
    monkeypatch.setattr("detente.cli.demo._write_report", lambda record, out: out / "report.html")
    status, out, _ = detente("demo")
    assert status == 0
    assert "1 documents" in out
    assert "demo-record/report.html" in out
    assert "NTH" in out
    assert Path("demo-record").is_dir()


def test_nothing_is_coded_with_a_wrong_codebook(detente: Command, fake_parts: None, tmp_path: Path) -> None:
    Path("mine.tsv").write_text("lemma\ttype\nparley\tCONSLUT\n", encoding="utf-8")
    status, _, err = detente("code", "1", "-o", "r", "--codebook", "mine.tsv")
    assert (status, "mine.tsv:2: type 'CONSLUT' looks like CONSULT" in err, Path("r").exists()) == (2, True, False)
