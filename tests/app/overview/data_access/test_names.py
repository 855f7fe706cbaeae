"""PV-04: what points at another row is told by a name the reader knows, or not at all."""

from datetime import date

import pytest

from app.core import words
from app.core.text import Language
from app.documents.model import Paragraph
from app.documents.readability import lix
from app.documents.texts import Text
from app.office import Office
from app.overview.data_access import names_store, store
from app.overview.data_access.graph import reached
from app.overview.data_access.model import HeldFact, HeldRow, HoldingPaper, Withheld
from app.overview.data_access.prints import access_paper, label, line_of
from app.storage.database import Database
from tests.app.overview.data_access.test_service import PlainWording
from tests.app.overview.household.desk import HouseholdDesk

ROW = 987654321
WORDING = PlainWording()


@pytest.fixture
def text(office: Office) -> Text:
    return office.settings.text("data_access", Language.NB, date(2026, 11, 23))


def test_every_pointer_that_is_printed_has_a_name_to_tell(db: Database) -> None:
    """A new one gets its name in the store with the word its column gets."""
    known = store.links(db)
    tables = {link.table for link in reached(known)} | {"person"}
    nameless = {
        f"{link.table}.{link.column}"
        for link in known
        if link.table in tables
        and label(link.table, link.column, WORDING, Language.NB)
        and link.target not in names_store.TARGETS
    }
    assert nameless == set()


def test_every_name_can_be_asked_for(db: Database) -> None:
    for target in names_store.TARGETS:
        assert names_store.names(db, target, {ROW}) == {}, target
    assert names_store.names(db, "household", {1}) == {}


def test_no_pointer_of_any_table_is_told_as_a_bare_number(db: Database, text: Text) -> None:
    known = store.links(db)
    for link in known:
        fact = HeldFact(link.column, ROW, target=link.target)
        line = line_of(link.table, HeldRow(1, (fact,)), text, WORDING, frozenset())
        assert line == "", (link.table, link.column)


def test_others_are_another_person_and_the_only_case_is_not_repeated(text: Text) -> None:
    other = HeldFact("person", None, withheld=Withheld.OTHERS, target="person")
    case = HeldFact("debt_case", 1, "G-2026-1", target="debt_case")
    row = HeldRow(1, (other, case))
    told = line_of("economy_income", row, text, WORDING, frozenset())
    assert told.endswith("Person: en annen person. Rådgivningssak: G-2026-1.")
    assert "G-2026-1" not in line_of("economy_income", row, text, WORDING, {"debt_case"})


def test_moments_months_fractions_and_accounts_are_written_as_people_write(text: Text) -> None:
    def told(table: str, column: str, value: str) -> str:
        row = HeldRow(1, (HeldFact(column, value),))
        return line_of(table, row, text, WORDING, frozenset())

    assert told("document", "issued_at", "2026-10-16T09:05:00+01:00") == (
        "Laget: 16.10.2026 kl.\u00a009.05."
    )
    assert told("rent_charge", "month", "2026-10").endswith("oktober 2026.")
    assert told("debt_claim", "rate", "18.9").endswith("18,9.")
    assert told("lease", "account", "00010000009").endswith("00010000009.")


def test_in_a_whole_household_every_pointer_is_named_or_left_out(
    office: Office, text: Text
) -> None:
    desk = HouseholdDesk(office)
    desk.everything()
    holding = office.data_access.of(desk.person)
    seen = set()
    for table in holding.tables:
        for row in table.rows:
            for fact in row.facts:
                if not fact.target or fact.value is None or fact.withheld is not None:
                    continue
                alone = HeldRow(row.id, (fact,))
                line = line_of(table.name, alone, text, WORDING, frozenset())
                named = label(table.name, fact.column, WORDING, Language.NB)
                assert line in {"", f"{named}: {fact.name.rstrip('.')}."}
                seen.add(line)
    name = office.people.get(desk.person).name
    assert {f"Person: {name}.", "Leieavtale: L2026-001."} <= seen


@pytest.mark.parametrize("language", list(Language))
def test_the_running_text_is_easy_to_read(office: Office, language: Language) -> None:
    text = office.settings.text("data_access", language, date(2026, 11, 23))
    desk = HouseholdDesk(office)
    holding = office.data_access.of(desk.person)
    paper = HoldingPaper(office.settings.profile, office.data_access._db.clock.now(), holding)
    made = access_paper(paper, text, WORDING)
    before = [each.text for each in made.blocks[:5] if isinstance(each, Paragraph)]
    assert lix(" ".join((made.lead, *before, text.passage("hidden")))) <= 40
    assert words.table("debt_claim") == "Gjeld"
