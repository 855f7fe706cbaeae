"""What a household lives on, pays and owns, as it stood on any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.errors import Invalid, NotFound
from app.core.ids import DebtCaseId
from app.core.money import kroner
from app.debt.economy.model import (
    LIVES,
    ChildDraft,
    CostDraft,
    CostKind,
    DebtorStatus,
    EconomyLine,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    OwnedDraft,
)
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, PersonDraft, Presence, Role
from tests.app.arrears.desk import tenancy
from tests.app.debt.desk import begun
from tests.factories import registered_person

PAY = IncomeDraft(IncomeKind.WORK, kroner(24_000), Interval.MONTH, words="Butikken")
POWER = CostDraft(CostKind.POWER, kroner(5_400), Interval.QUARTER)


def since(office: Office, days: int) -> date:
    """So many days ago."""
    return office.clock.today() - timedelta(days=days)


def test_an_economy_nobody_has_told_is_empty(office: Office) -> None:
    known = office.debt_economy.of(begun(office))
    assert known.household is None
    assert (known.income, known.cost) == (0, 0)


def test_sums_are_for_each_month(office: Office) -> None:
    case = begun(office)
    office.debt_economy.add(case, PAY)
    office.debt_economy.add(
        case, IncomeDraft(IncomeKind.CHILD_BENEFIT, kroner(22_992), Interval.YEAR)
    )
    office.debt_economy.add(case, POWER)
    office.debt_economy.add(case, OwnedDraft(AssetKind.CAR, kroner(40_000), owed=kroner(12_000)))
    known = office.debt_economy.of(case)
    assert known.income == kroner(24_000 + 1_916)
    assert known.cost == kroner(1_800)
    assert [each.owed for each in known.owned] == [kroner(12_000)]


def test_costs_of_home_and_power_stand_first(office: Office) -> None:
    """GJ-05."""
    case = begun(office)
    for kind in (CostKind.PHONE, CostKind.POWER, CostKind.RENT):
        office.debt_economy.add(case, CostDraft(kind, kroner(500), Interval.MONTH))
    kinds = [each.kind for each in office.debt_economy.of(case).costs]
    assert kinds == [CostKind.RENT, CostKind.POWER, CostKind.PHONE]


def test_a_change_leaves_what_was_before_it(office: Office) -> None:
    case = begun(office, days=90)
    row = office.debt_economy.add(case, replace(PAY, since=since(office, 60)))
    more = replace(PAY, amount=kroner(26_000), since=since(office, 10))
    office.debt_economy.change(EconomyLine.INCOME, row, more)
    assert office.debt_economy.of(case, since(office, 61)).income == 0
    assert office.debt_economy.of(case, since(office, 11)).income == kroner(24_000)
    assert office.debt_economy.of(case, since(office, 10)).income == kroner(26_000)


def test_a_change_from_the_first_day_puts_it_right(office: Office) -> None:
    case = begun(office)
    row = office.debt_economy.add(case, PAY)
    office.debt_economy.change(EconomyLine.INCOME, row, replace(PAY, amount=kroner(25_000)))
    (income,) = office.debt_economy.of(case).incomes
    assert (income.id, income.amount) == (row, kroner(25_000))


def test_a_change_is_undone_whole(office: Office) -> None:
    case = begun(office, days=90)
    row = office.debt_economy.add(case, replace(PAY, since=since(office, 60)))
    before = office.debt_economy.of(case)
    office.debt_economy.change(EconomyLine.INCOME, row, replace(PAY, amount=kroner(26_000)))
    office.history.undo()
    assert office.debt_economy.of(case) == before


def test_what_ends_is_there_until_that_day(office: Office) -> None:
    case = begun(office, days=30)
    row = office.debt_economy.add(case, replace(POWER, since=since(office, 20)))
    office.debt_economy.end(EconomyLine.COST, row, since(office, 5))
    assert office.debt_economy.of(case, since(office, 6)).costs
    assert not office.debt_economy.of(case, since(office, 5)).costs
    with pytest.raises(Invalid):
        office.debt_economy.end(EconomyLine.COST, row, since(office, 20))


def test_what_was_a_mistake_is_taken_away(office: Office) -> None:
    case = begun(office)
    row = office.debt_economy.add(case, OwnedDraft(AssetKind.BOAT, kroner(1)))
    office.debt_economy.remove(EconomyLine.OWNED, row)
    assert office.debt_economy.of(case).owned == ()
    with pytest.raises(NotFound):
        office.debt_economy.remove(EconomyLine.OWNED, row)


def test_a_sum_that_looks_wrong_is_not_written_until_it_is_meant(office: Office) -> None:
    case = begun(office)
    much = replace(PAY, amount=kroner(400_000))
    with pytest.raises(Invalid) as stopped:
        office.debt_economy.add(case, much)
    assert [each.code for each in stopped.value.problems] == ["economy_looks_yearly"]
    assert office.debt_economy.of(case).incomes == ()
    office.debt_economy.add(case, replace(much, sure=True))


# the household


def family(office: Office) -> DebtCaseId:
    """A parent of a child who lives there, one who visits and one who has grown up."""
    today = office.clock.today()
    parent = registered_person(office)
    members = [MemberDraft(parent, Role.APPLICANT)]
    for name, years, presence in (
        ("Elif", 6, Presence.LIVES_HERE),
        ("Omar", 12, Presence.VISITS),
        ("Lea", 19, Presence.LIVES_HERE),
        ("Noe", 1, Presence.EXPECTED),
    ):
        born = today.replace(year=today.year - years)
        child = PersonDraft(given_name=name, family_name="Prøve", birth_date=born)
        members.append(MemberDraft(office.people.register(child), Role.CHILD, presence))
    office.people.found_household(HouseholdKind.SINGLE_PARENT, tuple(members))
    return begun(office, parent)


def test_the_register_suggests_the_household_and_leaves_the_class_to_be_said(
    office: Office,
) -> None:
    draft = office.debt_economy.suggested(family(office))
    assert (draft.status, draft.adults) == (DebtorStatus.SINGLE, 2)
    told = {child.name: child.contact for child in draft.children}
    assert told == {"Omar": None, "Elif": LIVES}
    codes = [each.code for each in office.debt_economy.check_household(draft)]
    assert codes == ["economy_contact_missing"]


def test_gj_23_whose_an_income_may_be(office: Office) -> None:
    case = family(office)
    person = office.debt_cases.get(case).person
    earners = office.debt_economy.earners(case)
    assert list(earners) == [person, *(each for each in earners if each != person)]
    assert [name.split()[0] for name in earners.values()] == ["Kari", "Lea"]
    alone = begun(office, registered_person(office, national_id="", given_name="Omar"))
    assert len(office.debt_economy.earners(alone)) == 1


def test_a_household_holds_from_its_day(office: Office) -> None:
    case = family(office)
    one = HouseholdDraft(DebtorStatus.SINGLE, 1, (), since(office, 40))
    child = ChildDraft(since(office, 4000), "Elif", 3)
    office.debt_economy.set_household(case, one)
    office.debt_economy.set_household(
        case, replace(one, children=(child,), since=since(office, 10))
    )
    before = office.debt_economy.of(case, since(office, 11)).household
    now = office.debt_economy.of(case).household
    assert before is not None
    assert before.children == ()
    assert now is not None
    assert [each.contact_class for each in now.children] == [3]
    assert office.debt_economy.household_since(case) == since(office, 10)
    assert office.debt_economy.household_draft(case).children == (child,)


def test_a_grown_child_is_never_written(office: Office) -> None:
    case = family(office)
    grown = ChildDraft(date(1990, 1, 1), "", LIVES)
    with pytest.raises(Invalid) as stopped:
        office.debt_economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1, (grown,)))
    assert [each.field for each in stopped.value.problems] == ["0.birth_date"]


# what the register knows


def test_rent_of_a_lease_with_us_is_suggested_until_rent_is_written(office: Office) -> None:
    lease = tenancy(office)
    case = begun(office, office.leases.get(lease).draft.tenant)
    draft = office.debt_economy.suggested_rent(case)
    assert draft is not None
    assert draft.kind is CostKind.RENT
    assert draft.amount == office.leases.get(lease).rent
    office.debt_economy.add(case, draft)
    assert office.debt_economy.suggested_rent(case) is None


def test_rent_that_has_changed_in_the_lease_is_told_of(office: Office) -> None:
    lease = tenancy(office)
    case = begun(office, office.leases.get(lease).draft.tenant, days=30)
    economy = office.debt_economy
    old = CostDraft(CostKind.RENT, kroner(7_500), Interval.MONTH, since(office, 20))
    row = economy.add(case, old)
    changed = economy.changed_rent(case)
    assert changed is not None
    assert (changed[0], changed[1].amount) == (row, office.leases.get(lease).rent)
    economy.change(EconomyLine.COST, *changed)
    assert economy.changed_rent(case) is None
    assert economy.of(case, since(office, 1)).cost == kroner(7_500)


def test_what_comes_and_what_was_is_seen_and_not_counted(office: Office) -> None:
    case = begun(office, days=30)
    economy = office.debt_economy
    was = replace(PAY, since=since(office, 20), until=since(office, 5))
    comes = replace(PAY, since=since(office, -5), amount=kroner(30_000))
    economy.add(case, was)
    economy.add(case, comes)
    assert economy.of(case).income == 0
    days = [each.since for each in economy.others(case, EconomyLine.INCOME)]
    assert days == [since(office, -5), since(office, 20)]
    assert economy.others(case, EconomyLine.COST) == ()


def test_somebody_without_a_lease_has_no_rent_suggested(office: Office) -> None:
    assert office.debt_economy.suggested_rent(begun(office)) is None


def test_remarks_are_forgotten_and_sums_stay(office: Office) -> None:
    """ADR-05."""
    person = registered_person(office)
    case = begun(office, person)
    office.debt_economy.add(case, PAY)
    held = office.debt_words.holding(frozenset({person}))
    assert "economy_income" in {each.ref.kind for each in held}
    with office.unit("debt_case.corrected") as unit:
        office.debt_words.forget(unit, frozenset({person}))
    (income,) = office.debt_economy.of(case).incomes
    assert (income.words, income.amount) == ("", kroner(24_000))
