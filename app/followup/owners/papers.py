"""Gathers what the handover note says, and issues it."""

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.followup.letters import FollowupLetters
from app.followup.levels.service import Levels
from app.followup.owners import sharing
from app.followup.owners.model import NotePrint, Owner
from app.followup.owners.prints import HandoverNote, handover_note
from app.followup.owners.service import Owners
from app.followup.plans.model import PlanContent
from app.followup.plans.service import Plans
from app.followup.plans.sharing import health_copy, nav_only
from app.followup.service import Followup
from app.letters.model import DocumentKind
from app.people.consents.model import Consent
from app.people.consents.service import Consents
from app.people.model import Person
from app.settings.units.model import ServiceUnit
from app.settings.units.service import ServiceUnits
from app.storage.database import Database

PLAIN = NotePrint()


@dataclass(frozen=True, slots=True)
class NoteSources:
    """Whom the note asks."""

    owners: Owners
    levels: Levels
    plans: Plans
    measures: Followup
    consents: Consents
    units: ServiceUnits
    letters: FollowupLetters


class HandoverNotes:
    """To the unit that owns the case now, from those who had it (D7)."""

    def __init__(self, db: Database, sources: NoteSources) -> None:
        self._db = db
        self._from = sources

    def preview(self, person: PersonId, choice: NotePrint = PLAIN) -> Document:
        """The note as it would be; OfficeError owner_not_followed."""
        return self._document(person, choice, draft=True)

    def issue(self, person: PersonId, choice: NotePrint = PLAIN) -> Made:
        """Make it, under «Skal sendes»; on paper alone for strengt fortrolig (ADR-02). Final."""
        document = self._document(person, choice, draft=False)
        with self._db.unit("case_owner.note_issued", Ref("person", person), final=True) as unit:
            return self._from.letters.issue(unit, person, document, DocumentKind.HANDOVER_NOTE)

    def withholds(self, person: PersonId) -> bool:
        """Whether the plan stays behind for want of a consent."""
        owner = self._owner(person)
        unit = self._from.units.get(owner.unit)
        return self._from.plans.of(person) is not None and not self._may_follow(person, unit)

    def _document(self, person: PersonId, choice: NotePrint, *, draft: bool) -> Document:
        letters, owner = self._from.letters, self._owner(person)
        whose, unit = letters.whose(person), self._from.units.get(owner.unit)
        language = whose.language
        recipient = letters.unit_window(unit.name(language), owner.coordinator)
        sender = letters.sender(person, recipient, as_draft=draft)
        plan = self._plan(person, unit)
        note = HandoverNote(
            sender=sender,
            number=letters.number(sender),
            name=whose.name,
            born=whose.birth_date,
            owner=owner,
            unit=unit.name(language),
            before=self._before(person, whose),
            level=self._from.levels.of(person),
            plan=plan,
            withheld=plan is None and self._from.plans.of(person) is not None,
            consents=self._held(person),
            urgent=choice.urgent,
        )
        return handover_note(note, letters.text("handover_note", sender))

    def _plan(self, person: PersonId, unit: ServiceUnit) -> PlanContent | None:
        """The plan if it may follow; what is Nav's own goes to Nav alone (A3)."""
        running = self._from.plans.of(person)
        if running is None or not self._may_follow(person, unit):
            return None
        content = self._from.plans.content(running.id)
        if unit.code == sharing.NAV:
            return content
        nav = next((each.id for each in self._from.units.all() if each.code == sharing.NAV), None)
        hidden = nav_only(self._from.measures.measures(person), nav)
        return health_copy(content, hidden, content.consents)

    def _may_follow(self, person: PersonId, unit: ServiceUnit) -> bool:
        """Within one unit nothing is shared with anyone new."""
        owners = self._from.owners.history(person)
        stays = len(owners) > 1 and owners[-2].owner.unit == unit.id
        ours = len(owners) == 1 and unit.id == self._from.units.ours().id
        return stays or ours or sharing.may_follow(self._held(person), unit)

    def _before(self, person: PersonId, whose: Person) -> str:
        owners = self._from.owners.history(person)
        if len(owners) < 2:
            return ""
        return self._from.units.get(owners[-2].owner.unit).name(whose.language)

    def _held(self, person: PersonId) -> tuple[Consent, ...]:
        today = self._db.clock.today()
        return tuple(each for each in self._from.consents.of(person) if each.holds(today))

    def _owner(self, person: PersonId) -> Owner:
        owner = self._from.owners.of(person)
        if owner is None:
            raise OfficeError("owner_not_followed")
        return owner
