"""Forms: one with everything told, and any at all."""

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from app.applications.intake.model import (
    Asset,
    AssetKind,
    Expense,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    Income,
    IncomeKind,
    Intake,
    LegalStay,
    Loan,
    MaritalStatus,
    Paper,
    PaperKind,
    Requirement,
    Tenure,
    Wanted,
)
from app.core.ids import ApplicationId, PersonId
from app.core.money import Ore, kroner

T = TypeVar("T")
NOBODY = ApplicationId(0)


def a_full_form() -> Intake:
    """Every list has two rows, and much is told."""
    return Intake(
        NOBODY,
        marital_status=MaritalStatus.SEPARATED,
        employer="Lia bakeri",
        residence_since=date(2020, 1, 1),
        registered_here=True,
        in_institution=False,
        legal_stay=LegalStay.CITIZEN,
        tenure=Tenure.RENTS_PRIVATELY,
        landlord="Ola Utleier",
        present_rent=kroner(9000),
        present_bedrooms=1,
        lease_ends_on=date(2027, 1, 31),
        rented_before=False,
        owed=kroner(0),
        incomes=(
            Income(PersonId(0), IncomeKind.WORK, kroner(12_000)),
            Income(PersonId(1), IncomeKind.PENSION, kroner(15_000)),
        ),
        assets=(Asset(AssetKind.BANK, kroner(500)), Asset(AssetKind.CAR, kroner(20_000))),
        expenses=(
            Expense(ExpenseKind.CHILDCARE, kroner(2_000)),
            Expense(ExpenseKind.OTHER, kroner(100)),
        ),
        loans=(Loan("Banken"), Loan("Finans AS", "123", kroner(50_000), kroner(40_000), Ore(1))),
        requirements=frozenset({Requirement.QUIET}),
        hindrances=frozenset({Hindrance.DEBT, Hindrance.HEALTH}),
        help_needs=frozenset({HelpNeed.ECONOMY}),
        papers=(
            Paper(PaperKind.IDENTITY, received_on=date(2026, 11, 2)),
            Paper(PaperKind.INCOME, date(2026, 11, 3)),
        ),
    )


_TEXT = st.text("abcæøå ÆØÅ«»é1'\"%", max_size=12).map(str.strip)
_PAST = st.none() | st.dates(date(1990, 1, 1), date(2026, 11, 23))
_DAY = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))
_ANSWER = st.none() | st.booleans()
_SUM = st.integers(0, 10**14).map(Ore)
_MAYBE_SUM = st.none() | _SUM
_PAPER = st.builds(
    Paper, st.sampled_from(PaperKind), _PAST, _PAST, st.booleans(), document=st.none()
)
_ORDER = list(PaperKind)


def forms() -> st.SearchStrategy[Intake]:
    """Any form that may be saved; incomes belong to persons 0 to 9."""
    papers = st.lists(_PAPER, max_size=5, unique_by=lambda paper: paper.kind)
    person = st.integers(0, 9).map(PersonId)
    return st.builds(
        Intake,
        application=st.just(NOBODY),
        wanted=st.sampled_from(Wanted),
        marital_status=st.none() | st.sampled_from(MaritalStatus),
        employer=_TEXT,
        residence_since=_PAST,
        registered_here=_ANSWER,
        in_institution=_ANSWER,
        legal_stay=st.none() | st.sampled_from(LegalStay),
        permit_until=_DAY,
        close_tie=_TEXT,
        by_agreement=_ANSWER,
        family_reunion=_ANSWER,
        cares_for_child=_ANSWER,
        guardian_consent=_ANSWER,
        tenure=st.none() | st.sampled_from(Tenure),
        landlord=_TEXT,
        present_rent=_MAYBE_SUM,
        present_bedrooms=st.none() | st.integers(0, 30),
        lease_ends_on=_DAY,
        must_leave_on=_DAY,
        tried_otherwise=_TEXT,
        rented_before=_ANSWER,
        rented_where=_TEXT,
        rented_until=_DAY,
        owed=_MAYBE_SUM,
        owed_plan_on=_PAST,
        evicted_on=_PAST,
        breach_on=_PAST,
        area_wanted=_TEXT,
        floor_area=st.none() | st.integers(1, 1000),
        school=_TEXT,
        help_text=_TEXT,
        incomes=_rows(st.builds(Income, person, st.sampled_from(IncomeKind), _SUM)),
        assets=_rows(st.builds(Asset, st.sampled_from(AssetKind), _SUM)),
        expenses=_rows(st.builds(Expense, st.sampled_from(ExpenseKind), _SUM)),
        loans=_rows(st.builds(Loan, _TEXT.filter(bool), _TEXT, _MAYBE_SUM, _MAYBE_SUM, _MAYBE_SUM)),
        requirements=st.frozensets(st.sampled_from(Requirement)),
        hindrances=st.frozensets(st.sampled_from(Hindrance)),
        help_needs=st.frozensets(st.sampled_from(HelpNeed)),
        papers=papers.map(lambda some: tuple(sorted(some, key=lambda one: _ORDER.index(one.kind)))),
    )


def _rows(row: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(row, max_size=4).map(tuple)
