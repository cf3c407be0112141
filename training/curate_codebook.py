"""Build the code lists of lexicons/codebook from the codebook's tables.

    python -m training.curate_codebook [CODEBOOK_FOLDER]

Reads plover.tsv, contexts.tsv, sectors.tsv and cameo_to_plover.tsv in CODEBOOK_FOLDER (default ../shared/codebook).
Scores are the column `score_used`, which mends two misprints of the manual. The licence of what is written stands in
codebook/LICENCE.md.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from training.actors.tables import read_rows, write_rows
from training.curate_actors import LEXICONS


class TypeRow(NamedTuple):
    """A type or mode, as in the codebook."""

    type: str
    mode: str
    name: str
    definition: str
    quad: str
    score_used: str


class CodeRow(NamedTuple):
    """A context or sector, as in the codebook."""

    code: str
    name: str
    definition: str


class CameoRow(NamedTuple):
    """A CAMEO code, as in the codebook."""

    cameo: str
    cameo_text: str
    type: str
    mode: str
    goldstein_icews: str


def build(codebook: Path, target: Path) -> None:
    """Write plover.tsv, contexts.tsv, sectors.tsv and cameo.tsv into `target`."""
    types = read_rows(codebook / "plover.tsv", TypeRow, TypeRow._fields)
    cameo = read_rows(codebook / "cameo_to_plover.tsv", CameoRow, CameoRow._fields)
    write_rows(
        target / "plover.tsv",
        ("id", "type", "mode", "name", "definition", "quad", "score"),
        ((f"plover:{row.type}" + (f".{row.mode}" if row.mode else ""), *row) for row in types),
    )
    for name, kind in (("contexts", "context"), ("sectors", "sector")):
        codes = read_rows(codebook / f"{name}.tsv", CodeRow, CodeRow._fields)
        write_rows(
            target / f"{name}.tsv",
            ("id", "code", "name", "definition"),
            ((f"{kind}:{row.code}", *row) for row in codes),
        )
    write_rows(
        target / "cameo.tsv",
        ("id", "cameo", "text", "type", "mode", "goldstein"),
        ((f"cameo:{row.cameo}", *row) for row in cameo),
    )


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/codebook"), LEXICONS / "codebook")
