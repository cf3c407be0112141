import pytest

from detente.review.agreement import agree, alpha

# Krippendorff (2011), Computing Krippendorff's alpha-reliability, examples A and C; a dot is a missing judgement.
TWO = ("0100000010", "1110010000")


def units(observers: tuple[str, ...]) -> list[list[str]]:
    rows = [row.replace(" ", "") for row in observers]
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("observers", "expected"),
    [
        (TWO, 0.095),
        (("1233214 12...", "1233224 125.3", ".333234 2251.", "1233244 1251."), 0.743),
        (("0101", "0101"), 1.0),
        (("01", "10"), -0.5),
    ],
)
def test_alpha_is_the_published_one(observers: tuple[str, ...], expected: float) -> None:
    assert alpha(units(observers)) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("observers", [("0000", "0000"), ("01..", "..01"), ("", "")])
def test_nothing_is_said_where_nothing_can_be(observers: tuple[str, ...]) -> None:
    assert alpha(units(observers)) is None
    assert agree(units(observers)).alpha is None


def test_the_interval_holds_alpha_and_narrows_with_more_sentences() -> None:
    few, many = agree(units(TWO)), agree(units(TWO) * 10)
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert few.low < 0.095 < few.high
    assert many.high - many.low < (few.high - few.low) / 2
    assert few.same == pytest.approx(0.6)
