"""Demands without a word of demanding: "B must answer, A said" is a request by A whatever the verb is.

Where the verb has a frame the rule of status.py applies; this module covers the verbs that have none.
"""

from collections.abc import Container, Iterator

from detente.events.arguments import SUBJECTS
from detente.events.patterns import Frame, Match
from detente.events.status import DUTY
from detente.lexicons.entries import FrameLine
from detente.record.reading import ParsedSentence

DEMAND = Frame(
    FrameLine("rule:duty", "", "VERB", "", "REQUEST", "", "100", (), ("subj",), reciprocal=False, content="", note=""),
    (),
    (0, 0, 0),
)


def duties(parsed: ParsedSentence, taken: Container[int]) -> Iterator[Match]:
    """Yield a match for each verb that somebody must or should do and that is no trigger yet (`taken`)."""
    for clause in parsed.clauses:
        if clause.modal in DUTY and clause.head not in taken and not clause.question:
            subject = parsed.child(clause.head, *SUBJECTS)
            if subject is not None and not clause.passive:
                yield Match(DEMAND, clause.head, (), -1, -1)
