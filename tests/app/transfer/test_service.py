"""A sheet goes in whole, comes out whole, and goes in once."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.applications.model import ApplicationState, TargetGroup
from app.core.errors import Conflict, OfficeError
from app.core.ids import PersonId
from app.dwellings.model import DwellingStatus
from app.leases.model import LeaseState
from app.office import Office
from app.people.model import AddressProtection
from app.storage.database import Database
from app.transfer.model import (
    Answer,
    CheckedSheet,
    Counts,
    FindingKind,
    ImportKind,
    Profile,
    Receipt,
    Sheet,
)
from tests.app.transfer import sheets
from tests.app.transfer.outcome import told
from tests.factories import a_dwelling, a_person, registered_person

_TABLES = (
    "sheet_import",
    "dwelling",
    "dwelling_status",
    "dwelling_rent",
    "dwelling_owner",
    "owner",
    "person",
    "national_id",
    "address_protection",
    "household",
    "household_member",
    "lease",
    "lease_state",
    "application",
    "application_state",
    "application_group",
)


def check(office: Office, sheet: Sheet, *answers: Answer) -> CheckedSheet:
    """The sheet as this register sees it."""
    return office.transfer.check(sheet, office.transfer.guess(sheet), answers)


def take_in(office: Office, sheet: Sheet, *answers: Answer) -> Receipt:
    """Check and take in."""
    return office.transfer.take_in(check(office, sheet, *answers))


def held(db: Database) -> dict[str, int]:
    """How many rows each table has that an import may write to."""
    return {table: db.value(int, f"SELECT count(*) FROM {table}") for table in _TABLES}  # noqa: S608  our own names


def test_the_dwellings_go_in_with_their_tenants_and_leases(office: Office, kobo: Sheet) -> None:
    receipt = take_in(office, kobo)

    assert (receipt.dwellings, receipt.leases, receipt.persons) == (55, 31, 31)
    rows = office.dwellings.rows()
    assert len(rows) == 55
    assert sum(row.status is DwellingStatus.LET for row in rows) == 31
    leases = office.leases.rows()
    assert len({lease.dwelling for lease in leases}) == 31
    assert all(lease.state.lived_in for lease in leases)
    assert {row.id for row in rows if row.status is DwellingStatus.LET} == {
        lease.dwelling for lease in leases
    }


def test_a_tenant_known_by_number_alone_is_marked_and_has_no_made_up_name(
    office: Office, kobo: Sheet
) -> None:
    take_in(office, kobo)

    people = office.people.rows()
    assert len(people) == 31
    assert {row.name for row in people} == {""}
    assert {row.to_check for row in people} == {"name_missing"}
    assert all(row.roles == {"tenant"} for row in people)


def test_what_is_marked_in_the_sheet_is_marked_in_the_register(office: Office, kobo: Sheet) -> None:
    take_in(office, kobo)

    marked = Counter(row.to_check for row in office.dwellings.rows() if row.to_check)
    assert marked == {"foreign_code": 1, "owner_missing": 1, "lease_open_ended": 1}
    (foreign,) = (row for row in office.dwellings.rows() if row.type_text)
    assert foreign.to_check == "foreign_code"
    (endless,) = (lease for lease in office.leases.rows() if lease.end is None)
    assert "lease_open_ended" in endless.to_check


def test_one_tenant_of_several_dwellings_is_one_person(office: Office, kobo: Sheet) -> None:
    first, second = (row for row in check(office, kobo).rows[:2])
    number = "15888512389"
    answers = [Answer(row.line, "hovedsoker", number) for row in (first, second)]

    receipt = take_in(office, kobo, *answers)

    assert (receipt.leases, receipt.persons) == (31, 30)
    tenant = office.people.by_number(number)
    assert tenant is not None
    assert len(office.leases.of_person(tenant)) == 2


def test_a_tenant_in_the_register_is_not_taken_in_again(office: Office, kobo: Sheet) -> None:
    known = registered_person(office)
    line = check(office, kobo).rows[0].line

    receipt = take_in(office, kobo, Answer(line, "hovedsoker", "15888512389"))

    assert receipt.persons == 30
    assert office.people.get(known).name == "Kari Kanarifugl"
    assert len(office.leases.of_person(known)) == 1


def test_nothing_ties_a_strictly_protected_tenant_to_the_dwelling(
    office: Office, kobo: Sheet
) -> None:
    shielded = office.people.register(
        a_person(address=None, protection=AddressProtection.STRICTLY_CONFIDENTIAL)
    )
    line = check(office, kobo).rows[0].line

    receipt = take_in(office, kobo, Answer(line, "hovedsoker", "15888512389"))

    assert (receipt.leases, receipt.shielded) == (30, 1)
    assert office.leases.of_person(shielded) == ()
    assert office.people.places_of(shielded) == ()
    assert sum(row.status is DwellingStatus.LET for row in office.dwellings.rows()) == 31


def test_the_applicants_go_in_waiting_each_in_its_group(office: Office, waiting: Sheet) -> None:
    receipt = take_in(office, waiting)

    assert (receipt.persons, receipt.applications, receipt.dwellings) == (38, 38, 0)
    rows = office.applications.rows()
    assert Counter(row.group for row in rows) == {
        TargetGroup.MENTAL_HEALTH: 11,
        TargetGroup.SUBSTANCE_USE: 11,
        TargetGroup.FAMILY_WITH_CHILDREN: 7,
        TargetGroup.DISADVANTAGED_OTHER: 9,
    }
    assert {row.state for row in rows} == {ApplicationState.GRANTED_WAITING}
    assert len(office.allocation.waiting_list()) == 38
    assert {office.people.household_of(row.applicant) is None for row in rows} == {False}


def test_a_protected_applicant_has_no_address_anywhere(
    office: Office, db: Database, waiting: Sheet
) -> None:
    take_in(office, waiting)

    (row,) = (row for row in office.applications.rows() if "protection_level" in row.to_check)
    assert row.protection is AddressProtection.STRICTLY_CONFIDENTIAL
    application = office.applications.get(row.id)
    assert application.draft.present_housing == ""
    assert office.people.get(row.applicant).address is None
    assert office.people.places_of(row.applicant) == ()
    told_in_history = "SELECT count(*) FROM change WHERE table_name = 'application' AND row_id = ?"
    assert db.value(int, f"{told_in_history} AND after LIKE '%gjestegård%'", (row.id,)) == 0


def test_a_remark_with_markup_stays_as_written(office: Office, waiting: Sheet) -> None:
    take_in(office, waiting)

    notes = [office.applications.get(row.id).draft.note for row in office.applications.rows()]
    assert [note for note in notes if "<" in note]


@pytest.mark.parametrize("sample", ["kobo", "waiting"])
def test_undo_takes_everything_out_again(
    office: Office, db: Database, request: pytest.FixtureRequest, sample: str
) -> None:
    before = held(db)
    take_in(office, request.getfixturevalue(sample))
    assert held(db) != before

    undone = office.history.undo()

    assert undone.verb == "sheet.taken_in"
    assert held(db) == before
    assert office.history.verify() is None


@pytest.mark.parametrize("sample", ["kobo", "waiting"])
def test_the_same_sheet_again_gives_only_doubles(
    office: Office, request: pytest.FixtureRequest, sample: str
) -> None:
    sheet = request.getfixturevalue(sample)
    first = check(office, sheet)
    office.transfer.take_in(first)

    again = check(office, sheet)

    assert again.counts.taken == 0
    assert again.counts.doubles == first.counts.taken + first.counts.doubles
    assert again.counts.waiting == first.counts.waiting
    with pytest.raises(OfficeError) as refused:
        office.transfer.take_in(again)
    assert refused.value.code == "nothing_to_take_in"


def test_an_applicant_who_no_longer_waits_may_come_back(office: Office, waiting: Sheet) -> None:
    take_in(office, waiting)
    back = office.applications.rows()[0]
    office.applications.take(back.id, ApplicationState.WITHDRAWN, date(2026, 11, 23), "flyttet")

    receipt = take_in(office, waiting)

    assert (receipt.persons, receipt.applications) == (0, 1)
    assert len(office.people.rows()) == 38


def test_undo_names_what_was_touched_since(office: Office, kobo: Sheet) -> None:
    receipt = take_in(office, kobo)
    row = office.dwellings.rows()[0]
    draft = office.dwellings.get(row.id).draft
    office.dwellings.correct(row.id, a_dwelling(street=draft.street, house_number="99"))
    taken = office.history.event(receipt.event)
    assert taken is not None

    with pytest.raises(Conflict) as refused:
        office.history.reverse(taken)

    rows = refused.value.facts["rows"]
    assert isinstance(rows, tuple)
    assert ("dwelling", row.id) in {(ref.kind, ref.id) for ref in rows}
    assert len(office.dwellings.rows()) == 55


def test_an_answer_lets_the_row_in(office: Office, kobo: Sheet) -> None:
    receipt = take_in(office, kobo, Answer(36, "manedsleie", "8 250"))

    assert receipt.dwellings == 56
    assert 825_000 in {row.rent for row in office.dwellings.rows()}


def test_a_row_the_register_would_refuse_waits_instead(office: Office) -> None:
    sheet = sheets.sheet(
        ("gatenavn", "husnummer", "gnrbnr", "statusdato"),
        ("Testvegen", "1", "1/2", "01.01.2026"),
        ("", "", "1/3", "01.01.2026"),
        ("Testvegen", "2", "1/4", "01.12.2027"),
    )

    checked = check(office, sheet)

    assert {line: found[1:] for line, found in told(checked).items()} == {
        3: ("gatenavn", "street_missing"),
        4: ("statusdato", "day_in_future"),
    }
    assert {found.kind for found in checked.findings} == {FindingKind.ERROR}
    assert office.transfer.take_in(checked).dwellings == 1
    mended = check(office, sheet, Answer(3, "gatenavn", "Testvegen"))
    assert mended.counts.waiting == 1


def test_an_application_day_that_cannot_be_waits_and_one_missing_is_marked(office: Office) -> None:
    sheet = sheets.sheet(
        ("Etternavn, fornavn", "Gruppe", "Søkt dato"),
        ("Testdal, Eva", "rus", "01.01.2027"),
        ("Testdal, Ida", "rus", ""),
    )

    checked = check(office, sheet)
    office.transfer.take_in(checked)

    assert (checked.counts.waiting, checked.counts.taken) == (1, 1)
    (row,) = office.applications.rows()
    assert "applied_on_missing" in row.to_check
    assert row.received_on == date(2026, 11, 23)


def test_cancelling_takes_nothing_in(office: Office, db: Database, kobo: Sheet) -> None:
    before = held(db)
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        office.transfer.take_in(check(office, kobo), told=stop)

    assert heard == [(0, 55), (50, 55)]
    assert held(db) == before


def test_a_take_in_is_kept_with_what_the_file_was(
    office: Office, db: Database, kobo: Sheet
) -> None:
    office.transfer.take_in(check(office, kobo), b"the file")

    (row,) = db.select(
        lambda *row: row, "SELECT kind, taken_in, to_check, left_out FROM sheet_import"
    )
    assert row == ("dwellings", 55, 3, 7)


def test_a_job_takes_in_on_its_own_connection(office: Office, kobo: Sheet) -> None:
    with office.for_job() as own:
        own.transfer.take_in(check(own, kobo))

    assert len(office.dwellings.rows()) == 55


def test_a_remembered_profile_is_found_again(office: Office) -> None:
    sheet = sheets.sheet(("Sted", "Bruksenhet"), ("Testvegen", "H0101"))
    profile = Profile("Vår liste", ImportKind.DWELLINGS).with_column("Sted", "gatenavn")

    office.transfer.remember(profile)
    office.transfer.remember(profile)

    assert office.transfer.profiles(ImportKind.DWELLINGS) == (profile,)
    assert office.transfer.guess(sheet, ImportKind.DWELLINGS) == profile
    assert office.transfer.columns(sheet, profile).fields == ("gatenavn", "bruksenhetsnummer")
    assert sum(e.verb == "sheet_profile.kept" for e in office.history.latest()) == 1


def test_the_kind_the_officer_chose_decides_the_profile(office: Office, waiting: Sheet) -> None:
    assert office.transfer.guess(waiting, ImportKind.DWELLINGS).kind is ImportKind.DWELLINGS


def test_what_is_seen_becomes_a_workbook_that_reads_back(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(office.transfer.to_xlsx("Feil", ("Linje", "Grunn"), [(7, "=1+1")]))

    assert [cell.text for cell in office.transfer.read(path).row(2).cells] == ["7", "=1+1"]


def test_counts_tell_what_was_taken(office: Office, kobo: Sheet) -> None:
    assert check(office, kobo).counts == Counts(62, 55, 6, 3, 19, 1, 0, 31)


def test_leases_are_of_the_persons_the_numbers_name(office: Office, kobo: Sheet) -> None:
    take_in(office, kobo)

    tenants: set[PersonId] = {lease.tenant for lease in office.leases.rows()}
    assert len(tenants) == 31
    assert {lease.state for lease in office.leases.rows()} <= {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
    }
