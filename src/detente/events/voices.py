"""On whose word an act is known: the claim that an act's words stand in, and the actor who makes it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.record.model import Claim, Mention


class Voice(NamedTuple):
    """The claim an act stands in and the actor whose words they are; both None in the author's own voice."""

    claim: Claim | None
    speaker: Mention | None


AUTHOR = Voice(None, None)


class Voices:
    """The claims of a document, looked up by position."""

    def __init__(self, claims: Iterable[Claim], actors: Sequence[Mention]) -> None:
        self._claims = tuple(claims)
        self._actors = actors
        self.cues = frozenset(start for claim in self._claims for start, _ in claim.cue_spans)
        self._speakers: dict[str, Mention | None] = {}

    def at(self, position: int) -> Voice:
        """Return the innermost claim whose content holds this character, unless it belongs to the claim's own cue."""
        best: Claim | None = None
        for claim in self._claims:
            held = claim.content_start <= position < claim.content_end and _holds(claim, position)
            if held and (best is None or _length(claim) < _length(best)):
                best = claim
        return Voice(best, self._speaker(best)) if best is not None and best.source_kind != "author" else AUTHOR

    def _speaker(self, claim: Claim) -> Mention | None:
        if claim.claim_id not in self._speakers:
            self._speakers[claim.claim_id] = self._find_speaker(claim)
        return self._speakers[claim.claim_id]

    def _find_speaker(self, claim: Claim) -> Mention | None:
        """The longest actor mention with a code inside the claim's source."""
        found = [
            mention
            for mention in self._actors
            if mention.code and any(mention.start < end and mention.end > start for start, end in claim.source_spans)
        ]
        return max(found, key=lambda mention: (mention.end - mention.start, -mention.start), default=None)


def _length(claim: Claim) -> int:
    return claim.content_end - claim.content_start


def _holds(claim: Claim, position: int) -> bool:
    if any(start <= position < end for start, end in claim.cue_spans):
        return False
    spans = claim.content_spans or ((claim.content_start, claim.content_end),)
    return any(start <= position < end for start, end in spans)


def same_side(one: Mention, other: Mention) -> bool:
    """Tell whether two actors speak for the same state or are the same body."""
    if one.country and other.country:
        return one.country == other.country and not _opposed(one, other)
    return bool(one.entity) and one.entity == other.entity


def _opposed(one: Mention, other: Mention) -> bool:
    """Rebels and opposition do not speak for the state they fight."""
    return ({one.sector, other.sector} & {"REB", "OPP"} != set()) and one.sector != other.sector
