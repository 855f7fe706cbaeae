"""The desks of påminnelse, purring, inkassovarsel and betalingsoppfordring (DOC-13)."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.arrears.steps.claims.model import ClaimDraft, ClaimPlan
from app.arrears.steps.model import ArrearsStepKind
from app.core.errors import Invalid
from app.core.money import format_kroner
from app.office import Office
from ui.arrears.tracks.words import fee_words, interest_words
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField, MultilineField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, named, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class ClaimDesk(LetterDesk):
    """One letter about what a tenancy owes; fee and interest are shown before they are claimed."""

    kind: ClassVar[ArrearsStepKind]

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        tenancy: Tenancy,
        parent: QWidget | None = None,
    ) -> None:
        self._tenancy = tenancy
        self.sums = Label("", Type.HELP, Token.TEXT2, wrap=True)
        title = title_word(self.kind)
        super().__init__(office, navigator, title, "arrears.letter_issued", parent=parent)
        self.header.set_subtitle(f"{named(tenancy.tenant_name)}, {tenancy.number}")
        self.form.set_values(dict.fromkeys(self.form.names) | {"send_on": office.clock.today()})
        self.form.changed.connect(lambda _name: self._tell())
        self._tell()
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def add_fields(self) -> None:
        self.form.section(self.tr("Når"))
        hint = self.tr("Fristen regnes fra denne dagen. Den teller først når brevet er sendt.")
        self.form.line(
            DateField("send_on", self.tr("Sendes"), today=self.office.clock.today, hint=hint)
        )
        if self.kind.formal:
            self.form.section(self.tr("Tillegg til husleien"))
            self.form.line(CheckField("claim_interest", self.tr("Krev forsinkelsesrente")))
        self.form.section(self.tr("Egne ord"))
        self.form.line(
            MultilineField(
                "words",
                self.tr("Til leietakeren"),
                optional=True,
                lines=3,
                hint=self.tr("Skriv vennlig og til «du»."),
            )
        )
        self.form.body.addWidget(self.sums)

    def draft(self) -> ClaimDraft:
        """What is typed."""
        values = self.form.values()
        send_on = values["send_on"]
        return ClaimDraft(
            send_on if isinstance(send_on, date) else None,
            bool(values.get("claim_interest")),
            str(values.get("words") or ""),
        )

    def _tell(self) -> None:
        found = self.office.arrears_letters.plan(self._tenancy.lease, self.kind, self.draft())
        self.sums.setText("\n".join(_sums(found)))

    def preview(self) -> bytes:
        problems = self.office.arrears_letters.check(self._tenancy.lease, self.kind, self.draft())
        if stops := [each for each in problems if each.blocks]:
            raise Invalid(stops)
        letters = self.office.arrears_letters
        return self.office.letters.preview(
            letters.preview(self._tenancy.lease, self.kind, self.draft())
        )

    def finish(self) -> object:
        return self.office.arrears_letters.issue(self._tenancy.lease, self.kind, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr(
                "Brevet lagres og kan ikke endres. Gebyr og rente blir krav, og fristen løper, den"
                " dagen det blir sendt fra «Brev»."
            )
            if self.kind.formal
            else self.tr("Brevet lagres og kan ikke endres. Send det fra «Brev»."),
        )


def _sums(found: ClaimPlan) -> list[str]:
    """What the letter comes to, line by line."""
    if not found.claims:
        return []
    lines = [f"Husleie: {format_kroner(found.principal)}"]
    if not found.kind.formal:
        return lines
    fee = found.fee
    why = fee_words(fee.why, fee.from_day)
    lines.append(f"Gebyr: {format_kroner(fee.amount)}" if fee.amount else f"Uten gebyr. {why}")
    lines.append(f"Rente: {interest_words(found.interest)}")
    if found.until is not None:
        lines.append(f"Frist: {day(found.until.moved)}")
    return lines


class FriendlyDesk(ClaimDesk):
    """A reminder that costs nothing."""

    kind = ArrearsStepKind.FRIENDLY_REMINDER


class ReminderDesk(ClaimDesk):
    """Purring (INK-07)."""

    kind = ArrearsStepKind.REMINDER


class NoticeDesk(ClaimDesk):
    """Inkassovarsel (INK-02)."""

    kind = ArrearsStepKind.COLLECTION_NOTICE


class DemandDesk(ClaimDesk):
    """Betalingsoppfordring (INK-03)."""

    kind = ArrearsStepKind.PAYMENT_DEMAND


DESKS = {each.kind.value: each for each in (FriendlyDesk, ReminderDesk, NoticeDesk, DemandDesk)}
"""Each by the task that begins it."""
