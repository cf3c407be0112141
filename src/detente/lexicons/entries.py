"""The lines of our lexicons, one frozen type a file. Every line has a stable id, which becomes evidence.

In the TSV files dates are YYYY, YYYY-MM or YYYY-MM-DD; a list is joined by `;`; an empty cell is None, "" or ().
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StateLine:
    """shared/states.tsv: a state, with the years it existed; empty dates mean no bound since 1945."""

    id: str
    iso3: str
    name: str
    valid_from: date | None
    valid_to: date | None
    capital: str
    memberships: tuple[str, ...]
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class NameLine:
    """shared/names.tsv: a name of an entity.

    `entity` is an ISO3, `ISO3:SECTOR` or `ISO3:SECTOR:PART` for institutions, an organisation id or a person id.
    `kind` is name, short, adjective, demonym, abbreviation, metonym, capital, former, spelling, variant, surname or
    common; metonym, capital, short and surname are ambiguous by nature, a common name is a word or stands for other
    bodies too. `code` is country + sector (`USAGOV`), "" for a name of nobody.
    """

    id: str
    entity: str
    name: str
    alias: str
    kind: str
    code: str
    valid_from: date | None
    valid_to: date | None
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """shared/offices.tsv: a person's term in an office.

    `role` is HOS, HOG, FM, DM, SPOX, ... ; an empty `end` means in office on `open_as_of`; empty `start` is unknown.
    """

    id: str
    person_id: str
    person: str
    iso3: str
    office: str
    role: str
    code: str
    start: date | None
    end: date | None
    open_as_of: date | None
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """shared/organisations.tsv: a body that is no state; `kind` is IGO, NGO, armed group, company, media or party."""

    id: str
    entity: str
    name: str
    kind: str
    country: str
    code: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class AgentLine:
    """en/agents.tsv: a role noun ("troops", "prime minister") with its PLOVER sector; `role` as in OfficeLine or ""."""

    id: str
    phrase: str
    sector: str
    role: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class FrameLine:
    """en/frames.tsv: words that name an act, and what the act is.

    Attributes:
        lemma: lemma of the trigger, a verb, noun or adjective.
        pos: VERB, NOUN or ADJ.
        pattern: further lemmas that must stand with it, as `slot:lemma|lemma` joined by spaces; slots are
            obj (object), prep (a preposition of the trigger), pobj (object of that preposition,
            `prep:with pobj:troops`), part (particle), comp (lemma of the complement clause's verb), mod (adjective or
            compound), light (governing light verb; for an adjective the verb it completes), subj (head of the logical
            subject; for a noun or adjective that of the governing verb), inf (as comp, but only an infinitive or
            gerund: "told B to go", not "told B that ..."), csubj (the complement's own subject: "wants B to go").
            A lemma may be a class from en/classes.tsv written `@class`; `*` is any word. Empty: the trigger alone is
            enough. A gerund after a preposition ("accused of shelling") is a comp and an inf too; a particle may be
            parsed as adverb or preposition ("pull out of"). More slots win over fewer, a named lemma over `*`; a noun
            frame with `light` also claims the verb: `ban` with `light:lift prep:on` wins over `lift` with `obj:ban`.
        type, mode, cameo: PLOVER type and mode (or ""; several are joined by `|`), CAMEO code (most specific that the
            words decide). An empty type marks words that look like an act and are none, or that only say how another
            is meant ("plans to"); they claim the words of their pattern all the same.
        source, target: where the parties stand, tried in order, joined by `;`: subj, obj, by, poss, iobj, compl_subj
            and compl_obj (subject and object of the complement), of, mod, or a preposition such as `with`, `on`,
            `against`, `to`, `from`. Of a verb, poss, mod and prepositions are also looked for on its object ("lifted
            the embargo on B"); of a noun, subj and obj are those of its light verb.
        reciprocal: yes where the parties act on each other.
        content: what the complement clause is: "", planned, proposed, demanded, threatened, alleged, denied.
        note: a boundary worth knowing, or "".
    """

    id: str
    lemma: str
    pos: str
    pattern: str
    type: str
    mode: str
    cameo: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    reciprocal: bool
    content: str
    note: str


@dataclass(frozen=True, slots=True)
class ClassLine:
    """en/classes.tsv: a lemma and the word class it belongs to, for patterns (`@troops`)."""

    id: str
    name: str
    lemma: str


@dataclass(frozen=True, slots=True)
class CueLine:
    """en/cues.tsv: a word that attributes content to a source.

    `pos` is VERB, NOUN, ADJ or PREP ("according to"); `stance` as in Claim; `form` is speech, thought, intent or
    document. `takes` names where the content stands: clause, infinitive, object, or a preposition ("called FOR talks").
    """

    id: str
    lemma: str
    pos: str
    stance: str
    form: str
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeLine:
    """codebook/plover.tsv: a PLOVER type, or with `mode` one of its modes."""

    id: str
    type: str
    mode: str
    name: str
    definition: str
    quad: int
    score: float


@dataclass(frozen=True, slots=True)
class OwnTypeLine:
    """A type, or with `mode` a mode, of a user's codebook; quad and score are None where it has none."""

    id: str
    type: str
    mode: str
    name: str
    definition: str
    quad: int | None
    score: float | None


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """An example sentence of a user's codebook, at `line` of `file`.

    `source` and `target` are words of the text or codes, "" standing for anybody; without a `type` the text holds no
    act of the codebook's types.
    """

    id: str
    file: str
    line: int
    text: str
    source: str
    target: str
    type: str
    status: str


@dataclass(frozen=True, slots=True)
class CameoLine:
    """codebook/cameo.tsv: a CAMEO code, its text, ICEWS's Goldstein score and the PLOVER type it becomes."""

    id: str
    cameo: str
    text: str
    type: str
    mode: str
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class ActLine:
    """codebook/acts.tsv: the act performed by speaking of another: a promise of aid, a refusal to withdraw.

    `act` is the PLOVER type performed, `of` and `of_mode` what is spoken of (an empty mode stands for all others);
    `mode` and `cameo` describe the act performed. An empty `of` gives the type's root code.
    """

    id: str
    act: str
    of: str
    of_mode: str
    mode: str
    cameo: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """codebook/measures.tsv: an act that opens, eases or closes a measure; all cells that are not empty must fit.

    `types` and `modes` are PLOVER's, `cameo` beginnings of the code; `verbs` are lemmas of the frame that coded the
    event and `things` words or classes of its pattern, `none` standing for an event without a frame. `parties` is
    `either` where the other side may end the measure too.
    """

    id: str
    kind: str
    role: str
    types: tuple[str, ...]
    modes: tuple[str, ...]
    cameo: tuple[str, ...]
    verbs: tuple[str, ...]
    things: tuple[str, ...]
    parties: str


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """Any plain list: a phrase and its kind (furniture, hedges, negators, months, venues ...)."""

    id: str
    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """shared/places.tsv.gz: a city over 15,000 people or a country, from GeoNames; degrees are None for a country."""

    id: str
    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    geonames_id: int
    population: int
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionLine:
    """shared/regions.tsv: a first-level region (state, province, oblast), or a region known by name (Donbas).

    `admin1` is GeoNames' code, "" for a region that is no first-level one; degrees are the mean of the region's cities,
    weighted by their people, which `population` sums. `country` is empty where two states claim the region.
    """

    id: str
    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VenueLine:
    """en/venues.tsv: a building, estate, base, site, small town, water or part of the world that news names as a place.

    `place` is the town it stands in, or its own name; `where` is `any`, or `in` where the name is an actor too ("the
    White House") and means a place only after a preposition of place.
    """

    id: str
    name: str
    kind: str
    place: str
    country: str
    admin1: str
    lat: float
    lon: float
    where: str
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TerritoryLine:
    """shared/territories.tsv: who held or claimed ground that is disputed or has changed hands, and from when to when.

    `place` is the id of a place line; `state` an ISO3, empty for authorities of its own that few or no states accept;
    `kind` held, part (held in part) or claimed; an empty start or end is open.
    """

    id: str
    place: str
    state: str
    kind: str
    start: date | None
    end: date | None
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class SummitLine:
    """shared/summits.tsv: a meeting of a series (g20, nato, ...): its town, state, first and last day."""

    id: str
    series: str
    place: str
    country: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class CodeLine:
    """codebook/sectors.tsv and codebook/bodies.tsv: a code of PLOVER."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class OutsideCountryLine:
    """shared/outside_countries.tsv: a country's name or code in other event data (`scheme`, empty: in all) and ours."""

    id: str
    scheme: str
    word: str
    code: str


@dataclass(frozen=True, slots=True)
class OutsideSectorLine:
    """shared/outside_sectors.tsv: a kind of actor in other event data and the PLOVER sector it becomes.

    `body` is what it becomes where the actor has no country; of an actor's kinds the lowest `rank` counts.
    """

    id: str
    scheme: str
    word: str
    sector: str
    body: str
    rank: int


@dataclass(frozen=True, slots=True)
class AcledLine:
    """shared/acled_events.tsv: an ACLED event and sub-event type and what it becomes."""

    id: str
    event: str
    sub_event: str
    type: str
    mode: str
    reciprocal: bool
