"""The letters that end a lease: our notice and termination for breach, beside their fields."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.ids import DocumentId
from app.leases.model import Lease
from app.leases.notices.model import (
    BreachDraft,
    BreachGround,
    LandlordNoticeDraft,
    LeaseDuty,
    NoticeGround,
)
from app.office import Office
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

_ABOUT_GROUND: dict[object, str] = {
    NoticeGround.TENANT_BREACH: "Bare brudd på leieavtalen selv.",
    NoticeGround.OBJECTIVE_REASON: "Noe annet som veier tungt nok.",
}


class NoticeDesk(LetterDesk):
    """«Si opp avtalen»: ground, reason, and the five things the law asks for (HL-64)."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self.lease = lease
        end = day(office.notices.landlord_end(lease.id))
        self.told = Callout(
            ChipKind.INFO,
            f"Sendes brevet i denne måneden, er siste dag {end}.",
            "Fristen regnes fra dagen brevet er sendt, til slutten av en måned. Den flyttes ikke"
            " for helg. Leietakeren kan protestere i en måned.",
        )
        super().__init__(
            office,
            navigator,
            "Oppsigelse fra utleier",
            "lease.notice_written",
            "Lag oppsigelsen",
            parent,
        )
        self.header.set_subtitle(f"Leieavtale {lease.number}")
        self.form.set_values(
            {"copies": "\n".join(office.notices.subtenants(lease.id)), "rent_deposited": False}
        )
        self._fit()
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def above(self) -> tuple[QWidget, ...]:
        return (self.told,)

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvorfor"))
        grounds = [(each, title_word(each)) for each in NoticeGround]
        self.form.line(
            RadioField("ground", self.tr("Grunn i loven"), grounds, hint_of=_ABOUT_GROUND)
        )
        duties = [(each, title_word(each)) for each in LeaseDuty]
        self.form.line(
            ChoiceField(
                "duty",
                self.tr("Plikten som er brutt"),
                duties,
                hint=self.tr("Et brudd på samarbeidsavtalen er aldri en grunn."),
            )
        )
        self.form.line(
            CheckField(
                "rent_deposited",
                self.tr("Leien er omtvistet og deponert"),
                hint=self.tr("Da kan det ikke sies opp for den. Husleieloven §\u00a03-8."),
            )
        )
        self.form.line(
            MultilineField(
                "reason",
                self.tr("Begrunnelse"),
                lines=5,
                hint=self.tr("Hva som har hendt, og når. Skriv til leietakeren: «du»."),
            )
        )
        self.form.section(self.tr("Kopi"))
        self.form.line(
            MultilineField(
                "copies",
                self.tr("Framleietakere vi har godkjent"),
                optional=True,
                lines=2,
                hint=self.tr("Ett navn på hver linje. Uten kopi til dem er oppsigelsen ugyldig."),
            )
        )
        self.form.left.connect(lambda _name: self._fit())

    def _fit(self) -> None:
        """Only what the chosen ground asks for."""
        values = self.form.values()
        breach = values["ground"] is NoticeGround.TENANT_BREACH
        self.form.field("duty").setVisible(breach)
        self.form.field("rent_deposited").setVisible(breach and values["duty"] is LeaseDuty.RENT)

    def draft(self) -> LandlordNoticeDraft:
        """What is typed."""
        values = self.form.values()
        ground, duty = values["ground"], values["duty"]
        breach = ground is NoticeGround.TENANT_BREACH
        lines = str(values["copies"] or "").splitlines()
        return LandlordNoticeDraft(
            ground=ground if isinstance(ground, NoticeGround) else None,
            reason=str(values["reason"] or ""),
            duty=duty if isinstance(duty, LeaseDuty) and breach else None,
            rent_deposited=bool(values["rent_deposited"]),
            copies=tuple(line.strip() for line in lines if line.strip()),
        )

    def preview(self) -> bytes:
        problems = self.office.notices.check_landlord(self.lease.id, self.draft())
        if problems:
            raise Invalid(problems)
        made = self.office.notices.preview_landlord(self.lease.id, self.draft())
        return self.office.letters.preview(made)

    def finish(self) -> object:
        return self.office.notices.give(self.lease.id, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal oppsigelsen lages slik?"),
            self.tr(
                "Den legges under «Brev» og gjelder fra dagen den blir sendt. Send den slik at du"
                " kan vise når den gikk og kom fram."
            ),
        )


class BreachDesk(LetterDesk):
    """«Hev avtalen»: ground a to e, the warning that went before, and the day (HL-68, HL-69)."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self.lease = lease
        self.told = Callout(
            ChipKind.SOON,
            "Heving krever et alvorlig brudd på leieavtalen.",
            "Flytter ikke leietakeren, må tingretten ta stilling, eller namsfogden når det gjelder"
            " husleie. Utleieren kan aldri kaste noen ut selv.",
        )
        super().__init__(
            office,
            navigator,
            "Heving av leieavtale",
            "lease.terminated_for_breach",
            "Lag hevingen",
            parent,
        )
        self.header.set_subtitle(f"Leieavtale {lease.number}")
        self.form.set_values({"move_by": office.clock.today(), "rent_deposited": False})
        self._fit()
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def above(self) -> tuple[QWidget, ...]:
        return (self.told,)

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvorfor"))
        grounds = [(each, title_word(each)) for each in BreachGround]
        warned = self.tr("Krever en skriftlig advarsel først.")
        hints: dict[object, str] = {each: warned for each in BreachGround if each.needs_warning}
        self.form.line(RadioField("ground", self.tr("Grunn i loven"), grounds, hint_of=hints))
        self.form.line(
            CheckField(
                "rent_deposited",
                self.tr("Leien er omtvistet og deponert"),
                hint=self.tr("Da kan avtalen ikke heves for den. Husleieloven §\u00a03-8."),
            )
        )
        self.form.line(
            ChoiceField(
                "warning",
                self.tr("Advarselen som gikk foran"),
                (),
                prompt=self.tr("Velg advarsel"),
            )
        )
        self.form.line(
            MultilineField(
                "reason",
                self.tr("Begrunnelse"),
                lines=5,
                hint=self.tr("Hva som har hendt etter advarselen, og når. Skriv «du»."),
            )
        )
        self.form.section(self.tr("Flytting"))
        self.form.line(
            DateField(
                "move_by",
                self.tr("Boligen skal være tom"),
                today=self.office.clock.today,
                hint=self.tr("I dag betyr «med en gang»."),
            )
        )
        self.form.left.connect(lambda _name: self._fit())

    def _fit(self) -> None:
        """Only what the chosen ground asks for."""
        ground = self.form.values()["ground"]
        known = ground if isinstance(ground, BreachGround) else None
        needs = known is not None and known.needs_warning
        warning = self.form.field("warning")
        given = self._warnings(known)
        if isinstance(warning, ChoiceField):
            warning.set_options(given)
        warning.setVisible(needs and bool(given))
        self.form.field("rent_deposited").setVisible(known is BreachGround.RENT)

    def _warnings(self, ground: BreachGround | None) -> list[tuple[object, str]]:
        found = self.office.terminations.warnings(self.lease.id, ground)
        number = self.office.letters.get
        return [
            (document, f"{number(document).number}, sendt {day(sent)}")
            for document, sent in found.items()
        ]

    def draft(self) -> BreachDraft:
        """What is typed."""
        values = self.form.values()
        ground, warning, move_by = values["ground"], values["warning"], values["move_by"]
        known = ground if isinstance(ground, BreachGround) else None
        warned = isinstance(warning, int) and known is not None and known.needs_warning
        return BreachDraft(
            ground=known,
            reason=str(values["reason"] or ""),
            move_by=move_by if isinstance(move_by, date) else None,
            warning=DocumentId(warning) if warned and isinstance(warning, int) else None,
            rent_deposited=bool(values["rent_deposited"]),
        )

    def preview(self) -> bytes:
        problems = self.office.terminations.check(self.lease.id, self.draft())
        if problems:
            raise Invalid(problems)
        made = self.office.terminations.preview(self.lease.id, self.draft())
        return self.office.letters.preview(made)

    def finish(self) -> object:
        return self.office.terminations.issue(self.lease.id, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal avtalen heves slik?"),
            self.tr(
                "Brevet legges under «Brev». Leieforholdet slutter når det er sendt, tidligst den"
                " dagen brevet krever."
            ),
        )
