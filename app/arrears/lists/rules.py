"""What does not match between what billers say, the leases and the accounts. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.arrears.lists.model import (
    ArrearsCheckKind,
    ArrearsFinding,
    ListGround,
    StatedBalance,
)
from app.arrears.model import Biller, RentAccount, RentCharge, Tenancy
from app.core.ids import BillerId, DwellingId, LeaseId, OwnerId
from app.core.money import Ore


def month_of(charge: RentCharge) -> str:
    """The month a claim is for, else the month it falls due in: «2026-03»."""
    return charge.month or f"{charge.due_on:%Y-%m}"


def balances_on(account: RentAccount, biller: BillerId, day: date) -> tuple[Ore, Ore]:
    """What a biller may mean by what is owed on a day: what is due by then, and all it claimed.

    Only what it claimed and was paid itself. A balance that is either of them matches.
    """
    mine = [each for each in account.charges if each.stands and each.biller == biller]
    paid = sum(
        each.amount
        for each in account.payments
        if each.stands and each.biller == biller and each.paid_on <= day
    )
    due = sum(each.amount for each in mine if each.due_on <= day)
    return Ore(due - paid), Ore(sum(each.amount for each in mine) - paid)


def billed_by(
    tenancies: Iterable[Tenancy],
    accounts: Mapping[LeaseId, RentAccount],
    billers: Iterable[Biller],
    owners: Mapping[DwellingId, OwnerId],
) -> dict[LeaseId, BillerId]:
    """Who bills each tenancy: an owner who bills himself (`owners`), else who did last.

    A tenancy that nobody has billed is not there.
    """
    whose = {each.owner: each.id for each in billers if each.owner and each.closed_on is None}
    found: dict[LeaseId, BillerId] = {}
    for tenancy in tenancies:
        owner = owners.get(tenancy.dwelling)
        newest = _newest_rent(accounts.get(tenancy.lease, RentAccount()))
        if owner in whose:
            found[tenancy.lease] = whose[owner]
        elif newest is not None:
            found[tenancy.lease] = newest.biller
    return found


def findings(ground: ListGround) -> tuple[ArrearsFinding, ...]:
    """Everything that does not match today, what to mend first before the rest."""
    billed = months_billed(ground)
    return in_order(
        each
        for tenancy in ground.tenancies.values()
        for each in of_tenancy(tenancy, ground, billed)
    )


def in_order(found: Iterable[ArrearsFinding]) -> tuple[ArrearsFinding, ...]:
    """What to mend first before the rest."""
    order = list(ArrearsCheckKind)
    return tuple(sorted(found, key=lambda each: (order.index(each.kind), each.tenancy.lease)))


def of_tenancy(
    tenancy: Tenancy, ground: ListGround, billed: frozenset[BillerId]
) -> tuple[ArrearsFinding, ...]:
    """What does not match in one; `billed` is who has billed this month at all."""
    return tuple(_of_tenancy(tenancy, ground, billed))


def _of_tenancy(
    tenancy: Tenancy, ground: ListGround, billed: frozenset[BillerId]
) -> Iterator[ArrearsFinding]:
    account = ground.account(tenancy.lease)
    yield from amiss(tenancy, ground)
    yield from _no_kid(tenancy, ground)
    yield from _no_claim(tenancy, account, ground, billed)
    credit = _credit(account, ground.today)
    if credit > 0:
        yield ArrearsFinding(ArrearsCheckKind.CREDIT, tenancy, credit)


def amiss(tenancy: Tenancy, ground: ListGround) -> Iterator[ArrearsFinding]:
    """What is put right before anything is sent; the rest is told where it belongs."""
    account = ground.account(tenancy.lease)
    yield from _balances(tenancy, account, ground)
    yield from _other_biller(tenancy, account, ground)
    yield from _claims_too_late(tenancy, account)


def _credit(account: RentAccount, day: date) -> Ore:
    """What is paid by a day beyond everything that is claimed (`Owed.credit`)."""
    paid = sum(each.amount for each in account.payments if each.stands and each.paid_on <= day)
    return Ore(paid - sum(each.amount for each in account.charges if each.stands))


def newest_stated(told: Sequence[StatedBalance]) -> tuple[StatedBalance, ...]:
    """The last balance of each biller; of one day the one told last."""
    return tuple({each.biller: each for each in told}.values())


def _balances(
    tenancy: Tenancy, account: RentAccount, ground: ListGround
) -> Iterator[ArrearsFinding]:
    for told in newest_stated(ground.stated.get(tenancy.lease, ())):
        due, everything = balances_on(account, told.biller, told.stated_on)
        if told.amount not in {due, everything}:
            yield ArrearsFinding(
                ArrearsCheckKind.BALANCE_DIFFERS,
                tenancy,
                due,
                told.amount,
                told.stated_on,
                _name(ground, told.biller),
            )


def _other_biller(
    tenancy: Tenancy, account: RentAccount, ground: ListGround
) -> Iterator[ArrearsFinding]:
    """The newest rent was billed by another than the one whose it should be."""
    newest = _newest_rent(account)
    expected = ground.billed_by.get(tenancy.lease)
    if newest is not None and expected is not None and newest.biller != expected:
        yield ArrearsFinding(
            ArrearsCheckKind.OTHER_BILLER,
            tenancy,
            newest.amount,
            day=newest.due_on,
            biller=_name(ground, newest.biller),
            expected=_name(ground, expected),
        )


def _no_kid(tenancy: Tenancy, ground: ListGround) -> Iterator[ArrearsFinding]:
    """Where somebody bills, a payment without KID lands with nobody."""
    if not tenancy.state.lived_in or tenancy.lease not in ground.billed_by:
        return
    if tenancy.lease not in ground.with_kid:
        yield ArrearsFinding(
            ArrearsCheckKind.NO_KID,
            tenancy,
            biller=_name(ground, ground.billed_by[tenancy.lease]),
        )


def months_billed(ground: ListGround) -> frozenset[BillerId]:
    """Who has billed rent for this month at all."""
    month = f"{ground.today:%Y-%m}"
    return frozenset(
        each.biller
        for account in ground.accounts.values()
        for each in account.charges
        if month_of(each) == month and each.stands_as_rent
    )


def _no_claim(
    tenancy: Tenancy, account: RentAccount, ground: ListGround, billed: frozenset[BillerId]
) -> Iterator[ArrearsFinding]:
    """No rent this month, though others of the biller have it."""
    biller = ground.billed_by.get(tenancy.lease)
    if biller not in billed or not _lives_there(tenancy, ground.today):
        return
    month = f"{ground.today:%Y-%m}"
    this_month = (each for each in account.charges if month_of(each) == month)
    if not any(each.stands_as_rent for each in this_month):
        yield ArrearsFinding(
            ArrearsCheckKind.NO_CLAIM_THIS_MONTH,
            tenancy,
            tenancy.rent,
            day=ground.today,
            biller=_name(ground, biller),
        )


def _lives_there(tenancy: Tenancy, day: date) -> bool:
    began = tenancy.start is None or tenancy.start <= day
    return tenancy.state.lived_in and began


def _claims_too_late(tenancy: Tenancy, account: RentAccount) -> Iterator[ArrearsFinding]:
    """Rent for a time after the tenancy was over, or claimed after what was owed was closed."""
    closed = account.closed.closed_on if account.closed else None
    over = None if tenancy.state.lived_in else tenancy.last_day
    for each in account.charges:
        if not each.stands:
            continue
        facts = (tenancy, each.amount)
        if closed is not None and each.due_on > closed:
            yield ArrearsFinding(ArrearsCheckKind.CLAIM_WHEN_CLOSED, *facts, day=each.due_on)
        elif over is not None and each.kind.rent and _begins(each) > over:
            yield ArrearsFinding(ArrearsCheckKind.CLAIM_AFTER_LAST_DAY, *facts, day=each.due_on)


def _begins(charge: RentCharge) -> date:
    """The first day the rent is for; its due day when no month is told."""
    return date.fromisoformat(f"{charge.month}-01") if charge.month else charge.due_on


def _newest_rent(account: RentAccount) -> RentCharge | None:
    newest_first = reversed(account.charges)
    return next((each for each in newest_first if each.stands_as_rent), None)


def _name(ground: ListGround, biller: BillerId | None) -> str:
    found = None if biller is None else ground.billers.get(biller)
    return "" if found is None else found.name
