"""Actor and agent dictionaries in the format of PETRARCH and TABARI (Schrodt, Beieler and Idris 2014).

    ATLANTIC_LEAGUE_ [IGO 810101-851231]      a name and its code between two days; `;` and `#` begin comments
    JANE_ROE_                                  a name,
    +J._ROE_                                   another name of the same actor,
        [RUSGOV >990809]                       its code from a day on,
        [RUSELI]                               and at all other times
    COAST_GUARD {} [~MIL]                      a role noun without plural; COUNCIL!PERSON! and `!PERSON! = MAN, MEN` too

`>D` is from D on, `<D` until D, both with the day itself; YYMMDD counts 00 to 30 as 20YY. Of several codes the first
that covers a day holds. Names match in any letter case if they begin with a capital, those of three letters and less
only in capitals. TABARI's open stems (no final `_`) match whole words here.

Codes are CAMEO's: a state, or IGO, NGO, MNC, IMG with what follows (IGOUNO is UNO, IGOEUREEC is EUR), then the first
sector that PLOVER has too (MED is media and becomes JRN, HLH becomes MED, INS and SEP become REB). A sector alone, such
as [ELI], is of the state of the actor's other codes. `[---]` and regions (EUR is the continent) stand for nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import AgentLine, NameLine, OutsideCountryLine, OutsideSectorLine
from detente.lexicons.reading import read_lines
from detente.lexicons.user_entries import ANY_CASE, UserActors, entity_of, line_id

CODE = re.compile(r"\[([^\]]*)\]")
MARKER = re.compile(r"!(\w+)!")
NOBODY = "---"
# Two-digit years up to this one are of this century, as in KEDS and TABARI.
LAST_OF_CENTURY = 30
BODY = {"UNO": "UNO", "EEC": "EUR"}


class CodeError(ValueError):
    """A code or date of the dictionary cannot be understood."""


class Code(NamedTuple):
    """State or body and sector, each "" if there is none."""

    place: str
    sector: str

    def of(self, place: str) -> str:
        """The code in one; a sector without a place takes this one, and stands for nobody where that is "" too."""
        place = self.place or place
        return place + self.sector if place else ""


class Coding(NamedTuple):
    """A code and the days the dictionary gives it; without any it holds at all other times."""

    code: Code
    start: date | None
    end: date | None


@dataclass(slots=True)
class Entry:
    """A block of the dictionary: the names of one actor and their codes."""

    line: int
    names: list[tuple[int, str]] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)


class Translation(NamedTuple):
    """From CAMEO's codes of actors to ours.

    Attributes:
        places: codes of states that are the same here and there.
        countries: codes of states and regions that differ; a region becomes "".
        sectors: CAMEO's sector to PLOVER's.
    """

    places: frozenset[str]
    countries: dict[str, str]
    sectors: dict[str, str]

    def actor(self, code: str) -> Code:
        """Our code of an actor; both parts are "" where it stands for nobody.

        Raises:
            CodeError: its first three letters are no state, body or sector.
        """
        if code == NOBODY:
            return Code("", "")
        parts = [code[at : at + 3] for at in range(0, len(code), 3)]
        if parts[0] == "IGO":
            return Code(next((BODY[part] for part in parts[1:] if part in BODY), "IGO"), "")
        if parts[0] in ("NGO", "MNC", "IMG", "ISM"):
            return Code(parts[0], "")
        place = self.countries.get(parts[0], parts[0])
        if not place or place in self.places:
            return Code(place, self.sector(parts[1:]) if place else "")
        if parts[0] in self.sectors:
            return Code("", self.sector(parts))
        raise CodeError(f"code {code!r}: {parts[0]!r} is no state, body or sector of CAMEO")

    def sector(self, parts: Sequence[str]) -> str:
        """The first sector among codes of three letters, or ""."""
        return next((self.sectors[part] for part in parts if part in self.sectors), "")


def translation(places: frozenset[str]) -> Translation:
    """Read how CAMEO's codes become ours."""
    countries = read_lines("shared/outside_countries.tsv", OutsideCountryLine)
    sectors = read_lines("shared/outside_sectors.tsv", OutsideSectorLine)
    return Translation(
        places,
        {line.word: line.code for line in countries if line.scheme == "gdelt"},
        {line.word: line.sector for line in sectors if line.scheme == "cameo" and line.sector},
    )


def read_petrarch(file: str, lines: Sequence[str], places: frozenset[str], problems: list[str]) -> UserActors:
    """Read a dictionary of actors, of agents or of both; what is wrong is added to `problems` as `LINE: what`."""
    codes = translation(places)
    entries: list[Entry] = []
    agents: list[AgentLine] = []
    markers: dict[str, tuple[str, ...]] = {}
    broken: set[int] = set()
    for number, raw in enumerate(lines, 1):
        line = _bare(raw)
        if not line:
            continue
        try:
            if line.startswith("!") and "=" in line:
                name, _, words = line.partition("=")
                markers[name.strip().strip("!")] = tuple(word.strip() for word in words.split(","))
            elif "~" in line:
                agents.extend(_agents(line_id(file, number), line, codes, markers))
            else:
                _actor(number, line, codes, entries)
        except CodeError as problem:
            problems.append(f"{number}: {problem}")
            broken.update(entry.line for entry in entries[-1:])
    for entry in entries:
        if not entry.codings and entry.line not in broken:
            problems.append(f"{entry.line}: {entry.names[0][1]!r} has no code: write it in brackets, such as [RUSGOV]")
    names = [line for entry in entries for line in _name_lines(file, entry)]
    return UserActors(tuple(names), tuple(agents))


def _bare(raw: str) -> str:
    """A line without its comment; `#` and `;` begin one, and so does `<!` at the start."""
    return "" if raw.lstrip().startswith("<!") else re.split(r"[#;]", raw, maxsplit=1)[0].strip()


def _actor(number: int, line: str, codes: Translation, entries: list[Entry]) -> None:
    """Read a line of an actor dictionary: a name, a further name of the same actor, or a code."""
    name = " ".join(line.partition("[")[0].replace("_", " ").split())
    if "[" in line and not CODE.search(line):
        raise CodeError("a bracket is not closed")
    if name.startswith("+"):
        if not entries:
            raise CodeError(f"{name!r} is a further name, but no name stands before it")
        entries[-1].names.append((number, name[1:].strip()))
    elif name:
        entries.append(Entry(number, [(number, name)]))
    elif not entries:
        raise CodeError("a code, but no name stands before it")
    for inside in CODE.findall(line):
        entries[-1].codings.append(_coding(inside, codes))


def _coding(inside: str, codes: Translation) -> Coding:
    words = inside.split()
    if not words:
        raise CodeError("the brackets are empty: write a code, such as [RUSGOV]")
    limits = "".join(words[1:])
    if not limits:
        return Coding(codes.actor(words[0]), None, None)
    if limits[0] in "<>":
        day = _day(limits[1:])
        return Coding(codes.actor(words[0]), *((None, day) if limits[0] == "<" else (day, None)))
    first, dash, last = limits.partition("-")
    start, end = _day(first), _day(last) if dash else None
    if end is not None and end < start:
        raise CodeError(f"{limits} ends before it begins")
    return Coding(codes.actor(words[0]), start, end)


def _day(text: str) -> date:
    """Read YYMMDD or YYYYMMDD."""
    if not text.isdigit() or len(text) not in (6, 8):
        raise CodeError(f"date {text!r} is neither YYMMDD nor YYYYMMDD")
    year = int(text[:-4])
    if len(text) == 6:
        year += 2000 if year <= LAST_OF_CENTURY else 1900
    try:
        return date(year, int(text[-4:-2]), int(text[-2:]))
    except ValueError as problem:
        raise CodeError(f"date {text!r}: {problem}") from problem


def _name_lines(file: str, entry: Entry) -> Iterator[NameLine]:
    """A line for every name and code."""
    main = entry.names[0][1]
    home = next((coding.code.place for coding in entry.codings if coding.code.place), "")
    codes = {coding.code.of(home) for coding in entry.codings}
    entity = entity_of(main, min(codes) if len(codes) == 1 else "", "name")
    for number, name in entry.names:
        for coding in entry.codings:
            code, days = coding.code.of(home), (coding.start, coding.end)
            yield NameLine(line_id(file, number), entity, main, name, "name", code, *days, ANY_CASE, "user")


def _agents(id_: str, line: str, codes: Translation, markers: dict[str, tuple[str, ...]]) -> Iterator[AgentLine]:
    """Role nouns of a line `PHRASE {PLURAL} [~CODE]`; forms are written in small letters."""
    found = CODE.search(line)
    if found is None:
        raise CodeError("a role noun needs its code in brackets, such as [~MIL]")
    code = found[1].strip().strip("~")
    sector = codes.sector([code[at : at + 3] for at in range(0, len(code), 3)])
    if not sector:
        raise CodeError(f"code {found[1]!r} holds no sector of CAMEO")
    for phrase in _forms(line[: found.start()], markers):
        yield AgentLine(id_, phrase.lower(), sector, "", "user", "user")


def _forms(words: str, markers: dict[str, tuple[str, ...]]) -> list[str]:
    """Singular and plural of a phrase, or what its substitution marker stands for; the regular plural is left out.

    The actor step adds the regular plural of every role noun itself.
    """
    singular, brace, rest = words.partition("{")
    phrase = " ".join(singular.replace("_", " ").split())
    marker = MARKER.search(phrase)
    if marker is not None:
        if marker[1] not in markers:
            raise CodeError(f"!{marker[1]}! is not defined above: write !{marker[1]}! = WORD, WORD")
        return [phrase.replace(marker[0], word) for word in markers[marker[1]]]
    plural = " ".join(rest.partition("}")[0].replace("_", " ").split()) if brace else ""
    return [phrase, plural] if plural else [phrase]
