"""Each kind of lease by the ids of its rules, and what is typed wrong told beside the field."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Problem
from app.core.ids import DwellingId, LeaseId, PersonId
from app.core.money import Ore, kroner
from app.dwellings.model import DwellingType
from app.leases import rules
from app.leases.model import (
    AgreedException,
    Charge,
    ChargeKind,
    LeaseDraft,
    LeaseFacts,
    LeaseKind,
    LeaseRow,
    LeaseState,
    TermBasis,
)
from app.leases.money_rules import security_limit
from app.leases.prepare import periods_on
from app.leases.terms import first_due, short_terms, shortest_end, term_end
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.app.leases.papers import FACTS, PARAMETERS, SIGNING, a_lease
from tests.factories import a_dwelling

USUAL = replace(FACTS, usual_rent=kroner(8200))
ONE_YEAR = date(2027, 11, 30)


def told(draft: LeaseDraft, facts: LeaseFacts = FACTS) -> dict[str, Problem]:
    """Each problem by its code."""
    return {problem.code: problem for problem in rules.check(draft, PARAMETERS, facts)}


# SD-05, B12: the refugee


def test_b12_a_refugees_lease_ends_three_years_less_a_day_after_it_begins() -> None:
    blank = a_lease(kind=LeaseKind.REFUGEE, end=None)
    assert rules.settled(blank, PARAMETERS, FACTS).end == date(2029, 11, 30)


def test_sd_05_a_longer_one_is_told_but_may_be_meant() -> None:
    problem = told(a_lease(kind=LeaseKind.REFUGEE, end=date(2030, 11, 30)))["refugee_term"]
    assert (problem.source, problem.blocks) == ("SD-05", False)
    assert problem.remedy == date(2029, 11, 30)
    assert told(a_lease(kind=LeaseKind.REFUGEE)) == {}


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2080, 12, 31)))
def test_b12_the_next_term_begins_three_years_later(start: date) -> None:
    end = term_end(start, 36)
    after = end + timedelta(days=1)
    if (start.month, start.day) == (2, 29):
        assert after == date(start.year + 3, 3, 1)
    else:
        assert after == start.replace(year=start.year + 3)


# HL-43 to HL-47: the least term


def test_hl_44_one_year_is_enough_where_the_landlord_lives_in_the_house() -> None:
    draft = a_lease(
        kind=LeaseKind.REFERRAL,
        end=ONE_YEAR,
        for_disadvantaged=False,
        exceptions=(),
        term_basis=TermBasis.SAME_HOUSE,
    )
    assert told(draft) == {}
    assert "term_too_short" in told(replace(draft, end=ONE_YEAR - timedelta(days=1)))
    assert "term_too_short" in told(replace(draft, term_basis=TermBasis.ORDINARY))


@pytest.mark.parametrize(
    ("signing", "last"),
    [
        (date(2026, 6, 30), date(2029, 11, 30)),
        (date(2026, 7, 1), ONE_YEAR),
        (date(2028, 6, 30), ONE_YEAR),
        (date(2028, 7, 1), date(2029, 11, 30)),
    ],
)
def test_hl_47_a_holiday_house_only_while_the_rule_holds(signing: date, last: date) -> None:
    draft = a_lease(term_basis=TermBasis.HOLIDAY_HOUSE)
    assert shortest_end(draft, PARAMETERS, signing) == last


def test_hl_46_a_short_one_without_a_reason_is_never_made() -> None:
    assert told(a_lease(end=ONE_YEAR))["term_too_short"].blocks


# HL-50, HL-55 to HL-57: counted by tenant and dwelling


def test_hl_50_a_reserved_dwelling_gives_a_lease_under_11_1(office: Office) -> None:
    desk = LeaseDesk(office)
    assert desk.leases.prefilled(dwelling=desk.dwelling, tenant=desk.person).for_disadvantaged
    other = office.dwellings.register(a_dwelling(unit_number="H0102", for_disadvantaged=False))
    draft = desk.leases.prefilled(dwelling=other, tenant=desk.person)
    assert (draft.for_disadvantaged, draft.exceptions) == (False, ())


def test_hl_56_short_terms_are_those_under_the_law_of_their_first_day() -> None:
    terms = (
        (date(2020, 1, 1), date(2020, 12, 31)),
        (date(2021, 1, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2026, 12, 30)),
    )
    assert short_terms(terms, PARAMETERS) == 2


def test_hl_56_the_second_is_counted_for_the_same_two_and_nobody_else(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = desk.leases.get(lease).draft
    desk.leases.save_draft(lease, replace(draft, end=ONE_YEAR, short_reason="huset skal rives"))
    desk.leases.issue(lease)
    desk.leases.signed(lease, office.clock.today())
    other = office.dwellings.register(a_dwelling(unit_number="H0301"))
    start, end = date(2027, 12, 1), date(2028, 11, 30)
    kinds = []
    for dwelling in (desk.dwelling, other):
        new = desk.leases.prepare(dwelling=dwelling, tenant=desk.person)
        draft = desk.leases.get(new).draft
        desk.leases.save_draft(new, replace(draft, start=start, end=end, short_reason="venter"))
        kinds.append(desk.leases.get(new).draft.kind)
    assert kinds == [LeaseKind.SECOND_SHORT, LeaseKind.SHORT]


@pytest.mark.parametrize("kind", [LeaseKind.SINGLE_ROOM, LeaseKind.REFUGEE, LeaseKind.REFERRAL])
def test_al_05_hl_57_hold_for_every_kind_under_11_1(kind: LeaseKind) -> None:
    draft = a_lease(kind=kind, end=ONE_YEAR, short_reason="huset skal rives")
    found = told(draft, replace(FACTS, short_before=1))
    assert found["second_short_needs_weighty_reason"].source == "HL-57"
    settled = rules.settled(draft, PARAMETERS, FACTS)
    assert (settled.kind, AgreedException.SHORTER_TERM in settled.exceptions) == (kind, True)


# HL-60, HL-63


def test_hl_60_a_staff_dwelling_is_prepared_outside_11_1(office: Office) -> None:
    desk = LeaseDesk(office)
    staff = office.dwellings.register(
        a_dwelling(unit_number="H0109", dwelling_type=DwellingType.STAFF)
    )
    draft = desk.leases.prefilled(dwelling=staff, tenant=desk.person)
    assert (draft.kind, draft.for_disadvantaged) == (LeaseKind.STAFF, False)


def test_hl_63_a_room_has_one_month_and_a_dwelling_three() -> None:
    months = [
        periods_on(PARAMETERS, kind, SIGNING).notice.amount
        for kind in (LeaseKind.SINGLE_ROOM, LeaseKind.ORDINARY)
    ]
    assert months == [1, 3]


# HL-10 to HL-19: sums


def test_hl_11_a_due_day_on_a_holiday_moves() -> None:
    draft = a_lease(start=date(2027, 5, 1), end=date(2030, 4, 30))
    assert first_due(draft) == date(2027, 5, 3)


@given(st.integers(min_value=1, max_value=9_999_900))
def test_hl_14_hl_17_the_limit_is_six_months_of_any_rent(rent: int) -> None:
    limit = security_limit(Ore(rent), PARAMETERS, SIGNING)
    assert limit == 6 * rent
    held = a_lease(rent=Ore(rent), guarantee=limit)
    assert "security_too_high" not in told(held)
    assert "security_too_high" in told(replace(held, guarantee=Ore(limit + 1)))


def test_hl_15_the_account_where_rent_is_paid_is_never_the_deposits() -> None:
    draft = a_lease(guarantee=Ore(0), deposit=kroner(8200), deposit_account="1234.56.78903")
    assert told(draft)["deposit_account_is_ours"].field == "deposit_account"


def test_hl_19_only_a_public_landlord_borrows_of_a_tenant_under_11_1() -> None:
    loan = (Charge(ChargeKind.TENANT_LOAN, kroner(10_000)),)
    draft = a_lease(charges=loan)
    assert told(draft) == {}
    private = told(draft, replace(FACTS, public_landlord=False))["tenant_loan_not_public"]
    assert (private.field, private.source) == ("tenant_loan", "HL-19")
    outside = replace(draft, for_disadvantaged=False, exceptions=())
    assert "tenant_loan_not_public" in told(outside)


# rent with øre where kroner are meant


@pytest.mark.parametrize(
    ("rent", "usual", "meant"),
    [
        (kroner(820_000), kroner(8200), kroner(8200)),
        (kroner(850_000), None, kroner(8500)),
        (kroner(90_000), kroner(900), kroner(900)),
    ],
)
def test_a_rent_in_ore_is_told_with_what_is_meant(rent: Ore, usual: Ore | None, meant: Ore) -> None:
    problem = told(a_lease(rent=rent), replace(FACTS, usual_rent=usual))["rent_in_ore"]
    assert (problem.field, problem.remedy, problem.blocks) == ("rent", meant, True)


def test_part_of_a_krone_is_told_and_may_stand() -> None:
    problem = told(a_lease(rent=Ore(850_050)), USUAL)["rent_not_whole_kroner"]
    assert (problem.remedy, problem.blocks) == (kroner(8500), False)


@pytest.mark.parametrize("rent", [kroner(820), kroner(16_401), kroner(4_099)])
def test_a_rent_far_from_the_dwellings_is_asked_about(rent: Ore) -> None:
    draft = a_lease(rent=rent, guarantee=Ore(0), guarantor="")
    problem = told(draft, USUAL)["rent_far_from_usual"]
    assert (problem.remedy, problem.blocks) == (kroner(8200), False)


@pytest.mark.parametrize("rent", [kroner(4_100), kroner(8_200), kroner(16_400)])
def test_a_rent_near_the_dwellings_is_not(rent: Ore) -> None:
    assert told(a_lease(rent=rent, guarantee=Ore(0), guarantor=""), USUAL) == {}


def test_an_owner_who_bills_has_kids_of_their_own() -> None:
    draft = a_lease(kid="")
    assert "kid_missing" in told(draft)
    assert told(draft, replace(FACTS, owner_bills=True)) == {}


# who has the dwelling already


def a_row(state: LeaseState, ended_on: date | None = None, tenant: int = 2) -> LeaseRow:
    """A lease until the end of November 2026."""
    return LeaseRow(
        id=LeaseId(9),
        number="L2023-009",
        kind=LeaseKind.ORDINARY,
        state=state,
        tenant=PersonId(tenant),
        tenant_name="Ola Nordmann",
        protection=AddressProtection.NONE,
        dwelling=DwellingId(1),
        address="",
        start=date(2023, 12, 1),
        end=date(2026, 11, 30),
        rent=None,
        signed_on=date(2023, 11, 20),
        to_check="",
        ended_on=ended_on,
    )


@pytest.mark.parametrize("state", [LeaseState.PAST_TERM, LeaseState.TURNED_OPEN_ENDED])
def test_one_who_lives_there_past_the_term_still_has_the_dwelling(state: LeaseState) -> None:
    later = a_lease(start=date(2027, 2, 1), end=date(2030, 1, 31))
    assert rules.taken_by([a_row(state)], later, None) == "L2023-009"
    assert rules.taken_by([a_row(state, tenant=1)], later, None) == ""


def test_a_term_that_runs_has_it_until_its_last_day() -> None:
    running = [a_row(LeaseState.RUNNING)]
    assert rules.taken_by(running, a_lease(), None) == ""
    assert rules.taken_by(running, a_lease(start=date(2026, 11, 30)), None) == "L2023-009"


def test_one_under_notice_has_it_until_the_day_it_was_ended_to() -> None:
    leaving = [a_row(LeaseState.UNDER_NOTICE, date(2027, 1, 31))]
    assert rules.taken_by(leaving, a_lease(), None) == "L2023-009"
    assert rules.taken_by(leaving, a_lease(start=date(2027, 2, 1)), None) == ""


def test_one_that_ended_early_gives_the_dwelling_back() -> None:
    over = [a_row(LeaseState.ENDED, date(2026, 6, 30))]
    assert rules.taken_by(over, a_lease(start=date(2026, 7, 1)), None) == ""


@pytest.mark.parametrize("state", [LeaseState.DRAFT, LeaseState.CANCELLED])
def test_what_was_never_made_takes_nothing(state: LeaseState) -> None:
    assert rules.taken_by([a_row(state)], a_lease(start=date(2026, 11, 1)), None) == ""
