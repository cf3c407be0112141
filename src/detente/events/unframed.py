"""Acts that no frame knows: a verb or noun with an actor on either side, whose type the classifier reads.

Frames hold the common wordings; reports have more ("Lima and Santiago exchanged convicts", "Modi's call to Netanyahu").
Where a word has its parties in the places that English gives them, the classifier, which has read the whole sentence,
is asked what passes between them. It must be surer than where a frame speaks too: nothing else says that there is an
act. Pairs of which the sentence tells an act already are left alone, since the classifier cannot tell two acts of one
pair apart.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from detente.events.actors import Actors
from detente.events.acts import Candidate, find_parent
from detente.events.arbitration import TypeClassifier, evidence_of
from detente.events.patterns import NOMINAL, Frame, Match
from detente.events.roles import Finder, Party, Roles
from detente.learned.classifiers import NO_EVENT, MarkedSentence, TypeProbabilities
from detente.lexicons.entries import FrameLine
from detente.record.model import Event, Span
from detente.record.reading import ParsedSentence

RULE = "rule:unframed"
# Where parties stand that no frame places.
VERB_TARGETS = ("obj", "iobj", "with", "to", "against", "on", "from", "for", "at", "over", "of", "into", "between")
NOUN_SOURCES = ("poss", "by", "mod")
NOUN_TARGETS = ("on", "against", "to", "with", "for", "of", "at", "from", "toward", "towards", "over", "about")
# Nouns that stand for something told; in other places they only belong to a name or another noun.
NOUN_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "pobj", "conj"})
# From an act up to the verb that tells it: "renewed talks", "managed to reach an accord".
TOLD_BY = frozenset({"dobj", "xcomp", "ccomp", "pobj", "prep", "pcomp", "nsubj", "nsubjpass", "attr"})
# What the classifier must say: no doubt that there is an act, and which one.
NO_ACT, LEAST = 0.03, 0.7
# Parties on a side, and pairs; more are a roll-call.
MOST = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A frame without a type in its place, with the parties found there."""

    match: Match
    roles: Roles

    @property
    def sides(self) -> tuple[Party, Party]:
        """The two parties the classifier is shown; of several who act together the first two."""
        return self.roles.sources[0], (self.roles.targets or self.roles.sources[1:])[0]

    def of_type(self, type_: str) -> Match:
        """Return the match as one of this type."""
        frame = self.match.frame
        return self.match._replace(frame=frame._replace(line=replace(frame.line, type=type_)))


class OpenAct(NamedTuple):
    """A word that may be an act, its sentence with the parties marked, and how to write it once its type is known."""

    sentence: MarkedSentence
    write: Callable[[str], list[Event]]


class Words(NamedTuple):
    """The words of a sentence that may be acts.

    Attributes:
        parsed, actors, finder: the sentence, its actors, and what finds parties.
        nouns: lemmas of nouns that can name an act.
        bearers: nouns that stand for a state instead.
    """

    parsed: ParsedSentence
    actors: Actors
    finder: Finder
    nouns: Container[str]
    bearers: Container[str]

    def proposals(self, closed: Container[int]) -> Iterator[Proposal]:
        """Yield the words outside `closed` that have an actor with a state on either side."""
        for token in self.parsed.tokens:
            if token.i in closed or not self._may_tell(token.i):
                continue
            match = _match(token.lemma, token.pos, token.i)
            roles = self.finder.roles(match)
            if _has_two_sides(roles):
                yield Proposal(match, roles)

    def closed(self, candidates: Iterable[Candidate], told: Container[int], others: Iterable[int]) -> frozenset[int]:
        """Words out of the question: those of acts told, what hangs on these, and the verbs that tell them.

        Args:
            candidates: the frames found in the sentence.
            told: where the triggers of its events begin, as document offsets.
            others: further words that are closed.
        """
        acts = {token.i for token in self.parsed.tokens if token.start in told}
        closed = {*others, *acts, *(i for act in acts for i in self._tellers(act))}
        active: dict[int, Match] = {}
        for candidate in candidates:
            match = candidate.match
            if match.trigger in acts or candidate.link in ("content", "topic"):
                closed |= {match.trigger, *match.claimed}
                active[match.trigger] = match
        hanging = (t.i for t in self.parsed.tokens if find_parent(self.parsed, t.i, active) != -1)
        return frozenset(closed | set(hanging))

    def _tellers(self, act: int) -> Iterator[int]:
        i = act
        while self.parsed.tokens[i].dep in TOLD_BY:
            i = self.parsed.tokens[i].head
            yield i

    def _may_tell(self, i: int) -> bool:
        token = self.parsed.tokens[i]
        if token.pos == "VERB":
            return token.dep not in ("amod", "compound", "aux", "auxpass")
        if token.pos != "NOUN" or token.dep not in NOUN_DEPS or token.lemma not in self.nouns:
            return False
        return token.lemma not in self.bearers and self.actors.at(i) is None


def _match(lemma: str, pos: str, trigger: int) -> Match:
    noun = pos in NOMINAL
    line = FrameLine(
        id=RULE, lemma=lemma, pos=pos, pattern="", type="", mode="", cameo="",
        source=NOUN_SOURCES if noun else ("subj",), target=NOUN_TARGETS if noun else VERB_TARGETS,
        reciprocal=False, content="", note="",
    )  # fmt: skip
    return Match(Frame(line, (), (0, 0, 0)), trigger, (), -1, -1)


def _has_two_sides(roles: Roles) -> bool:
    sources, targets = roles
    if not sources or len(sources) > MOST or len(targets) > MOST or len(sources) * len(targets) > MOST:
        return False
    known = [any(party.mention.country or party.mention.entity for party in side) for side in roles]
    return known[0] and (known[1] or len(sources) > 1)


def marked(parsed: ParsedSentence, text: str, source: Span, target: Span) -> MarkedSentence:
    """Return the sentence with both parties marked, as the classifier takes it; spans are offsets into the document."""
    first, last = parsed.sentence.start, parsed.sentence.end
    return MarkedSentence(text[first:last], *((start - first, end - first) for start, end in (source, target)))


class ActReader:
    """Has the open acts of a document read by the classifier, in one batch."""

    def __init__(self, classifier: TypeClassifier, calibration: Callable[[float], float] | None = None) -> None:
        """Take a loaded classifier, and the curve that makes raw scores honest (events.confidence), or None for raw."""
        self._classifier = classifier
        self._calibration = calibration

    def read(self, acts: Sequence[OpenAct]) -> Iterator[Event]:
        """Yield the events of the acts of which the classifier is sure."""
        opinions = self._classifier.classify([act.sentence for act in acts])
        for act, opinion in zip(acts, opinions, strict=True):
            type_ = opinion.best(event=True)
            if opinion.of(NO_EVENT) < NO_ACT and opinion.of(type_) >= LEAST:
                yield from self._scored(act.write(type_), type_, opinion)

    def _scored(self, rows: Iterable[Event], type_: str, opinion: TypeProbabilities) -> Iterator[Event]:
        why = evidence_of(self._classifier, type_, opinion)
        for row in rows:
            raw = round(row.confidence * opinion.of(type_), 4)
            sure = raw if self._calibration is None else self._calibration(raw)
            yield replace(row, evidence=(*row.evidence, why), confidence=sure)
