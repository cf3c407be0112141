import pytest

from detente.claims.quotations import find_quotes, quotes_within


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We stay," he said. "We wait."', ['"We stay,"', '"We wait."']),
        ("“We stay,” he said.", ["“We stay,”"]),
        ("``We stay,'' he said.", ["``We stay,''"]),
        ("''We stay,'' he said.", ["''We stay,''"]),
        ("« Nous restons », dit-il.", ["« Nous restons »"]),
        ("``The workers' union stays,'' he said.", ["``The workers' union stays,''"]),
        ("«We stay», he said.", ["«We stay»"]),
        ("'We don't stay,' he said.", ["'We don't stay,'"]),
        ("‘We don’t stay,’ he said.", ["‘We don’t stay,’"]),
        ("The workers' union said it's over.", []),
        ("In the '90s it wasn't so.", []),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ('"He said “no” to us," she said.', ['"He said “no” to us,"']),
        ("”We stay,” he said.", ["”We stay,”"]),
        ('It fell 5" deep', []),
    ],
)
def test_quotations_of_every_style(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We stay.\n\n“We wait,” he said."
    first, second = find_quotes(text)
    assert (text[first.start : first.end], first.closed) == ("“We stay.", False)
    assert (text[second.start : second.end], second.closed) == ("“We wait,”", True)


def test_a_quotation_runs_over_a_line_break_within_a_paragraph() -> None:
    text = "“We stay\nand wait,” he said."
    assert [(quote.start, quote.closed) for quote in find_quotes(text)] == [(0, True)]


@pytest.mark.parametrize(("start", "end", "count"), [(0, 3, 1), (8, 12, 0), (0, 40, 2), (14, 15, 1)])
def test_quotes_within(start: int, end: int, count: int) -> None:
    quotes = find_quotes("“We st” ab cd “We wa” ef")
    assert len(quotes_within(quotes, start, end)) == count
