"""Chains of sources: a claim made inside what another claim reports ("the paper says the minister said")."""

from detente.claims.drafts import Draft
from detente.record.model import Span

CITED = "rule:source.cited"


def enclosing(drafts: list[Draft]) -> list[int]:
    """For each draft the index of the nearest claim whose content holds it, or -1.

    A claim lies within another if its cue and its content stand in the other's content, or if the other names it as
    where its own words come from ("the agency said, citing a diplomat").
    """
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].start, -_length(drafts[i])))
    found = [-1] * len(drafts)
    open_claims: list[int] = []
    for i in order:
        # Contents start in this order, so one that ended before this start can hold nothing that follows.
        open_claims = [j for j in open_claims if drafts[j].end > drafts[i].start]
        holders = [j for j in open_claims if _holds(drafts[j], drafts[i])]
        if holders:
            found[i] = min(holders, key=lambda j: _length(drafts[j]))
        open_claims.append(i)
    return found


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _holds(outer: Draft, inner: Draft) -> bool:
    if CITED in inner.evidence:
        return outer.content == inner.content and CITED not in outer.evidence
    if _length(outer) <= _length(inner):
        return False
    cue = all(_inside(span, outer.content) for span in inner.cue)
    return cue and all(_inside(span, outer.content) for span in inner.content)


def _inside(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
