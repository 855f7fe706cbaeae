"""SQL of what KOSTRA 13 counts, and of the municipality's own lines."""

from datetime import date

from app.applications.fact_store import GROUP, latest
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId, LeaseId
from app.dwellings.model import Holding
from app.leases.store import ENDED, RETURNED, STATE
from app.overview.kostra.model import Begun, Home, KostraLine, Request
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def homes(db: Database, day: date) -> tuple[Home, ...]:
    """Every dwelling of the register on a day that had not been taken out of use."""

    def make(dwelling: int, holding: str, accessible: int, units: int) -> Home:
        return Home(DwellingId(dwelling), Holding(holding), accessible == 1, max(1, units))

    return db.select(
        make,
        "SELECT d.id, d.holding, d.accessible, CASE d.shared_housing WHEN 0 THEN 1 ELSE"
        " (SELECT count(DISTINCT l.tenant) FROM lease l WHERE l.dwelling = d.id"
        f"  AND l.start_on <= ?1 AND {STATE} = 'signed' AND coalesce({RETURNED} > ?1, 1)"
        f"  AND coalesce({ENDED} >= ?1, 1)) END"
        " FROM dwelling d WHERE (SELECT s.status FROM dwelling_status s WHERE s.dwelling = d.id"
        " AND s.since <= ?1 ORDER BY s.since DESC, s.id DESC LIMIT 1) <> 'retired' ORDER BY d.id",
        (day.isoformat(),),
    )


def later_homes(db: Database, day: date) -> tuple[DwellingId, ...]:
    """Those the register first knows of after a day."""
    return db.select(
        DwellingId,
        "SELECT d.id FROM dwelling d WHERE NOT EXISTS (SELECT 1 FROM dwelling_status s"
        " WHERE s.dwelling = d.id AND s.since <= ?) ORDER BY d.id",
        (day.isoformat(),),
    )


def received(db: Database, kind: str, first: date, last: date) -> tuple[Request, ...]:
    """Those that came in a period."""
    return db.select(
        _request,
        f"SELECT a.id, a.household, {GROUP} FROM application a WHERE a.kind = ?3"
        " AND a.case_kind = 'allocation' AND a.received_on BETWEEN ?2 AND ?1 ORDER BY a.id",
        (last.isoformat(), first.isoformat(), kind),
    )


def granted(db: Database, kind: str, first: date, last: date) -> tuple[Request, ...]:
    """Those that were first said yes to in a period."""
    yes = (
        "(SELECT min(s.since) FROM application_state s WHERE s.application = a.id"
        " AND s.state IN ('granted_waiting', 'allocated'))"
    )
    return db.select(
        _request,
        f"SELECT a.id, a.household, {GROUP} FROM application a WHERE a.kind = ?3"
        " AND a.received_on <= ?1 AND a.case_kind = 'allocation'"
        " AND a.id IN (SELECT application FROM application_state"
        " WHERE state IN ('granted_waiting', 'allocated') AND since BETWEEN ?2 AND ?1)"
        f" AND {yes} BETWEEN ?2 AND ?1 ORDER BY a.id",
        (last.isoformat(), first.isoformat(), kind),
    )


def now_in(db: Database, kind: str, state: str, first: date, last: date) -> tuple[Request, ...]:
    """Those that came to a state in a period and stood in it on the last day."""
    return db.select(
        _request,
        f"SELECT a.id, a.household, {GROUP} FROM application a WHERE a.kind = ?3"
        " AND a.received_on <= ?1 AND a.case_kind = 'allocation'"
        " AND a.id IN (SELECT application FROM application_state"
        " WHERE state = ?4 AND since BETWEEN ?2 AND ?1)"
        f" AND {latest('application_state', 'state')} = ?4"
        f" AND {latest('application_state', 'since')} >= ?2 ORDER BY a.id",
        (last.isoformat(), first.isoformat(), kind, state),
    )


def _request(application: int, household: int, group: str | None) -> Request:
    return Request(
        ApplicationId(application), household, None if group is None else TargetGroup(group)
    )


def leases_begun(db: Database, first: date, last: date) -> tuple[Begun, ...]:
    """Signed leases whose first day lies in a period."""

    def make(lease: int, start: str, end: str | None, guarantee: int, deposit: int) -> Begun:
        began = date.fromisoformat(start)
        return Begun(LeaseId(lease), began, day_or_none(end), guarantee > 0, deposit > 0)

    return db.select(
        make,
        "SELECT l.id, l.start_on, l.end_on, l.guarantee, l.deposit FROM lease l"
        f" WHERE l.start_on BETWEEN ?2 AND ?1 AND {STATE} = 'signed' ORDER BY l.id",
        (last.isoformat(), first.isoformat()),
    )


def began(db: Database) -> tuple[date | None, date | None]:
    """The first day of any dwelling, and of any dwelling, application or stay."""
    homes_from = db.first(day_or_none, "SELECT min(since) FROM dwelling_status")
    any_from = db.first(
        day_or_none,
        "SELECT min(day) FROM (SELECT min(since) AS day FROM dwelling_status"
        " UNION ALL SELECT min(since) FROM application_state"
        " UNION ALL SELECT min(began_on) FROM stay)",
    )
    return homes_from, any_from


def own_lines(db: Database) -> tuple[KostraLine, ...]:
    """Those of the municipality, in the order they were entered."""

    def make(*row: object) -> KostraLine:
        texts = [str(column) for column in row]
        return KostraLine(
            line=texts[0],
            words=texts[1],
            query=texts[2],
            from_year=int(texts[3]),
            to_year=None if row[4] is None else int(texts[4]),
            source=texts[5],
            local=True,
            dropped=row[6] == 1,
        )

    return db.select(
        make,
        "SELECT line, words, query, from_year, to_year, source, dropped FROM kostra_line"
        " ORDER BY id",
    )


def insert_line(unit: Unit, line: KostraLine) -> int:
    """A line of our own from a year."""
    return unit.insert(
        "kostra_line",
        line=line.line.strip(),
        words=line.words.strip(),
        query=line.query.strip(),
        from_year=line.from_year,
        to_year=line.to_year,
        dropped=line.dropped,
        source=line.source.strip(),
    )
