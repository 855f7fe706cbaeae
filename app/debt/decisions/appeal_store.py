"""SQL of complaints about vedtak on economic advice."""

from datetime import date

from app.applications.model import Channel
from app.core.ids import DebtCaseId, DebtDecisionId
from app.debt.decisions.model import DebtAppeal
from app.decisions.appeals.model import AppealDraft, AppealState, AppealStateSince
from app.storage import numbering
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_LAST = (
    "(SELECT s.{} FROM debt_appeal_state s WHERE s.debt_appeal = a.id ORDER BY s.id DESC LIMIT 1)"
)
_SELECT = (
    "SELECT a.id, a.number, a.debt_decision, a.received_on, a.postmarked_on, a.channel, a.wanted,"
    f" a.grounds, a.signed, {_LAST.format('state')}, {_LAST.format('since')},"
    f" {_LAST.format('reason')} FROM debt_appeal a"
)


def next_number(db: Database, year: int) -> str:
    """«GK2026-001»: the number after the newest one of that year."""
    return numbering.next_number(db, "debt_appeal", f"GK{year}-")


def insert(unit: Unit, number: str, decision: DebtDecisionId, draft: AppealDraft) -> int:
    """A new appeal, received on its day."""
    received = draft.received_on or unit.today
    appeal = unit.insert(
        "debt_appeal",
        number=number,
        debt_decision=decision,
        received_on=received,
        postmarked_on=draft.postmarked_on,
        channel=draft.channel,
        wanted=draft.wanted.strip(),
        grounds=draft.grounds.strip(),
        signed=draft.signed,
    )
    add_state(unit, appeal, AppealState.RECEIVED, received)
    return appeal


def add_state(unit: Unit, appeal: int, state: AppealState, since: date, reason: str = "") -> None:
    """A state from a day."""
    unit.insert(
        "debt_appeal_state", debt_appeal=appeal, since=since, state=state, reason=reason.strip()
    )


def get(db: Database, appeal: int) -> DebtAppeal | None:
    """One of them as it stands."""
    return db.first(_appeal, f"{_SELECT} WHERE a.id = ?", (appeal,))


def of(db: Database, decision: DebtDecisionId) -> tuple[DebtAppeal, ...]:
    """Every appeal on a vedtak, oldest first."""
    return db.select(_appeal, f"{_SELECT} WHERE a.debt_decision = ? ORDER BY a.id", (decision,))


def of_case(db: Database, case: DebtCaseId) -> tuple[DebtAppeal, ...]:
    """Every appeal in a case, oldest first."""
    return db.select(
        _appeal,
        f"{_SELECT} JOIN debt_decision d ON d.id = a.debt_decision WHERE d.debt_case = ?"
        " ORDER BY a.id",
        (case,),
    )


def rows(db: Database) -> tuple[DebtAppeal, ...]:
    """Every appeal, oldest first."""
    return db.select(_appeal, f"{_SELECT} ORDER BY a.id")


def states(db: Database, appeal: int) -> tuple[AppealStateSince, ...]:
    """Every state it has had, oldest first."""
    return db.select(
        lambda state, since, reason: AppealStateSince(
            AppealState(state), date.fromisoformat(since), reason
        ),
        "SELECT state, since, reason FROM debt_appeal_state WHERE debt_appeal = ? ORDER BY id",
        (appeal,),
    )


def _appeal(
    appeal: int,
    number: str,
    decision: int,
    received_on: str,
    postmarked_on: str | None,
    channel: str,
    wanted: str,
    grounds: str,
    signed: int,
    state: str,
    since: str,
    reason: str,
) -> DebtAppeal:
    received = date.fromisoformat(received_on)
    draft = AppealDraft(
        received_on=received,
        postmarked_on=day_or_none(postmarked_on),
        channel=Channel(channel),
        wanted=wanted,
        grounds=grounds,
        signed=bool(signed),
    )
    return DebtAppeal(
        id=appeal,
        number=number,
        decision=DebtDecisionId(decision),
        draft=draft,
        received_on=received,
        state=AppealState(state),
        since=date.fromisoformat(since),
        reason=reason,
    )
