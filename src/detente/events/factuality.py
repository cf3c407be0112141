"""Did it happen, for any word: the status of a trigger that need not name an act of the codebook.

The same reading of tense, negation, modality and governing words as for coded acts (manner.py, status.py), without the
rules that turn one type into another; what a frame above says of its content ("demanded the resignation", "pledged to
cut") and the stance of the claim the trigger stands in count as they do for content rows.
"""

from dataclasses import replace

from detente.events.acts import link
from detente.events.circumstances import is_to_come, times_of
from detente.events.manner import manner
from detente.events.materials import Lexicons
from detente.events.patterns import Frame, Match
from detente.events.status import Telling, Verdict, judge
from detente.events.voices import Voices
from detente.lexicons.entries import FrameLine
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading

ANYTHING = "EVENT"
# What outweighs the act above: "refused to demand the release", "called off the raid".
UNDONE = frozenset({"not_happened", "failed", "historical"})
IMPLIED = {"REQUEST": "demanded", "AGREE": "planned", "THREATEN": "threatened"}
PLAIN = Frame(
    FrameLine("rule:any", "", "", "", ANYTHING, "", "", (), (), reciprocal=False, content="", note=""), (), (0, 0, 0)
)


class StatusReader:
    """Reads the status of any word of a document that has been read up to its claims."""

    def __init__(self, reading: Reading, lexicons: Lexicons) -> None:
        self._reading = reading
        self._lexicons = lexicons
        actors: tuple[Mention, ...] = tuple(m for m in reading.mentions if m.kind == "actor")
        self._times = tuple(m for m in reading.mentions if m.kind == "time")
        self._voices = Voices(reading.claims, actors)

    def status(self, start: int, end: int) -> Verdict | None:
        """Return status and rule for the words at start..end of the document; None where no sentence holds them."""
        for parsed in self._reading.sentences:
            if parsed.sentence.start <= start < parsed.sentence.end:
                trigger = parsed.head_of_span(start, end)
                return self._verdict(parsed, trigger) if trigger is not None else None
        return None

    def _verdict(self, parsed: ParsedSentence, trigger: int) -> Verdict:
        around = [_with_content(found) for found in self._lexicons.frames.matches(parsed)]
        match = Match(PLAIN, trigger, (), -1, -1)
        own = next((m for m in around if m.trigger == trigger), None)
        if own is not None:
            match = match._replace(claimed=own.claimed, light=own.light, claimed_by=own.claimed_by)
        content, parent = self._content(parsed, match, [m for m in around if m.trigger != trigger])
        if not content:
            return self._judged(parsed, match, frozenset())
        through = self._judged(parsed, match, frozenset())  # with what the act above says as a mere word
        if through.status in UNDONE:
            return through
        verdict = self._judged(parsed, match, frozenset({parent}))
        return verdict if verdict.status in UNDONE else Verdict(content, "", "", f"rule:content.{content}")

    def _judged(self, parsed: ParsedSentence, match: Match, acts: frozenset[int]) -> Verdict:
        span = parsed.sentence
        times = times_of(parsed, match, [m for m in self._times if span.start <= m.start < span.end], acts)
        claim = self._voices.at(parsed.tokens[match.trigger].start).claim
        telling = Telling(
            type="",
            manner=manner(parsed, match, self._lexicons.words, acts),
            headline=span.headline,
            to_come=is_to_come(times, self._reading.document),
            stance=claim.stance if claim is not None else "",
        )
        return judge(telling)

    def _content(self, parsed: ParsedSentence, match: Match, others: list[Match]) -> tuple[str, int]:
        """What the act above says of this one as its content, and that act's trigger; "" where there is none."""
        above = {other.trigger: other for other in others}
        for candidate in link(parsed, [*others, match]):
            if candidate.match.trigger != match.trigger or candidate.link != "content":
                continue
            status, clause = above[candidate.parent].frame.line.content, parsed.clause_of(candidate.parent)
            if status == "denied" and clause is not None and clause.negated:  # "did not deny"
                return "", -1
            return status, candidate.parent
        return "", -1


def _with_content(match: Match) -> Match:
    """Say of a frame what its type implies of its content, where the line does not."""
    line = match.frame.line
    if line.content or line.type not in IMPLIED:
        return match
    return match._replace(frame=match.frame._replace(line=replace(line, content=IMPLIED[line.type])))
