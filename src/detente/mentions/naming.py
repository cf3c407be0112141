"""What a name may stand for on a day, as `detente actors NAME --on DATE` shows it."""

from dataclasses import dataclass
from datetime import date

from detente.lexicons.entries import AgentLine, NameLine
from detente.mentions.lexicon import ActorLexicon, existed, load, valid
from detente.mentions.offices import rank


@dataclass(frozen=True, slots=True)
class Match:
    """One thing a name may stand for.

    Attributes:
        alias: the name as the lexicon has it.
        entity: stable id of the actor, "" for a role noun.
        name: canonical name.
        code: state and sector.
        kind: kind of name (name, adjective, capital, surname ...) or "role".
        office: the office held on the day asked for; without a day, the leading office ever held.
        valid: whether the name was in use, and for a person an office was held, on that day.
        why: the reason, in words.
        evidence: ids of the lexicon lines.
    """

    alias: str
    entity: str
    name: str
    code: str
    kind: str
    office: str
    valid: bool
    why: str
    evidence: tuple[str, ...]


def lookup(name: str, on: date | None = None, lexicon: ActorLexicon | None = None) -> list[Match]:
    """Everything a name may stand for, the likeliest first.

    Args:
        name: a name as it stands in a text, article left out or not.
        on: the day; None asks for any day.
        lexicon: lexicons to look in; the shipped ones by default.
    """
    lexicon = lexicon or load()
    bare = name[4:] if name[:4].lower() == "the " else name
    found: dict[str, Match] = {}
    for kind, lines in (("", lexicon.names.get(bare)), ("surname", lexicon.surnames.get(bare))):
        for line in lines:
            match = _named(line, kind or line.kind, on, lexicon)
            kept = found.get(line.entity)
            if kept is None or (match.valid and not kept.valid):
                found[line.entity] = match
    roles = [_role(line) for line in lexicon.agents.get(bare)[:1]]
    return [*sorted(found.values(), key=lambda match: _order(match, lexicon)), *roles]


def _order(match: Match, lexicon: ActorLexicon) -> tuple[bool, bool, int, str]:
    terms = lexicon.offices.terms(match.entity)
    return not match.valid, match.kind == "surname", rank(terms[0].role) if terms else -1, match.entity


def _named(line: NameLine, kind: str, on: date | None, lexicon: ActorLexicon) -> Match:
    if line.entity in lexicon.offices:
        return _person(line, kind, on, lexicon)
    state = lexicon.states.get(line.entity)
    inside = valid(line, on) and (on is None or state is None or existed(state, on))
    since = f" from {line.valid_from}" if line.valid_from else ""
    until = f" until {line.valid_to}" if line.valid_to else ""
    why = f"{kind} of {line.name}{since}{until}"
    return Match(line.alias, line.entity, line.name, line.code, kind, "", inside, why, (line.id,))


def _person(line: NameLine, kind: str, on: date | None, lexicon: ActorLexicon) -> Match:
    terms = lexicon.offices.terms(line.entity)
    if on is None:
        best = terms[0]
        why = f"{best.office} {best.start or '?'} to {best.end or 'at least ' + str(best.open_as_of)}"
        return Match(line.alias, line.entity, line.name, best.code, kind, best.office, True, why, (line.id, best.id))  # noqa: FBT003
    holding = lexicon.offices.held(line.entity, on)
    if holding is None:
        why = f"held no office we know of on {on}"
        return Match(line.alias, line.entity, line.name, line.code[:3] + "ELI", kind, "", False, why, (line.id,))  # noqa: FBT003
    term = holding.line
    why = f"{term.office} since {term.start or '?'}"
    if not holding.certain:
        why += f", last known to be so on {term.open_as_of}"
    return Match(line.alias, line.entity, line.name, term.code, kind, term.office, True, why, (line.id, term.id))  # noqa: FBT003


def _role(line: AgentLine) -> Match:
    why = f"role noun of sector {line.sector or 'of the body it serves'}"
    return Match(line.phrase, "", line.phrase, line.sector, "role", line.role, True, why, (line.id,))  # noqa: FBT003
