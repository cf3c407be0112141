"""Step 3: who, when and where: actors with the office they held that day, dates and places."""

from dataclasses import replace

from detente.mentions import dates, places
from detente.mentions.actors import prepare_actors
from detente.mentions.dates_anchored import load_anchored
from detente.record.reading import Reading, Step
from detente.settings import Settings


def prepare(settings: Settings) -> Step:
    """Load the lexicons once and return the step that adds mentions to a parsed document."""
    actors = prepare_actors(settings)
    times = dates.prepare(settings)
    locations = places.prepare(settings)
    anchored = load_anchored()

    def mentions(reading: Reading) -> Reading:
        """Add actors, times, then places, which leave alone what is an actor, then what counts from a time."""
        who = actors(reading)
        when, where = times(reading), locations(reading, who)
        dated = [mention for mention in (*when, *where) if mention.kind == "time"]
        found = (*reading.mentions, *who, *when, *where, *anchored(reading, dated))
        return replace(reading, mentions=tuple(sorted(found, key=lambda mention: (mention.start, mention.end))))

    return mentions
