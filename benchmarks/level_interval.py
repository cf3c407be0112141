"""Does the interval of a level hold when days are alike? `python benchmarks/level_interval.py [RUNS]`.

Pairs are made up whose balance wanders around a fixed one: what is left of a day's mood the next day is its likeness.
How many of 100 nominal 90 % intervals of the level on the last day hold what the pair wanders around, with the design
effect and without it, and what the design effect is.
"""

import sys
from datetime import date, timedelta

import numpy as np

from detente.relations.acts import Act
from detente.relations.balance import Estimate, faded, log_odds
from detente.relations.levels import Levels, Numbers

DAYS = 1500
HALF_LIFE = 180.0
START = date(2015, 1, 1)
LIKENESS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98)
STORIES_A_DAY = (0.1, 0.5, 2.0)


def wandering(dice: np.random.Generator, likeness: float, stories: float) -> tuple[list[Act], float]:
    """Acts of a pair, and the log-odds of its balance over a long time."""
    middle, swing = dice.uniform(-1, 1), float(likeness > 0)
    mood = np.zeros(DAYS)
    shocks = dice.normal(size=DAYS) * np.sqrt(1 - likeness**2)
    mood[0] = dice.normal()
    for day in range(1, DAYS):
        mood[day] = likeness * mood[day - 1] + shocks[day]
    told = [
        (day, bool(dice.random() < share))
        for day, share in enumerate(_share(middle + swing * mood))
        for _ in range(dice.poisson(stories))
    ]
    long_run = float(_share(middle + swing * dice.normal(size=20_000)).mean())
    return [_act(number, day, good=good) for number, (day, good) in enumerate(told)], float(
        np.log(long_run / (1 - long_run))
    )


def _share(mood: Numbers) -> Numbers:
    shares: Numbers = 1 / (1 + np.exp(-mood))
    return shares


def _act(number: int, day: int, *, good: bool) -> Act:
    type_, series = ("AGREE", "commitments") if good else ("ACCUSE", "hostile_words")
    day_of = START + timedelta(days=day)
    return Act(str(number), day_of, forward=True, mutual=False, type=type_, series=series, score=1.0)


def without(level: Estimate, effect: float) -> Estimate:
    """The level as if every story were independent."""
    stories = level.effective_n * effect
    share = 1 / (1 + np.exp(-level.value))
    good = share * stories
    return faded(log_odds(good, stories - good, 0.5), good, stories - good, 1.0)


def main(arguments: list[str]) -> int:
    """Print the table."""
    runs = int(arguments[0]) if arguments else 200
    lines = ["| stories a day | likeness | without | level | design effect |", "|---:|---:|---:|---:|---:|"]
    for stories in STORIES_A_DAY:
        for likeness in LIKENESS:
            held, naive, effects = 0, 0, []
            for run in range(runs):
                acts, truth = wandering(np.random.default_rng([run, 1]), likeness, stories)
                levels = Levels(acts, HALF_LIFE)
                level = levels.at(START + timedelta(days=DAYS - 1))
                if level is not None:
                    plain = without(level, levels.design_effect)
                    held += level.low <= truth <= level.high
                    naive += plain.low <= truth <= plain.high
                    effects.append(levels.design_effect)
            lines.append(
                f"| {stories} | {likeness} | {100 * naive / runs:.0f} | {100 * held / runs:.0f} "
                f"| {np.median(effects):.1f} |"
            )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
