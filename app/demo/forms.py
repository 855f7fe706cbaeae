"""What the paper forms of the demo tell: most of it known, some asked for, some falling short."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto
from random import Random

from app.applications.intake.model import (
    Expense,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    Income,
    IncomeKind,
    Intake,
    LegalStay,
    MaritalStatus,
    Paper,
    PaperKind,
    Requirement,
    Tenure,
    Wanted,
)
from app.applications.model import Application, NeedCategory, TargetGroup
from app.core.ids import ApplicationId, PersonId
from app.core.money import Ore, kroner
from app.core.records import dataclass
from app.office import Office
from app.people.model import Role


class Lacks(Enum):
    """What a form does not have as the rules would like it."""

    NOTHING = auto()
    STAY = auto()
    RESIDENCE = auto()
    INCOME = auto()
    PAPERS = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """How one form differs from the others."""

    lacks: Lacks = Lacks.NOTHING
    newcomer: bool = False
    refugee: bool = False
    wanted: Wanted = Wanted.ORDINARY


_TENURES = {
    NeedCategory.WITH_FRIENDS_OR_FAMILY: Tenure.WITH_FRIENDS,
    NeedCategory.EMERGENCY_OR_TEMPORARY: Tenure.TEMPORARY_STAY,
    NeedCategory.DISCHARGE_NO_HOME: Tenure.WITH_FAMILY,
    NeedCategory.NO_VALID_LEASE: Tenure.RENTS_PRIVATELY,
    NeedCategory.HOUSING_COST_TOO_HIGH: Tenure.RENTS_PRIVATELY,
    NeedCategory.POOR_STANDARD: Tenure.RENTS_PRIVATELY,
    NeedCategory.STRAINED_ENVIRONMENT: Tenure.RENTS_PRIVATELY,
    NeedCategory.TOO_SMALL: Tenure.RENTS_PRIVATELY,
    NeedCategory.RECEPTION_BEYOND_TARGET: Tenure.RECEPTION_CENTRE,
}
_LIVE_ON = (
    (IncomeKind.WORK_ASSESSMENT_ALLOWANCE, 16_900),
    (IncomeKind.DISABILITY_BENEFIT, 20_400),
    (IncomeKind.SOCIAL_ASSISTANCE, 9_300),
    (IncomeKind.WORK, 22_800),
    (IncomeKind.UNEMPLOYMENT_BENEFIT, 14_600),
)
_WAGE = (IncomeKind.WORK, 31_500)
_CHILD_BENEFIT, _PARTNER_EARNS, _INTRODUCTION = 1_968, 17_500, 20_700
_HINDRANCES = (
    frozenset({Hindrance.LOW_INCOME, Hindrance.NO_DEPOSIT}),
    frozenset({Hindrance.DEBT, Hindrance.NO_REFERENCES}),
    frozenset({Hindrance.TURNED_AWAY, Hindrance.LOW_INCOME, Hindrance.DEBT}),
    frozenset({Hindrance.HEALTH, Hindrance.FEW_DWELLINGS}),
)
_NEEDS_HELP = {
    TargetGroup.MENTAL_HEALTH: frozenset({HelpNeed.DAILY_LIFE, HelpNeed.HEALTH}),
    TargetGroup.SUBSTANCE_USE: frozenset({HelpNeed.ECONOMY, HelpNeed.DAILY_LIFE}),
    TargetGroup.FAMILY_WITH_CHILDREN: frozenset({HelpNeed.FINDING_HOME}),
    TargetGroup.DISADVANTAGED_OTHER: frozenset({HelpNeed.ECONOMY, HelpNeed.PAPERS}),
}
_AREAS = ("sentrum", "Nordre Åsen", "nær skolen", "")
_TRIED = "Har vært på sju visninger og søkt på Finn hver uke."
_OLD_DEBT = kroner(14_300)


def tell(office: Office, application: ApplicationId, rng: Random, told: Told) -> Intake:
    """The form of one request as it came."""
    known = office.applications.get(application)
    people = _people(office, known)
    need = min(known.draft.needs, default=NeedCategory.WITH_FRIENDS_OR_FAMILY)
    tenure = _TENURES.get(need, Tenure.OTHER)
    owes = rng.random() < 0.08
    intake = Intake(
        application,
        wanted=told.wanted,
        marital_status=rng.choice((MaritalStatus.UNMARRIED, MaritalStatus.DIVORCED)),
        residence_since=_lived_here(known.received_on, rng, told),
        registered_here=None if told.lacks is Lacks.RESIDENCE else True,
        in_institution=False,
        legal_stay=_stay(rng, told),
        by_agreement=False,
        family_reunion=False,
        tenure=tenure,
        tried_otherwise=_TRIED,
        rented_before=owes,
        owed=_OLD_DEBT if owes else Ore(0),
        owed_plan_on=known.received_on - timedelta(days=20) if owes else None,
        area_wanted=rng.choice(_AREAS),
        incomes=_incomes(known, people, rng, told),
        expenses=(Expense(ExpenseKind.POWER, kroner(900)),),
        requirements=_requirements(known, rng),
        hindrances=rng.choice(_HINDRANCES),
        help_needs=_NEEDS_HELP.get(known.draft.group or TargetGroup.OTHER, frozenset()),
    )
    if tenure is Tenure.RENTS_PRIVATELY:
        intake = _renting(intake, known.received_on, rng, dear=_dear(known))
    return replace(intake, papers=_papers(intake, known.received_on, told))


def _people(office: Office, known: Application) -> tuple[tuple[PersonId, Role], ...]:
    members = office.people.household(known.household).members
    return tuple((member.person, member.role) for member in members if member.until is None)


def _dear(known: Application) -> bool:
    """In work, with a lease that costs too much."""
    return known.draft.needs == {NeedCategory.HOUSING_COST_TOO_HIGH}


def _renting(intake: Intake, received: date, rng: Random, *, dear: bool) -> Intake:
    """Where and of whom is not said: for some it may not be kept (ADR-02)."""
    return replace(
        intake,
        present_rent=kroner(9_800 + 100 * rng.randrange(25)),
        present_bedrooms=1,
        lease_ends_on=received + timedelta(days=730 if dear else 150),
    )


def _lived_here(received: date, rng: Random, told: Told) -> date | None:
    if told.lacks is Lacks.RESIDENCE:
        return None
    days = rng.randint(150, 210) if told.newcomer else rng.randint(900, 6000)
    return received - timedelta(days=days)


def _stay(rng: Random, told: Told) -> LegalStay | None:
    if told.lacks is Lacks.STAY:
        return None
    if told.refugee:
        return LegalStay.PROTECTION
    return rng.choices((LegalStay.CITIZEN, LegalStay.EEA, LegalStay.PERMANENT), (8, 1, 1))[0]


def _incomes(
    known: Application, people: tuple[tuple[PersonId, Role], ...], rng: Random, told: Told
) -> tuple[Income, ...]:
    if told.lacks is Lacks.INCOME:
        return ()
    kind, monthly = _WAGE if _dear(known) else rng.choice(_LIVE_ON)
    if told.refugee:
        kind, monthly = IncomeKind.INTRODUCTION_BENEFIT, _INTRODUCTION
    found = [Income(known.applicant, kind, kroner(monthly))]
    children = sum(role is Role.CHILD for _, role in people)
    if children:
        benefit = kroner(_CHILD_BENEFIT * children)
        found.append(Income(known.applicant, IncomeKind.CHILD_BENEFIT, benefit))
    found += [
        Income(person, IncomeKind.WORK, kroner(_PARTNER_EARNS))
        for person, role in people
        if role is Role.CO_APPLICANT
    ]
    return tuple(found)


def _requirements(known: Application, rng: Random) -> frozenset[Requirement]:
    if known.draft.accessible:
        return frozenset({Requirement.STEP_FREE, Requirement.ADAPTED_BATHROOM})
    usual = (frozenset[Requirement](), frozenset({Requirement.QUIET}))
    return rng.choices(usual, (4, 1))[0]


def _papers(intake: Intake, received: date, told: Told) -> tuple[Paper, ...]:
    """All that such a form must bring; one that lacks papers has brought who they are alone."""
    if told.lacks is Lacks.PAPERS:
        return (Paper(PaperKind.IDENTITY, received_on=received),)
    wanted = {
        PaperKind.IDENTITY: True,
        PaperKind.INCOME: True,
        PaperKind.TAX_RETURN: True,
        PaperKind.LEASE_OR_NOTICE: intake.tenure is Tenure.RENTS_PRIVATELY,
        PaperKind.HEALTH_OR_SOCIAL: bool(intake.requirements),
        PaperKind.RESIDENCE_PERMIT: told.refugee,
        PaperKind.SEPARATION: intake.marital_status is MaritalStatus.DIVORCED,
        PaperKind.DEBT_OVERVIEW: bool(intake.owed),
    }
    return tuple(Paper(kind, received_on=received) for kind, brought in wanted.items() if brought)
