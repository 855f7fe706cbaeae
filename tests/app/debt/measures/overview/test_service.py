"""The overview is gathered from what the register holds, and made once, for good."""

from dataclasses import replace

import pytest

from app.applications.intake.model import IncomeKind
from app.core.errors import Invalid
from app.core.ids import DebtCaseId, PersonId, Ref
from app.core.money import kroner
from app.debt.claims.model import ClaimSums, CreditorDraft, DebtClaimDraft, DebtClaimKind
from app.debt.economy.model import DebtorStatus, HouseholdDraft, IncomeDraft, Interval
from app.debt.measures.overview.model import OverviewDraft
from app.documents.parts import texts_of
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from tests.app.debt.desk import begun

NOTHING = OverviewDraft()


def known_case(office: Office, person: PersonId | None = None) -> DebtCaseId:
    """A household, an income and a claim."""
    case = begun(office, person, days=30)
    office.debt_economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1))
    income = IncomeDraft(IncomeKind.WORK, kroner(20_000), Interval.MONTH)
    office.debt_economy.add(case, income)
    bank = office.creditors.register(CreditorDraft("Prøvebanken", address="Boks 1"))
    sums = ClaimSums(kroner(90_000))
    office.debt_claims.add(case, DebtClaimDraft(bank, DebtClaimKind.CONSUMER_LOAN, sums))
    return case


def test_gj_23_household_and_claims_must_be_there(office: Office) -> None:
    case = begun(office)
    with pytest.raises(Invalid) as found:
        office.namsfogd_overviews.make(case, NOTHING)
    assert {each.field for each in found.value.problems} == {"household", "claims"}


def test_it_is_made_once_and_handed_over(office: Office) -> None:
    case = known_case(office)
    office.namsfogd_overviews.make(case, NOTHING)
    made = office.letters.of(Ref("debt_case", case))
    assert [each.kind for each in made] == [DocumentKind.NAMSFOGD_OVERVIEW]
    assert office.letters.to_send() == ()


def test_a_preview_never_shows_the_whole_number(office: Office) -> None:
    case = known_case(office)
    person = office.people.get(office.debt_cases.get(case).person)
    assert person.national_id is not None
    said = " ".join(texts_of(office.namsfogd_overviews.preview(case, NOTHING).blocks))
    assert person.national_id.full() not in said
    assert person.national_id.mask() in said
    assert "Prøvebanken" in said


def test_adr_02_nothing_is_kept_of_one_with_strengt_fortrolig(office: Office) -> None:
    case = known_case(office)
    person = office.debt_cases.get(case).person
    office.people.shield(person, "Folkeregisteret", "Skap 1")
    assert isinstance(office.namsfogd_overviews.make(case, NOTHING), OnPaper)


def test_what_is_told_stands_on_the_sheet(office: Office) -> None:
    told = replace(NOTHING, cause="Ble syk.", sureties="Moren svarer for billånet.")
    said = " ".join(texts_of(office.namsfogd_overviews.preview(known_case(office), told).blocks))
    assert "Ble syk." in said
    assert "Moren svarer for billånet." in said
