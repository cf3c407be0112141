"""Task attribution: who said what, as source, cue and content spans.

A prediction matches a gold attribution if their cues share a word and the Jaccard index of their contents' words is
0.5 or more, one to one by maximum matching. The source of a match is right if each side's head word lies in the
other's source.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from detente.evaluation.figures import Figure, harmonic, ratio
from detente.evaluation.quoted import Article, Spans
from detente.evaluation.rows import Row
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

ROLES = ("source", "cue", "content")
SCOPES = ("all", "direct", "indirect", "quoted", "mixed")
JACCARD = 0.5
GAP = re.compile(r"[,;:()—–\[\]]|\s-+\s|[\"“”]")


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score attributions (all and by type), sources and the tokens of each role."""
    words = {line.phrase: line.kind for line in read_lines("en/scoring_words.tsv", PhraseLine)}
    counts: Counter[str] = Counter()
    for id_, row in gold.items():
        answers = predicted.get(id_, {}).get("attributions") or ()
        counts.update(_article(Article(row["text"]), row["attributions"], answers, words))
    return tuple(_figures(counts))


def _figures(counts: Counter[str]) -> list[Figure]:
    figures: list[Figure] = []
    for scope in SCOPES:
        precision = ratio(counts[f"{scope}.hit_predicted"], counts[f"{scope}.predicted"])
        recall = ratio(counts[f"{scope}.hit"], counts[f"{scope}.gold"])
        figures += [
            Figure(f"{scope}.p", precision),
            Figure(f"{scope}.r", recall),
            Figure(f"{scope}.f1", harmonic(precision, recall)),
            Figure(f"{scope}.source_accuracy", ratio(counts[f"{scope}.source_right"], counts[f"{scope}.hit"])),
        ]
    for role in ROLES:
        both = counts[f"{role}.both"]
        precision, recall = ratio(both, counts[f"{role}.predicted"]), ratio(both, counts[f"{role}.gold"])
        figures.append(Figure(f"tokens.{role}.f1", harmonic(precision, recall)))
    return figures


def _article(article: Article, gold: Sequence[Row], answers: Sequence[Row], words: Mapping[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    gold_words = [{role: article.words_in(row.get(role)) for role in ROLES} for row in gold]
    answer_words = [{role: article.words_in(row.get(role)) for role in ROLES} for row in answers]
    for role in ROLES:
        wanted = set().union(*(row[role] for row in gold_words))
        given = set().union(*(row[role] for row in answer_words))
        counts.update(
            {f"{role}.both": len(wanted & given), f"{role}.gold": len(wanted), f"{role}.predicted": len(given)}
        )
    gold_kinds = [("all", *article.kinds(row.get("content"))) for row in gold]
    answer_kinds = [("all", *article.kinds(row.get("content"))) for row in answers]
    counts.update(f"{kind}.gold" for kinds in gold_kinds for kind in kinds)
    counts.update(f"{kind}.predicted" for kinds in answer_kinds for kind in kinds)
    for i, j in _matching(_candidates(gold_words, answer_words)).items():
        right = _source_right(article, gold[i].get("source"), answers[j].get("source"), words)
        counts.update(f"{kind}.hit" for kind in gold_kinds[i])
        counts.update(f"{kind}.hit_predicted" for kind in answer_kinds[j])
        counts.update(f"{kind}.source_right" for kind in gold_kinds[i] if right)
    return counts


def _candidates(gold: Sequence[Mapping[str, set[int]]], answers: Sequence[Mapping[str, set[int]]]) -> list[list[int]]:
    """For each gold attribution the answers that may match it, best first."""
    found: list[list[int]] = []
    for row in gold:
        close: list[tuple[float, int]] = []
        for j, answer in enumerate(answers):
            union = len(row["content"] | answer["content"])
            similarity = ratio(len(row["content"] & answer["content"]), union)
            if similarity >= JACCARD and (not row["cue"] or row["cue"] & answer["cue"]):
                close.append((-similarity, j))
        found.append([j for _, j in sorted(close)])
    return found


def _matching(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """Maximum bipartite matching by augmenting paths (Kuhn 1955): gold number to answer number."""
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in candidates[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(candidates)):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _source_right(article: Article, gold: Spans | None, answer: Spans | None, words: Mapping[str, str]) -> bool:
    wanted, given = article.words_in(gold), article.words_in(answer)
    if not wanted or not given:
        return not wanted and not given
    return _head(article, gold or (), words) in given and _head(article, answer or (), words) in wanted


def _head(article: Article, spans: Spans, words: Mapping[str, str]) -> int:
    """Guess the head word of a source: the last word before punctuation or a word such as "of" or "who"."""
    numbers = sorted(article.words_in(spans))
    best: int | None = None
    previous: int | None = None
    for number in numbers:
        word = article.word(number).lower()
        gap = article.text[article.ends[previous] : article.starts[number]] if previous is not None else ""
        if best is not None and (words.get(word) == "stop" or GAP.search(gap)):
            break
        previous = number
        determiner = words.get(word) == "skip" and len(spans) == 1 and number < numbers[-1]
        if words.get(word) != "stop" and not determiner:
            best = number
    return numbers[-1] if best is None else best
