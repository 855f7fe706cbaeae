"""A row of a waiting list becomes a person and what the list tells of the application."""

from datetime import date

from app.people.model import AddressProtection
from app.transfer.check import check_sheet
from app.transfer.columns import WAITING_PROFILE
from app.transfer.model import (
    Answer,
)
from app.transfer.sheet import Sheet
from tests.app.transfer import sheets
from tests.app.transfer.outcome import applicant, one


def test_a_person_is_read_as_written(waiting: Sheet) -> None:
    checked = check_sheet(waiting, WAITING_PROFILE)

    row = applicant(checked, 26)
    assert (row.person.family_name, row.person.given_name) == ("Čuvttiš", "Vidar")
    assert row.remark == "<b>Ring etter kl. 12</b>"
    assert applicant(checked, 8).applied_on == date(2026, 6, 20)
    assert applicant(checked, 5).children == 1
    assert applicant(checked, 5).group_text == "BARNEFAMILIE"


def test_a_mark_for_a_protected_address_is_the_strictest_until_said(waiting: Sheet) -> None:
    asked = check_sheet(waiting, WAITING_PROFILE)
    said = check_sheet(waiting, WAITING_PROFILE, [Answer(20, "Adr.sperre", "fortrolig")])

    assert one(asked, "protection_level").readings == ("fortrolig", "strengt fortrolig")
    strictest = AddressProtection.STRICTLY_CONFIDENTIAL
    assert applicant(asked, 20).person.protection is strictest
    assert applicant(said, 20).person.protection is AddressProtection.CONFIDENTIAL
    assert said.counts.to_check == 0


def test_names_in_any_of_the_usual_columns() -> None:
    people = sheets.sheet(
        ("Etternavn", "Fornavn", "Gruppe"),
        ("<b>Ola", "=1+1", "rus"),
        ("", "", "rus", "2"),
    )
    loose = sheets.sheet(("Navn", "Gruppe"), ("Ane Marie Eksempelsen", "rus"))

    named = check_sheet(people, WAITING_PROFILE)
    guessed = check_sheet(loose, WAITING_PROFILE)

    assert (
        applicant(named, 2).person.family_name,
        applicant(named, 2).person.given_name,
    ) == ("<b>Ola", "=1+1")
    assert one(named, "name_missing").line == 3
    assert applicant(guessed, 2).person.family_name == "Eksempelsen"
    assert one(guessed, "name_order").after == "Eksempelsen, Ane Marie"
