import pytest

from detente.events.severity import Severity, SeverityWords, severity
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from events.parses import parse, word

WORDS = SeverityWords(read_lines("en/severity.tsv", PhraseLine))
KILLED = "Peruvian troops killed 12 people and wounded 40 in Chile ."
MARCHED = "Some 2,000 people protested in Lima on Friday , police said Sunday ."


@pytest.mark.parametrize(
    ("sentence", "trigger", "type_", "found"),
    [
        (KILLED, "killed", "ASSAULT", Severity(dead=12, injured=40)),
        (KILLED, "killed", "ACCUSE", Severity()),
        (MARCHED, "protested", "PROTEST", Severity(size=2000)),
        ("Peru did not attack Chile .", "attack", "ASSAULT", Severity()),
    ],
)
def test_figures(sentence: str, trigger: str, type_: str, found: Severity) -> None:
    assert severity(parse(sentence), word(sentence, trigger), type_, (), WORDS) == found
