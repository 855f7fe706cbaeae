"""SQL of the papers that show an economy."""

from datetime import date

from app.core.ids import DebtCaseId
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "kind, state, since, answer_by, letter, sent_on, words"


def _paper(
    kind: str,
    state: str,
    since: str,
    answer_by: str | None,
    letter: str,
    sent_on: str | None,
    words: str,
) -> DebtPaper:
    return DebtPaper(
        DebtPaperKind(kind),
        DebtPaperState(state),
        date.fromisoformat(since),
        day_or_none(answer_by),
        letter,
        day_or_none(sent_on),
        words,
    )


def of(db: Database, case: DebtCaseId, day: date) -> tuple[DebtPaper, ...]:
    """The newest word of each kind up to a day, in the order they are asked for."""
    found = db.select(
        _paper,
        f"SELECT {_COLUMNS} FROM debt_paper WHERE debt_case = ? AND since <= ? ORDER BY since, id",
        (case, day.isoformat()),
    )
    newest = {each.kind: each for each in found}
    return tuple(newest.get(kind) or DebtPaper(kind) for kind in DebtPaperKind)


def asked(db: Database) -> tuple[DebtCaseId, ...]:
    """The cases where a paper was asked for at some time."""
    return db.select(
        DebtCaseId,
        "SELECT DISTINCT debt_case FROM debt_paper WHERE state = 'asked' ORDER BY debt_case",
    )


def add(unit: Unit, case: DebtCaseId, paper: DebtPaper) -> int:
    """It stands so from this day."""
    return unit.insert(
        "debt_paper",
        debt_case=case,
        since=paper.since or unit.today,
        kind=paper.kind,
        state=paper.state,
        answer_by=paper.answer_by,
        letter=paper.letter,
        sent_on=paper.sent_on,
        words=paper.words.strip(),
    )


def told(unit: Unit, db: Database, case: DebtCaseId, letter: str, day: date) -> None:
    """The letter that asks went out; a second sending changes nothing."""
    rows = db.select(
        int,
        "SELECT id FROM debt_paper WHERE debt_case = ? AND letter = ? AND sent_on IS NULL",
        (case, letter),
    )
    for row in rows:
        unit.update("debt_paper", row, sent_on=day)
