"""SQL that finds what is still waited for among all letters, offers and plans there have been."""

import json
from collections.abc import Collection
from datetime import date

from app.core.ids import DebtCaseId
from app.debt.plans.contact.model import CreditorLetterKind
from app.debt.plans.model import PaymentPlanState
from app.storage.database import Database
from app.storage.dated import latest

_STANDS = (
    "NOT EXISTS (SELECT 1 FROM document_state d WHERE d.document = {0}.document"
    " AND d.state = 'annulled')"
)
_SENT = (
    "EXISTS (SELECT 1 FROM dispatch o WHERE o.document = l.document"
    " AND o.returned_on IS NULL AND o.sent_on <= ?1)"
)


def letters(db: Database, cases: Collection[DebtCaseId], day: date) -> tuple[int, ...]:
    """First letters of some cases that were sent by a day and not answered then.

    The newest to each creditor alone, of those that were not annulled.
    """
    return db.select(
        int,
        "SELECT l.id FROM json_each(?2) j CROSS JOIN creditor_letter l ON l.debt_case = j.value"
        f" WHERE l.kind = '{CreditorLetterKind.OPENING}' AND l.written_on <= ?1"
        " AND NOT EXISTS (SELECT 1 FROM opening_answer a"
        "  WHERE a.creditor_letter = l.id AND a.since <= ?1)"
        f" AND {_STANDS.format('l')} AND {_SENT} AND NOT EXISTS (SELECT 1 FROM creditor_letter n"
        "  WHERE n.debt_case = l.debt_case AND n.id > l.id AND n.creditor = l.creditor"
        f"  AND n.kind = l.kind AND n.written_on <= ?1 AND {_STANDS.format('n')})",
        _asked(cases, day),
    )


def offers(db: Database, cases: Collection[DebtCaseId], day: date) -> tuple[int, ...]:
    """The newest offer of each of some cases, where it was sent by a day and a claim waits."""
    return db.select(
        int,
        "SELECT p.id FROM json_each(?2) j CROSS JOIN payment_proposal p ON p.id ="
        " (SELECT max(n.id) FROM payment_proposal n"
        "  WHERE n.debt_case = j.value AND n.made_on <= ?1)"
        " WHERE EXISTS (SELECT 1 FROM proposal_share s WHERE s.proposal = p.id AND NOT EXISTS"
        "  (SELECT 1 FROM proposal_answer a WHERE a.proposal_share = s.id AND a.since <= ?1))"
        " AND EXISTS (SELECT 1 FROM creditor_letter l WHERE l.proposal = p.id"
        f"  AND l.kind = '{CreditorLetterKind.PROPOSAL}' AND l.written_on <= ?1"
        f"  AND {_STANDS.format('l')} AND {_SENT})",
        _asked(cases, day),
    )


def running(db: Database, day: date) -> tuple[int, ...]:
    """The plans that hold on a day."""
    return db.select(
        int,
        "SELECT p.id FROM payment_plan p WHERE"
        f" {latest('payment_plan_state', 'f.state', 'payment_plan = p.id')}"
        f" = '{PaymentPlanState.RUNNING}'",
        (day.isoformat(),),
    )


def _asked(cases: Collection[DebtCaseId], day: date) -> tuple[str, str]:
    return day.isoformat(), json.dumps(sorted(cases))
