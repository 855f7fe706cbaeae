"""Running leases and what happens in them: what the gjøremål must bear. Set-based, to be fast."""

from datetime import date, timedelta

from app.office import Office
from app.storage.unit import Unit

RUNNING = 3000
OVER = 600
"""Leases that ended, beside those that run."""

_LEASES = (
    "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ?2)"
    " INSERT INTO lease (number, kind, dwelling, tenant, start_on, end_on, rent,"
    " account, kid, search_text) SELECT printf('L2023-%04d', n),"
    " CASE n % 5 WHEN 0 THEN 'refugee' ELSE 'ordinary' END, n, n + 5000, began,"
    " CASE n % 7 WHEN 0 THEN NULL ELSE date(began, '+3 years', '-1 day') END,"
    " 700000 + n % 40 * 10000, '12345678903', printf('%08d', n), printf('L2023-%04d', n)"
    " FROM (SELECT n, date(?1, '-' || (n * 7 % 1095 + 5) || ' days') AS began FROM s)"
)
_OLD_LEASES = (
    "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ?2)"
    " INSERT INTO lease (number, kind, dwelling, tenant, start_on, end_on, rent,"
    " account, kid, search_text) SELECT printf('L2017-%04d', n), 'ordinary', n + 3000, n + 9000,"
    " date(?1, '-7 years', '+' || n || ' days'),"
    " date(?1, '-4 years', '+' || (n - 1) || ' days'),"
    " 650000, '12345678903', '', printf('L2017-%04d', n) FROM s"
)
_SIGNED = (
    "INSERT INTO lease_state (lease, since, state) SELECT l.id, l.start_on, x.state FROM lease l"
    " JOIN (SELECT 1 AS place, 'draft' AS state UNION SELECT 2, 'to_sign' UNION SELECT 3, 'signed')"
    " x ORDER BY l.id, x.place"
)
_ENDED = (
    "INSERT INTO lease_ending (lease, recorded_on, last_day, cause)"
    " SELECT id, end_on, end_on, 'expired' FROM lease WHERE number GLOB 'L2017-*'"
)
_HANDED_BACK = (
    "INSERT INTO lease_handback (lease, keys_on, moved_to) SELECT id, end_on, 'private_rental'"
    " FROM lease WHERE number GLOB 'L2017-*'"
)
_JUDGED = (
    "INSERT INTO condition_claim (lease, decided_on, outcome) SELECT id, end_on, 'no_claim'"
    " FROM lease WHERE number GLOB 'L2017-*' AND id % 40 <> 0"
)
_LET = (
    "INSERT INTO dwelling_status (dwelling, since, status, reason)"
    " SELECT dwelling, max(start_on, '2026-01-02'), 'let', number FROM lease"
    " WHERE number GLOB 'L2023-*'"
)
_LET_BEFORE = (
    "INSERT INTO dwelling_status (dwelling, since, status, reason)"
    " SELECT id, date(?1, '-3 months'), 'let', 'Utleid' FROM dwelling"
    " WHERE id > 3400 AND id % 20 <> 0"
)
"""All but some hundred of the rest are let too, outside the register: few stand empty."""
_PAPERS = (
    "INSERT INTO document (kind, number, title, case_kind, case_id, person, language, source,"
    " to_send, issued_at, digest, pages) SELECT x.kind, l.number || x.mark, 'Leieavtale', 'lease',"
    " l.id, l.tenant, 'nb', x.source, 0, l.start_on || 'T09:00:00+00:00', '', 5 FROM lease l"
    " JOIN (SELECT 'lease' AS kind, '' AS mark, 'written' AS source"
    " UNION SELECT 'signed_lease', 'U', 'received') x WHERE l.id % 3 <> 0"
)
_RAISED = (
    "INSERT INTO rent_change (lease, kind, old_rent, new_rent, effective_on, fixed_month,"
    " decided_on) SELECT id, 'told_index', rent, rent + 20000, date(start_on, '+1 year'),"
    " date(start_on, '+1 year', 'start of month'), date(start_on, '+11 months') FROM lease"
    " WHERE number GLOB 'L2023-*' AND date(start_on, '+1 year') < ?1"
)
_PAID = (
    "INSERT INTO lease_rent (lease, since, rent, basis, rent_change)"
    " SELECT lease, effective_on, new_rent, kind, id FROM rent_change"
)
_INDEX = (
    "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ?2)"
    " INSERT INTO price_index (month, index_base, tenths, recorded_on)"
    " SELECT date(?1, 'start of month', '-' || n || ' months'), '2015=100', 1400 - n * 4,"
    " ?1 FROM s"
)
_ASKED = (
    "INSERT INTO consent_request (lease, kind, received_on, in_writing, name, relation)"
    " SELECT id, 'household', date(?1, '-' || (id % 200) || ' days'), 1, 'Prøve Test',"
    " 'spouse' FROM lease WHERE id % 20 = 1 AND number GLOB 'L2023-*'"
)
_REPORTED = (
    "INSERT INTO lease_report (lease) SELECT id FROM lease"
    " WHERE id % 15 = 2 AND number GLOB 'L2023-*'"
)
_TOLD = (
    "INSERT INTO lease_report_told (report, recorded_on, kind, what, reported_on, source)"
    " SELECT id, date(?1, '-' || (id % 300) || ' days'), 'disturbance', 'Bråk om natta.',"
    " date(?1, '-' || (id % 300) || ' days'), 'neighbour' FROM lease_report"
)
_CLOSED = (
    "INSERT INTO lease_report_step (report, kind, taken_on)"
    " SELECT id, 'closed', date(?1, '-1 day') FROM lease_report WHERE id % 3 <> 0"
)
_NOTICES = (
    "INSERT INTO termination_notice (lease, given_by, recorded_on, given_on, end_on, ground)"
    " SELECT id, CASE id % 2 WHEN 0 THEN 'tenant' ELSE 'landlord' END, date(?1, '-20 days'),"
    " date(?1, '-20 days'), date(?1, '+70 days'), 'own_use' FROM lease"
    " WHERE id % 50 IN (3, 28) AND number GLOB 'L2023-*'"
)
_LEAVING = (
    "INSERT INTO lease_ending (lease, recorded_on, last_day, cause)"
    " SELECT lease, recorded_on, end_on, given_by || '_notice' FROM termination_notice"
)
_STAYS = (
    "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ?2)"
    " INSERT INTO stay (person, began_on, dwelling)"
    " SELECT n + 20000, date(?1, '-' || (n * 5) || ' days'), n + 6000 FROM s"
)
_STAY_TERMS = (
    "INSERT INTO stay_term (stay, recorded_on, left_on) SELECT id, began_on,"
    " CASE id % 8 WHEN 0 THEN NULL ELSE date(began_on, '+4 days') END FROM stay"
)
_STAY_PRICES = "INSERT INTO stay_price (stay, since, price) SELECT id, began_on, 90000 FROM stay"
_TASKS = (
    "INSERT INTO start_task (lease, part, owner) SELECT id, 'keys', 'office' FROM lease"
    " WHERE number GLOB 'L2023-*' AND id % 4 = 0"
)


def let(office: Office) -> None:
    """3,000 leases that run and 600 that ended, with rents, requests, reports, notices, stays."""
    today = office.clock.today()
    with office.unit("bench.let") as unit:
        _leases(unit, today)
        for sql in (_RAISED, _PAID, _ASKED, _REPORTED, _TOLD, _CLOSED, _NOTICES, _LEAVING):
            _put(unit, sql, today)
        _put(unit, _INDEX, today, 48)
        _put(unit, _STAYS, today, 160)
        for sql in (_STAY_TERMS, _STAY_PRICES, _TASKS):
            _put(unit, sql, today)
        unit.subject = None


def _leases(unit: Unit, today: date) -> None:
    _put(unit, _LEASES, today, RUNNING)
    _put(unit, _OLD_LEASES, today - timedelta(days=1), OVER)
    for sql in (_SIGNED, _ENDED, _HANDED_BACK, _JUDGED, _LET, _LET_BEFORE, _PAPERS):
        _put(unit, sql, today)


def _put(unit: Unit, sql: str, today: date, count: int = 0) -> None:
    """Run one statement with today as ?1 and how many rows as ?2, where it names them."""
    values: list[str | int] = [today.isoformat(), count]
    unit.execute(sql, values[: 2 if "?2" in sql else 1 if "?1" in sql else 0])
