"""What follow-up waits for, told on I dag (AL-15, D4, P1, P5, D19)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.followup_due import Standing, found
from app.alerts.gathered import MOST_TOLD
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNoteDraft,
    ContactOutcome,
    NextContact,
    Silence,
)
from app.followup.individual_plans.model import IndividualPlanDraft
from app.followup.levels.model import Held, HelpLevel
from app.followup.model import MeasureDraft, MeasureResult, MeasuresDue
from app.followup.plans.model import EvaluationDraft, PlanDays, PlanDraft
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.leases.conftest import desk
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_person

__all__ = ["desk"]
TODAY = date(2026, 11, 23)
KARI = PersonId(1)
EARLIER = TODAY - timedelta(days=40)


def of(office: Office, person: PersonId) -> dict[Reason, Alert]:
    """What stands on I dag about a person, by reason."""
    case = Ref("person", person)
    return {alert.why: alert for alert in office.alerts.today() if alert.case == case}


def test_al_15_the_day_to_go_through_a_plan_is_told_of_until_it_is_done(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp")
    plan = office.plans.begin(person)
    due = TODAY + timedelta(days=30)
    office.plans.change(plan, replace(office.plans.get(plan).draft, evaluation_on=due))
    assert Reason.EVALUATION_DUE not in of(office, person)
    clock.at += timedelta(days=30)
    alert = of(office, person)[Reason.EVALUATION_DUE]
    assert (alert.id, alert.urgency, alert.act) == (
        AlertId.EVALUATION,
        Urgency.SOON,
        Act.OPEN_PLAN,
    )
    later = replace(office.plans.get(plan).draft, evaluation_on=due + timedelta(days=90))
    office.plans.change(plan, later)
    assert Reason.EVALUATION_DUE not in of(office, person)


def test_d4_a_measure_that_is_late_or_not_looked_at_is_told_of(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office)
    measure = office.followup.plan_measure(
        person,
        MeasureDraft(
            "Besøk", "Siri Testmo", TODAY + timedelta(days=5), evaluate_on=TODAY + timedelta(days=9)
        ),
    )
    assert of(office, person) == {}
    clock.at += timedelta(days=6)
    assert dict(of(office, person)[Reason.MEASURES_LATE].facts)["count"] == 1
    office.followup.done(measure)
    assert of(office, person) == {}
    clock.at += timedelta(days=3)
    assert set(of(office, person)) == {Reason.MEASURES_TO_EVALUATE}
    office.followup.evaluate(measure, MeasureResult.HELPED)
    assert of(office, person) == {}


def test_sd_01_level_three_without_a_plan_is_told_of_and_a_begun_plan_ends_it(
    office: Office,
) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp")
    assert Reason.LEVEL_WITHOUT_PLAN not in of(office, person)
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger mer hjelp")
    assert of(office, person)[Reason.LEVEL_WITHOUT_PLAN].act is Act.OPEN_PLAN
    office.plans.begin(person)
    assert Reason.LEVEL_WITHOUT_PLAN not in of(office, person)


@pytest.mark.parametrize("withdrawn", [True, False])
def test_pv_02_an_individual_plan_without_consent_is_told_of_until_there_is_one_again(
    office: Office, clock: FixedClock, withdrawn: bool
) -> None:
    person = registered_person(office)
    until = TODAY + timedelta(days=200)
    office.individual_plans.want(person, TODAY, until)
    assert Reason.PLAN_WITHOUT_CONSENT not in of(office, person)
    if withdrawn:
        (given,) = office.consents.of(person)
        office.consents.withdraw(given.id)
    else:
        clock.at += timedelta(days=201)
    alert = of(office, person)[Reason.PLAN_WITHOUT_CONSENT]
    assert (alert.act, alert.since) == (Act.OPEN_INDIVIDUAL_PLAN, clock.today())
    office.individual_plans.want(person, clock.today(), clock.today() + timedelta(days=30))
    assert Reason.PLAN_WITHOUT_CONSENT not in of(office, person)


def test_p1_a_plan_that_nobody_coordinates_is_told_of(office: Office) -> None:
    person = registered_person(office)
    office.plans.begin(person, draft=PlanDraft(contact_name="Siri Testmo"))
    assert of(office, person)[Reason.WITHOUT_OWNER].act is Act.OPEN_LEVEL
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp")
    assert Reason.WITHOUT_OWNER not in of(office, person)


def test_nobody_has_spoken_with_one_for_longer_than_the_level_lets_pass(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.LASTING_SERVICES, "Trenger mye hjelp")
    clock.at += timedelta(days=15)
    assert of(office, person)[Reason.SILENT].act is Act.WRITE_NOTE
    note = ContactNoteDraft(
        clock.today(),
        ContactChannel.PHONE,
        ContactOutcome.REACHED,
        "Alt går bra.",
        clock.today() + timedelta(days=3),
    )
    office.contact_notes.add(person, note)
    assert Reason.SILENT not in of(office, person)
    clock.at += timedelta(days=3)
    assert Reason.NEXT_CONTACT_DUE in of(office, person)


def test_p5_a_consent_that_ends_is_told_of_before_it_does(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office)
    until = TODAY + timedelta(days=60)
    office.consents.add(Consent(person, ConsentScope.TALK_WITH_HEALTH, TODAY, until))
    assert of(office, person) == {}
    clock.at += timedelta(days=30)
    alert = of(office, person)[Reason.CONSENT_ENDS]
    assert (alert.due, alert.act) == (until, Act.OPEN_CONSENTS)
    clock.at += timedelta(days=31)
    assert of(office, person) == {}


def test_d19_a_lease_without_start_package_is_told_of(
    office: Office, desk: LeaseDesk, clock: FixedClock
) -> None:
    bare = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    desk.leases.issue(bare)
    desk.leases.signed(bare, clock.today())

    def told() -> list[Alert]:
        return [each for each in office.alerts.today() if each.id is AlertId.START_PACKAGE]

    (alert,) = told()
    assert (alert.case, alert.act) == (Ref("lease", bare), Act.OPEN_START_PACKAGE)
    row = next(row for row in office.leases.rows() if row.id == bare)
    assert (alert.name, alert.place) == (row.tenant_name, row.address)
    office.start_packages.waive(bare, "Har bodd her før.")
    assert told() == []


@pytest.mark.parametrize("many", [MOST_TOLD, MOST_TOLD + 1])
def test_many_of_a_kind_are_told_as_one_that_leads_to_the_list(many: int) -> None:
    plans = {
        PersonId(number): PlanDays(EARLIER, TODAY - timedelta(days=number))
        for number in range(1, many + 1)
    }
    levels = {person: Held(HelpLevel.SUPPORT, EARLIER) for person in plans}
    told = found(Standing(plans, levels, given=frozenset(plans)), TODAY)
    if many == MOST_TOLD:
        assert len(told) == many
        return
    (one,) = told
    assert (one.why, one.act) == (Reason.EVALUATIONS_DUE, Act.SEE_EVALUATIONS)
    assert dict(one.facts) == {"count": many, "since": TODAY - timedelta(days=many)}


def test_p1_who_has_no_help_any_more_is_not_owned_by_the_one_who_had_the_case() -> None:
    plans, given = {KARI: PlanDays(EARLIER)}, frozenset({KARI})
    (alert,) = found(Standing(plans, given=given), TODAY)
    assert (alert.why, alert.since) == (Reason.WITHOUT_OWNER, EARLIER)
    levels = {KARI: Held(HelpLevel.ADVICE, TODAY)}
    assert found(Standing(plans, levels, given), TODAY) == ()


def test_no_person_has_two_of_the_same_key() -> None:
    """What is put off is put off by rule and case."""
    seen = Standing(
        {KARI: PlanDays(EARLIER, EARLIER)},
        {KARI: Held(HelpLevel.SUPPORT_AND_SERVICES, EARLIER)},
        measures=(MeasuresDue(KARI, 1, EARLIER, 1, EARLIER),),
        silent=(Silence(KARI, 3, EARLIER, 40, 30),),
        promised=(NextContact(KARI, EARLIER),),
    )
    told = found(seen, TODAY)
    assert len({alert.key for alert in told}) == len(told) == 4


def test_doc_08_a_day_of_revision_is_told_of_until_the_plan_is_gone_through(
    office: Office, clock: FixedClock
) -> None:
    """Item 8: an individual plan says when it is gone through anew."""
    person, individual = registered_person(office), office.individual_plans
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger tjenester fra flere")
    individual.want(person, TODAY, TODAY + timedelta(days=365))
    plan = office.plans.of(person)
    assert plan is not None
    far = replace(plan.draft, evaluation_on=TODAY + timedelta(days=300))
    office.plans.change(plan.id, far)
    revised = TODAY + timedelta(days=20)
    individual.change(
        person,
        IndividualPlanDraft(
            starts_on=TODAY, ends_on=TODAY + timedelta(days=360), revise_on=(revised,)
        ),
    )
    assert Reason.EVALUATION_DUE not in of(office, person)
    clock.at += timedelta(days=20)
    assert of(office, person)[Reason.EVALUATION_DUE].due == revised
    office.plans.evaluate(
        plan.id, EvaluationDraft(clock.today(), "Går bra.", next_on=far.evaluation_on)
    )
    assert Reason.EVALUATION_DUE not in of(office, person)


def test_doc_10_an_agreement_is_looked_at_on_its_day(office: Office, clock: FixedClock) -> None:
    person, agreements = registered_person(office), office.agreements
    draft = replace(
        agreements.proposed(person),
        purpose="At det skal gå bra å bo.",
        we_do="Vi kommer på besøk hver uke.",
        person_does="Jeg åpner døren.",
        visits="Hver tirsdag",
        visited_by="Siri Testmo",
        contact_name="Siri Testmo",
        contact_phone="55 55 01 02",
        evaluation_on=TODAY + timedelta(days=10),
    )
    made = agreements.write(person, draft)
    agreements.sign(made)
    clock.at += timedelta(days=9)
    assert of(office, person) == {}
    clock.at += timedelta(days=1)
    assert of(office, person)[Reason.AGREEMENT_DUE].act is Act.OPEN_AGREEMENT
    agreements.end(made, "Vi har gått gjennom den og er ferdige.")
    assert of(office, person) == {}
