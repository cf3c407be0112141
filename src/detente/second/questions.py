"""The questions: the codebook, then a sentence, the words that tell an act, and its parties; never the coded type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.lexicons.entries import ExampleLine, OwnTypeLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.lexicons.user_codebook import read_user_codebook

NO_ACT = "NONE"
NOT_NAMED = "not named"
ANSWER = ("type", "words", "source", "target")
TASK = (
    "You code events for political science. You are given a sentence of a news report, words in it that tell an act, "
    "and the parties of the act. Decide which type of this codebook the act has, judging by the sentence alone."
)
FORM = (
    'Answer with one JSON object and nothing else: {"type": "...", "words": "...", "source": "...", "target": "..."}. '
    "type is one word of the list above. words are the words of the sentence that tell the act; source and target are "
    "the words of the sentence that name who acts and on whom, or empty. Copy them letter by letter."
)


@dataclass(frozen=True, slots=True)
class Question:
    """An act to be judged: the event's key, its coded type (which is not shown), its sentence and its words."""

    event_id: str
    doc_id: str
    coded_with: str
    first_type: str
    trigger: str
    source: str
    target: str
    sentence: str


class Codebook:
    """The types a second coder chooses from, and the prompt that explains them."""

    def __init__(
        self,
        lines: Iterable[TypeLine | OwnTypeLine],
        examples: Iterable[ExampleLine] = (),
        only: frozenset[str] = frozenset(),
    ) -> None:
        """Take types, later lines replacing earlier ones of the same name; `only` are those to keep, if not empty."""
        whole = {line.type: line.definition for line in lines if not line.mode}
        self._definitions = {type_: text for type_, text in whole.items() if not only or type_ in only}
        self._examples = [line for line in examples if line.type in self._definitions]
        self.types = (*self._definitions, NO_ACT)

    def prompt(self) -> str:
        """What the model is told once: the task, the types with definitions and examples, the form of an answer."""
        lines = [TASK, "", "Types:"]
        for type_, definition in self._definitions.items():
            lines.append(f"{type_}: {definition}" if definition else type_)
            lines += [f'  for example "{line.text}"' for line in self._examples if line.type == type_]
        return "\n".join([*lines, f"{NO_ACT}: no act of these types between these parties.", "", FORM])

    def schema(self) -> dict[str, Any]:
        """The form of an answer as a JSON schema."""
        words = {"type": "string"}
        properties = {"type": {"type": "string", "enum": list(self.types)}} | dict.fromkeys(ANSWER[1:], words)
        return {"type": "object", "properties": properties, "required": list(ANSWER), "additionalProperties": False}


def load_codebook(paths: Iterable[Path], *, only: bool = False) -> Codebook:
    """Read PLOVER's types and those of the user's codebooks.

    Raises:
        LexiconError: a codebook cannot be read, or lines of it are wrong.
    """
    users = read_user_codebook(paths)
    lines = (*read_lines("codebook/plover.tsv", TypeLine), *users.types)
    return Codebook(lines, users.examples, users.own if only else frozenset())


def messages(question: Question, prompt: str) -> list[dict[str, str]]:
    """The question as a chat."""
    parts = [f"Sentence: {question.sentence}", f"Words that tell the act: {question.trigger}"]
    parts += [f"{what}: {words or NOT_NAMED}" for what, words in _parties(question)]
    return [{"role": "system", "content": prompt}, {"role": "user", "content": "\n".join(parts)}]


def _parties(question: Question) -> Iterator[tuple[str, str]]:
    yield "Source", question.source
    yield "Target", question.target
