"""Who is who: one id for the spellings of one person's name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.tables import TermRow, folded, slug

ANYWHERE = "anywhere"


class Spelling(NamedTuple):
    """Another spelling of a person's name, as a source without Wikidata ids writes it."""

    wikidata_id: str
    person: str
    source: str


class Known(NamedTuple):
    """A person's id and name."""

    wikidata_id: str
    person: str


def person_id(iso3: str, person: str, wikidata_id: str, codes: Codes) -> str:
    """Return the id of a person: the Wikidata id, else country (or `int` for bodies above states) and name."""
    prefix = codes.get("person-prefix", codes.get("body", iso3)[:3]) or codes.country(iso3).lower()
    return wikidata_id or f"{prefix}:{slug(person)}"


def unify_persons(terms: Sequence[TermRow], codes: Codes) -> tuple[list[TermRow], frozenset[Spelling]]:
    """Give persons without Wikidata id that of the person who is the same; also return their spellings.

    The same is who bears the same name in that country (officials of bodies above states and of former states:
    anywhere), or came into the same role of that country on the same day and shares a word of the name (Hasina Wajed
    is Sheikh Hasina).
    """
    by_name, by_start = _known(terms, codes)
    same: dict[tuple[str, str], Known] = {}
    for term in terms:
        if term.wikidata_id:
            continue
        place = ANYWHERE if _wide(term.iso3, codes) else term.iso3
        found = by_name[place, name_key(term.person)] or {
            known
            for known in by_start[term.iso3, term.role, term.start]
            if _long_words(known.person) & _long_words(term.person)
        }
        certain = {known for known in found if known.wikidata_id.startswith("Q")} or found
        if len(certain) == 1:
            same.setdefault((term.iso3, term.person), next(iter(certain)))
    joined = _one_name([_renamed(term, same.get((term.iso3, term.person))) for term in terms])
    spellings = {
        Spelling(after.wikidata_id, before.person, before.source)
        for before, after in zip(terms, joined, strict=True)
        if before.person != after.person
    }
    return joined, frozenset(spellings)


def _wide(iso3: str, codes: Codes) -> bool:
    """Tell whether people of this country or body are at home, or in office later, in another."""
    return bool(codes.get("body", iso3) or codes.get("former-state", iso3))


def _known(
    terms: Iterable[TermRow], codes: Codes
) -> tuple[dict[tuple[str, str], set[Known]], dict[tuple[str, str, str], set[Known]]]:
    """Index persons by place and name, and those with a Wikidata id, or typed by us, by entry."""
    by_name: dict[tuple[str, str], set[Known]] = defaultdict(set)
    by_start: dict[tuple[str, str, str], set[Known]] = defaultdict(set)
    for term in terms:
        known = Known(person_id(term.iso3, term.person, term.wikidata_id, codes), term.person)
        if not _wide(term.iso3, codes) or term.wikidata_id:
            by_name[ANYWHERE, name_key(term.person)].add(known)
        if term.wikidata_id:
            by_name[term.iso3, name_key(term.person)].add(known)
        if len(term.start) == 10 and (term.wikidata_id or term.source.startswith("curated")):
            by_start[term.iso3, term.role, term.start].add(known)
    return by_name, by_start


def _renamed(term: TermRow, known: Known | None) -> TermRow:
    if term.wikidata_id or known is None:
        return term
    return term._replace(wikidata_id=known.wikidata_id, person=known.person)


def _one_name(terms: Sequence[TermRow]) -> list[TermRow]:
    """Call every person by the name most of their terms have, with its accents where one of them has them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    spelt: dict[str, dict[str, str]] = defaultdict(dict)
    for term in terms:
        if term.wikidata_id:
            plain = folded(term.person)
            counts[term.wikidata_id][plain] += 1
            spelt[term.wikidata_id][plain] = max(spelt[term.wikidata_id].get(plain, ""), term.person, key=_accented)
    names = {
        person: spelt[person][max(plains, key=lambda plain: (plains[plain], plain))]
        for person, plains in counts.items()
    }
    return [term._replace(person=names.get(term.wikidata_id, term.person)) for term in terms]


def _accented(name: str) -> tuple[bool, str]:
    return not name.isascii(), name


def name_key(person: str) -> str:
    """Return a name without accents, hyphens and order, so that spellings of one name are equal.

    Initials stay: they tell George H. W. Bush from George W. Bush.
    """
    return " ".join(sorted(word for word in re.split(r"[\s.\-,']+", folded(person)) if word))


def _long_words(person: str) -> set[str]:
    return {word for word in name_key(person).split() if len(word) > 3}


def drop_effective(terms: Sequence[TermRow]) -> list[TermRow]:
    """Drop REIGN's effective leaders who are in the table already as head of state or government, spelt otherwise."""
    heads: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        if term.role in ("HOS", "HOG"):
            heads[term.iso3].update(name_key(term.person).split())
    return [
        term
        for term in terms
        if not term.source.startswith("reign")
        or (" " in term.person and not set(name_key(term.person).split()) & heads[term.iso3])
    ]
