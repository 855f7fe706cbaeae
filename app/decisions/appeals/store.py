"""SQL of appeals, their states, and what stops or defers."""

from datetime import date

from app.applications.model import Channel
from app.core.ids import ApplicationId, PersonId, VedtakId
from app.decisions.appeals.model import (
    Appeal,
    AppealDraft,
    AppealRow,
    AppealState,
    AppealStateSince,
    EffectSince,
    ReasonsDemand,
)
from app.storage import numbering
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_LAST = "SELECT s.{} FROM appeal_state s WHERE s.appeal = a.id ORDER BY s.id DESC LIMIT 1"
_NOW = ", ".join(f"({_LAST.format(column)})" for column in ("state", "since", "reason"))


def insert(unit: Unit, number: str, vedtak: VedtakId, draft: AppealDraft) -> int:
    """A new appeal, received on its day."""
    received = draft.received_on or unit.today
    appeal = unit.insert(
        "appeal",
        number=number,
        vedtak=vedtak,
        received_on=received,
        postmarked_on=draft.postmarked_on,
        channel=draft.channel,
        representative=draft.representative,
        wanted=draft.wanted.strip(),
        grounds=draft.grounds.strip(),
        signed=draft.signed,
    )
    add_state(unit, appeal, AppealState.RECEIVED, received, "")
    return appeal


def add_state(unit: Unit, appeal: int, state: AppealState, since: date, reason: str) -> None:
    """A state from a day."""
    unit.insert("appeal_state", appeal=appeal, since=since, state=state, reason=reason.strip())


def get(db: Database, appeal: int) -> Appeal | None:
    """One appeal as it is."""
    return next(iter(_select(db, "a.id = ?", appeal)), None)


def of(db: Database, vedtak: VedtakId) -> tuple[Appeal, ...]:
    """Every appeal on a vedtak, oldest first."""
    return _select(db, "a.vedtak = ?", vedtak)


def _select(db: Database, where: str, value: int) -> tuple[Appeal, ...]:
    return db.select(
        _appeal,
        "SELECT a.id, a.number, a.vedtak, a.received_on, a.postmarked_on, a.channel,"
        f" a.representative, a.wanted, a.grounds, a.signed, a.assessment, {_NOW}"
        f" FROM appeal a WHERE {where} ORDER BY a.id",
        (value,),
    )


def _appeal(
    appeal: int,
    number: str,
    vedtak: int,
    received_on: str,
    postmarked_on: str | None,
    channel: str,
    representative: int | None,
    wanted: str,
    grounds: str,
    signed: int,
    assessment: str,
    state: str,
    since: str,
    reason: str,
) -> Appeal:
    received = date.fromisoformat(received_on)
    draft = AppealDraft(
        received_on=received,
        postmarked_on=day_or_none(postmarked_on),
        channel=Channel(channel),
        representative=representative,
        wanted=wanted,
        grounds=grounds,
        signed=bool(signed),
    )
    return Appeal(
        id=appeal,
        number=number,
        vedtak=VedtakId(vedtak),
        draft=draft,
        received_on=received,
        state=AppealState(state),
        since=date.fromisoformat(since),
        reason=reason,
        assessment=assessment,
    )


def states(db: Database, appeal: int) -> tuple[AppealStateSince, ...]:
    """Every state it has had, oldest first."""
    return db.select(
        lambda state, since, reason: AppealStateSince(
            AppealState(state), date.fromisoformat(since), reason
        ),
        "SELECT state, since, reason FROM appeal_state WHERE appeal = ? ORDER BY id",
        (appeal,),
    )


def rows(db: Database) -> tuple[AppealRow, ...]:
    """Every appeal with whose it is, the newest first."""
    return db.select(
        _row,
        "SELECT a.id, a.number, v.id, v.number, v.application, p.id,"
        " trim(p.given_name || ' ' || p.family_name), a.received_on, v.appeal_body, r.vedtak,"
        " EXISTS (SELECT 1 FROM vedtak_state t WHERE t.vedtak = r.vedtak AND t.state = 'issued'),"
        f" ({_LAST.format('state')}), ({_LAST.format('since')})"
        " FROM appeal a JOIN vedtak v ON v.id = a.vedtak"
        " JOIN application q ON q.id = v.application JOIN person p ON p.id = q.applicant"
        " LEFT JOIN reversal r ON r.appeal = a.id ORDER BY a.id DESC",
    )


def _row(
    appeal: int,
    number: str,
    vedtak: int,
    vedtak_number: str,
    application: int,
    applicant: int,
    name: str,
    received_on: str,
    appeal_body: str,
    new_vedtak: int | None,
    new_issued: int,
    state: str,
    since: str,
) -> AppealRow:
    return AppealRow(
        id=appeal,
        number=number,
        vedtak=VedtakId(vedtak),
        vedtak_number=vedtak_number,
        application=ApplicationId(application),
        applicant=PersonId(applicant),
        applicant_name=name,
        received_on=date.fromisoformat(received_on),
        state=AppealState(state),
        since=date.fromisoformat(since),
        appeal_body=appeal_body,
        new_vedtak=None if new_vedtak is None else VedtakId(new_vedtak),
        new_issued=bool(new_issued),
    )


def effects(db: Database, appeal: int) -> tuple[EffectSince, ...]:
    """Whether the vedtak waits, each time it was decided, oldest first."""
    return db.select(
        lambda since, deferred, reason: EffectSince(
            date.fromisoformat(since), bool(deferred), reason
        ),
        "SELECT since, deferred, reason FROM appeal_effect WHERE appeal = ? ORDER BY id",
        (appeal,),
    )


def demands(db: Database, vedtak: VedtakId) -> tuple[ReasonsDemand, ...]:
    """Every time reasons were asked for, oldest first."""
    return db.select(
        lambda row, demanded_on, sent_on, arrived_on, document: ReasonsDemand(
            row,
            date.fromisoformat(demanded_on),
            day_or_none(sent_on),
            day_or_none(arrived_on),
            document,
        ),
        "SELECT id, demanded_on, sent_on, arrived_on, document FROM reasons_demand"
        " WHERE vedtak = ? ORDER BY id",
        (vedtak,),
    )


def next_number(db: Database, year: int) -> str:
    """«K2026-001»: the number after the newest one of that year."""
    return numbering.next_number(db, "appeal", f"K{year}-")


def told_since(db: Database, day: date) -> tuple[VedtakId, ...]:
    """Vedtak whose letter, or whose reasons, went out or came on a day or after it."""
    return db.select(
        VedtakId,
        # from the few letters of late, not from every vedtak
        "SELECT DISTINCT d.case_id FROM dispatch s CROSS JOIN document d ON d.id = s.document"
        " WHERE coalesce(s.arrived_on, s.sent_on) >= ?1"
        " AND d.case_kind = 'vedtak' AND d.kind IN ('vedtak', 'vedtak_reasons')"
        " UNION SELECT vedtak FROM reasons_demand"
        " WHERE coalesce(arrived_on, sent_on, demanded_on) >= ?1",
        (day.isoformat(),),
    )
