"""The facts of a review: which sentences were drawn, what people found in them, and what that makes of figures."""

from dataclasses import dataclass

from detente.errors import FactError
from detente.record.model import STATUSES, check_choice

ACTIONS = ("change", "add", "delete")


@dataclass(frozen=True, slots=True)
class Sample:
    """One drawing of sentences for review, and the frame it was drawn from.

    Attributes:
        drawn_at: UTC in ISO 8601.
        seed, asked: what the drawing was told; asked is the number of sentences wanted.
        scheme: how sentences were stratified: quad, type, coded or simple.
        pair_a, pair_b: the actors whose documents were drawn from; empty: all documents.
        position: the frame is what the record held when so many documents had been coded.
        strata, sizes, drawn: name of each stratum, sentences in it, and sentences drawn from it.
    """

    sample_id: str
    drawn_at: str
    seed: int
    asked: int
    scheme: str
    pair_a: str
    pair_b: str
    position: int
    strata: tuple[str, ...]
    sizes: tuple[int, ...]
    drawn: tuple[int, ...]
    coded_with: str = ""

    def __post_init__(self) -> None:
        if not len(self.strata) == len(self.sizes) == len(self.drawn):
            raise FactError("a sample needs a size and a number drawn for each of its strata")


@dataclass(frozen=True, slots=True)
class Draw:
    """A sentence that was drawn. `probability` is its chance to be; `turn` its place in the random order of judging."""

    draw_id: str
    sample_id: str
    doc_id: str
    sentence_id: str
    stratum: str
    probability: float
    turn: int
    coded_with: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.probability <= 1:
            raise FactError(f"probability is {self.probability}; a drawn sentence had one above 0 and up to 1")


@dataclass(frozen=True, slots=True)
class Review:
    """One act that a reviewer found in a drawn sentence, or that there is none.

    `number` counts the acts of the sentence from 1; it is 0, and all else of the judgement empty, where the reviewer
    found none. The codes are as in events; an entity (`ORG:NATO`) may stand for one. `taken_from` is FILE:LINE.
    """

    draw_id: str
    sample_id: str
    doc_id: str
    sentence_id: str
    stratum: str
    probability: float
    reviewer: str
    judged_at: str
    number: int
    type: str = ""
    source_code: str = ""
    target_code: str = ""
    status: str = ""
    mutual: bool = False
    note: str = ""
    taken_from: str = ""
    coded_with: str = ""

    def __post_init__(self) -> None:
        if (self.number == 0) != (self.type == ""):
            raise FactError(f"review number {self.number} has type {self.type!r}; number 0 stands for no act")
        if self.type:
            check_choice("status", self.status, STATUSES)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a figure or a row becomes by the judgement of people.

    Attributes:
        table, row_id, column: what is corrected. A figure of a review has the table `relations`, the pair (`RUS USA`)
            or `all` for row, and section and quantity for column, such as `balance: cooperative share`.
        old, new: as text; a missing value is empty.
        action: change, add or delete.
        who: the reviewers; when: UTC in ISO 8601; why: the sample, and how much of it is judged.
        low, high: interval of the new figure for these documents, at `level`; story_low, story_high: for documents like
            these. None where nothing can be said.
        judged: how many judged sentences the figure rests on; note: `few` or `no spread`, as the command prints it.
        version: of the record the figure was made for.
    """

    table: str
    row_id: str
    column: str
    old: str
    new: str
    action: str
    who: str
    when: str
    why: str
    low: float | None = None
    high: float | None = None
    story_low: float | None = None
    story_high: float | None = None
    level: float | None = None
    judged: float = 0
    note: str = ""
    version: str = ""
    coded_with: str = ""

    def __post_init__(self) -> None:
        check_choice("action", self.action, ACTIONS)
