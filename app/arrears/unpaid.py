"""What tenancies owe, without reading what was claimed and paid on them through ten years."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.arrears import rules, store, unpaid_store
from app.arrears.model import DaySum, Flow, Owed, RentCharge, RentDispute, Tenancy
from app.core.ids import LeaseId
from app.core.money import Ore
from app.storage.database import Database

Whose = Mapping[LeaseId, LeaseId]
"""The newest lease of the tenancy of each lease: by it a tenancy is known."""


def whose(some: Iterable[Tenancy]) -> Whose:
    """Which leases are of which tenancy."""
    return {lease: each.lease for each in some for lease in each.leases}


def owing(db: Database, known: Whose, day: date) -> Mapping[LeaseId, Owed]:
    """What each tenancy owes on a day that owes something: `rules.owed` of its account."""
    disputes: dict[LeaseId, list[RentDispute]] = {}
    for each in store.disputes(db, known):
        disputes.setdefault(known[each.lease], []).append(each)
    open_ones = unpaid_store.open_charges(db, known, day)
    found = {
        lease: rules.of_open(open_ones[lease], disputes.get(lease, ()), day)
        for lease in dict.fromkeys(known.values())
        if lease in open_ones
    }
    return {lease: owed for lease, owed in found.items() if owed.total}


def balances(db: Database, known: Whose) -> Mapping[LeaseId, Ore]:
    """`rules.balance` of each tenancy on which something is claimed or paid."""
    found: dict[LeaseId, Ore] = {}
    for lease, amount in unpaid_store.unpaid(db, known, date.max).items():
        found[known[lease]] = Ore(found.get(known[lease], 0) + amount)
    return found


def newest_rents(db: Database, known: Whose) -> Mapping[LeaseId, RentCharge]:
    """The newest rent claimed on each tenancy."""
    oldest_first = sorted(store.newest_rents(db, known), key=lambda each: (each.due_on, each.id))
    return {known[each.lease]: each for each in oldest_first}


def flows(db: Database, known: Whose, since: Mapping[LeaseId, date]) -> Mapping[LeaseId, Flow]:
    """The rent of each tenancy that falls due from its day of `since` on, and what was paid on it.

    What was paid on a lease before that day is one sum.
    """
    rents: dict[LeaseId, list[DaySum]] = {each: [] for each in since}
    paid: dict[LeaseId, list[DaySum]] = {each: [] for each in since}
    days = {lease: since[whose] for lease, whose in known.items()}
    for lease, day, amount in store.rents_due(db, days):
        rents[known[lease]].append((day, amount))
    for lease, day, amount in store.paid(db, days):
        paid[known[lease]].append((day, amount))
    return {each: Flow(tuple(rents[each]), tuple(paid[each])) for each in since}


def closed(db: Database, known: Whose) -> frozenset[LeaseId]:
    """The tenancies that are closed."""
    return frozenset(known[each] for each in store.closed(db, known))
