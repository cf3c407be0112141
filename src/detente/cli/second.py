"""The second coder in `detente code`: its options, asking it, and printing how far both coders agree."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import UsageError
from detente.second.coder import SecondCoder, cache_folder, prices
from detente.settings import Settings

BELOW = 0.5

CoderOption = Annotated[
    str | None,
    typer.Option(
        "--second-coder",
        metavar="openai:MODEL",
        help="Ask this model about the least sure events, on a server that speaks OpenAI's protocol "
        "(docs/second-coder.md). Texts are sent to --base-url and nowhere else.",
    ),
]
ServerOption = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="The second coder's server, such as http://127.0.0.1:8080/v1."),
]
BelowOption = Annotated[
    float | None,
    typer.Option(
        "--second-below",
        min=0,
        max=1,
        metavar="P",
        help="Ask about events less sure than this.",
        show_default=f"{BELOW:g}",
    ),
]
MostOption = Annotated[
    int | None, typer.Option("--second-limit", min=1, metavar="N", help="Ask at most N questions in this run.")
]
PriceOption = Annotated[
    str | None,
    typer.Option(
        "--second-price", metavar="IN:OUT", help="Price a million tokens, such as 0.15:0.60, to show the cost."
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--second-cache", metavar="DIR", help="Where answers are kept.", show_default="the user's cache folder"
    ),
]


@dataclass(frozen=True, slots=True)
class SecondOptions:
    """The options as they were given."""

    coder: str | None
    server: str | None
    below: float | None
    most: int | None
    price: str | None
    cache: Path | None

    def check(self, settings: Settings) -> None:
        """Raise UsageError now rather than after an hour of coding."""
        if self.coder is not None:
            if find_spec("httpx") is None:
                raise UsageError("a second coder needs the package httpx: pip install 'detente[llm]'")
            self.coder_for(settings)
        elif any(given is not None for given in (self.server, self.below, self.most, self.price, self.cache)):
            raise UsageError(
                "--base-url and --second-... belong to a second coder; name it: --second-coder openai:MODEL"
            )

    def coder_for(self, settings: Settings) -> SecondCoder:
        """The second coder that was asked for."""
        return SecondCoder(
            model=self.coder or "",
            server=self.server or "",
            below=BELOW if self.below is None else self.below,
            cache=self.cache or cache_folder(),
            most=self.most,
            price=prices(self.price),
            codebook=settings.codebook,
        )


def ask_second_coder(out: Path, options: SecondOptions, settings: Settings, say: Callable[[str], None]) -> bool:
    """Ask, and print the agreement on stdout; return whether all questions were answered."""
    from detente.record.store import open_record
    from detente.second.asking import second_code
    from detente.second.comparing import compare, comparison_lines, outcome_lines

    coder, record = options.coder_for(settings), open_record(out)
    asked = second_code(record, coder, only=settings.codebook_only, say=say)
    for line in outcome_lines(asked, coder):
        say(line)
    for line in comparison_lines(compare(record, coder), coder):
        typer.echo(line)
    return not asked.stopped
