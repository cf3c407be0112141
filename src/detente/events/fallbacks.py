"""Parties that a frame's own places do not hold: a speaker, what an act speaks of, words near by, the place."""

from collections.abc import Container, Iterable, Iterator

from detente.events.actors import Actors, of_state
from detente.events.arguments import complements, governing_verb, is_passive, logical_object, logical_subject, purposes
from detente.events.patterns import NOMINAL, Match
from detente.events.roles import Party, Roles
from detente.events.setting_words import setting_words
from detente.events.voices import Voice
from detente.lexicons.user_entries import is_users
from detente.record.model import Mention
from detente.record.reading import ParsedSentence

# Acts of a state's organs where it rules: "was arrested in B" is an act of B.
LOCATIVE_TYPES = frozenset({"COERCE", "SANCTION"})
LOCATIVE_MODES = frozenset({"investigate", "allege"})
# Acts whose aim names whom they are against: "marched to protest B's policies".
AIMED_TYPES = frozenset({"PROTEST", "MOBILIZE", "REQUEST", "ACCUSE"})
# Prepositions from an act to the place of it.
DEEPEST = 2
# Words an act does not reach into when its target is looked for near by.
BARRIERS = frozenset({"relcl", "advcl", "nsubj", "parataxis", "csubj", "ccomp", "mark", "npadvmod"})
# Those who talk together have topics and hosts beside them, and these are no parties (PLOVER digest 7, note 10).
# A user's frame has a target where the user says, and nowhere else.
NO_NEARBY_TARGET = frozenset({"CONSULT"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# Means of a state: what it does with its own is not done to them ("withdrew its soldiers from B").
MEANS = frozenset({"MIL", "SPY", "COP"})
WITH_MEANS = frozenset({"MOBILIZE", "RETREAT", "AID", "SANCTION"})
# What those who rule a state do to people at home, and these to them, where the words name no other state.
AT_HOME = frozenset({"CONCEDE", "COERCE", "PROTEST"})
CITIZENS = frozenset({"REB", "OPP", "LAB", "CVL", "EDU", "REL", "PTY", "JRN", "MED", "SOC", "AGR", "REF"})
RULERS = frozenset({"GOV", "LEG", "JUD", "COP"})
NEARBY = frozenset({"to", "with", "against", "on", "at", "for", "of", "from", "over", "into", "by", "in", "near"})
# Whom a show of force faces ("deployed opposite B's lines").
FACING = frozenset({"opposite", "toward", "towards", "around", "along", "outside", "off", "alongside", "beside"})


class Fallbacks:
    """Fills a missing side where a rule allows it; the party says which rule did."""

    def __init__(self, parsed: ParsedSentence, actors: Actors, acts: Container[int]) -> None:
        self.parsed = parsed
        self.actors = actors
        self.acts = acts

    def complete(self, match: Match, roles: Roles, voice: Voice) -> Roles:
        """Return the roles with what the rules add."""
        sources = roles.sources or tuple(self._source(match, voice))
        targets = tuple(party for party in roles.targets if not _is_means(party, sources, match.frame.line.type))
        mutual = match.frame.line.reciprocal or match.frame.line.type == "AGREE"
        if not targets and not (mutual and len(sources) > 1):
            found = self._target(match, sources)
            targets = (found, *self._joined(found, sources)) if found is not None else ()
        sources = tuple(self._with_country(match, party, targets) for party in sources)
        targets = tuple(self._with_country(match, party, sources) for party in targets)
        return Roles(sources, targets)

    def _source(self, match: Match, voice: Voice) -> Iterator[Party]:
        verb = self.parsed.tokens[match.trigger].pos not in NOMINAL
        subject = self.parsed.child(match.trigger, "nsubj") if verb else None
        line = match.frame.line
        if subject is not None and self.parsed.tokens[subject].pos == "PRON" and voice.speaker is not None:
            yield Party(voice.speaker, "rule:speaker_pronoun")
        elif line.type in LOCATIVE_TYPES or line.mode in LOCATIVE_MODES:
            found = self._place_of(match) if not verb or is_passive(self.parsed, match.trigger) else None
            if found is not None:
                yield Party(found, "rule:locative")

    def _place_of(self, match: Match) -> Mention | None:
        """The state of the place that a preposition ties to an act."""
        head, verb = self.parsed.tokens[match.trigger].head, governing_verb(self.parsed, match.trigger)
        above = [i for i in (match.light, head, verb) if i is not None and i != -1]
        for bearer in dict.fromkeys((match.trigger, *above)):
            found = self._place_below(bearer)
            if found is not None:
                return found
        return None

    def _place_below(self, i: int, depth: int = 0) -> Mention | None:
        """Follow prepositions of place: "in a car bomb explosion at a market in B"."""
        for child in self.parsed.children[i]:
            token = self.parsed.tokens[child]
            leads = setting_words().has("jurisdiction", token.lemma) or (depth > 0 and token.lemma == "of")
            below = self.parsed.child(child, "pobj") if token.dep == "prep" and leads else None
            if below is None:
                continue
            mention = self.actors.at(below)
            if mention is not None and mention.country:
                return mention
            found = self._place_below(below, depth + 1) if mention is None and depth < DEEPEST else None
            if found is not None:
                return found
        return None

    def _with_country(self, match: Match, party: Party, others: tuple[Party, ...]) -> Party:
        """Give a role noun without a state that of its phrase ("refugees of the war in B"), its place or its rulers."""
        mention = party.mention
        if mention.country or not mention.sector or mention.code != mention.sector:
            return party
        head = self.parsed.head_of_span(mention.start, mention.end)
        if head is None:
            return party
        found, rule = self.actors.below(head, {other.name for other in others}), "rule:country_beside"
        if found is None:
            found, rule = self._place_of(match), "rule:country_of_place"
        if found is None and match.frame.line.type in AT_HOME and mention.sector in CITIZENS:
            found, rule = next((o.mention for o in others if o.mention.sector in RULERS), None), "rule:same_state"
        if found is None or not found.country:
            return party
        return Party(of_state(mention, found.country, mention.sector), party.rule or rule)

    def _target(self, match: Match, sources: tuple[Party, ...]) -> Party | None:
        """Return the first target the rules find; what an organ of a state does is not aimed at its own state."""
        taken = {party.name for party in sources}
        organs = (p.mention for p in sources if p.mention.sector in ("", *OFFICIAL))
        own = {m.country for m in organs if match.frame.line.type != "PROTEST"} - {""}  # "Peruvians" march at home
        found = (party for party in self._targets(match) if party.name not in taken)
        return next((p for p in found if self._is_place(p.mention) or not _is_state_of(p.mention, own)), None)

    def _joined(self, party: Party, sources: Iterable[Party]) -> Iterator[Party]:
        """Other states that "and" puts beside a target: "aid for B and C"."""
        head = self.parsed.head_of_span(party.mention.start, party.mention.end)
        taken = {party.name, *(source.name for source in sources)}
        for mention in self.actors.parties(head, taken) if head is not None else ():
            if mention.country and mention.country != party.mention.country:
                yield Party(mention, party.rule)

    def _is_place(self, mention: Mention) -> bool:
        """Tell whether words stand for a part of a state: its rulers act on it ("imposed a curfew in B")."""
        head = self.parsed.head_of_span(mention.start, mention.end)
        token = self.parsed.tokens[head] if head is not None else None
        return token is not None and token.dep == "pobj" and self.parsed.tokens[token.head].lemma == "in"

    def _targets(self, match: Match) -> Iterator[Party]:
        """Actors in what the act speaks of, then in the phrases that hang on it."""
        clauses = list(complements(self.parsed, match.trigger))
        if match.frame.line.type in AIMED_TYPES:
            clauses += purposes(self.parsed, match.trigger)
        for clause in clauses:
            yield from self._parties(sorted(self._within(clause)), "rule:target_in_complement")
        if match.frame.line.type == "THREATEN":
            yield from self._parties(self._bound_by_condition(match.trigger, clauses), "rule:target_in_condition")
        if match.frame.line.type not in NO_NEARBY_TARGET and not is_users(match.frame.line.id):
            yield from self._parties(self._reach(match), "rule:target_nearby")

    def _bound_by_condition(self, trigger: int, clauses: Iterable[int]) -> Iterator[int]:
        """Subjects of the conditions of a threat: "threatened a strike unless B gave way" is aimed at B."""
        for verb in (trigger, *clauses):
            for child in self.parsed.children[verb]:
                clause = self.parsed.clause_of(child)
                if self.parsed.tokens[child].dep != "advcl" or clause is None or not clause.conditional:
                    continue
                subject = self.parsed.child(child, "nsubj", "nsubjpass")
                if subject is not None:
                    yield subject

    def _within(self, clause: int) -> Iterator[int]:
        """Words of a clause without the clauses that hang on its nouns."""
        waiting = [clause]
        while waiting:
            i = waiting.pop()
            yield i
            waiting.extend(
                c for c in self.parsed.children[i] if self.parsed.tokens[c].dep not in ("relcl", "advcl", "acl")
            )

    def _parties(self, words: Iterable[int], rule: str) -> Iterator[Party]:
        for i in words:
            mention = self.actors.at(i)
            own = self.parsed.tokens[i].tag == "PRP$"  # "its troops": mostly the source's own
            if mention is not None and mention.country and not own:
                yield Party(mention, rule)

    def _reach(self, match: Match) -> list[int]:
        """Words that hang on a trigger and its object, without its subject, clauses and acts of their own."""
        waiting = [match.trigger, *match.claimed]
        if self.parsed.tokens[match.trigger].pos not in NOMINAL:
            direct = logical_object(self.parsed, match.trigger)
            waiting += [direct] if direct is not None else []
            subject = logical_subject(self.parsed, match.trigger)
        else:
            subject = logical_subject(self.parsed, match.light) if match.light != -1 else None
        reached: list[int] = []
        while waiting:
            i = waiting.pop(0)
            if i not in reached and i != subject:
                reached.append(i)
                aim = self.parsed.tokens[i].lemma == "for"  # "mobilised for a war against B"
                open_ = self._openings(match, i)
                below = (c for c in self.parsed.children[i] if aim or c not in self.acts)
                waiting.extend(c for c in below if self._is_open(c, open_))
        return reached

    def _openings(self, match: Match, i: int) -> frozenset[str]:
        """Prepositions that lead on from a word; "the raid by B" never says whom it hits."""
        found = NEARBY | FACING if match.frame.line.type == "MOBILIZE" else NEARBY
        noun = i == match.trigger and self.parsed.tokens[i].pos in NOMINAL
        return found - {"by"} if noun else found

    def _is_open(self, i: int, prepositions: Container[str]) -> bool:
        token = self.parsed.tokens[i]
        return token.dep not in BARRIERS and (token.dep != "prep" or token.lemma in prepositions)


def _is_means(target: Party, sources: Iterable[Party], type_: str) -> bool:
    """Tell whether a target is the source's own force, with which it acts."""
    if type_ not in WITH_MEANS or target.mention.sector not in MEANS:
        return False
    doers = (p.mention for p in sources if p.mention.sector in ("", "GOV", *MEANS))
    return any(doer.country == target.mention.country for doer in doers)


def _is_state_of(mention: Mention, countries: Container[str]) -> bool:
    """Tell whether a mention is one of these states or an organ of it."""
    return mention.country in countries and (not mention.sector or mention.sector in OFFICIAL)
