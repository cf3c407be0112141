"""Who did it and to whom: the parties of a match, from the places its frame names."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from detente.events.actors import CITIZEN, Actors, name_of
from detente.events.arguments import governing_verb, preposition_object
from detente.events.patterns import NOMINAL, Match
from detente.events.places import places
from detente.record.model import Mention
from detente.record.reading import ParsedSentence


class Party(NamedTuple):
    """An actor in a role, and the rule or lexicon line that made it one ("" where the frame's own place led to it)."""

    mention: Mention
    rule: str = ""

    @property
    def name(self) -> str:
        """What tells it from other actors."""
        return name_of(self.mention)


class Roles(NamedTuple):
    """The parties of an act, several on a side where the text joins them."""

    sources: tuple[Party, ...]
    targets: tuple[Party, ...]


class Finder:
    """Finds the parties of the matches of one sentence.

    Attributes:
        parsed, actors: the sentence and its actors.
        acts: triggers of acts; the subject of such a verb is not the subject of a noun in its argument.
        bearing: verbs that lend a noun their subject ("held talks", "attended the talks"), unlike "feared the talks".
    """

    def __init__(
        self, parsed: ParsedSentence, actors: Actors, acts: Container[int] = (), bearing: Container[str] = ()
    ) -> None:
        self.parsed = parsed
        self.actors = actors
        self.acts = acts
        self.bearing = bearing

    def roles(self, match: Match) -> Roles:
        """Return the parties that stand where the frame says."""
        line = match.frame.line
        doer = self._doer(match)
        sources = self._first(match, (doer,) if doer else self._ordered(match, line.source), ())
        if not sources and match.light != -1 and "subj" not in (*line.source, *line.target):
            sources = self._first(match, ("subj",), ())  # "B resumed shipments to A"
        aims = ("of", *line.target) if doer else line.target
        targets = self._first(match, aims, {name_of(mention) for mention in sources})
        if line.reciprocal and len(sources) < 2 and not targets:
            between = self._first(match, ("between", "among"), ())
            sources = between if len(between) > len(sources) else sources
        return Roles(tuple(map(_party, sources)), tuple(map(_party, targets)))

    def _doer(self, match: Match) -> str:
        """Return the place of who acts where a noun has an object beside it, or "".

        In "A's release of B" and "the release of B by A" it is A, whatever "B's release" and "the release by B" say.
        """
        if self.parsed.tokens[match.trigger].pos not in NOMINAL or match.light != -1 or match.frame.line.reciprocal:
            return ""
        if preposition_object(self.parsed, match.trigger, "of") is None:
            return ""
        if preposition_object(self.parsed, match.trigger, "by") is not None:
            return "by"
        owner = self.parsed.child(match.trigger, "poss")
        return "poss" if owner is not None and self.actors.parties(owner) else ""

    def _ordered(self, match: Match, slots: tuple[str, ...]) -> tuple[str, ...]:
        """Put the subject of a verb that merely governs a noun behind what the noun itself says of its source."""
        if self.parsed.tokens[match.trigger].pos in NOMINAL and match.light == -1 and "subj" in slots:
            return (*(slot for slot in slots if slot != "subj"), "by", "subj")
        return slots

    def _first(self, match: Match, slots: Iterable[str], taken: Container[str]) -> list[Mention]:
        """Return the parties at the first place that has one with a country, else at the first that has any."""
        lesser: list[Mention] = []
        for slot in slots:
            if slot in ("subj", "obj", "iobj") and not self._lends(match):
                continue
            spots: list[int | tuple[int, ...]] = list(places(self.parsed, match, slot))
            if slot == "mod" and match.frame.line.reciprocal:  # "the A-B talks": both modify the noun
                spots = [tuple(places(self.parsed, match, slot))]
            for place in spots:
                found = self.actors.parties(place, taken)
                if any(mention.country for mention in found):
                    return found
                lesser = lesser or found
        return lesser

    def _lends(self, match: Match) -> bool:
        """Tell whether the verb above a noun says whose act the noun is."""
        if self.parsed.tokens[match.trigger].pos not in NOMINAL or match.light != -1:
            return True
        verb = governing_verb(self.parsed, match.trigger)
        return verb is not None and verb not in self.acts and self.parsed.tokens[verb].lemma in self.bearing


def _party(mention: Mention) -> Party:
    return Party(mention, next((id_ for id_ in mention.evidence if id_.startswith(CITIZEN)), ""))
