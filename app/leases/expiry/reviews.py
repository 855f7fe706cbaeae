"""Talks about a term: half-way, and the exit plan before the end (FV-25, B12)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from operator import attrgetter

from app.core.errors import OfficeError, demand
from app.core.ids import LeaseId, Ref
from app.leases.expiry import rules, store
from app.leases.expiry.model import (
    DueReview,
    Review,
    ReviewDraft,
    ReviewKind,
    RunningTerm,
)
from app.leases.model import LeaseKind, LeaseRow, LeaseState
from app.leases.service import Leases
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered


class TermReviews:
    """Keep what was found and recommended, and see which talks are due."""

    def __init__(self, db: Database, leases: Leases, settings: Settings) -> None:
        self._db = db
        self._leases = leases
        self._settings = settings
        self._had: Remembered[frozenset[tuple[LeaseId, ReviewKind]]] = Remembered(db)

    def of(self, lease: LeaseId) -> tuple[Review, ...]:
        """Every talk, oldest first."""
        return store.reviews(self._db, lease)

    def had(self) -> frozenset[tuple[LeaseId, ReviewKind]]:
        """Which leases have had which talk."""
        return self._had.get(self._today, lambda: store.reviewed(self._db))

    def record(self, lease: LeaseId, draft: ReviewDraft) -> int:
        """What was found and recommended that day. Invalid; OfficeError lease_not_running."""
        known = self._leases.get(lease)
        if known.signed_on is None:
            raise OfficeError("lease_not_running", number=known.number)
        demand(rules.check_review(draft, known.draft.start, self._today))
        with self._db.unit("lease.review_recorded", Ref("lease", lease)) as unit:
            return store.insert_review(unit, lease, draft)

    def due(
        self, rows: Iterable[LeaseRow] | None = None, on: date | None = None
    ) -> tuple[DueReview, ...]:
        """The talks whose day has come and that nobody has had, the earliest first.

        Among all leases of today, or those given where they are read already. `on` is a day ahead.
        """
        had = self.had()
        day = on or self._today
        days = rules.talk_days(self._settings.parameters, day)
        terms: Iterable[RunningTerm | LeaseRow]
        if rows is None:
            ends_from = days.still_half_way(day)
            terms = store.talked_of_by(self._db, self._today, day, days.percent, ends_from)
        else:
            terms = (row for row in rows if row.state is LeaseState.RUNNING)
        due_of = partial(_due, days, cache(days.exit_plan), day)
        found = (due for term in terms for due in due_of(term) if (due.lease, due.kind) not in had)
        return tuple(sorted(found, key=attrgetter("since", "lease")))

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _due(
    days: rules.TalkDays, exit_of: Callable[[date], date], today: date, row: RunningTerm | LeaseRow
) -> Iterator[DueReview]:
    if row.end is None:
        return
    middle = days.half_way(row.start, row.end)
    refugee = row.kind is LeaseKind.REFUGEE
    if not refugee and (middle is None or middle > today):
        return
    exit_on = exit_of(row.end)
    # near the end the talk is about what comes after, not about the middle
    if middle is not None and middle <= today < exit_on:
        yield DueReview(row.id, ReviewKind.HALF_WAY, middle, exit_on)
    if refugee and exit_on <= today:
        yield DueReview(row.id, ReviewKind.EXIT_PLAN, exit_on, row.end)
