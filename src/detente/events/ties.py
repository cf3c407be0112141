"""How a preposition ties what follows it to what it hangs on, as far as places go."""

from typing import NamedTuple

from detente.events.patterns import Match
from detente.events.setting_words import SettingWords
from detente.record.reading import Token

# Acts done by words: only the speaker's own place is theirs.
WORDS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Acts that happen where they are aimed: a state or a seat of government is their place as well as their target.
AIMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


class Goal(NamedTuple):
    """The act a way must lead to.

    Attributes:
        match: its frame in the sentence.
        type: PLOVER type of the row.
        bearers: the words that carry it.
        others: triggers of other acts.
    """

    match: Match
    type: str
    bearers: frozenset[int]
    others: frozenset[int]

    @property
    def spoken(self) -> bool:
        """Whether it is done by words."""
        return self.type in WORDS


class Look(NamedTuple):
    """A preposition on the way from a place to an act.

    Attributes:
        goal: the act.
        words: the lexicon.
        tokens: of the sentence.
        lemma: the preposition.
        below: its object, or None.
        over: the word it hangs on.
        own: its object is the place itself.
        located: the way has passed a word that says where.
    """

    goal: Goal
    words: SettingWords
    tokens: tuple[Token, ...]
    lemma: str
    below: int | None
    over: int
    own: bool
    located: bool

    def has(self, kind: str) -> bool:
        """Whether the preposition is of a kind."""
        return self.words.has(kind, self.lemma)

    def noun(self, kind: str, i: int | None) -> bool:
        """Whether a word of the sentence is of a kind."""
        return i is not None and self.words.has(kind, self.tokens[i].lemma.lower())

    @property
    def strikes(self) -> bool:
        """Whether what the preposition hangs on is the act, and it is one that is aimed at a place."""
        return self.over in self.goal.bearers and self.goal.type in AIMED


def tie(look: Look, *, place: bool, state: bool, site: bool) -> str:
    """Return the kind of a preposition, "" for one that ties no place.

    `place` tells that step 3 has found a place, `state` that a state is meant, `site` that it is no town.
    """
    if _is_in(look, place=place, site=site):
        return "in"
    if look.has("part"):
        return "part"
    if look.located and look.has("during") and not _is_topic(look):
        return "during"
    if look.has("towards"):
        return "towards" if _moves(look, place=place, state=state) else ""
    if look.has("target") and look.strikes:
        return "target"
    return _through_another(look) if look.located else ""


def _is_topic(look: Look) -> bool:
    """Whether words are about what follows: "agreed on a truce in B", but "on a visit to B", "on Monday in B"."""
    if not look.goal.spoken or look.lemma != "on" or look.below is None:
        return False
    named = look.tokens[look.below].pos == "PROPN"
    return not (named or look.noun("visit", look.below) or look.noun("meeting", look.below))


def _is_in(look: Look, *, place: bool, site: bool) -> bool:
    """Whether the act is there: "in", "near", "on an island"; not "a protest over patrols near", "talks over B"."""
    if look.has("in"):
        return not look.has("hovering") or (look.own and place)
    on = look.lemma == "on" and look.below is not None
    return on and (look.noun("surface", look.below) or (look.own and site and not look.strikes))


def _moves(look: Look, *, place: bool, state: bool) -> bool:
    """Whether the act goes there: "sent ships to", "fired into"; of words, who is "on a visit to" it."""
    if look.goal.spoken:
        return place and look.noun("visit", look.over) and look.tokens[look.over].dep == "pobj"
    # a state is a party, and a place where something is aimed at it
    aimed = look.goal.type in AIMED and look.has("into")
    return place or (look.own and state and (aimed or (look.goal.type == "MOBILIZE" and look.lemma == "to")))


def _through_another(look: Look) -> str:
    """Whether the act is where another party or a meeting of its own is."""
    meets = look.goal.spoken or look.goal.type == "CONSULT"
    if meets and look.has("after") and look.noun("meeting", look.below):  # "after talks in B they agreed"
        return "after"
    if look.goal.type in AIMED and look.has("target"):  # "a raid against rebels in B"
        return "beside"
    beside = look.has("agent" if look.goal.spoken else "beside")  # "clashed with police in B", "killed by rebels in B"
    return "beside" if beside or look.noun("meeting", look.over) else ""
