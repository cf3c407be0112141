"""shared/states.tsv: the states, with the years they existed and the bodies they belong to."""

from pathlib import Path
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.tables import StateRow, read_rows


class StateLineRow(NamedTuple):
    """The columns of shared/states.tsv."""

    id: str
    iso3: str
    name: str
    valid_from: str
    valid_to: str
    capital: str
    memberships: str
    source: str
    licence: str


def state_rows(knowledge: Path, codes: Codes) -> list[StateLineRow]:
    """Return the rows of the file.

    United Nations membership is left out: its years come from a package under the GPL, and nearly all are members.
    """
    rows = []
    for state in read_rows(knowledge / "states.tsv", StateRow, StateRow._fields):
        iso3 = codes.country(state.iso3)
        memberships = [part for part in state.memberships.split("; ") if part and not part.startswith("UN(")]
        rows.append(
            StateLineRow(
                f"state:{iso3.lower()}",
                iso3,
                state.name,
                state.valid_from,
                state.valid_to,
                state.capital,
                ";".join(sorted(memberships)),
                "cldr;geonames;curated",
                "Unicode-3.0;CC-BY-4.0;own",
            )
        )
    return rows
