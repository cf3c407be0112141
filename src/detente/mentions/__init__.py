"""Step 3: who, when and where: actors with the office they held that day, dates and places."""

from dataclasses import replace

from detente.mentions import dates, places
from detente.mentions.actors import prepare_actors
from detente.record.reading import Reading, Step
from detente.settings import Settings


def prepare(settings: Settings) -> Step:
    """Load the lexicons once and return the step that adds mentions to a parsed document."""
    actors = prepare_actors(settings)
    times = dates.prepare(settings)
    locations = places.prepare(settings)

    def mentions(reading: Reading) -> Reading:
        """Add actors, then times, then places, which leave alone what is an actor."""
        who = actors(reading)
        found = (*reading.mentions, *who, *times(reading), *locations(reading, who))
        return replace(reading, mentions=tuple(sorted(found, key=lambda mention: (mention.start, mention.end))))

    return mentions
