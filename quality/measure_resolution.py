"""Measure who is meant: `python quality/measure_resolution.py [GOLD] [--errors FILE]`.

Reads quality/gold/resolution.jsonl (its guide is RESOLUTION.md beside it), finds the actors of every text on its day
and prints the share that is right, overall and by kind. Exits 1 where that share falls below the floor of the task
`resolution` in quality/floors.json, if one is set.

The rule: of the words start..end the head counts, that is the last word before "of", "in", "to", "for" or "who"; the
codes of all actor mentions that cover the head must be the expected ones, all of them and no other. A mention noted as
a place, or without any code, is no actor; an empty code expects none. Where the gold names an entity or office, these
are counted apart, over the lines whose code is right. Lines of the kind `contradicted` are counted a second time for
the note that says that the text disagrees with what is known.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from detente import mentions, sentences
from detente.pipeline import begin
from detente.record.model import Document, Mention
from detente.settings import Settings
from detente.version import coded_with

HERE = Path(__file__).parent
# The head of "the head of the IAEA" is "head", of "an official who asked not to be named" is "official".
AFTER_HEAD = re.compile(r"\s(?:of|in|to|for|on|who)\s")


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the gold file: whom the words start..end name on a day; `codes` is empty where they name no actor."""

    id: str
    text: str
    day: date
    start: int
    end: int
    codes: frozenset[str]
    kind: str
    entity: str = ""
    office: str = ""

    @property
    def head(self) -> int:
        """Offset of the last character of the head word."""
        span = self.text[self.start : self.end]
        after = AFTER_HEAD.search(span)
        return self.start + (after.start() if after is not None else len(span)) - 1


class Verdict(NamedTuple):
    """A case and the actor mentions that cover its head."""

    case: Case
    found: tuple[Mention, ...]

    @property
    def right(self) -> bool:
        """Whether the codes found are those expected."""
        return {mention.code for mention in self.found} == self.case.codes

    def agrees(self, field: str) -> bool:
        """Whether entity or office of a mention is the one expected."""
        return getattr(self.case, field) in {getattr(mention, field) for mention in self.found}


def read_cases(path: Path) -> list[Case]:
    """Read the gold file."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cases.append(
            Case(
                id=row["id"],
                text=row["text"],
                day=date.fromisoformat(row["date"]),
                start=row["start"],
                end=row["end"],
                codes=frozenset(row["code"].split(";")) - {""},
                kind=row["kind"],
                entity=row.get("entity", ""),
                office=row.get("office", ""),
            )
        )
    return cases


def covering(case: Case, found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Actor mentions that cover the head of a case."""
    return tuple(
        mention
        for mention in found
        if mention.kind == "actor"
        and mention.code
        and "place" not in mention.note.split("; ")
        and mention.start <= case.head < mention.end
    )


def measure(cases: Sequence[Case]) -> list[Verdict]:
    """Find the actors of every case."""
    settings = Settings()
    parse, find = sentences.prepare(settings), mentions.prepare(settings)
    stamp = coded_with()
    verdicts = []
    for case in cases:
        document = Document(
            case.id, case.id, "", "", "", "", case.day, "given", "en", case.text, len(case.text.split())
        )
        reading = find(parse(begin(document, stamp)))
        verdicts.append(Verdict(case, covering(case, reading.mentions)))
    return verdicts


def share(verdicts: Sequence[bool]) -> str:
    """Return a share with its count: `0.912 (31/34)`."""
    return f"{sum(verdicts) / len(verdicts):.3f} ({sum(verdicts)}/{len(verdicts)})" if verdicts else "-"


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the figures, one a line."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        kinds[verdict.case.kind].append(verdict.right)
    lines = [f"{kind:18} {share(found)}" for kind, found in sorted(kinds.items())]
    right = [verdict for verdict in verdicts if verdict.right]
    for field in ("entity", "office"):
        told = [verdict.agrees(field) for verdict in right if getattr(verdict.case, field)]
        lines.append(f"{field + ' (of right)':18} {share(told)}")
    noted = [any(mention.note for mention in v.found) for v in right if v.case.kind == "contradicted"]
    lines.append(f"{'note (of right)':18} {share(noted)}")
    return [*lines, f"{'all':18} {share([verdict.right for verdict in verdicts])}"]


def error(verdict: Verdict) -> str:
    """Return one wrong case in words."""
    case = verdict.case
    words = f"{case.text[: case.start]}[{case.text[case.start : case.end]}]{case.text[case.end :]}"
    found = ", ".join(f"{m.code} {m.name!r} {' '.join(m.evidence)}" for m in verdict.found) or "nobody"
    return f"{case.id} {case.kind} {case.day} expected {';'.join(sorted(case.codes)) or 'nobody'}: {words}\n    {found}"


def floor() -> float:
    """Return the floor in quality/floors.json, or 0."""
    entries = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return next((entry["floors"]["accuracy"] for entry in entries if entry["task"] == "resolution"), 0.0)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "resolution.jsonl")
    parser.add_argument("--errors", type=Path, help="write the wrong cases to this file")
    told = parser.parse_args(arguments)
    verdicts = measure(read_cases(told.gold))
    sys.stdout.write("\n".join(table(verdicts)) + "\n")
    if told.errors:
        wrong = [error(verdict) for verdict in verdicts if not verdict.right]
        told.errors.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    accuracy = sum(verdict.right for verdict in verdicts) / len(verdicts)
    if accuracy < floor():
        sys.stdout.write(f"FELL accuracy {accuracy:.4f} is under its floor {floor():.4f}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
