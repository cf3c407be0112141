"""Who a personal name or a title means on the document's day."""

from rapidfuzz.fuzz import ratio

from detente.lexicons.entries import NameLine, OfficeLine
from detente.mentions.gazetteer import fold
from detente.mentions.identities import Context, Identity, Known
from detente.mentions.lexicon import ActorLexicon, surnames_of
from detente.mentions.offices import LEADING, UNIQUE, Holding, rank
from detente.mentions.phrases import Phrase, text_of
from detente.mentions.surnames import by_surname, once_leading
from detente.record.reading import ParsedSentence

# First names closer than this are spellings of one ("Sergei", "Sergey": 83; "Michael", "Mikhail": 71).
SAME_FIRST_NAME = 75


class PeopleResolver:
    """Find persons by name, title and date."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon

    def identify(
        self,
        parsed: ParsedSentence,
        phrase: Phrase,
        owners: tuple[Identity, ...],
        described: Identity,
        context: Context,
    ) -> Identity | None:
        """The person a phrase names; `described` is what title and owner alone would say."""
        text = text_of(parsed, phrase.head.first, phrase.head.last)
        if phrase.head.kind == "unknown":
            return self._unknown(phrase, text, described, context)
        candidates = {line.entity: line for line in phrase.head.names if line.entity in self._lexicon.offices}
        if phrase.head.kind == "surname":
            return self._surname(parsed, phrase, candidates, described, context)
        kept = self._narrow(phrase, candidates, described, context)
        found = self._as_of(phrase, kept, described, context)
        return found if found is None else _check(found, owners)

    def holder(self, parsed: ParsedSentence, phrase: Phrase, described: Identity, context: Context) -> Identity | None:
        """The person who held the office that a phrase describes without a name: "the Russian foreign minister"."""
        agent = phrase.head.agent
        tag = parsed.tokens[phrase.head.last].tag
        if context.on is None or agent is None or agent.role not in UNIQUE or tag in ("NNS", "NNPS"):
            return None
        if self._lexicon.words.has("institution", parsed.tokens[phrase.head.last].lemma):
            return None
        before = parsed.tokens[phrase.first - 1].text.lower() if phrase.first else ""
        if self._lexicon.words.has("indefinite", before) or "deputy" in described.name.lower():
            return None
        holders = self._lexicon.offices.holders(described.country, agent.role, context.on)
        if len({holding.line.person_id for holding in holders}) != 1:
            return None
        line = holders[0].line
        found = described._replace(entity=line.person_id, name=line.person, office=line.office)
        return found.because(line.id, "rule:holder", confidence=0.95 if holders[0].certain else 0.8)

    def _unknown(self, phrase: Phrase, text: str, described: Identity, context: Context) -> Identity | None:
        """Someone the lexicons do not know: the title says whose; else an earlier mention or nothing."""
        if described.country or described.sector:
            return self._respelled(phrase, text, described) or described._replace(name=text)
        surname = text.split()[-1]
        known = [found for found in context.people.get(surname, ()) if _same_name(text, found.identity.name)]
        return _again(known[0]) if len(known) == 1 else None

    def _respelled(self, phrase: Phrase, text: str, described: Identity) -> Identity | None:
        """A titled name that differs from an office-holder's by a letter or two."""
        role = _role(phrase)
        if role not in LEADING or " " not in text or described.sector == "ELI":
            return None
        line = self._lexicon.offices.spelled_like(text, role)
        if line is None or described.country not in ("", line.iso3):
            return None
        found = described._replace(
            entity=line.person_id, name=line.person, country=line.code[:3], sector=line.code[3:6], confidence=0.8
        )
        return found.because(line.id, "rule:respelled", note=f"spelled {text}")

    def _surname(
        self,
        parsed: ParsedSentence,
        phrase: Phrase,
        candidates: dict[str, NameLine],
        described: Identity,
        context: Context,
    ) -> Identity | None:
        text = text_of(parsed, phrase.head.first, phrase.head.last)
        bare = " " not in text or any(text in surnames_of(line, self._lexicon.words) for line in candidates.values())
        fits = [
            known
            for known in context.people.get(text.split()[-1], [])
            if (bare or _same_name(text, known.identity.name)) and _agrees(known, described)
        ]
        if len(fits) == 1:
            own = fits[0].start == parsed.tokens[phrase.first].start
            return fits[0].identity if own else _again(fits[0])
        if not bare:
            candidates = {entity: line for entity, line in candidates.items() if _same_name(text, line.alias)}
        kept = self._narrow(phrase, candidates, described, context)
        if phrase.titles:
            found = self._as_of(phrase, kept, described, context) if kept else None
            return found or (described._replace(name=text) if described.code else None)
        if bare and (phrase.modifier or _is_town(parsed, phrase, self._lexicon)) and context.on is None:
            return None
        if bare:
            if text in context.strangers:
                return None
            alone = len(candidates) == 1
            kept = by_surname(self._lexicon.offices, kept, context, alone=alone) or (
                {} if phrase.modifier else once_leading(self._lexicon.offices, candidates, context)
            )
        return self._as_of(phrase, kept, described, context)

    def _narrow(
        self, phrase: Phrase, candidates: dict[str, NameLine], described: Identity, context: Context
    ) -> dict[str, NameLine]:
        """Keep the candidates who fit title, state and day, test by test, as long as any is left."""
        offices = self._lexicon.offices
        role, on = _role(phrase), context.on

        def fits_title(entity: str) -> bool:
            return not role or bool(offices.ever(entity, role))

        def fits_state(entity: str) -> bool:
            return not described.country or any(term.iso3 == described.country for term in offices.terms(entity))

        def fits_day(entity: str) -> bool:
            return on is None or offices.held(entity, on) is not None

        def fits_document(entity: str) -> bool:
            return any(context.countries[term.code[:3]] for term in offices.terms(entity))

        kept = dict(candidates)
        for test in (fits_state, fits_title, fits_day, fits_document):
            narrowed = {entity: line for entity, line in kept.items() if test(entity)}
            if phrase.head.kind == "surname" and test in (fits_state, fits_title) and not narrowed:
                return {}
            kept = narrowed or kept
        return kept

    def _as_of(
        self, phrase: Phrase, candidates: dict[str, NameLine], described: Identity, context: Context
    ) -> Identity | None:
        """The person, or where several are left the state and sector they share."""
        found = [self._on_day(phrase, candidates[entity], described, context) for entity in self._by_rank(candidates)]
        if len(found) == 1:
            return found[0].because(*phrase.rules)
        if not found:
            return None
        if len({fold(identity.name).lower() for identity in found}) == 1:
            return found[0].because(*phrase.rules, confidence=0.95)  # one person under two ids
        codes = {identity.code for identity in found}
        countries = {identity.country for identity in found}
        if len(countries) != 1:
            return None
        first = found[0]
        sector = first.sector if len(codes) == 1 else (described.sector or "GOV")
        return first._replace(entity="", office="", sector=sector).because(
            *phrase.rules, "rule:one-state", confidence=0.8, note="several persons of this name"
        )

    def _by_rank(self, candidates: dict[str, NameLine]) -> list[str]:
        """Candidates by the office they are known for, the most leading first."""
        terms = {entity: self._lexicon.offices.terms(entity) for entity in candidates}
        return sorted(candidates, key=lambda entity: (rank(terms[entity][0].role) if terms[entity] else 99, entity))

    def _on_day(self, phrase: Phrase, line: NameLine, described: Identity, context: Context) -> Identity:
        """State, sector and office of one person on the document's day."""
        base = Identity(line.entity, line.name, line.code[:3], line.code[3:6], "", (line.id,), 0.95)
        base = base._replace(confidence=0.95 if phrase.head.kind == "person" else 0.9)
        if context.on is None:
            return self._undated(phrase, base, described)
        holding = self._lexicon.offices.held(line.entity, context.on)
        if holding is not None:
            return _holds(base, holding)
        titled = bool(phrase.titles) and described.sector and described.sector != "ELI"
        terms = self._lexicon.offices.terms(line.entity)
        country = described.country or (terms[0].code[:3] if terms else base.country)
        if titled:
            return base._replace(country=country, sector=described.sector).because(*described.evidence, confidence=0.9)
        over = any(term.end is not None and term.end < context.on for term in terms)
        sector = "ELI" if over or described.sector == "ELI" else ""
        return base._replace(country=country, sector=sector).because(*(term.id for term in terms[:1]), confidence=0.85)

    def _undated(self, phrase: Phrase, base: Identity, described: Identity) -> Identity:
        """Without a day: the office the title names, else the leading one; the state is certain if all agree."""
        offices = self._lexicon.offices
        if described.sector == "ELI":
            return base._replace(sector="ELI").because(*described.evidence)
        role = _role(phrase)
        terms = [term for term in offices.ever(base.entity, role)] if role else []
        terms = terms or list(offices.terms(base.entity))
        if described.country and all(term.code[:3] != described.country for term in terms):
            told = base._replace(country=described.country, sector=described.sector)
            return told.because(*described.evidence, confidence=0.8, note=f"known as {terms[0].code}" if terms else "")
        terms = _of_state(terms, described.country)
        if not terms:
            return base
        best = min(terms, key=lambda term: (rank(term.role), term.id))
        shared = len({term.code[:3] for term in terms}) == 1
        found = base._replace(country=best.code[:3], sector=best.code[3:6])
        return found.because(best.id, "rule:undated", confidence=0.95 if shared else 0.7)


def _role(phrase: Phrase) -> str:
    """The office a title names, the last one counting: FM for "foreign minister", "" for a rank or none."""
    return next((item.agent.role for item in reversed(phrase.titles) if item.agent and item.agent.role), "")


def _of_state(terms: list[OfficeLine], country: str) -> list[OfficeLine]:
    return [term for term in terms if term.code[:3] == country] or terms


def _holds(base: Identity, holding: Holding) -> Identity:
    line = holding.line
    found = base._replace(country=line.code[:3], sector=line.code[3:6], office=line.office)
    return found.because(line.id, confidence=1.0 if holding.certain else 0.9)


def _check(found: Identity, owners: tuple[Identity, ...]) -> Identity:
    """Keep what the text says beside what we know: a title that names another state is noted."""
    other = next((owner for owner in owners if owner.country and owner.country != found.country), None)
    if other is None:
        return found
    return found.because(confidence=0.9, note=f"the text says {other.name}")


def _again(known: Known) -> Identity:
    found = known.identity.because("rule:named-before", confidence=0.97)
    return found._replace(antecedent=known.mention_id)


def _agrees(known: Known, described: Identity) -> bool:
    return not described.country or described.country == known.identity.country


def _spells(text: str, name: str) -> bool:
    return ratio(fold(text.split()[0]).lower(), fold(name.split()[0]).lower()) >= SAME_FIRST_NAME


def _is_town(parsed: ParsedSentence, phrase: Phrase, lexicon: ActorLexicon) -> bool:
    """A bare name after "in" or "near" is a town's: Lagos, not a president Lagos."""
    before = parsed.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    return lexicon.words.has("place_preposition", before)


def _same_name(text: str, name: str) -> bool:
    """Whether a text's name can be this person's: no first name, the same one, or its initial."""
    if " " not in text or " " not in name:
        return True
    given, theirs = text.split()[:-1], name.split()[:-1]
    if all(part.isupper() for part in given):
        initials = "".join(part.replace(".", "") for part in given)
        return "".join(part[0] for part in theirs).startswith(initials) or initials == theirs[0].replace(".", "")
    return _spells(text, name) or fold(given[0]).lower() in fold(" ".join(theirs)).lower().split()


def introduce(parsed: ParsedSentence, phrase: Phrase, known: Known, lexicon: ActorLexicon, context: Context) -> None:
    """Remember a person named in full or with a title, for later mentions by surname."""
    if phrase.head.kind == "person":
        for surname in surnames_of(phrase.head.names[0], lexicon.words):
            context.introduce(fold(surname).split()[-1], known)
    text = text_of(parsed, phrase.head.first, phrase.head.last)
    if phrase.head.kind in ("person", "surname", "unknown"):
        context.introduce(text.split()[-1], known)
    if lexicon.words.has("family_name_first", known.identity.country):
        context.introduce(text.split()[0], known)
