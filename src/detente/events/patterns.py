"""Frames compiled for speed, and found in a sentence: which words name an act, and which words the pattern adds.

`FrameLine` in lexicons/entries.py is the language; this is its interpreter. Frames stand in a table by the lemma of
their trigger, so a sentence costs one look-up a word. Of the frames that fit one trigger the most specific wins, and
the words of its pattern are claimed: "imposed sanctions" is one act, whichever of the two words carries the frame.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from detente.events.arguments import complements, governing_verb, logical_object, logical_subject, prepositions
from detente.lexicons.entries import ClassLine, FrameLine
from detente.lexicons.user_entries import is_users
from detente.record.reading import ParsedSentence

ANY = "*"
NOMINAL = ("NOUN", "PROPN")
# Classes of nouns that act, or are acted on, for the state whose they are: "Danish warships", "an Iranian village".
BEARING_CLASSES = (
    "weapons", "territory", "property", "building", "sanctions", "body", "party", "office", "mission_staff", "troops",
    "fighters", "militia", "police", "court", "leader", "envoy", "aid", "armsaid", "moneyaid", "agreement", "bill",
    "relations", "embassy", "heavyguns", "aircraft", "prisoners", "civilians", "refugees", "migrants", "assets",
)  # fmt: skip
# An embedded question: "asked how B would respond".
ASKING, ASKED = ("WRB", "WP", "WDT"), ("advmod", "dobj", "nsubj", "attr", "pobj")
# "thousands of troops", "a round of talks": the pattern's word is behind the quantity.
DEEPEST_QUANTITY = 2
# A frame of the user's own wins over shipped ones: it counts as one whose pattern has that many slots more.
OF_THE_USER = 100


class Condition(NamedTuple):
    """One slot of a pattern; `lemmas` empty means any word, `exact` that the lemmas are named and not a class.

    `preposition` holds, for a pobj slot, the lemmas its preposition may have.
    """

    slot: str
    lemmas: frozenset[str]
    exact: bool
    preposition: frozenset[str]


class Frame(NamedTuple):
    """A frame line with its pattern read; `rank` orders frames, the most specific highest."""

    line: FrameLine
    conditions: tuple[Condition, ...]
    rank: tuple[int, int, int]


class Match(NamedTuple):
    """A frame found in a sentence.

    Attributes:
        frame: the frame.
        trigger: token index of the trigger.
        claimed: token indexes of the pattern's further words, except those of a complement clause.
        light: token index of the light verb the pattern names, or -1.
        claimed_by: trigger of the match that has this match's trigger among its own words, or -1.
    """

    frame: Frame
    trigger: int
    claimed: tuple[int, ...]
    light: int
    claimed_by: int


class FrameIndex:
    """Frames by lemma and word class of their trigger.

    Attributes:
        slots: slots of a frame's pattern, by line id.
        nouns: lemmas of the nouns that have a frame, whatever its pattern.
        bearers: nouns that can stand for the state named before them: arms, bodies, places, property.
    """

    def __init__(self, lines: Iterable[FrameLine], classes: Iterable[ClassLine], quantities: frozenset[str]) -> None:
        members: dict[str, set[str]] = {}
        for line in classes:
            members.setdefault(line.name, set()).add(line.lemma)
        frozen = {name: frozenset(lemmas) for name, lemmas in members.items()}
        self._quantities = quantities
        self._frames: dict[tuple[str, str], list[Frame]] = {}
        for number, frame_line in enumerate(lines):
            frame = compile_frame(frame_line, frozen, number)
            self._frames.setdefault((frame_line.lemma, frame_line.pos), []).append(frame)
        self.slots = {frame.line.id: len(frame.conditions) for frames in self._frames.values() for frame in frames}
        self.nouns = frozenset(lemma for lemma, pos in self._frames if pos == "NOUN")
        self.bearers = frozenset(lemma for name in BEARING_CLASSES for lemma in frozen.get(name, ()))
        for frames in self._frames.values():
            frames.sort(key=lambda frame: frame.rank, reverse=True)

    def matches(self, parsed: ParsedSentence) -> list[Match]:
        """Return the best match of every trigger in the order of the text, those claimed by a better one marked."""
        found = [match for token in parsed.tokens for match in self._best(parsed, token.i)]
        claimed: dict[int, int] = {}
        for match in sorted(found, key=lambda m: (m.frame.rank[:2], -m.trigger), reverse=True):
            if match.trigger not in claimed:
                for word in match.claimed:
                    claimed.setdefault(word, match.trigger)
        return [match._replace(claimed_by=claimed.get(match.trigger, -1)) for match in found]

    def _best(self, parsed: ParsedSentence, i: int) -> Iterator[Match]:
        token = parsed.tokens[i]
        pos = "NOUN" if token.pos == "PROPN" else token.pos
        frames = self._frames.get((token.lemma, pos))
        if frames is None or (pos == "VERB" and token.dep in ("amod", "compound", "aux", "auxpass")):
            return
        words = _Words(parsed, i, self._quantities)
        for frame in frames:
            bound = words.bind(frame)
            if bound is not None:
                yield Match(frame, i, bound[0], bound[1], -1)
                return


def compile_frame(line: FrameLine, classes: dict[str, frozenset[str]], number: int) -> Frame:
    """Read a frame line's pattern; `number` is the line's place, earlier lines winning ties."""
    parts = [part.partition(":") for part in line.pattern.split()]
    plain = {slot: _lemmas(value, classes) for slot, _, value in parts}
    conditions = tuple(
        Condition(
            slot, plain[slot], "@" not in value, plain.get("prep", frozenset()) if slot == "pobj" else frozenset()
        )
        for slot, _, value in parts
    )
    named = sum(2 if condition.exact else 1 for condition in conditions if condition.lemmas)
    slots = len(conditions) + (OF_THE_USER if is_users(line.id) else 0)
    return Frame(line, conditions, (slots, named, -number))


def _lemmas(value: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for lemma in value.split("|"):
        if lemma == ANY:
            return frozenset()
        if lemma.startswith("@"):
            found |= classes[lemma[1:]]
        else:
            found.add(lemma.replace("_", " "))
    return frozenset(found)


class _Words:
    """The words around one trigger, looked up by slot, each slot at most once."""

    def __init__(self, parsed: ParsedSentence, trigger: int, quantities: frozenset[str]) -> None:
        self.parsed = parsed
        self.trigger = trigger
        self.quantities = quantities
        self._found: dict[str, tuple[int, ...]] = {}

    def bind(self, frame: Frame) -> tuple[tuple[int, ...], int] | None:
        """Return the words that meet the pattern and the light verb among them (or -1); None if it is not met."""
        bound: list[int] = []
        light = -1
        for condition in frame.conditions:
            word = self._meets(condition)
            if word is None:
                return None
            if condition.slot == "light":
                light = word
            if condition.slot not in ("comp", "inf", "csubj", "subj"):
                bound.append(word)
        return tuple(bound), light

    def _meets(self, condition: Condition) -> int | None:
        tokens = self.parsed.tokens
        if condition.slot == "pobj":
            candidates = tuple(self._objects_of(condition.preposition))
        else:
            candidates = self._candidates(condition.slot)
        if not condition.lemmas:
            return candidates[0] if candidates else None
        return next((i for i in candidates if tokens[i].lemma in condition.lemmas), None)

    def _candidates(self, slot: str) -> tuple[int, ...]:
        found = self._found.get(slot)
        if found is None:
            found = self._found[slot] = tuple(SLOTS[slot](self))
        return found

    def obj(self) -> Iterator[int]:
        """Heads of the object."""
        yield from self.with_partners(logical_object(self.parsed, self.verb()))

    def subj(self) -> Iterator[int]:
        """Heads of the logical subject."""
        yield from self.with_partners(logical_subject(self.parsed, self.verb()))

    def verb(self) -> int:
        """Return the trigger if it is a verb, else the verb it serves."""
        if self.parsed.tokens[self.trigger].pos == "VERB":
            return self.trigger
        return next(iter(self.light()), self.trigger)

    def with_partners(self, i: int | None, depth: int = 0) -> Iterator[int]:
        """Yield a word, the title of a name, what the word is a quantity of, and what is joined to it by "and"."""
        if i is None:
            return
        yield i
        tokens = self.parsed.tokens
        for child in self.parsed.children[i]:
            if tokens[i].pos == "PROPN" and tokens[child].dep == "compound":  # "received President Mbeki"
                yield child
            elif tokens[child].dep == "conj":
                yield from self.with_partners(child, depth)
            elif depth < DEEPEST_QUANTITY and self._counts(i):
                if tokens[child].lemma == "of":
                    yield from self.with_partners(self.parsed.child(child, "pobj"), depth + 1)
                elif tokens[child].dep == "compound":  # "mediation efforts"
                    yield child

    def _counts(self, i: int) -> bool:
        return self.parsed.tokens[i].pos == "NUM" or self.parsed.tokens[i].lemma in self.quantities

    def prep(self) -> Iterator[int]:
        """Prepositions of the trigger, of its object, and of the light verb of a noun."""
        yield from prepositions(self.parsed, self.trigger)
        if self.parsed.tokens[self.trigger].pos in (*NOMINAL, "ADJ"):
            for verb in self.light():
                yield from prepositions(self.parsed, verb)
        direct = self.parsed.child(self.trigger, "dobj", "obj")
        if direct is not None:
            yield from prepositions(self.parsed, direct)

    def part(self) -> Iterator[int]:
        """Particles, whatever the parser calls them."""
        for child in self.parsed.children[self.trigger]:
            dep = self.parsed.tokens[child].dep
            if dep in ("prt", "advmod", "npadvmod", "acomp", "intj") or (
                dep == "prep" and self.parsed.child(child, "pobj") is None  # "out of B", but not "in July"
            ):
                yield child

    def comp(self) -> Iterator[int]:
        """Verbs of complement clauses; what is asked ("whether B would go", "why") is not what an act is about."""
        for verb in complements(self.parsed, self.trigger):
            if self._is_asked(verb):
                continue
            yield verb
            yield from (c for c in self.parsed.children[verb] if self.parsed.tokens[c].dep == "conj")

    def _is_asked(self, verb: int) -> bool:
        below = (self.parsed.tokens[c] for c in self.parsed.children[verb] if c < verb)
        return any((t.dep == "mark" and t.lemma == "whether") or (t.tag in ASKING and t.dep in ASKED) for t in below)

    def inf(self) -> Iterator[int]:
        """Verbs of complement clauses that are infinitives or gerunds."""
        for verb in self.comp():
            below = self.parsed.children[verb]
            gerund = self.parsed.tokens[verb].tag == "VBG" and self.parsed.child(verb, "aux") is None
            if gerund or any(self.parsed.tokens[c].tag == "TO" for c in below):
                yield verb

    def csubj(self) -> Iterator[int]:
        """Heads of the complement's own subject: "wants B to go"."""
        for verb in self.comp():
            own = self.parsed.child(verb, "nsubj", "nsubjpass")
            if own is not None:
                yield own

    def mod(self) -> Iterator[int]:
        """Adjectives, compounds and adverbs before the trigger."""
        for child in self.parsed.children[self.trigger]:
            if self.parsed.tokens[child].dep in (
                "amod",
                "compound",
                "nmod",
                "advmod",
                "nummod",
                "npadvmod",
                "det",
                "poss",
            ):
                yield child

    def light(self) -> Iterator[int]:
        """Return the verb a noun serves or an adjective completes."""
        token = self.parsed.tokens[self.trigger]
        if token.pos in NOMINAL:
            verb = governing_verb(self.parsed, self.trigger)
            if verb is not None:
                yield verb
            for child in self.parsed.children[self.trigger]:
                if self.parsed.tokens[child].dep in ("acl", "relcl") and child != verb:
                    yield child
        elif token.dep in ("acomp", "oprd", "amod", "ROOT", "xcomp", "ccomp", "conj", "advcl"):
            yield token.head

    def _objects_of(self, lemmas: frozenset[str]) -> Iterator[int]:
        for preposition in self._candidates("prep"):
            if not lemmas or self.parsed.tokens[preposition].lemma in lemmas:
                yield from self.with_partners(self.parsed.child(preposition, "pobj"))


SLOTS: dict[str, Callable[[_Words], Iterator[int]]] = {
    "obj": _Words.obj,
    "subj": _Words.subj,
    "prep": _Words.prep,
    "part": _Words.part,
    "comp": _Words.comp,
    "inf": _Words.inf,
    "csubj": _Words.csubj,
    "mod": _Words.mod,
    "light": _Words.light,
}
