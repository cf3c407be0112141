"""Build the list of nouns for persons and groups of people from the noun files of WordNet 3.0.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wn
    python training/build_person_nouns.py wn/usr/share/wordnet

A lemma is kept where its most frequent sense is a person or a group of people; such a noun acts, or is acted on, for
the state named with it ("Indian brigadiers"). Names of single persons and groups (Einstein, NATO), of peoples, and
words that the source marks as offensive are left out.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "src/detente/lexicons/en/person_nouns.tsv"
HEADER = ("id", "phrase", "kind")
PERSON_FILE = "18"  # lexicographer files, lexnames(5WN)
# Synsets above every group of people: "social group", "people", "gathering".
GROUPS = frozenset({"07950920", "07942152", "07975026"})
# Their first sense in WordNet is a person; in reports they are mostly something else.
NOT_PERSONS = frozenset(
    {"bear", "cabinet", "drip", "eye", "head", "iron", "legion", "minor", "monitor", "post", "state"}
)
LEFT_OUT = re.compile(r"offensive|slur|disparag|derogat|pejorat|inhabitant of|native of|member of (?:a|an|the) [A-Z]")


class Synset(NamedTuple):
    """A sense: its lexicographer file, the senses above it, whether it names a single one, and what it means."""

    file: str
    above: tuple[str, ...]
    single: bool
    gloss: str


def synsets(path: Path) -> dict[str, Synset]:
    """Read data.noun (format: wndb(5WN))."""
    found: dict[str, Synset] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        parts = line.partition(" | ")[0].split()
        pointers = parts[4 + 2 * int(parts[3], 16) + 1 :]
        above = tuple(pointers[i + 1] for i, symbol in enumerate(pointers) if symbol in ("@", "@i"))
        found[parts[0]] = Synset(parts[1], above, "@i" in pointers, line.partition(" | ")[2])
    return found


def is_group(offset: str, senses: dict[str, Synset]) -> bool:
    """Tell whether a sense stands under a group of people."""
    return offset in GROUPS or any(is_group(above, senses) for above in senses[offset].above)


def lemmas(index: Path, senses: dict[str, Synset]) -> Iterator[tuple[str, str]]:
    """Yield each lemma with its kind, by its first sense in index.noun, where the most frequent stands first."""
    for line in index.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if line.startswith("  ") or not parts[0].replace("-", "").isalpha() or len(parts[0]) < 3:
            continue
        first = parts[6 + int(parts[3])]
        if senses[first].single or parts[0] in NOT_PERSONS or LEFT_OUT.search(senses[first].gloss):
            continue
        if senses[first].file == PERSON_FILE:
            yield parts[0], "person"
        elif is_group(first, senses):
            yield parts[0], "group"


def main(folder: str) -> int:
    """Write the lexicon."""
    senses = synsets(Path(folder) / "data.noun")
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(HEADER)
        for lemma, kind in sorted(lemmas(Path(folder) / "index.noun", senses)):
            writer.writerow((f"noun:{lemma}", lemma, kind))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
