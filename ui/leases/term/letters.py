"""The letters of a term: «Leietiden går ut» before its last day, «Flytteoppfordring» after."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError, Problem
from app.leases.expiry.model import TermLetterDraft
from app.leases.model import Lease
from app.letters.model import DocumentKind
from app.office import Office
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, named, problem
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class TermDesk(LetterDesk):
    """A letter with one day and own words; a subclass says which, and what stands over it."""

    kind: DocumentKind
    day_words: str
    day_hint: str

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        lease: Lease,
        title: str,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        self._lease = lease
        self.warning = Callout(ChipKind.SOON, "", "")
        super().__init__(office, navigator, title, verb, parent=parent)
        tenant = office.people.get(lease.draft.tenant)
        self.header.set_subtitle(f"{named(tenant.name)}, {lease.number}")
        if lease.draft.end is None:
            self.form.set_values(dict.fromkeys(self.form.names))
            self.wait(self.tr("Avtalen har ingen siste dag."))
            return
        suggested = office.expiry.suggest(lease.id, self.kind)
        self.form.set_values({"day": suggested.day, "note": ""})
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def above(self) -> tuple[QWidget, ...]:
        self.warning.hide()
        return (self.warning,)

    def add_fields(self) -> None:
        self.form.section(self.tr("Dagen brevet nevner"))
        today = self.office.clock.today
        self.form.line(DateField("day", self.day_words, today=today, hint=self.day_hint))
        self.form.section(self.tr("Med egne ord"))
        self.form.line(
            MultilineField(
                "note",
                self.tr("Tillegg"),
                optional=True,
                lines=3,
                hint=self.tr("Står i brevet. Skriv til leietakeren: «du»."),
            )
        )

    def draft(self) -> TermLetterDraft:
        """What is typed."""
        values = self.form.values()
        chosen = values["day"]
        return TermLetterDraft(
            chosen if isinstance(chosen, date) else None, str(values["note"] or "")
        )

    def preview(self) -> bytes:
        document = self.office.expiry.preview(self._lease.id, self.kind, self.draft())
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        try:
            problems = self.office.expiry.check(self._lease.id, self.kind, self.draft())
        except OfficeError:
            return False  # it has no last day, and that is told already
        shown = super().show_letter()
        self.form.show_problems(problems)
        self.tell(problems)
        blocking = [each for each in problems if each.blocks]
        if blocking:
            self.off(problem(blocking[0]))
        return shown and not blocking

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """What must be known before the letter is made."""

    def finish(self) -> object:
        return self.office.expiry.issue(self._lease.id, self.kind, self.draft())


class ExpiryNoteDesk(TermDesk):
    """Before the end: what happens, and how to ask to stay (AL-03, FV-25)."""

    kind = DocumentKind.EXPIRY_NOTE
    day_words = "Svar senest"
    day_hint = "Siste dag for å søke om å bli boende."

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, "Leietiden går ut", "lease.expiry_told", parent)


class MoveOutDesk(TermDesk):
    """After the end: the request to move, in its window alone (DOC-16, HL-42)."""

    kind = DocumentKind.MOVE_OUT_REQUEST
    day_words = "Flytt senest"
    day_hint = "Gi tid til å flytte. Brevet må være sendt innen siste trygge dag."

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            office, navigator, lease, "Flytteoppfordring", "lease.move_out_asked", parent
        )

    def tell(self, problems: tuple[Problem, ...]) -> None:
        codes = {each.code for each in problems}
        window = self.office.expiry.window(self._lease.id)
        words = (
            ("move_out_request_too_early", self.tr("Det er for tidlig å be om flytting.")),
            ("move_out_request_too_late", self.tr("Det er for sent å be om flytting.")),
            ("move_out_request_risky", self.tr("Siste trygge dag er ute.")),
        )
        found = [(code, what) for code, what in words if code in codes]
        self.warning.setVisible(bool(found) or window is not None)
        if found:
            code, what = found[0]
            told = next(each for each in problems if each.code == code)
            self._say(what, problem(told))
            if told.blocks:
                self.desk.say(self.tr("Brevet lages ikke nå."))
        elif window is not None:
            safe = day(window.last_safe_day)
            self._say(
                self.tr("Send brevet senest {}.").format(safe),
                self.tr(
                    "Først når det er sendt, er leietakeren bedt om å flytte. Ta vare på"
                    " beviset: rekommandert, eller levert mot kvittering."
                ),
            )

    def _say(self, what: str, then: str) -> None:
        self.warning.what.setText(what)
        self.warning.then.setText(then)
        self.warning.then.show()
        self.warning.setAccessibleName(what)
        self.warning.setAccessibleDescription(then)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal leietakeren bes om å flytte?"),
            self.tr(
                "Brevet lagres og kan ikke endres etterpå. Det virker først når det er sendt, så"
                " registrer sendingen under «Brev»."
            ),
        )
