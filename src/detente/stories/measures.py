"""Measures in force: what was imposed, closed, suspended or deployed, and whether it was undone.

A measure is opened by a story of one actor against another, stays in force while later stories add to it or ease it,
and ends with the story that undoes it; a promise to undo ends nothing. Which acts open, ease and close which kind
stands in codebook/measures.tsv. A record that holds only the beginning of a measure shows it as in force: the register
says what was reported, not what the law says today.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import FrameLine, MeasureLine, PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.ids import digest
from detente.record.model import COUNTED, Measure
from detente.record.store import Record

BATCH_ROWS = 20_000


class Act(NamedTuple):
    """An event that may change what is in force, as measure_acts.sql gives it."""

    day: date
    story_id: str
    event_id: str
    type: str
    modes: tuple[str, ...]
    cameo: str
    evidence: tuple[str, ...]
    reciprocal: bool
    source_code: str
    target_code: str
    source_entity: str
    target_entity: str
    coded_with: str


class Frame(NamedTuple):
    """Words of the frame that coded an event: the verb (or noun), and what stands with it."""

    verb: str
    things: frozenset[str]


Parties = tuple[str, str]


@dataclass(slots=True)
class Spell:
    """A measure while the stories are read; `stories` are those told already."""

    kind: str
    first: Act
    opened_by: list[str]
    eased_by: list[str] = field(default_factory=list)
    stories: set[str] = field(default_factory=set)

    def measure(self, closing: Act | None = None) -> Measure:
        """The measure as a fact."""
        act = self.first
        return Measure(
            measure_id=digest("measure", self.kind, act.event_id),
            kind=self.kind,
            source_code=act.source_code,
            target_code=act.target_code,
            from_=act.day,
            to=closing.day if closing else None,
            opened_by=tuple(self.opened_by),
            eased_by=tuple(self.eased_by),
            closed_by=(closing.event_id,) if closing else (),
            source_entity=act.source_entity,
            target_entity=act.target_entity,
            coded_with=act.coded_with,
        )


def find_measures(record: Record) -> tuple[Measure, ...]:
    """Follow the measures of all pairs of a record through its stories; sorted by day."""
    lines = read_lines("codebook/measures.tsv", MeasureLine)
    plain = [
        cameo for line in lines if not line.verbs and line.things in ((), ("none",)) for cameo in line.cameo or ("",)
    ]
    asked = {
        "statuses": list(COUNTED),
        "state_sectors": ["", *(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))],
        "types": sorted({name for line in lines for name in line.types}),
        "cameo": f"^({'|'.join(sorted(set(plain)))})",
    }
    # batch by batch: a record of imported events may have millions
    batches = record.run("measure_acts", asked).to_arrow_reader(BATCH_ROWS)
    acts = (
        _act(row) for batch in batches for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    )
    return follow_measures(acts, lines, frame_words(read_lines("en/frames.tsv", FrameLine)))


def follow_measures(
    acts: Iterable[Act], lines: Iterable[MeasureLine], frames: Mapping[str, Frame]
) -> tuple[Measure, ...]:
    """Open, ease and close measures by acts in the order of their days.

    Args:
        acts: acts between two actors each.
        lines: the lines of codebook/measures.tsv, in their order.
        frames: words of each frame, by its id.
    """
    by_type: dict[str, list[MeasureLine]] = {}
    for line in lines:
        for name in line.types:
            by_type.setdefault(name, []).append(line)
    in_force: dict[tuple[str, Parties], Spell] = {}
    ended: list[Measure] = []
    for act in acts:
        words = next((frames[each] for each in act.evidence if each in frames), None)
        fitting = [line for line in by_type.get(act.type, ()) if fits(line, act, words)]
        ended += _undo(in_force, act, fitting)
        opening = next((line for line in fitting if line.role == "opens"), None)
        if opening is not None:
            _open(in_force, act, opening.kind)
    found = [*ended, *(spell.measure() for spell in in_force.values())]
    return tuple(sorted(found, key=lambda measure: (measure.from_, measure.measure_id)))


def fits(line: MeasureLine, act: Act, words: Frame | None) -> bool:
    """Whether a line fits an act of its types that was coded by a frame of these words, or by none."""
    if line.modes and not set(line.modes) & set(act.modes):
        return False
    if line.cameo and not act.cameo.startswith(line.cameo):
        return False
    if line.things == ("none",):
        return words is None
    if not line.verbs and not line.things:
        return True
    if words is None or (line.verbs and words.verb not in line.verbs):
        return False
    return not line.things or bool(words.things & set(line.things))


def frame_words(lines: Iterable[FrameLine]) -> dict[str, Frame]:
    """The words of each frame: `lift` and `@sanctions` of `lift obj:@sanctions`."""
    return {
        line.id: Frame(
            line.lemma,
            frozenset(word for part in line.pattern.split() for word in part.partition(":")[2].split("|"))
            | {line.lemma},
        )
        for line in lines
    }


def _act(row: tuple[object, ...]) -> Act:
    act = Act(*row)  # type: ignore[arg-type]  # the columns stand in the order of the fields
    return act._replace(modes=tuple(act.modes), evidence=tuple(act.evidence))


def _undo(in_force: dict[tuple[str, Parties], Spell], act: Act, fitting: Iterable[MeasureLine]) -> Iterator[Measure]:
    """Ease or close what an act undoes; an act that eases a kind does not close it too."""
    eased: set[str] = set()
    for line in fitting:
        for parties in _parties(act, line):
            spell = in_force.get((line.kind, parties))
            if spell is None or act.story_id in spell.stories or line.kind in eased:
                continue
            if line.role == "eases":
                spell.eased_by.append(act.event_id)
                spell.stories.add(act.story_id)
                eased.add(line.kind)
            elif line.role == "closes":
                yield in_force.pop((line.kind, parties)).measure(act)


def _open(in_force: dict[tuple[str, Parties], Spell], act: Act, kind: str) -> None:
    """Begin a measure, or add a story to one in force; of each story one event stands for all."""
    key = (kind, (act.source_entity, act.target_entity))
    if act.reciprocal and key not in in_force:
        turned = (kind, (act.target_entity, act.source_entity))
        key = turned if turned in in_force else key
    spell = in_force.setdefault(key, Spell(kind, act, []))
    if act.story_id not in spell.stories:
        spell.opened_by.append(act.event_id)
        spell.stories.add(act.story_id)


def _parties(act: Act, line: MeasureLine) -> tuple[Parties, ...]:
    """Whose measures an act may undo: its source's own, and those of the other side where that can end them."""
    own = (act.source_entity, act.target_entity)
    return (own, own[::-1]) if act.reciprocal or line.parties == "either" else (own,)
