"""The Python interface: `detente.code_text`, `detente.code`, `detente.open_record`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from detente.pipeline import Pipeline
from detente.record.model import Coded
from detente.record.store import Record as StoredRecord
from detente.record.store import Rows
from detente.settings import Settings


class Record(StoredRecord):
    """A record: its tables as DuckDB relations, and the relations of its actors."""

    def relations(self, a: str, b: str, *, by: str = "month", include: Sequence[str] = ()) -> Rows:
        """Return how two actors treat each other, one row a period (columns as `detente relations -o FILE.csv`).

        Args:
            a: first actor: a state (USA), a part of one (RUSMIL), a body or group (UNO, NATO), by code, entity or name.
            b: second actor.
            by: week, month, quarter or year.
            include: ("alleged",) counts acts that are known only from a party's claim too.

        Raises:
            UsageError: there is no such period, no event names an actor, or nothing of that name can be included.
        """
        from detente.outputs.series import relation_rows
        from detente.relations import Counting, relate

        relation = relate(self, a, b, Settings(), by=by, counting=Counting(tuple(include)))
        return self.from_rows(relation_rows(relation))

    def turning_points(self, a: str, b: str, *, include: Sequence[str] = ()) -> Rows:
        """Return where the balance of two actors changed, one row a turn (as `detente relations --turning-points`).

        Raises:
            UsageError: no event names an actor, or there is nothing of that name to include.
        """
        from detente.outputs.relation_tables import turning_rows
        from detente.relations import Counting, relate, turning_points

        relation = relate(self, a, b, Settings(), counting=Counting(tuple(include)))
        return self.from_rows(turning_rows(relation, turning_points(relation.acts)))

    def robustness(self, a: str, b: str) -> Rows:
        """Return the figures of two actors under other choices, one row each (as `detente relations --robustness`).

        Raises:
            UsageError: no event names an actor.
        """
        from detente.outputs.relation_tables import variant_rows
        from detente.relations import find_actor, robustness

        a, b = find_actor(self, a), find_actor(self, b)
        return self.from_rows(variant_rows(a, b, robustness(self, a, b, Settings().half_life_days)))


@cache
def _pipeline() -> Pipeline:
    from detente.pipeline import prepare

    return prepare(Settings())


def code_text(
    text: str, *, title: str = "", author: str = "", publisher: str = "", published: date | None = None
) -> Coded:
    """Code one text in memory.

    Args:
        text: the article; a title given apart becomes its first paragraph.
        title: the headline, if it does not stand in the text.
        author: the byline.
        publisher: who published it.
        published: the day it was published; without it relative dates stay unresolved.

    Returns:
        The facts: `.documents .sentences .mentions .claims .events .loaded`, tuples in the order of the text, whose
        offsets are characters into `.documents[0].text`.

    Raises:
        InputError: the text is empty, not English, or too long.
    """
    from detente.documents import from_text

    document = from_text(text, title=title, author=author, publisher=publisher, published=published)
    return _pipeline()(document)


def code(
    paths: str | Path | Sequence[str | Path], out: str | Path, *, settings: Settings | None = None,
    published: date | None = None, publisher: str | None = None,
) -> Record:  # fmt: skip
    """Code files, folders or patterns into the record at `out` and return it; `record.refusals` names what was refused.

    Args:
        paths: one input or several, as on the command line.
        out: the folder of the record; it is made if it is not there, and documents it holds are not coded again.
        settings: how to code; see `detente.Settings`.
        published: date of documents that carry none.
        publisher: publisher of documents that carry none.

    Raises:
        RecordError: the record cannot be read or written.
    """
    from detente.coding import code as run

    inputs = [paths] if isinstance(paths, str | Path) else paths
    chosen = settings or Settings()
    chosen = replace(chosen, published=published or chosen.published, publisher=publisher or chosen.publisher)
    run([str(path) for path in inputs], out, chosen)
    return open_record(out)


def open_record(path: str | Path) -> Record:
    """Open a record for reading.

    Raises:
        RecordError: there is none, a newer program made it, or it cannot be read.
    """
    return Record(Path(path))
