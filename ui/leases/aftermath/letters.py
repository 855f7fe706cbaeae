"""The letters after a lease, each beside its fields."""

from app.core.money import Ore
from app.leases.aftermath.deposit.model import ClaimDraft, SecurityKind, secured
from app.leases.model import Lease
from app.office import Office
from ui.asking import a_day, text
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField
from ui.labels import title_word
from ui.leases.aftermath.dialogs import ore_of
from ui.leases.aftermath.words import beyond_wear
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class AfterDesk(LetterDesk):
    """A letter about a lease that is over, shown as soon as it can be."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, title: str, verb: str
    ) -> None:
        self.lease = lease
        super().__init__(office, navigator, title, verb)
        self.header.set_subtitle(self.tr("Leieavtale {}").format(lease.number))

    def first_look(self) -> None:
        """As it would be now; nobody has typed yet, so nothing is marked as wrong."""
        if not self.show_letter():
            self.form.show_problems(())


class OccupationDesk(AfterDesk):
    """What living on costs, to a day (HL-74)."""

    def __init__(self, office: Office, navigator: Navigator, lease: Lease) -> None:
        title, verb = "Krav om vederlag for bruk", "occupation_charge.issued"
        super().__init__(office, navigator, lease, title, verb)
        charge = office.aftermath.handbacks.charge(lease.id)
        self.form.set_values({"until": charge.until if charge else office.clock.today()})
        self.first_look()

    def add_fields(self) -> None:
        self.form.section(self.tr("Kravet"))
        self.form.line(
            DateField(
                "until",
                self.tr("Regnes til og med"),
                today=self.office.clock.today,
                hint=self.tr("Er nøklene kommet, regnes det aldri lenger enn til den dagen."),
            )
        )

    def preview(self) -> bytes:
        until = a_day(self.form.values(), "until")
        return self.office.letters.preview(
            self.office.aftermath.charges.preview(self.lease.id, until)
        )

    def finish(self) -> object:
        until = a_day(self.form.values(), "until")
        return self.office.aftermath.charges.issue(self.lease.id, until)


class CollectDesk(AfterDesk):
    """Asks the tenant in writing to collect what is kept (HL-76)."""

    def __init__(self, office: Office, navigator: Navigator, lease: Lease) -> None:
        title, verb = "Be leietakeren hente", "belongings.asked"
        super().__init__(office, navigator, lease, title, verb)
        self.form.set_values({"collect_by": office.aftermath.belongings.suggested_day()})
        self.first_look()

    def add_fields(self) -> None:
        self.form.section(self.tr("Dagen brevet nevner"))
        self.form.line(
            DateField("collect_by", self.tr("Hent innen"), today=self.office.clock.today)
        )

    def preview(self) -> bytes:
        day = a_day(self.form.values(), "collect_by")
        made = self.office.aftermath.belongings.preview(self.lease.id, day)
        return self.office.letters.preview(made)

    def finish(self) -> object:
        day = a_day(self.form.values(), "collect_by")
        return self.office.aftermath.belongings.ask(self.lease.id, day)


class ConditionDesk(AfterDesk):
    """What is claimed because the dwelling was left worse (HL-75)."""

    def __init__(self, office: Office, navigator: Navigator, lease: Lease) -> None:
        title, verb = "Krav etter utflytting", "condition.claimed"
        super().__init__(office, navigator, lease, title, verb)
        self.form.set_values({"reason": beyond_wear(office, lease)})
        self.first_look()

    def add_fields(self) -> None:
        self.form.section(self.tr("Kravet"))
        self.form.line(MoneyField("amount", self.tr("Beløp")))
        self.form.line(
            MultilineField(
                "reason",
                self.tr("Hva som er dårligere enn det skulle være"),
                lines=5,
                hint=self.tr("Rom for rom, med hva det koster. Skriv til leietakeren: «du»."),
            )
        )

    def _typed(self) -> tuple[Ore, str]:
        values = self.form.values()
        return ore_of(values, "amount"), text(values, "reason")

    def preview(self) -> bytes:
        made = self.office.aftermath.condition.preview(self.lease.id, *self._typed())
        return self.office.letters.preview(made)

    def finish(self) -> object:
        return self.office.aftermath.condition.claim(self.lease.id, *self._typed())


class SecurityDesk(AfterDesk):
    """The claim on the deposit or the guarantee (HL-16, HL-17)."""

    def __init__(self, office: Office, navigator: Navigator, lease: Lease) -> None:
        title, verb = "Krav på depositum eller garanti", "deposit.claimed"
        super().__init__(office, navigator, lease, title, verb)
        first = SecurityKind.DEPOSIT if lease.draft.deposit else SecurityKind.GUARANTEE
        holder = "" if lease.draft.deposit else lease.draft.guarantor
        values = {"security": first, "amount": secured(lease, first), "holder": holder}
        self.form.set_values(values)
        self.first_look()

    def add_fields(self) -> None:
        self.form.section(self.tr("Hva og til hvem"))
        kinds = [(each, title_word(each)) for each in SecurityKind if secured(self.lease, each) > 0]
        self.form.line(RadioField("security", self.tr("Kravet gjelder"), kinds))
        self.form.line(
            MultilineField(
                "holder",
                self.tr("Banken eller den som ga garantien"),
                lines=3,
                hint=self.tr("Navn og adresse, én linje for hver."),
            )
        )
        self.form.section(self.tr("Skyldig leie"))
        self.form.line(MoneyField("amount", self.tr("Beløp")))
        self.form.line(
            MultilineField(
                "claimed_for",
                self.tr("Hva leietakeren skylder"),
                lines=4,
                hint=self.tr("Hvilke måneder og hvor mye. Legg ved dokumentasjon."),
            )
        )

    def draft(self) -> ClaimDraft:
        """What is typed."""
        values = self.form.values()
        security = values["security"]
        return ClaimDraft(
            security if isinstance(security, SecurityKind) else SecurityKind.DEPOSIT,
            ore_of(values, "amount"),
            text(values, "claimed_for"),
            text(values, "holder"),
        )

    def preview(self) -> bytes:
        made = self.office.aftermath.deposits.preview(self.lease.id, self.draft())
        return self.office.letters.preview(made)

    def finish(self) -> object:
        return self.office.aftermath.deposits.claim(self.lease.id, self.draft())
