"""What an act speaks of: the parties of a content row, and of acts that several do together."""

from detente.events.codebook import Act, Codebook
from detente.events.patterns import Match
from detente.events.roles import Roles

# Several who do one of these and name no other party do it with each other: "A and B upgraded their ties".
MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
# CAMEO codes of limits eased that can be meant for a state as well: administrative ones, and a ban.
EASED = ("081", "0811", "0812")
# Who is asked or accused does the deed; who promises, threatens or concedes does it himself.
DEED_OF_OTHER = frozenset({"REQUEST", "ACCUSE"})


def own_act(match: Match) -> Act:
    """Return the act that the frame itself names."""
    line = match.frame.line
    return Act(line.type, modes_of(match), line.cameo, "")


def modes_of(match: Match) -> tuple[str, ...]:
    """Return the modes of a frame; a line names several joined by a bar."""
    return tuple(mode for mode in match.frame.line.mode.split("|") if mode)


def between_states(act: Act, roles: Roles, codebook: Codebook) -> Act:
    """Redraw a type where the measure is aimed at another state.

    Limits on one's own people are COERCE, and CONCEDE when they are eased; the same limits on another state are
    SANCTION, and RETREAT when they are lifted (PLOVER digest 3.4 and 3.13).
    """
    if not _another_state(roles):
        return act
    if act.type == "CONCEDE" and act.cameo in EASED:
        return codebook.performed("RETREAT", act.type, act.modes)
    if act.type == "COERCE" and "restrict" in act.modes:
        return codebook.performed("SANCTION", act.type, act.modes)
    return act


def _another_state(roles: Roles) -> bool:
    """Tell whether the target is a state as such, and not the source's own."""
    if not roles.sources or not roles.targets:
        return False
    source, target = roles.sources[0].mention, roles.targets[0].mention
    return bool(source.country) and target.entity == target.country != source.country and not target.sector


def inherited(roles: Roles, parent: Roles, parent_type: str) -> Roles:
    """Fill a content row's missing parties from the act that speaks of it."""
    sources, targets = roles.sources, roles.targets
    of_other = parent_type in DEED_OF_OTHER
    if not sources:
        held = {party.name for party in targets}
        heirs = parent.targets if of_other else parent.sources
        sources = tuple(party for party in heirs if party.name not in held)
    if not targets and not of_other:
        targets = parent.targets
    names = {party.name for party in sources}
    return Roles(sources, tuple(party for party in targets if party.name not in names))


def act_mutually(match: Match, type_: str, roles: Roles) -> bool:
    """Tell whether the parties act on each other.

    The frame says so; or several agree, or fail to agree, and no other party is named.
    """
    line = match.frame.line
    together = len(roles.sources) > 1 and not roles.targets
    return (line.reciprocal and line.type == type_) or (together and (type_ in MUTUAL or line.reciprocal))
