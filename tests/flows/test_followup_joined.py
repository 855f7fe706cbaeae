"""Two records of one person, each followed up: joined, all of it is one person's; and undone."""

from datetime import timedelta

from app.core.ids import PersonId
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.contact_notes.model import ContactOutcome
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import GoalDraft, PlanState
from app.followup.services.model import BasisDraft, ContactDraft, KnownBy, ServiceDraft
from app.people.consents.model import ConsentScope
from tests.factories import registered_person
from tests.flows.followed import Followed
from tests.flows.tenancy import Life
from tests.flows.town import Town


def test_joined_they_have_one_level_one_owner_and_one_plan_that_runs(town: Town) -> None:
    first = is_followed(town, HelpLevel.SUPPORT, "nav", "Mona Lie")
    town.later(10)
    second = is_followed(town, HelpLevel.SUPPORT_AND_SERVICES, "home_services", "Siri Testmo")
    office = town.office
    apart = (counted(first), counted(second))
    rows = len(office.followups.rows())
    assert rows == 2

    office.people.join(first.person, second.person)
    office.history.undo()
    assert (counted(first), counted(second)) == apart, "undone, each has its own again"
    office.people.join(first.person, second.person)

    assert counted(first) == {name: apart[0][name] + apart[1][name] for name in apart[0]}
    assert set(counted(second).values()) == {0}
    level, owner = office.levels.of(first.person), office.owners.of(first.person)
    assert level is not None
    assert owner is not None
    assert (level.level, owner.coordinator) == (HelpLevel.SUPPORT_AND_SERVICES, "Siri Testmo")
    one_owner_on_every_day(first)
    assert len(office.followups.rows()) == 1
    running = office.plans.of(first.person)
    assert running is not None
    assert running.id == second.plan, "the newest goes on"
    office.plans.end(first.plan, "Samme person")
    assert office.plans.get(first.plan).state is PlanState.ENDED
    first.plan = second.plan
    assert {goal.words for goal in office.plans.content(running.id).goals} == {
        "Jeg vil betale i tide (nav)",
        "Jeg vil betale i tide (home_services)",
    }
    is_counted_once(first)
    first.life.reopen()
    assert set(counted(second).values()) == {0}


def is_followed(town: Town, level: HelpLevel, code: str, coordinator: str) -> Followed:
    """Level, owner, mapping, plan, note, service, contact, agreement and consents."""
    office = town.office
    other: dict[str, str] = {} if code == "nav" else {"national_id": "", "given_name": "Kari M."}
    person = registered_person(office, **other)
    one = Followed(Life(town, None, None, person), person)  # type: ignore[arg-type]  # lets nothing
    unit = one.unit(code)
    owner = OwnerDraft(unit, coordinator, "55 55 33 33")
    office.levels.set(person, level, "Trenger hjelp", owner=owner)
    areas = {AssessmentArea.MONEY: Finding(AreaAnswer.SOME_HELP, "Regninger")}
    mapped = AssessmentDraft(one.today, findings=areas)
    needs = {AssessmentArea.MONEY: "Betaler sent"}
    office.assessments.finish(office.assessments.keep(person, mapped), needs)
    (need,) = office.plans.needs(person)
    goal = office.plans.add_goal(
        person, GoalDraft(LifeArea.MONEY, f"Jeg vil betale i tide ({code})", need.id)
    )
    office.followup.plan_measure(person, MeasureDraft("Fast trekk", coordinator, goal=goal))
    one.plan = office.plans.begin(person)
    one.talk(ContactOutcome.REACHED, "Snakket om husleia.")
    consent = one.agrees(ConsentScope.TALK_WITH_HEALTH)
    home = one.unit("mental_health_and_substance_use")
    given = ServiceDraft(home, "Samtaler", since=one.today)
    office.services_given.add(person, given, BasisDraft(KnownBy.CONSENT, consent))
    office.services_given.add_contact(
        person, ContactDraft(home, coordinator, "", "900 00 111", one.today)
    )
    office.agreements.write(person, office.agreements.proposed(person))
    office.individual_plans.offer(person)
    return one


def counted(one: Followed) -> dict[str, int]:
    """How much of each a record has."""
    office, person = one.office, one.person
    blocks = office.services_given.of(person)
    return {
        "levels": len(office.levels.history(person)),
        "owners": len(_owner_rows(one, person)),
        "assessments": len(office.assessments.of(person)),
        "needs": len(office.plans.needs(person)),
        "goals": len(office.plans.goals(person)),
        "measures": len(office.followup.measures(person)),
        "plans": len(office.plans.all(person)),
        "notes": len(office.contact_notes.of(person)),
        "consents": len(office.consents.of(person)),
        "services": sum(len(block.services) for block in blocks),
        "contacts": sum(len(block.contacts) for block in blocks),
        "agreements": len(office.agreements.of(person)),
    }


def _owner_rows(one: Followed, person: PersonId) -> tuple[object, ...]:
    return tuple(one.office.owners.history(person))


def one_owner_on_every_day(one: Followed) -> None:
    """P1, D5: no gap and no overlap where the two histories meet."""
    office = one.office
    for earlier, later in zip(
        office.owners.history(one.person), office.owners.history(one.person)[1:], strict=False
    ):
        assert earlier.until == later.since
    for back in range(12):
        day = one.today - timedelta(days=back)
        level = office.levels.of(one.person, day)
        followed = level is not None and level.level.followed
        assert (office.owners.of(one.person, day) is not None) == followed
        assert office.followups.without_owner(day) == frozenset()


def is_counted_once(one: Followed) -> None:
    """E2: the two are one in the matrix."""
    effect = one.office.effects.of(one.today - timedelta(days=5), one.today)
    assert sum(row.total for row in effect.matrix) == 1
    assert effect.row(HelpLevel.SUPPORT).to(HelpLevel.SUPPORT_AND_SERVICES) == 1
