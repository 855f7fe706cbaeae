"""Taking in a message: a new case, or one more of an open one."""

from datetime import date

from app.core.errors import Problem, demand
from app.core.ids import EvictionCaseId, LeaseId, PersonId, Ref
from app.evictions import rules as moves
from app.evictions import store as case_store
from app.evictions.book import CaseBook
from app.evictions.messages import rules, store
from app.evictions.messages.model import EvictionMessage, MessageDraft
from app.evictions.model import DayChange, DayRow, EvictionCase
from app.evictions.record import CaseHead, comment_deadline
from app.leases.model import LeaseRow
from app.leases.service import Leases
from app.people.model import AddressProtection
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Intake:
    """The alert as it enters the office (TV-11, AL-01)."""

    def __init__(
        self, db: Database, cases: CaseBook, people: People, leases: Leases, settings: Settings
    ) -> None:
        self._db = db
        self._settings = settings
        self._cases = cases
        self._people = people
        self._leases = leases

    def lease_of(self, person: PersonId) -> LeaseRow | None:
        """The lease of the home a person has of us today; None when there is none."""
        rows = [each for each in self._leases.of_person(person) if each.state.lived_in]
        return max(rows, key=lambda row: (row.start or date.min, row.id), default=None)

    def asked(self, draft: MessageDraft) -> tuple[EvictionCase, ...]:
        """The open cases a message may belong to."""
        if draft.person is None:
            return ()
        mine = self._cases.open_of_person(draft.person)
        let = () if draft.lease is None else self._cases.of_lease(draft.lease)
        known = {each.id: each for each in (*mine, *let) if each.open}
        return tuple(known.values())

    def check(self, draft: MessageDraft) -> tuple[Problem, ...]:
        """What stops it, what is asked, and what is only told."""
        return rules.check(draft, self._known(draft), self._today)

    def _known(self, draft: MessageDraft) -> rules.Known:
        if draft.person is None:
            fresh = draft.new_person.protection if draft.new_person else AddressProtection.NONE
            return rules.Known(strict=fresh is AddressProtection.STRICTLY_CONFIDENTIAL)
        of = self._cases.all_messages()
        messages = [
            each for case in self._cases.of_person(draft.person) for each in of.get(case.id, ())
        ]
        strict = self._cases.strict(draft.person)
        return rules.Known(self.asked(draft), tuple(messages), strict)

    def comment_days(self, draft: MessageDraft) -> tuple[date, date] | None:
        """The nominal and the moved last day of § 13-6 by what is typed so far (TV-10)."""
        if draft.received_on is None or draft.sender is None:
            return None
        told = EvictionMessage(
            0,
            EvictionCaseId(0),
            self._today,
            draft.received_on,
            draft.sender,
            served_on=draft.served_on,
            comment_until=draft.comment_until,
        )
        return comment_deadline(draft.kind, (told,), self._settings.parameters)

    def receive(self, draft: MessageDraft) -> EvictionCaseId:
        """Take it in: opens a case, or joins an open one. Invalid beside the field.

        Somebody not in the register is registered in the same unit.
        """
        demand(self.check(draft))
        verb = "eviction_case.opened" if draft.joins is None else "eviction_message.received"
        with self._db.unit(verb) as unit:
            case = self.receive_in(unit, draft)
            unit.about(Ref("eviction_case", case))
            return case

    def receive_in(self, unit: Unit, draft: MessageDraft) -> EvictionCaseId:
        """As `receive`, inside a larger unit."""
        if draft.joins is None:
            return self._open(unit, draft)
        known = self._cases.get(draft.joins)
        store.insert(unit, known.id, draft)
        references = {each.reference for each in self._cases.messages(known.id)} | {draft.reference}
        words = moves.found_by(known.number, *sorted(references))
        case_store.found_by(unit, known.id, words)
        self._move(unit, known, draft)
        return known.id

    def _move(self, unit: Unit, case: EvictionCase, draft: MessageDraft) -> None:
        since = max(draft.received_on or unit.today, case.stage_since)
        if draft.eviction_on is not None and draft.eviction_on != case.eviction_on:
            change = DayChange.POSTPONED if case.eviction_on else DayChange.SET
            row = DayRow(since, change, draft.eviction_on, draft.eviction_at)
            case_store.add_day(unit, case.id, row)
        step = rules.stage_told(draft)
        if moves.may_reach(case, step):
            case_store.add_stage(unit, case.id, moves.row(case.kind, step, since))

    def _open(self, unit: Unit, draft: MessageDraft) -> EvictionCaseId:
        received = draft.received_on or unit.today
        case = self._cases.open_in(
            unit, self._head(unit, draft), rules.stage_told(draft), received, draft.reference
        )
        store.insert(unit, case, draft)
        if draft.eviction_on is not None:
            row = DayRow(received, DayChange.SET, draft.eviction_on, draft.eviction_at)
            case_store.add_day(unit, case, row)
        return case

    def _head(self, unit: Unit, draft: MessageDraft) -> CaseHead:
        person = draft.person
        if person is None and draft.new_person is not None:
            person = self._people.add(unit, draft.new_person)
        return CaseHead(
            EvictionCaseId(0),
            "",
            draft.kind,
            person or PersonId(0),
            "",
            AddressProtection.NONE,
            self._newest(draft.lease),
            draft.landlord,
            "" if draft.lease else draft.home,
            draft.paper_reference,
            draft.received_on or unit.today,
        )

    def _newest(self, lease: LeaseId | None) -> LeaseId | None:
        return None if lease is None else self._cases.head_of_lease(lease, self._today).lease

    @property
    def _today(self) -> date:
        return self._db.clock.today()
