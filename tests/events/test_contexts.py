import pytest

from detente.events.contexts import ContextFinder, choose
from detente.lexicons.entries import PhraseLine

LINES = [
    PhraseLine("c1", "foreign minister", "diplomatic"),
    PhraseLine("c2", "foreign minister", "executive"),
    PhraseLine("c3", "gas", "natural_resource"),
    PhraseLine("c4", "embass*", "diplomatic"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Foreign Minister left.", {"diplomatic": 1, "executive": 1}),
        ("Gasoline and gas", {"natural_resource": 1}),
        ("Both embassies", {"diplomatic": 1}),
        ("A biogas plant", {}),
    ],
)
def test_counts(text: str, found: dict[str, int]) -> None:
    assert ContextFinder(LINES).counts(text) == found


def test_the_paragraph_must_name_a_context_twice() -> None:
    assert choose({"legal": 1}, {"legal": 1, "military": 2, "election": 1}) == ("legal", "military")
