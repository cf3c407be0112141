"""Check that no measured figure falls below its floor: `python quality/check_floors.py [--raise]`.

`quality/floors.json` holds one entry a set: task, gold file, the SHA-256 of that file, and floors by figure name. An
entry with a `script` is one of our own sets under quality/gold: the script measures it and holds it to its floor.
Floors only rise: `--raise` writes today's figures where they are higher. Where the gold sets are not at hand the
check prints `not measured`; with CI=true that is a failure.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from detente.evaluation import evaluate

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "shared/gold"
# A figure may move in its last digits between machines (another processor's floating point).
TOLERANCE = 0.002


def measure(entry: dict[str, Any]) -> dict[str, float]:
    """Predict and score one set."""
    gold = GOLD / entry["gold"]
    if hashlib.sha256(gold.read_bytes()).hexdigest() != entry["sha256"]:
        raise SystemExit(f"{entry['gold']} is not the file the floors were measured on; measure anew and say so")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        command = [sys.executable, str(HERE.parent / "benchmarks/predict.py"), entry["task"], str(gold), str(out)]
        subprocess.run(command, check=True)  # noqa: S603 - our own script with paths of our own
        return {figure.name: figure.value for figure in evaluate(entry["task"], gold, out)}


def check_own(entry: dict[str, Any]) -> bool:
    """Let a script of ours measure its set; it exits with 1 where a figure is under its floor."""
    command = [sys.executable, str(HERE.parent / entry["script"])]
    outcome = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own script
    last = (outcome.stdout.strip() or outcome.stderr.strip()).splitlines()[-1]
    sys.stdout.write(f"{'FELL' if outcome.returncode else 'ok  '} {entry['task']:12} {last}\n")
    return outcome.returncode == 0


def check(entry: dict[str, Any], *, raising: bool) -> bool:
    """Print each figure beside its floor and return whether all hold."""
    if "script" in entry:
        return check_own(entry)
    figures = measure(entry)
    held = True
    for name, floor in entry["floors"].items():
        value = figures[name]
        good = value >= floor - TOLERANCE
        held = held and good
        sys.stdout.write(f"{'ok  ' if good else 'FELL'} {entry['task']:12} {name:24} {value:.4f}  floor {floor:.4f}\n")
        if raising and value > floor:
            entry["floors"][name] = round(value, 4)
    return held


def main(arguments: list[str]) -> int:
    """Check all sets."""
    path = HERE / "floors.json"
    entries = json.loads(path.read_text(encoding="utf-8"))
    at_hand = [entry for entry in entries if "script" in entry or GOLD.is_dir()]
    for entry in entries:
        if entry not in at_hand:
            sys.stdout.write(f"not measured: {entry['task']}, since {entry['gold']} is not at hand\n")
    results = [check(entry, raising="--raise" in arguments) for entry in at_hand]
    if len(at_hand) < len(entries) and os.environ.get("CI") == "true":
        results.append(False)
    if "--raise" in arguments:
        path.write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
