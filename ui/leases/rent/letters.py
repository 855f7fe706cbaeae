"""«Varsel om ny husleie» and «Krav om gjengs leie», each ready made (DOC-20)."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.money import Ore
from app.leases.model import Lease
from app.leases.rents.model import RentChangeKind, RentDraft
from app.office import Office
from ui.kit.fields import DateField, MoneyField, MultilineField
from ui.labels import named
from ui.leases.rent.dialogs import month_field
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class RentDesk(LetterDesk):
    """A new rent for one lease, with the earliest day and the sum filled in."""

    kind: ClassVar[RentChangeKind]
    words: ClassVar[str]

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self._lease = lease
        self._counted: Ore | None = None
        super().__init__(office, navigator, self.words, "rent.change_told", parent=parent)
        tenant = office.people.get(lease.draft.tenant)
        self.header.set_subtitle(f"{named(tenant.name)}, {lease.number}")
        draft = office.rents.proposed(lease.id, self.kind)
        self._counted = draft.new_rent
        self._show(draft)
        self.form.changed.connect(self._typed)
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def _show(self, draft: RentDraft) -> None:
        known: dict[str, object] = {
            "effective_on": draft.effective_on,
            "new_rent": draft.new_rent,
            "base_month": draft.base_month,
            "new_month": draft.new_month,
            "reference": draft.reference or None,
        }
        self.form.set_values({name: known[name] for name in self.form.names})

    def _typed(self, name: str) -> None:
        """What follows from another field; nothing of its own here."""

    def _day_field(self, hint: str) -> DateField:
        words = self.tr("Gjelder fra")
        return DateField("effective_on", words, today=self.office.clock.today, hint=hint)

    def draft(self) -> RentDraft:
        """What is typed."""
        values = self.form.values()
        day, rent = values["effective_on"], values["new_rent"]
        base, new = values.get("base_month"), values.get("new_month")
        return RentDraft(
            kind=self.kind,
            effective_on=day if isinstance(day, date) else None,
            new_rent=Ore(rent) if isinstance(rent, int) else None,
            base_month=base if isinstance(base, date) else None,
            new_month=new if isinstance(new, date) else None,
            reference=str(values.get("reference") or ""),
        )

    def preview(self) -> bytes:
        problems = self.office.rents.check(self._lease.id, self.draft())
        if problems:
            raise Invalid(problems)
        document = self.office.rents.preview(self._lease.id, self.draft())
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.rents.issue(self._lease.id, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr(
                "Brevet lagres og kan ikke endres. Leien endres bare hvis det blir sendt i tide, så"
                " send det fra «Brev»."
            ),
        )


class IndexDesk(RentDesk):
    """By the index: two months, the limit they give, and the day."""

    kind = RentChangeKind.INDEX
    words = "Varsel om ny husleie"

    def add_fields(self) -> None:
        self.form.section(self.tr("Når"))
        self.form.line(
            self._day_field(
                self.tr("Den første i en måned, minst en måned etter at brevet sendes.")
            )
        )
        self.form.section(self.tr("Konsumprisindeksen"))
        self.form.line(
            month_field("base_month", self.tr("Fra måneden leien sist ble fastsatt")),
            month_field("new_month", self.tr("Til måneden")),
        )
        self.form.section(self.tr("Ny husleie"))
        hint = self.tr("Hele kroner. Det høyeste indeksen tillater, er fylt inn.")
        self.form.line(MoneyField("new_rent", self.tr("Per måned"), hint=hint))

    def _typed(self, name: str) -> None:
        """The sum follows the months until somebody writes another."""
        if name not in {"base_month", "new_month"}:
            return
        draft = self.draft()
        limit = self.office.rents.index_limit(self._lease.id, draft)
        if draft.new_rent == self._counted and limit is not None:
            self._counted = limit
            self._show(replace(draft, new_rent=limit))


class PrevailingDesk(RentDesk):
    """To the level of the area: the rent, what it was compared with, and the day."""

    kind = RentChangeKind.PREVAILING
    words = "Krav om gjengs leie"

    def add_fields(self) -> None:
        self.form.section(self.tr("Ny husleie"))
        self.form.line(
            MoneyField("new_rent", self.tr("Per måned"), hint=self.tr("Hele kroner.")),
        )
        self.form.line(
            MultilineField(
                "reference",
                self.tr("Det dere har sammenlignet med"),
                lines=5,
                hint=self.tr("Står i brevet. Leier for lignende boliger, aldri hvem som bor der."),
            )
        )
        self.form.section(self.tr("Når"))
        self.form.line(
            self._day_field(
                self.tr("Den første i en måned, minst seks måneder etter at brevet sendes.")
            )
        )
