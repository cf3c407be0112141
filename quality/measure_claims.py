"""Measure according to whom: `python quality/measure_claims.py [GOLD] [--errors FILE] [--half N]`.

Reads quality/gold/claims.jsonl (its guide is CLAIMS.md beside it), finds the claims of every text, and prints the share
of the gold claims that are found, and of these the share with the right kind of source, the right stance, and the right
chain. Exits 1 where one of them falls below its floor of the task `claims` in quality/floors.json, if they are set.

A gold claim is found by the claim whose content overlaps its own most, at least half of both together (Jaccard, in
characters), and whose source overlaps its source; each claim is used once. A chain is right if the claim it stands
within is the one found for the gold claim's own holder, or if neither stands within any; claims of the same source in
each other ("declined to confirm") are one link.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from detente import pipeline
from detente.record.model import Claim, Document
from detente.settings import Settings

HERE = Path(__file__).parent
DAY = date(2018, 5, 10)
OVERLAP = 0.5
FIGURES = ("kind", "stance", "chain")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold claim, the claim found for it, if any, and what of it is right (nothing without a claim)."""

    row: dict[str, Any]
    gold: dict[str, Any]
    found: Claim | None
    right: dict[str, bool] = field(default_factory=dict)


def characters(spans: Sequence[Sequence[int]]) -> set[int]:
    """Offsets that some spans cover."""
    return {offset for start, end in spans for offset in range(start, end)}


def likeness(gold: dict[str, Any], claim: Claim) -> float:
    """Jaccard overlap of the contents; 0 where the sources have nothing in common."""
    wanted, given = characters(gold["content"]), characters(claim.content_spans)
    source = characters([gold["source"]] if gold["source"] else [])
    told = characters(claim.source_spans)
    if bool(source) != bool(told) or (source and not source & told):
        return 0.0
    return len(wanted & given) / len(wanted | given)


def match(row: dict[str, Any], claims: Sequence[Claim]) -> list[Claim | None]:
    """Give each gold claim of a text its claim, the most alike first."""
    pairs = sorted(
        ((likeness(gold, claim), -i, -j) for i, gold in enumerate(row["claims"]) for j, claim in enumerate(claims)),
        reverse=True,
    )
    found: list[Claim | None] = [None] * len(row["claims"])
    used: set[int] = set()
    for share, i, j in pairs:
        if share >= OVERLAP and found[-i] is None and -j not in used:
            found[-i] = claims[-j]
            used.add(-j)
    return found


def link(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The claim of another source that a claim stands within, or None."""
    by_id = {other.claim_id: other for other in claims}
    holder = by_id.get(claim.within_claim)
    while holder is not None and holder.source_spans == claim.source_spans:
        holder = by_id.get(holder.within_claim)
    return holder


def judge(row: dict[str, Any], claims: Sequence[Claim]) -> list[Verdict]:
    """Compare the claims of one text with the gold ones."""
    found = match(row, claims)
    verdicts = []
    for gold, claim in zip(row["claims"], found, strict=True):
        if claim is None:
            verdicts.append(Verdict(row, gold, None))
            continue
        holder = found[gold["within"]] if gold["within"] is not None else None
        told = link(claim, claims)
        chain = told is holder and (holder is not None or gold["within"] is None)
        right = {
            "kind": claim.source_kind == gold["source_kind"],
            "stance": claim.stance == gold["stance"],
            "chain": chain,
        }
        verdicts.append(Verdict(row, gold, claim, right))
    return verdicts


def measure(rows: Sequence[dict[str, Any]]) -> list[Verdict]:
    """Find and judge the claims of every text."""
    steps = pipeline.prepare(Settings())
    verdicts = []
    for row in rows:
        text = row["text"]
        document = Document(row["id"], row["id"], "", "", "", "", DAY, "given", "en", text, len(text.split()))
        reading = pipeline.begin(document, steps.coded_with)
        for step in (steps.parse_sentences, steps.find_mentions, steps.find_claims):
            reading = step(reading)
        verdicts += judge(row, reading.claims)
    return verdicts


def share(verdicts: Sequence[bool]) -> str:
    """Return a share with its count: `0.912 (31/34)`."""
    return f"{sum(verdicts) / len(verdicts):.3f} ({sum(verdicts)}/{len(verdicts)})" if verdicts else "-"


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the figures, one a line: by kind and stance, then over all."""
    lines = []
    for name, column in (("kind", "source_kind"), ("stance", "stance")):
        groups: dict[str, list[bool]] = defaultdict(list)
        for verdict in verdicts:
            if verdict.found is not None:
                groups[verdict.gold[column]].append(verdict.right[name])
        lines += [f"{name} {group:20} {share(right)}" for group, right in sorted(groups.items())]
    held = [v.right.get("chain", False) for v in verdicts if v.gold["within"] is not None]
    lines.append(f"{'chain within (all)':25} {share(held)}")
    lines += [f"{name:25} {share([v.right[name] for v in verdicts if v.found is not None])}" for name in FIGURES]
    return [*lines, f"{'found':25} {share([verdict.found is not None for verdict in verdicts])}"]


def error(verdict: Verdict) -> str:
    """Return one wrong claim in words."""
    row, gold, found = verdict.row, verdict.gold, verdict.found
    text = row["text"]
    source = text[gold["source"][0] : gold["source"][1]] if gold["source"] else ""
    content = " ... ".join(text[start:end] for start, end in gold["content"])
    wanted = f"{gold['source_kind']} {gold['stance']} within {gold['within']}"
    head = f"{row['id']} {text}\n    wanted {source!r} {wanted}: {content!r}"
    if found is None:
        return f"{head}\n    not found"
    got = text[found.content_start : found.content_end]
    kind = f"{found.source_kind} {found.stance} within {found.within_claim[:6] or None}"
    return f"{head}\n    got {found.source_text!r} {kind}: {got!r} {' '.join(found.evidence)}"


def floors() -> dict[str, float]:
    """Return the floors in quality/floors.json, if any."""
    entries = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return next((entry["floors"] for entry in entries if entry["task"] == "claims"), {})


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "claims.jsonl")
    parser.add_argument("--errors", type=Path, help="write the wrong claims to this file")
    parser.add_argument("--half", type=int, help="only the lines of this half")
    told = parser.parse_args(arguments)
    rows = [json.loads(line) for line in told.gold.read_text(encoding="utf-8").splitlines()]
    verdicts = measure([row for row in rows if told.half in (None, row["half"])])
    sys.stdout.write("\n".join(table(verdicts)) + "\n")
    if told.errors:
        wrong = [error(verdict) for verdict in verdicts if not (verdict.right and all(verdict.right.values()))]
        told.errors.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    rights: Counter[str] = Counter()
    for verdict in verdicts:
        rights.update(name for name, right in verdict.right.items() if right)
    matched = sum(verdict.found is not None for verdict in verdicts)
    figures = {name: rights[name] / max(1, matched) for name in FIGURES} | {"found": matched / max(1, len(verdicts))}
    fallen = [name for name, floor in floors().items() if figures[name] < floor]
    if fallen and told.half is None:
        sys.stdout.write(f"FELL under their floors: {', '.join(fallen)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
