"""What the codebook says of a type, a mode and a CAMEO code: quad, scores, and acts that speak of other acts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.lexicons.entries import ActLine, CameoLine, OwnTypeLine, TypeLine


class Scores(NamedTuple):
    """Figures of a type, a mode and a CAMEO code; None where the codebook has none."""

    quad: int | None
    plover_score: float | None
    goldstein: float | None


class Act(NamedTuple):
    """The act performed by words: its type, modes, CAMEO code, and the lexicon line that says so ("" for none)."""

    type: str
    modes: tuple[str, ...]
    cameo: str
    line: str


class Codebook:
    """The tables plover.tsv, cameo.tsv and acts.tsv, by key; types of a user's codebook come behind PLOVER's."""

    def __init__(
        self, types: Iterable[TypeLine | OwnTypeLine], cameo: Iterable[CameoLine], acts: Iterable[ActLine]
    ) -> None:
        self._types = {(line.type, line.mode): line for line in types}
        self._users = {line.type for line in self._types.values() if isinstance(line, OwnTypeLine)}
        self._goldstein = {line.cameo: line.goldstein for line in cameo}
        self._acts = {(line.act, line.of, line.of_mode): line for line in acts}
        self._contents = {(line.act, line.cameo): line for line in self._acts.values()}

    def scores(self, type_: str, modes: Sequence[str], cameo: str) -> Scores:
        """Return quad, PLOVER score and Goldstein score.

        Of several modes the one farthest from 0 counts; a mode without a score, or none, leaves the type's. A CAMEO
        code that is not listed takes its parent's score, found by cutting the last digit.
        """
        whole = self._types.get((type_, ""))
        lines = [self._types[type_, mode] for mode in modes if (type_, mode) in self._types]
        moded = [line.score for line in lines if line.score is not None]
        score = max(moded, key=abs) if moded else (whole.score if whole else None)
        return Scores(whole.quad if whole else None, score, self._goldstein_of(cameo))

    def _goldstein_of(self, cameo: str) -> float | None:
        while len(cameo) >= 2:
            found = self._goldstein.get(cameo)
            if found is not None:
                return found
            cameo = cameo[:-1]
        return None

    def spoken_of(self, act: str, cameo: str) -> Act | None:
        """Return what an act of this type and CAMEO code declares: a truce declared is a ceasefire to come."""
        line = self._contents.get((act, cameo))
        if line is None:
            return None
        return Act(line.of, (line.of_mode,) if line.of_mode else (), cameo, line.id)

    def performed(self, act: str, of: str, of_modes: Sequence[str]) -> Act:
        """Return the act of type `act` that speaks of an act of type `of`."""
        for mode in (*of_modes, ""):
            line = self._acts.get((act, of, mode))
            if line is not None:
                return Act(act, (line.mode,) if line.mode else (), line.cameo, line.id)
        root = self._acts.get((act, "", "")) if of in self._users else None  # a refusal of what PLOVER has no type for
        return Act(act, (), root.cameo if root is not None else "", root.id if root is not None else "")
