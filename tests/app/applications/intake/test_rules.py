"""What is wrong with a form is told beside its field; what is only odd is asked about."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from app.applications.intake import rules
from app.applications.intake.model import (
    Asset,
    AssetKind,
    Expense,
    ExpenseKind,
    Income,
    IncomeKind,
    Intake,
    LegalStay,
    Loan,
    MaritalStatus,
    Paper,
    PaperKind,
    Representative,
    RepresentativeKind,
    Requirement,
    Tenure,
)
from app.core.errors import Problem
from app.core.ids import ApplicationId, HouseholdId, PersonId
from app.core.money import Ore, kroner
from app.people.model import Household, HouseholdKind, Member, Presence, Role
from tests.app.applications.intake.contents import forms

TODAY, RECEIVED, BORN = date(2026, 11, 23), date(2026, 11, 2), date(1980, 1, 1)
KARI, LILL = PersonId(1), PersonId(2)
BACKGROUND = rules.Background(TODAY, RECEIVED, KARI, {KARI: BORN, LILL: date(2015, 3, 2)})
EMPTY = Intake(ApplicationId(1))


def said(problems: tuple[Problem, ...]) -> set[tuple[str, str, bool]]:
    return {(problem.field, problem.code, problem.blocks) for problem in problems}


@pytest.mark.parametrize(
    ("told", "field", "code", "blocks"),
    [
        ({"residence_since": date(1979, 12, 31)}, "residence_since", "told_day_before_birth", True),
        ({"residence_since": date(2026, 11, 24)}, "residence_since", "day_in_future", True),
        ({"residence_since": date(202, 1, 1)}, "residence_since", "day_too_early", True),
        ({"evicted_on": date(2026, 11, 24)}, "evicted_on", "day_in_future", True),
        ({"breach_on": date(1970, 1, 1)}, "breach_on", "told_day_before_birth", True),
        ({"must_leave_on": date(1897, 1, 1)}, "must_leave_on", "day_too_early", True),
        ({"lease_ends_on": date(2025, 11, 1)}, "lease_ends_on", "lease_ended_long_ago", False),
        ({"permit_until": date(2026, 11, 22)}, "permit_until", "permit_has_ended", False),
        ({"present_rent": Ore(-1)}, "present_rent", "sum_negative", True),
        ({"present_rent": kroner(10**13)}, "present_rent", "sum_out_of_range", True),
        ({"owed": kroner(-5)}, "owed", "sum_negative", True),
        ({"present_bedrooms": 31}, "present_bedrooms", "bedrooms_out_of_range", True),
        ({"floor_area": 0}, "floor_area", "floor_area_out_of_range", True),
        (
            {"rented_before": False, "rented_where": "Lia"},
            "rented_before",
            "rented_before_or_not",
            False,
        ),
        (
            {"incomes": (Income(KARI, IncomeKind.WORK, kroner(1_000_001)),)},
            "incomes.0.monthly",
            "sum_very_large",
            False,
        ),
        (
            {"incomes": (Income(PersonId(9), IncomeKind.WORK, kroner(1)),)},
            "incomes.0.person",
            "income_of_a_stranger",
            True,
        ),
        ({"assets": (Asset(AssetKind.CAR, Ore(-1)),)}, "assets.0.value", "sum_negative", True),
        (
            {"expenses": (Expense(ExpenseKind.RENT, Ore(-1)),)},
            "expenses.0.monthly",
            "sum_negative",
            True,
        ),
        ({"loans": (Loan(" "),)}, "loans.0.creditor", "creditor_missing", True),
        ({"loans": (Loan("B", remaining=Ore(-1)),)}, "loans.0.remaining", "sum_negative", True),
        (
            {"papers": (Paper(PaperKind.INCOME), Paper(PaperKind.INCOME))},
            "papers.1.kind",
            "paper_twice",
            True,
        ),
        (
            {"papers": (Paper(PaperKind.INCOME, received_on=date(2026, 12, 1)),)},
            "papers.0.received_on",
            "day_in_future",
            True,
        ),
        (
            {"papers": (Paper(PaperKind.INCOME, asked_on=date(26, 12, 1)),)},
            "papers.0.asked_on",
            "day_too_early",
            True,
        ),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    told: dict[str, object], field: str, code: str, blocks: bool
) -> None:
    form = replace(EMPTY, **told)  # type: ignore[arg-type]  # the form's own fields
    assert said(rules.check(form, BACKGROUND)) == {(field, code, blocks)}


@pytest.mark.parametrize(
    "told",
    [
        {"residence_since": BORN},
        {"residence_since": TODAY},
        {"lease_ends_on": date(2025, 11, 2)},
        {"must_leave_on": date(2027, 1, 1)},
        {"permit_until": TODAY},
        {"present_rent": Ore(0)},
        {"owed": kroner(100_000_000)},
        {"incomes": (Income(KARI, IncomeKind.WORK, kroner(1_000_000)),)},
        {"rented_before": True, "rented_where": "Lia"},
        {"landlord": "Ola Utleier"},
    ],
)
def test_what_may_well_be_so_is_let_be(told: dict[str, object]) -> None:
    form = replace(EMPTY, **told)  # type: ignore[arg-type]  # the form's own fields
    assert rules.check(form, BACKGROUND) == ()


def test_an_empty_form_is_no_wrong_form() -> None:
    assert rules.check(EMPTY, BACKGROUND) == ()


def test_a_leap_day_has_a_year_before_it() -> None:
    leap = replace(BACKGROUND, received_on=date(2024, 2, 29))
    assert rules.check(replace(EMPTY, lease_ends_on=date(2023, 3, 1)), leap) == ()


def test_a_household_of_nobody_is_told() -> None:
    nobody = replace(BACKGROUND, born={})
    assert said(rules.check(EMPTY, nobody)) == {("members", "household_empty", True)}


def test_no_place_is_kept_for_one_who_is_strictly_confidential() -> None:
    form = replace(EMPTY, landlord="Utleier", rented_where="Skjulvegen 1")
    found = rules.check(form, replace(BACKGROUND, strict=True))
    assert said(found) == {
        ("landlord", "address_not_to_be_kept", True),
        ("rented_where", "address_not_to_be_kept", True),
    }
    assert {problem.source for problem in found} == {"ADR-02"}


@settings(max_examples=40, deadline=None)
@given(forms())
def test_any_good_form_blocks_nothing_but_strangers(form: Intake) -> None:
    found = rules.check(form, rules.Background(TODAY, RECEIVED, KARI, {KARI: BORN}))
    assert {problem.code for problem in found if problem.blocks} <= {"income_of_a_stranger"}
    assert rules.tidy(rules.tidy(form)) == rules.tidy(form)


AGENT = Representative(KARI, RepresentativeKind.AGENT, "Vera", RECEIVED)


@pytest.mark.parametrize(
    ("changes", "strict", "expected"),
    [
        ({}, False, {("line", "representative_without_address", False)}),
        ({"line": "Torget 1", "postal_place": "Lia"}, True, set()),
        ({"line": "Torget 1", "postal_place": "Lia", "name": " "}, False, {
            ("name", "name_missing", True),
        }),
        ({"line": "T 1", "postal_place": "Lia", "until": date(2026, 11, 1)}, False, {
            ("until", "end_before_start", True),
        }),
        ({"kind": RepresentativeKind.PARENT, "line": "Torget 1"}, True, {
            ("line", "address_not_to_be_kept", True),
        }),
        ({"kind": RepresentativeKind.PARENT}, True, set()),
    ],
)  # fmt: skip
def test_who_speaks_for_a_person(
    changes: dict[str, object], strict: bool, expected: set[tuple[str, str, bool]]
) -> None:
    who = replace(AGENT, **changes)  # type: ignore[arg-type]  # its own fields
    assert said(rules.check_representative(who, strict)) == expected


def test_one_speaks_from_the_first_day_to_the_last() -> None:
    who = replace(AGENT, until=TODAY)
    assert rules.speaks(who, RECEIVED)
    assert rules.speaks(who, TODAY)
    assert not rules.speaks(who, date(2026, 11, 1))
    assert not rules.speaks(who, date(2026, 11, 24))


def household(*presences: Presence, gone: bool = False) -> Household:
    """Kari with a child for each presence."""
    until = TODAY if gone else None
    children = (
        Member(at, PersonId(at + 2), "", None, Role.CHILD, presence, RECEIVED, until)
        for at, presence in enumerate(presences)
    )
    kari = Member(9, KARI, "", BORN, Role.APPLICANT, Presence.LIVES_HERE, RECEIVED, None)
    return Household(HouseholdId(1), HouseholdKind.SINGLE_PARENT, (kari, *children))


ALWAYS = {PaperKind.IDENTITY, PaperKind.INCOME, PaperKind.TAX_RETURN}


@pytest.mark.parametrize(
    ("told", "paper"),
    [
        ({"marital_status": MaritalStatus.SEPARATED}, PaperKind.SEPARATION),
        ({"marital_status": MaritalStatus.DIVORCED}, PaperKind.SEPARATION),
        ({"tenure": Tenure.RENTS_PRIVATELY}, PaperKind.LEASE_OR_NOTICE),
        ({"lease_ends_on": TODAY}, PaperKind.LEASE_OR_NOTICE),
        ({"legal_stay": LegalStay.TEMPORARY_PERMIT}, PaperKind.RESIDENCE_PERMIT),
        ({"requirements": frozenset({Requirement.WHEELCHAIR})}, PaperKind.HEALTH_OR_SOCIAL),
        ({"loans": (Loan("Banken"),)}, PaperKind.DEBT_OVERVIEW),
        ({"owed": kroner(1)}, PaperKind.DEBT_OVERVIEW),
    ],
)
def test_a_paper_is_wanted_only_when_the_case_needs_it(
    told: dict[str, object], paper: PaperKind
) -> None:
    form = replace(EMPTY, **told)  # type: ignore[arg-type]  # the form's own fields
    assert set(rules.papers_wanted(EMPTY, household())) == ALWAYS
    assert set(rules.papers_wanted(form, household())) == {*ALWAYS, paper}


@pytest.mark.parametrize(
    "told",
    [
        {"marital_status": MaritalStatus.MARRIED},
        {"tenure": Tenure.WITH_FRIENDS},
        {"legal_stay": LegalStay.CITIZEN},
        {"requirements": frozenset({Requirement.PETS})},
        {"owed": Ore(0)},
    ],
)
def test_no_more_is_asked_than_is_needed(told: dict[str, object]) -> None:
    form = replace(EMPTY, **told)  # type: ignore[arg-type]  # the form's own fields
    assert set(rules.papers_wanted(form, household(Presence.LIVES_HERE))) == ALWAYS


def test_visits_and_representatives_bring_their_papers() -> None:
    visits = household(Presence.VISITS)
    assert set(rules.papers_wanted(EMPTY, visits)) == {*ALWAYS, PaperKind.VISITATION}
    gone = household(Presence.VISITS, gone=True)
    assert set(rules.papers_wanted(EMPTY, gone)) == ALWAYS
    parent = replace(AGENT, kind=RepresentativeKind.PARENT)
    assert set(rules.papers_wanted(EMPTY, household(), [parent])) == ALWAYS
    found = rules.papers_wanted(EMPTY, household(), [parent, AGENT])
    assert set(found) == {*ALWAYS, PaperKind.POWER_OF_ATTORNEY}


def test_papers_asked_for_stay_on_the_list_when_no_longer_wanted() -> None:
    stored = (
        Paper(PaperKind.DEBT_OVERVIEW, asked_on=TODAY),
        Paper(PaperKind.VISITATION, not_needed=True),
        Paper(PaperKind.INCOME, received_on=TODAY),
    )
    found = rules.all_papers(stored, [PaperKind.INCOME, PaperKind.IDENTITY])
    assert found == (Paper(PaperKind.IDENTITY), stored[2], stored[0])
    assert [paper.missing for paper in found] == [True, False, True]
