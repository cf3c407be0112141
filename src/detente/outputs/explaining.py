"""Why a row stands in the record: its words, the lexicon lines and rules that made it, its claim, its coder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from detente.errors import UsageError
from detente.lexicons.finding import FoundLine, find_line
from detente.lexicons.user_entries import is_users
from detente.record.evidence import Words, lines_of, rules_of, words_of
from detente.record.model import Claim, Document, Event, Imported, Mention, Sentence
from detente.record.store import Record

Explained = Event | Claim | Mention
KINDS: tuple[tuple[type[Explained], str], ...] = ((Event, "event_id"), (Claim, "claim_id"), (Mention, "mention_id"))
MODEL = "model:"
NO_LINE = "not in this version's lexicons"


class Evidence(NamedTuple):
    """One piece of evidence: its id and, for a lexicon line, the line."""

    id: str
    line: FoundLine | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact with all that it rests on.

    Attributes:
        fact: the row itself.
        document: where it stands.
        text: the sentence (or the claim's words) as printed, beginning at `offset` of the document.
        words: the spans of the fact, in document offsets.
        lines, rules, models: lexicon lines, names of rules, and what a model gave.
        claim: the claim the event stands in.
        linked: the act a content row belongs to, or the content rows of an act.
        imported: what another data set said, if the event was taken over from one; it has no words then.
    """

    fact: Explained
    document: Document
    text: str
    offset: int
    words: tuple[Words, ...]
    lines: tuple[Evidence, ...]
    rules: tuple[str, ...]
    models: tuple[str, ...]
    claim: Claim | None
    linked: tuple[Event, ...]
    imported: Imported | None


def explain(record: Record, row_id: str) -> Explanation:
    """Explain the event, claim or mention with this id; the first characters of an id are enough if no other has them.

    Raises:
        UsageError: no row, or more than one, has an id that begins so.
    """
    fact = _find(record, row_id)
    document = next(record.facts(Document, "doc_id = $id", {"id": fact.doc_id}))
    start, end = _extent(record, fact)
    models = tuple(item.removeprefix(MODEL) for item in fact.evidence if item.startswith(MODEL))
    ids = [item for item in lines_of(fact.evidence) if not item.startswith(MODEL)]
    return Explanation(
        fact=fact,
        document=document,
        text=document.text[start:end],
        offset=start,
        words=tuple(words_of(fact)),
        lines=tuple(Evidence(item, find_line(item)) for item in ids),
        rules=rules_of(fact.evidence),
        models=models,
        claim=_claim(record, fact),
        linked=_linked(record, fact),
        imported=_imported(record, fact),
    )


def _find(record: Record, row_id: str) -> Explained:
    for kind, key in KINDS:
        found = list(record.facts(kind, f"starts_with({key}, $id)", {"id": row_id}))
        exact = [fact for fact in found if getattr(fact, key) == row_id]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if found:
            raise UsageError(f"{len(found)} rows have an id that begins with {row_id!r}; give more of it")
    raise UsageError(f"no event, claim or mention has an id that begins with {row_id!r}")


def _extent(record: Record, fact: Explained) -> tuple[int, int]:
    """From the first to the last sentence that the fact's words touch."""
    spans = list(words_of(fact))
    if not spans:
        return 0, 0
    first, last = min(words.start for words in spans), max(words.end for words in spans)
    asked = {"doc": fact.doc_id, "first": first, "last": last}
    sentences = list(record.facts(Sentence, 'doc_id = $doc and start < $last and "end" > $first', asked))
    starts, ends = [sentence.start for sentence in sentences], [sentence.end for sentence in sentences]
    return min([first, *starts]), max([last, *ends])


def _claim(record: Record, fact: Explained) -> Claim | None:
    if not isinstance(fact, Event) or not fact.claim_id:
        return None
    return next(record.facts(Claim, "claim_id = $id", {"id": fact.claim_id}), None)


def _linked(record: Record, fact: Explained) -> tuple[Event, ...]:
    if not isinstance(fact, Event):
        return ()
    asked = {"id": fact.event_id, "of": fact.content_of}
    return tuple(record.facts(Event, "content_of = $id or (event_id = $of and $of <> '')", asked))


def _imported(record: Record, fact: Explained) -> Imported | None:
    if not isinstance(fact, Event) or fact.start is not None:
        return None
    return next(record.facts(Imported, "event_id = $id", {"id": fact.event_id}), None)


def mark(text: str, offset: int, words: Sequence[Words], name: str) -> str:
    """Put the fact's words in brackets with what they are: `[source: Norway] [CONSULT: met] [target: Finland]`.

    `name` is what the fact itself is called; spans that lie inside another keep their brackets inside it.
    """
    inserts: list[tuple[int, int, str]] = []
    for part, start, end in words:
        if offset <= start < end <= offset + len(text):
            inserts.append((start - offset, -(end - start), f"[{part or name}: "))
            inserts.append((end - offset, -len(text) - 1, "]"))
    marked = text
    for at, _, mark_ in sorted(inserts, reverse=True):
        marked = marked[:at] + mark_ + marked[at:]
    return marked


def explanation_lines(found: Explanation) -> Iterator[str]:
    """The explanation as lines of plain text."""
    fact, document = found.fact, found.document
    yield from _heading(fact)
    yield f"  in {document.title or document.uri}, {document.publisher or 'unknown publisher'}, " + (
        f"{document.published} ({document.published_from})" if document.published else "undated"
    )
    name = fact.type if isinstance(fact, Event) else "words"
    yield from _section(
        "Words", [line for line in mark(found.text, found.offset, found.words, name).split("\n") if line]
    )
    yield from _section("Imported", _imported_text(found))
    yield from _section("Lexicon lines", (_line_text(item) for item in found.lines))
    yield from _section("Rules", found.rules)
    yield from _section("Model", found.models)
    yield from _section("Stands in the claim", _claim_text(found))
    yield from _section("Linked", (f"{event.event_id}  {_summary(event)}" for event in found.linked))
    yield from _section("Coded with", (fact.coded_with,))


def _section(heading: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    kept = list(lines)
    if kept:
        yield ""
        yield heading
        yield from (f"  {line}" for line in kept)


def _heading(fact: Explained) -> Iterator[str]:
    if isinstance(fact, Event):
        yield f"Event {fact.event_id}: {_summary(fact)}"
        numbers = (
            ("CAMEO", fact.cameo),
            ("Goldstein", fact.goldstein),
            ("quad", fact.quad),
            ("PLOVER", fact.plover_score),
        )
        yield "  " + ", ".join(f"{label} {value}" for label, value in numbers if value not in ("", None))
        teller = "text itself" if fact.voice == "author" else "source it quotes"
        yield f"  confidence {fact.confidence:.2f}, told by the {teller}"
    elif isinstance(fact, Claim):
        who = fact.source_code or fact.source_text or "nobody named"
        yield f"Claim {fact.claim_id}: {who} {fact.stance} ({fact.quote}, {fact.source_kind})"
        yield f"  confidence {fact.confidence:.2f}"
    else:
        who = fact.name if fact.kind != "time" else f"{fact.value} {fact.date_start or ''}"
        yield f"Mention {fact.mention_id}: {' '.join(filter(None, (fact.kind, who, fact.code, fact.office)))}"
        yield f"  confidence {fact.confidence:.2f}"
        if fact.note:
            yield f"  note: {fact.note}"


def _summary(event: Event) -> str:
    parties = (
        f"{event.source_code or event.source_text or '?'} {event.type} {event.target_code or event.target_text or '?'}"
    )
    modes = f" ({', '.join(event.modes)})" if event.modes else ""
    day = f", {event.date_start} (from the {event.date_from})" if event.date_start else ", day unknown"
    return f"{parties}{modes}, {event.status}{day}"


def _line_text(item: Evidence) -> str:
    if item.line is None:
        where = "file and line of a dictionary or codebook of the user's" if is_users(item.id) else NO_LINE
        return f"{item.id} ({where})"
    cells = ", ".join(f"{column} {cell}" for column, cell in item.line.cells if column not in ("licence", "source"))
    return f"{item.id}  {item.line.file}:{item.line.number}  {cells}"


def _imported_text(found: Explanation) -> Iterator[str]:
    row = found.imported
    if row is not None:
        yield f"{row.origin} row {row.row_id}, line {row.line} of {found.document.uri}"
        if row.mirror_id or row.folded:
            yield f"folded into it: {', '.join(filter(None, (row.mirror_id, *row.folded)))}"
        yield row.row.replace("\t", " | ")


def _claim_text(found: Explanation) -> Iterator[str]:
    claim, text = found.claim, found.document.text
    if claim is not None:
        cue = text[claim.cue_start : claim.cue_end] if claim.cue_start is not None else "(no cue)"
        yield f"{claim.claim_id}  {claim.source_text or 'nobody named'} {claim.source_code} - {cue} - {claim.stance}"
        yield f'"{text[claim.content_start : claim.content_end]}"'
