import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from detente.lexicons.entries import NameLine, OfficeLine
from detente.lexicons.reading import read_lines
from detente.lexicons.user_actors import known_codes
from detente.record.model import Mention

QUALITY = Path(__file__).parents[2] / "quality"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_resolution", QUALITY / "measure_resolution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MEASURE = load()
CASES = MEASURE.read_cases(QUALITY / "gold" / "resolution.jsonl")


def case(text: str, words: str, *codes: str) -> object:
    start = text.index(words)
    return MEASURE.Case("r-1", text, date(2015, 5, 1), start, start + len(words), frozenset(codes), "agent")


def mention(start: int, end: int, code: str, note: str = "", kind: str = "actor") -> Mention:
    return Mention("doc", "m", start, end, kind, code=code, note=note)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("an official who asked", "official"),
        ("The head of the league", "head"),
        ("Lenz's envoy", "envoy"),
        ("Orlan", "Orlan"),
    ],
)
def test_head(words: str, head: str) -> None:
    text = f"{words} left."
    assert text[: case(text, words).head + 1].endswith(head)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("found", "codes", "right"),
    [
        ([mention(0, 12, "AAAGOV")], ["AAAGOV"], True),
        ([mention(0, 4, "AAAGOV")], ["AAAGOV"], False),
        ([mention(0, 12, "AAAGOV"), mention(7, 12, "BBB")], ["AAAGOV"], False),
        ([mention(0, 12, "AAAGOV"), mention(7, 12, "BBB")], ["AAAGOV", "BBB"], True),
        ([mention(0, 12, "AAAGOV", note="place")], [], True),
        ([mention(0, 12, "AAAGOV", kind="place")], [], True),
        ([mention(0, 12, "")], [], True),
        ([], ["AAAGOV"], False),
    ],
)
def test_all_codes_on_the_head_must_be_those_expected(found: list[Mention], codes: list[str], right: bool) -> None:
    asked = case("Lenz's envoy left.", "Lenz's envoy", *codes)
    assert MEASURE.Verdict(asked, MEASURE.covering(asked, found)).right is right


def test_codes_and_entities_of_the_gold_set_exist() -> None:
    codes = known_codes()
    entities = {line.entity for line in read_lines("shared/names.tsv", NameLine)}
    entities |= {line.person_id for line in read_lines("shared/offices.tsv", OfficeLine)}
    wrong = [c.id for c in CASES for code in c.codes if code[:3] not in codes.places and code not in codes.sectors]
    wrong += [c.id for c in CASES for code in c.codes if len(code) > 3 and code[3:] not in codes.sectors]
    wrong += [c.id for c in CASES if c.entity and c.entity not in entities]
    assert wrong == []


def test_the_gold_set_is_whole() -> None:
    assert len(CASES) >= 300
    assert max(Counter(c.id for c in CASES).values()) == 1
    assert all(c.text[c.start : c.end].strip() and 1950 <= c.day.year <= 2026 for c in CASES)
