"""Build the actor lexicons from the knowledge tables and our own additions.

    python -m training.curate_actors [KNOWLEDGE_FOLDER]

Reads KNOWLEDGE_FOLDER (default ../shared/knowledge) without its share-alike files, and the curated_*.tsv beside this
script, and writes shared/{states,names,offices,organisations}.tsv and en/agents.tsv. Same input, same bytes.

1. states         names of states, the years they existed
2. organisations  bodies that are no state
3. offices        who held which office when
4. names          what all of these are called
5. agents         role nouns
"""

import sys
from pathlib import Path

from training.actors.agents import AgentLineRow, agent_rows
from training.actors.codes import read_codes
from training.actors.drops import read_drops
from training.actors.names import NameRow, Names, read_aliases
from training.actors.offices import OfficeRow, Offices, read_terms
from training.actors.organisations import OrganisationRow, organisation_rows, read_bodies
from training.actors.own_bodies import as_names, as_organisations, read_own_bodies
from training.actors.peoples import names_of_nobody, people_names
from training.actors.states import StateLineRow, state_rows
from training.actors.tables import ADDITIONS, write_rows

LEXICONS = ADDITIONS.parent / "src" / "detente" / "lexicons"


def build(knowledge: Path, lexicons: Path) -> None:
    """Write the five files into the folder `lexicons`, each with a count on stderr."""
    codes, drops = read_codes(), read_drops()
    aliases = read_aliases(knowledge)
    # 1 states
    states = state_rows(knowledge, codes)
    # 2 organisations
    bodies = organisation_rows(read_bodies(knowledge, ADDITIONS), codes, drops)
    own = read_own_bodies(ADDITIONS)
    bodies += as_organisations(own, {body.entity for body in bodies})
    # 3 offices
    offices = Offices(codes, drops)
    offices.add(read_terms(knowledge, ADDITIONS))
    terms = offices.rows()
    # 4 names
    names = Names(codes, drops)
    names.add_own(ADDITIONS / "curated_names.tsv")
    for row in (*as_names(own), *people_names(ADDITIONS), *names_of_nobody(ADDITIONS)):
        names.add(row)
    names.add_states(aliases)
    names.add_institutions(aliases)
    names.add_organisations(bodies, aliases)
    names.add_persons(terms, aliases, offices.spellings)
    # 5 agents
    agents = agent_rows(knowledge, ADDITIONS, codes, drops)
    for name, columns, rows in (
        ("shared/states.tsv", StateLineRow._fields, states),
        ("shared/organisations.tsv", OrganisationRow._fields, bodies),
        ("shared/offices.tsv", OfficeRow._fields, terms),
        ("shared/names.tsv", NameRow._fields, names.rows()),
        ("en/agents.tsv", AgentLineRow._fields, agents),
    ):
        count = write_rows(lexicons / name, columns, rows)
        sys.stderr.write(f"{name}: {count} lines\n")


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/knowledge"), LEXICONS)
