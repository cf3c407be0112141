"""What the reports of one story do not agree on: the dead, the injured, the size of a crowd, and who acted on whom.

Versions stand side by side with who says so; none is taken for the truth, and none is averaged away.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

NUMBERS = ("dead", "injured", "size")
DENIED, ALLEGED = "denied", "alleged"


class Account(NamedTuple):
    """What one report says of a story, as story_accounts.sql gives it.

    `source` and `target` are countries, or entities of none, so that a government and its army are one party; `said_by`
    is whose word it is, "" for the report's own.
    """

    story_id: str
    event_id: str
    doc_id: str
    publisher: str
    published: date | None
    type: str
    status: str
    reciprocal: bool
    source: str
    target: str
    said_by: str
    dead: int | None
    injured: int | None
    size: int | None


class Version(NamedTuple):
    """One of at least two versions of a story.

    Attributes:
        about: dead, injured, size, or who (acted on whom).
        value: the number, or the parties: "AZE - ARM".
        how: told (as a fact of the story), alleged or denied.
        said_by: on whose word, where it is not the report's own.
        publishers, n_documents, first_published: of the reports that give this version.
        event_ids: the events behind it.
    """

    story_id: str
    about: str
    value: str
    how: str
    said_by: tuple[str, ...]
    publishers: tuple[str, ...]
    n_documents: int
    first_published: date | None
    event_ids: tuple[str, ...]


def disagreements(accounts: Sequence[Account]) -> tuple[Version, ...]:
    """Return the versions of one story wherever there is more than one; first come, first shown.

    Args:
        accounts: all that the reports of one story say of it.
    """
    found: list[Version] = []
    for about in NUMBERS:
        given = [(str(getattr(each, about)), each) for each in accounts if getattr(each, about) is not None]
        found += _versions(about, given)
    sided = [(f"{each.source} - {each.target}", each) for each in accounts if each.source and each.target]
    found += _versions("who", [pair for pair in sided if not pair[1].reciprocal])
    return tuple(found)


def _versions(about: str, given: Sequence[tuple[str, Account]]) -> list[Version]:
    groups: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for value, account in given:
        groups[value, _how(account) if about == "who" else "told"].append(account)
    denied = any(how == DENIED for _, how in groups)
    if len({value for value, _ in groups}) < 2 and not denied:
        return []
    return [_version(about, value, how, told) for (value, how), told in groups.items()]


def _how(account: Account) -> str:
    return account.status if account.status in (ALLEGED, DENIED) else "told"


def _version(about: str, value: str, how: str, told: Sequence[Account]) -> Version:
    days = [account.published for account in told if account.published is not None]
    return Version(
        story_id=told[0].story_id,
        about=about,
        value=value,
        how=how,
        said_by=tuple(dict.fromkeys(account.said_by for account in told if account.said_by)),
        publishers=tuple(dict.fromkeys(account.publisher for account in told if account.publisher)),
        n_documents=len({account.doc_id for account in told}),
        first_published=min(days, default=None),
        event_ids=tuple(account.event_id for account in told),
    )
