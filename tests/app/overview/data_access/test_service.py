"""PV-04: everything about one person, nothing about others, and nothing that tells where."""

import hashlib
import io
import json
import zipfile
from datetime import date

import page
import pytest

from app.core import words
from app.core.ids import Ref
from app.core.text import Language
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.data_access import store
from app.overview.data_access.graph import reached
from app.overview.data_access.model import Held, Holding
from app.people.model import AddressProtection, PersonDraft
from app.storage.database import Database
from tests.app.documents import reading
from tests.app.overview.household.desk import NOTE, HouseholdDesk
from tests.factories import registered_person

CHILD = "Demirova"


class PlainWording:
    """Words of the history, values as they are."""

    def column(self, table: str, column: str, language: Language) -> str:
        return words.column(table, column, language.value)

    def value(self, table: str, column: str, value: Held, language: Language) -> str:
        return str(value)


@pytest.fixture
def desk(office: Office) -> HouseholdDesk:
    made = HouseholdDesk(office)
    made.everything()
    return made


def given(desk: HouseholdDesk) -> zipfile.ZipFile:
    content = desk.office.data_access.make(desk.person, PlainWording())
    return zipfile.ZipFile(io.BytesIO(content))


def tables(holding: Holding) -> dict[str, int]:
    return {table.name: len(table.rows) for table in holding.tables}


def test_the_rows_of_every_slice_are_there(desk: HouseholdDesk) -> None:
    found = tables(desk.office.data_access.of(desk.person))
    for table in (
        "person",
        "national_id",
        "person_address",
        "household_member",
        "lease",
        "lease_state",
        "rent_charge",
        "contact_note",
        "contact_note_told",
        "eviction_case",
        "eviction_message",
        "debt_case",
        "debt_state",
        "help_level",
        "consent",
    ):
        assert found.get(table), table
    assert found["household_member"] == 1, "the child's own row is the child's"


def test_every_table_that_is_reached_has_a_name_the_person_can_read(db: Database) -> None:
    """A new table about people gets its name here with the migration that makes it."""
    known = store.links(db)
    unnamed = {link.table for link in reached(known) if not words.table(link.table)}
    assert unnamed == set()


def test_a_nynorsk_reader_gets_all_of_it_in_nynorsk(desk: HouseholdDesk) -> None:
    """Text, headings and the words of each column: half a paper in each would be neither."""
    people = desk.office.people
    with given(desk) as made:
        assert "Opplysningar" not in " ".join(reading.text(made.read("innsyn.pdf")).split())
    with desk.office.unit("person.changed", Ref("person", desk.person)) as unit:
        unit.update("person", desk.person, language=Language.NN.value)
    assert people.get(desk.person).language is Language.NN
    with given(desk) as made:
        said = " ".join(reading.text(made.read("innsyn.pdf")).split())
    assert "Innsyn i eigne opplysningar" in said
    assert "Kvar førespurnaden står" in said
    for bokmal in ("Hvor ", "Hvem ", "Leieavtale", "Søknaden kom fra"):
        assert bokmal not in said


def test_another_person_is_nowhere_in_it(desk: HouseholdDesk) -> None:
    other = desk.office.people.register(PersonDraft("Jonas", "Eksempeldal"))
    with given(desk) as made:
        for name in ("innsyn.json", "innsyn.pdf"):
            data = made.read(name)
            said = reading.text(data) if name.endswith("pdf") else data.decode()
            assert CHILD not in said
            assert "Eksempeldal" not in said
    assert desk.office.people.get(other).name == "Jonas Eksempeldal"


def test_it_reads_as_plain_words_and_prints_for_every_reader(desk: HouseholdDesk) -> None:
    with given(desk) as made:
        data = made.read("innsyn.pdf")
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    said = " ".join(reading.text(data).split())
    assert "Dette har vi registrert om deg" in said
    assert NOTE.rstrip(".") in said
    assert "Testbakken 12" in said
    assert "search_text" not in said


def test_machines_read_the_same(desk: HouseholdDesk) -> None:
    holding = desk.office.data_access.of(desk.person)
    with given(desk) as made:
        told = json.loads(made.read("innsyn.json"))
    assert {name: len(rows) for name, rows in told["tables"].items()} == tables(holding)
    assert told["tables"]["contact_note_told"][0]["words"] == NOTE
    assert told["withheld_for_protection"] is False


def test_papers_to_the_person_lie_beside(desk: HouseholdDesk) -> None:
    paper = desk.office.household_view.paper(desk.person)
    with desk.office.unit("document.issued") as unit:
        desk.office.letters.issue(
            unit,
            paper,
            kind=DocumentKind.CONTACT_LOG,
            number="B-2026-1",
            case=Ref("person", desk.person),
            person=desk.person,
            to_send=False,
        )
    with given(desk) as made:
        assert made.read("dokumenter/B-2026-1.pdf").startswith(b"%PDF")


@pytest.mark.parametrize("guarded", ["person", "child"])
def test_a_protected_address_keeps_words_places_and_papers_back(
    desk: HouseholdDesk, guarded: str
) -> None:
    """ADR-03, ADR-05, ADR-07, AL-17: read with the officer instead."""
    whose = desk.person if guarded == "person" else desk.child
    desk.office.people.protect(whose, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    with given(desk) as made:
        assert set(made.namelist()) == {"innsyn.pdf", "innsyn.json"}
        said = made.read("innsyn.json").decode() + reading.text(made.read("innsyn.pdf"))
    for place in ("Testbakken", "Ødegårdsvegen", "Prøvegata"):
        assert place not in said, place
    assert "Adressen i saken er skjermet" in said


def test_that_it_was_given_is_noted_and_can_be_known_again(desk: HouseholdDesk) -> None:
    access = desk.office.data_access
    content = access.make(desk.person, PlainWording())
    before = desk.office.history.latest(1)[0].id
    access.given(desk.person, content)
    newest = desk.office.history.latest(1)[0]
    assert newest.id > before
    assert (newest.verb, newest.final) == ("data_access.given", True)
    (row,) = next(
        table.rows for table in access.of(desk.person).tables if table.name == "data_access"
    )
    noted = {fact.column: fact.value for fact in row.facts}
    assert noted["digest"] == hashlib.sha256(content).hexdigest()
    assert noted["given_on"] == date(2026, 11, 23).isoformat()


def test_the_same_register_gives_the_same_file(desk: HouseholdDesk) -> None:
    access = desk.office.data_access
    first, second = (access.make(desk.person, PlainWording()) for _ in range(2))
    assert first == second


def test_one_with_nothing_gets_what_there_is(office: Office) -> None:
    holding = office.data_access.of(registered_person(office))
    assert tables(holding) == {"person": 1, "national_id": 1, "person_address": 1}
