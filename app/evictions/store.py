"""SQL of cases of people who may lose their home."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.core.ids import EvictionCaseId, LeaseId, PersonId, Ref
from app.dwellings.model import address_text
from app.evictions.model import (
    DayChange,
    DayRow,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    OutcomeRow,
    StageRow,
)
from app.evictions.record import CaseHead
from app.people.address_store import PROTECTION_ON
from app.people.model import AddressProtection
from app.storage import numbering
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.dated import by_owner, latest
from app.storage.unit import Unit

_HEADS = (
    "SELECT c.id, c.number, c.kind, c.person, trim(p.given_name || ' ' || p.family_name),"
    f" {PROTECTION_ON}, c.lease, c.landlord, c.home, c.paper_reference, c.opened_on, d.street,"
    " d.house_number, d.house_letter, d.unit_number FROM eviction_case c"
    " JOIN person p ON p.id = c.person LEFT JOIN lease l ON l.id = c.lease"
    " LEFT JOIN dwelling d ON d.id = l.dwelling"
)


Among = Collection[EvictionCaseId] | None
"""The cases that are read; every one where it is None."""


def heads(db: Database, day: date, among: Among = None) -> tuple[CaseHead, ...]:
    """Every case, with nothing told of a home that is protected (ADR-03)."""
    if among is None:
        return db.select(_head, f"{_HEADS} ORDER BY c.id", (day.isoformat(),))
    inside = "c.id IN (SELECT value FROM json_each(?2))"
    values = (day.isoformat(), json.dumps([*among]))
    return db.select(_head, f"{_HEADS} WHERE {inside} ORDER BY c.id", values)


def open_ones(db: Database, day: date) -> tuple[EvictionCaseId, ...]:
    """Those begun by a day that were not closed then: of ten years nearly all are."""
    stage = latest("eviction_stage", "stage", "eviction_case = c.id")
    return db.select(
        EvictionCaseId,
        f"SELECT c.id FROM eviction_case c WHERE {stage} <> '{EvictionStage.CLOSED.value}'",
        (day.isoformat(),),
    )


def _head(*row: object) -> CaseHead:
    texts = [str(column) for column in row]
    protection = AddressProtection(texts[5])
    shown = protection is AddressProtection.NONE
    let = row[11] is not None
    home = address_text(*texts[11:15]) if let else texts[8]
    return CaseHead(
        EvictionCaseId(int(texts[0])),
        number=texts[1],
        kind=LossKind(texts[2]),
        person=PersonId(int(texts[3])),
        name=texts[4],
        protection=protection,
        lease=None if row[6] is None else LeaseId(int(texts[6])),
        landlord=texts[7],
        home=home if shown else "",
        paper_reference=texts[9],
        opened_on=date.fromisoformat(texts[10]),
    )


def next_number(db: Database, year: int) -> str:
    """«U-2026-1»: the number after the newest one of that year."""
    return numbering.next_number(db, "eviction_case", f"U-{year}-", 1)


def stages(
    db: Database, day: date, among: Among = None
) -> Mapping[EvictionCaseId, Sequence[StageRow]]:
    """The stages of each case up to a day, oldest first."""
    return by_owner(
        db,
        EvictionCaseId,
        lambda since, stage, sale, reason: StageRow(
            date.fromisoformat(since),
            EvictionStage(stage),
            ForcedSaleStage(sale) if sale else None,
            reason,
        ),
        "SELECT eviction_case, since, stage, sale_stage, reason FROM eviction_stage",
        day,
        among,
    )


def days(db: Database, day: date, among: Among = None) -> Mapping[EvictionCaseId, Sequence[DayRow]]:
    """What was told of the day it is to be carried out, oldest first."""
    return by_owner(
        db,
        EvictionCaseId,
        lambda since, change, on, at, reason: DayRow(
            date.fromisoformat(since), DayChange(change), day_or_none(on), at, reason
        ),
        "SELECT eviction_case, since, change, eviction_on, eviction_at, reason FROM eviction_day",
        day,
        among,
    )


def outcomes(
    db: Database, day: date, among: Among = None
) -> Mapping[EvictionCaseId, Sequence[OutcomeRow]]:
    """How each ended, oldest first."""
    return by_owner(
        db,
        EvictionCaseId,
        lambda since, outcome, words: OutcomeRow(
            date.fromisoformat(since), EvictionOutcome(outcome) if outcome else None, words
        ),
        "SELECT eviction_case, since, outcome, words FROM eviction_outcome",
        day,
        among,
    )


def insert(unit: Unit, number: str, head: CaseHead, words: str) -> EvictionCaseId:
    """A new case; `words` is what it is found by."""
    made = unit.insert(
        "eviction_case",
        number=number,
        kind=head.kind,
        person=head.person,
        lease=head.lease,
        landlord=head.landlord.strip(),
        home=head.home.strip(),
        paper_reference=head.paper_reference.strip(),
        opened_on=head.opened_on,
        search_text=words,
    )
    return EvictionCaseId(made)


def found_by(unit: Unit, case: EvictionCaseId, words: str) -> None:
    """What it is found by from now on."""
    unit.update("eviction_case", case, search_text=words)


def add_stage(unit: Unit, case: EvictionCaseId, row: StageRow) -> None:
    """It stands here from this day."""
    unit.insert(
        "eviction_stage",
        eviction_case=case,
        since=row.since,
        stage=row.stage,
        sale_stage=row.sale_stage or "",
        reason=row.reason.strip(),
    )


def add_day(unit: Unit, case: EvictionCaseId, row: DayRow) -> None:
    """What is told of the day it is to be carried out."""
    unit.insert(
        "eviction_day",
        eviction_case=case,
        since=row.since,
        change=row.change,
        eviction_on=row.eviction_on,
        eviction_at=row.eviction_at.strip(),
        reason=row.reason.strip(),
    )


def add_outcome(unit: Unit, case: EvictionCaseId, row: OutcomeRow) -> None:
    """How it ended, or that it began again."""
    unit.insert(
        "eviction_outcome",
        eviction_case=case,
        since=row.since,
        outcome=row.outcome or "",
        words=row.words.strip(),
    )


# what tells where somebody lives (ADR-05)

_PLACED = "CASE WHEN t.eviction_at GLOB '*[A-Za-zÆØÅæøå]*' THEN t.eviction_at ELSE '' END"
"""More than the hour, which may stay."""

_TELLING = {
    "eviction_case": ("id", ("landlord", "home"), "t.landlord || t.home"),
    "eviction_stage": ("eviction_case", ("reason",), "t.reason"),
    "eviction_message": ("eviction_case", ("words",), "t.words"),
    "eviction_day": ("eviction_case", ("reason",), f"t.reason || {_PLACED}"),
    "eviction_outcome": ("eviction_case", ("words",), "t.words"),
}


def held(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every row of theirs with a lease, a home, or words that may name one."""
    marks = ", ".join("?" * len(people))
    found: list[tuple[Ref, PersonId]] = []
    for table, (key, _, texts) in _TELLING.items():
        let = "t.lease IS NOT NULL OR " if table == "eviction_case" else ""
        found += db.select(
            lambda row, person, table=table: (Ref(table, row), PersonId(person)),
            f"SELECT t.id, c.person FROM {table} t JOIN eviction_case c ON c.id = t.{key}"
            f" WHERE c.person IN ({marks}) AND ({let}{texts} <> '') ORDER BY t.id",
            people,
        )
    return tuple(found)


def empty(unit: Unit, ref: Ref) -> None:
    """Take the tie and the words away; days, stages and sums stay."""
    gone: dict[str, object] = dict.fromkeys(_TELLING[ref.kind][1], "")
    if ref.kind == "eviction_case":
        gone["lease"] = None
    unit.update(ref.kind, ref.id, **gone)
    if ref.kind == "eviction_day":
        hour = f"UPDATE eviction_day AS t SET eviction_at = '' WHERE t.id = ? AND {_PLACED} <> ''"
        unit.execute(hour, (ref.id,))
