"""Leases of one tenant on one dwelling, taken as the one tenancy they are. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain, groupby

from app.arrears.model import RentAccount, Tenancy
from app.core.ids import LeaseId
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
    known: Iterable[Tenancy], by_lease: Mapping[LeaseId, RentAccount]
) -> dict[LeaseId, RentAccount]:
    """The account of each tenancy on which something was claimed or paid, by its newest lease."""
    found = {}
    for tenancy in known:
        parts = [by_lease[lease] for lease in tenancy.leases if lease in by_lease]
        account = parts[0] if len(parts) == 1 else _joined(parts)
        if account.charges or account.payments:
            found[tenancy.lease] = account
    return found


def _joined(parts: list[RentAccount]) -> RentAccount:
    """Oldest first, as they are read of one lease."""
    return RentAccount(
        tuple(sorted(chain(*(x.charges for x in parts)), key=lambda x: (x.due_on, x.id))),
        tuple(sorted(chain(*(x.payments for x in parts)), key=lambda x: (x.paid_on, x.id))),
        tuple(sorted(chain(*(x.disputes for x in parts)), key=lambda x: x.id)),
        tuple(sorted(chain(*(x.closings for x in parts)), key=lambda x: x.id)),
    )
