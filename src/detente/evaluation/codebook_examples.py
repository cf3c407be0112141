"""A user's codebook against its own example sentences: which ones its frames code as meant."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.lexicons.entries import ExampleLine
from detente.lexicons.user_entries import is_users
from detente.record.ids import document_id
from detente.record.model import Coded, Document, Event

Coder = Callable[[Document], Coded]
CODED = "coded"


class Checked(NamedTuple):
    """An example and what became of it.

    Attributes:
        example: the line of the codebook.
        verdict: coded (as meant); missed (no such act at all); mistyped (the parties are right, the type is another);
            parties (the type is right, the parties are not); status; false (an act where none of these types is).
        found: the acts of the text that the verdict rests on, content rows included.
    """

    example: ExampleLine
    verdict: str
    found: tuple[Event, ...]


def check_examples(examples: Sequence[ExampleLine], own: frozenset[str], coder: Coder) -> Iterator[Checked]:
    """Code each example by itself and compare; one without a type may hold none of `own`, the codebook's types."""
    for example in examples:
        events = coder(_document(example)).events
        yield _judged(example, events) if example.type else _judged_empty(example, events, own)


def _judged(example: ExampleLine, events: Sequence[Event]) -> Checked:
    typed = tuple(event for event in events if event.type == example.type)
    fitting = tuple(event for event in events if fits(event, example))
    right = tuple(event for event in typed if event in fitting)
    if not right:
        verdict = "parties" if typed else "mistyped" if fitting else "missed"
        return Checked(example, verdict, typed or fitting or tuple(events))
    told = tuple(event for event in right if example.status in ("", event.status))
    return Checked(example, CODED if told else "status", told or right)


def _judged_empty(example: ExampleLine, events: Sequence[Event], own: frozenset[str]) -> Checked:
    wrong = tuple(event for event in events if event.type in own)
    return Checked(example, "false" if wrong else CODED, wrong)


def fits(event: Event, example: ExampleLine) -> bool:
    """Tell whether the parties are those of the example; an act of both on each other may have them in either order."""
    source = event.source_text, event.source_code, event.source_country, event.source_entity
    target = event.target_text, event.target_code, event.target_country, event.target_entity
    ways = [(source, target), (target, source)] if event.reciprocal else [(source, target)]
    return any(_is(one, example.source) and _is(other, example.target) for one, other in ways)


def _is(party: tuple[str, ...], wanted: str) -> bool:
    """Words of the text may be a part of the mention or the mention a part of them; anybody will do for none."""
    text, *codes = party
    return not wanted or wanted in codes or (bool(text) and (wanted in text or text in wanted))


def unused(frames: Sequence[str], checked: Sequence[Checked]) -> list[str]:
    """Return the ids of frames that helped to code no example."""
    used = {line for item in checked for event in item.found for line in event.evidence if is_users(line)}
    return [line for line in dict.fromkeys(frames) if line not in used]


def result_lines(checked: Sequence[Checked]) -> Iterator[str]:
    """A line for each example that is not coded as meant."""
    for item in checked:
        if item.verdict != CODED:
            line = item.example
            meant = " ".join(filter(None, (line.source, line.type or "no act", line.target, line.status)))
            found = "; ".join(_told(event) for event in item.found) or "nothing"
            yield f"{line.file}:{line.line}: {item.verdict}: meant {meant}; found {found}"


def _told(event: Event) -> str:
    parties = event.source_code or event.source_text or "?", event.target_code or event.target_text or "?"
    lines = ", ".join(event.evidence[:1])
    return f"{parties[0]} {event.type} {parties[1]}, {event.status} ({event.trigger}: {lines})"


def _document(example: ExampleLine) -> Document:
    name = f"{Path(example.file).name}:{example.line}"
    return Document(
        document_id(example.text, name, "", None), name, "", "", "", "", None, "unknown", "en", example.text,
        len(example.text.split()),
    )  # fmt: skip
