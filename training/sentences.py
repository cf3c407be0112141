"""Our labelled sentences: reading them, checking them, and varying the names in them while a model is trained."""

import csv
import hashlib
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from detente.learned.marking import MarkedSentence
from detente.record.model import STATUSES, Span

HERE = Path(__file__).parent
LABELS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence; spans are characters into `text`."""

    text: str
    source: Span | None
    target: Span | None
    type: str
    status: str

    def marked(self) -> MarkedSentence:
        """The sentence as the classifier takes it."""
        return MarkedSentence(self.text, self.source, self.target)

    def held_out(self) -> bool:
        """True for one sentence in twelve, chosen by a hash of its text: for the temperature, never for the weights."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 12 == 0


def read_examples(path: Path) -> list[Example]:
    """Read labelled sentences, one JSON object a line.

    Raises:
        ValueError: a line has an unknown label or status, or a party that is not in its text; all such lines are named.
    """
    found, wrong = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        source = locate(row["text"], row["source"], taken=None)
        target = locate(row["text"], row["target"], taken=source)
        missing = [side for side, span in (("source", source), ("target", target)) if row[side] and span is None]
        if missing or row["type"] not in LABELS or row["status"] not in STATUSES:
            wrong.append(f"line {number}: {', '.join(missing) or row['type'] + ' ' + row['status']}")
        found.append(Example(row["text"], source, target, row["type"], row["status"]))
    if wrong:
        raise ValueError(f"{path}: {'; '.join(wrong)}")
    return found


def locate(text: str, party: str | None, taken: Span | None) -> Span | None:
    """Find the first place of `party` in `text` as whole words, outside the span already taken where there is one."""
    if not party:
        return None
    pattern = r"(?<!\w)" + re.escape(party) + r"(?!\w)"
    places = [found.span() for found in re.finditer(pattern, text)] or [
        f.span() for f in re.finditer(re.escape(party), text)
    ]
    free = [span for span in places if taken is None or span[1] <= taken[0] or span[0] >= taken[1]]
    return next(iter(free or places), None)


class NameSwapper:
    """Replaces the states named in a sentence by others, one for one, so that no country comes to stand for a type."""

    def __init__(self, path: Path = HERE / "state_names.tsv") -> None:
        with path.open(encoding="utf-8", newline="") as lines:
            self.states = [tuple(row) for row in list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]]
        self.known = {form: (n, kind) for n, forms in enumerate(self.states) for kind, form in enumerate(forms)}
        names = sorted(self.known, key=len, reverse=True)
        self.pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(s?)(?!\w)")

    def swap(self, example: Example, chance: random.Random) -> Example:
        """Return the sentence with every known state exchanged, the same for the same: name, adjective and capital."""
        others: dict[int, int] = {}

        def other(match: re.Match[str]) -> str:
            n, kind = self.known[match.group(1)]
            others.setdefault(n, chance.randrange(len(self.states)))
            return self.states[others[n]][kind] + match.group(2)

        return rewrite(example, [(m.span(), other(m)) for m in self.pattern.finditer(example.text)])


def rewrite(example: Example, changes: Iterable[tuple[Span, str]]) -> Example:
    """Replace spans of the text, in order, and move the parties along."""
    pieces, done = [], 0
    at = list(range(len(example.text) + 1))  # where each character of the old text stands in the new one
    moved = 0
    for (start, end), word in changes:
        pieces += [example.text[done:start], word]
        for i in range(done, start):
            at[i] += moved
        for i in range(start, end):
            at[i] += moved
        moved += len(word) - (end - start)
        done = end
    for i in range(done, len(at)):
        at[i] += moved
    text = "".join([*pieces, example.text[done:]])

    def move(span: Span | None) -> Span | None:
        return None if span is None else (at[span[0]], at[span[1]])

    return replace(example, text=text, source=move(example.source), target=move(example.target))


def mask_names(example: Example, chance: random.Random) -> Example:
    """Replace the proper names in one party, or in both, by the mask: what is left must show the type."""
    spans = [span for span in (example.source, example.target) if span and chance.random() < 0.7]
    words = {
        m.span() for start, end in spans for m in re.compile(r"(?<!\w)[A-Z][\w-]*").finditer(example.text, start, end)
    }
    changes = sorted(span for span in words if span[0] > 0)  # the first word has its capital from its place
    return rewrite(example, [(span, "[MASK]") for span in changes])


def vary(example: Example, swapper: NameSwapper, chance: random.Random) -> Example:
    """One of the ways a sentence is shown while training: as it is, states swapped, names masked, a party unmarked."""
    dice = chance.random()
    varied = example
    if dice < 0.45:
        varied = swapper.swap(example, chance)
    elif dice < 0.65:
        varied = mask_names(example, chance)
    dice = chance.random()
    if dice < 0.04:
        return replace(varied, source=None)
    return replace(varied, target=None) if dice < 0.10 else varied
