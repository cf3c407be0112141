"""Whom a newspaper calls by the surname alone without having named them: who leads a state, or once did."""

from detente.lexicons.entries import NameLine
from detente.mentions.identities import Context
from detente.mentions.offices import LEADING, Offices, rank

# A state's first man or woman comes before ministers of the same name elsewhere.
FIRST = frozenset({"HOS", "HOG", "LEADER"})
KNOWN = frozenset({"SPEAKER", "CHOD", "INTEL", "ENVOY", "TRADE", "CB", "DEP", "AMB"})
ONCE_FIRST = FIRST | {"IGOHEAD", "FM", "VP"}
# Undated texts: only the offices that make a surname known abroad.
UNDATED = frozenset(LEADING[:6])
# After this many years in retirement a leader is named in full again.
REMEMBERED_YEARS = 25


def by_surname(
    offices: Offices, candidates: dict[str, NameLine], context: Context, *, alone: bool
) -> dict[str, NameLine]:
    """Those of the candidates who hold a leading office on the document's day; of several states' the first in rank.

    Args:
        offices: who held which office when.
        candidates: persons of this surname who may be meant.
        context: the document.
        alone: nobody else bears the name, so that a lesser office will do.
    """
    on = context.on
    if on is None:
        return {e: line for e, line in candidates.items() if any(term.role in UNDATED for term in offices.terms(e))}
    held = {entity: holding.line for entity in candidates if (holding := offices.held(entity, on)) is not None}
    leading = {entity: term for entity, term in held.items() if rank(term.role) < len(LEADING)}
    if not leading and alone:  # a speaker, a general
        leading = {entity: term for entity, term in held.items() if term.role in KNOWN}
    if len({term.code[:3] for term in leading.values()}) > 1:
        first = {entity: term for entity, term in leading.items() if term.role in FIRST}
        leading = first if len({term.code[:3] for term in first.values()}) == 1 else leading
    return {entity: candidates[entity] for entity in leading}


def once_leading(offices: Offices, candidates: dict[str, NameLine], context: Context) -> dict[str, NameLine]:
    """Those who led a state not long ago, if the document is about it or nobody else in office bears the name."""
    on = context.on
    if on is None:
        return {}
    known: dict[str, set[str]] = {}
    for entity in candidates:
        for term in offices.terms(entity):
            if term.role in ONCE_FIRST and term.end is not None and 0 < (on - term.end).days < REMEMBERED_YEARS * 366:
                known.setdefault(term.code[:3], set()).add(entity)
    named = [state for state in known if context.countries[state]]
    everywhere = {term.code[:3] for entity in candidates for term in offices.terms(entity)}
    states = named or (list(known) if len(everywhere) == 1 else [])
    if len(states) != 1:
        return {}
    found = sorted(known[states[0]])
    first = [entity for entity in found if any(term.role in FIRST for term in offices.terms(entity))]
    return {entity: candidates[entity] for entity in first or found}
