"""The people the office follows up: levels, owners, plans, talks, and what has come of them."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from app.core.ids import PlanId
from app.demo import (
    followup_agreements,
    followup_editions,
    followup_individual,
    followup_people,
    followup_plans,
    followup_services,
    followup_talks,
)
from app.demo.followup_people import PLANS, Caseload, Followed
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.followup.assessments.model import (
    AreaAnswer,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import OwnerDraft

BATCH = 10
FIRST, APART = START - 5, 3
"""How many days ago the first plans were made, and how many days lie between the batches."""
LATE, STEADY = 2, 8
"""How many keep measures that are late; and every tenth stands where they stood last winter."""
EARLIER, BETWEEN = timedelta(days=260), timedelta(days=110)
_AREA, _SOME, _MUCH = AssessmentArea, AreaAnswer.SOME_HELP, AreaAnswer.MUCH_HELP
_FOUND = (
    (_AREA.MONEY, _SOME, "Regningene blir liggende.", "Vil ha oversikt."),
    (
        _AREA.CLEANING,
        _SOME,
        "Klarer det meste, men ikke når jeg er sliten.",
        "Hjelp til å begynne.",
    ),
    (_AREA.NETWORK, _MUCH, "Har ingen jeg kan ringe.", "Vil møte flere folk."),
    (_AREA.DAILY_ACTIVITY, _SOME, "Dagene blir lange.", "Vil ha noe å stå opp til."),
    (_AREA.POWER_AND_INSURANCE, _SOME, "Har ikke strømavtale selv.", "Vil ha det i orden."),
    (_AREA.NEIGHBOURS, _SOME, "Det har vært bråk i oppgangen.", "Vil ha det rolig."),
)
_WISHES = ("Vil bli boende.", "Vil bo roligere.", "Vil eie noe selv en dag.")


def steps(story: Story) -> Steps:
    """The first are taken on early; the rest a few days apart."""
    load = Caseload()
    batches: Steps = [
        (FIRST - APART * batch, partial(_batch, story, load, batch))
        for batch in range(PLANS // BATCH)
    ]
    parts = (
        followup_talks,
        followup_services,
        followup_agreements,
        followup_individual,
        followup_editions,
    )
    return [
        (FIRST + 1, partial(followup_people.find, story, load)),
        *batches,
        (FIRST - 1, partial(_others, story, load)),
        *(step for each in parts for step in each.steps(story, load)),
        (2, partial(_follow, story)),
        (4, partial(_unowned, story)),
    ]


def _batch(story: Story, load: Caseload, batch: int) -> None:
    """Ten people mapped, given a level and an owner, and a plan they agree to."""
    first = batch * BATCH
    for one in followup_people.followed(story, load):
        if first <= one.at < first + BATCH:
            _take_on(story, one)
            load.made.append((one, _plan(story, load, one)))


def _take_on(story: Story, one: Followed) -> None:
    """Mapped, and on a level with an owner; some stood elsewhere before."""
    office = story.office
    codes = {unit.code: unit.id for unit in office.service_units.all()}
    unit, coordinator, phone = one.owner
    owner = OwnerDraft(codes[unit], coordinator, phone)
    assessment = office.assessments.keep(one.person, _mapping(story, one))
    office.assessments.finish(assessment, {})
    since = story.now - EARLIER
    for level, reason, after in _stood(one):
        office.levels.set(one.person, level, reason, since + after, owner)
    if one.at % 10 == STEADY:
        office.levels.set(one.person, one.level, "Kartlegging og samtale", since, owner)
        return
    last = "Kartlegging og samtale" if one.at % 3 else "Klarer mer på egen hånd nå"
    office.levels.set(one.person, one.level, last, owner=owner)


def _stood(one: Followed) -> tuple[tuple[HelpLevel, str, timedelta], ...]:
    """Where they stood before: a third further out, of them some on two levels; a few inside."""
    more, start = "Trengte mer hjelp den første tiden", timedelta(0)
    if one.at % 10 == STEADY:
        return ()
    if one.at % 20 == 7:
        return ((HelpLevel.ADVICE, "Klarte seg med råd en stund", start),)
    if one.at % 3 or one.level is HelpLevel.LASTING_SERVICES:
        return ()
    before = HelpLevel(one.level + 1)
    if one.at % 12 == 0 and before is not HelpLevel.LASTING_SERVICES:
        steady = "Besøkene hjemme gjorde nytte"
        return ((HelpLevel.LASTING_SERVICES, more, start), (before, steady, BETWEEN))
    return ((before, more, start),)


def _mapping(story: Story, one: Followed) -> AssessmentDraft:
    """What was found in one talk: most works, some things do not."""
    findings = dict.fromkeys(AssessmentArea, Finding(AreaAnswer.WORKS))
    for which in range(1 + int(one.level) // 2):
        area, answer, words, wish = _FOUND[(one.at + which) % len(_FOUND)]
        findings[area] = Finding(answer, words, wish)
    wishes = _WISHES[one.at % len(_WISHES)]
    return AssessmentDraft(held_on=story.now, findings=findings, wishes=wishes)


def _plan(story: Story, load: Caseload, one: Followed) -> PlanId:
    """Begun from a template, with the vedtak that level 3 and 4 ask for, shown and agreed."""
    office = story.office
    plan = office.template_use.begin(one.person, load.templates[one.template])
    if one.level >= HelpLevel.SUPPORT_AND_SERVICES:
        first = office.followup.measures(one.person)[0]
        vedtak = f"{story.now.year}/{1000 + one.person}"
        office.followup.change(first.id, replace(first.draft, vedtak=vedtak))
    followup_plans.fill(story, one, plan)
    followup_editions.agree(story, load, one, plan)
    return plan


def _others(story: Story, load: Caseload) -> None:
    """Some have advice alone, some wait for a plan, and some need nothing more."""
    levels = story.office.levels
    for person in load.advised:
        levels.set(person, HelpLevel.ADVICE, "Råd om bostøtte og leiemarked")
    for person in load.unplanned:
        levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger tjenester fra flere enheter")
    for person in load.alone:
        levels.set(person, HelpLevel.SUPPORT, "Hjelp den første tiden", story.now - EARLIER)
        levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer seg selv")


def _follow(story: Story) -> None:
    """What should have been done, is; but for a few."""
    followup = story.office.followup
    late = [row.person for row in followup.due(story.today) if row.late]
    for person in late[LATE:]:
        for measure in followup.measures(person):
            if measure.late(story.today):
                followup.done(measure.id)


def _unowned(story: Story) -> None:
    """A plan was begun for one who waits for an answer, and nobody has taken the case."""
    application = story.office.applications.get(story.cases["open 21"])
    story.office.plans.begin(application.applicant)
