"""What a second coder answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecondCoding:
    """A second coder's answer about one event; the event itself stays as it is.

    Attributes:
        model, server: who answered: the model as named on the command line, and the address asked.
        first_type: the event's type when it was asked about.
        type: the second coder's type, NONE where it sees no act of the codebook, "" where the answer was refused.
        agrees: both types are the same; None where the answer was refused.
        refused: why the answer does not count, such as words that the sentence does not hold; else "".
        answer: the answer as it came.
        question: hash of the question with all that belongs to it, the key of the answer in the cache.
        tokens_in, tokens_out: length of question and answer as the server counts; 0 where it does not tell.
    """

    event_id: str
    doc_id: str
    model: str
    server: str
    first_type: str
    type: str
    agrees: bool | None
    refused: str
    answer: str
    question: str
    tokens_in: int = 0
    tokens_out: int = 0
    coded_with: str = ""
