"""SQL of the papers that show an economy."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from app.core.ids import DebtCaseId
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "p.kind, p.state, p.since, p.answer_by, p.letter, p.sent_on, p.words"


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
        f"SELECT {_COLUMNS} FROM debt_paper p WHERE p.debt_case = ? AND p.since <= ?"
        " ORDER BY p.since, p.id",
        (case, day.isoformat()),
    )
    newest = {each.kind: each for each in found}
    return tuple(newest.get(kind) or DebtPaper(kind) for kind in DebtPaperKind)


def asked(
    db: Database, cases: Collection[DebtCaseId], day: date
) -> Mapping[DebtCaseId, tuple[DebtPaper, ...]]:
    """Those of some cases that are asked for on a day and have not come, as `of` has them."""
    found: dict[DebtCaseId, dict[DebtPaperKind, DebtPaper]] = defaultdict(dict)
    for case, paper in db.select(
        lambda case, *row: (DebtCaseId(case), _paper(*row)),
        f"SELECT p.debt_case, {_COLUMNS} FROM json_each(?1) j JOIN debt_paper p"
        f" ON p.debt_case = j.value WHERE p.state = '{DebtPaperState.ASKED}' AND p.since <= ?2"
        " AND NOT EXISTS (SELECT 1 FROM debt_paper n WHERE n.debt_case = p.debt_case"
        "  AND n.kind = p.kind AND n.since BETWEEN p.since AND ?2"
        "  AND (n.since > p.since OR n.id > p.id))",
        (json.dumps(sorted(cases)), day.isoformat()),
    ):
        found[case][paper.kind] = paper
    return {
        case: tuple(papers[kind] for kind in DebtPaperKind if kind in papers)
        for case, papers in found.items()
    }


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
