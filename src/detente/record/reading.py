"""What the steps pass along: one document, read a little further by each of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from detente.record.model import Claim, Coded, Document, Event, Loaded, Mention, Sentence


class Token(NamedTuple):
    """One word. `i` and `head` count within the sentence (the root is its own head); offsets are document offsets.

    `pos` and `dep` are Universal POS and spaCy's English dependency labels, `tag` the Penn tag.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Clause(NamedTuple):
    """A verb, or a predicate with a copula, and how it is said.

    Attributes:
        head: token index of the verb that carries the meaning.
        tense: past, present, future, perfect (has met), infinitive or participle.
        negated: not, never, no longer, nor.
        modal: lemma of the modal verb (can, could, may, might, must, shall, should, will, would) or "".
        passive: the subject undergoes the act.
        conditional: the clause is the if, unless or whether part of a condition.
        question: the clause is asked.
        governor: token index of the verb or noun this clause hangs on as a complement ("agreed TO LIFT"), or -1.
    """

    head: int
    tense: str
    negated: bool
    modal: str
    passive: bool
    conditional: bool
    question: bool
    governor: int


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its words, the tree over them, and its clauses."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    paragraph: int
    children: tuple[tuple[int, ...], ...]

    def subtree(self, i: int) -> list[int]:
        """Token indexes of i and all that hangs on it, in the order of the text."""
        found, waiting = [], [i]
        while waiting:
            j = waiting.pop()
            found.append(j)
            waiting.extend(self.children[j])
        return sorted(found)

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of i with one of these dependency labels."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def ancestors(self, i: int) -> Iterator[int]:
        """Walk from the head of i up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def clause_of(self, i: int) -> Clause | None:
        """Return the clause whose head is i."""
        return next((clause for clause in self.clauses if clause.head == i), None)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that overlap the document offsets start..end."""
        return [token for token in self.tokens if token.start < end and token.end > start]

    def head_of_span(self, start: int, end: int) -> int | None:
        """Return the token index in start..end whose head lies outside: the syntactic head of a mention."""
        inside = {token.i for token in self.tokens_in(start, end)}
        for i in sorted(inside):
            if self.tokens[i].head not in inside or self.tokens[i].head == i:
                return i
        return None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what the steps so far have found in it."""

    document: Document
    coded_with: str
    sentences: tuple[ParsedSentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    loaded: tuple[Loaded, ...] = ()

    def coded(self) -> Coded:
        """The facts alone, without the parse."""
        return Coded(
            documents=(self.document,),
            sentences=tuple(parsed.sentence for parsed in self.sentences),
            mentions=self.mentions,
            claims=self.claims,
            events=self.events,
            loaded=self.loaded,
        )


Step = Callable[[Reading], Reading]


def children_of(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """Children of each token, in the order of the text."""
    lists: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            lists[token.head].append(token.i)
    return tuple(tuple(found) for found in lists)
