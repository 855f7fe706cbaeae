"""SQL of the price index and of rent changes."""

from collections import defaultdict
from datetime import date

from app.core.ids import DocumentId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.leases.rents.model import IndexLink, IndexStep, IndexValue, RentChange, RentChangeKind
from app.leases.rents.rules import state_of
from app.leases.rents.series import Series
from app.letters.model import DocumentKind
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# the day the letter of a change went out to stay out, and the day it was taken back
SENT = (
    "(SELECT min(o.sent_on) FROM dispatch o WHERE o.document = c.letter AND o.returned_on IS NULL)"
)
WITHDRAWN = "(SELECT min(t.since) FROM document_state t WHERE t.document = c.letter)"
CHANGES = (
    "SELECT c.id, c.lease, c.kind, c.old_rent, c.new_rent, c.effective_on, c.fixed_month,"
    " c.decided_on, c.send_by, c.letter, c.reference, c.reason, c.base_month, c.base_tenths,"
    " c.base_index_base, c.new_tenths, c.new_index_base, c.link_millionths,"
    f" {SENT}, {WITHDRAWN} FROM rent_change c"
)


def series(db: Database) -> Series:
    """The newest row of each month and base, and of each link."""
    values = db.select(
        lambda month, base, tenths, recorded, source: IndexValue(
            date.fromisoformat(month), base, tenths, date.fromisoformat(recorded), source
        ),
        "SELECT month, index_base, tenths, recorded_on, source FROM price_index ORDER BY id",
    )
    links = db.select(
        IndexLink,
        "SELECT from_base, to_base, millionths, source FROM price_index_link ORDER BY id",
    )
    return Series(values, links)


def add_value(unit: Unit, value: IndexValue, source: str) -> None:
    """A month's value; what it corrects stays."""
    unit.insert(
        "price_index",
        month=value.month,
        index_base=value.base,
        tenths=value.tenths,
        recorded_on=unit.today,
        source=source,
    )


def add_link(unit: Unit, link: IndexLink) -> None:
    """A factor between two bases, with where it was read."""
    unit.insert(
        "price_index_link",
        from_base=link.from_base,
        to_base=link.to_base,
        millionths=link.millionths,
        recorded_on=unit.today,
        source=link.source,
    )


def insert(
    unit: Unit,
    lease: LeaseId,
    kind: RentChangeKind,
    *,
    old: Ore,
    new: Ore,
    effective_on: date,
    fixed_month: date,
    step: IndexStep | None = None,
    send_by: date | None = None,
    letter: DocumentId | None = None,
    reference: str = "",
    reason: str = "",
) -> int:
    """One time the rent was fixed."""
    return unit.insert(
        "rent_change",
        lease=lease,
        kind=kind,
        old_rent=old,
        new_rent=new,
        effective_on=effective_on,
        fixed_month=fixed_month,
        base_month=step.base.month if step else None,
        base_tenths=step.base.tenths if step else None,
        base_index_base=step.base.base if step else None,
        new_tenths=step.new.tenths if step else None,
        new_index_base=step.new.base if step else None,
        link_millionths=step.link.millionths if step and step.link else None,
        decided_on=unit.today,
        send_by=send_by,
        letter=letter,
        reference=reference,
        reason=reason,
    )


def add_rent(
    unit: Unit, lease: LeaseId, since: date, rent: Ore, kind: RentChangeKind, change: int
) -> None:
    """What is paid from a day; one told by letter holds only when that was sent in time."""
    unit.insert("lease_rent", lease=lease, since=since, rent=rent, basis=kind, rent_change=change)


def of(db: Database, lease: LeaseId, day: date) -> tuple[RentChange, ...]:
    """Every change of a lease as it stands on a day, oldest first."""
    return db.select(
        lambda *row: change_of(row, day),
        f"{CHANGES} WHERE c.lease = ? AND c.decided_on <= ? ORDER BY c.id",
        (lease, day.isoformat()),
    )


def of_all(db: Database, day: date) -> dict[LeaseId, tuple[RentChange, ...]]:
    """The same of every lease that has any."""
    found: defaultdict[LeaseId, list[RentChange]] = defaultdict(list)
    for change in db.select(lambda *row: change_of(row, day), f"{CHANGES} ORDER BY c.id"):
        found[change.lease].append(change)
    return {lease: tuple(changes) for lease, changes in found.items()}


def change_of(row: tuple[object, ...], day: date) -> RentChange:
    """One as `CHANGES` gives it, as it stands on a day."""
    texts = [str(column) for column in row]
    effective, send_by = date.fromisoformat(texts[5]), day_or_none(row[8])
    sent = day_or_none(row[18])
    return RentChange(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        kind=RentChangeKind(texts[2]),
        state=state_of(effective, send_by, sent, day_or_none(row[19]), day),
        old=Ore(int(texts[3])),
        new=Ore(int(texts[4])),
        effective_on=effective,
        fixed_month=date.fromisoformat(texts[6]),
        decided_on=date.fromisoformat(texts[7]),
        send_by=send_by,
        letter=None if row[9] is None else DocumentId(int(texts[9])),
        sent_on=sent,
        step=_step(row, date.fromisoformat(texts[6])),
        reference=texts[10],
        reason=texts[11],
    )


def _step(row: tuple[object, ...], new_month: date) -> IndexStep | None:
    base_month = day_or_none(row[12])
    if base_month is None:
        return None
    base = IndexValue(base_month, str(row[14]), int(str(row[13])))
    new = IndexValue(new_month, str(row[16]), int(str(row[15])))
    if row[17] is None:
        return IndexStep(base, new)
    return IndexStep(base, new, IndexLink(new.base, base.base, int(str(row[17])), ""))


def issued_here(db: Database, lease: LeaseId | None = None) -> frozenset[LeaseId]:
    """Those whose paper was made here, of all or one: when their rent was agreed is known."""
    return frozenset(
        db.select(
            LeaseId,
            "SELECT DISTINCT case_id FROM document WHERE case_kind = 'lease' AND kind = ?1"
            " AND (?2 IS NULL OR case_id = ?2)",
            (DocumentKind.LEASE, lease),
        )
    )


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every change of the leases of the given persons."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda change, person: (Ref("rent_change", change), PersonId(person)),
        "SELECT c.id, l.tenant FROM rent_change c JOIN lease l ON l.id = c.lease"
        f" WHERE l.tenant IN ({marks}) ORDER BY c.id",
        sorted(people),
    )


def remove(unit: Unit, change: int) -> None:
    """Take a change out with the rent that rested on it (ADR-02)."""
    unit.execute("DELETE FROM lease_rent WHERE rent_change = ?", (change,))
    unit.delete("rent_change", change)
