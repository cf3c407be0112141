"""Run the examples of the documentation: `python docs/run_examples.py`.

Every fenced block marked `sh` or `python` in README.md and docs/*.md runs, page by page, in an empty folder with a
copy of `examples/`; a command that fails fails the check. Blocks with another mark (text, json, console) are not run.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# `make` sets up the very environment this runs in; CI has just done that.
LEFT_OUT = ("make ", "git clone", "cd detente")


def blocks(path: Path) -> list[tuple[str, str]]:
    """Language and text of the runnable blocks of a page."""
    return [(found.group(1), found.group(2)) for found in BLOCK.finditer(path.read_text(encoding="utf-8"))]


def run_block(language: str, text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one block in `folder`, with this environment's programs first on the path."""
    if language == "sh":
        lines = [line for line in text.splitlines() if not line.startswith(LEFT_OUT)]
        command = ["bash", "-euo", "pipefail", "-c", "\n".join(lines)]
    else:
        command = [sys.executable, "-c", text]
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.run(  # noqa: S603 - our own documentation
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def run_page(path: Path) -> int:
    """Run the blocks of a page in their order; return how many failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        for language, text in blocks(path):
            outcome = run_block(language, text, folder)
            if outcome.returncode:
                failed += 1
                sys.stdout.write(f"{path.name}: a block failed ({outcome.returncode}):\n{text}\n{outcome.stderr}\n")
    return failed


def main() -> int:
    """Run all pages."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    failed = sum(run_page(page) for page in pages)
    sys.stdout.write(f"{sum(len(blocks(page)) for page in pages)} examples run, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
