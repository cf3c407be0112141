"""The words that tie a place or a time to an act: the lines of en/setting_words.tsv.

Kinds of prepositions:
    in                          the act is there; of these `hovering` in their own right only ("over", not "a row over")
    towards, into               it moves there, or from there; into a state too
    target                      it is aimed there
    part                        the place has a part: "the outskirts of"
    during                      what follows is the act's occasion
    occasion, deed_occasion, after   of another act: "at the summit in", "in the raid on", "after talks in"
    beside, agent               of another party: "clashed with police in", "killed by rebels in"
    jurisdiction                of the place whose police act: "was arrested in"
    since                       of a time: it lasts
Kinds of nouns: surface (one is "on" it: an island, a border), meeting, visit, audience (who is spoken to there). Of
verbs: scene (a participle that says where the doer stands), motion (who travels there acts there), host (a place sees
an act). Of conjunctions: scene_clause ("when a bomb went off in").
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines


class SettingWords(NamedTuple):
    """Kind to lemma to lexicon id."""

    kinds: dict[str, dict[str, str]]

    @classmethod
    def of(cls, lines: Iterable[PhraseLine]) -> "SettingWords":
        """Index the lines of the lexicon."""
        kinds: dict[str, dict[str, str]] = defaultdict(dict)
        for line in lines:
            kinds[line.kind][line.phrase] = line.id
        return cls(dict(kinds))

    def has(self, kind: str, lemma: str) -> bool:
        """Tell whether a word is of a kind."""
        return lemma in self.kinds.get(kind, ())

    def id_of(self, kind: str, lemma: str) -> str:
        """Return the id of the line that says so, or ""."""
        return self.kinds.get(kind, {}).get(lemma, "")


@cache
def setting_words() -> SettingWords:
    """Read the shipped file once."""
    return SettingWords.of(read_lines("en/setting_words.tsv", PhraseLine))
