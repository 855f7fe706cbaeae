"""SQL of reversals."""

from app.core.ids import VedtakId
from app.decisions.reversals.model import Reversal, ReversalDraft, ReversalGround
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "vedtak, reverses, ground, reason, to_harm, notice, appeal"


def insert(unit: Unit, vedtak: VedtakId, reverses: VedtakId, draft: ReversalDraft) -> None:
    """Tie a new draft to the vedtak whose place it shall take."""
    unit.insert(
        "reversal",
        vedtak=vedtak,
        reverses=reverses,
        ground=draft.ground,
        reason=draft.reason.strip(),
        to_harm=draft.to_harm,
        notice=draft.notice,
        appeal=draft.appeal,
    )


def forget(unit: Unit, vedtak: VedtakId) -> None:
    """The draft is thrown away, and the old one stands."""
    unit.execute("DELETE FROM reversal WHERE vedtak = ?", (vedtak,))


def of(db: Database, vedtak: VedtakId) -> Reversal | None:
    """What a vedtak reverses, if it is a reversal."""
    return db.first(_made, f"SELECT {_COLUMNS} FROM reversal WHERE vedtak = ?", (vedtak,))


def by(db: Database, vedtak: VedtakId) -> Reversal | None:
    """The newest reversal of a vedtak, begun or issued."""
    return db.first(
        _made,
        f"SELECT {_COLUMNS} FROM reversal WHERE reverses = ? ORDER BY id DESC LIMIT 1",
        (vedtak,),
    )


def _made(
    vedtak: int,
    reverses: int,
    ground: str,
    reason: str,
    to_harm: int,
    notice: int | None,
    appeal: int | None,
) -> Reversal:
    return Reversal(
        vedtak=VedtakId(vedtak),
        reverses=VedtakId(reverses),
        ground=ReversalGround(ground),
        reason=reason,
        to_harm=bool(to_harm),
        notice=notice,
        appeal=appeal,
    )
