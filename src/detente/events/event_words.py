"""The words around a trigger that say how an act is meant: the lines of en/event_words.tsv by word.

Kinds of governors (words above a trigger, by what they make of it): aspect and ongoing (it is done), failed, prevent
and postpone (it is not), attempt, plan, propose, wish, permit and must (it may be yet), belief, denial, doubt and
imagine (somebody's word, or nobody's). The idea of one lexicon of such signatures is that of Nairn, Condoravdi and
Karttunen 2006 ("Computing relative polarity for textual inference") and of Saurí and Pustejovsky 2012 (FactBank).
"""

from collections.abc import Iterable

from detente.lexicons.entries import PhraseLine

GOVERNORS = frozenset(
    {
        "aspect", "ongoing", "failed", "attempt", "plan", "propose", "wish", "doubt", "prevent", "must", "motion",
        "belief", "denial", "imagine", "permit", "postpone", "announce",
    }
)  # fmt: skip
# What a finite clause with a subject of its own owes to the verb above: "believe that B attacked".
COMMITTING = frozenset({"belief", "denial", "doubt", "imagine", "wish", "plan"})
# What it owes to a noun it is part of or named after: "the prospect of a raid", "a rescue plan".
NAMING = frozenset({"plan", "propose", "wish", "permit", "postpone", "imagine"})
# What an act named by a noun owes to the verb it is the object of: "called off the raid".
GOVERNING_NOUNS = GOVERNORS - {"belief", "must", "motion"}
CARRYING = ("bearing", "aspect", "ongoing", "attempt", "failed", "motion", "plan", "permit")


class EventWords:
    """The lines of en/event_words.tsv by word, governors apart from the words that stand before a noun."""

    def __init__(self, lines: Iterable[PhraseLine]) -> None:
        self._governors: dict[str, PhraseLine] = {}
        self._modifiers: dict[str, PhraseLine] = {}
        self._adverbs: dict[str, PhraseLine] = {}
        self._prepositions: dict[str, PhraseLine] = {}
        by_kind: dict[str, list[PhraseLine]] = {}
        for line in lines:
            by_kind.setdefault(line.kind, []).append(line)
            self._shelf(line.kind)[line.phrase] = line
        self.bearing = frozenset(line.phrase for kind in CARRYING for line in by_kind.get(kind, ()))
        self.occurring = frozenset(line.phrase for line in by_kind.get("occur", ()))
        self.ordinals = frozenset(line.phrase for line in by_kind.get("ordinal", ()))
        self.outcomes = frozenset(line.phrase for line in by_kind.get("outcome", ()))
        self.nobody = frozenset(line.phrase for line in by_kind.get("nobody", ()))
        self.proxies = frozenset(line.phrase for line in by_kind.get("proxy", ()))
        self.grounds = frozenset(line.phrase for line in by_kind.get("grounds", ()))
        self.quantities = frozenset(line.phrase for line in by_kind.get("quantity", ()))
        self.fiction = {line.phrase: line for line in by_kind.get("fiction", ())}
        self.background = tuple(by_kind.get("background", ()))

    def _shelf(self, kind: str) -> dict[str, PhraseLine]:
        if kind.startswith("noun_"):
            return self._modifiers
        if kind.startswith("adverb_"):
            return self._adverbs
        if kind in ("topic", "presupposing", "given"):
            return self._prepositions
        return self._governors if kind in GOVERNORS else {}

    def governor(self, lemma: str, *, infinitive: bool, particle: str = "") -> PhraseLine | None:
        """Return the line of a word above a trigger; "have to" differs from "have", "call off" from "call"."""
        if particle and f"{lemma} {particle}" in self._governors:
            return self._governors[f"{lemma} {particle}"]
        if infinitive and lemma + " to" in self._governors:
            return self._governors[lemma + " to"]
        return self._governors.get(lemma)

    def modifier(self, lemma: str) -> PhraseLine | None:
        """Return the line of a word before a noun ("alleged", "planned", "no")."""
        return self._modifiers.get(lemma)

    def adverb(self, lemma: str) -> PhraseLine | None:
        """Return the line of an adverb beside a verb ("reportedly", "almost")."""
        return self._adverbs.get(lemma)

    def preposition(self, lemma: str) -> PhraseLine | None:
        """Return the line of a preposition before a noun: it presupposes the act or only names it as a topic."""
        return self._prepositions.get(lemma)
