"""Rows: one event for each pair of parties, with its scores, its setting and the evidence for all of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

from detente.events.circumstances import Setting
from detente.events.codebook import Codebook
from detente.events.locating import Located
from detente.events.roles import Party, Roles
from detente.events.severity import Severity
from detente.record.ids import fact_id
from detente.record.model import Event, Mention

# A list of seven ministers against another of five is a roll-call, not thirty-five acts.
MOST_PAIRS = 12
NEED_TARGET = frozenset({"COOPERATE", "AID", "SANCTION", "CONSULT"})
MAY_LACK_SOURCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN"})
# What a party that is missing, or that a rule found, leaves of a row's strength.
MISSING, BY_RULE = 0.8, 0.75
# The type whose rows come in pairs: the attack and its victims.
ASSAULT = "ASSAULT"
Pair = tuple[Party | None, Party | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """An act before its parties are paired off.

    Attributes:
        base: doc_id, sentence, trigger, claim and voice: an event with everything that parties do not change.
        roles: the parties.
        reciprocal: the parties act on each other.
        evidence: ids of lexicon lines and rules.
        strength: how sure the words themselves are, before parties are looked at (0 to 1).
    """

    base: Event
    roles: Roles
    reciprocal: bool
    evidence: tuple[str, ...]
    strength: float


def is_complete(type_: str, roles: Roles) -> bool:
    """Tell whether an act has the parties its type needs.

    COOPERATE, AID and SANCTION need a target (PLOVER digest, C10). Acts of nobody are not coded (7.5), save those done
    to somebody, whose doer a report often leaves out.
    """
    if type_ in NEED_TARGET and not roles.targets and len(roles.sources) < 2:
        return False
    return bool(roles.sources) or type_ in MAY_LACK_SOURCE


def pairs_of(roles: Roles, *, reciprocal: bool) -> list[Pair]:
    """Pair the parties: each source with each target, or everyone with everyone where they act on each other."""
    sources: Sequence[Party | None] = roles.sources or (None,)
    targets: Sequence[Party | None] = roles.targets or (None,)
    if reciprocal and len(roles.sources) > 1 and not roles.targets:
        found: Iterable[Pair] = combinations(roles.sources, 2)
    else:
        found = product(sources, targets)
    kept = _distinct(found)
    if not kept and roles.sources and roles.targets:  # source and target are one: the act is its own
        kept = _distinct((source, None) for source in roles.sources)
    return kept[:MOST_PAIRS]


def _distinct(found: Iterable[Pair]) -> list[Pair]:
    """Return each pair of different parties once, if either is resolved."""
    kept: list[Pair] = []
    seen: set[tuple[str, str]] = set()
    for source, target in found:
        key = (_name(source), _name(target))
        if key[0] == key[1] or key in seen or not (_resolved(source) or _resolved(target)):
            continue
        seen.add(key)
        kept.append((source, target))
    return kept


def _name(party: Party | None) -> str:
    return party.name if party is not None else ""


def _resolved(party: Party | None) -> bool:
    """A state, body, group or person; "soldiers" of nobody knows whom are none."""
    return party is not None and bool(party.mention.code) and bool(party.mention.entity)


def with_scores(event: Event, codebook: Codebook) -> Event:
    """Add quad, PLOVER score and Goldstein score."""
    scores = codebook.scores(event.type, event.modes, event.cameo)
    return replace(event, quad=scores.quad, plover_score=scores.plover_score, goldstein=scores.goldstein)


def with_setting(event: Event, setting: Setting, severity: Severity, text: str) -> Event:
    """Add date, place and figures."""
    found = replace(
        event,
        date_start=setting.date_start,
        date_end=setting.date_end,
        date_from=setting.date_from,
        dead=severity.dead,
        injured=severity.injured,
        size=severity.size,
    )
    located = setting.located
    return found if located is None or _is_doer(located, event) else placed(found, located, text)


def placed(event: Event, located: Located, text: str) -> Event:
    """Return an event with a place and what ties it there; `text` is the document's."""
    place = located.mention
    return replace(
        event,
        evidence=(*event.evidence, *located.evidence),
        place=place.name or text[place.start : place.end],
        place_country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        place_start=place.start,
        place_end=place.end,
    )


def _is_doer(located: Located, event: Event) -> bool:
    """Tell whether what would be the place as the one acted on is the one who acts."""
    return located.mention.start == event.source_start and "rule:at.object" in located.evidence


def rows(draft: Draft, text: str) -> list[Event]:
    """Return one event for each pair of parties."""
    found: list[Event] = []
    for source, target in pairs_of(draft.roles, reciprocal=draft.reciprocal):
        columns = _side("source", source, text) | _side("target", target, text)
        rules = tuple(party.rule for party in (source, target) if party is not None and party.rule)
        event = replace(
            draft.base,
            reciprocal=draft.reciprocal,
            evidence=draft.evidence + rules,
            confidence=confidence(draft.strength, source, target),
            **columns,
        )
        found.append(replace(event, event_id=event_id(event)))
    return found


def with_target(event: Event, target: Mention, reasons: tuple[str, ...], text: str) -> Event:
    """Return a row with a target that a rule has found for it; `text` is the document's."""
    party = Party(target, reasons[0])
    evidence, sure = (*event.evidence, *reasons), round(event.confidence * BY_RULE, 4)
    found = replace(event, evidence=evidence, confidence=sure, **_side("target", party, text))
    return replace(found, event_id=event_id(found))


def event_id(event: Event) -> str:
    """Return the id of an event: a hash of document, span, type, parties and the act it is the content of."""
    return fact_id(
        event.doc_id, "event", event.start, event.end,
        event.type, event.source_code, event.target_code, event.content_of,
    )  # fmt: skip


def _side(which: str, party: Party | None, text: str) -> dict[str, Any]:
    if party is None:
        return {}
    mention: Mention = party.mention
    return {
        f"{which}_text": text[mention.start : mention.end],
        f"{which}_entity": mention.entity,
        f"{which}_code": mention.code,
        f"{which}_country": mention.country,
        f"{which}_sector": mention.sector,
        f"{which}_start": mention.start,
        f"{which}_end": mention.end,
    }


def confidence(strength: float, source: Party | None, target: Party | None) -> float:
    """Weigh the words by the parties: one missing, unresolved or found by a fallback makes a row less sure."""
    found = strength
    for party in (source, target):
        if party is None:
            found *= MISSING
        elif party.rule:
            found *= BY_RULE
        elif not party.mention.country:
            found *= 0.9
    return round(found, 4)


def without_repeats(events: Iterable[Event]) -> list[Event]:
    """Leave out the rows of one sentence that tell an act of the same type, parties and day again.

    "Attacked a post, killing 12" is one ASSAULT: the second row adds a victim without a state, or none. The first row
    with the most parties stays; rows that others are the content of stay too.
    """
    found = list(events)
    acts = {event.content_of for event in found}
    kept: list[Event] = []
    for event in sorted(found, key=lambda e: (-bool(e.source_country) - bool(e.target_country), e.start or 0)):
        if event.content_of or event.event_id in acts or not any(_tells(other, event) for other in kept):
            kept.append(event)
    chosen = {event.event_id for event in kept}
    return [event for event in found if event.event_id in chosen]


def _tells(event: Event, again: Event) -> bool:
    """Tell whether an act covers another: what the other says of its parties, the first says too."""
    same = (event.type, event.status, event.content_of) == (again.type, again.status, again.content_of)
    if (
        not same
        or not set(again.modes) <= set(event.modes)
        or (again.date_from == "text" and again.date_start != event.date_start)
    ):
        return False
    source = again.source_code in ("", event.source_code) or (not again.source_country and again.type == ASSAULT)
    target = again.target_code in ("", event.target_code) or (not again.target_country and again.type == ASSAULT)
    return source and target
