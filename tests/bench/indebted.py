"""Five years of requests for economic advice, and the work in those that began. Set-based."""

import re
from datetime import date

from app.office import Office
from app.storage.unit import Unit

ASKED, WAITING, WORKING = 600, 60, 80
"""Requests in all; the newest wait, those before them are worked in, the others are over."""

FIRST_WAITING = ASKED - WAITING + 1
FIRST_WORKING = FIRST_WAITING - WORKING
PERSON = 5000
"""Case n is of this person and five times n on: tenants, and every other one owes rent."""


_TIMES = (
    r"(WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t WHERE x < \1)"
    r" SELECT x FROM t)"
)
_CASES = (
    "INSERT INTO debt_case (number, person, received_on, channel, referred_by, topics, words,"
    " search_text) SELECT printf('G-2026-%d', x), TENANT + 5 * x,"
    " date(?1, '-' || (1825 - 3 * x) || ' days'), 'phone', 'nav',"
    " CASE x % 4 WHEN 0 THEN '[\"rent\"]' WHEN 1 THEN '[\"power\"]' ELSE '[\"consumer_debt\"]' END,"
    " 'Får ikke betalt regningene.', printf('g-2026-%d', x) FROM TIMES(600)"
)
_STATES = (
    "INSERT INTO debt_state (debt_case, since, state) SELECT c.id,"
    " date(c.received_on, s.later), s.state FROM debt_case c JOIN (SELECT 0 AS place,"
    " '+0 days' AS later, 'received' AS state UNION SELECT 1, '+2 days', 'screened'"
    " UNION SELECT 2, '+9 days', 'granted_queued' UNION SELECT 3, '+40 days', 'started'"
    " UNION SELECT 4, '+12 days', 'withdrawn') s"
    " WHERE CASE s.place WHEN 0 THEN 1 WHEN 1 THEN 1 WHEN 2 THEN c.id % 3 <> 0"
    " WHEN 3 THEN BEGUN ELSE c.id % 6 = 0 AND NOT BEGUN AND c.id <= 460 END ORDER BY c.id, s.place"
)
_SCREENS = (
    "INSERT INTO debt_screen (debt_case, since, home, home_on, power, children, food)"
    " SELECT id, date(received_on, '+2 days'), CASE id % 5 WHEN 0 THEN 'yes' ELSE 'no' END,"
    " CASE id % 10 WHEN 0 THEN date(?1, '+20 days') END,"
    " CASE id % 7 WHEN 0 THEN 'yes' ELSE 'no' END, CASE id % 3 WHEN 0 THEN 'yes' ELSE 'no' END,"
    " CASE id % 11 WHEN 0 THEN 'yes' ELSE 'no' END FROM debt_case"
)
_STAGES = (
    "INSERT INTO debt_stage (debt_case, since, stage) SELECT c.id,"
    " date(c.received_on, '+' || (40 + 20 * s.place) || ' days'), s.stage FROM debt_case c JOIN"
    " (SELECT 0 AS place, 'overview' AS stage UNION SELECT 1, 'budgeting'"
    " UNION SELECT 2, 'contacting' UNION SELECT 3, 'proposed' UNION SELECT 4, 'running'"
    " UNION SELECT 5, 'closed') s WHERE BEGUN AND (c.id < WORKED OR s.place <= c.id % 5)"
    " ORDER BY c.id, s.place"
)
_OUTCOMES = (
    "INSERT INTO debt_outcome (debt_case, since, outcome)"
    " SELECT debt_case, since, 'plan_completed' FROM debt_stage WHERE stage = 'closed'"
)
_VEDTAK = (
    "INSERT INTO debt_decision (number, debt_case, granted, starts_on, start_text, facts_text,"
    " officer, drafted_on) SELECT 'V' || number, id, 1, date(received_on, '+45 days'),"
    " 'Vi begynner når det er ledig tid.', 'Du har bedt om råd.', 1, date(received_on, '+8 days')"
    " FROM debt_case WHERE id % 3 <> 0"
)
_VEDTAK_STATES = (
    "INSERT INTO debt_decision_state (debt_decision, since, state)"
    " SELECT d.id, date(d.drafted_on, s.later), s.state FROM debt_decision d"
    " JOIN (SELECT '+0 days' AS later, 'draft' AS state UNION SELECT '+1 days', 'issued') s"
    " ORDER BY d.id, s.later"
)
_CREDITORS = (
    "INSERT INTO creditor (name, sort_key, collects) SELECT printf('Prøvebank %d', x),"
    " printf('prøvebank %03d', x), x % 10 = 0 FROM TIMES(60)"
)
_CLAIMS = (
    "INSERT INTO debt_claim (debt_case, creditor, kind, reference, due_on, rate, lease)"
    " SELECT c.id, 1 + (c.id * 7 + t.x) % 60, CASE WHEN t.x = 1 AND c.id % 2 = 0 THEN 'rent'"
    " WHEN t.x = 2 THEN 'power' WHEN t.x = 3 THEN 'tax' WHEN t.x % 2 = 0 THEN 'consumer_loan'"
    " ELSE 'credit_card' END, printf('R%d-%d', c.id, t.x), date(c.received_on, '-90 days'), '12.5',"
    " CASE WHEN t.x = 1 AND c.id % 2 = 0 THEN 5 * c.id END"
    " FROM debt_case c, TIMES(10) t WHERE BEGUN ORDER BY c.id, t.x"
)
_SUMS = (
    "INSERT INTO debt_claim_sum (debt_claim, since, principal, interest, costs)"
    " SELECT k.id, date(c.received_on, '+' || (t.x * 30) || ' days'),"
    " 500000 + k.id % 90 * 100000, 20000 * t.x, 75000"
    " FROM debt_claim k JOIN debt_case c ON c.id = k.debt_case, TIMES(3) t"
    " WHERE k.lease IS NULL ORDER BY k.id, t.x"
)
_CLAIM_STAGES = (
    "INSERT INTO debt_claim_stage (debt_claim, since, stage, collector)"
    " SELECT k.id, date(c.received_on, '+' || (t.x * 40) || ' days'),"
    " CASE t.x WHEN 1 THEN 'reminded' ELSE 'collection' END, CASE t.x WHEN 2 THEN 10 END"
    " FROM debt_claim k JOIN debt_case c ON c.id = k.debt_case, TIMES(2) t"
    " ORDER BY k.id, t.x"
)
_HOUSEHOLDS = (
    "INSERT INTO economy_household (debt_case, since, status, adults)"
    " SELECT id, date(received_on, '+41 days'), 'single', 1 FROM debt_case c WHERE BEGUN"
)
_CHILDREN = (
    "INSERT INTO economy_child (economy_household, name, birth_date, contact_class)"
    " SELECT h.id, 'Ask', date(?1, '-' || (3 + t.x * 4) || ' years'),"
    " CASE t.x WHEN 3 THEN 2 END FROM economy_household h, TIMES(3) t ORDER BY h.id, t.x"
)
_INCOMES = (
    "INSERT INTO economy_income (debt_case, since, until, kind, amount, interval)"
    " SELECT c.id, date(c.received_on, '+' || (t.x * 41) || ' days'),"
    " CASE WHEN t.x < 3 THEN date(c.received_on, '+' || (t.x * 41 + 41) || ' days') END,"
    " 'work', 2200000 + t.x * 50000, 'month' FROM debt_case c, TIMES(3) t WHERE BEGUN"
)
_COSTS = (
    "INSERT INTO economy_cost (debt_case, since, kind, amount, interval)"
    " SELECT c.id, date(c.received_on, '+41 days'), s.kind, s.amount, s.every FROM debt_case c"
    " JOIN (SELECT 'rent' AS kind, 800000 AS amount, 'month' AS every"
    " UNION SELECT 'power', 360000, 'quarter' UNION SELECT 'contents_insurance', 240000, 'year'"
    " UNION SELECT 'kindergarten', 200000, 'month' UNION SELECT 'travel', 90000, 'month'"
    " UNION SELECT 'health', 30000, 'month') s WHERE BEGUN"
)
_OWNED = (
    "INSERT INTO economy_owned (debt_case, since, kind, value, owed)"
    " SELECT id, date(received_on, '+41 days'), 'car', 9000000, 8000000 FROM debt_case c"
    " WHERE BEGUN"
)
_ASKED_PAPERS = (
    "INSERT INTO debt_paper (debt_case, since, kind, state, answer_by, sent_on) SELECT c.id,"
    " date(c.received_on, s.later), k.kind, s.state, date(c.received_on, '+70 days'),"
    " date(c.received_on, '+50 days') FROM debt_case c JOIN (SELECT 'pay_slips' AS kind"
    " UNION SELECT 'tax_return' UNION SELECT 'loan_papers' UNION SELECT 'bills'"
    " UNION SELECT 'debt_register') k JOIN (SELECT '+50 days' AS later, 'asked' AS state"
    " UNION SELECT '+60 days', 'come') s WHERE BEGUN AND (s.state = 'asked' OR c.id % 10 <> 0)"
    " ORDER BY c.id, s.later"
)
_BUDGETS = (
    "INSERT INTO budget (debt_case, name, made_on, counted_for, living) SELECT c.id,"
    " printf('Utkast %d', t.x), date(?1, '-' || (t.x * 10) || ' days'), date(?1, '-20 days'),"
    " 'rates' FROM debt_case c, TIMES(3) t WHERE BEGUN ORDER BY c.id, t.x"
)
_CHANGES = (
    "INSERT INTO budget_change (budget, part, words, amount, reason) SELECT b.id, 'living',"
    " 'Briller til et barn', 20000 * t.x, 'Avtalt' FROM budget b, TIMES(2) t ORDER BY b.id"
)
_CHOSEN = (
    "INSERT INTO budget_choice (debt_case, since, budget)"
    " SELECT debt_case, made_on, max(id) FROM budget GROUP BY debt_case"
)
_PAPERS = (
    "INSERT INTO document (kind, number, title, case_kind, case_id, person, language, source,"
    " to_send, issued_at, digest, pages) SELECT 'reminder', c.number || '-' || k.id, 'Brev',"
    " 'debt_case', c.id, c.person, 'nb', 'written', 1,"
    " date(c.received_on, '+90 days') || 'T09:00:00+00:00', '', 1"
    " FROM debt_claim k JOIN debt_case c ON c.id = k.debt_case ORDER BY k.id"
)
_SENT = (
    "INSERT INTO dispatch (document, sent_on, channel) SELECT id, substr(issued_at, 1, 10),"
    " 'letter' FROM document WHERE case_kind = 'debt_case'"
)
_PROPOSALS = (
    "INSERT INTO payment_proposal (debt_case, made_on, monthly, basis, first_on, months,"
    " answer_by) SELECT id, date(received_on, '+100 days'), 300000, 'pro_rata',"
    " date(received_on, '+130 days'), 36, date(received_on, '+120 days') FROM debt_case c"
    " WHERE OFFERED"
)
_SHARES = (
    "INSERT INTO proposal_share (proposal, debt_claim, owed, monthly)"
    " SELECT p.id, k.id, 900000, 30000 FROM payment_proposal p"
    " JOIN debt_claim k ON k.debt_case = p.debt_case ORDER BY k.id"
)
_ANSWERS = (
    "INSERT INTO proposal_answer (proposal_share, since, answer)"
    " SELECT s.id, p.first_on, 'yes' FROM proposal_share s"
    " JOIN payment_proposal p ON p.id = s.proposal WHERE p.id % 10 <> 0"
)
_LETTERS = (
    "INSERT INTO creditor_letter (debt_case, creditor, kind, proposal, written_on, answer_by,"
    " document) SELECT d.case_id, k.creditor, CASE WHEN p.id IS NULL THEN 'opening'"
    " ELSE 'proposal' END, p.id, substr(d.issued_at, 1, 10), date(d.issued_at, '+21 days'), d.id"
    " FROM document d JOIN debt_claim k ON d.number = 'G-2026-' || k.debt_case || '-' || k.id"
    " LEFT JOIN payment_proposal p ON p.debt_case = d.case_id WHERE d.case_kind = 'debt_case'"
)
_OPENED = (
    "INSERT INTO opening_answer (creditor_letter, since, answer, pause_until, itemised)"
    " SELECT id, answer_by, 'paused', date(answer_by, '+90 days'), 1 FROM creditor_letter"
    " WHERE kind = 'opening' AND id % 8 <> 0"
)
_PLANS = (
    "INSERT INTO payment_plan (debt_case, proposal, agreed_on, first_on)"
    " SELECT debt_case, id, answer_by, first_on FROM payment_proposal p"
    " WHERE debt_case < WORKED OR debt_case % 5 = 4"
)
_PLAN_CLAIMS = (
    "INSERT INTO plan_claim (payment_plan, debt_claim, owed) SELECT p.id, s.debt_claim, s.owed"
    " FROM payment_plan p JOIN proposal_share s ON s.proposal = p.proposal ORDER BY s.id"
)
_RUNS = (
    "INSERT INTO plan_run (plan_claim, first_month, last_month, amount)"
    " SELECT id, 1 + 18 * (t.x - 1), 18 * t.x, 30000 FROM plan_claim, TIMES(2) t"
)
_PLAN_STATES = (
    "INSERT INTO payment_plan_state (payment_plan, since, state) SELECT id, agreed_on, 'running'"
    " FROM payment_plan UNION ALL SELECT id, date(agreed_on, '+60 days'), 'completed'"
    " FROM payment_plan WHERE debt_case < WORKED ORDER BY 1, 2"
)
_PAID = (
    "INSERT INTO plan_payment (plan_claim, paid_on, amount) SELECT c.id,"
    " date(p.first_on, '+' || (t.x - 1) || ' months'), 30000 FROM plan_claim c"
    " JOIN payment_plan p ON p.id = c.payment_plan, TIMES(24) t"
    " WHERE date(p.first_on, '+' || (t.x - 1) || ' months') <= ?1 AND (p.id % 3 OR t.x < 3)"
)
_MEASURES = (
    "INSERT INTO debt_measure (debt_case, kind, with_whom) SELECT c.id,"
    " CASE t.x WHEN 1 THEN 'bostotte' WHEN 2 THEN 'refinancing' ELSE 'settlement' END,"
    " 'Husbanken' FROM debt_case c, TIMES(3) t WHERE BEGUN AND (t.x < 3 OR c.id % 4 = 0)"
)
_MEASURE_STATES = (
    "INSERT INTO debt_measure_state (debt_measure, since, state, answer_by) SELECT m.id,"
    " date(c.received_on, '+' || (50 + 30 * s.place) || ' days'), s.state,"
    " CASE s.place WHEN 0 THEN date(c.received_on, '+80 days') END FROM debt_measure m"
    " JOIN debt_case c ON c.id = m.debt_case JOIN (SELECT 0 AS place, 'asked' AS state"
    " UNION SELECT 1, 'opened') s WHERE s.place = 0 OR m.kind = 'settlement' OR m.id % 20"
    " ORDER BY m.id, s.place"
)
_CAPACITY = (
    "INSERT INTO debt_capacity (since, share_percent, week_minutes, least_hours, usual_hours,"
    " most_hours) SELECT date(?1, '-' || (6 - x) || ' years'), 30 + 10 * x, 2250, 10, 20, 40"
    " FROM TIMES(4)"
)
_AWAY = (
    "INSERT INTO debt_absence (kind, first_day, last_day) SELECT 'holiday',"
    " date(?1, (x * 100 - 1500) || ' days'), date(?1, (x * 100 - 1485) || ' days') FROM TIMES(30)"
)
_CONSENTS = (
    "INSERT INTO consent (person, scope, since) SELECT person, 'share_creditors', received_on"
    " FROM debt_case"
)
_EVERY = (
    _CASES, _STATES, _SCREENS, _STAGES, _OUTCOMES, _VEDTAK, _VEDTAK_STATES, _CREDITORS, _CLAIMS,
    _SUMS, _CLAIM_STAGES, _HOUSEHOLDS, _CHILDREN, _INCOMES, _COSTS, _OWNED, _ASKED_PAPERS,
    _BUDGETS, _CHANGES, _CHOSEN, _PAPERS, _SENT, _PROPOSALS, _SHARES, _ANSWERS, _LETTERS, _OPENED,
    _PLANS, _PLAN_CLAIMS, _RUNS, _PLAN_STATES, _PAID, _MEASURES, _MEASURE_STATES, _CAPACITY, _AWAY,
    _CONSENTS,
)  # fmt: skip
_BEGUN = f"(c.id < {FIRST_WAITING} AND (c.id >= {FIRST_WORKING} OR c.id % 6 <> 0))"
_OFFERED = f"({_BEGUN} AND (c.id < {FIRST_WORKING} OR c.id % 5 >= 3))"


def advise(office: Office) -> None:
    """600 requests over five years, 60 in the queue, 80 in work; ten claims in each that began."""
    today = office.clock.today()
    with office.unit("bench.indebted") as unit:
        for sql in _EVERY:
            _put(unit, sql, today)
        unit.subject = None


def _put(unit: Unit, sql: str, today: date) -> None:
    """Run one statement; it names today as ?1, a count as TIMES(n), and which cases."""
    whole = re.sub(r"TIMES\((\d+)\)", _TIMES, sql)
    whole = whole.replace("OFFERED", _OFFERED).replace("BEGUN", _BEGUN)
    whole = whole.replace("WORKED", str(FIRST_WORKING)).replace("TENANT", str(PERSON))
    unit.execute(whole, (today.isoformat(),) if "?1" in whole else ())
