"""What a phrase resolves to, and the document it is read in."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Identity(NamedTuple):
    """The actor behind a phrase.

    Attributes:
        entity: ISO3, `ISO3:SECTOR`, an organisation or a person id; "" if the text leaves it open.
        name: canonical name, or the words of the text for someone the lexicons do not know.
        country: code of a state or of a body above states (UNO, EUR, IGO), "" if unknown.
        sector: PLOVER sector, "" for the state or body itself.
        office: the office held on the document's day.
        evidence: ids of lexicon lines and rules.
        confidence: between 0 and 1.
        note: what a reader should know ("media", "place", a title the lexicons contradict).
        antecedent: mention_id this goes back to.
    """

    entity: str = ""
    name: str = ""
    country: str = ""
    sector: str = ""
    office: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    note: str = ""
    antecedent: str = ""

    @property
    def code(self) -> str:
        """Country and sector in one: `USAGOV`."""
        return self.country + self.sector

    def because(self, *evidence: str, confidence: float = 1.0, note: str = "") -> "Identity":
        """The same actor with more evidence; confidences multiply, notes are joined."""
        notes = "; ".join(part for part in (self.note, note) if part)
        more = tuple(line for line in evidence if line and line not in self.evidence)
        return self._replace(
            evidence=self.evidence + more, confidence=round(self.confidence * confidence, 3), note=notes
        )


class Known(NamedTuple):
    """A person the document has introduced: who, in which mention, and from which character on."""

    identity: Identity
    mention_id: str
    start: int


@dataclass(slots=True)
class Context:
    """What the document says so far; one per document, filled while it is read.

    Attributes:
        doc_id: the document.
        on: its date, if known.
        countries: how often each state is named, capitals and adjectives included.
        people: surname to the persons introduced with it.
        short: short names the document itself has introduced ("RUF", "the Journal").
        american_georgia: "Georgia" is the state of the United States.
        strangers: surnames of persons named in full whom the lexicons do not know.
    """

    doc_id: str
    on: date | None
    countries: Counter[str] = field(default_factory=Counter)
    people: dict[str, list[Known]] = field(default_factory=dict)
    short: dict[str, Known] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    american_georgia: bool = False

    def introduce(self, surname: str, known: Known) -> None:
        """Note a person for later mentions by surname; the same person once."""
        others = self.people.setdefault(surname, [])
        if all(_who(other) != _who(known) for other in others):
            others.append(known)

    def only_country(self, codes: set[str]) -> str:
        """The one of these states that the document names most, or "" if none or two do."""
        ranked = sorted(((self.countries[code], code) for code in codes if self.countries[code]), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return ""
        return ranked[0][1]


def _who(known: Known) -> tuple[str, str]:
    return known.identity.entity, known.identity.name
