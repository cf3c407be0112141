"""How to cite a record: its version, its coder, and whose codebook it speaks in."""

from detente.about import VERSION
from detente.record.versions import Version

CODEBOOK = "Event types after PLOVER (Open Event Data Alliance, CC BY-SA 4.0)."
# Records of many imported years have a coder a year.
MOST_CODERS = 6


def citation(version: Version) -> str:
    """Say in a few sentences what a record is, so that a reader can tell it from any other."""
    return (
        f"{_holdings(version)}. Record version {version.version}, coded with {_coders(version)}, read with Detente "
        f"{VERSION}. {CODEBOOK}"
    )


def bibtex(version: Version) -> str:
    """Return the citation as a BibTeX entry, to which its owner adds author and title."""
    lines = (
        "  author = {...},",
        "  title = {...},",
        f"  version = {{{version.version}}},",
        f"  note = {{{_holdings(version)}; coded with {_coders(version)}}},",
    )
    return "\n".join((f"@dataset{{detente-{version.version},", *lines, "}"))


def _holdings(version: Version) -> str:
    days = f", {version.first_published} to {version.last_published}" if version.first_published else ""
    told = f"{version.events:,} events in {version.stories:,} stories"
    if version.imported:
        return f"Record of imported events{days}, {told}"
    return f"Event record of {version.documents:,} documents{days}, {told}"


def _coders(version: Version) -> str:
    shown = "; ".join(version.coded_with[:MOST_CODERS])
    more = len(version.coded_with) - MOST_CODERS
    return f"{shown}; and {more} more" if more > 0 else shown or "nothing yet"
