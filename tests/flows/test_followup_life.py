"""A person's follow-up from the first level until they manage alone, with the clock moved."""

from dataclasses import replace
from datetime import timedelta

from app.alerts.model import Reason
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import PlanId
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.contact_notes.model import ContactOutcome
from app.followup.individual_plans.model import IndividualPlanPrint, IndividualPlanState
from app.followup.levels.model import DemandCode, HelpLevel
from app.followup.model import MeasureDraft, MeasureResult, MeasureState
from app.followup.plans.model import (
    EvaluationDraft,
    GoalDraft,
    GoalOutcome,
    GoalState,
    MeasureOutcome,
    PlanCopy,
    PlanKind,
    PlanPrint,
    PlanState,
)
from app.letters.model import DocumentKind
from app.people.consents.model import ConsentScope
from tests.flows.followed import Followed, refused_undo
from tests.flows.tenancy import signs_what_the_vedtak_set
from tests.flows.town import Town, codes

OWN_WORDS = "Jeg vil ha orden på husleia."


def test_from_the_first_level_until_they_manage_alone(town: Town) -> None:
    life = signs_what_the_vedtak_set(town)
    one = Followed(life, life.tenant)
    started = one.today
    is_taken_in(one)
    is_mapped(one)
    gets_a_plan_in_own_words(one)
    life.reopen()
    is_kept_in_touch_with(one)
    goes_to_another_unit(one)
    looks_at_the_plan_together(one)
    life.reopen()
    wants_an_individual_plan(one)
    takes_the_consent_back(one)
    manages_alone(one)
    one.nobody_is_lost()
    effect = one.office.effects.of(started, one.today)
    assert effect.row(HelpLevel.SUPPORT_AND_SERVICES).to(HelpLevel.MANAGES_ALONE) == 1
    assert (effect.moves.inwards, effect.moves.at_start, effect.goals.reached) == (1, 1, 1)
    life.reopen()


def is_taken_in(one: Followed) -> None:
    """SD-01, P1, C7: level and owner in one act, and one undo takes both back."""
    office = one.office
    office.levels.set(one.person, HelpLevel.SUPPORT_AND_SERVICES, "Har mistet leiligheten før.")
    assert office.owners.of(one.person) is not None
    office.history.undo()
    assert (office.levels.of(one.person), office.owners.of(one.person)) == (None, None)
    office.levels.set(one.person, HelpLevel.SUPPORT_AND_SERVICES, "Har mistet leiligheten før.")
    owner = office.owners.of(one.person)
    assert owner is not None
    assert owner.unit == office.service_units.ours().id
    assert one.unmet() == {DemandCode.ASSESSMENT, DemandCode.PLAN}, "the vedtak is there (D6)"
    assert Reason.LEVEL_WITHOUT_PLAN in one.reasons()


def is_mapped(one: Followed) -> None:
    """D12, D18: what was found becomes needs, and goals hang on them."""
    office = one.office
    findings = {
        AssessmentArea.MONEY: Finding(AreaAnswer.MUCH_HELP, "Regningene blir liggende."),
        AssessmentArea.NEIGHBOURS: Finding(AreaAnswer.WORKS),
    }
    known = office.assessments.keep(one.person, AssessmentDraft(one.today, findings=findings))
    needs = {AssessmentArea.MONEY: "Får ikke betalt husleia i tide"}
    office.assessments.finish(known, needs)
    office.history.undo()
    assert office.plans.needs(one.person) == ()
    assert DemandCode.ASSESSMENT in one.unmet()
    office.assessments.finish(known, needs)
    assert one.unmet() == {DemandCode.PLAN}
    (need,) = office.plans.needs(one.person)
    goal = office.plans.add_goal(one.person, GoalDraft(need.draft.area, OWN_WORDS, need.id))
    vedtak = one.vedtak()
    debt = MeasureDraft("Råd om gjeld", "Mona Lie", unit=one.unit("nav"), goal=goal, vedtak=vedtak)
    office.followup.plan_measure(one.person, debt)


def gets_a_plan_in_own_words(one: Followed) -> None:
    """DOC-09, FV-18: from a template, with the conditions of the vedtak already in it."""
    office = one.office
    template = office.plan_templates.all()[0]
    office.template_use.begin(one.person, template.id)
    office.history.undo()
    assert office.plans.of(one.person) is None
    one.plan = office.template_use.begin(one.person, template.id)
    assert codes(lambda: office.plans.begin(one.person), of=Conflict) == ["plan_runs"]
    content = office.plans.content(one.plan)
    assert OWN_WORDS in [goal.words for goal in content.goals]
    carried = {each.duty for each in office.conditions.of(one.life.lease)}
    assert carried <= {line.words for line in content.loose}
    assert one.blocking() == []
    one.prints()
    assert refused_undo(office) == "undo_final"
    (edition,) = office.plans.editions(one.plan)
    assert edition.content == content
    assert edition.document is not None
    assert office.letters.content(edition.document).startswith(b"%PDF")
    assert office.plans.get(one.plan).state is PlanState.ACTIVE
    assert one.unmet() == set()
    assert one.reasons() == set()


def is_kept_in_touch_with(one: Followed) -> None:
    """C16, D10, AL-15: what was missed is counted, and silence is told of."""
    office = one.office
    one.town.later(20)
    one.talk(ContactOutcome.NOT_REACHED, "Ringte to ganger.")
    office.history.undo()
    assert office.contact_notes.missed(one.person) == 0
    one.talk(ContactOutcome.NOT_REACHED, "Ringte to ganger.")
    one.town.later(3)
    one.talk(ContactOutcome.NOT_REACHED, "Ingen svarte.")
    assert office.contact_notes.missed(one.person) == 2
    one.town.later(20)
    assert Reason.SILENT in one.reasons()
    one.talk(ContactOutcome.REACHED, "Det går fint. Husleia er betalt.", again=7)
    assert Reason.SILENT not in one.reasons()
    assert office.contact_notes.missed(one.person) == 0
    one.town.later(7)
    assert Reason.NEXT_CONTACT_DUE in one.reasons()
    one.talk(ContactOutcome.REACHED, "Var på besøk.")
    assert Reason.NEXT_CONTACT_DUE not in one.reasons()


def goes_to_another_unit(one: Followed) -> None:
    """D5, D7: with a day and a reason; the old plan can be read, and needs a consent to follow."""
    office = one.office
    before = office.plans.editions(one.plan)
    one.hands_over("mental_health_and_substance_use", "Hjelpen gis nå derfra.")
    office.history.undo()
    assert len(office.owners.history(one.person)) == 1
    one.hands_over("mental_health_and_substance_use", "Hjelpen gis nå derfra.")
    first, second = office.owners.history(one.person)
    assert first.until == second.since, "no gap, no overlap"
    assert second.until is None
    assert office.plans.editions(one.plan) == before
    assert office.handover_notes.withholds(one.person)
    one.agrees(ConsentScope.TALK_WITH_HEALTH)
    assert not office.handover_notes.withholds(one.person)
    one.town.send(office.handover_notes.issue(one.person))


def looks_at_the_plan_together(one: Followed) -> None:
    """D4, AL-15: told of on its day, done in one act, and taken back in one."""
    office, plans = one.office, one.office.plans
    day = plans.get(one.plan).draft.evaluation_on
    assert day is not None
    one.town.until(day)
    one.talk(ContactOutcome.REACHED, "Avtalt at vi ser på planen i dag.")
    assert Reason.EVALUATION_DUE in one.reasons()
    goal = next(each for each in plans.goals(one.person) if each.draft.words == OWN_WORDS)
    debt = next(e for e in office.followup.measures(one.person) if e.draft.goal == goal.id)
    office.followup.set_state(debt.id, MeasureState.IN_PROGRESS)
    office.followup.done(debt.id)
    found = EvaluationDraft(
        one.today,
        "Husleia er betalt i tre måneder.",
        "Jeg sover bedre nå.",
        (GoalOutcome(goal.id, GoalState.REACHED),),
        (MeasureOutcome(debt.id, MeasureResult.HELPED),),
        one.today + timedelta(days=90),
    )
    early = replace(found, evaluated_on=plans.get(one.plan).started_on - timedelta(days=1))
    told = codes(lambda: plans.evaluate(one.plan, early), of=Invalid)
    assert told == ["evaluation_before_start"]
    plans.evaluate(one.plan, found)
    office.history.undo()
    assert plans.goal(goal.id).state is GoalState.IN_PROGRESS
    assert Reason.EVALUATION_DUE in one.reasons()
    plans.evaluate(one.plan, found)
    assert plans.goal(goal.id).state is GoalState.REACHED
    assert Reason.EVALUATION_DUE not in one.reasons()
    assert [each.own_words for each in plans.evaluations(one.plan)] == ["Jeg sover bedre nå."]


def wants_an_individual_plan(one: Followed) -> None:
    """E4, DOC-08: never without consent; what was is kept."""
    office, own = one.office, one.office.individual_plans
    before = office.plans.editions(one.plan)
    told = codes(lambda: own.begin(one.person), of=Invalid)
    assert told == ["ip_without_consent"]
    until = one.today + timedelta(days=365)
    own.want(one.person, one.today, until)
    office.history.undo()
    assert office.plans.get(one.plan).kind is PlanKind.MALPLAN
    assert own.state(one.person) is IndividualPlanState.NOT_ASKED
    own.want(one.person, one.today, until)
    known = office.plans.get(one.plan)
    assert (known.id, known.kind) == (one.plan, PlanKind.INDIVIDUAL_PLAN)
    assert office.plans.editions(one.plan) == before
    _needs_a_vedtak_still(one)
    row = one.fills_the_ten_parts()
    mine = IndividualPlanPrint(copies=(row,))
    refused = codes(lambda: office.individual_plan_papers.issue(one.person, mine), of=Invalid)
    assert refused == ["ip_copy_without_consent"]
    one.agrees(ConsentScope.SHARE_PLAN, "Mona Lie")
    office.individual_plan_papers.issue(one.person, mine)
    assert refused_undo(office) == "undo_final"
    first, *_, last = office.plans.editions(one.plan)
    kinds = (first.content.kind, last.content.kind)
    assert kinds == (PlanKind.MALPLAN, PlanKind.INDIVIDUAL_PLAN)
    assert _waiting(one) == [DocumentKind.INDIVIDUAL_PLAN, DocumentKind.INDIVIDUAL_PLAN_COPY]


def _needs_a_vedtak_still(one: Followed) -> None:
    """D6: what rested on a vedtak is done; the one that granted the home still carries level 3."""
    office = one.office
    assert "plan_level_needs_vedtak" not in one.blocking()
    goal = next(e for e in office.plans.goals(one.person) if e.state is GoalState.IN_PROGRESS)
    vedtak = one.vedtak()
    visits = MeasureDraft(
        "Besøk hjemme", "Mona Lie", unit=one.unit("home_services"), goal=goal.id, vedtak=vedtak
    )
    office.followup.plan_measure(one.person, visits)


def _waiting(one: Followed) -> list[DocumentKind]:
    plans = {DocumentKind.INDIVIDUAL_PLAN, DocumentKind.INDIVIDUAL_PLAN_COPY}
    return sorted(each.kind for each in one.office.letters.to_send() if each.kind in plans)


def takes_the_consent_back(one: Followed) -> None:
    """PV-02: it is not worked from or shared any more; what was made is kept."""
    office, own = one.office, one.office.individual_plans
    editions = office.plans.editions(one.plan)
    one.withdraws(ConsentScope.SHARE_PLAN)
    assert own.may_get(own.of(one.person)) == ()
    one.withdraws(ConsentScope.MAKE_INDIVIDUAL_PLAN)
    assert own.state(one.person) is IndividualPlanState.CONSENT_OVER
    paper = IndividualPlanPrint()
    told = codes(lambda: office.individual_plan_papers.issue(one.person, paper), of=Invalid)
    assert "ip_without_consent" in told
    assert office.plans.editions(one.plan) == editions
    assert all(office.letters.content(e.document) for e in editions if e.document is not None)
    assert Reason.CONSENT_ENDS not in one.reasons()
    assert DemandCode.PLAN in one.unmet(), "nobody may work from it (SD-01, PV-02)"
    assert Reason.PLAN_WITHOUT_CONSENT in one.reasons()
    office.plans.end(one.plan, "Samtykket er trukket tilbake.")
    one.plan = office.plans.begin(one.person)
    assert office.plans.get(one.plan).kind is PlanKind.MALPLAN
    assert OWN_WORDS not in [e.words for e in office.plans.content(one.plan).goals if not e.state]
    _copies_by_what_still_holds(one)


def _copies_by_what_still_holds(one: Followed) -> None:
    """A3, P6: to talk with health still holds; taken back, no copy goes."""
    office = one.office
    copied = PlanPrint(agreed=True, copy=PlanCopy.HEALTH)
    assert office.plan_papers.preview(one.plan, copied).draft
    one.withdraws(ConsentScope.TALK_WITH_HEALTH)
    told = codes(lambda: office.plan_papers.issue(one.plan, copied), of=Invalid)
    assert told == ["plan_copy_without_consent"]
    one.prints()


def manages_alone(one: Followed) -> None:
    """E3: level 0 ends ownership; the plan is over and can be read."""
    office = one.office
    one.town.later(60)
    office.plans.end(one.plan, "", completed=True)
    office.history.undo()
    assert office.plans.get(one.plan).state is PlanState.ACTIVE
    office.plans.end(one.plan, "", completed=True)
    office.levels.set(one.person, HelpLevel.MANAGES_ALONE, "Klarer seg selv.")
    assert one.person in office.followups.without_owner(), "somebody was still to do something"
    for measure in office.followup.measures(one.person):
        if measure.condition is None and not measure.state.ended:
            office.followup.not_done(measure.id, "Trengs ikke lenger.")
    assert office.owners.of(one.person) is None
    *_, last = office.owners.history(one.person)
    assert last.until is not None
    assert [each.state for each in office.plans.all(one.person)] == [
        PlanState.COMPLETED,
        PlanState.ENDED,
    ]
    assert one.unmet() == set()
    silent = {Reason.SILENT, Reason.LEVEL_WITHOUT_PLAN, Reason.WITHOUT_OWNER}
    assert not silent & one.reasons()
    told = codes(lambda: one.hands_over("nav", "Sent"), of=OfficeError)
    assert told == ["owner_not_followed"]
    assert codes(lambda: office.plans.get(PlanId(0)), of=OfficeError) == ["plan_not_found"]
