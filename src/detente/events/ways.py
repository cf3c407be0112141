"""The way in the tree from a place up to an act, word by word; locating.py says what for."""

from typing import NamedTuple

from detente.events.arguments import OBJECTS, PREDICATES, is_infinitive
from detente.events.patterns import NOMINAL
from detente.events.setting_words import SettingWords
from detente.events.ties import AIMED, WORDS, Goal, Look, tie
from detente.record.model import Mention
from detente.record.reading import ParsedSentence

__all__ = ["WORDS", "Climb", "Goal", "Way"]

JOINED = ("conj", "appos", "compound", "nmod", "poss", "amod", "npadvmod")
DEEPEST = 9
# Longer ways are likelier wrong; these say what else is. A sum over the way, in steps.
SUBJECT, CLAUSE, TOWARDS = 2, 3, 1


class Way(NamedTuple):
    """How a place belongs to an act: steps from it, the rule of the last decisive one, and the words that say so."""

    steps: int
    rule: str
    words: tuple[str, ...] = ()


class Climb:
    """One walk from a place to an act."""

    def __init__(self, parsed: ParsedSentence, goal: Goal, words: SettingWords, mention: Mention) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.goal = goal
        self.words = words
        self.start = mention.start
        self.place = mention.kind == "place"
        self.state = mention.entity == mention.country
        self.site = mention.entity.startswith(("venue:", "place:region"))
        self.rule = ""
        self.ids: list[str] = []
        self.steps = 0

    def way(self, head: int) -> Way | None:
        """Return the way from the token `head`, or None."""
        if self._is_where_clause(head):
            return Way(0, "where")
        at: int | None = self._stranded(head)
        if at == head and self._follows_preposition(head):
            self.rule = "in"
        for _ in range(DEEPEST):
            if at is None:
                return None
            if at in self.goal.bearers and self.tokens[at].pos != "ADP":
                return Way(self.steps, self.rule, tuple(self.ids)) if self._arrives(at, head) else None
            if at == self.tokens[at].head:
                return None
            at = self._up(at, head)
            self.steps += 1
        return None

    def _stranded(self, head: int) -> int:
        """Return the preposition before a name that the parser left without an object ("in B, C said")."""
        first = next(token.i for token in self.tokens if token.end > self.start)
        before = self.tokens[first - 1] if first else None
        if before is None or self.tokens[head].dep == "pobj" or before.pos != "ADP":
            return head
        left = before.dep == "prep" and self.parsed.child(before.i, "pobj", "pcomp") is None
        return before.i if left else head

    def _follows_preposition(self, head: int) -> bool:
        """Whether the parser missed that a name stands after a preposition of place: "Near B, they shot"."""
        first = next(token.i for token in self.tokens if token.end > self.start)
        before = self.tokens[first - 1] if first else None
        missed = before is not None and before.pos == "PROPN" and self.tokens[head].dep != "pobj"
        return missed and before is not None and self.words.has("in", before.text.lower())

    def _arrives(self, at: int, head: int) -> bool:
        """Whether the act's word that a way has reached may have this place."""
        if at == head:  # the place is the object itself
            self.rule = "object"
            return self._is_object(at)
        if not self.rule:
            return False
        token = self.tokens[at]
        claimed = at in self.goal.match.claimed and token.dep != "pobj"  # not "agreed on a ceasefire in B"
        if self.goal.spoken and at != self.goal.match.trigger and not claimed:
            # "urged B in Munich": what has a name takes no place to tell it apart; "told reporters in B" are there
            return token.pos in ("PROPN", "PRON", "VERB", "AUX") or self.words.has("audience", token.lemma)
        return True

    def _is_object(self, at: int) -> bool:
        """Whether what is acted on is the place: "shelled B", "visited B"; a state only of a deed aimed at it."""
        token = self.tokens[at]
        if token.dep not in (*OBJECTS, "nsubjpass", "pobj", "conj") or self.goal.spoken:
            return False
        if self.place:
            return True
        # "invaded Kuwait", but not "killed the Kuwaitis"
        named = token.tag == "NNP" and self.parsed.child(at, "det") is None
        return self.state and named and self.goal.type in AIMED

    def _up(self, at: int, head: int) -> int | None:
        token = self.tokens[at]
        if token.pos in ("ADP", "SCONJ", "PART") or (token.pos in ("ADV", "ADJ", "VERB") and token.dep in ("prep",)):
            return self._over_preposition(at, head)
        if token.pos in PREDICATES:
            return self._over_verb(at)
        return self._over_noun(at, head)

    def _over_noun(self, at: int, head: int) -> int | None:
        token = self.tokens[at]
        over = token.head
        if at != head and at in self.goal.others and not self._is_occasion(at):
            return None  # what lies there is another act
        if token.dep in JOINED:
            return self._over_joined(at, head)
        if token.dep in (*OBJECTS, "nsubjpass", "attr", "oprd"):
            self.rule = self.rule or ("object" if self._is_object(at) else "")
            return over if self.rule else None
        if token.dep == "nsubj":
            return self._over_subject(at, head)
        return over if token.dep in ("pobj", "advmod", "prep", "dep", "dative") else None

    def _is_occasion(self, at: int) -> bool:
        """Whether another act is the same one, or its occasion: "a bombing in B killed", "during the siege of B"."""
        token = self.tokens[at]
        if token.dep == "pobj":
            lemma = self.tokens[token.head].lemma
            if self.words.has("after", lemma):
                return self.words.has("meeting", self.tokens[at].lemma.lower())
            return self.words.has("occasion", lemma) or (
                not self.goal.spoken and self.words.has("deed_occasion", lemma)
            )
        return token.dep in ("nsubj", "nsubjpass")

    def _over_joined(self, at: int, head: int) -> int | None:
        """A name beside another, or before what it tells apart: "Kyiv and Lviv", "the Hamburg summit"."""
        token = self.tokens[at]
        if token.dep != "conj" and not self.place:
            return None
        if token.dep == "conj" and at != head and self.tokens[token.head].pos in PREDICATES:
            return None
        if token.dep in ("compound", "nmod", "poss", "amod") and token.head in self.goal.bearers:
            self.rule = self.rule or "venue"
        return token.head

    def _over_subject(self, at: int, head: int) -> int | None:
        """From a subject: "rebels in B killed", "a bombing in B killed", "B saw protests"."""
        token = self.tokens[at]
        if at == head:
            hosts = self.place and self.words.has("host", self.tokens[token.head].lemma)
            self.rule = "host" if hosts else ""
            return token.head if hosts else None
        if not self.rule:
            return None
        self.steps += SUBJECT
        return token.head

    def _over_preposition(self, at: int, head: int) -> int | None:
        token = self.tokens[at]
        lemma, over = token.text.lower(), token.head
        below = self.parsed.child(at, "pobj")
        look = Look(self.goal, self.words, self.tokens, lemma, below, over, below in (head, None), bool(self.rule))
        kind = tie(look, place=self.place, state=self.state, site=self.site)
        if not kind or (kind == "in" and not self.place and below != head):
            return None
        self.ids.append(self.words.id_of(kind, lemma))
        if kind == "part":
            if not self._has_part(over) or not (self.place or (below == head and self.goal.type in AIMED)):
                return None
            self.rule = self.rule or ("part" if not self.goal.spoken else "")
        elif kind == "towards":
            self.rule = self.rule or "towards"
            self.steps += TOWARDS
        elif kind == "target":
            self.rule = self.rule or "target"
        else:
            self.steps += CLAUSE if kind == "after" else 0
            self.rule = self.rule or "in"
        return over

    def _has_part(self, over: int) -> bool:
        """Whether what is named is at the place: "the outskirts of B", "the shelling of B", "south of B"."""
        if self.words.has("in", self.tokens[over].lemma):
            self.rule = self.rule or "in"
            return True
        if self.goal.spoken and not self.words.has("surface", self.tokens[over].lemma.lower()):
            return False  # "censured the sweep of a home in B": not where it was said
        return self.tokens[over].pos in NOMINAL

    def _over_verb(self, at: int) -> int | None:
        token = self.tokens[at]
        if not self.rule:
            return None
        if any(self._completes(bearer, at) for bearer in self.goal.bearers):
            return self.goal.match.trigger
        if token.dep == "advcl" and (self._is_scene(at) or self._is_scene_clause(at)):
            self.steps += CLAUSE
            return token.head
        return None

    def _completes(self, bearer: int, verb: int) -> bool:
        """Whether an act completes a verb: "began to shell", "flew to B to meet", "talks collapsed"."""
        token = self.tokens[bearer]
        if token.head != verb:
            return False
        if token.dep in ("xcomp", "nsubj", "nsubjpass", *OBJECTS):
            return verb not in self.goal.others or token.dep == "nsubj"
        travels = self.words.has("motion", self.tokens[verb].lemma)
        return token.dep == "advcl" and travels and is_infinitive(self.parsed, bearer)

    def _is_scene(self, verb: int) -> bool:
        """Whether a participle says where the doer stands: "speaking in B"."""
        token = self.tokens[verb]
        return token.tag == "VBG" and verb not in self.goal.others and self.words.has("scene", token.lemma)

    def _is_scene_clause(self, verb: int) -> bool:
        """Whether a clause tells the act's occasion: "when a bomb went off in B"."""
        below = (self.tokens[child] for child in self.parsed.children[verb])
        return not self.goal.spoken and any(
            t.dep in ("advmod", "mark") and self.words.has("scene_clause", t.lemma) for t in below
        )

    def _is_where_clause(self, head: int) -> bool:
        """Whether the act stands in a clause that hangs on the place: "in B, where he met"."""
        for bearer in self.goal.bearers:
            token = self.tokens[bearer]
            if token.dep != "relcl" or token.head != head or not self.place:
                continue
            if any(self.tokens[child].lemma == "where" for child in self.parsed.children[bearer]):
                return True
        return False
