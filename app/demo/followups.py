"""The people the office follows up: levels, owners, plans, talks, and what has come of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from app.core.ids import PersonId, PlanId
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.followup.assessments.model import (
    AreaAnswer,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import OwnerDraft
from app.leases.model import LeaseState
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection

PLANS = 120
ADVISED, UNPLANNED, ALONE = 24, 2, 10
"""How many have advice alone, wait for their plan on level 3, and manage by themselves now."""
FROM_LIST = 30
BATCH = 10
FIRST, APART = START - 5, 3
"""How many days ago the first plans were made, and how many days lie between the batches."""
OVERDUE, LATE, SILENT = 2, 2, 3
EARLIER = timedelta(days=260)

_TEMPLATES = {
    HelpLevel.SUPPORT: ("Orden på husleien", "Ny i egen bolig", "Barnefamilie som skal bli boende"),
    HelpLevel.SUPPORT_AND_SERVICES: ("Bo trygt med faste besøk", "Flyktning på vei til egen bolig"),
    HelpLevel.LASTING_SERVICES: ("Bo trygt med faste besøk",),
}
_OWNERS = (
    ("housing_office", "Siri Testmo", "00 00 00 00"),
    ("housing_team", "Jonas Prøvlien", "00 00 00 11"),
    ("mental_health_and_substance_use", "Aud Demoberg", "00 00 00 12"),
    ("home_services", "Team hjemme øst", "00 00 00 13"),
    ("refugee_service", "Mona Testvang", "00 00 00 14"),
)
_TALKS = (
    "Snakket om husleien. Trekket er i gang.",
    "Var på besøk. Det var ryddig og varmt.",
    "Ringte om strømavtalen. Ordner det selv denne uken.",
    "Møtte på kontoret. Vil gjerne ha fast tid framover.",
)


@dataclass(frozen=True, slots=True)
class Followed:
    """One with a plan: the level, the template it began from, and who owns the case."""

    person: PersonId
    level: HelpLevel
    template: str
    owner: tuple[str, str, str]


def steps(story: Story) -> Steps:
    """The first are taken on early; the rest a few days apart."""
    people: list[PersonId] = []
    made: list[tuple[Followed, PlanId]] = []
    batches: Steps = [
        (FIRST - APART * batch, partial(_batch, story, people, made, batch))
        for batch in range(PLANS // BATCH)
    ]
    return [
        (FIRST + 1, partial(_find, story, people)),
        *batches,
        (FIRST - 1, partial(_others, story, people)),
        (12, partial(_talk, story, made)),
        (2, partial(_follow, story, made)),
        (2, partial(_evaluations, story, made)),
        (9, partial(_agrees, story, made)),
        (4, partial(_unowned, story)),
    ]


def _find(story: Story, people: list[PersonId]) -> None:
    """Those who wait, so that their groups can be counted, then tenants; none is protected."""
    office = story.office
    open_to_all = {
        row.id for row in office.people.rows() if row.protection is AddressProtection.NONE
    }
    waiting = [row.applicant for row in office.applications.rows() if row.state.open]
    tenants = [
        row.tenant
        for row in sorted(office.leases.rows(), key=lambda row: row.id)
        if row.state is LeaseState.RUNNING
    ]
    wanted = PLANS + ADVISED + UNPLANNED + ALONE
    for person in (*waiting[:FROM_LIST], *tenants):
        if person in open_to_all and person not in people and len(people) < wanted:
            people.append(person)


def _followed(story: Story, people: list[PersonId]) -> Iterator[Followed]:
    """Half of them on level 2, a third on 3, the rest on 4."""
    levels = (
        *(HelpLevel.SUPPORT,) * 3,
        *(HelpLevel.SUPPORT_AND_SERVICES,) * 2,
        HelpLevel.LASTING_SERVICES,
    )
    for at, person in enumerate(people[:PLANS]):
        level = levels[at % len(levels)]
        template = _TEMPLATES[level][at % len(_TEMPLATES[level])]
        yield Followed(person, level, template, _OWNERS[at % len(_OWNERS)])


def _batch(
    story: Story, people: list[PersonId], made: list[tuple[Followed, PlanId]], batch: int
) -> None:
    """Ten people mapped, given a level and an owner, and a plan they agree to."""
    first = batch * BATCH
    for at, one in enumerate(_followed(story, people)):
        if first <= at < first + BATCH:
            _take_on(story, one, moved=at % 3 == 0)
            made.append((one, _plan(story, one)))


def _take_on(story: Story, one: Followed, *, moved: bool) -> None:
    office = story.office
    codes = {unit.code: unit.id for unit in office.service_units.all()}
    unit, coordinator, phone = one.owner
    owner = OwnerDraft(codes[unit], coordinator, phone)
    assessment = office.assessments.keep(one.person, _mapping(story))
    office.assessments.finish(assessment, {})
    if moved and one.level is not HelpLevel.LASTING_SERVICES:
        before = HelpLevel(one.level + 1)
        since = story.now - EARLIER
        office.levels.set(one.person, before, "Trengte mer hjelp den første tiden", since, owner)
        office.levels.set(one.person, one.level, "Klarer mer på egen hånd nå")
    else:
        office.levels.set(one.person, one.level, "Kartlegging og samtale", owner=owner)


def _mapping(story: Story) -> AssessmentDraft:
    works, some = Finding(AreaAnswer.WORKS), AreaAnswer.SOME_HELP
    findings = dict.fromkeys(AssessmentArea, works)
    findings[AssessmentArea.MONEY] = Finding(some, "Regningene blir liggende.", "Vil ha oversikt.")
    return AssessmentDraft(held_on=story.now, findings=findings, wishes="Vil bli boende.")


def _plan(story: Story, one: Followed) -> PlanId:
    """Begun from a template, with the vedtak that level 3 and 4 ask for, shown and agreed."""
    office = story.office
    template = next(
        each.id for each in office.plan_templates.offered() if each.name == one.template
    )
    plan = office.template_use.begin(one.person, template)
    if one.level >= HelpLevel.SUPPORT_AND_SERVICES:
        first = office.followup.measures(one.person)[0]
        vedtak = f"{story.now.year}/{1000 + one.person}"
        office.followup.change(first.id, replace(first.draft, vedtak=vedtak))
    office.plans.offer(plan)
    office.plans.agree(plan)
    return plan


def _others(story: Story, people: list[PersonId]) -> None:
    """Some have advice alone, some wait for a plan, and some need nothing more."""
    levels, rest = story.office.levels, people[PLANS:]
    advised, rest = rest[:ADVISED], rest[ADVISED:]
    for person in advised:
        levels.set(person, HelpLevel.ADVICE, "Råd om bostøtte og leiemarked")
    for person in rest[:UNPLANNED]:
        levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger tjenester fra flere enheter")
    for person in rest[UNPLANNED:]:
        levels.set(person, HelpLevel.SUPPORT, "Hjelp den første tiden", story.now - EARLIER)
        levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer seg selv")


def _talk(story: Story, made: list[tuple[Followed, PlanId]]) -> None:
    """Nearly everyone was spoken with; a few did not answer."""
    notes = story.office.contact_notes
    for at, (one, _) in enumerate(made):
        if one.level is HelpLevel.LASTING_SERVICES and at // 6 < SILENT:
            continue
        day = story.now - timedelta(days=at % 5)
        channel = (ContactChannel.PHONE, ContactChannel.HOME_VISIT)[at % 2]
        notes.add(
            one.person,
            ContactNoteDraft(day, channel, ContactOutcome.REACHED, _TALKS[at % len(_TALKS)]),
        )


def _follow(story: Story, made: list[tuple[Followed, PlanId]]) -> None:
    """What should have been done, is; but for a few."""
    followup = story.office.followup
    late = [row.person for row in followup.due(story.today) if row.late]
    for person in late[LATE:]:
        for measure in followup.measures(person):
            if measure.late(story.today):
                followup.done(measure.id)


def _evaluations(story: Story, made: list[tuple[Followed, PlanId]]) -> None:
    """A few were to be gone through yesterday."""
    plans = story.office.plans
    for _, plan in made[:OVERDUE]:
        draft = plans.get(plan).draft
        plans.change(plan, replace(draft, evaluation_on=story.now))


def _agrees(story: Story, made: list[tuple[Followed, PlanId]]) -> None:
    """One has said yes to a short sharing, which soon is over."""
    one, _ = made[0]
    until = story.today + timedelta(days=20)
    story.office.consents.add(
        Consent(one.person, ConsentScope.TALK_WITH_HEALTH, story.now, until, "Psykisk helse og rus")
    )


def _unowned(story: Story) -> None:
    """A plan was begun for one who waits for an answer, and nobody has taken the case."""
    application = story.office.applications.get(story.cases["open 21"])
    story.office.plans.begin(application.applicant)
