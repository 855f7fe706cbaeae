"""The officer's verbs when a dwelling comes back."""

from datetime import date

from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import LeaseId, Ref
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.handback import rules, store
from app.leases.aftermath.handback.model import Handback, OccupationCharge
from app.leases.aftermath.handback.vacating import Vacating
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.model import Lease, LeaseState
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.database import Database


class Handbacks:
    """The keys are back (HL-73); until then living on is charged for, never as rent (HL-74)."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        endings: Endings,
        vacating: Vacating,
        letters: Letters,
    ) -> None:
        self._db = db
        self._leases = leases
        self._endings = endings
        self._vacating = vacating
        self._letters = letters

    def of(self, lease: LeaseId, as_of: date | None = None) -> Handback | None:
        """The handback, when the keys were back by a day."""
        return store.of(self._db, lease, as_of or self._today)

    def awaited(self, on: date | None = None) -> tuple[tuple[LeaseId, date], ...]:
        """Leases whose tenant stays on, with the last day of each, the oldest first (HL-74).

        On a day ahead those whose dwelling should be back by then.
        """
        day = on or self._today
        found = store.awaited(self._db, day)
        return tuple(
            each for each in found if self._leases.get(each[0], day).state is LeaseState.OVERSTAY
        )

    def record(self, lease: LeaseId, handback: Handback, status: DwellingStatus) -> None:
        """The dwelling is back, and what it is from the day after; can be undone.

        Ends a term that has run out by itself (HL-41). Invalid with what is wrong; Conflict
        handback_known.
        """
        known = self._leases.get(lease)
        if self.of(lease) is not None:
            raise Conflict("handback_known")
        problems = list(rules.problems(handback, known, status, self._today))
        if problems or handback.keys_on is None:
            raise Invalid(problems)
        with self._db.unit("handback.recorded", Ref("lease", lease)) as unit:
            if not rules.ended(known) and known.draft.end is not None:
                self._endings.end(unit, lease, known.draft.end, EndCause.EXPIRED)
            store.insert(unit, lease, handback)
            self._vacating.empty(unit, known, handback.keys_on, status)

    def correct(self, lease: LeaseId, handback: Handback) -> None:
        """What was learned since, or typed wrong; the day stands. NotFound handback_missing."""
        if self.of(lease) is None:
            raise NotFound("handback_missing")
        with self._db.unit("handback.corrected", Ref("lease", lease), may_be_idle=True) as unit:
            store.correct(unit, self._db, lease, handback)

    def charge(self, lease: LeaseId, as_of: date | None = None) -> OccupationCharge | None:
        """What is owed for living on, to a day; None when nobody did (HL-74)."""
        day = as_of or self._today
        known = self._leases.get(lease, day)
        last = known.ended_on or self._ran_out(known)
        if last is None or not (known.state.lived_in or self.of(lease, day)):
            return None
        rent = self._leases.get(lease, last).rent
        if rent is None:
            return None
        back = self.of(lease, day)
        until = day if back is None or back.keys_on is None else back.keys_on
        return rules.charge(rent, last, until, running=back is None)

    def _ran_out(self, known: Lease) -> date | None:
        """The last day of a term whose tenant was asked in writing to move (HL-42)."""
        asked = self._letters.sent_on(Ref("lease", known.id), DocumentKind.MOVE_OUT_REQUEST)
        runs_on = not rules.runs_out(known, known.draft.end or date.min)
        return None if asked is None or runs_on else known.draft.end

    @property
    def _today(self) -> date:
        return self._db.clock.today()
