"""The officer's verbs on a protest against the landlord's notice, and what follows (HL-67)."""

from datetime import date

from app.core.errors import Invalid, OfficeError, Problem, demand
from app.core.ids import Ref
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.notices import rules, store
from app.leases.notices.model import (
    Notice,
    NoticeStanding,
    ProtestDraft,
    SuitBody,
    SuitDays,
)
from app.leases.notices.service import Notices
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

LAPSED = "Oppsigelsen falt bort fordi ingen reiste sak."
CONTESTED = "Leieren har protestert. Det som gjaldt før oppsigelsen, gjelder igjen."
SUED = "Saken er reist. Leieforholdet løper til den er avgjort."
_PROTESTABLE = frozenset({NoticeStanding.HOLDS, NoticeStanding.OVER})


class Protests:
    """A protest in time stops a notice until it is tried, or for good."""

    def __init__(
        self, db: Database, notices: Notices, endings: Endings, settings: Settings
    ) -> None:
        self._db = db
        self._notices = notices
        self._endings = endings
        self._settings = settings

    def suit_days(self, arrived: date) -> SuitDays:
        """When a timely protest must be tried, if the notice came that day (HL-67)."""
        return rules.suit_days(arrived, self._settings.parameters)

    def check(self, notice: int, draft: ProtestDraft) -> tuple[Problem, ...]:
        """What is wrong with the days of it."""
        return rules.check_protest(draft, self._notices.get(notice), self._today)

    def protested(self, notice: int, draft: ProtestDraft) -> bool:
        """A protest came; True when it was in time.

        Then the lease stands until the last day to sue is over, and runs on by itself from the
        day after (HL-67), unless somebody sues.
        """
        known = self._notices.get(notice)
        if self._notices.standing(known) not in _PROTESTABLE:
            raise OfficeError("notice_not_open")
        demand(self.check(notice, draft))
        arrived, came = draft.arrived_on, draft.received_on
        if arrived is None or came is None:
            raise Invalid([Problem("received_on", "protest_received_missing", "HL-66")])
        parameters, sent = self._settings.parameters, draft.sent_on or came
        late = rules.is_late(sent, arrived, parameters)
        days = None if late else rules.suit_days(arrived, parameters)
        with self._db.unit("lease.notice_protested", Ref("lease", known.lease)) as unit:
            store.insert_protest(
                unit,
                notice,
                (arrived, sent, came),
                late=late,
                sue_by=days.act_by.last_safe_day if days else None,
                lapses_on=days.lapses_on if days else None,
            )
            if days is not None:
                self._stand_until(unit, known, days.lapses_on)
        return not late

    def _stand_until(self, unit: Unit, notice: Notice, lapses_on: date) -> None:
        """Nobody must move while the protest is untried; on that day the lease runs on."""
        if lapses_on <= unit.today:  # told so late that it has fallen already
            cause = EndCause.LANDLORD_NOTICE
            self._endings.take_back(unit, notice.lease, LAPSED, cause=cause)
            return
        if not self._notices.leads(notice) or self._endings.beneath(notice.lease) is not None:
            cause = EndCause.LANDLORD_NOTICE  # the tenant's own notice holds, or what both agreed
            self._endings.take_back(unit, notice.lease, CONTESTED, cause=cause)
            return
        last = max(notice.end_on, lapses_on)
        self._endings.end(unit, notice.lease, last, EndCause.LANDLORD_NOTICE)
        self._endings.take_back(unit, notice.lease, LAPSED, lapses_on)

    def sued(self, notice: int, day: date, body: SuitBody) -> None:
        """The landlord had it tried in time: the lease runs until that is decided."""
        known = self._notices.get(notice)
        if self._notices.standing(known) is not NoticeStanding.PROTESTED or known.protest is None:
            raise OfficeError("notice_not_protested")
        lapses = known.protest.lapses_on
        if day > self._today:
            raise Invalid([Problem("sued_on", "day_in_future", remedy=self._today)])
        if day < known.protest.sent_on:
            raise Invalid([Problem("sued_on", "sued_before_protest", "HL-67")])
        if lapses is not None and day >= lapses:
            raise Invalid([Problem("sued_on", "sued_too_late", "HL-67")])
        with self._db.unit("lease.notice_sued", Ref("lease", known.lease)) as unit:
            unit.update("notice_protest", known.protest.id, sued_on=day, sued_at=body)
            self._endings.take_back(unit, known.lease, SUED, cause=EndCause.LANDLORD_NOTICE)

    def decided(self, notice: int, day: date, last_day: date | None) -> None:
        """What HTU or the court said: the notice holds with a last day, or it does not (None)."""
        known = self._notices.get(notice)
        protest = known.protest
        if protest is None or self._notices.standing(known) is not NoticeStanding.SUED:
            raise OfficeError("notice_not_sued")
        if day > self._today:
            raise Invalid([Problem("decided_on", "day_in_future", remedy=self._today)])
        if protest.sued_on is not None and day < protest.sued_on:
            raise Invalid([Problem("decided_on", "decided_before_sued", "HL-67")])
        upheld = last_day is not None
        with self._db.unit("lease.notice_decided", Ref("lease", known.lease)) as unit:
            unit.update("notice_protest", protest.id, decided_on=day, upheld=upheld)
            if last_day is not None:
                unit.update("termination_notice", notice, end_on=last_day)
                held = self._endings.of(known.lease)
                if held is None or held.last_day is None or held.last_day > last_day:
                    self._endings.end(unit, known.lease, last_day, EndCause.LANDLORD_NOTICE)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
