"""The words that attribute: cue lexicon and word classes, indexed once."""

from dataclasses import dataclass

from detente.lexicons.entries import CueLine, PhraseLine
from detente.lexicons.reading import read_lines


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Cue lines by lemma, and the classes of other words that decide about claims.

    Attributes:
        verbs: single-word verb cues by lemma.
        phrasal: verb cues of two or more words ("point out") by their first lemma.
        prepositional: verb cues that end in the preposition of their content ("call for"), by verb, then preposition.
        nouns: noun cues by lemma.
        prepositions: the words of each prepositional cue, lower case, with its line.
        classes: class name -> lemma -> id of the line that puts it there (en/claim_words.tsv).
    """

    verbs: dict[str, CueLine]
    phrasal: dict[str, tuple[CueLine, ...]]
    prepositional: dict[str, dict[str, CueLine]]
    nouns: dict[str, CueLine]
    adjectives: dict[str, CueLine]
    prepositions: dict[str, tuple[tuple[tuple[str, ...], CueLine], ...]]
    classes: dict[str, dict[str, str]]

    def member(self, kind: str, lemma: str) -> str:
        """Return the id of the line that puts `lemma` in class `kind`, or ""."""
        return self.classes.get(kind, {}).get(lemma, "")


def load_cues() -> CueLexicon:
    """Read en/cues.tsv and en/claim_words.tsv."""
    lines = read_lines("en/cues.tsv", CueLine)
    phrasal: dict[str, list[CueLine]] = {}
    prepositional: dict[str, dict[str, CueLine]] = {}
    prepositions: dict[str, list[tuple[tuple[str, ...], CueLine]]] = {}
    for line in lines:
        words = tuple(line.lemma.split())
        if line.pos == "PREP":
            prepositions.setdefault(words[0], []).append((words, line))
        elif line.pos == "VERB" and line.takes == words[-1:]:
            prepositional.setdefault(" ".join(words[:-1]), {})[words[-1]] = line
        elif line.pos == "VERB" and len(words) > 1:
            phrasal.setdefault(words[0], []).append(line)
    classes: dict[str, dict[str, str]] = {}
    for word in read_lines("en/claim_words.tsv", PhraseLine):
        classes.setdefault(word.kind, {})[word.phrase] = word.id
    return CueLexicon(
        verbs={line.lemma: line for line in lines if line.pos == "VERB" and " " not in line.lemma},
        phrasal={lemma: tuple(found) for lemma, found in phrasal.items()},
        prepositional=prepositional,
        nouns={line.lemma: line for line in lines if line.pos == "NOUN"},
        adjectives={line.lemma: line for line in lines if line.pos == "ADJ"},
        prepositions={word: tuple(found) for word, found in prepositions.items()},
        classes=classes,
    )
