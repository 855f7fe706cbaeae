"""Lia follows up: 120 living plans, each with a level, an owner and a mapping behind it."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.alerts.model import AlertId
from app.core.ids import Ref
from app.core.text import Language
from app.followup.agreements.model import AgreementState
from app.followup.levels.model import HelpLevel
from app.followup.plans.model import GoalState, PlanChangeKind, PlanKind, PlanState
from app.followup.services.model import Standing
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.demo.conftest import Lia

DAY = date(2026, 11, 23)


@pytest.fixture
def office(lia: Lia) -> Office:
    """Lia on a Monday."""
    return lia(DAY, "")


def test_120_plans_are_lived_by(office: Office) -> None:
    states = Counter(row.state for row in office.plans.rows())
    assert states[PlanState.ACTIVE] >= 120


def test_p1_everyone_who_is_followed_up_has_one_owner(office: Office) -> None:
    owners = office.owners.all()
    followed = [person for person, held in office.levels.all().items() if held.level.followed]
    assert len(followed) > 120
    assert [person for person in followed if person not in owners] == []
    assert len({owner.unit for owner in owners.values()}) >= 5


def test_sd_01_what_a_level_demands_is_there_but_for_a_few(office: Office) -> None:
    lacking = [
        person
        for person, held in office.levels.all().items()
        if held.level >= HelpLevel.SUPPORT and office.levels.unmet(person)
    ]
    assert 0 < len(lacking) <= 3


def test_e2_people_have_moved_inwards_since_last_winter(office: Office) -> None:
    now = office.levels.all()
    moved = [each for each in now if len(office.levels.history(each)) > 1]
    assert len(moved) > 30
    assert len([each for each in now if len(office.levels.history(each)) > 2]) >= 3
    half_year = office.effects.of(DAY - timedelta(days=182), DAY)
    assert half_year.moves.inwards > 30 > half_year.moves.outwards > 0
    assert half_year.moves.unchanged > 10
    assert sum(held.level is HelpLevel.MANAGES_ALONE for held in now.values()) == 10


def test_d7_some_plans_are_printed_and_one_has_a_second_edition(office: Office) -> None:
    editions = {row.person: office.plans.editions(row.plan) for row in office.plans.rows()}
    printed = {who: [e for e in made if e.document] for who, made in editions.items()}
    assert len([who for who, made in printed.items() if made]) >= 6
    languages = {office.people.get(who).language for who, made in printed.items() if made}
    assert languages == set(Language)
    (again,) = [made for made in printed.values() if len(made) == 2]
    kinds = {change.kind for change in office.plans.differences(*again)}
    assert {PlanChangeKind.GOAL_NEW, PlanChangeKind.GOAL_STATE, PlanChangeKind.TALK} <= kinds


def test_d4_one_plan_is_gone_through_with_goals_reached_in_part_and_not(office: Office) -> None:
    found = [each for row in office.plans.rows() for each in office.plans.evaluations(row.plan)]
    (evaluation,) = found
    assert evaluation.own_words
    assert {outcome.state for outcome in evaluation.goals} == {
        GoalState.REACHED,
        GoalState.IN_PROGRESS,
        GoalState.PARTLY_REACHED,
        GoalState.NOT_REACHED,
    }


def test_e4_three_individual_plans_rest_on_consent_and_one_was_a_malplan(office: Office) -> None:
    rows = [row for row in office.plans.rows() if row.kind is PlanKind.INDIVIDUAL_PLAN]
    assert len(rows) == 3
    assert all(office.individual_plans.of(row.person).agreed for row in rows)
    assert Counter(row.state for row in rows) == {PlanState.ACTIVE: 2, PlanState.DRAFT: 1}
    (grown,) = [row for row in rows if row.edition == 2]
    kinds = [edition.content.kind for edition in office.plans.editions(grown.plan)]
    assert kinds == [PlanKind.MALPLAN, PlanKind.INDIVIDUAL_PLAN]


def test_doc_10_two_agreements_and_one_of_them_signed(office: Office) -> None:
    people = [row.person for row in office.plans.rows()]
    states = Counter(each.state for who in people for each in office.agreements.of(who))
    assert states == {AgreementState.SIGNED: 1, AgreementState.DRAFT: 1}


def test_a1_ten_have_services_and_one_of_them_may_no_longer_be_shown(office: Office) -> None:
    people = [row.person for row in office.plans.rows()]
    blocks = {who: office.services_given.of(who) for who in people}
    assert sum(bool(found) for found in blocks.values()) == 10
    shown = [block for found in blocks.values() for block in found]
    assert Counter(block.standing for block in shown)[Standing.ENDED] == 1
    contacts = [contact for block in shown for contact in block.contacts]
    assert len([c for c in contacts if office.services_given.confirmed_long_ago(c)]) == 1
    assert any(service.draft.nav_only for block in shown for service in block.services)


def test_c7_one_case_is_handed_over_with_a_note(office: Office) -> None:
    owned = {who: office.owners.history(who) for who in office.owners.all()}
    (person,) = [who for who, known in owned.items() if len({o.owner.unit for o in known}) > 1]
    kinds = {letter.kind for letter in office.letters.of(Ref("person", person))}
    assert DocumentKind.HANDOVER_NOTE in kinds


def test_d10_one_was_missed_three_times_and_one_note_is_for_nav_alone(office: Office) -> None:
    standings = office.contact_notes.latest_of_all().values()
    assert len([each for each in standings if office.contact_notes.alarming(each)]) == 1
    notes = [note for each in standings for note in office.contact_notes.of(each.person)]
    assert sum(note.now.nav_only for note in notes) == 1


def test_most_plans_aim_inwards_and_have_a_next_talk_in_the_coming_weeks(office: Office) -> None:
    plans = [office.plans.get(row.plan) for row in office.plans.rows()]
    levels, today = office.levels.all(), office.clock.today()
    aimed = [plan for plan in plans if plan.draft.target_level is not None]
    assert len(aimed) > 80
    assert all((plan.draft.target_level or 0) < levels[plan.person].level for plan in aimed)
    talks = [plan.draft.next_talk_on for plan in plans if plan.draft.next_talk_on]
    assert len(talks) > 90
    assert len(set(talks)) > 20
    assert min(talks) >= today
    assert len([plan for plan in plans if plan.draft.warning_signs]) > 60


def test_b10_some_of_the_large_house_are_followed_up(office: Office) -> None:
    planned = {row.person for row in office.plans.rows()}
    living = [r for r in office.leases.rows() if r.address.startswith("Skomakervegen 43")]
    assert 0 < len([row for row in living if row.tenant in planned]) < len(living)


def test_few_wait_for_each_reminder(office: Office) -> None:
    told = Counter(alert.id for alert in office.alerts.today())
    for alert in (
        AlertId.EVALUATION,
        AlertId.MEASURE,
        AlertId.NO_CONTACT,
        AlertId.NO_PLAN,
        AlertId.NO_OWNER,
        AlertId.CONSENT_ENDS,
        AlertId.START_PACKAGE,
    ):
        assert 0 < told[alert] <= 4, alert
