"""Leases of one tenant on one dwelling, taken as the one tenancy they are. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar

from app.arrears.model import (
    ArrearsClosing,
    RentAccount,
    RentCharge,
    RentDispute,
    RentPayment,
    Tenancy,
)
from app.core.ids import LeaseId
from app.leases.model import LeaseRow, LeaseState

R = TypeVar("R", RentCharge, RentPayment, RentDispute, ArrearsClosing)

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


def accounts_of(known: Iterable[Tenancy], everything: RentAccount) -> dict[LeaseId, RentAccount]:
    """The account of each tenancy on which something was claimed or paid, by its newest lease."""
    whose = {lease: tenancy.lease for tenancy in known for lease in tenancy.leases}
    charges = _by(whose, everything.charges)
    payments = _by(whose, everything.payments)
    disputes = _by(whose, everything.disputes)
    closings = _by(whose, everything.closings)
    return {
        lease: RentAccount(
            tuple(charges.get(lease, ())),
            tuple(payments.get(lease, ())),
            tuple(disputes.get(lease, ())),
            tuple(closings.get(lease, ())),
        )
        for lease in {*charges, *payments}
    }


def _by(whose: Mapping[LeaseId, LeaseId], rows: Iterable[R]) -> dict[LeaseId, list[R]]:
    found: dict[LeaseId, list[R]] = {}
    for row in rows:
        if row.lease in whose:
            found.setdefault(whose[row.lease], []).append(row)
    return found
