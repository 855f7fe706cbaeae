"""Whom money is owed to: known once, doubles asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Invalid, NotFound
from app.core.ids import CreditorId
from app.debt.claims import creditor_rules
from app.debt.claims.model import Creditor, CreditorDraft
from app.office import Office
from tests.app.debt.claims.desk import a_creditor

NUMBER = "974760673"


def test_a_creditor_is_known_once_for_every_case(office: Office) -> None:
    made = a_creditor(office, "Nordlys Bank AS", org_number="974 760 673", postal_place="Skarnes")
    found = office.creditors.get(made)
    assert (found.name, found.draft.org_number) == ("Nordlys Bank AS", NUMBER)
    assert [each.id for each in office.creditors.find("nordlys")] == [made]
    assert [each.id for each in office.creditors.find(NUMBER)] == [made]
    assert office.creditors.find("sørlys") == ()


@pytest.mark.parametrize(
    "name", ["nordlys bank", "Nordlys  Bank ASA", "NORDLYS BANK AS", "Nordlys Banks"]
)
def test_a_like_name_is_asked_about_and_may_be_another(office: Office, name: str) -> None:
    made = a_creditor(office, "Nordlys Bank AS")
    with pytest.raises(Invalid) as stopped:
        a_creditor(office, name)
    (problem,) = stopped.value.problems
    assert (problem.field, problem.code) == ("again", "creditor_known")
    like = office.creditors.like(CreditorDraft(name))
    assert like is not None
    assert like.id == made
    assert a_creditor(office, name, again=True) != made


def test_the_same_number_is_asked_about_under_any_name(office: Office) -> None:
    made = a_creditor(office, "Fjellinkasso", org_number=NUMBER)
    like = office.creditors.like(CreditorDraft("Fjell Kreditt", org_number=NUMBER))
    assert like is not None
    assert like.id == made


def test_two_numbers_are_two_creditors_of_one_name(office: Office) -> None:
    a_creditor(office, "Fjellinkasso", org_number=NUMBER)
    assert office.creditors.like(CreditorDraft("Fjellinkasso", org_number="889640782")) is None


def test_a_name_and_a_right_number_are_asked_for(office: Office) -> None:
    codes = [each.code for each in office.creditors.check(CreditorDraft(" ", "123456789"))]
    assert codes == ["creditor_name_missing", "organisation_check_digit"]


def test_a_correction_does_not_ask_about_itself_and_can_be_undone(office: Office) -> None:
    made = a_creditor(office, "Nordlys Bank AS")
    office.creditors.correct(made, CreditorDraft("Nordlys Bank", phone="62 00 00 00"))
    assert office.creditors.get(made).draft.phone == "62 00 00 00"
    office.history.undo()
    assert office.creditors.get(made).name == "Nordlys Bank AS"


def test_what_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(NotFound):
        office.creditors.get(CreditorId(99))


@given(st.text(max_size=30))
def test_every_name_is_like_itself(name: str) -> None:
    known = Creditor(CreditorId(1), CreditorDraft(name))
    found = creditor_rules.double(CreditorDraft(name), [known])
    assert (found == known) is bool(creditor_rules.bare_name(name))
