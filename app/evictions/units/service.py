"""The officer's verbs on the units around a household: who, on which ground, told and read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.core.errors import NotFound, Problem, demand
from app.core.ids import EvictionCaseId, Ref, ServiceUnitId
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.evictions.case_letters import CaseLetters
from app.evictions.model import EvictionCase
from app.evictions.service import EvictionCases
from app.evictions.units import rules, store
from app.evictions.units.gathering import Sources, Standing
from app.evictions.units.model import (
    Around,
    NoteDraft,
    NotePaper,
    OptOuts,
    Unanswered,
    UnitAround,
    UnitNote,
)
from app.evictions.units.prints import unit_note
from app.followup.owners.sharing import NAV
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.storage.database import Database
from app.storage.unit import Unit

READ_DAYS = "local.unit_note_read_days"


class UnitNotes:
    """Nobody loses a home unseen by those who help them (SD-07, P3)."""

    def __init__(
        self, db: Database, cases: EvictionCases, sources: Sources, letters: CaseLetters
    ) -> None:
        self._db = db
        self._cases = cases
        self._from = sources
        self._letters = letters
        self._standing = Standing(sources)

    def know_opt_outs(self, opt_outs: OptOuts) -> None:
        """Where a tenant's no to the notice of § 9-11 is kept (HL-71)."""
        self._standing.know_opt_outs(opt_outs)

    # who is around

    def around(self, case: EvictionCaseId, on: date | None = None) -> tuple[UnitAround, ...]:
        """The units around the household, those who coordinate and help first."""
        day = on or self._today
        known = self._cases.get(case, on)
        return self._standing.units(known, self.of(case, day), bool(self._ages(known)), day)

    def opening(self, case: EvictionCaseId) -> Around:
        """What an alert opens with: children, plan, services and who coordinates (P3)."""
        known = self._cases.get(case)
        return self._standing.opening(known, len(self._ages(known)), self._today)

    def of(self, case: EvictionCaseId, on: date | None = None) -> tuple[UnitNote, ...]:
        """Every note of a case that was not annulled, oldest first."""
        return store.of(self._db, case, on or self._today)

    def get(self, note: int) -> UnitNote:
        """One note; NotFound when there is none."""
        found = store.get(self._db, note, self._today)
        if found is None:
            raise NotFound("unit_note_not_found")
        return found

    def unanswered(self, on: date | None = None) -> tuple[Unanswered, ...]:
        """Notes of open cases that went out some days ago and nobody has read, oldest first."""
        day = on or self._today
        days = self._from.settings.parameters.whole(READ_DAYS, day)
        open_ones = {each.id: each for each in self._cases.open_ones(day)}
        return tuple(
            Unanswered(case.id, case.person, case.name, note)
            for note in _newest(store.everyone(self._db, day))
            if (case := open_ones.get(note.case)) is not None
            and note.unread
            and note.sent_on is not None
            and note.sent_on + timedelta(days=days) <= day
        )

    # telling them

    def usual_asks(self, case: EvictionCaseId) -> str:
        """What is asked of a unit where nothing else is said, in the language of the note."""
        person = self._cases.get(case).person
        sender = self._letters.to_unit(person, "", "", as_draft=True)
        return self._letters.text("unit_note", sender).passage("asks_usual")

    def drafts(self, case: EvictionCaseId) -> tuple[NoteDraft, ...]:
        """Notes ready to be read: one to each unit with a ground that has not been told (P3)."""
        asks = self.usual_asks(case)
        return tuple(
            NoteDraft(each.unit, each.proposed.ground, asks=asks)
            for each in self.around(case)
            if each.proposed is not None and each.note is None
        )

    def check(self, case: EvictionCaseId, drafts: Sequence[NoteDraft]) -> tuple[Problem, ...]:
        """What stands between the notes and their letters."""
        return rules.check(drafts, self.around(case))

    def preview(self, case: EvictionCaseId, draft: NoteDraft) -> Document:
        """One note as it would be; Invalid without a ground (PV-02)."""
        around = self.around(case)
        demand(rules.check((draft,), around))
        return self._document(self._cases.get(case), draft, around, draft_only=True)

    def write(self, case: EvictionCaseId, drafts: Sequence[NoteDraft]) -> tuple[Made, ...]:
        """A letter to each, under «Skal sendes»; final. Invalid where one has no ground (PV-02).

        On paper alone for strengt fortrolig (ADR-02).
        """
        known, around = self._cases.get(case), self.around(case)
        demand(rules.check(drafts, around))
        self._letters.demand_officer()
        with self._db.unit("unit_note.issued", Ref("eviction_case", case), final=True) as unit:
            return tuple(self._write(unit, known, each, around) for each in drafts)

    def _write(
        self, unit: Unit, case: EvictionCase, draft: NoteDraft, around: Sequence[UnitAround]
    ) -> Made:
        document = self._document(case, draft, around, draft_only=False)
        made = self._letters.issue_on_case(
            unit, case.id, case.person, document, DocumentKind.UNIT_NOTE
        )
        to = _of_unit(around, draft.unit)
        offer = next(each for each in to.offers if each.ground is draft.ground)
        store.insert(unit, case.id, draft, document_of(made), offer.consent, to.contact)
        return made

    def _document(
        self,
        case: EvictionCase,
        draft: NoteDraft,
        around: Sequence[UnitAround],
        *,
        draft_only: bool,
    ) -> Document:
        to, unit = _of_unit(around, draft.unit), self._from.units.get(draft.unit)
        whose = self._letters.whose(case.person)
        name = unit.name(whose.language)
        sender = self._letters.to_unit(case.person, name, to.contact, as_draft=draft_only)
        offer = next((each for each in to.offers if each.ground is draft.ground), None)
        tells_ages = unit.code in {NAV, rules.CHILD_WELFARE} or rules.for_children(unit)
        paper = NotePaper(
            case=case,
            draft=draft,
            sender=sender,
            number=self._letters.number(sender),
            unit=name,
            born=whose.birth_date,
            consent=None if offer is None else offer.consent,
            ages=self._ages(case) if tells_ages else (),
        )
        return unit_note(paper, self._letters.text("unit_note", sender))

    def read(self, note: int, on: date | None = None, by: str = "") -> None:
        """Somebody there has read it; Invalid before it was sent."""
        known, day = self.get(note), on or self._today
        demand(rules.check_read(day, known.sent_on, self._today))
        with self._db.unit("unit_note.read", Ref("eviction_case", known.case)) as unit:
            store.add_read(unit, note, day, by or known.contact)

    def _ages(self, case: EvictionCase) -> tuple[int, ...]:
        return self._from.people.children(self._today).get(case.person, ())

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _of_unit(around: Iterable[UnitAround], unit: ServiceUnitId) -> UnitAround:
    return next(each for each in around if each.unit == unit)


def _newest(notes: Iterable[UnitNote]) -> tuple[UnitNote, ...]:
    """The last note to each unit of each case: what came after it stands in its place."""
    newest: Mapping[tuple[EvictionCaseId, ServiceUnitId], UnitNote] = {
        (each.case, each.unit): each for each in notes
    }
    return tuple(newest.values())
