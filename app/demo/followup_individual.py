"""Individual plans: one that a målplan grew into, one begun as such, one being written."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from app.core.ids import PersonId, Ref
from app.demo import phrases
from app.demo.followup_people import OWNERS, Caseload
from app.demo.story import Steps, Story
from app.followup.assessments.model import (
    AreaAnswer,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlanDraft,
    IndividualPlanPrint,
    ParticipantDraft,
)
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import OwnerDraft
from app.letters.model import Channel

GROWN = 5
"""Which målplan grew into an individual plan."""
_TEMPLATE = "Bo trygt med faste besøk"
_YEAR = timedelta(days=364)
_HALF, _QUARTER = timedelta(days=182), timedelta(days=91)
_EXTENTS = ("Én time i uken", "To besøk i uken", "En gang i måneden")


def steps(story: Story, load: Caseload) -> Steps:
    """Wanted, written together, printed."""
    return [
        (30, partial(_begin, story, load)),
        (22, partial(_agree, story, load)),
        (24, partial(_grow, story, load)),
        (15, partial(_print, story, load)),
    ]


def _begin(story: Story, load: Caseload) -> None:
    """Two who wanted one from the start, each mapped and on level 3."""
    for at, person in enumerate(load.individual):
        _take_on(story, person)
        _want(story, person)
        office = story.office
        office.template_use.add(person, load.templates[_TEMPLATE])
        if at == 0:
            _order(story, person)
            _write(story, person)


def _take_on(story: Story, person: PersonId) -> None:
    office = story.office
    findings = dict.fromkeys(AssessmentArea, Finding(AreaAnswer.WORKS))
    findings[AssessmentArea.HEALTH] = Finding(
        AreaAnswer.MUCH_HELP, "Trenger noen å snakke med.", "Vil ha faste tider."
    )
    draft = AssessmentDraft(story.now, findings=findings, wishes="Vil bo trygt.")
    office.assessments.finish(office.assessments.keep(person, draft), {})
    units = {unit.code: unit.id for unit in office.service_units.all()}
    code, name, phone = OWNERS[2]
    owner = OwnerDraft(units[code], name, phone)
    level = HelpLevel.SUPPORT_AND_SERVICES
    office.levels.set(person, level, "Trenger tjenester fra flere enheter", owner=owner)


def _order(story: Story, person: PersonId) -> None:
    """The vedtak that level 3 asks for."""
    followup = story.office.followup
    first = followup.measures(person)[0]
    vedtak = f"{story.now.year}/{1000 + person}"
    followup.change(first.id, replace(first.draft, vedtak=vedtak))


def _want(story: Story, person: PersonId) -> None:
    story.office.individual_plans.want(person, story.now, story.now + _YEAR)


def _agree(story: Story, load: Caseload) -> None:
    """The first of them is with it; the other is still being written."""
    plans = story.office.plans
    plan = plans.of(load.individual[0])
    if plan is not None:
        plans.offer(plan.id)
        plans.agree(plan.id)


def _grow(story: Story, load: Caseload) -> None:
    """A målplan grows into it with its goals and editions kept (E4)."""
    person = load.made[GROWN][0].person
    _want(story, person)
    _write(story, person)


def _print(story: Story, load: Caseload) -> None:
    person = load.made[GROWN][0].person
    story.office.individual_plan_papers.issue(person, IndividualPlanPrint())
    story.post(Ref("person", person), Channel.DELIVERED_BY_HAND, phrases.HANDED)


def _write(story: Story, person: PersonId) -> None:
    """All ten parts, in words that the person can know again."""
    own = story.office.individual_plans
    known = own.of(person)
    own.change(person, _said(story, children=known.children))
    measures = story.office.followup.measures(person)
    extents = {each.id: _EXTENTS[at % len(_EXTENTS)] for at, each in enumerate(measures)}
    own.set_extents(person, extents)
    for participant in _taking_part(story):
        own.add_participant(person, participant)
    answers = (
        (CoordinatorPost.COORDINATOR, CoordinatorAnswer.APPOINTED, known.owner),
        (CoordinatorPost.CHILD_COORDINATOR, CoordinatorAnswer.NOT_RELEVANT, ""),
        (CoordinatorPost.CONTACT_DOCTOR, CoordinatorAnswer.OFFERED, ""),
    )
    for post, answer, name in answers:
        own.answer_coordinator(person, CoordinatorOffer(post, answer, story.now, name))


def _said(story: Story, *, children: bool) -> IndividualPlanDraft:
    start = story.now
    return IndividualPlanDraft(
        resources="Lager god mat, kan mye om sykler og møter opp når noe er avtalt.",
        prepared_by="Planen er laget på to møter. Alle som deltar, har lest den.",
        own_contribution="Jeg holder avtalene, og jeg sier fra når dagene blir tunge.",
        services_contribution="Faste besøk, samtaler og hjelp til å holde orden på brev.",
        relatives_contribution="Søsteren min kommer på søndager.",
        carried_out="Besøkene er lagt til tirsdag og fredag. Samtalene er på helsehuset.",
        cooperation="Vi møtes hver tredje måned. Koordinatoren kaller inn og skriver ned.",
        child_participation="Barna har fortalt hva de synes, i en samtale på skolen."
        if children
        else "",
        starts_on=start,
        ends_on=start + _YEAR,
        revise_on=(start + _QUARTER, start + _HALF),
    )


def _taking_part(story: Story) -> tuple[ParticipantDraft, ...]:
    units = {unit.code: unit.id for unit in story.office.service_units.all()}
    home = units["home_services"]
    return (
        ParticipantDraft("Unni Testlia", "søster", phone="00 00 00 31", since=story.now),
        ParticipantDraft("Kari Testvik", "sykepleier", home, "00 00 00 13", story.now),
        ParticipantDraft("Per Prøvedal", "fastlege", phone="00 00 00 32", since=story.now),
    )
