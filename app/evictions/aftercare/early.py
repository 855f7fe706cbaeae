"""When it could be seen, and when somebody did something: asked of what the register holds."""

from collections.abc import Iterable
from datetime import date

from app.arrears.service import Arrears
from app.arrears.signals.service import EarlySignals
from app.arrears.steps.service import ArrearsSteps
from app.core.errors import NotFound
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.evictions.aftercare.model import EarlyDays
from app.evictions.model import EvictionCase
from app.followup.contact_notes.service import ContactNotes
from app.settings.service import Settings

BACK = "local.review_back_months"


@dataclass(frozen=True, slots=True)
class Early:
    """Who is asked."""

    arrears: Arrears
    steps: ArrearsSteps
    signals: EarlySignals
    notes: ContactNotes
    settings: Settings

    def days(self, case: EvictionCase, on: date) -> EarlyDays:
        """The first signal, unpaid rent, contact and letter of a case, up to a day.

        A sign from long before may be of another home, and is not counted.
        """
        told = case.received_on or case.opened_on
        parameters = self.settings.parameters
        earliest = add(Period(-parameters.whole(BACK, on), Unit.MONTHS), told)
        signals = _first((each.seen_on for each in self.signals.of(case.person, on)), earliest)
        unpaid = self._unpaid(case, told)
        sign = _first((day for day in (signals, unpaid) if day is not None), None)
        return EarlyDays(
            first_signal=signals,
            first_unpaid=unpaid,
            first_contact=self._contact(case, sign, on),
            first_letter=self._letter(case, sign, on),
            told=told,
        )

    def _unpaid(self, case: EvictionCase, told: date) -> date | None:
        """The day the oldest rent that was owed fell due, as it stood when the word came."""
        if case.lease is None:
            return None
        try:
            return self.arrears.owed(case.lease, told).since
        except NotFound:  # no tenancy of ours any more
            return None

    def _contact(self, case: EvictionCase, sign: date | None, on: date) -> date | None:
        """The first time we spoke with them after it could be seen."""
        spoke = [
            each.now.happened_on for each in self.notes.of(case.person, on) if each.now.outcome.met
        ]
        if case.lease is not None:
            spoke += [each.taken_on for each in self.steps.of(case.lease) if each.spoke]
        return _first((day for day in spoke if day <= on), sign)

    def _letter(self, case: EvictionCase, sign: date | None, on: date) -> date | None:
        """The first letter about it that went out."""
        if case.lease is None:
            return None
        sent = (each.sent_on for each in self.steps.of(case.lease))
        return _first((day for day in sent if day is not None and day <= on), sign)


def _first(days: Iterable[date], since: date | None) -> date | None:
    return min((day for day in days if since is None or day >= since), default=None)
