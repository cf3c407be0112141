"""Codes of other data sets and ours, there and back; each translation names the lexicon line it rests on."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from detente.lexicons.entries import (
    CameoLine,
    CodeLine,
    NameLine,
    OutsideCountryLine,
    OutsideSectorLine,
    PhraseLine,
    StateLine,
    TypeLine,
)
from detente.lexicons.reading import read_lines

# Kinds of names that mean the state itself, not its people or its capital.
STATE_NAMES = ("name", "short", "variant", "spelling", "former")
BODY_NAMES = ("name", "short", "variant", "spelling", "abbreviation")


class Found(NamedTuple):
    """What a code or name becomes, "" for nothing of ours, and the lexicon line that says so."""

    code: str
    line: str


class Act(NamedTuple):
    """What a kind of act becomes: type, modes, CAMEO code, quad, scores and lexicon line."""

    type: str
    modes: tuple[str, ...]
    cameo: str
    quad: int | None
    plover_score: float | None
    goldstein: float | None
    line: str


class Party(NamedTuple):
    """An actor as the record has it, with the lexicon lines for its country (or itself) and its sector."""

    code: str
    country: str
    sector: str
    entity: str
    country_line: str
    sector_line: str


NOTHING = Found("", "")


class Countries:
    """ISO codes and names of states, in one scheme of names (icews, gdelt, polecat, acled)."""

    def __init__(self, scheme: str) -> None:
        self._found: dict[str, Found] = {}
        states = read_lines("shared/states.tsv", StateLine)
        names = (line for line in read_lines("shared/names.tsv", NameLine) if line.kind in STATE_NAMES)
        known = {state.iso3 for state in states}
        for name in names:
            if name.entity in known:
                self._found.setdefault(name.alias, Found(name.entity, name.id))
        for state in states:
            self._found[state.name] = self._found[state.iso3] = Found(state.iso3, state.id)
        for line in read_lines("shared/outside_countries.tsv", OutsideCountryLine):
            if line.scheme in ("", scheme):
                self._found[line.word] = Found(line.code, line.id)
        self._names: dict[str, str] = {state.iso3: state.name for state in states}

    def find(self, word: str) -> Found:
        """Return the state that a code or name means."""
        return self._found.get(word, NOTHING)

    def name_of(self, iso3: str) -> str:
        """Return our name of a state, or "" for what is none."""
        return self._names.get(iso3, "")

    def is_state(self, code: str) -> bool:
        """Say whether a code is that of a state."""
        return code in self._names


class Sectors:
    """Kinds of actors of one scheme (cameo, icews, acled) and the PLOVER sectors, or bodies, they become."""

    def __init__(self, scheme: str) -> None:
        lines = [line for line in read_lines("shared/outside_sectors.tsv", OutsideSectorLine) if line.scheme == scheme]
        self._found = {line.word: line for line in lines}
        self._word_of: dict[str, str] = {}
        for line in lines:
            for code in filter(None, (line.sector, line.body)):
                self._word_of.setdefault(code, line.word)

    def find(self, words: Iterable[str]) -> OutsideSectorLine | None:
        """Return the line with the lowest rank among these words; of equals the first."""
        lines = [self._found[word] for word in words if word in self._found]
        return min(lines, key=lambda line: line.rank, default=None)

    def word_of(self, code: str) -> str:
        """Return the scheme's word for one of our sectors or bodies, or ""."""
        return self._word_of.get(code, "")


class OwnSectors:
    """PLOVER's own sectors and bodies, for data sets that use them."""

    def __init__(self) -> None:
        sectors = [(line, line.code, "") for line in read_lines("codebook/sectors.tsv", CodeLine)]
        bodies_ = [(line, "", line.code) for line in read_lines("codebook/bodies.tsv", CodeLine)]
        self._found = {
            line.code: OutsideSectorLine(line.id, "plover", line.code, sector, body, 1)
            for line, sector, body in (*bodies_, *sectors)
        }

    def find(self, words: Iterable[str]) -> OutsideSectorLine | None:
        """Return the line of the first word that is one of them."""
        return next((self._found[word] for word in words if word in self._found), None)


def party(country: Found, sector: OutsideSectorLine | None) -> Party:
    """Put an actor together: a body where there is no country and the sector names one, else country and sector."""
    if sector is not None and sector.body and (not country.code or not sector.sector):
        entity = sector.body if sector.body in ("UNO", "EUR") else ""
        return Party(sector.body, sector.body, "", entity, sector.id, "")
    kind = sector.sector if sector is not None else ""
    entity = country.code if country.code and not kind else ""
    line = sector.id if sector is not None else ""
    return Party(country.code + kind, country.code, kind, entity, country.line, line)


@cache
def bodies() -> dict[str, Party]:
    """International bodies and armed groups by the names they have one meaning under."""
    states = {state.iso3 for state in read_lines("shared/states.tsv", StateLine)}
    found: dict[str, Party] = {}
    unclear: set[str] = set()
    for line in read_lines("shared/names.tsv", NameLine):
        if line.kind not in BODY_NAMES or not line.code or not line.entity.startswith(("ORG:", "UNO", "EUR")):
            continue
        country, sector = line.code[:3], line.code[3:]
        whole = Party(line.code, country, sector, line.entity, line.id, "")
        if found.setdefault(line.alias, whole).code != line.code or (country in states and not sector):
            unclear.add(line.alias)
    return {alias: whole for alias, whole in found.items() if alias not in unclear}


class Acts:
    """What CAMEO codes and PLOVER types become in the record, and which code is written out for a type."""

    def __init__(self) -> None:
        self._cameo: dict[str, CameoLine] = {line.cameo: line for line in read_lines("codebook/cameo.tsv", CameoLine)}
        self._types = {(line.type, line.mode): line for line in read_lines("codebook/plover.tsv", TypeLine)}
        older = read_lines("codebook/older_names.tsv", PhraseLine)
        self._older = {line.phrase: line for line in older if line.phrase.isalpha()}
        self._codes: dict[str, str] = {
            line.phrase: line.kind for line in read_lines("shared/type_codes.tsv", PhraseLine)
        }

    def of_cameo(self, code: str) -> Act | None:
        """Return what a CAMEO code becomes; one that is not listed takes its parent, None if there is none."""
        known = code
        while len(known) >= 2 and known not in self._cameo:
            known = known[:-1]
        line = self._cameo.get(known)
        if line is None:
            return None
        quad, score = self._scores(line.type, line.mode)
        modes = (line.mode,) if line.mode else ()
        return Act(line.type, modes, code, quad, score, line.goldstein, line.id)

    def of_type(self, type_: str, mode: str) -> Act | None:
        """Return what a PLOVER type and mode become; older names of types are translated, unknown modes dropped."""
        older = self._older.get(type_)
        name = older.kind if older is not None else type_
        line = self._types.get((name, mode)) or self._types.get((name, ""))
        if line is None:
            return None
        modes = (line.mode,) if line.mode else ()
        quad, score = self._scores(name, line.mode)
        return Act(name, modes, "", quad, score, None, older.id if older is not None else line.id)

    def text_of(self, cameo: str) -> str:
        """Return the text of a CAMEO code, or ""."""
        line = self._cameo.get(cameo)
        return line.text if line is not None else ""

    def code_of(self, type_: str) -> str:
        """Return the CAMEO code that stands for a type alone, or ""."""
        return self._codes.get(type_, "")

    def _scores(self, type_: str, mode: str) -> tuple[int | None, float | None]:
        line = self._types.get((type_, mode)) or self._types.get((type_, ""))
        return (line.quad, line.score) if line is not None else (None, None)
