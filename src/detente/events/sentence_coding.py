"""The coding of one sentence: 1 frames found, 2 related, 3 given parties, 4 judged, 5 written as rows.

On whose word. An act inside a claim has voice "source". It keeps its status where the speaker tells of its own deed or
of others' (the report of an agency or a ministry). Where the speaker is itself the one harmed the act is known from a
party's word only: the speaker accuses (ACCUSE, happened) and the harm is its content, alleged (PLOVER digest 3.16;
DESIGN 7).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from detente.events.actors import Actors
from detente.events.acts import Candidate, link
from detente.events.arguments import agent, is_misread_verb
from detente.events.circumstances import hangs_on_act, is_long_ago, setting, times_of
from detente.events.codebook import Act
from detente.events.content import act_mutually, between_states, inherited, modes_of, own_act
from detente.events.contexts import choose
from detente.events.duties import duties
from detente.events.fallbacks import Fallbacks
from detente.events.manner import Manner, manner
from detente.events.materials import Lexicons, Page
from detente.events.patterns import NOMINAL, Match
from detente.events.roles import Finder, Party, Roles
from detente.events.rows import Draft, rows, with_scores, with_setting
from detente.events.severity import severity
from detente.events.status import Telling, Verdict, judge
from detente.events.voices import Voice, same_side
from detente.record.model import COUNTED, Event, Mention
from detente.record.reading import ParsedSentence

HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# What an opinion piece says in its own voice is less sure to be an act that took place.
OPINION = 0.7


class Wording(NamedTuple):
    """What a row says of an act besides its parties; `content_of` is the act it is the content of."""

    act: Act
    status: str
    evidence: tuple[str, ...]
    content_of: Event | None = None


class Told(NamedTuple):
    """An act that has been written, for the content rows that hang on it."""

    roles: Roles
    rows: list[Event]
    match: Match


class SentenceCoder:
    """Codes one sentence of a page."""

    def __init__(self, parsed: ParsedSentence, page: Page, lexicons: Lexicons) -> None:
        self.parsed = parsed
        self.page = page
        self.lexicons = lexicons
        self._text = page.reading.document.text
        self._facts = page.facts.within(parsed, self._text)
        self._words = self._text[parsed.sentence.start : parsed.sentence.end]
        self._told: dict[int, Told] = {}

    def events(self) -> list[Event]:
        """Return the rows of the sentence."""
        if not (self._facts.actors or self._facts.places):
            return []
        matches = self.lexicons.frames.matches(self.parsed)  # 1
        demands = list(duties(self.parsed, {match.trigger for match in matches}))
        if not (matches or demands) or self._is_no_event():
            return []
        candidates = [c for c in link(self.parsed, matches) if not self._names_actors(c.match.trigger)]  # 2
        self._prepare(candidates)
        found = [event for candidate in candidates for event in self._code(candidate)]  # 3 to 5
        found += [event for match in demands for event in self._demand(match)]
        contexts = self._contexts() if found else ()
        return [self._finished(event, contexts) for event in found]

    def _prepare(self, candidates: Sequence[Candidate]) -> None:
        self._acts = frozenset(c.match.trigger for c in candidates if c.link != "topic")
        apart = frozenset(c.match.trigger for c in candidates if c.link in ("act", "own"))
        triggers = {c.match.trigger: c.match for c in candidates}
        actors = Actors(self.parsed, self._facts.actors, triggers, self._facts.towns)
        self._finder = Finder(self.parsed, actors, self._acts, self.lexicons.words.bearing)
        self._fallbacks = Fallbacks(self.parsed, actors, apart)
        self._background = self._periods()

    def _is_no_event(self) -> bool:
        lowered = self._words.lower()
        return any(line.phrase in lowered for line in (*self.lexicons.words.sport, *self.lexicons.words.no_event))

    def _names_actors(self, trigger: int) -> bool:
        """Tell whether a noun is the head of an actor mention: "demonstrators" are actors and no demonstration."""
        token = self.parsed.tokens[trigger]
        if token.pos not in NOMINAL:
            return False
        held = (m for m in self._facts.actors if m.start <= token.start < m.end)
        return any(self.parsed.head_of_span(m.start, m.end) == trigger for m in held)

    def _periods(self) -> tuple[int, ...]:
        """Token indexes of words for a period long past ("the Cold War")."""
        lowered, found = self._words.lower(), []
        for line in self.lexicons.words.background:
            at = lowered.find(line.phrase)
            if at >= 0:
                start = self.parsed.sentence.start + at
                head = self.parsed.head_of_span(start, start + len(line.phrase))
                found.extend([head] if head is not None else [])
        return tuple(found)

    def _others(self, match: Match) -> frozenset[int]:
        return self._acts - {match.trigger}

    def _voice(self, match: Match) -> Voice:
        return self.page.voices.at(self.parsed.tokens[match.trigger].start)

    def _code(self, candidate: Candidate) -> list[Event]:
        match = candidate.match
        if candidate.link == "topic":
            return []
        how = manner(self.parsed, match, self.lexicons.words, self._others(match))
        roles = self._finder.roles(match)
        if candidate.link == "content":
            return self._content(candidate, how, roles)
        if not roles.sources and (candidate.link == "own" or self._is_bare_participle(match.trigger)):
            return []
        voice = self._voice(match)
        return self._act(match, how, self._fallbacks.complete(match, roles, voice), voice)

    def _is_bare_participle(self, trigger: int) -> bool:
        """Tell whether a participle without an agent merely describes its noun ("militiamen armed with knives")."""
        token = self.parsed.tokens[trigger]
        if token.dep != "acl" or token.tag != "VBN" or is_misread_verb(self.parsed, trigger):
            return False
        return agent(self.parsed, trigger) is None

    def _demand(self, match: Match) -> list[Event]:
        """Write a speaker's "must" to another as a request."""
        voice, roles = self._voice(match), self._finder.roles(match)
        if voice.speaker is None or not roles.targets:
            return []
        if any(same_side(voice.speaker, party.mention) for party in roles.targets):
            return []
        asked = Roles((Party(voice.speaker),), roles.targets)
        return self._rows(match, Wording(own_act(match), "happened", (match.frame.line.id,)), asked, voice)

    def _act(self, match: Match, how: Manner, roles: Roles, voice: Voice) -> list[Event]:
        verdict = judge(self._telling(match, how, roles, voice))
        evidence = (match.frame.line.id, *how.evidence, verdict.rule)
        if verdict.act:
            told, more = self._performed(match, verdict, roles, voice, evidence)
        elif verdict.status in COUNTED and self._is_party(match, roles, voice.speaker):
            told, more = self._charged(match, roles, voice, (*evidence, "rule:party_claim"))
        else:
            told, more = self._told_as_it_is(match, verdict.status, roles, voice, evidence)
        self._told[match.trigger] = Told(roles, told, match)
        return told + more

    def _told_as_it_is(
        self, match: Match, status: str, roles: Roles, voice: Voice, evidence: tuple[str, ...]
    ) -> tuple[list[Event], list[Event]]:
        """Write the act the frame names, and what a declaration puts in force."""
        line = match.frame.line
        told = self._rows(match, Wording(own_act(match), status, evidence), roles, voice)
        declared = self.lexicons.codebook.spoken_of(line.type, line.cameo) if line.type == "CONCEDE" else None
        if declared is None or not line.content or not told or not match.claimed:
            return told, []
        word = match._replace(trigger=match.claimed[0])
        reasons = (line.id, declared.line, f"rule:content.{line.content}")
        return told, self._rows(word, Wording(declared, line.content, reasons, told[0]), roles, voice)

    def _performed(
        self, match: Match, verdict: Verdict, roles: Roles, voice: Voice, evidence: tuple[str, ...]
    ) -> tuple[list[Event], list[Event]]:
        """Write the act the words perform, and the one they speak of as its content."""
        act = self.lexicons.codebook.performed(verdict.act, match.frame.line.type, modes_of(match))
        performers = roles
        if verdict.act == "REQUEST" and voice.speaker is not None:  # whose duty it is does not ask, the speaker does
            performers = Roles((Party(voice.speaker),), roles.sources)
        reasons = (*evidence, act.line) if act.line else evidence
        told = self._rows(match, Wording(act, "happened", reasons), performers, voice)
        if not verdict.content or not told:
            return told, []
        return told, self._rows(match, Wording(own_act(match), verdict.content, evidence, told[0]), roles, voice)

    def _charged(
        self, match: Match, roles: Roles, voice: Voice, evidence: tuple[str, ...]
    ) -> tuple[list[Event], list[Event]]:
        """Write what the one harmed says of another as an accusation, the harm as its content."""
        act = own_act(match)
        charge = self.lexicons.codebook.performed("ACCUSE", act.type, act.modes)
        accusers = (Party(voice.speaker),) if voice.speaker is not None else ()
        told = self._rows(match, Wording(charge, "happened", evidence), Roles(accusers, roles.sources), voice)
        if not told:
            return [], []
        return told, self._rows(match, Wording(act, "alleged", evidence, told[0]), roles, voice)

    def _is_party(self, match: Match, roles: Roles, speaker: Mention | None) -> bool:
        """Tell whether the speaker tells of harm that another does to its own side."""
        if speaker is None or match.frame.line.type not in HARMFUL or not roles.sources:
            return False
        if any(same_side(speaker, party.mention) for party in roles.sources):
            return False
        return any(same_side(speaker, party.mention) for party in roles.targets)

    def _telling(self, match: Match, how: Manner, roles: Roles, voice: Voice) -> Telling:
        speaker = voice.speaker
        own = speaker is not None and any(same_side(speaker, party.mention) for party in roles.sources)
        times = times_of(self.parsed, match, self._facts.times, self._others(match))
        old = any(hangs_on_act(self.parsed, position, match, self._others(match)) for position in self._background)
        return Telling(
            type=match.frame.line.type,
            manner=how,
            own_word=own,
            other_word=speaker is not None and not own,
            long_ago=old or is_long_ago(times, self.page.reading.document),
            headline=self.parsed.sentence.headline,
        )

    def _content(self, candidate: Candidate, how: Manner, roles: Roles) -> list[Event]:
        """Write what an act speaks of as rows linked to it; what it says will not be done is none."""
        told = self._told.get(candidate.parent)
        if told is None or not told.rows or how.negated or not told.match.frame.line.content:
            return []
        match = candidate.match
        status = told.match.frame.line.content
        roles = inherited(roles, told.roles, told.match.frame.line.type)
        evidence = (match.frame.line.id, *how.evidence, f"rule:content.{status}")
        found = self._rows(match, Wording(own_act(match), status, evidence, told.rows[0]), roles, self._voice(match))
        self._told[match.trigger] = Told(roles, found, match)
        return found

    def _rows(self, match: Match, wording: Wording, roles: Roles, voice: Voice) -> list[Event]:
        act, document = between_states(wording.act, roles, self.lexicons.codebook), self.page.reading.document
        if act is not wording.act:
            wording = wording._replace(act=act, evidence=(*wording.evidence, act.line))
        base = self._base(match, wording, voice)
        draft = Draft(base, roles, act_mutually(match, act.type, roles), wording.evidence, _strength(match))
        times = times_of(self.parsed, match, self._facts.times, self._others(match))
        where = setting(self.parsed, match, times, self._facts.places, (document, wording.status))
        figures = severity(self.parsed, match.trigger, act.type, act.modes, self.lexicons.severity)
        return [with_setting(event, where, figures, self._text) for event in rows(draft, self._text)]

    def _base(self, match: Match, wording: Wording, voice: Voice) -> Event:
        token = self.parsed.tokens[match.trigger]
        return Event(
            event_id="",
            doc_id=self.page.reading.document.doc_id,
            sentence_id=self.parsed.sentence.sentence_id,
            start=token.start,
            end=token.end,
            trigger=token.text,
            type=wording.act.type,
            status=wording.status,
            content_of=wording.content_of.event_id if wording.content_of is not None else "",
            modes=wording.act.modes,
            cameo=wording.act.cameo,
            claim_id=voice.claim.claim_id if voice.claim is not None else "",
            voice="source" if voice.claim is not None else "author",
            coded_with=self.page.reading.coded_with,
        )

    def _contexts(self) -> tuple[str, ...]:
        finder = self.lexicons.contexts
        return choose(finder.counts(self._words), finder.counts(self.page.paragraphs[self.parsed.paragraph]))

    def _finished(self, event: Event, contexts: tuple[str, ...]) -> Event:
        """Add scores and contexts."""
        if self.parsed.sentence.genre == "opinion" and event.voice == "author":
            sure = round(event.confidence * OPINION, 4)
            event = replace(event, confidence=sure, evidence=(*event.evidence, "rule:opinion"))
        return replace(with_scores(event, self.lexicons.codebook), contexts=contexts)


def _strength(match: Match) -> float:
    """Say how sure a frame is: a bare trigger is right more often than not, each slot of its pattern makes it surer."""
    return min(0.6 + 0.12 * len(match.frame.conditions), 0.95)
