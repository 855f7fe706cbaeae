"""Those who were granted a dwelling in the year before and moved in, as the old list has them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

from app.allocation.settlement.model import SettlementDraft
from app.applications.model import (
    ApplicationDraft,
    ApplicationState,
    Channel,
    NeedCategory,
    ReferredBy,
    TargetGroup,
)
from app.core.ids import HouseholdId, PersonId
from app.core.records import dataclass
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.demo.waiting import NEEDS
from app.leases.model import LeaseRow

HOUSED = {
    TargetGroup.MENTAL_HEALTH: 10,
    TargetGroup.SUBSTANCE_USE: 8,
    TargetGroup.FAMILY_WITH_CHILDREN: 2,
    TargetGroup.DISADVANTAGED_OTHER: 8,
}
"""How many each group was granted in twelve months (B7): 28."""
LATER = {TargetGroup.DISADVANTAGED_OTHER: 2}
"""Those of them who are housed while the demo's weeks pass by."""
SETTLED, APART, LONG_AGO = 9, 17, 400
"""Refugees of the years before, here and there among those who moved in so many days ago."""
OLD = 67
SOONEST, LATEST = START + 40, 350
"""Within these days ago the others moved in, so that all of them are within the year."""


@dataclass(frozen=True, slots=True)
class MovedIn:
    """One who moved into a dwelling, with the household that is known."""

    person: PersonId
    household: HouseholdId | None
    on: date


def steps(story: Story) -> Steps:
    """Taken in with the old list; then who of those before came by agreement with the state."""
    return [(START - 1, partial(_take_over, story)), (START - 2, partial(_settled, story))]


def _take_over(story: Story) -> None:
    rng = Random(story.today.toordinal())  # noqa: S311  chance that is the same every time
    families, alone = _moved_in(story, rng)
    with story.office.unit("sheet.taken_in") as unit:
        for group, count in HOUSED.items():
            homes = families if group is TargetGroup.FAMILY_WITH_CHILDREN else alone
            for _ in range(count - LATER.get(group, 0)):
                moved = homes.pop()
                draft = _application(rng, group, moved)
                made = story.office.applications.add(unit, draft)
                state, since = ApplicationState.ALLOCATED, moved.on - timedelta(days=10)
                story.office.applications.set_state(unit, made, state, since, "")
        unit.subject = None


def _settled(story: Story) -> None:
    """Refugees of the years before, in the first homes that were found for them."""
    office = story.office
    rows = [each for each in office.leases.rows() if _days(story, each) > LONG_AGO]
    rows.sort(key=lambda each: (_days(story, each), each.id))
    rng = Random(story.today.toordinal())  # noqa: S311  chance that is the same every time
    for moved in list(_each(story, rows))[::APART][:SETTLED]:
        draft = replace(
            _application(rng, TargetGroup.REFUGEE, moved),
            referred_by=ReferredBy.IMDI,
            needs=frozenset({NeedCategory.RECEPTION_BEYOND_TARGET}),
            present_housing="Bor i mottak og har fått oppholdstillatelse.",
        )
        with office.unit("sheet.taken_in") as unit:
            made = office.applications.add(unit, draft)
            granted = moved.on - timedelta(days=10)
            office.applications.set_state(unit, made, ApplicationState.ALLOCATED, granted, "")
            unit.subject = None
        persons = len(office.people.household(office.applications.get(made).household).members)
        agreed = SettlementDraft(made, moved.on.year, persons, granted, moved.on)
        office.settlements.settled(office.settlements.agree(agreed), moved.on)


def _moved_in(story: Story, rng: Random) -> tuple[list[MovedIn], list[MovedIn]]:
    """Families, and those who live alone, by chance; the same for the same day."""
    rows = [each for each in story.office.leases.rows() if _of_the_year(story, each)]
    found = list(_each(story, rows))
    rng.shuffle(found)
    families = [each for each in found if each.household is not None]
    return families, [each for each in found if each.household is None]


def _of_the_year(story: Story, row: LeaseRow) -> bool:
    return row.start is not None and SOONEST <= _days(story, row) <= LATEST


def _days(story: Story, row: LeaseRow) -> int:
    """How long ago they moved in."""
    return 0 if row.start is None else (story.today - row.start).days


def _each(story: Story, rows: list[LeaseRow]) -> Iterator[MovedIn]:
    """Who has grown old has come to a dwelling of another kind."""
    people = story.office.people
    for row in rows:
        born, home = people.get(row.tenant).birth_date, people.household_of(row.tenant)
        if born is not None and row.start is not None and row.start.year - born.year < OLD:
            yield MovedIn(row.tenant, None if home is None else home.id, row.start)


def _application(rng: Random, group: TargetGroup, moved: MovedIn) -> ApplicationDraft:
    """What was asked for, and when it was granted; the rest lies in the old folder."""
    received = moved.on - timedelta(days=rng.randint(60, 420))
    need, told = rng.choice(NEEDS[:5])
    return ApplicationDraft(
        applicant=moved.person,
        household=moved.household,
        received_on=received,
        channel=rng.choice((Channel.PAPER_FORM, Channel.WEB_FORM)),
        referred_by=rng.choice((ReferredBy.SELF, ReferredBy.NAV)),
        group=group,
        needs=frozenset({need}),
        present_housing=told,
        bedrooms=3 if moved.household is not None else 1,
        state=ApplicationState.GRANTED_WAITING,
        state_since=received + timedelta(days=rng.randint(18, 45)),
    )
