"""The quick note (Ctrl+J) and the correction of a note: a small dialog over where one stands."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.core.errors import NotFound
from app.core.ids import (
    ApplicationId,
    EvictionCaseId,
    HouseholdId,
    LeaseId,
    PersonId,
    Ref,
    VedtakId,
)
from app.followup.contact_notes.model import ContactNote, ContactNoteDraft
from app.office import Office
from ui.followup.contact.fields import (
    HalfTyped,
    add_note_fields,
    draft_of,
    hint_for,
    tr,
    values_of,
)
from ui.kit.ask import AskDialog, fit
from ui.labels import done, message, problem
from ui.navigation import Navigator
from ui.who import Who


def person_at(office: Office, ref: Ref | None) -> PersonId | None:
    """Whom a place is about: the person, the first of a household, the tenant, the applicant."""
    if ref is None:
        return None
    find: dict[str, Callable[[int], PersonId | None]] = {
        "person": PersonId,
        "household": lambda key: _first(office, HouseholdId(key)),
        "lease": lambda key: office.leases.get(LeaseId(key)).draft.tenant,
        "application": lambda key: office.applications.get(ApplicationId(key)).applicant,
        "eviction_case": lambda key: office.eviction_cases.get(EvictionCaseId(key)).person,
        "vedtak": lambda key: (
            office.applications.get(office.decisions.get(VedtakId(key)).application).applicant
        ),
    }
    if ref.kind not in find:
        return None
    try:
        person = find[ref.kind](ref.id)
        return None if person is None else office.people.get(person).merged_into or person
    except NotFound:  # what was there is taken back
        return None


def _first(office: Office, household: HouseholdId) -> PersonId | None:
    members = office.people.household(household).members
    return members[0].person if members else None


class NoteDialog(AskDialog):
    """The five fields; one button for everyone's eyes, one for Nav's alone (A3)."""

    def __init__(
        self,
        office: Office,
        title: str,
        explanation: str,
        parent: QWidget,
        *,
        nav_first: bool = False,
    ) -> None:
        self.nav_only = nav_first
        self.office = office
        everyone, nav = tr("Lagre"), tr("Lagre for bare Nav")
        super().__init__(
            title,
            explanation,
            nav if nav_first else everyone,
            self._act_on,
            words=problem,
            message=message,
            width=640,
            parent=parent,
        )
        other = tr("Lagre for alle") if nav_first else nav
        self.other_button = self.add_button(other, self.attempt_other)

    def add_fields(self) -> None:
        """The words have the keyboard: most often nothing else must be touched."""
        self.words = add_note_fields(self.form, self.office, lines=3)
        self.words.entered.connect(self.verb_button.click)

    def attempt_other(self) -> bool:
        """As `attempt`, for the other readers."""
        self.nav_only = not self.nav_only
        kept = self.attempt()
        if not kept:
            self.nav_only = not self.nav_only
        return kept

    def _act_on(self, values: Mapping[str, object]) -> None:
        self.write(draft_of(values, nav_only=self.nav_only))

    def write(self, draft: ContactNoteDraft) -> None:
        """Write the note down; Invalid beside the field."""
        raise NotImplementedError


class QuickNote(NoteDialog):
    """A new note on anyone; what is half typed when it is closed is there next time."""

    def __init__(
        self, office: Office, navigator: Navigator, person: PersonId | None, parent: QWidget
    ) -> None:
        super().__init__(office, tr("Nytt notat"), "", parent)
        self._navigator = navigator
        self.who = Who(office)
        self.form.add_part(self.who)
        self.add_fields()
        self.half_typed = HalfTyped(office, self.form, None)
        self.who.chosen.connect(self._chosen)
        self.who.searched.connect(lambda: fit(self))
        if person is None:
            self._chosen(None)
            self.half_typed.load()
            self.who.field.setFocus()
        else:
            self.who.choose(person)

    def _chosen(self, person: PersonId | None) -> None:
        off = "" if person is not None else tr("Velg hvem notatet gjelder.")
        self.set_off(off)
        self.other_button.set_off(off)
        self.words.set_hint(hint_for(self.office, person))
        if person is None:
            return
        if self.half_typed.typed:
            self.half_typed.drop()  # what was typed about nobody is about this one
            self.half_typed.person = person
        else:
            self.half_typed.person = person
            self.half_typed.load()
        self.words.setFocus()
        if self.isVisible():
            fit(self)

    def write(self, draft: ContactNoteDraft) -> None:
        if self.who.person is None:
            return
        self.office.contact_notes.add(self.who.person, draft)
        self.half_typed.drop()
        self._navigator.tell(done("contact_note.added"))

    def reject(self) -> None:
        """Closed, also by a lock: what is half typed is kept in the register."""
        self.half_typed.keep()
        super().reject()


class CorrectNote(NoteDialog):
    """Say a note otherwise; what stood there is kept (PV-04)."""

    def __init__(
        self, office: Office, navigator: Navigator, note: ContactNote, parent: QWidget
    ) -> None:
        super().__init__(
            office,
            tr("Rett notatet"),
            tr("Det som sto her, blir stående med dagen det ble skrevet."),
            parent,
            nav_first=note.now.nav_only,
        )
        self._navigator, self._note = navigator, note
        self.add_fields()
        self.words.set_hint(hint_for(office, note.person))
        self.form.set_values(values_of(note.now.draft))
        self.words.setFocus()

    def write(self, draft: ContactNoteDraft) -> None:
        self.office.contact_notes.correct(self._note.id, draft)
        self._navigator.tell(done("contact_note.corrected"))
