"""SQL of the steps on the money track."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, NoFee
from app.core.ids import DocumentId, LeaseId, PersonId, Ref, RentChargeId
from app.core.money import Ore
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# a letter that came back is not sent until it goes out again
_SELECT = (
    "SELECT s.id, s.lease, s.kind, s.taken_on, s.document, coalesce(d.number, ''),"
    " (SELECT max(o.sent_on) FROM dispatch o WHERE o.document = s.document"
    "  AND o.returned_on IS NULL),"
    " s.nominal, s.pay_by, s.principal,"
    " coalesce(f.amount, CASE WHEN {sent} THEN 0 ELSE s.fee END),"
    " coalesce(i.amount, CASE WHEN {sent} THEN 0 ELSE s.interest END),"
    " s.no_fee, s.round, s.spoke,"
    " coalesce((SELECT group_concat(c.charge) FROM arrears_step_claim c WHERE c.step = s.id), '')"
    " FROM arrears_step s LEFT JOIN document d ON d.id = s.document"
    " LEFT JOIN rent_charge f ON f.id = s.fee_charge"
    " LEFT JOIN rent_charge i ON i.id = s.interest_charge"
).format(sent="EXISTS (SELECT 1 FROM dispatch o WHERE o.document = s.document)")
_STANDS = " s.withdrawn_on IS NULL"
_kind = lru_cache(ArrearsStepKind)  # there are few among the many steps


def insert(unit: Unit, step: ArrearsStep) -> int:
    """A step; its `id` and `number` are not looked at."""
    made = unit.insert(
        "arrears_step",
        lease=step.lease,
        kind=step.kind,
        taken_on=step.taken_on,
        document=step.document,
        spoke=step.spoke,
        nominal=step.nominal,
        pay_by=step.pay_by,
        principal=step.principal,
        fee=step.fee,
        interest=step.interest,
        no_fee=step.no_fee or "",
        round=step.round,
    )
    for charge in sorted(step.claims):
        unit.insert("arrears_step_claim", step=made, charge=charge)
    return made


def of(db: Database, leases: Sequence[LeaseId]) -> tuple[ArrearsStep, ...]:
    """Every step that stands on these leases, oldest first."""
    marks = ", ".join("?" * len(leases))
    found = db.select(
        _step, f"{_SELECT} WHERE s.lease IN ({marks}) AND {_STANDS} ORDER BY s.id", leases
    )
    return in_order(found)


def everything(db: Database) -> tuple[ArrearsStep, ...]:
    """Every step that stands, oldest first."""
    return in_order(db.select(_step, f"{_SELECT} WHERE {_STANDS} ORDER BY s.id"))


def in_order(steps: Iterable[ArrearsStep]) -> tuple[ArrearsStep, ...]:
    """By the day each counts from."""
    return tuple(sorted(steps, key=lambda step: (step.day, step.id)))


def by_document(db: Database, document: DocumentId) -> ArrearsStep | None:
    """The step a letter takes, if it stands."""
    return db.first(_step, f"{_SELECT} WHERE s.document = ? AND {_STANDS}", (document,))


def get(db: Database, step: int) -> ArrearsStep | None:
    """One step that stands."""
    return db.first(_step, f"{_SELECT} WHERE s.id = ? AND {_STANDS}", (step,))


def charges_of(db: Database, step: int) -> tuple[RentChargeId, ...]:
    """The claims a letter became when it was sent."""
    return db.select(
        RentChargeId,
        "SELECT c.id FROM arrears_step s JOIN rent_charge c"
        " ON c.id IN (s.fee_charge, s.interest_charge)"
        " WHERE s.id = ? AND c.withdrawn_on IS NULL ORDER BY c.id",
        (step,),
    )


def sums_of(db: Database, step: int) -> tuple[Ore, Ore]:
    """The fee and the interest a letter says, whatever became of them."""
    found = db.first(
        lambda fee, interest: (Ore(fee), Ore(interest)),
        "SELECT fee, interest FROM arrears_step WHERE id = ?",
        (step,),
    )
    return found or (Ore(0), Ore(0))


def sent_before(db: Database, step: int) -> bool:
    """Whether the letter went out before the sending that is being recorded."""
    found = db.first(
        int,
        "SELECT count(*) FROM dispatch o JOIN arrears_step s ON s.document = o.document"
        " WHERE s.id = ?",
        (step,),
    )
    return (found or 0) > 1


def held(db: Database, people: Sequence[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every step on the leases of these people."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda step, tenant: (Ref("arrears_step", step), PersonId(tenant)),
        "SELECT s.id, l.tenant FROM arrears_step s JOIN lease l ON l.id = s.lease"
        f" WHERE l.tenant IN ({marks}) ORDER BY s.id",
        people,
    )


def remove(unit: Unit, step: int) -> None:
    """Take one out of the register, with what it was about."""
    unit.execute("DELETE FROM arrears_step_claim WHERE step = ?", (step,))
    unit.execute("DELETE FROM arrears_step WHERE id = ?", (step,))


def _step(*row: object) -> ArrearsStep:
    texts = [str(column) for column in row]
    return ArrearsStep(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        kind=_kind(texts[2]),
        taken_on=day_of(texts[3]),
        document=None if row[4] is None else DocumentId(int(texts[4])),
        number=texts[5],
        sent_on=day_or_none(row[6]),
        nominal=day_or_none(row[7]),
        pay_by=day_or_none(row[8]),
        principal=Ore(int(texts[9])),
        fee=Ore(int(texts[10])),
        interest=Ore(int(texts[11])),
        no_fee=NoFee(texts[12]) if texts[12] else None,
        round=texts[13],
        spoke=row[14] == 1,
        claims=frozenset(RentChargeId(int(each)) for each in texts[15].split(",") if each),
    )
