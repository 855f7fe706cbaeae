"""Ten years behind what is there: homes let and left, nights, vedtak, letters, levels, losses.

Set-based, to be fast. A statement names today as ?1, how many it makes as ?2, and
those as ROWS, each with an n and a day in the ten years: BACK.
"""

import re
from datetime import date, timedelta

from app.core.ids import Ref
from app.office import Office
from app.overview.figures.model import Figure
from app.overview.snapshots.model import ReturnKind
from app.storage.unit import Unit

DAYS = 3650
_ROWS = (
    "(WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ?2)"
    " SELECT n FROM s)"
)
_BACK = "date(?1, '-' || (n * 3650 / ?2 + 30) || ' days')"
"""A day in the ten years, each n later back."""

_VEDTAK = (
    "INSERT INTO vedtak (number, kind, application, result, dwelling, term_months, officer,"
    " drafted_on) SELECT printf('V%06d', id), 'municipal_dwelling', id,"
    " CASE id % 10 WHEN 0 THEN 'granted' ELSE 'refused' END,"
    " CASE id % 10 WHEN 0 THEN id % 12000 + 1 END, 36, 1, date(received_on, '+40 days')"
    " FROM application WHERE id <= ?2 AND received_on >= date(?1, '-10 years')"
)
_ISSUED = (
    "INSERT INTO vedtak_state (vedtak, since, state) SELECT v.id, v.drafted_on, x.state"
    " FROM vedtak v JOIN (SELECT 1 AS place, 'draft' AS state UNION SELECT 2, 'issued') x"
    " WHERE v.number GLOB 'V0*' ORDER BY v.id, x.place"
)
_GRANTED = (
    "INSERT INTO application_state (application, since, state, reason)"
    " SELECT v.application, date(v.drafted_on, x.after), x.state, '' FROM vedtak v"
    " JOIN (SELECT 'granted_waiting' AS state, '+0 days' AS after"
    " UNION SELECT 'allocated', '+220 days') x"
    " WHERE v.result = 'granted' AND date(v.drafted_on, '+220 days') <= ?1"
    " ORDER BY v.id, x.after"
)
_GIVEN = (
    "INSERT INTO allocation (vedtak, dwelling, since, until) SELECT id, dwelling,"
    " date(drafted_on, '+220 days'), date(drafted_on, '+3 years') FROM vedtak"
    " WHERE result = 'granted' AND date(drafted_on, '+3 years') < ?1"
)
_LEASES = (
    "INSERT INTO lease (number, kind, dwelling, tenant, start_on, end_on, rent, account, kid,"
    " search_text) SELECT printf('T%05d', n), 'ordinary', n * 7 % 12000 + 1, n + 12000,"
    " BACK, date(BACK, CASE n % 3 WHEN 0 THEN '+1 years' ELSE '+3 years' END), 650000,"
    " '12345678903', '', printf('T%05d', n) FROM ROWS"
    " WHERE date(BACK, '+3 years', '+10 days') < ?1"
)
_SIGNED = (
    "INSERT INTO lease_state (lease, since, state) SELECT l.id, l.start_on, x.state FROM lease l"
    " JOIN (SELECT 1 AS place, 'draft' AS state UNION SELECT 2, 'to_sign' UNION SELECT 3, 'signed')"
    " x WHERE l.number GLOB 'T*' ORDER BY l.id, x.place"
)
_ENDED = (
    "INSERT INTO lease_ending (lease, recorded_on, last_day, cause)"
    " SELECT id, end_on, end_on, 'expired' FROM lease WHERE number GLOB 'T*'"
)
_HANDED_BACK = (
    "INSERT INTO lease_handback (lease, keys_on, moved_to) SELECT id, end_on, 'private_rental'"
    " FROM lease WHERE number GLOB 'T*'"
)
_JUDGED = (
    "INSERT INTO condition_claim (lease, decided_on, outcome) SELECT id, end_on, 'no_claim'"
    " FROM lease WHERE number GLOB 'T*'"
)
_STANDING = (
    "INSERT INTO dwelling_status (dwelling, since, status, reason)"
    " SELECT l.dwelling, date(CASE x.of WHEN 'start' THEN l.start_on ELSE l.end_on END, x.after),"
    " x.status, 'Ført før' FROM lease l JOIN (SELECT 'start' AS of, '+0 days' AS after,"
    " 'let' AS status UNION SELECT 'end', '+1 days', 'maintenance' UNION SELECT 'end', '+20 days',"
    " 'ready') x WHERE l.number GLOB 'T*' AND l.end_on < '2025-12-01' ORDER BY l.id"
)
_RENTS = (
    "INSERT INTO rent_charge (lease, biller, kind, due_on, amount, month)"
    " SELECT l.id, 1, 'rent', date(l.start_on, 'start of month', '+' || m.n || ' months'), l.rent,"
    " substr(date(l.start_on, 'start of month', '+' || m.n || ' months'), 1, 7) FROM lease l"
    " JOIN ROWS m WHERE l.number GLOB 'T*' AND l.id % 3 = 0"
    " AND date(l.start_on, 'start of month', '+' || m.n || ' months') < l.end_on"
)
_PAID = (
    "INSERT INTO rent_payment (lease, biller, paid_on, amount, paid_by)"
    " SELECT c.lease, c.biller, c.due_on, c.amount, 'tenant' FROM rent_charge c"
    " JOIN lease l ON l.id = c.lease WHERE l.number GLOB 'T*'"
)
_PLACES = (
    "INSERT INTO stay_place (kind, name, sort_key) SELECT CASE n % 3 WHEN 0 THEN 'hotel'"
    " WHEN 1 THEN 'guest_house' ELSE 'night_shelter' END, 'Prøvehuset ' || n, 'prøvehuset ' || n"
    " FROM ROWS"
)
_STAYS = (
    "INSERT INTO stay (person, began_on, place) SELECT n % 9000 + 30000, BACK, n % 40 + 1 FROM ROWS"
)
_STAY_TERMS = (
    "INSERT INTO stay_term (stay, recorded_on, left_on) SELECT id, began_on,"
    " date(began_on, '+' || (id % 60 + 1) || ' days') FROM stay WHERE place IS NOT NULL"
    " AND date(began_on, '+61 days') < ?1"
)
_STAY_PRICES = (
    "INSERT INTO stay_price (stay, since, price) SELECT id, began_on, 110000 FROM stay"
    " WHERE place IS NOT NULL"
)
_LEVELS = (
    "INSERT INTO help_level (person, since, level, reason, owner)"
    " SELECT 5001 + n % 3000, BACK, n % 4 + 1, 'Vurdert sammen',"
    " (SELECT o.id FROM case_owner o WHERE o.person = 5001 + n % 3000 LIMIT 1)"
    " FROM ROWS WHERE n * 3650 / ?2 > 1200"
)
_NOTES = "INSERT INTO contact_note (person) SELECT 5001 + n % 3000 FROM ROWS"
_NOTED = (
    "INSERT INTO contact_note_told (note, recorded_on, written_by, happened_on, channel, outcome,"
    " words) SELECT id, day, 'Siv Prøve', day, 'phone', 'reached', 'Snakket om husleien.'"
    " FROM (SELECT c.id, date(?1, '-' || (c.id * 17 % 3300 + 160) || ' days') AS day"
    " FROM contact_note c LEFT JOIN contact_note_told t ON t.note = c.id WHERE t.id IS NULL)"
)
_LETTERS = (
    "INSERT INTO document (kind, number, title, case_kind, case_id, person, language, source,"
    " to_send, issued_at, digest, pages) SELECT 'vedtak', 'B' || v.id, 'Vedtak', 'vedtak', v.id,"
    " a.applicant, 'nb', 'written', 1, v.drafted_on || 'T09:00:00+00:00', '', 2 FROM vedtak v"
    " JOIN application a ON a.id = v.application"
)
_LEASE_PAPERS = (
    "INSERT INTO document (kind, number, title, case_kind, case_id, person, language, source,"
    " to_send, issued_at, digest, pages) SELECT x.kind, l.number || x.mark, 'Leieavtale', 'lease',"
    " l.id, l.tenant, 'nb', x.source, 0, l.start_on || 'T09:00:00+00:00', '', 5 FROM lease l"
    " JOIN (SELECT 'lease' AS kind, '' AS mark, 'written' AS source"
    " UNION SELECT 'signed_lease', 'U', 'received') x WHERE l.number GLOB 'T*'"
)
_SENT = (
    "INSERT INTO dispatch (document, sent_on, channel) SELECT id, substr(issued_at, 1, 10),"
    " 'letter' FROM document WHERE number GLOB 'B*' AND to_send = 1"
)
_LOSSES = (
    "INSERT INTO eviction_case (number, kind, person, opened_on, home, search_text)"
    " SELECT printf('UT%05d', n), 'eviction', n + 40000, BACK, 'Hos andre',"
    " printf('ut%05d', n) FROM ROWS"
)
_STAGES = (
    "INSERT INTO eviction_stage (eviction_case, since, stage) SELECT c.id,"
    " date(c.opened_on, x.after), x.stage FROM eviction_case c JOIN (SELECT '+0 days' AS after,"
    " 'at_risk' AS stage UNION SELECT '+7 days', 'notice_sent' UNION SELECT '+14 days',"
    " 'petition_filed' UNION SELECT '+28 days', 'closed') x WHERE c.number GLOB 'UT0*'"
    " ORDER BY c.id, x.after"
)
_OUTCOMES = (
    "INSERT INTO eviction_outcome (eviction_case, since, outcome) SELECT id,"
    " date(opened_on, '+28 days'), CASE id % 3 WHEN 0 THEN 'carried_out' ELSE 'paid' END"
    " FROM eviction_case WHERE number GLOB 'UT0*'"
)
_SETTLED = (
    "INSERT INTO settlement (application, year, persons, agreed_on, settled_on)"
    " SELECT n * 10, CAST(substr(BACK, 1, 4) AS INTEGER), 1 + n % 5, BACK,"
    " date(BACK, '+20 days') FROM ROWS"
)
_HOMELESS = (
    "INSERT INTO homeless_told (person, since, homeless, place) SELECT n % 9000 + 50000,"
    " BACK, CASE n % 9 WHEN 0 THEN 1 ELSE 0 END, 'friends_or_family' FROM ROWS"
)
_PROFILES = "INSERT INTO homeless_profile (person, since) SELECT person, since FROM homeless_told"
_CHECKS = (
    "INSERT INTO homeless_check (person, year, checked_on, homeless) SELECT person,"
    " CAST(substr(since, 1, 4) AS INTEGER), since, homeless FROM homeless_told"
)
_CLAUSES = (
    "INSERT INTO dwelling_clause (dwelling, since, kind, ends_on) SELECT n, '2018-01-01',"
    " 'husbanken_loan', date(?1, '+' || (n % 7000 + 400) || ' days') FROM ROWS"
)
_SALES = (
    "INSERT INTO dwelling_sale (dwelling, since, for_sale) SELECT n * 40, '2026-03-01', 1 FROM ROWS"
)
STEPS: tuple[tuple[str, int], ...] = (
    (_VEDTAK, 60_000),
    (_ISSUED, 0),
    (_GRANTED, 0),
    (_GIVEN, 0),
    (_LEASES, 9_000),
    (_SIGNED, 0),
    (_ENDED, 0),
    (_HANDED_BACK, 0),
    (_JUDGED, 0),
    (_STANDING, 0),
    (_RENTS, 36),
    (_PAID, 0),
    (_PLACES, 40),
    (_STAYS, 6_000),
    (_STAY_TERMS, 0),
    (_STAY_PRICES, 0),
    (_LEVELS, 30_000),
    (_NOTES, 60_000),
    (_NOTED, 0),
    (_LETTERS, 0),
    (_LEASE_PAPERS, 0),
    (_SENT, 0),
    (_LOSSES, 1_200),
    (_STAGES, 0),
    (_OUTCOMES, 0),
    (_SETTLED, 700),
    (_HOMELESS, 2_000),
    (_PROFILES, 0),
    (_CHECKS, 0),
    (_CLAUSES, 2_000),
    (_SALES, 60),
)


def live_ten_years(office: Office) -> None:
    """What a municipality leaves behind in ten years, beside the present that is filled."""
    today = office.clock.today()
    with office.unit("bench.lived") as unit:
        for sql, count in STEPS:
            _put(unit, sql, today, count)
        unit.subject = None
    _keep(office, today)


def _put(unit: Unit, sql: str, today: date, count: int) -> None:
    values: list[str | int] = [today.isoformat(), count]
    whole = re.sub(r"\bROWS\b", _ROWS, re.sub(r"\bBACK\b", _BACK, sql))
    unit.execute(whole, values[: 2 if "?2" in whole else 1 if "?1" in whole else 0])


def _keep(office: Office, today: date) -> None:
    """A return of each kind for each year, as big as a real one."""
    behind = tuple(Ref("application", at + 1) for at in range(400))
    figures = tuple(Figure(f"line_{at}", behind) for at in range(12))
    for year in range(1, DAYS // 365 + 1):
        last = date(today.year - year, 12, 31)
        for kind in ReturnKind:
            office.snapshots.keep(kind, last - timedelta(days=90), last, figures, {})
