"""Plain sentences put together from phrases: every epoch has new ones, so the common verbs of a type are known well.

`phrases.tsv` has a phrase a line with its type, `{S.G}` for a source of the kind G, `{T.P}` for a target of the kind P;
`phrase_parts.tsv` has the parties of each kind (G government, F armed force, C civilians, J justice, P persons; A is
any of G, F, C) and what may stand before and after. What stands around the phrase speaks of other acts by other
parties, and never decides the type.
"""

import csv
import random
import re
from collections import defaultdict
from pathlib import Path

from training.sentences import HERE, Example

ANY = ("G", "F", "C")
SYLLABLES = (
    *("ka", "mo", "ren", "ta", "li", "sov", "ber", "an", "du"),
    *("mi", "os", "el", "ham", "ri", "wen", "go", "ster", "na"),
)


class Composer:
    """Makes sentences out of phrases and parts."""

    def __init__(self, folder: Path = HERE) -> None:
        self.phrases = rows(folder / "phrases.tsv")
        self.states = rows(folder / "state_names.tsv")
        self.parts: dict[str, list[str]] = defaultdict(list)
        for kind, part in rows(folder / "phrase_parts.tsv"):
            self.parts[kind].append(part)

    def compose(self, chance: random.Random) -> list[Example]:
        """Return two sentences a phrase, in the order of `kinds`."""
        return [self.sentence(kind, phrase, chance) for kind, phrase in self.phrases * 2]

    def kinds(self) -> list[str]:
        """Return the types of the sentences that `compose` makes."""
        return [kind for kind, _ in self.phrases * 2]

    def sentence(self, kind: str, phrase: str, chance: random.Random) -> Example:
        """Fill a phrase, and put something before and after it."""
        text, spans = "", {}
        if chance.random() < 0.4:
            text = self.filled(chance.choice(self.parts["before"]), chance) + " "
        for piece in re.split(r"(\{[ST]\.[A-Z]\})", phrase):
            if re.fullmatch(r"\{[ST]\.[A-Z]\}", piece):
                party = self.party(piece[3], chance)
                if not text:
                    party = party[0].upper() + party[1:]
                spans[piece[1]] = (len(text), len(text) + len(party))
                text += party
            else:
                text += piece if text else piece[:1].upper() + piece[1:]
        for _ in range(chance.choice((0, 1, 1, 2))):
            after = self.filled(chance.choice(self.parts["after"]), chance)
            text += after if after.startswith(",") else f" {after}"
        return Example(f"{text}.", spans.get("S"), spans.get("T"), kind, "happened")

    def party(self, kind: str, chance: random.Random) -> str:
        """Return a party of a kind."""
        return self.filled(chance.choice(self.parts[chance.choice(ANY) if kind == "A" else kind]), chance)

    def filled(self, part: str, chance: random.Random) -> str:
        """Fill in a state, its adjective, its capital, or a made-up name."""
        state, adjective, capital = chance.choice(self.states)
        person = " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))
        return part.format(state=state, adjective=adjective, capital=capital, person=person)


def rows(path: Path) -> list[list[str]]:
    """The lines of a table without its header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
