"""Who held which office on a day: facts fixed beforehand, looked up by a name a newspaper might print."""

from datetime import date

import pytest

from detente.lexicons.entries import NameLine, OfficeLine
from detente.lexicons.reading import read_lines

NAMES = "shared/names.tsv"
OFFICES = "shared/offices.tsv"


def in_force(line: OfficeLine, day: date) -> bool:
    last = line.end or line.open_as_of
    return (line.start is None or line.start <= day) and (last is None or day <= last)


def held(name: str, day: date) -> set[tuple[str, str]]:
    persons = {line.entity for line in read_lines(NAMES, NameLine) if line.alias == name}
    return {
        (line.code, line.role)
        for line in read_lines(OFFICES, OfficeLine)
        if line.person_id in persons and in_force(line, day)
    }


@pytest.mark.parametrize(
    ("name", "day", "code", "role"),
    [
        ("Sergey Lavrov", date(2017, 9, 18), "RUSGOV", "FM"),
        ("Sergei Lavrov", date(2005, 1, 10), "RUSGOV", "FM"),
        ("Sergei Shoigu", date(2022, 2, 24), "RUSGOV", "DM"),
        ("Maria Zakharova", date(2017, 4, 5), "RUSGOV", "SPOX"),
        ("Vitaly Churkin", date(2014, 3, 15), "RUSGOV", "UNREP"),
        ("Vladimir Putin", date(2009, 6, 1), "RUSGOV", "HOG"),
        ("Vladimir Putin", date(2014, 3, 18), "RUSGOV", "HOS"),
        ("Rex Tillerson", date(2017, 4, 12), "USAGOV", "FM"),
        ("Hillary Clinton", date(2012, 6, 1), "USAGOV", "FM"),
        ("George Bush", date(1991, 1, 17), "USAGOV", "HOS"),
        ("George W. Bush", date(2003, 3, 20), "USAGOV", "HOS"),
        ("Lloyd Austin", date(2022, 3, 1), "USAGOV", "DM"),
        ("António Guterres", date(2018, 5, 1), "UNO", "IGOHEAD"),
        ("Kofi Annan", date(1999, 3, 24), "UNO", "IGOHEAD"),
        ("Boutros Boutros-Ghali", date(1994, 4, 1), "UNO", "IGOHEAD"),
        ("Javier Solana", date(1999, 3, 24), "IGO", "IGOHEAD"),
        ("Jens Stoltenberg", date(2022, 2, 24), "IGO", "IGOHEAD"),
        ("Mark Rutte", date(2025, 1, 15), "IGO", "IGOHEAD"),
        ("Mark Rutte", date(2014, 7, 20), "NLDGOV", "HOG"),
        ("Ursula von der Leyen", date(2022, 5, 9), "EUR", "IGOHEAD"),
        ("Josep Borrell", date(2022, 5, 9), "EUR", "FM"),
        ("Mohamed ElBaradei", date(2003, 2, 14), "IGO", "IGOHEAD"),
        ("Dominique de Villepin", date(2003, 2, 14), "FRAGOV", "FM"),
        ("Emmanuel Macron", date(2019, 11, 7), "FRAGOV", "HOS"),
        ("Angela Merkel", date(2015, 2, 12), "DEUGOV", "HOG"),
        ("Annalena Baerbock", date(2023, 4, 14), "DEUGOV", "FM"),
        ("Boris Johnson", date(2018, 3, 14), "GBRGOV", "FM"),
        ("Liz Truss", date(2022, 9, 20), "GBRGOV", "HOG"),
        ("David Cameron", date(2024, 2, 1), "GBRGOV", "FM"),
        ("Queen Elizabeth", date(2012, 6, 5), "GBRGOV", "HOS"),
        ("Xi Jinping", date(2021, 11, 15), "CHNGOV", "HOS"),
        ("Qin Gang", date(2023, 7, 1), "CHNGOV", "FM"),
        ("Yitzhak Rabin", date(1995, 11, 1), "ISRGOV", "HOG"),
        ("Yoav Gallant", date(2023, 10, 9), "ISRGOV", "DM"),
        ("Mahmoud Abbas", date(2011, 9, 23), "PSEGOV", "HOS"),
        ("Mohammad Javad Zarif", date(2015, 7, 14), "IRNGOV", "FM"),
        ("Ali Khamenei", date(2015, 7, 14), "IRNGOV", "HOS"),
        ("Hassan Rouhani", date(2015, 7, 14), "IRNGOV", "HOG"),
        ("Volodymyr Zelensky", date(2022, 2, 24), "UKRGOV", "HOS"),
        ("Dmytro Kuleba", date(2022, 3, 10), "UKRGOV", "FM"),
        ("Oleksii Reznikov", date(2022, 3, 10), "UKRGOV", "DM"),
        ("Hassan Nasrallah", date(2006, 7, 12), "LBNREB", "REBHEAD"),
        ("Ismail Haniyeh", date(2023, 10, 7), "PSEREB", "REBHEAD"),
        ("Pope John Paul II", date(1998, 1, 21), "VATGOV", "HOS"),
        ("Hashim Thaçi", date(2018, 1, 1), "KOSGOV", "HOS"),
        ("Narendra Modi", date(2020, 6, 15), "INDGOV", "HOG"),
        ("Recep Tayyip Erdoğan", date(2018, 1, 20), "TURGOV", "HOS"),
        ("Radosław Sikorski", date(2024, 3, 1), "POLGOV", "FM"),
    ],
)  # fmt: skip
def test_office_held_on_a_day(name: str, day: date, code: str, role: str) -> None:
    assert (code, role) in held(name, day)


@pytest.mark.parametrize(
    ("name", "day", "role"),
    [
        ("Rex Tillerson", date(2019, 1, 1), "FM"),
        ("Sergey Lavrov", date(2003, 1, 1), "FM"),
        ("Donald Trump", date(2022, 6, 1), "HOS"),
        ("Kofi Annan", date(2008, 1, 1), "IGOHEAD"),
        ("Hassan Rouhani", date(2015, 7, 14), "HOS"),
        ("Boris Johnson", date(2021, 1, 1), "FM"),
    ],
)
def test_office_not_held_on_a_day(name: str, day: date, role: str) -> None:
    assert role not in {held_role for _, held_role in held(name, day)}


@pytest.mark.parametrize("iso3", ["USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "IRN", "ISR", "IND", "TUR"])
def test_main_states_have_a_foreign_minister_from_2000_to_2025(iso3: str) -> None:
    terms = [line for line in read_lines(OFFICES, OfficeLine) if line.iso3 == iso3 and line.role == "FM"]
    days = [date(year, 7, 1) for year in range(2000, 2026)]
    assert [day.year for day in days if not any(in_force(line, day) for line in terms)] == []
