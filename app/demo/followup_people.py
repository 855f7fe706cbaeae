"""Whom the office follows up: who they are, on which level, by which template, and who owns it."""

from collections.abc import Iterator
from dataclasses import field

from app.core.ids import PersonId, PlanId
from app.core.records import dataclass
from app.core.text import Language
from app.demo.story import Story
from app.followup.levels.model import HelpLevel
from app.leases.model import LeaseState
from app.office import Office
from app.people.model import AddressProtection, Role

PLANS = 120
ADVISED, UNPLANNED, ALONE, INDIVIDUAL = 24, 2, 10, 2
"""How many have advice alone, wait for their plan on level 3, and manage by themselves now; and
how many began with an individual plan."""
FROM_LIST, EVERY = 30, 2
"""How many of them wait for a dwelling, and every which tenant is taken."""
PRINTED = 5
"""How many in bokmål have their plan on paper, the second in large print; and one in nynorsk."""
_LEVELS = (
    *(HelpLevel.SUPPORT,) * 3,
    *(HelpLevel.SUPPORT_AND_SERVICES,) * 2,
    HelpLevel.LASTING_SERVICES,
)
"""Half of them on level 2, a third on 3, the rest on 4."""
OWNERS = (
    ("housing_office", "Siri Testmo", "00 00 00 00"),
    ("housing_team", "Jonas Prøvlien", "00 00 00 11"),
    ("mental_health_and_substance_use", "Aud Demoberg", "00 00 00 12"),
    ("home_services", "Team hjemme øst", "00 00 00 13"),
    ("refugee_service", "Mona Testvang", "00 00 00 14"),
)
_STEADY, _FAMILY, _REFUGEE = (
    "Bo trygt med faste besøk",
    "Barnefamilie som skal bli boende",
    "Flyktning på vei til egen bolig",
)
_OTHERS = ("Orden på husleien", "Ny i egen bolig")


@dataclass(frozen=True, slots=True)
class Followed:
    """One with a plan: which in order, the level, the template it began from, who owns it."""

    at: int
    person: PersonId
    level: HelpLevel
    template: str
    owner: tuple[str, str, str]


@dataclass(slots=True)
class Caseload:
    """Those who are followed up, and the plans that were made, in the order they were."""

    people: list[PersonId] = field(default_factory=list)
    templates: dict[str, int] = field(default_factory=dict)
    made: list[tuple[Followed, PlanId]] = field(default_factory=list)
    """In the order of `Followed.at`."""
    printed: tuple[PersonId, ...] = ()

    @property
    def advised(self) -> list[PersonId]:
        """Those with advice alone."""
        return self.people[PLANS:][:ADVISED]

    @property
    def unplanned(self) -> list[PersonId]:
        """Those on level 3 who wait for their plan."""
        return self.people[PLANS + ADVISED :][:UNPLANNED]

    @property
    def individual(self) -> list[PersonId]:
        """Those whose first plan is an individual one."""
        return self.people[PLANS + ADVISED + UNPLANNED :][:INDIVIDUAL]

    @property
    def alone(self) -> list[PersonId]:
        """Those who need nothing more."""
        return self.people[PLANS + ADVISED + UNPLANNED + INDIVIDUAL :]


def find(story: Story, load: Caseload) -> None:
    """Those who wait, so that their groups can be counted, then tenants; none is protected."""
    office = story.office
    load.templates = {each.name: each.id for each in office.plan_templates.offered()}
    rows = {row.id: row for row in office.people.rows() if row.protection is AddressProtection.NONE}
    waiting = [row.applicant for row in office.applications.rows() if row.state.open]
    wanted = dict.fromkeys((*waiting[:FROM_LIST], *tenants(office)))
    open_to_all = [person for person in wanted if person in rows]
    load.people = open_to_all[: PLANS + ADVISED + UNPLANNED + INDIVIDUAL + ALONE]
    load.printed = (*_reading(story, load, Language.NB)[:PRINTED], *_reading(story, load)[:1])


def tenants(office: Office) -> list[PersonId]:
    """Every so many of those who rent."""
    running = (row for row in office.leases.rows() if row.state is LeaseState.RUNNING)
    return [row.tenant for row in sorted(running, key=lambda row: row.id)][::EVERY]


def _reading(
    story: Story, load: Caseload, language: Language = Language.NN
) -> tuple[PersonId, ...]:
    """Those among the first with a plan who read that language."""
    people = story.office.people
    first = load.people[: FROM_LIST + PRINTED * 2]
    return tuple(person for person in first if people.get(person).language is language)


def followed(story: Story, load: Caseload) -> Iterator[Followed]:
    """Those with a plan."""
    for at, person in enumerate(load.people[:PLANS]):
        level, owner = _LEVELS[at % len(_LEVELS)], OWNERS[at % len(OWNERS)]
        yield Followed(at, person, level, _template(story, person, level, at), owner)


def _template(story: Story, person: PersonId, level: HelpLevel, at: int) -> str:
    """What suits them: by children, by who owns the case, and by level."""
    household = story.office.people.household_of(person)
    if household and any(each.role is Role.CHILD for each in household.members):
        return _FAMILY
    if level is HelpLevel.SUPPORT:
        return _OTHERS[at % len(_OTHERS)]
    refugees = OWNERS[at % len(OWNERS)][0] == "refugee_service"
    return _REFUGEE if refugees and level is not HelpLevel.LASTING_SERVICES else _STEADY
