"""SQL of prior notices."""

from datetime import date

from app.core.ids import VedtakId
from app.decisions.notices.model import NoticeDraft, NoticeDue, PriorNotice
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "id, vedtak, issued_on, about, needed, answer_by, answered_on, answer, weighed_on"


def insert(unit: Unit, vedtak: VedtakId, draft: NoticeDraft) -> int:
    """A notice that goes out today."""
    return unit.insert(
        "prior_notice",
        vedtak=vedtak,
        issued_on=unit.today,
        about=draft.about.strip(),
        needed=draft.needed.strip(),
        answer_by=draft.answer_by,
    )


def get(db: Database, notice: int) -> PriorNotice | None:
    """One notice."""
    return db.first(_made, f"SELECT {_COLUMNS} FROM prior_notice WHERE id = ?", (notice,))


def of(db: Database, vedtak: VedtakId) -> tuple[PriorNotice, ...]:
    """Every notice on a vedtak, oldest first."""
    return db.select(
        _made, f"SELECT {_COLUMNS} FROM prior_notice WHERE vedtak = ? ORDER BY id", (vedtak,)
    )


def due(db: Database, today: date) -> tuple[NoticeDue, ...]:
    """Those whose last day has passed, or that are answered, and that nobody has weighed."""
    return db.select(
        lambda row, vedtak, answer_by, name, answered: NoticeDue(
            row, VedtakId(vedtak), date.fromisoformat(answer_by), name, bool(answered)
        ),
        "SELECT n.id, n.vedtak, n.answer_by, trim(p.given_name || ' ' || p.family_name),"
        " n.answered_on IS NOT NULL FROM prior_notice n JOIN vedtak v ON v.id = n.vedtak"
        " JOIN application a ON a.id = v.application JOIN person p ON p.id = a.applicant"
        " WHERE n.weighed_on IS NULL AND (n.answered_on IS NOT NULL OR n.answer_by < ?)"
        " ORDER BY n.answer_by, n.id",
        (today.isoformat(),),
    )


def _made(
    row: int,
    vedtak: int,
    issued_on: str,
    about: str,
    needed: str,
    answer_by: str,
    answered_on: str | None,
    answer: str,
    weighed_on: str | None,
) -> PriorNotice:
    return PriorNotice(
        id=row,
        vedtak=VedtakId(vedtak),
        issued_on=date.fromisoformat(issued_on),
        about=about,
        needed=needed,
        answer_by=date.fromisoformat(answer_by),
        answered_on=day_or_none(answered_on),
        answer=answer,
        weighed_on=day_or_none(weighed_on),
    )
