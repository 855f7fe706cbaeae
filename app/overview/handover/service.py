"""Gathers what a stand-in needs, each service once."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.core.errors import Invalid, Problem
from app.core.ids import PersonId, Ref
from app.core.periods import Period, Unit, add
from app.documents.model import Document
from app.leases.model import LeaseState
from app.overview.handover import open_cases, rules, store
from app.overview.handover.model import (
    Caller,
    CallKind,
    HalfDone,
    Handover,
    HandoverPaper,
    OpenCase,
    Task,
    Unfinished,
)
from app.overview.handover.open_cases import Sources
from app.overview.handover.prints import handover_paper
from app.people.model import AddressProtection
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "handover_paper"
DAYS = Period(14, Unit.DAYS)
LONGEST = Period(1, Unit.YEARS)
_UNSIGNED = frozenset({LeaseState.DRAFT, LeaseState.TO_SIGN})


class Handovers:
    """«Overlevering»; nothing is stored, so it is right on the day it is printed."""

    def __init__(self, db: Database, settings: Settings, sources: Sources) -> None:
        self._db = db
        self._settings = settings
        self._from = sources

    def usual_end(self) -> date:
        """Two weeks from today."""
        return add(DAYS, self._today)

    def of(self, last: date) -> Handover:
        """From today to a day; Invalid when it has been, or is more than a year ahead."""
        if last < self._today:
            raise Invalid([Problem("last", "handover_past", remedy=self.usual_end())])
        if last > add(LONGEST, self._today):
            raise Invalid([Problem("last", "handover_too_long", remedy=self.usual_end())])
        known = self._from
        cases = rules.with_alerts(open_cases.of(known), known.alerts.today())
        seen = rules.to_see(cases, self._today, last)
        me = self._settings.me
        return Handover(
            first=self._today,
            last=last,
            by=me.name if me is not None else "",
            cases=seen,
            others=rules.others(cases, seen),
            unfinished=tuple(self._unfinished()),
            callers=tuple(self._callers(seen)),
            ways_in=rules.ways_in(self._settings.officers(), me, last),
        )

    def paper(self, last: date, tasks: Sequence[Task], words: str) -> Document:
        """What is printed; `tasks` are the gjøremål worded in the language of the office."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        paper = HandoverPaper(profile, self.of(last), tuple(tasks), words.strip(), now)
        return handover_paper(paper, text)

    def _unfinished(self) -> Iterator[Unfinished]:
        yield from store.half_done(self._db, self._today)
        for row in self._from.leases.rows():
            if row.state in _UNSIGNED:
                yield Unfinished(
                    HalfDone.LEASE,
                    Ref("lease", row.id),
                    row.number,
                    row.tenant_name,
                    row.start or self._today,
                    row.protection is not AddressProtection.NONE,
                )
        hidden = self._protected()
        for letter in self._from.letters.to_send():
            yield Unfinished(
                HalfDone.LETTER,
                Ref("document", letter.id),
                letter.number,
                letter.name,
                letter.issued_on,
                letter.person in hidden,
                letter.kind,
            )
        forms = store.forms(self._db)
        if forms is not None:
            count, day = forms
            yield Unfinished(HalfDone.FORM, None, "", "", day, count=count)

    def _protected(self) -> frozenset[PersonId]:
        """Those a letter waits for whose address is protected."""
        waiting = {row.person for row in self._from.letters.to_send() if row.person is not None}
        rows = self._from.people.rows_of(tuple(sorted(waiting)))
        return frozenset(row.id for row in rows if row.protection is not AddressProtection.NONE)

    def _callers(self, seen: tuple[OpenCase, ...]) -> Iterator[Caller]:
        known, profile = self._from, self._settings.profile
        if profile.phone:
            yield Caller(CallKind.OFFICE, profile.name or profile.municipality, profile.phone)
        units = [unit for unit in known.units.all() if unit.open_on(self._today)]
        language = profile.language
        names = {int(unit.id): unit.name(language) for unit in units}
        yield from rules.coordinators(seen, known.owners.all(), names)
        for unit in units:
            if unit.draft.phone:
                yield Caller(CallKind.UNIT, unit.name(language), unit.draft.phone)
        for owner in known.dwellings.owners():
            if owner.phone:
                yield Caller(CallKind.LANDLORD, owner.name, owner.phone)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
