"""What tells an argued sentence from a reported one: some forty figures, all read off its words and tree.

Only the author's own words count; what a source says makes no sentence an opinion.
"""

import math
import re
from dataclasses import dataclass

from detente.claims.voice import OwnWords
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.reading import ParsedSentence, Token

# Kinds of en/genre_words.tsv that are counted in a sentence.
KINDS = (
    "first_person", "second_person", "evaluative", "intensifier", "attitude", "obligation", "argument", "degree",
    "negation", "prediction", "possibility",
)  # fmt: skip
# Kinds that do not count as words of a sentence: they are looked for in one place only.
PLACED = ("opinion_mark", "statement_publisher", "connective", "calendar")
# Each kind counts at most this often, so that one word repeated does not decide alone.
MOST = 2
SHARES = {"PROPN": "proper_nouns", "NUM": "numbers", "ADJ": "adjectives", "ADV": "adverbs", "PRON": "pronouns"}
CONTRACTION = re.compile(r"^(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$", re.IGNORECASE)
FEATURES = (
    *KINDS, *SHARES.values(), "quoted", "spoken", "attributed", "own", "length", "figure", "date", "past", "present",
    "modal", "no_verb", "imperative", "copula", "copula_noun", "passive", "comparative", "superlative", "question",
    "exclamation", "break", "contraction", "it_subject", "opens_with_connective", "general", "loaded",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GenreWords:
    """Words of en/genre_words.tsv by kind, and whole-article marks."""

    single: dict[str, str]
    phrases: "tuple[tuple[re.Pattern[str], str], ...]"
    connectives: frozenset[str]
    calendar: frozenset[str]
    opinion_marks: "re.Pattern[str]"
    statement_publishers: "re.Pattern[str]"


def load_genre_words() -> GenreWords:
    """Read en/genre_words.tsv."""
    by_kind: dict[str, list[str]] = {}
    for line in read_lines("en/genre_words.tsv", PhraseLine):
        by_kind.setdefault(line.kind, []).append(line.phrase)
    counted = [(kind, phrase) for kind, phrases in by_kind.items() if kind not in PLACED for phrase in phrases]
    longer = {kind: [phrase for k, phrase in counted if k == kind and " " in phrase] for kind in by_kind}
    return GenreWords(
        single={phrase: kind for kind, phrase in reversed(counted) if " " not in phrase},
        phrases=tuple((any_of(phrases), kind) for kind, phrases in longer.items() if phrases),
        connectives=frozenset(by_kind["connective"]),
        calendar=frozenset(by_kind["calendar"]),
        opinion_marks=any_of(by_kind["opinion_mark"]),
        statement_publishers=any_of(by_kind["statement_publisher"]),
    )


def any_of(phrases: list[str]) -> "re.Pattern[str]":
    """Compile a pattern that finds any of the phrases as whole words, the longest first, in any case."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")\b", re.IGNORECASE)


def features(own: OwnWords, words: GenreWords, loaded: int) -> list[float]:
    """Return the figures of a sentence in the order of FEATURES; `loaded` is how many loaded words it holds."""
    found = dict.fromkeys(FEATURES, 0.0)
    parsed, tokens = own.parsed, own.tokens
    found["quoted"], found["spoken"], found["attributed"] = own.quoted, own.spoken, float(own.attributed)
    found["own"] = len(tokens) / len(parsed.tokens)
    found["length"] = math.log(len(parsed.tokens))
    found["loaded"] = min(loaded, MOST + 1)
    _add_words(found, tokens, words)
    _add_forms(found, tokens)
    _add_main_clause(found, parsed, tokens)
    if tokens:
        found["opens_with_connective"] = float(tokens[0].text.lower() in words.connectives)
        found["question"] = float(tokens[-1].text == "?")
        found["exclamation"] = float(tokens[-1].text == "!")
    return [found[name] for name in FEATURES]


def _add_words(found: dict[str, float], tokens: tuple[Token, ...], words: GenreWords) -> None:
    single = words.single
    for token in tokens:
        lower = token.text.lower()
        kind = single.get(lower) or single.get(token.lemma)
        if kind is not None:
            found[kind] += 1
        if token.dep == "neg":
            found["negation"] += 1
        elif token.pos == "PROPN" and lower in words.calendar:
            found["date"] = 1.0
    text = " ".join(token.text for token in tokens)
    for pattern, kind in words.phrases:
        found[kind] += len(pattern.findall(text))
    for kind in KINDS:
        found[kind] = min(MOST, found[kind])


def _add_forms(found: dict[str, float], tokens: tuple[Token, ...]) -> None:
    share = 1 / max(1, len(tokens))
    for token in tokens:
        name = SHARES.get(token.pos)
        if name is not None:
            found[name] += share
        if token.text[0].isdigit() or token.pos == "NUM":
            found["figure"] = 1.0
        elif token.tag in ("JJR", "RBR"):
            found["comparative"] = 1.0
        elif token.tag in ("JJS", "RBS"):
            found["superlative"] = 1.0
        elif token.dep in ("auxpass", "nsubjpass"):
            found["passive"] = 1.0
        elif token.text in (";", ":", "—", "–", "--"):
            found["break"] = 1.0
        elif token.tag != "POS" and CONTRACTION.match(token.text):
            found["contraction"] = 1.0


def _add_main_clause(found: dict[str, float], parsed: ParsedSentence, tokens: tuple[Token, ...]) -> None:
    root = next((token for token in parsed.tokens if token.head == token.i), None)
    if root is None:
        return
    below = [parsed.tokens[i] for i in parsed.children[root.i]]
    auxiliaries = [token.tag for token in below if token.dep in ("aux", "auxpass")]
    tense = next((tag for tag in auxiliaries if tag in ("VBZ", "VBP", "VBD", "MD")), root.tag)
    subject = next((token for token in below if token.dep in ("nsubj", "nsubjpass", "expl")), None)
    found["past"] = float(tense == "VBD")
    found["present"] = float(tense in ("VBZ", "VBP"))
    found["modal"] = float(tense == "MD")
    found["no_verb"] = float(not root.tag.startswith("V"))
    found["imperative"] = float(root.tag == "VB" and not auxiliaries and subject is None)
    found["general"] = float(found["present"] > 0 and found["proper_nouns"] == 0)
    if root not in tokens:
        return
    if root.lemma == "be":
        found["copula"] = 1.0
        found["copula_noun"] = float(any(token.dep == "attr" for token in below))
    # "It is", "this is", "there is" with something other than a person or thing as its subject.
    found["it_subject"] = float(
        subject is not None and (subject.dep == "expl" or subject.lemma in ("it", "this", "that"))
    )
