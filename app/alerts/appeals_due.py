"""What appeals and prior notices ask of a person (AL-08), and what it is read from."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.deadlines import Deadline
from app.core.ids import Ref, VedtakId
from app.core.parameters import Parameters
from app.core.periods import add
from app.core.records import dataclass
from app.decisions.appeals.model import AppealRow, AppealState
from app.decisions.appeals.service import Appeals
from app.decisions.model import VedtakState
from app.decisions.notices.model import NoticeDue
from app.decisions.notices.service import AdvanceNotices
from app.decisions.service import Decisions

FORWARD = "al.appeal_forward_days"
SETTLED_DAYS = 7
"""How long it is told that the time to complain has passed."""
LOOK_BACK_DAYS = 120
"""How old the letter of a vedtak may be whose time to complain is looked at."""
OURS = frozenset({AppealState.RECEIVED, AppealState.IN_ASSESSMENT})
"""The states in which an appeal waits for the office."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A vedtak whose time to complain has passed without an appeal."""

    vedtak: VedtakId
    number: str
    name: str = field(repr=False)
    limit: Deadline


def settled(rows: Iterable[Settled], today: date) -> Iterator[Alert]:
    """The time to complain has passed: the vedtak is settled."""
    yield from (_ended(row) for row in rows if _told_now(row.limit, today))


def ending(rows: Iterable[Settled], until: date) -> Iterator[Alert]:
    """The same of the days ahead: the day after the last one to complain."""
    yield from (_ended(row) for row in rows if row.limit.earliest_action <= until)


def _ended(row: Settled) -> Alert:
    return Alert(
        id=AlertId.APPEAL,
        urgency=Urgency.SOON,
        case=Ref("vedtak", row.vedtak),
        since=row.limit.earliest_action,
        counted_day=row.limit.nominal,
        basis=row.limit.basis,
        why=Reason.APPEAL_PERIOD_ENDED,
        act=Act.OPEN_VEDTAK,
        name=row.name,
        facts=(("number", row.number), ("last", row.limit.moved)),
    )


def _told_now(limit: Deadline, today: date) -> bool:
    began = limit.earliest_action
    return began <= today < began + timedelta(days=SETTLED_DAYS)


def appeals(rows: Iterable[AppealRow], parameters: Parameters, today: date) -> Iterator[Alert]:
    """Not sent on in time (FV-16), and answered by the appeal body without a new vedtak."""
    for row in rows:
        if row.state in OURS:
            yield _not_forwarded(row, parameters, today)
        elif row.state.asks_for_vedtak and not row.new_issued:
            yield _alert(row, Urgency.NOW, row.since, row.since, Reason.APPEAL_ANSWERED, "")


def forward_by(received_on: date, parameters: Parameters, today: date) -> date:
    """The last rung of the office's own ladder for sending an appeal on (FV-16)."""
    steps = parameters.ladder(FORWARD, today)
    return max((add(step, received_on) for step in steps), default=received_on)


def _not_forwarded(row: AppealRow, parameters: Parameters, today: date) -> Alert:
    due = forward_by(row.received_on, parameters, today)
    late = today >= due
    why = Reason.APPEAL_NOT_FORWARDED if late else Reason.APPEAL_RECEIVED
    return _alert(row, Urgency.SOON, row.received_on, due, why, parameters[FORWARD].basis)


def _alert(
    row: AppealRow, urgency: Urgency, since: date, due: date, why: Reason, basis: str
) -> Alert:
    return Alert(
        id=AlertId.APPEAL,
        urgency=urgency,
        case=Ref("appeal", row.id),
        since=since,
        due=due,
        basis=basis,
        why=why,
        act=Act.OPEN_APPEAL,
        name=row.applicant_name,
        facts=(("number", row.number), ("received_on", row.received_on)),
    )


def notices(rows: Iterable[NoticeDue]) -> Iterator[Alert]:
    """Answered, or past the last day to answer, and not weighed (FV-04)."""
    for row in rows:
        yield Alert(
            id=AlertId.PRIOR_NOTICE,
            urgency=Urgency.SOON,
            case=Ref("vedtak", row.vedtak),
            since=row.answer_by,
            due=row.answer_by,
            why=Reason.NOTICE_ANSWERED if row.answered else Reason.NOTICE_UNANSWERED,
            act=Act.OPEN_VEDTAK,
            name=row.name,
            facts=(("answer_by", row.answer_by),),
        )


class AppealsDue:
    """Reads what the rules above need, as it stands today."""

    def __init__(self, appeals: Appeals, notices: AdvanceNotices, decisions: Decisions) -> None:
        self._appeals = appeals
        self._notices = notices
        self._decisions = decisions

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        return (
            *settled(self._settled(today), today),
            *appeals(self._appeals.rows(), parameters, today),
            *notices(self._notices.due()),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Periods to complain that end, and notices whose days to answer are over.

        A complaint stands from the day it came, with its own day.
        """
        del parameters  # each period is counted where the letter is known
        return (*ending(self._in_time(), until), *notices(self._notices.due(until)))

    def _in_time(self) -> Iterator[Settled]:
        """Vedtak nobody has complained about, whose letter has reached someone."""
        lately = self._appeals.lately_told(LOOK_BACK_DAYS)
        names = {row.id: row for row in self._decisions.rows()} if lately else {}
        for vedtak in lately:
            limit = self._decisions.appeal_deadline(vedtak)
            if limit is not None and not self._appeals.of(vedtak):
                row = names[vedtak]
                yield Settled(vedtak, row.number, row.applicant_name, limit)

    def _settled(self, today: date) -> Iterator[Settled]:
        lately = self._appeals.lately_told(LOOK_BACK_DAYS)
        if not lately:
            return
        names = {row.id: row for row in self._decisions.rows()}
        for vedtak in lately:
            limit, row = self._decisions.appeal_deadline(vedtak), names[vedtak]
            if limit is None or not _told_now(limit, today):
                continue
            settled_now = self._decisions.state(vedtak) is VedtakState.SETTLED
            if settled_now and not self._appeals.of(vedtak):
                yield Settled(vedtak, row.number, row.applicant_name, limit)
