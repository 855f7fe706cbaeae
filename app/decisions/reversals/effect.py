"""What issuing a vedtak does to the one it takes the place of, in the unit that issues it."""

from app.core.ids import DocumentId, Ref, VedtakId
from app.decisions.appeals import store as appeal_store
from app.decisions.appeals.model import AppealState
from app.decisions.model import VedtakState
from app.decisions.reversals.model import Reversal, ReversalGround
from app.letters.model import DocumentKind, DocumentState
from app.letters.service import Letters
from app.storage.database import Database
from app.storage.unit import Unit


def replace_old(
    unit: Unit, db: Database, letters: Letters, reversal: Reversal, number: str, by: DocumentId
) -> None:
    """The old vedtak is reversed or set aside; its letter is replaced; the appeal is answered."""
    body = reversal.ground is ReversalGround.APPEAL_BODY
    state = VedtakState.SET_ASIDE if body else VedtakState.REVERSED
    unit.insert(
        "vedtak_state", vedtak=reversal.reverses, since=unit.today, state=state, reason=number
    )
    for document in _standing(letters, reversal.reverses):
        letters.replace(unit, document, by, number)
    if reversal.appeal is not None and reversal.ground is ReversalGround.APPEAL:
        known = appeal_store.get(db, reversal.appeal)
        if known is not None and known.state is AppealState.IN_ASSESSMENT:
            changed = AppealState.DECISION_CHANGED
            appeal_store.add_state(unit, known.id, changed, unit.today, number)


def _standing(letters: Letters, vedtak: VedtakId) -> list[DocumentId]:
    gone = {DocumentState.ANNULLED, DocumentState.SUPERSEDED}
    return [
        row.id
        for row in letters.of(Ref("vedtak", vedtak))
        if row.kind is DocumentKind.VEDTAK and row.state not in gone
    ]
