"""A year of rent claimed and paid, some of it not, and what follows. Set-based, to be fast."""

from datetime import date

from app.office import Office
from app.storage.unit import Unit

OWING = 300
"""Tenancies that owe: every tenth lease, from one month to six."""

_TENTH = "l.number GLOB 'L2023-*' AND l.id % 10 = 0"
_CLAIMS = (
    "WITH RECURSIVE s (x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM s WHERE x < 11)"
    " INSERT INTO rent_charge (lease, biller, kind, due_on, amount, month)"
    " SELECT l.id, 1, 'rent', d.day, l.rent, substr(d.day, 1, 7) FROM lease l"
    " JOIN (SELECT date(?1, 'start of month', '-' || x || ' months') AS day FROM s) d"
    " WHERE l.number GLOB 'L2023-*' AND d.day >= l.start_on"
)
_PAYMENTS = (
    "INSERT INTO rent_payment (lease, biller, paid_on, amount, paid_by)"
    " SELECT lease, biller, date(due_on, '+' || (id % 3) || ' days'), amount, 'tenant'"
    " FROM rent_charge WHERE lease % 10 <> 0 OR due_on <= date(?1, 'start of month',"
    " '-' || (lease / 10 % 6 + 1) || ' months')"
)
_DISPUTES = (
    "INSERT INTO rent_dispute (lease, charge, received_on, words, amount)"
    " SELECT lease, max(id), date(?1, '-5 days'), 'Varmen virket ikke.', 100000"
    " FROM rent_charge WHERE lease % 150 = 0 GROUP BY lease"
)
_PAPERS = (
    "INSERT INTO document (kind, number, title, case_kind, case_id, person, language, source,"
    " to_send, issued_at, digest, pages) SELECT x.kind, l.number || x.mark, 'Brev', 'lease', l.id,"
    " l.tenant, 'nb', 'written', 1, date(?1, x.back) || 'T09:00:00+00:00', '', 2 FROM lease l"
    " JOIN (SELECT 'reminder' AS kind, 'P' AS mark, '-30 days' AS back, 30 AS every"
    " UNION SELECT 'eviction_notice', 'V', '-25 days', 60) x"
    " WHERE TENTH AND l.id % x.every = 0"
)
_SENT = (
    "INSERT INTO dispatch (document, sent_on, channel) SELECT id, substr(issued_at, 1, 10),"
    " 'letter' FROM document WHERE kind IN ('reminder', 'eviction_notice')"
)
_REMINDED = (
    "INSERT INTO arrears_step (lease, kind, taken_on, document, pay_by, nominal, principal)"
    " SELECT case_id, 'reminder', substr(issued_at, 1, 10), id, date(?1, '-16 days'),"
    " date(?1, '-16 days'), 700000 FROM document WHERE kind = 'reminder'"
)
_TALKED = (
    "INSERT INTO arrears_step (lease, kind, taken_on, spoke, principal)"
    " SELECT l.id, 'call', date(?1, '-' || (l.id % 9 + 10) || ' days'), 1, 700000 FROM lease l"
    " WHERE TENTH AND l.id % 30 = 0"
)
_ABOUT = (
    "INSERT INTO arrears_step_claim (step, charge) SELECT s.id, c.id FROM arrears_step s"
    " JOIN rent_charge c ON c.lease = s.lease WHERE s.kind = 'reminder'"
    " AND c.due_on > date(s.taken_on, '-2 months')"
)
_NOTICED = (
    "INSERT INTO eviction_notice (lease, ground, issued_on, document, claimed)"
    " SELECT case_id, 'unpaid_rent', substr(issued_at, 1, 10), id, 700000 FROM document"
    " WHERE kind = 'eviction_notice'"
)
_AGREED = (
    "INSERT INTO instalment_agreement (lease, counted_on, total, paid_before, agreed_by)"
    " SELECT l.id, date(?1, '-60 days'), 600000, 0, 'Kari Prøve' FROM lease l"
    " WHERE TENTH AND l.id % 50 = 0"
)
_AGREED_PARTS = (
    "INSERT INTO instalment (agreement, number, due_on, amount) SELECT a.id, x.n,"
    " date(a.counted_on, '+' || x.n || ' months'), 100000 FROM instalment_agreement a JOIN"
    " (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6) x"
)
_AGREED_STATES = (
    "INSERT INTO instalment_state (agreement, since, state)"
    " SELECT id, counted_on, 'signed' FROM instalment_agreement"
)
_PAUSED = (
    "INSERT INTO arrears_pause (lease, since, reason) SELECT l.id, date(?1, '-10 days'),"
    " 'nav_application' FROM lease l WHERE TENTH AND l.id % 70 = 0"
)
_PAUSE_ENDS = (
    "INSERT INTO arrears_pause_end (pause, recorded_on, until)"
    " SELECT id, since, date(?1, '+' || (id % 30) || ' days') FROM arrears_pause"
)
_SIGNALS = (
    "INSERT INTO early_signal (person, kind, seen_on, source) SELECT l.tenant,"
    " CASE l.id % 2 WHEN 0 THEN 'neighbour_contact' ELSE 'damage_or_pests' END,"
    " date(?1, '-' || (l.id % 80) || ' days'), 'landlord' FROM lease l"
    " WHERE l.number GLOB 'L2023-*' AND l.id % 15 IN (0, 4)"
)
_SIGNALS_OVER = (
    "INSERT INTO early_signal_state (early_signal, since, outcome, words)"
    " SELECT id, ?1, 'no_ground', '' FROM early_signal WHERE id % 2 = 0"
)
_CASES = (
    "INSERT INTO eviction_case (number, kind, person, lease, opened_on, search_text)"
    " SELECT printf('U-2026-%d', l.id), 'eviction', l.tenant, l.id,"
    " date(?1, '-' || (l.id % 400 + 1) || ' days'), printf('u-2026-%d', l.id) FROM lease l"
    " WHERE TENTH AND l.id % 70 = 30"
)
_STAGES = (
    "INSERT INTO eviction_stage (eviction_case, since, stage)"
    " SELECT id, opened_on, 'petition_filed' FROM eviction_case"
)
_MESSAGES = (
    "INSERT INTO eviction_message (eviction_case, recorded_on, received_on, sender, ground, rent,"
    " served_on) SELECT id, opened_on, opened_on, 'namsfogd', 'unpaid_rent', 2000000, opened_on"
    " FROM eviction_case"
)
_DAYS = (
    "INSERT INTO eviction_day (eviction_case, since, change, eviction_on)"
    " SELECT id, opened_on, 'set', date(?1, '+' || (id + 5) || ' days') FROM eviction_case"
    " WHERE id % 3 = 0"
)
_OUTCOMES = (
    "INSERT INTO eviction_outcome (eviction_case, since, outcome)"
    " SELECT id, date(?1, '-1 days'), 'paid' FROM eviction_case WHERE id % 2 = 0"
)
_CLOSED = (
    "INSERT INTO eviction_stage (eviction_case, since, stage)"
    " SELECT eviction_case, since, 'closed' FROM eviction_outcome"
)


def leave_unpaid(office: Office) -> None:
    """36,000 claims with payments, 300 tenancies that owe, 200 signals, 43 cases."""
    today = office.clock.today()
    with office.unit("bench.unpaid") as unit:
        for sql in (_CLAIMS, _PAYMENTS, _DISPUTES, _PAPERS, _SENT, _REMINDED, _TALKED):
            _put(unit, sql, today)
        for sql in (_ABOUT, _NOTICED, _AGREED, _AGREED_PARTS, _AGREED_STATES, _PAUSED):
            _put(unit, sql, today)
        for sql in (_PAUSE_ENDS, _SIGNALS, _SIGNALS_OVER, _CASES, _STAGES, _MESSAGES, _DAYS):
            _put(unit, sql, today)
        for sql in (_OUTCOMES, _CLOSED):
            _put(unit, sql, today)
        unit.subject = None


def _put(unit: Unit, sql: str, today: date) -> None:
    """Run one statement; it names today as ?1, and those that owe as TENTH."""
    unit.execute(sql.replace("TENTH", _TENTH), (today.isoformat(),) if "?1" in sql else ())
