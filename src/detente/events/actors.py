"""From words to actors: which actor mentions the phrase around a word stands for.

A word leads to the mention it belongs to. Where the word is no actor itself ("Israel's raid", "leaders of B", "talks
between A and B") the actor is looked for inside its phrase: possessor, modifiers, then by, of, between. "A and B" gives
both, and so does "the A and B troops".
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from detente.events.arguments import agent, preposition_object
from detente.events.patterns import NOMINAL, Match
from detente.events.places import places
from detente.record.model import Mention
from detente.record.reading import ParsedSentence

# Modifiers that can be an actor: "Israel's raid", "the Israeli raid", "the Israel-Lebanon talks".
MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod")
INSIDE = ("by", "of", "between", "among")
# A role noun says whose it is through more prepositions than other nouns do: "officials from B", "leaders in B".
INSIDE_ROLE = (*INSIDE, "from", "for", "in", "with")
DEEPEST = 2
# The mark of "B" in "leaders of A and B" (mentions/joining.py).
SHARED = "rule:shared-role"
CIVILIAN = "CVL"
# How the ids of en/person_nouns.tsv begin.
CITIZEN = "noun:"


def name_of(mention: Mention) -> str:
    """Return what tells two actors apart: entity and code, or the mention itself where it is not resolved."""
    return (mention.entity + mention.code) or mention.mention_id


def as_actor(place: Mention) -> Mention:
    """A town that is shelled or visited stands for the state it lies in."""
    return replace(place, code=place.country, entity=place.country) if place.kind == "place" else place


def of_state(mention: Mention, country: str, sector: str) -> Mention:
    """Return a mention as one of a state's: its soldiers, its citizens."""
    return replace(mention, country=country, sector=sector, code=country + sector, entity=f"{country}:{sector}")


def _put(where: dict[int, list[Mention]], i: int, mention: Mention, *, keep: bool) -> None:
    """Enter a mention at a word: beside one of the same span, else in its place unless that is to be kept."""
    there = where.get(i)
    if there and (there[0].start, there[0].end) == (mention.start, mention.end) and there[0].kind == mention.kind:
        there.append(mention)
    elif not (there and keep):
        where[i] = [mention]


class Actors:
    """The actor mentions of one sentence by the words they cover; a place counts where no actor has the word."""

    def __init__(
        self,
        parsed: ParsedSentence,
        mentions: Iterable[Mention],
        triggers: Mapping[int, Match],
        towns: Iterable[Mention] = (),
        bearers: frozenset[str] | None = None,
        persons: frozenset[str] = frozenset(),
    ) -> None:
        """Take the mentions of a sentence.

        Args:
            parsed: the sentence.
            mentions: its actors.
            triggers: the acts found, by token.
            towns: places that may stand for the state they lie in.
            bearers: nouns that stand for the state named with them ("Danish warships" do, "Danish chefs" do not); None
                lets every noun stand for it.
            persons: nouns for persons, who are citizens of the state named with them and not the state.
        """
        self.parsed = parsed
        self._persons = persons
        self._bearers = bearers
        self.triggers = triggers
        self._heads: dict[int, list[Mention]] = {}
        self._words: dict[int, list[Mention]] = {}
        known = (*(as_actor(town) for town in towns if town.country), *mentions)
        # The longest mention wins a word; a head belongs to the shortest that has it as head. "Both sides" and "they"
        # stand for several actors: mentions of the same span.
        for mention in sorted(known, key=lambda m: (m.kind == "place", m.end - m.start, m.start)):
            head = parsed.head_of_span(mention.start, mention.end)
            if head is not None:
                _put(self._heads, head, mention, keep=True)
            for token in parsed.tokens_in(mention.start, mention.end):
                _put(self._words, token.i, mention, keep=mention.kind == "place")

    def at(self, i: int) -> Mention | None:
        """Return the actor mention whose head, or one of whose words, is token i."""
        return next(iter(self.all_at(i)), None)

    def all_at(self, i: int) -> list[Mention]:
        """Return the actors of the mention at token i, several for a plural such as "both sides"."""
        return self._heads.get(i) or self._words.get(i, [])

    def parties(self, place: int | tuple[int, ...], taken: Container[str] = ()) -> list[Mention]:
        """Return the actors that the phrases headed by some tokens stand for, in the order of the text.

        Args:
            place: index of the head of the phrase, or several.
            taken: names (`name_of`) of actors that do not count, since they stand on the other side.
        """
        found: list[Mention] = []
        heads = (place,) if isinstance(place, int) else place
        for word in dict.fromkeys(word for head in heads for word in self._joined(head)):
            for mention in self._of_word(word, 0, taken):
                if all(name_of(mention) != name_of(other) for other in found):
                    found.append(mention)
        return found

    def below(self, i: int, taken: Container[str] = ()) -> Mention | None:
        """Return the first actor with a country among the words below token i."""
        mentions = (self.at(j) for j in self.parsed.subtree(i))
        return next((m for m in mentions if m is not None and m.country and name_of(m) not in taken), None)

    def may_bear(self, i: int) -> bool:
        """Tell whether a word can act for the state named with it: an actor, a name, or a noun that is a bearer."""
        token = self.parsed.tokens[i]
        if self._bearers is None or token.pos != "NOUN" or i in self.triggers or self.at(i) is not None:
            return True
        return token.lemma in self._bearers or self._is_person(i) or (i > 0 and token.text[0].isupper())

    def _is_person(self, i: int) -> bool:
        return self.parsed.tokens[i].lemma in self._persons and self.parsed.tokens[i].pos == "NOUN"

    def _joined(self, i: int) -> Iterator[int]:
        yield i
        for child in self.parsed.children[i]:
            if self.parsed.tokens[child].dep == "conj":
                yield from self._joined(child)

    def _of_word(self, i: int, depth: int, taken: Container[str]) -> list[Mention]:
        own = self.all_at(i)
        if any(mention.country for mention in own):
            return [m for m in (*self._sharing(i, own[0]), *own) if name_of(m) not in taken]
        inner = self._inside(i, depth + 1, taken) if depth < DEEPEST else []
        if any(mention.country for mention in inner):
            return inner
        return [mention for mention in own if name_of(mention) not in taken] or inner

    def _sharing(self, i: int, own: Mention) -> Iterator[Mention]:
        """Other actors that share the head noun: "A and B officials", "leaders of A and B"."""
        for child in self.parsed.children[i]:
            if self.parsed.tokens[child].dep not in MODIFIERS:
                continue
            words = list(self._joined(child))
            if len(words) > 1:
                others = (self.at(word) for word in words)
                yield from (
                    m for m in others if m is not None and m is not own and m.sector == own.sector and m.country
                )
        below = dict.fromkeys(m for j in self.parsed.subtree(i) for m in self.all_at(j) if SHARED in m.evidence)
        yield from (m for m in below if m.sector == own.sector and m.country)

    def _inside(self, i: int, depth: int, taken: Container[str]) -> list[Mention]:
        match = self.triggers.get(i)
        if match is not None and self.parsed.tokens[i].pos in NOMINAL:
            return self._owners(match, depth, taken)
        if not self.may_bear(i):
            return []
        for word in self._inner_words(i):
            found = [m for w in self._joined(word) for m in self._of_word(w, depth, taken)]
            if found:
                return [self._citizen(i, m) for m in found] if self._is_person(i) and self.at(i) is None else found
        return []

    def _citizen(self, i: int, mention: Mention) -> Mention:
        """A person of no known role is a civilian of the state named with it (PLOVER digest 5.2): "Danish chefs"."""
        if not mention.country or mention.sector:
            return mention
        token = self.parsed.tokens[i]
        return replace(
            of_state(mention, mention.country, CIVILIAN),
            start=min(token.start, mention.start),
            end=max(token.end, mention.end),
            evidence=(*mention.evidence, f"{CITIZEN}{token.lemma}"),
        )

    def _inner_words(self, i: int) -> Iterator[int]:
        tokens = self.parsed.tokens
        yield from (c for c in self.parsed.children[i] if tokens[c].dep in MODIFIERS)
        for preposition in INSIDE_ROLE if self.at(i) is not None or self._is_person(i) else INSIDE:
            below = preposition_object(self.parsed, i, preposition)
            if below is not None:
                yield below
        yield from (c for c in self.parsed.children[i] if tokens[c].dep == "appos")
        made = (
            agent(self.parsed, c) for c in self.parsed.children[i] if tokens[c].dep == "acl" and tokens[c].tag == "VBN"
        )
        yield from (by for by in made if by is not None)  # "a rally staged by students"

    def _owners(self, match: Match, depth: int, taken: Container[str]) -> list[Mention]:
        """Who did the act that the noun names, for "criticised the raid by B on C"."""
        for slot in match.frame.line.source:
            for place in places(self.parsed, match, slot) if slot != "subj" else ():
                found = [m for w in self._joined(place) for m in self._of_word(w, depth, taken)]
                if found:
                    return found
        return []
