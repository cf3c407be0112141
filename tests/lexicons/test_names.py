"""What names stand for, and what is no name."""

import pytest

from detente.lexicons.entries import AgentLine, NameLine, OrganisationLine, StateLine
from detente.lexicons.reading import read_lines


def codes(alias: str) -> set[str]:
    return {line.code for line in read_lines("shared/names.tsv", NameLine) if line.alias == alias}


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("America", "USA"), ("Americans", "USA"), ("UK", "GBR"), ("Britain", "GBR"),
        ("Britons", "GBR"), ("Soviet", "SUN"), ("USSR", "SUN"), ("North Korea", "PRK"), ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("Holland", "NLD"), ("West Germany", "DEU"), ("East German", "DDR"), ("Czechoslovakia", "CSK"),
        ("Franco", "FRA"),
        ("Sino", "CHN"), ("Gaza", "PSE"), ("Palestinians", "PSE"), ("Kosovo", "KOS"), ("Taiwanese", "TWN"),
        ("Serbs", "SRB"), ("Turks", "TUR"), ("Greenland", "DNK"), ("Abkhazia", "GEOPRE"), ("Northern Cyprus", "CYPPRE"),
        ("Transnistria", "MDAPRE"), ("Western Sahara", "MARPRE"), ("Holy See", "VAT"), ("Bosnian Serb", "BIHREB"),
        ("EU", "EUR"), ("European Commission", "EUR"), ("UN", "UNO"), ("Security Council", "UNO"), ("WHO", "UNO"),
        ("UNESCO", "UNO"), ("NATO", "IGO"), ("IAEA", "IGO"), ("OSCE", "IGO"), ("ASEAN", "IGO"), ("OPEC", "IGO"),
        ("WTO", "IGO"),
        ("White House", "USAGOV"), ("Foggy Bottom", "USAGOV"), ("Pentagon", "USAGOV"), ("Capitol Hill", "USALEG"),
        ("CIA", "USASPY"), ("FBI", "USACOP"), ("U.S. Supreme Court", "USAJUD"), ("U.S. Navy", "USAMIL"),
        ("Kremlin", "RUSGOV"), ("State Duma", "RUSLEG"), ("FSB", "RUSSPY"), ("Downing Street", "GBRGOV"),
        ("Washington", "USAGOV"), ("Moscow", "RUSGOV"), ("Beijing", "CHNGOV"), ("Tehran", "IRNGOV"), ("Kyiv", "UKRGOV"),
        ("Knesset", "ISRLEG"), ("IDF", "ISRMIL"), ("IRGC", "IRNMIL"), ("Palestinian Authority", "PSEGOV"),
        ("Hamas", "PSEREB"), ("Hezbollah", "LBNREB"), ("Houthis", "YEMREB"), ("Islamic State", "IMG"),
        ("al-Qaeda", "IMG"),
        ("PKK", "TURREB"), ("Reuters", "GBRJRN"), ("TASS", "RUSJRN"), ("Xinhua", "CHNJRN"), ("Red Cross", "NGO"),
        ("Christian Social Union", "DEUPTY"), ("MDC", "ZWEPTY"), ("Awami League", "BGDPTY"), ("Broad Front", "URYPTY"),
        ("Interahamwe", "RWAREB"), ("Red Brigades", "ITAREB"), ("Shabiha", "SYRPRM"), ("Moro rebels", "PHLREB"),
        ("Tanjug", "SRBJRN"), ("Prothom Alo", "BGDJRN"), ("Korean Air", "KORBUS"), ("EEAS", "EUR"),
        ("Uighurs", "CHNCVL"), ("Kurdish", "TURCVL"), ("Kurdish", "IRQCVL"), ("Catalan", "ESP"), ("Indian Ocean", ""),
        ("Boeing", "MNC"), ("Gazprom", "RUSBUS"), ("Labour Party", "GBRPTY"), ("Wagner Group", "RUSPRM"),
    ],
)  # fmt: skip
def test_name_has_code(alias: str, code: str) -> None:
    assert code in codes(alias)


@pytest.mark.parametrize(
    "alias", ["Arg", "May", "La Liga", "21 June", "who", "Who", "us", "Time", "Memorial", "IS", "X", ""]
)
def test_words_that_mean_too_much_are_no_names(alias: str) -> None:
    assert codes(alias) == set()


@pytest.mark.parametrize("alias", ["Diet", "PAN", "Republicans", "Quartet", "Solidarity", "Kuki"])
def test_names_that_are_words_too_are_marked(alias: str) -> None:
    kinds = {line.kind for line in read_lines("shared/names.tsv", NameLine) if line.alias == alias}
    assert kinds <= {"common"}


def test_taliban_are_government_while_they_rule() -> None:
    lines = [line for line in read_lines("shared/names.tsv", NameLine) if line.alias == "Taliban"]
    assert [line.code for line in sorted(lines, key=lambda line: str(line.valid_from or ""))] == [
        "AFGREB", "AFGGOV", "AFGREB", "AFGGOV",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "sector", "role"),
    [
        ("foreign ministry", "GOV", "FM"), ("foreign minister", "GOV", "FM"), ("foreign ministers", "GOV", "FM"),
        ("top diplomat", "GOV", "FM"), ("state department", "GOV", "FM"), ("defence ministry", "GOV", "DM"),
        ("defense secretary", "GOV", "DM"), ("prime minister", "GOV", "HOG"), ("president", "GOV", "HOS"),
        ("spokeswoman", "GOV", "SPOX"), ("ambassadors", "GOV", "AMB"), ("envoy", "GOV", "AMB"), ("troops", "MIL", ""),
        ("warplanes", "MIL", ""), ("air force", "MIL", ""), ("police", "COP", ""), ("rebels", "REB", ""),
        ("lawmakers", "LEG", ""), ("opposition leader", "OPP", ""), ("court", "JUD", ""), ("prosecutors", "JUD", ""),
        ("intelligence", "SPY", ""), ("journalists", "JRN", ""), ("doctors", "MED", ""), ("policemen", "COP", ""),
        ("secretaries of state", "GOV", "FM"), ("refugees", "REF", ""), ("former president", "ELI", ""),
    ],
)  # fmt: skip
def test_agent_has_sector_and_role(phrase: str, sector: str, role: str) -> None:
    found = {(line.sector, line.role) for line in read_lines("en/agents.tsv", AgentLine) if line.phrase == phrase}
    assert found == {(sector, role)}


def test_dependencies_count_as_the_state_that_controls_them() -> None:
    assert codes("Puerto Rico") == {"USA"}
    assert "PRI" in {line.iso3 for line in read_lines("shared/states.tsv", StateLine)}


def test_united_nations_bodies_are_coded_as_such() -> None:
    lines = read_lines("shared/organisations.tsv", OrganisationLine)
    assert {line.code for line in lines if line.name.startswith("United Nations") and line.kind == "IGO"} == {"UNO"}
    assert {line.code[3:] for line in lines if line.kind == "media"} == {"JRN"}
