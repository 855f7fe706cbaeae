"""Leases of one tenant on one dwelling, taken as the one tenancy they are. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, groupby

from app.arrears.model import RentAccount, Tenancy
from app.core.ids import LeaseId
from app.core.kept import Kept
from app.leases.model import LeaseRow, LeaseState

_NEVER_BEGAN = frozenset({LeaseState.DRAFT, LeaseState.CANCELLED})


def tenancies(rows: Iterable[LeaseRow]) -> tuple[Tenancy, ...]:
    """Every tenancy there is or has been; a draft, or one called off, is none."""
    begun = [row for row in rows if row.state not in _NEVER_BEGAN]
    begun.sort(key=_whose)
    return tuple(_tenancy(list(found)) for _, found in groupby(begun, key=_whose))


def _whose(row: LeaseRow) -> tuple[int, int]:
    return row.tenant, row.dwelling


def _tenancy(rows: list[LeaseRow]) -> Tenancy:
    rows.sort(key=lambda row: (row.start or date.min, row.id))
    newest = rows[-1]
    return Tenancy(
        lease=newest.id,
        leases=tuple(row.id for row in rows),
        number=newest.number,
        tenant=newest.tenant,
        tenant_name=newest.tenant_name,
        protection=newest.protection,
        dwelling=newest.dwelling,
        address=newest.address,
        start=rows[0].start,
        last_day=newest.last_day,
        state=newest.state,
        rent=newest.rent,
    )


def accounts_of(
    known: Iterable[Tenancy],
    by_lease: Mapping[LeaseId, RentAccount],
    kept: Kept[RentAccount],
) -> dict[LeaseId, RentAccount]:
    """The account of each tenancy on which something was claimed or paid, by its newest lease."""
    found = {each.lease: account_of(each, by_lease, kept) for each in known}
    return {lease: each for lease, each in found.items() if each.charges or each.payments}


def account_of(
    tenancy: Tenancy, by_lease: Mapping[LeaseId, RentAccount], kept: Kept[RentAccount]
) -> RentAccount:
    """Those of its leases taken as one; the very same as before where they are."""
    parts = tuple(by_lease[lease] for lease in tenancy.leases if lease in by_lease)
    if len(parts) == 1:
        return parts[0]
    return kept.get(tenancy.lease, None, parts, partial(_joined, parts))


def _joined(parts: Sequence[RentAccount]) -> RentAccount:
    """Oldest first, as they are read of one lease."""
    return RentAccount(
        tuple(sorted(chain(*(x.charges for x in parts)), key=lambda x: (x.due_on, x.id))),
        tuple(sorted(chain(*(x.payments for x in parts)), key=lambda x: (x.paid_on, x.id))),
        tuple(sorted(chain(*(x.disputes for x in parts)), key=lambda x: x.id)),
        tuple(sorted(chain(*(x.closings for x in parts)), key=lambda x: x.id)),
    )
