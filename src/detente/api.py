"""The Python interface: `detente.code_text`, `detente.code`, `detente.open_record`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from detente.pipeline import Pipeline
from detente.record.model import Coded
from detente.record.store import Record as StoredRecord
from detente.record.store import Rows
from detente.settings import Settings


class Record(StoredRecord):
    """A record: its tables as DuckDB relations, and the relations of its actors."""

    def relations(
        self, a: str, b: str, *, by: str = "month", include: Sequence[str] = (), coded_with: str | None = None
    ) -> Rows:
        """Return how two actors treat each other, one row a period (columns as `detente relations -o FILE.csv`).

        Args:
            a: first actor: a state (USA), a part of one (RUSMIL), a body or group (UNO, NATO), by code, entity or name.
            b: second actor.
            by: week, month, quarter or year.
            include: ("alleged",) counts acts that are known only from a party's claim too.
            coded_with: whose coding counts (detente, icews), where the record holds several.

        Raises:
            UsageError: there is no such period, no event names an actor, nothing of that name can be included, or the
                record holds several codings and none is chosen.
        """
        from detente.outputs.series import relation_rows
        from detente.relations import Counting, relate

        relation = relate(self, a, b, Settings(), by=by, counting=Counting(tuple(include), None, coded_with))
        return self.from_rows(relation_rows(relation))

    def turning_points(self, a: str, b: str, *, include: Sequence[str] = (), coded_with: str | None = None) -> Rows:
        """Return where the balance of two actors changed, one row a turn (as `detente relations --turning-points`).

        Raises:
            UsageError: no event names an actor, or there is nothing of that name to include.
        """
        from detente.outputs.relation_tables import turning_rows
        from detente.relations import Counting, relate, turning_points

        relation = relate(self, a, b, Settings(), counting=Counting(tuple(include), None, coded_with))
        return self.from_rows(turning_rows(relation, turning_points(relation.acts)))

    def robustness(self, a: str, b: str, *, coded_with: str | None = None) -> Rows:
        """Return the figures of two actors under other choices, one row each (as `detente relations --robustness`).

        Raises:
            UsageError: no event names an actor.
        """
        from detente.outputs.relation_tables import variant_rows
        from detente.relations import find_actor, robustness

        a, b = find_actor(self, a), find_actor(self, b)
        found = robustness(self, a, b, Settings().half_life_days, coded_with=coded_with)
        return self.from_rows(variant_rows(a, b, found))

    def outlook(self, a: str, b: str, *, horizons: Sequence[int] = (1, 3, 6), coded_with: str | None = None) -> Rows:
        """Return how likely two actors get on worse, the same or better in some months, beside the backtest.

        One row a horizon and model (columns as `detente outlook --format csv`), climatology and persistence among the
        models; no rows where there is too little history.

        Args:
            a: first actor.
            b: second actor.
            horizons: months ahead, 1 to 12.
            coded_with: whose coding counts, where the record holds several.

        Raises:
            UsageError: no event names an actor, both are the same, or a horizon is out of range.
        """
        from detente.outlook import outlook
        from detente.outputs.outlook_tables import outlook_rows
        from detente.relations import check_coder, find_actor

        check_coder(self, coded_with)
        a, b = find_actor(self, a), find_actor(self, b)
        return self.from_rows(outlook_rows(outlook(self, a, b, tuple(horizons), coded_with=coded_with)))

    def cite(self) -> str:
        """Return how to cite the record: what it holds, its version, and what coded it."""
        from detente.outputs.citing import citation
        from detente.record.versions import read_version

        return citation(read_version(self))

    def freeze(self, folder: str | Path) -> "Record":
        """Copy the record to a folder that nothing can be written to any more, and open the copy.

        Raises:
            UsageError: the folder is there already.
            RecordError: another run is writing to the record, or the copy cannot be written.
        """
        from detente.record.versions import freeze

        freeze(self, Path(folder))
        return open_record(folder)


@lru_cache(maxsize=2)
def _pipeline(settings: Settings, changed: tuple[int, ...]) -> Pipeline:
    """Load a pipeline once; `changed` says when its dictionaries were written, so that a new version is read again."""
    from detente.pipeline import prepare

    return prepare(settings)


def code_text(  # noqa: PLR0913 - what is known of one text, each by its column's name
    text: str, *, title: str = "", author: str = "", publisher: str = "", published: date | None = None,
    actors: Sequence[str | Path] = (), settings: Settings | None = None,
) -> Coded:  # fmt: skip
    """Code one text in memory.

    Args:
        text: the article; a title given apart becomes its first paragraph.
        title: the headline, if it does not stand in the text.
        author: the byline.
        publisher: who published it.
        published: the day it was published; without it relative dates stay unresolved.
        actors: dictionaries of actors of your own, which win over ours (docs/actors.md).
        settings: how to code; see `detente.Settings`.

    Returns:
        The facts: `.documents .sentences .mentions .claims .events .loaded`, tuples in the order of the text, whose
        offsets are characters into `.documents[0].text`.

    Raises:
        InputError: the text is empty, not English, or too long.
        LexiconError: a dictionary of actors cannot be read or has wrong lines.
    """
    from detente.documents import from_text

    document = from_text(text, title=title, author=author, publisher=publisher, published=published)
    chosen = settings or Settings()
    chosen = replace(chosen, actors=(*(Path(path) for path in actors), *chosen.actors))
    files = (path for path in (*chosen.actors, *chosen.codebook) if path.exists())
    return _pipeline(chosen, tuple(path.stat().st_mtime_ns for path in files))(document)


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
