"""Checks of the lexicons of acts and claims: types, modes, CAMEO codes, patterns, cues."""

from collections.abc import Iterator

from detente.lexicons.problems import Problem, Row, Table
from detente.record.model import STANCES, STATUSES

Tables = dict[str, Table]

# The slots of a frame's pattern, as FrameLine describes them.
SLOTS = frozenset({"obj", "prep", "pobj", "part", "comp", "mod", "light", "subj", "inf", "csubj"})
POS = frozenset({"VERB", "NOUN", "ADJ"})
CUE_POS = POS | {"PREP"}
ROLES = frozenset({"opens", "eases", "closes"})
FORMS = frozenset({"speech", "thought", "intent", "document"})


def check_acts(tables: Tables) -> Iterator[Problem]:
    """Yield the problems of frames, classes, cues and the CAMEO table."""
    frames, plover = tables["en/frames.tsv"], tables["codebook/plover.tsv"]
    types = frozenset(cells for _, cells in plover.picked("type", "mode"))
    for name in ("en/frames.tsv", "codebook/cameo.tsv"):
        for row, (kind, mode) in tables[name].picked("type", "mode"):
            if (kind or mode) and any((kind, one) not in types for one in mode.split("|")):
                yield tables[name].problem(row, f"{kind} {mode}".strip() + " is no type or mode of codebook/plover.tsv")
    yield from _check_cameo(frames, tables["codebook/cameo.tsv"].values("cameo"))
    yield from _check_frames(frames)
    yield from _check_patterns(frames, tables["en/classes.tsv"].values("name"))
    yield from _check_cues(tables["en/cues.tsv"])
    yield from _check_measures(tables["codebook/measures.tsv"], types)


def _check_cameo(frames: Table, known: frozenset[str]) -> Iterator[Problem]:
    """A code that is not listed takes its parent; a code whose root is not listed is none."""
    for row, (cameo,) in frames.picked("cameo"):
        if cameo and cameo not in known:
            parent = cameo[:-1] in known and len(cameo) > 2
            what = f"CAMEO {cameo!r} is not in codebook/cameo.tsv" + (f"; its parent {cameo[:-1]} is" if parent else "")
            yield frames.problem(row, what, "warning" if parent else "error")


def _check_frames(frames: Table) -> Iterator[Problem]:
    for row, (lemma, pos, content) in frames.picked("lemma", "pos", "content"):
        if not lemma:
            yield frames.problem(row, "lemma is empty")
        if pos not in POS:
            yield frames.problem(row, f"pos {pos!r}; allowed are {', '.join(sorted(POS))}")
        if content and content not in STATUSES:
            yield frames.problem(row, f"content {content!r}; allowed are {', '.join(STATUSES)}")


def _check_patterns(frames: Table, classes: frozenset[str]) -> Iterator[Problem]:
    """A pattern is `slot:lemma|lemma` joined by blanks; a lemma may be a class, `@troops`."""
    for row, (pattern,) in frames.picked("pattern"):
        for part in pattern.split():
            slot, colon, lemmas = part.partition(":")
            if slot not in SLOTS or not colon or not all(lemmas.split("|")):
                yield frames.problem(
                    row, f"pattern {part!r}: a slot is one of {', '.join(sorted(SLOTS))}, then `:lemma|lemma`"
                )
            yield from _check_classes(frames, row, lemmas, classes)


def _check_classes(frames: Table, row: Row, lemmas: str, classes: frozenset[str]) -> Iterator[Problem]:
    for lemma in lemmas.split("|"):
        if lemma.startswith("@") and lemma[1:] not in classes:
            yield frames.problem(row, f"class {lemma} is not in en/classes.tsv")


def _check_cues(cues: Table) -> Iterator[Problem]:
    for row, (lemma, pos, stance, form) in cues.picked("lemma", "pos", "stance", "form"):
        if not lemma:
            yield cues.problem(row, "lemma is empty")
        if pos not in CUE_POS:
            yield cues.problem(row, f"pos {pos!r}; allowed are {', '.join(sorted(CUE_POS))}")
        if stance not in STANCES:
            yield cues.problem(row, f"stance {stance!r}; allowed are {', '.join(STANCES)}")
        if form not in FORMS:
            yield cues.problem(row, f"form {form!r}; allowed are {', '.join(sorted(FORMS))}")


def _check_measures(measures: Table, types: frozenset[tuple[str, ...]]) -> Iterator[Problem]:
    """Roles and types must be known, and what eases or closes a kind needs something that opens it."""
    opened = {kind for _, (kind, role) in measures.picked("kind", "role") if role == "opens"}
    for row, (kind, role, named) in measures.picked("kind", "role", "types"):
        if role not in ROLES:
            yield measures.problem(row, f"role {role!r}; allowed are {', '.join(sorted(ROLES))}")
        elif kind not in opened:
            yield measures.problem(row, f"nothing opens a measure of kind {kind!r}")
        for one in named.split(";"):
            if (one, "") not in types:
                yield measures.problem(row, f"{one!r} is no type of codebook/plover.tsv")
