"""The coding of one sentence: 1 frames found, 2 related, 3 given parties, 4 judged, 5 written as rows.

On whose word. An act inside a claim has voice "source". It keeps its status where the speaker tells of its own deed or
of others' (the report of an agency or a ministry). Where the speaker is itself the one harmed the act is known from a
party's word only: the speaker accuses (ACCUSE, happened) and the harm is its content, alleged (PLOVER digest 3.16;
DESIGN 7).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from detente.events import circumstances
from detente.events.actors import Actors
from detente.events.acts import NO_ACT, Candidate, link
from detente.events.arguments import agent, governing_verb, is_misread_verb, logical_subject
from detente.events.circumstances import LONG_AGO, hangs_on_act, is_long_ago, is_to_come, setting, times_of
from detente.events.codebook import Act
from detente.events.completing import OpenTarget, open_targets
from detente.events.content import act_mutually, between_states, inherited, modes_of, own_act
from detente.events.contexts import choose
from detente.events.duties import duties
from detente.events.fallbacks import Fallbacks
from detente.events.habits import is_judgement, is_standing
from detente.events.locating import Located, dateline_of, filed_at
from detente.events.manner import Manner, manner
from detente.events.materials import Lexicons, Page
from detente.events.patterns import NOMINAL, Match
from detente.events.roles import Finder, Party, Roles
from detente.events.rows import Draft, is_complete, placed, rows, with_scores, with_setting, without_repeats
from detente.events.severity import severity
from detente.events.status import Telling, Verdict, judge
from detente.events.unframed import OpenAct, Proposal, Words, marked
from detente.events.voices import Voice, same_side
from detente.record.model import COUNTED, Event, Mention
from detente.record.reading import ParsedSentence

FILED = "rule:at.dateline"
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
    """Codes one sentence of a page.

    Attributes:
        open_acts: after `events`, what may be acts besides its rows, for the classifier to read.
        open_targets: after `events`, rows without a target, for the classifier to complete.
    """

    def __init__(self, parsed: ParsedSentence, page: Page, lexicons: Lexicons) -> None:
        self.parsed = parsed
        self.page = page
        self.lexicons = lexicons
        self._text = page.reading.document.text
        self._facts = page.facts.within(parsed, self._text)
        self._words = self._text[parsed.sentence.start : parsed.sentence.end]
        self._told: dict[int, Told] = {}
        dateline = dateline_of(parsed, page.facts.places)
        self._dateline = Located(dateline, (FILED,)) if dateline is not None else None
        self.open_acts: list[OpenAct] = []
        self.open_targets: list[OpenTarget] = []

    def events(self) -> list[Event]:
        """Return the rows of the sentence."""
        if not (self._facts.actors or self._facts.places):
            return []
        matches = self.lexicons.frames.matches(self.parsed)  # 1
        demands = list(duties(self.parsed, {match.trigger for match in matches}))
        if not (matches or demands or self._may_hold_open_acts()):
            return []
        none = self.lexicons.not_events.find(self.parsed, self._words)
        if none.whole:
            return []
        self._closed = none.tokens | {match.trigger for match in matches if match.frame.line.type in NO_ACT}
        matches = [match for match in matches if not none.holds(match.trigger, match.frame.line.type)]
        linked = link(self.parsed, matches)
        self._acts = frozenset(c.match.trigger for c in linked if c.link != "topic")
        candidates = [c for c in linked if not self._names_actors(c.match)]  # 2
        self._prepare(candidates)
        found = [event for candidate in candidates for event in self._code(candidate)]  # 3 to 5
        found += [event for match in demands for event in self._demand(match)]
        found = without_repeats(found)
        self.open_acts = list(self._still_open(candidates, found))
        self.open_targets = list(open_targets(self.parsed, self._text, found, self._facts.actors))
        contexts = self._contexts() if found else ()
        return [self._finished(event, contexts) for event in found]

    def _still_open(self, candidates: Sequence[Candidate], found: Sequence[Event]) -> Iterator[OpenAct]:
        """Words with different states on either side of which the sentence tells no act yet.

        Opinion tells no acts this way, and politicians of one state are told to do much to each other that is none.
        """
        if not self._may_hold_open_acts():
            return
        words = Words(self.parsed, self._actors, self._finder, self.lexicons.frames.nouns, self.lexicons.bearers)
        told = frozenset(event.start for event in found if event.start is not None)
        closed = words.closed(candidates, told, self._closed | self._cues())
        pairs = {frozenset((event.source_country, event.target_country)) for event in found}
        for proposal in words.proposals(closed):
            source, target = (party.mention for party in proposal.sides)
            spans = (source.start, source.end), (target.start, target.end)
            pair = frozenset((source.country, target.country))
            if len(pair) > 1 and pair not in pairs:
                pairs.add(pair)
                yield OpenAct(marked(self.parsed, self._text, *spans), partial(self._write, proposal))

    def _may_hold_open_acts(self) -> bool:
        return len(self._facts.actors) + len(self._facts.places) > 1 and not self._is_opinion()

    def _cues(self) -> frozenset[int]:
        """Verbs of saying, save those said to somebody: "told Peru that its ships would be stopped" may be an act."""
        found = (token.i for token in self.parsed.tokens if token.start in self.page.voices.cues)
        return frozenset(i for i in found if self.parsed.child(i, "dobj", "dative") is None)

    def _write(self, proposal: Proposal, type_: str) -> list[Event]:
        """Write an act of which the classifier has read the type."""
        match = proposal.of_type(type_)
        how = manner(self.parsed, match, self.lexicons.words, self._others(match))
        found = self._act(match, how, proposal.roles, self._voice(match))
        contexts = self._contexts() if found else ()
        return [self._finished(event, contexts) for event in found]

    def _prepare(self, candidates: Sequence[Candidate]) -> None:
        self._acts = frozenset(c.match.trigger for c in candidates if c.link != "topic")
        apart = frozenset(c.match.trigger for c in candidates if c.link in ("act", "own"))
        triggers = {c.match.trigger: c.match for c in candidates}
        words = self.lexicons.words
        nouns = (self.lexicons.bearers, self.lexicons.persons)
        self._actors = Actors(self.parsed, self._facts.actors, triggers, self._facts.towns, *nouns)
        self._finder = Finder(self.parsed, self._actors, self._acts, words.bearing)
        self._fallbacks = Fallbacks(self.parsed, self._actors, apart)
        self._background = self._periods()

    def _names_actors(self, match: Match) -> bool:
        """Tell whether a noun is the head of an actor mention: "demonstrators" are actors and no demonstration.

        A role without a state beside a light verb is the act all the same: "undertook a mediation mission".
        """
        token = self.parsed.tokens[match.trigger]
        if token.pos not in NOMINAL:
            return False
        held = [m for m in self._facts.actors if m.start <= token.start < m.end]
        if not any(m.country or m.entity for m in held) and self._is_told(match):
            return False
        return any(self.parsed.head_of_span(m.start, m.end) == match.trigger for m in held)

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
        if not roles.sources and self._is_done_by_thing(match):
            return []
        opinion = self._is_opinion() and self._voice(match).claim is None
        if (opinion or not (roles.sources and roles.targets)) and self._is_named_in_passing(match):
            return []
        voice = self._voice(match)
        roles = self._fallbacks.complete(match, roles, voice)
        return self._act(match, how, roles, voice)

    def _is_bare_participle(self, trigger: int) -> bool:
        """Tell whether a participle without an agent merely describes its noun ("militiamen armed with knives")."""
        token = self.parsed.tokens[trigger]
        if token.dep != "acl" or token.tag != "VBN" or is_misread_verb(self.parsed, trigger):
            return False
        return agent(self.parsed, trigger) is None

    def _is_named_in_passing(self, match: Match) -> bool:
        """Tell whether a noun merely names an act that no verb tells: "the threat to Peru is neglect"."""
        return self.parsed.tokens[match.trigger].pos in NOMINAL and not self._is_told(match)

    def _is_told(self, match: Match) -> bool:
        """Tell whether the verb above a noun says that the act takes place; a headline without a verb says so too."""
        if match.light != -1:
            return True
        verb = governing_verb(self.parsed, match.trigger)
        if verb is None and self._is_told_of(match):
            return True
        if verb is None:
            verb = next((i for i in self.parsed.ancestors(match.trigger) if self.parsed.clause_of(i) is not None), None)
        words, lemma = self.lexicons.words, "" if verb is None else self.parsed.tokens[verb].lemma
        return verb is None or verb in self._acts or lemma in words.bearing or lemma in words.occurring

    def _is_told_of(self, match: Match) -> bool:
        """Tell whether a noun is the subject of a past tense: what had effects took place ("B's raid killed none")."""
        token = self.parsed.tokens[match.trigger]
        clause = self.parsed.clause_of(token.head) if token.dep in ("nsubj", "nsubjpass") else None
        return clause is not None and clause.tense in ("past", "perfect") and not (clause.modal or clause.conditional)

    def _is_done_by_thing(self, match: Match) -> bool:
        """Tell whether the subject is a thing that acts for nobody ("storms battered", "the budget killed")."""
        token = self.parsed.tokens[match.trigger]
        if token.pos != "VERB" or any(condition.slot == "subj" for condition in match.frame.conditions):
            return False
        subject = logical_subject(self.parsed, match.trigger)
        return subject is not None and not self._actors.may_bear(subject)

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
        if not is_complete(verdict.act or match.frame.line.type, roles):
            return []
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
            long_ago=old or is_long_ago(times, self.page.reading.document) or self._has_ended(roles),
            headline=self.parsed.sentence.headline,
            to_come=is_to_come(times, self.page.reading.document),
            standing=not times and is_standing(self.parsed, match, self._words),
            judged=not times and voice.claim is None and self._is_opinion() and is_judgement(self.parsed, match),
            stance=voice.claim.stance if voice.claim is not None else "",
        )

    def _has_ended(self, roles: Roles) -> bool:
        """Tell whether a party is a state that was no more on the document's day."""
        day = self.page.reading.document.published
        ends = (self.lexicons.ended.get(party.mention.country) for side in roles for party in side)
        return day is not None and any(end is not None and end < day - LONG_AGO for end in ends)

    def _is_opinion(self) -> bool:
        return "opinion" in (self.page.reading.document.genre, self.parsed.sentence.genre)

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
        telling = circumstances.Telling(document, wording.status, act.type, self._others(match))
        where = setting(self.parsed, match, times, self._facts.places, telling)
        figures = severity(self.parsed, match.trigger, act.type, act.modes, self.lexicons.severity)
        found = [with_setting(event, where, figures, self._text) for event in rows(draft, self._text)]
        filed = self._dateline
        return [placed(e, filed, self._text) if filed and filed_at(e, filed.mention) else e for e in found]

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
