"""The facts of a record. Field names are column names; every fact is frozen and checked when it is made.

Offsets are characters into `Document.text`, end exclusive, so `text[start:end]` is the words shown.
A missing value is None; a missing text that other tools expect to be text is the empty string.
"""

from dataclasses import dataclass, field
from datetime import date

from detente.errors import FactError

Span = tuple[int, int]

PUBLISHED_FROM = ("given", "metadata", "url", "text", "unknown")
GENRES = ("report", "opinion", "statement", "other")
MENTION_KINDS = ("actor", "place", "time")
SOURCE_KINDS = ("official", "unnamed_official", "media", "document", "person", "group", "author")
QUOTES = ("direct", "indirect", "mixed")
STANCES = ("asserts", "denies", "accuses", "promises", "demands", "threatens", "predicts", "doubts", "other")
STATUSES = (
    "happened", "ongoing", "planned", "proposed", "demanded", "threatened", "alleged", "hypothetical",
    "denied", "failed", "not_happened", "historical",
)  # fmt: skip
COUNTED = ("happened", "ongoing")
VOICES = ("author", "source")
DATES_FROM = ("text", "document", "unknown")


def check_choice(what: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raise FactError unless `value` is one of `allowed`."""
    if value not in allowed:
        raise FactError(f"{what} is {value!r}; allowed are {', '.join(allowed)}")


def check_span(what: str, start: int | None, end: int | None) -> None:
    """Raise FactError unless start and end are both absent or 0 <= start < end."""
    if (start is None) != (end is None) or (start is not None and end is not None and not 0 <= start < end):
        raise FactError(f"{what} runs from {start} to {end}; a span needs 0 <= start < end")


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read: its words, and what is known of where they come from.

    `signature` holds the MinHash values; `genre_p` is the probability of `genre`.
    """

    doc_id: str
    uri: str
    file_hash: str
    title: str
    author: str
    publisher: str
    published: date | None
    published_from: str
    language: str
    text: str
    n_tokens: int
    genre: str = "report"
    genre_p: float = 1.0
    signature: tuple[int, ...] = ()
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_choice("published_from", self.published_from, PUBLISHED_FROM)
        check_choice("genre", self.genre, GENRES)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not coded, and why, in words its owner can act on."""

    uri: str
    reason: str
    run_id: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document. `headline` is true for the title line."""

    doc_id: str
    sentence_id: str
    start: int
    end: int
    headline: bool = False
    genre: str = "report"
    genre_p: float = 1.0
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_span("sentence", self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, a place or a time, and what they resolve to on the document's day.

    Actors: `entity` is a stable id (ISO3, `ISO3:SECTOR`, an organisation id, a person id), `name` the canonical
    name, `code` country + sector (`USAGOV`), `office` the office held that day, `antecedent` the mention_id a
    pronoun or later surname goes back to. Times: `value` is a TIMEX3 value, date_start/date_end the days it covers,
    both inclusive. Places: lat, lon in degrees, admin1, geonames_id.
    """

    doc_id: str
    mention_id: str
    start: int
    end: int
    kind: str
    entity: str = ""
    name: str = ""
    code: str = ""
    country: str = ""
    sector: str = ""
    office: str = ""
    antecedent: str = ""
    value: str = ""
    date_start: date | None = None
    date_end: date | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str = ""
    geonames_id: int | None = None
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    note: str = ""
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_span("mention", self.start, self.end)
        check_choice("mention kind", self.kind, MENTION_KINDS)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says it: a source, the cue word, and the content, each as spans (they may be broken)."""

    claim_id: str
    doc_id: str
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    content_start: int
    content_end: int
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...] = ()
    source_text: str = ""
    source_entity: str = ""
    source_code: str = ""
    source_kind: str = "person"
    quote: str = "indirect"
    stance: str = "asserts"
    within_claim: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_span("claim source", self.source_start, self.source_end)
        check_span("claim cue", self.cue_start, self.cue_end)
        check_span("claim content", self.content_start, self.content_end)
        check_choice("source_kind", self.source_kind, SOURCE_KINDS)
        check_choice("quote", self.quote, QUOTES)
        check_choice("stance", self.stance, STANCES)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: an act or, with `content_of`, what an act speaks of.

    `trigger` is the word that names the act, at start..end (None for an imported event, which has no text).
    `goldstein` is ICEWS's score of `cameo`, or what an imported event came with. `voice` says whether the text states
    the act itself (author) or a source does (source; then `claim_id` names the claim).
    """

    event_id: str
    doc_id: str
    sentence_id: str
    start: int | None
    end: int | None
    trigger: str
    type: str
    status: str
    content_of: str = ""
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str = ""
    goldstein: float | None = None
    plover_score: float | None = None
    quad: int | None = None
    reciprocal: bool = False
    source_text: str = ""
    source_entity: str = ""
    source_code: str = ""
    source_country: str = ""
    source_sector: str = ""
    source_start: int | None = None
    source_end: int | None = None
    target_text: str = ""
    target_entity: str = ""
    target_code: str = ""
    target_country: str = ""
    target_sector: str = ""
    target_start: int | None = None
    target_end: int | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_from: str = "unknown"
    place: str = ""
    place_country: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    place_start: int | None = None
    place_end: int | None = None
    dead: int | None = None
    injured: int | None = None
    size: int | None = None
    claim_id: str = ""
    voice: str = "author"
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_span("event", self.start, self.end)
        check_span("event source", self.source_start, self.source_end)
        check_span("event target", self.target_start, self.target_end)
        check_choice("status", self.status, STATUSES)
        check_choice("date_from", self.date_from, DATES_FROM)
        check_choice("voice", self.voice, VOICES)
        if not 0 <= self.confidence <= 1:
            raise FactError(f"confidence is {self.confidence}; it must lie between 0 and 1")


@dataclass(frozen=True, slots=True)
class Imported:
    """What another data set says of an event that was taken over from it, as it stood there.

    Attributes:
        event_id, doc_id: the event, and the document that stands for the file's rows of one day.
        origin: the data set: gdelt1, gdelt2, gdelt-reduced, icews, polecat or acled.
        row_id: the event's id there; line: its line in the file, counted from 1.
        mirror_id: id of the row that tells the same act from the other side, folded into this one; folded: ids of
            rows that repeat this one, or its mirror.
        article, publisher: which report it comes from, as far as the source tells: a story id, a web address.
        given_act, given_source, given_target: the kind of act and the parties in the source's own codes or words.
        n_events, mentions, sources, articles, tone, intensity, added: its figures, None or "" where it has none.
        row: the whole row, its cells joined by tabs.
        source_country, target_country: of the event, so that the rows of a pair are found without reading the others.
    """

    event_id: str
    doc_id: str
    origin: str
    row_id: str
    line: int
    mirror_id: str = ""
    folded: tuple[str, ...] = ()
    article: str = ""
    publisher: str = ""
    given_act: str = ""
    given_source: str = ""
    given_target: str = ""
    n_events: int | None = None
    mentions: int | None = None
    sources: int | None = None
    articles: int | None = None
    tone: float | None = None
    intensity: float | None = None
    added: str = ""
    row: str = ""
    source_country: str = ""
    target_country: str = ""
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word or phrase, its kind (`detente.claims.loaded` lists them) and its probability."""

    doc_id: str
    start: int
    end: int
    text: str
    kind: str
    p: float
    evidence: tuple[str, ...] = ()
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class TextCluster:
    """Documents with (nearly) the same words share a text_cluster."""

    doc_id: str
    text_cluster: str
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One act of the same parties within a few days, whatever the number of reports."""

    story_id: str
    type: str
    source_code: str
    target_code: str
    date_start: date | None
    date_end: date | None
    place: str
    n_documents: int
    n_text_clusters: int
    n_publishers: int
    first_published: date | None
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """Which event is told by which story."""

    story_id: str
    event_id: str
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of one actor against another: sanctions, an expulsion, a closed border, a ceasefire.

    `kind` as in codebook/measures.tsv. The parties are states (ISO3) where officials or forces act for one, else the
    codes and entities of the actors. `from_` (column `from`) is the day of the first story that opens it, `to` that of
    the story that ends it, None while none does. `opened_by` holds the event of the opening story and one of each
    story that adds to it, `eased_by` those that soften it, `closed_by` the event that ends it.
    """

    measure_id: str
    kind: str
    source_code: str
    target_code: str
    from_: date
    to: date | None
    opened_by: tuple[str, ...]
    eased_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    source_entity: str = ""
    target_entity: str = ""
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """What coding one document, or several, gave: tuples of facts in the order of the text."""

    documents: tuple[Document, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    refusals: tuple[Refusal, ...] = field(default=())
