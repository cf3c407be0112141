"""From a phrase to the actor it names: states, bodies and role nouns. People are in people.py."""

from collections.abc import Sequence
from datetime import date

from detente.lexicons.entries import NameLine
from detente.mentions.gazetteer import fold
from detente.mentions.identities import Context, Identity
from detente.mentions.lexicon import ActorLexicon, existed, valid
from detente.mentions.locations import SEATS
from detente.mentions.people import PeopleResolver
from detente.mentions.phrases import PEOPLE, Phrase, text_of
from detente.mentions.scanning import COMMON, Item
from detente.record.reading import ParsedSentence

# Sectors that only say on which side an actor stands; they give way to the sector of the role itself.
SIDES = frozenset({"OPP", "ELI"})
# Part of the entity of a people within a state, such as TUR:CVL:KURD; its armed men are no army of the state.
PEOPLE_OF = ":CVL:"
SEVERAL = "a people of several states"
ARMED = frozenset({"REB", "PRM", "CRM"})
# Sectors that say nothing more of those who serve a body above states.
OF_BODIES = frozenset({"GOV", "REB", "SOC", "CVL", "LAB", "EDU"})


class Resolver:
    """Find who a phrase names."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._people = PeopleResolver(lexicon)

    def identify(self, parsed: ParsedSentence, phrase: Phrase, context: Context) -> Identity | None:
        """The actor a phrase names on the document's day, or None if the words do not say."""
        head = phrase.head
        if head.kind == "state":
            return self._state_or_people(parsed, phrase, context)
        if head.kind == "town":
            return self._town(head)
        owners = tuple(found for owner in phrase.owners if (found := self.identify(parsed, owner, context)) is not None)
        if head.kind == "body":
            return self._body(head, owners, context)
        if head.kind == "agent":
            return self._agent(parsed, phrase, owners, context)
        described = self._described(parsed, phrase, owners, context)
        return self._people.identify(parsed, phrase, owners, described, context)

    def _state_or_people(self, parsed: ParsedSentence, phrase: Phrase, context: Context) -> Identity | None:
        """A state, or civilians of it: "five Iraqis", "the Albanians of Serbia"."""
        state = self._state(parsed, phrase.head, context)
        if state is None:
            return None
        if "rule:people-abroad" in phrase.rules:
            home = self.identify(parsed, phrase.owners[0], context)
            return _abroad(state, home, text_of(parsed, phrase.first, phrase.last)) if home is not None else state
        crowd = _is_crowd(parsed, phrase, self._lexicon)
        return state._replace(entity=f"{state.entity}:CVL", sector="CVL").because("rule:people") if crowd else state

    def _state(self, parsed: ParsedSentence, item: Item, context: Context) -> Identity | None:
        if context.american_georgia and parsed.tokens[item.first].text == "Georgia":
            return None
        lines = tuple(line for line in item.names if line.entity in self._lexicon.states)
        inside = tuple(line for line in lines if valid(line, context.on) and self._existed(line, context))
        line, certain = self._choose(inside or lines, context)
        found = Identity(line.entity, line.name, line.code[:3], line.code[3:6], "", (line.id,), 0.97)
        written = text_of(parsed, item.first, item.last)
        if line.kind != "spelling" and fold(written).lower() not in fold(line.alias).lower():
            return found.because("rule:respelled", confidence=0.85, note=f"spelled {written}")
        if not inside:
            return found.because(confidence=0.75, note="did not exist under this name on the document's day")
        return found if certain else found.because(confidence=0.6, note="ambiguous name")

    def _town(self, item: Item) -> Identity | None:
        line = item.names[0]
        state = self._lexicon.states.get(line.entity)
        return Identity(line.entity, state.name, line.code, evidence=(line.id,), confidence=0.9) if state else None

    def _existed(self, line: NameLine, context: Context) -> bool:
        return context.on is None or existed(self._lexicon.states[line.entity], context.on)

    def _choose(self, lines: Sequence[NameLine], context: Context) -> tuple[NameLine, bool]:
        """The line the document most likely means, and whether there was no choice; states that last come first."""
        if len({line.code for line in lines}) == 1:
            return lines[0], True
        country = context.only_country({line.code[:3] for line in lines})
        lasting = [line for line in lines if line.valid_to is None and self._lasts(line.entity)] or lines
        if len({line.code for line in lasting}) == 1:
            return lasting[0], True
        chosen = next((line for line in lasting if country and line.code[:3] == country), lasting[0])
        return chosen, False

    def _lasts(self, entity: str) -> bool:
        return entity not in self._lexicon.states or self._lexicon.states[entity].valid_to is None

    def _body(self, item: Item, owners: tuple[Identity, ...], context: Context) -> Identity | None:
        lines = tuple(line for line in item.names if line.entity not in self._lexicon.offices and _meant(line, context))
        if not lines:  # a word after all: "Serbian Labour Minister"
            return owners[0] if owners else None
        if _is_elsewhere(lines, context):
            return Identity("", lines[0].alias, "", lines[0].code[3:], "", (lines[0].id,), 0.6)
        inside = tuple(line for line in lines if valid(line, context.on)) or lines
        owned = {owner.country for owner in owners}
        inside = tuple(line for line in inside if line.code[:3] in owned) or inside
        line, certain = self._choose(inside, context)
        if not certain and PEOPLE_OF in line.entity and not context.only_country({line.code[:3] for line in inside}):
            return Identity("", line.name, "", "CVL", "", (line.id,), 0.6, SEVERAL)
        confidence = 0.9 if line.kind in ("capital", "metonym") else 0.95
        organisation = self._lexicon.organisations.get(line.entity)
        media = organisation is not None and organisation.kind == "media"
        found = Identity(line.entity, line.name, line.code[:3], line.code[3:6], "", (line.id,), confidence)
        if media:
            found = found.because(note="media")
        if line.kind in SEATS and context.on is not None:
            found = self._seat_of_the_day(found, line, context.on)
        if not found.country and owners:
            found = found._replace(country=owners[0].country).because(*owners[0].evidence)
        if any(owner.country != found.country for owner in owners):
            found = found.because(confidence=0.9, note=f"the text says {owners[0].name}")
        return found if certain else found.because(confidence=0.7, note="ambiguous name")

    def _seat_of_the_day(self, found: Identity, line: NameLine, on: date) -> Identity:
        """The state whose capital it was: Prague of Czechoslovakia in 1980."""
        states = self._lexicon.states
        state = states.get(found.country)
        if state is None or existed(state, on):
            return found
        former = [other for other in states.values() if other.capital == line.alias and existed(other, on)]
        if len(former) != 1:
            return found
        other = former[0]
        moved = found._replace(entity=f"{other.iso3}:GOV", name=other.name, country=other.iso3)
        return moved.because(other.id, "rule:capital-of-the-day")

    def _agent(
        self, parsed: ParsedSentence, phrase: Phrase, owners: tuple[Identity, ...], context: Context
    ) -> Identity | None:
        described = self._described(parsed, phrase, owners, context)
        if not described.country or phrase.modifier or described.sector == "ELI":
            return described
        return self._people.holder(parsed, phrase, described, context) or described

    def _described(
        self, parsed: ParsedSentence, phrase: Phrase, owners: tuple[Identity, ...], context: Context
    ) -> Identity:
        """What the role nouns and owners of a phrase say, without a name."""
        del context
        sector, evidence, note = self._sector(parsed, phrase, owners)
        owner = next((found for found in owners if found.country), None)
        country = owner.country if owner is not None else ""
        if country and country not in self._lexicon.states and sector in OF_BODIES:
            sector = ""  # UN officials are the UN, the fighters of a group across borders are that group
        text = text_of(parsed, phrase.first, phrase.last)
        entity = ":".join(part for part in (country, sector) if part) if country in self._lexicon.states else ""
        if owner is not None and (not entity or (owner.entity.startswith("ORG:") and owner.sector == sector)):
            entity = owner.entity  # "the Hezbollah group" is Hezbollah
        lines = evidence + (owner.evidence if owner is not None else ()) + phrase.rules
        confidence = (0.95 * owner.confidence if owner is not None else 0.6) * (0.7 if phrase.modifier else 1.0)
        if "rule:located" in phrase.rules:
            confidence *= 0.8
        return Identity(entity, text, country, sector, "", lines, round(confidence, 3), note)

    def _sector(
        self, parsed: ParsedSentence, phrase: Phrase, owners: tuple[Identity, ...]
    ) -> tuple[str, tuple[str, ...], str]:
        """Sector, the lines it comes from, and a note on a second sector."""
        words, head = self._lexicon.words, parsed.tokens[phrase.head.last]
        roles = [item for item in (*phrase.titles, phrase.head) if item.agent is not None]
        owned = next((owner for owner in owners if owner.sector), None)
        former = next((id_ for id_ in _former(parsed, phrase, words.by_kind.get("former", {}))), "")
        if not roles:
            return (owned.sector if owned is not None else ""), (), ""
        plain = [item for item in roles if not self._is_generic(parsed, item)]
        acting = [item for item in plain if item.agent is not None and item.agent.sector not in SIDES]
        telling = [item for item in roles if item.agent is not None and item.agent.sector]
        chosen = (acting or plain or telling or roles)[-1]
        lines = tuple(item.agent.id for item in roles if item.agent is not None)
        sector = chosen.agent.sector if chosen.agent is not None else ""
        if owned is not None and not plain and phrase.head.kind not in PEOPLE:
            sector = owned.sector
        if owned is not None and owned.sector == "GOV" and chosen.agent is not None and chosen.agent.role == "CHOD":
            sector = "GOV"  # a president's chief of staff is no general
        if owned is not None and owned.sector in ARMED and (sector == "MIL" or self._are_men(parsed, chosen)):
            sector = owned.sector  # rockets of Hezbollah, the rebel leader's men
        if sector == "MIL" and any(_is_people(owner) for owner in owners) and head.lemma != "soldier":
            sector = "REB"
        if self._is_led(parsed, phrase):
            sector = ""
        sides = [item.agent.sector for item in roles if item.agent is not None and item.agent.sector in SIDES]
        note = f"also {sides[0]}" if sides and sides[0] != sector else ""
        if former:
            return "ELI", (*lines, former), note
        return sector, lines, note

    def _is_led(self, parsed: ParsedSentence, phrase: Phrase) -> bool:
        """A coalition led by a state is no part of that state's government."""
        words = {token.text.lower() for token in parsed.tokens[phrase.first : phrase.last]}
        coalition = parsed.tokens[phrase.head.last].lemma in ("coalition", "alliance")
        return coalition and any(self._lexicon.words.has("leading", word) for word in words)

    def _are_men(self, parsed: ParsedSentence, item: Item) -> bool:
        return parsed.tokens[item.last].lemma in ("man", "men")

    def _is_generic(self, parsed: ParsedSentence, item: Item) -> bool:
        """A role whose sector is that of the body it serves: an official, a spokesman, a chief."""
        single = item.first == item.last and self._lexicon.words.has("generic", parsed.tokens[item.last].lemma)
        return single or item.agent is None or not item.agent.sector


def _abroad(people: Identity, home: Identity, text: str) -> Identity:
    """The Albanians of Serbia as civilians of Serbia."""
    entity, confidence = f"{home.country}:CVL", people.confidence * home.confidence * 0.9
    found = Identity(entity, text, home.country, "CVL", "", people.evidence, round(confidence, 3))
    return found.because(*home.evidence, "rule:people-abroad")


def _meant(line: NameLine, context: Context) -> bool:
    """A name that is a word or stands for others too ("Diet", "PAN") counts where the text is about its state."""
    state = line.code[:3]
    if line.kind != COMMON or len(line.code) == len(state):
        return True
    return bool(context.countries[state]) or not context.countries


def _is_people(identity: Identity) -> bool:
    return PEOPLE_OF in identity.entity or identity.note == SEVERAL


def _is_elsewhere(lines: Sequence[NameLine], context: Context) -> bool:
    """Whether a short name such as "Congress" is that of another state's body: the text never speaks of this one."""
    state = lines[0].code[:3]
    short = all(line.kind == "short" and line.entity.startswith(f"{state}:LEG") for line in lines)
    return short and bool(context.countries) and not context.countries[state]


def _former(parsed: ParsedSentence, phrase: Phrase, former: dict[str, str]) -> list[str]:
    """Ids of the words that put the role in the past: "former president"."""
    last = phrase.head.first if phrase.head.kind != "agent" else phrase.last
    before = parsed.tokens[max(phrase.first - 2, 0) : phrase.first + 2]
    if phrase.titles and any(token.text.lower() == "ex" for token in before):
        return ["rule:ex-official"]
    found = [
        former[token.text.lower()] for token in parsed.tokens[phrase.first : last + 1] if token.text.lower() in former
    ]
    return found if phrase.titles or phrase.head.kind == "agent" else []


def _is_crowd(parsed: ParsedSentence, phrase: Phrase, lexicon: ActorLexicon) -> bool:
    """Counted or described people of a state are civilians ("five Iraqis"); "the Iraqis" may be the government."""
    at = phrase.head.last
    token = parsed.tokens[at]
    if token.tag not in ("NNS", "NNPS") or not token.text.endswith(("s", "ese", "ish")):
        return False
    if not any(line.kind in ("demonym", "adjective") for line in phrase.head.names):
        return False
    if parsed.child(at, "nummod", "amod", "quantmod") is not None:
        return True
    governor = parsed.tokens[token.head]
    return governor.text == "of" and lexicon.words.has("quantity", parsed.tokens[governor.head].lemma)
