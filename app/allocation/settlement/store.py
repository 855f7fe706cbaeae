"""SQL of the years' numbers and of the households that come on them."""

from datetime import date

from app.allocation.settlement.model import Quota, Settlement, SettlementDraft, SettlementRow
from app.core.ids import ApplicationId
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_SETTLEMENT = (
    "SELECT s.id, s.application, s.year, s.persons, s.agreed_on, s.expected_on, s.settled_on,"
    " s.cancelled_on"
)
_COLUMNS = 8


def quota(db: Database, year: int, day: date) -> Quota | None:
    """The number of a year as it was decided by a day."""
    return db.first(
        lambda of, persons, since, source: Quota(of, persons, date.fromisoformat(since), source),
        "SELECT year, persons, since, source FROM settlement_quota WHERE year = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (year, day.isoformat()),
    )


def add_quota(unit: Unit, quota: Quota) -> int:
    """A year's number from a day."""
    return unit.insert(
        "settlement_quota",
        year=quota.year,
        persons=quota.persons,
        since=quota.since,
        source=quota.source,
    )


def get(db: Database, settlement: int) -> Settlement | None:
    """One settlement."""
    return db.first(_made, f"{_SETTLEMENT} FROM settlement s WHERE s.id = ?", (settlement,))


def of_application(db: Database, application: ApplicationId) -> tuple[Settlement, ...]:
    """Every settlement of an application, oldest first."""
    return db.select(
        _made,
        f"{_SETTLEMENT} FROM settlement s WHERE s.application = ? ORDER BY s.id",
        (application,),
    )


def rows(db: Database) -> tuple[SettlementRow, ...]:
    """Every settlement, the first expected first, those without a day last."""
    return db.select(
        _row,
        f"{_SETTLEMENT}, p.given_name, p.family_name, a.number, a.bedrooms FROM settlement s"
        " JOIN application a ON a.id = s.application JOIN person p ON p.id = a.applicant"
        " ORDER BY s.year DESC, s.expected_on IS NULL, s.expected_on, s.id",
    )


def _row(*row: object) -> SettlementRow:
    given, family, number, bedrooms = row[_COLUMNS:]
    return SettlementRow(
        _made(*row[:_COLUMNS]),
        f"{given} {family}".strip(),
        str(number),
        None if bedrooms is None else int(str(bedrooms)),
    )


def _made(*row: object) -> Settlement:
    draft = SettlementDraft(
        application=ApplicationId(int(str(row[1]))),
        year=int(str(row[2])),
        persons=int(str(row[3])),
        agreed_on=date.fromisoformat(str(row[4])),
        expected_on=day_or_none(row[5]),
    )
    return Settlement(int(str(row[0])), draft, day_or_none(row[6]), day_or_none(row[7]))


def add(unit: Unit, draft: SettlementDraft) -> int:
    """A household that is to come."""
    return unit.insert(
        "settlement",
        application=draft.application,
        year=draft.year,
        persons=draft.persons,
        agreed_on=draft.agreed_on,
        expected_on=draft.expected_on,
    )


def tell_by_agreement(db: Database, unit: Unit, form: ApplicationId) -> None:
    """What the form of the request says from now on; only the residence rule reads it (D8)."""
    known = db.first(int, "SELECT id FROM intake WHERE application = ?", (form,))
    if known is None:
        unit.insert("intake", application=form, by_agreement=True)
    else:
        unit.update("intake", known, by_agreement=True)


def reserved(db: Database, year: int, day: date) -> int:
    """How many dwellings are held for a year's settlement on a day."""
    return db.value(
        int,
        "SELECT count(DISTINCT dwelling) FROM reservation WHERE settlement_year = ?1"
        " AND since <= ?2 AND until >= ?2 AND (ended_on IS NULL OR ended_on > ?2)",
        (year, day.isoformat()),
    )
