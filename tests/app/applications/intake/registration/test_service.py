"""A paper form is one unit: all of it is taken in, or nothing; one undo takes it back."""

from dataclasses import replace
from datetime import date

import pytest

from app.applications.intake.model import (
    Income,
    IncomeKind,
    Representative,
    RepresentativeKind,
    Tenure,
)
from app.applications.intake.registration.model import (
    NOBODY,
    NOTHING_TOLD,
    Registration,
    ToldIncome,
)
from app.applications.model import ApplicationDraft, OtherMember
from app.core.cases import CaseKind
from app.core.errors import Invalid
from app.core.money import kroner
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import PersonDraft, Role
from tests.factories import a_person

TODAY = date(2026, 11, 23)
GUARDIAN = Representative(
    NOBODY, RepresentativeKind.GUARDIAN, "Siv Testvik", TODAY, line="Boks 7", postal_place="Lia"
)


def a_form(**changes: object) -> Registration:
    others = (OtherMember(PersonDraft("Amir", "Testmo"), Role.CO_APPLICANT),)
    form = Registration(
        ApplicationDraft(applicant=a_person(), received_on=TODAY, others=others),
        intake=replace(NOTHING_TOLD, tenure=Tenure.WITHOUT),
        incomes=(
            ToldIncome(1, IncomeKind.WORK, kroner(20000)),
            ToldIncome(0, IncomeKind.BOSTOTTE, kroner(3000)),
        ),
        representative=GUARDIAN,
        consents=(Consent(NOBODY, ConsentScope.FETCH_NAV, TODAY, date(2027, 6, 1)),),
    )
    return replace(form, **changes)  # type: ignore[arg-type]  # the form's own fields


def test_all_of_it_is_one_event_and_one_undo(office: Office) -> None:
    first = office.registrations.register(
        a_form(cases=frozenset({CaseKind.TEMPORARY_STAY, CaseKind.HOUSING_HELP}))
    )
    known = office.applications.get(first)
    assert known.draft.case is CaseKind.HOUSING_HELP
    (other,) = office.applications.opened_with(first)
    assert office.applications.get(other).draft.case is CaseKind.TEMPORARY_STAY
    applicant, second = (m.person for m in office.people.household(known.household).members)
    told = office.intake.of(other)
    assert told.tenure is Tenure.WITHOUT
    assert set(told.incomes) == {
        Income(second, IncomeKind.WORK, kroner(20000)),
        Income(applicant, IncomeKind.BOSTOTTE, kroner(3000)),
    }
    assert office.intake.representatives(applicant)[0].name == "Siv Testvik"
    assert office.consents.of(applicant)[0].scope is ConsentScope.FETCH_NAV
    assert office.history.latest(1)[0].verb == "application.registered"
    office.history.undo()
    assert office.applications.rows() == ()
    assert office.people.rows() == ()


def test_a_household_from_before_has_its_own_order(office: Office) -> None:
    first = office.applications.get(office.registrations.register(a_form()))
    draft = ApplicationDraft(
        applicant=first.applicant,
        received_on=TODAY,
        household=first.household,
    )
    again = Registration(
        draft,
        cases=frozenset({CaseKind.HOUSING_HELP}),
        incomes=(ToldIncome(1, IncomeKind.PENSION, kroner(9000)),),
    )
    told = office.intake.of(office.registrations.register(again))
    members = office.people.household(first.household).members
    assert told.incomes[0].person == members[1].person


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"cases": frozenset()}, "cases", "case_missing"),
        (
            {"incomes": (ToldIncome(None, IncomeKind.WORK, kroner(1)),)},
            "incomes.0.person",
            "income_without_person",
        ),
        (
            {"incomes": (ToldIncome(7, IncomeKind.WORK, kroner(1)),)},
            "incomes.0.person",
            "income_of_a_stranger",
        ),
        ({"representative": replace(GUARDIAN, name=" ")}, "representative.name", "name_missing"),
        (
            {"consents": (Consent(NOBODY, ConsentScope.FETCH_NAV, date(2026, 12, 1)),)},
            "consents.0.since",
            "day_in_future",
        ),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_kept(
    office: Office, changes: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as told:
        office.registrations.register(a_form(**changes))
    assert [(each.field, each.code) for each in told.value.problems] == [(field, code)]
    assert office.applications.rows() == ()
    assert office.people.rows() == ()


def test_nothing_told_writes_no_form(office: Office) -> None:
    draft = ApplicationDraft(applicant=a_person(), received_on=TODAY)
    first = office.registrations.register(Registration(draft))
    assert office.intake.of(first) == replace(NOTHING_TOLD, application=first)
