"""What must hold about what a form tells, and which papers it asks for. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.applications.intake.model import (
    Intake,
    LegalStay,
    MaritalStatus,
    Paper,
    PaperKind,
    Representative,
    RepresentativeKind,
    Requirement,
    Tenure,
)
from app.core.errors import Problem
from app.core.ids import PersonId
from app.core.money import Ore, kroner
from app.core.records import dataclass
from app.people.model import Household, Presence, Role

EARLIEST = date(1900, 1, 1)  # before this a year was typed wrong
LARGE_MONTHLY = kroner(1_000_000)
LARGE_VALUE = kroner(100_000_000)
MOST = kroner(1_000_000_000_000)  # what a sum typed by hand can hold
LONG_AGO_YEARS = 1
MOST_BEDROOMS, MOST_AREA = 30, 1000

# Days that tell what has been, and those that may also lie ahead
PAST_DAYS = ("residence_since", "owed_plan_on", "evicted_on", "breach_on")
DAYS = (*PAST_DAYS, "permit_until", "lease_ends_on", "must_leave_on", "rented_until")
PLACES = ("landlord", "rented_where")  # what can tell where somebody lives (ADR-02)


@dataclass(frozen=True, slots=True)
class Background:
    """What a form is judged against.

    `born` has the birth day of everyone in the household, None where it is not known. `strict` is
    whether anyone of them is strengt fortrolig.
    """

    today: date
    received_on: date
    applicant: PersonId
    born: Mapping[PersonId, date | None]
    strict: bool = False


def check(intake: Intake, background: Background) -> tuple[Problem, ...]:
    """What is wrong with a form, field by field, and what is only asked about (`blocks` False).

    Rows have fields «incomes.0.monthly».
    """
    return (
        *_day_problems(intake, background),
        *_home_problems(intake, background),
        *_income_problems(intake, background),
        *_sum_problems(intake),
        *_paper_problems(intake, background.today),
    )


def _day_problems(intake: Intake, background: Background) -> Iterator[Problem]:
    born = background.born.get(background.applicant)
    for name in DAYS:
        day: date | None = getattr(intake, name)
        if day is None:
            continue
        if day < EARLIEST:
            yield Problem(name, "day_too_early")
        elif born is not None and day < born:
            yield Problem(name, "told_day_before_birth", facts={"born": born})
        elif name in PAST_DAYS and day > background.today:
            yield Problem(name, "day_in_future")
    ends = intake.lease_ends_on
    if ends is not None and EARLIEST <= ends < _years_before(background.received_on):
        yield Problem("lease_ends_on", "lease_ended_long_ago", blocks=False)
    until = intake.permit_until
    if until is not None and EARLIEST <= until < background.today:
        yield Problem("permit_until", "permit_has_ended", "BS-02", blocks=False)


def _years_before(day: date) -> date:
    return day.replace(year=day.year - LONG_AGO_YEARS, day=min(day.day, 28))


def _home_problems(intake: Intake, background: Background) -> Iterator[Problem]:
    if not background.born:
        yield Problem("members", "household_empty")
    if intake.present_bedrooms is not None and not 0 <= intake.present_bedrooms <= MOST_BEDROOMS:
        yield Problem("present_bedrooms", "bedrooms_out_of_range")
    if intake.floor_area is not None and not 1 <= intake.floor_area <= MOST_AREA:
        yield Problem("floor_area", "floor_area_out_of_range")
    if intake.rented_before is False and (intake.rented_where.strip() or intake.rented_until):
        yield Problem("rented_before", "rented_before_or_not", blocks=False)
    if background.strict:
        for name in PLACES:
            if getattr(intake, name).strip():
                yield Problem(name, "address_not_to_be_kept", "ADR-02")


def _income_problems(intake: Intake, background: Background) -> Iterator[Problem]:
    for at, income in enumerate(intake.incomes):
        if income.person not in background.born:
            yield Problem(f"incomes.{at}.person", "income_of_a_stranger")


def _sum_problems(intake: Intake) -> Iterator[Problem]:
    monthly: dict[str, Ore | None] = {"present_rent": intake.present_rent}
    monthly |= {f"incomes.{at}.monthly": each.monthly for at, each in enumerate(intake.incomes)}
    monthly |= {f"expenses.{at}.monthly": each.monthly for at, each in enumerate(intake.expenses)}
    monthly |= {f"loans.{at}.monthly": each.monthly for at, each in enumerate(intake.loans)}
    values: dict[str, Ore | None] = {"owed": intake.owed}
    values |= {f"assets.{at}.value": each.value for at, each in enumerate(intake.assets)}
    for at, loan in enumerate(intake.loans):
        values |= {f"loans.{at}.original": loan.original, f"loans.{at}.remaining": loan.remaining}
        if not loan.creditor.strip():
            yield Problem(f"loans.{at}.creditor", "creditor_missing")
    for name, value in monthly.items():
        yield from _sum_problem(name, value, LARGE_MONTHLY)
    for name, value in values.items():
        yield from _sum_problem(name, value, LARGE_VALUE)


def _sum_problem(name: str, value: Ore | None, large: Ore) -> Iterator[Problem]:
    if value is None:
        return
    if value < 0:
        yield Problem(name, "sum_negative")
    elif value > MOST:
        yield Problem(name, "sum_out_of_range")
    elif value > large:
        yield Problem(name, "sum_very_large", blocks=False)


def _paper_problems(intake: Intake, today: date) -> Iterator[Problem]:
    kinds = [paper.kind for paper in intake.papers]
    for at, paper in enumerate(intake.papers):
        if paper.kind in kinds[:at]:
            yield Problem(f"papers.{at}.kind", "paper_twice")
        for name in ("asked_on", "received_on"):
            day: date | None = getattr(paper, name)
            if day is not None and day > today:
                yield Problem(f"papers.{at}.{name}", "day_in_future")
            elif day is not None and day < EARLIEST:
                yield Problem(f"papers.{at}.{name}", "day_too_early")


def check_representative(who: Representative, strict: bool) -> tuple[Problem, ...]:
    """What is wrong with who speaks for a person; without an address no copy can be sent.

    `strict`: the person is strengt fortrolig. A parent's address is then as good as their own.
    """
    return tuple(_representative_problems(who, strict))


def _representative_problems(who: Representative, strict: bool) -> Iterator[Problem]:
    if not who.name.strip():
        yield Problem("name", "name_missing")
    if who.until is not None and who.until < who.since:
        yield Problem("until", "end_before_start")
    if strict and who.kind is RepresentativeKind.PARENT:
        if who.line.strip() or who.postal_place.strip() or who.postal_code.strip():
            yield Problem("line", "address_not_to_be_kept", "ADR-02")
    elif not (who.line.strip() and who.postal_place.strip()):
        yield Problem("line", "representative_without_address", blocks=False)


def speaks(who: Representative, day: date) -> bool:
    """Whether one speaks for the person on a day."""
    return who.since <= day and (who.until is None or day <= who.until)


_RENTING = frozenset({Tenure.RENTS_PRIVATELY, Tenure.RENTS_MUNICIPAL})
_PERMIT = frozenset({LegalStay.TEMPORARY_PERMIT, LegalStay.PROTECTION})
_HEALTH = frozenset(
    {
        Requirement.WHEELCHAIR,
        Requirement.STEP_FREE,
        Requirement.GROUND_FLOOR_OR_LIFT,
        Requirement.ADAPTED_BATHROOM,
        Requirement.STAFF_NEAR,
        Requirement.SHIELDED,
    }
)
_PARTED = frozenset({MaritalStatus.SEPARATED, MaritalStatus.DIVORCED})


def papers_wanted(
    intake: Intake, household: Household, representatives: Iterable[Representative] = ()
) -> tuple[PaperKind, ...]:
    """The papers a request like this must bring, no more than it needs (PV-09)."""
    members = [member for member in household.members if member.until is None]
    kinds = {who.kind for who in representatives}
    health = intake.requirements & _HEALTH or intake.tenure is Tenure.INSTITUTION
    wanted = {
        PaperKind.IDENTITY: True,
        PaperKind.INCOME: True,
        PaperKind.TAX_RETURN: True,
        PaperKind.LEASE_OR_NOTICE: intake.tenure in _RENTING or intake.lease_ends_on is not None,
        PaperKind.HEALTH_OR_SOCIAL: bool(health),
        PaperKind.RESIDENCE_PERMIT: intake.legal_stay in _PERMIT,
        PaperKind.SEPARATION: intake.marital_status in _PARTED,
        PaperKind.VISITATION: any(
            member.role is Role.CHILD and member.presence is Presence.VISITS for member in members
        ),
        PaperKind.POWER_OF_ATTORNEY: bool(kinds - {RepresentativeKind.PARENT}),
        PaperKind.DEBT_OVERVIEW: bool(intake.loans) or bool(intake.owed),
    }
    return tuple(kind for kind in PaperKind if wanted[kind])


def all_papers(stored: Iterable[Paper], wanted: Iterable[PaperKind]) -> tuple[Paper, ...]:
    """What is wanted and what was asked for beside it, in the form's order."""
    known = {paper.kind: paper for paper in stored}
    asked = {paper.kind for paper in known.values() if paper.asked_on or paper.received_on}
    kinds = {*wanted, *asked}
    return tuple(known.get(kind, Paper(kind)) for kind in PaperKind if kind in kinds)


def tidy(intake: Intake) -> Intake:
    """Text without blanks at its ends, papers in the form's order."""
    order = {kind: at for at, kind in enumerate(PaperKind)}
    loans = (
        replace(loan, creditor=loan.creditor.strip(), reference=loan.reference.strip())
        for loan in intake.loans
    )
    return replace(
        intake,
        employer=intake.employer.strip(),
        close_tie=intake.close_tie.strip(),
        landlord=intake.landlord.strip(),
        tried_otherwise=intake.tried_otherwise.strip(),
        rented_where=intake.rented_where.strip(),
        area_wanted=intake.area_wanted.strip(),
        school=intake.school.strip(),
        help_text=intake.help_text.strip(),
        loans=tuple(loans),
        papers=tuple(sorted(intake.papers, key=lambda paper: order[paper.kind])),
    )
