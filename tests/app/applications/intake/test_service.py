"""A form is kept whole, and only what differs is written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from app.applications.intake.model import (
    Income,
    IncomeKind,
    Intake,
    Loan,
    MaritalStatus,
    Paper,
    PaperKind,
    Representative,
    RepresentativeKind,
    Requirement,
    Tenure,
)
from app.applications.intake.service import Intakes
from app.core.cases import CaseKind
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.ids import ApplicationId, PersonId, Ref
from app.core.money import Ore, kroner
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from app.storage.database import Database
from tests.app.applications.intake.conftest import BORN, RECEIVED
from tests.app.applications.intake.contents import a_full_form, forms

TODAY = date(2026, 11, 23)


def applicant_of(office: Office, application: ApplicationId) -> PersonId:
    return office.applications.get(application).applicant


def test_a_request_without_a_form_has_an_empty_one(intakes: Intakes, family: ApplicationId) -> None:
    assert intakes.of(family) == Intake(family)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(form=forms())
def test_whatever_is_saved_is_read_back_and_saved_once(
    form: Intake, intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    form = for_family(form, office, family)
    intakes.save(family, form)
    assert intakes.of(family) == form
    events = office.history.latest()
    intakes.save(family, form)
    assert office.history.latest() == events


def for_family(form: Intake, office: Office, family: ApplicationId) -> Intake:
    """A form whose incomes belong to those in the household."""
    household = office.people.household(office.applications.get(family).household)
    people = [member.person for member in household.members]
    incomes = tuple(
        replace(each, person=people[each.person % len(people)]) for each in form.incomes
    )
    return replace(form, application=family, incomes=incomes)


def test_only_what_differs_is_written(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    form = for_family(a_full_form(), office, family)
    intakes.save(family, form)
    intakes.save(family, replace(form, present_rent=kroner(9100), loans=form.loans[1:]))
    newest = office.history.latest()[0]
    assert (newest.verb, newest.subject) == ("intake.saved", Ref("application", family))
    changes = office.history.changes(newest.id, 100)
    assert {(change.table, change.column) for change in changes if change.before} >= {
        ("intake", "present_rent"),
        ("intake_loan", "creditor"),
    }
    assert {change.table for change in changes} == {"intake", "intake_loan"}
    assert len({change.column for change in changes if change.table == "intake"}) == 1


def test_saving_can_be_undone(intakes: Intakes, office: Office, family: ApplicationId) -> None:
    form = for_family(a_full_form(), office, family)
    intakes.save(family, form)
    other = replace(
        form, incomes=form.incomes[:1], papers=(), requirements=frozenset(), tenure=Tenure.PRISON
    )
    intakes.save(family, other)
    assert intakes.of(family) == other
    office.history.undo()
    assert intakes.of(family) == form
    office.history.undo()
    assert intakes.of(family) == Intake(family)


def test_a_wrong_form_changes_nothing(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    wrong = Intake(
        family, residence_since=BORN - timedelta(days=1), present_rent=Ore(-1), employer="skolen"
    )
    with pytest.raises(Invalid) as caught:
        intakes.save(family, wrong)
    fields = {problem.field for problem in caught.value.problems}
    assert fields == {"residence_since", "present_rent"}
    assert intakes.of(family) == Intake(family)


def test_what_is_only_asked_about_is_saved(intakes: Intakes, family: ApplicationId) -> None:
    form = Intake(family, present_rent=kroner(1_000_001))
    assert [problem.code for problem in intakes.problems(family, form)] == ["sum_very_large"]
    intakes.save(family, form)
    assert intakes.of(family) == form


def test_both_cases_of_a_request_read_one_form(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    intakes.save(family, Intake(family, marital_status=MaritalStatus.COHABITANT))
    other = office.applications.open_case(family, CaseKind.HOUSING_HELP)
    assert intakes.of(other).marital_status is MaritalStatus.COHABITANT
    intakes.save(other, replace(intakes.of(other), employer="Lia skole"))
    assert intakes.of(family).employer == "Lia skole"
    assert intakes.of(other).application == family


def test_a_mark_holds_from_the_day_it_was_told(
    intakes: Intakes, family: ApplicationId, clock: FixedClock
) -> None:
    quiet = frozenset({Requirement.QUIET})
    intakes.save(family, Intake(family, requirements=quiet))
    assert intakes.of(family, RECEIVED).requirements == quiet
    clock.at += timedelta(days=7)
    intakes.save(family, Intake(family, requirements=frozenset({Requirement.PETS})))
    assert intakes.of(family, TODAY).requirements == quiet
    assert intakes.of(family).requirements == {Requirement.PETS}


def test_papers_that_are_wanted_are_missing_until_they_come(
    intakes: Intakes, family: ApplicationId
) -> None:
    missing = {paper.kind for paper in intakes.missing_papers(family)}
    assert missing == {
        PaperKind.IDENTITY,
        PaperKind.INCOME,
        PaperKind.TAX_RETURN,
        PaperKind.VISITATION,
    }
    papers = (
        Paper(PaperKind.IDENTITY, received_on=TODAY),
        Paper(PaperKind.TAX_RETURN, not_needed=True),
        Paper(PaperKind.INCOME, asked_on=TODAY),
    )
    intakes.save(family, Intake(family, papers=papers))
    assert [paper.kind for paper in intakes.missing_papers(family)] == [
        PaperKind.INCOME,
        PaperKind.VISITATION,
    ]
    assert len(intakes.papers(family)) == 4


def test_the_income_of_the_young_is_left_out(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    household = office.people.household(office.applications.get(family).household)
    mother, _, child, _ = [member.person for member in household.members]
    incomes = (
        Income(mother, IncomeKind.WORK, kroner(20_000)),
        Income(child, IncomeKind.WORK, kroner(1_000)),
    )
    intakes.save(family, Intake(family, incomes=incomes))
    assert intakes.economy(family).income_yearly == kroner(252_000)
    assert intakes.economy(family, counted_from_age=20).income_yearly == kroner(240_000)


def test_a_representative_speaks_from_a_day_to_a_day(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    person = applicant_of(office, family)
    who = Representative(person, RepresentativeKind.AGENT, "Vera Vergesen", RECEIVED)
    number = intakes.add_representative(who)
    assert intakes.representatives(person) == (replace(who, id=number),)
    assert PaperKind.POWER_OF_ATTORNEY in {paper.kind for paper in intakes.missing_papers(family)}
    intakes.end_representative(number, TODAY - timedelta(days=1))
    assert intakes.representatives(person) == ()
    assert len(intakes.representatives(person, RECEIVED)) == 1
    office.history.undo()
    assert len(intakes.representatives(person)) == 1


def test_a_representative_is_put_right(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    person = applicant_of(office, family)
    who = Representative(person, RepresentativeKind.GUARDIAN, "Vera Vergesen", RECEIVED)
    number = intakes.add_representative(who)
    right = replace(who, id=number, line="Testvegen 3", postal_code="2211", postal_place="Lia")
    intakes.correct_representative(right)
    assert intakes.all_representatives(person) == (right,)
    with pytest.raises(Invalid):
        intakes.correct_representative(replace(right, name=" "))
    with pytest.raises(NotFound):
        intakes.end_representative(number + 1, TODAY)


def test_what_tells_where_a_shielded_household_lives_is_forgotten(
    intakes: Intakes, office: Office, family: ApplicationId, db: Database
) -> None:
    person = applicant_of(office, family)
    intakes.save(family, Intake(family, landlord="Utleier i Skjulvegen 1", employer="skolen"))
    intakes.save(family, Intake(family, landlord="", employer="skolen"))
    mother = Representative(person, RepresentativeKind.PARENT, "Mor", RECEIVED, line="Skjulvegen 1")
    lawyer = replace(mother, kind=RepresentativeKind.AGENT, line="Torget 1", postal_place="Lia")
    intakes.add_representative(mother)
    intakes.add_representative(lawyer)
    office.consents.add(
        Consent(person, ConsentScope.TALK_WITH_LANDLORD, RECEIVED, None, "Skjulvegen 1")
    )
    office.consents.add(Consent(person, ConsentScope.FETCH_NAV, RECEIVED, None, "ytelser"))
    office.people.shield(person, "Folkeregisteret", "Perm 3")
    assert intakes.of(family).employer == "skolen"
    assert {who.line for who in intakes.representatives(person)} == {"", "Torget 1"}
    assert {consent.body for consent in office.consents.of(person)} == {"", "ytelser"}
    told = db.column("SELECT coalesce(before, '') || coalesce(after, '') FROM change")
    assert not [row for row in told if "Skjulvegen" in str(row)]
    protection = office.people.get(person).protection
    assert protection is AddressProtection.STRICTLY_CONFIDENTIAL
    with pytest.raises(Invalid) as caught:
        intakes.save(family, Intake(family, landlord="Skjulvegen 2"))
    assert caught.value.problems[0].code == "address_not_to_be_kept"


def test_a_joined_record_takes_along_what_its_form_told(
    intakes: Intakes, office: Office, family: ApplicationId
) -> None:
    household = office.people.household(office.applications.get(family).household)
    double, kept = household.members[0].person, household.members[1].person
    intakes.save(family, Intake(family, incomes=(Income(double, IncomeKind.WORK, kroner(1)),)))
    office.consents.add(Consent(double, ConsentScope.FETCH_NAV, RECEIVED))
    office.people.join(kept, double)
    assert intakes.of(family).incomes[0].person == kept
    assert len(office.consents.of(kept)) == 1


def test_no_repr_tells_what_the_form_tells() -> None:
    form = a_full_form()
    loan = Loan("Banken på hjørnet")
    assert form.employer not in repr(form)
    assert "Banken" not in repr(loan)
