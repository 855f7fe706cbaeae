"""What is read of the claims that are not paid is what whole accounts say."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.arrears import rules, store
from app.arrears.lists import rules as lists
from app.arrears.lists.model import StatedBalance
from app.arrears.lists.store import insert_list, insert_stated
from app.arrears.model import ArrearsOutcome, DaySum, Owed, PaidBy, RentChargeKind, Tenancy
from app.core.ids import LeaseId
from app.core.money import Ore
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.leases.model import ImportedLease
from app.office import Office
from app.storage.unit import Unit
from app.transfer.model import Counts, ImportKind
from app.transfer.store import insert_import
from tests.app.arrears.desk import tenancy
from tests.app.arrears.owners import owned

TODAY = date(2026, 11, 23)
AMOUNTS = st.integers(1, 6)
DAYS = st.one_of(st.integers(-3, 3), st.integers(-187, -179), st.just(-400)).map(
    lambda days: TODAY + timedelta(days=days)
)


@dataclass(frozen=True)
class Act:
    """Something told on one of the leases; `of` is a claim told before, by its place."""

    what: str
    lease: int
    day: date
    amount: int
    of: int = 0
    kind: RentChargeKind = RentChargeKind.RENT


WHAT = ("claim", "claim", "claim", "pay", "pay for", "pay for", "withdraw", "dispute")
SELDOM = ("close", "state")
KINDS = (RentChargeKind.RENT, RentChargeKind.RENT, RentChargeKind.REMINDER_FEE)
ACTS = st.builds(
    Act,
    st.sampled_from(
        (
            "claim",
            "claim",
            "claim",
            "pay",
            "pay",
            "pay for",
            "pay and withdraw",
            "withdraw",
            "dispute",
            "close",
            "state",
        )
    ),
    st.integers(0, 2),
    DAYS,
    AMOUNTS,
    st.integers(0, 5),
    st.sampled_from(KINDS),
)


TWO_CLAIMS = (
    Act("claim", 1, TODAY - timedelta(days=3), 5),
    Act("claim", 1, TODAY - timedelta(days=2), 5),
)
OLD = Act("claim", 1, TODAY - timedelta(days=400), 5, kind=RentChargeKind.REMINDER_FEE)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACTS, max_size=14), st.integers(-4, 4))
@example([*TWO_CLAIMS, Act("pay for", 1, TODAY, 5, of=1)], 0)
@example([*TWO_CLAIMS, Act("pay for", 0, TODAY, 5, of=1)], 0)  # on the lease before
@example([*TWO_CLAIMS, Act("pay for", 2, TODAY, 5, of=1)], 0)  # by somebody else
@example([*TWO_CLAIMS, Act("pay for", 1, TODAY + timedelta(days=1), 5, of=1)], 0)
@example([*TWO_CLAIMS, OLD], 0)
@example([*TWO_CLAIMS, OLD, Act("pay", 1, TODAY, 6)], 0)  # the rest is the fee
@example([*TWO_CLAIMS, OLD, Act("withdraw", 1, TODAY, 0, of=2)], 0)
@example([Act("pay", 1, TODAY - timedelta(days=days), 5) for days in (184, 183, 182)], 0)
@example([*TWO_CLAIMS, replace(OLD, kind=RentChargeKind.RENT)], 0)
@example([OLD, Act("claim", 0, TODAY - timedelta(days=400), 5), *TWO_CLAIMS], 0)
def test_what_is_owed_is_read_as_whole_accounts_say(
    office: Office, acts: list[Act], ahead: int
) -> None:
    """One tenancy of two leases, and one of one: paid by name, withdrawn, of many kinds."""
    some, day = _told(office, acts), TODAY + timedelta(days=ahead)
    accounts = {each.lease: office.arrears.account(each.lease) for each in some}

    owing = {lease: rules.owed(account, day) for lease, account in accounts.items()}
    assert _among(some, office.arrears.owing(day)) == {
        lease: owed for lease, owed in owing.items() if owed.total
    }
    assert office.arrears.balances_of(some) == {
        lease: rules.balance(account)
        for lease, account in accounts.items()
        if any(claim.stands for claim in account.charges)
        or any(payment.stands for payment in account.payments)
    }
    assert office.arrears.closed_of(some) == {
        lease for lease, account in accounts.items() if account.closed
    }
    since = day - timedelta(days=183)
    flows = office.arrears.flows(dict.fromkeys(some, since))
    assert {of: sorted(each.rents) for of, each in flows.items()} == {
        lease: sorted(each for each in account.flow.rents if each[0] >= since)
        for lease, account in accounts.items()
    }
    assert {of: _paid(each.paid, since) for of, each in flows.items()} == {
        lease: _paid(account.flow.paid, since) for lease, account in accounts.items()
    }
    assert office.arrears.newest_rents(some) == {
        lease: [each for each in account.charges if each.stands and each.kind.rent][-1]
        for lease, account in accounts.items()
        if any(each.stands and each.kind.rent for each in account.charges)
    }


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACTS, max_size=14), st.booleans())
def test_what_is_amiss_is_found_as_in_whole_accounts(
    office: Office, acts: list[Act], over: bool
) -> None:
    some = _told(office, acts, over=over)
    ground = office.arrears_check.ground()

    whole = tuple(each for tenancy in some for each in lists.amiss(tenancy, ground))

    assert office.arrears_check.amiss(some) == whole


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACTS, max_size=8), st.booleans())
@example([TWO_CLAIMS[0], replace(TWO_CLAIMS[1], of=1)], False)  # billed by both
def test_who_bills_wrongly_is_found_as_in_whole_accounts_where_the_owner_bills(
    office: Office, acts: list[Act], over: bool
) -> None:
    _let_the_owner_bill(office, _leases(office, over=over)[1])
    some = _told(office, acts, over=over)
    ground = office.arrears_check.ground()

    whole = tuple(each for tenancy in some for each in lists.amiss(tenancy, ground))

    assert office.arrears_check.amiss(some) == whole


def _let_the_owner_bill(office: Office, lease: LeaseId) -> None:
    """Of the one dwelling; the municipality goes on for the other."""
    dwelling = office.arrears.tenancy(lease).dwelling
    if dwelling not in office.billers.by_owner():
        owner = owned(office, dwelling)
        office.landlords.set_tasks(owner, {OwnerTask.BILL: DoneBy.OWNER}, TODAY)
        if all(each.owner != owner for each in office.arrears.billers()):
            office.billers.add("Stiftelsen", owner=owner)


def _paid(paid: Iterable[DaySum], since: date) -> tuple[int, list[DaySum]]:
    """What was paid before a day in all, and each sum from it on."""
    known = sorted(paid)
    before = sum(amount for day, amount in known if day < since)
    return before, [each for each in known if each[0] >= since]


def _among(some: Iterable[Tenancy], owing: object) -> dict[LeaseId, Owed]:
    mine = {each.lease for each in some}
    assert isinstance(owing, dict)
    return {lease: owed for lease, owed in owing.items() if lease in mine}


def _told(office: Office, acts: list[Act], *, over: bool = False) -> tuple[Tenancy, ...]:
    """Two tenancies, one of them of two leases, of which only these things are told."""
    leases = _leases(office, over=over)
    with office._db.unit("arrears.told", may_be_idle=True) as unit:
        store.forget(unit, leases)
        claims = list[tuple[int, LeaseId]]()
        for act in acts:
            _tell(unit, office, act, leases[act.lease], claims)
    return tuple(office.arrears.tenancy(each) for each in leases[1:])


def _leases(office: Office, *, over: bool) -> tuple[LeaseId, LeaseId, LeaseId]:
    """The same each time; `over`: the second has ended, and so has its tenancy."""
    begun = date(2025, 2 if over else 1, 1)
    known = sorted(each.id for each in office.leases.rows() if each.start == begun)
    if not known:
        at = 1 + len(office.dwellings.rows())
        first = tenancy(office, at, start=begun, end=date(2025, 12, 31))
        last = tenancy(office, at + 1, start=begun)
        draft = office.leases.get(first).draft
        with office.unit("sheet.imported") as unit:
            after = ImportedLease(draft.tenant, draft.dwelling, date(2026, 1, 1), None)
            second = office.leases.take_in(unit, after)
            if over:
                _end(unit, second)
        known = [first, last]
    first, last = known
    return first, office.arrears.tenancy(first).lease, last


def _end(unit: Unit, lease: LeaseId) -> None:
    """The last day was a few days ago, and the keys are back."""
    last = TODAY - timedelta(days=2)
    unit.insert("lease_ending", lease=lease, recorded_on=last, last_day=last, cause="agreed")
    unit.insert("lease_handback", lease=lease, keys_on=last, moved_to="unknown")


def _tell(
    unit: Unit, office: Office, act: Act, lease: LeaseId, claims: list[tuple[int, LeaseId]]
) -> None:
    """Also a payment by name for a claim on another lease, or of another tenancy."""
    billers = office.arrears.billers()
    biller = billers[act.of % len(billers)]
    row: dict[str, object] = {"lease": lease, "amount": act.amount}
    named = claims[act.of % len(claims)] if claims else None
    match act.what:
        case "claim":
            row |= {"biller": biller.id, "kind": act.kind, "due_on": act.day}
            claims.append((unit.insert("rent_charge", **row), lease))
        case "pay" | "pay for":
            row |= {"biller": biller.id, "paid_by": PaidBy.TENANT, "paid_on": act.day}
            covers = named[0] if named and act.what == "pay for" else None
            unit.insert("rent_payment", covers=covers, **row)
        case "pay and withdraw":
            row |= {"biller": biller.id, "paid_by": PaidBy.TENANT, "paid_on": act.day}
            made = unit.insert("rent_payment", **row)
            unit.update("rent_payment", made, withdrawn_on=act.day)
        case "withdraw" if named:
            unit.update("rent_charge", named[0], withdrawn_on=act.day)
        case "dispute":
            of = named[0] if named and named[1] == lease else None
            row |= {"charge": of, "received_on": act.day, "words": "feil"}
            unit.insert("rent_dispute", **row)
        case "close":
            reopened = act.day + timedelta(days=act.of) if act.of > 2 else None
            row = {"lease": lease, "closed_on": act.day, "outcome": ArrearsOutcome.WRITTEN_OFF}
            unit.insert("arrears_closing", reason="ferdig", reopened_on=reopened, **row)
        case "state":
            sheet = insert_import(unit, ImportKind.RENT_LIST, "", Counts())
            made_by = insert_list(unit, biller.id, sheet, 0, 0, 1)
            said = StatedBalance(lease, biller.id, act.day, Ore(act.amount))
            insert_stated(unit, said, made_by)
        case _:
            pass
