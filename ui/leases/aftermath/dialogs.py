"""What is asked after a lease, each in a dialog of its own."""

from PySide6.QtWidgets import QWidget

from app.core.ids import LeaseId
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.deposit.model import (
    Claim,
    ClaimDraft,
    ClaimEnd,
    ClaimOutcome,
    SecurityKind,
)
from app.leases.aftermath.handback.model import AFTERWARDS, Handback, MovedTo
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome
from app.office import Office
from ui.asking import Values, a_day, text
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField, TextField
from ui.labels import title_word
from ui.leases.aftermath.words import tr
from ui.leases.ending.dialogs import Asking, Done


def ore_of(values: Values, name: str) -> Ore:
    """A sum, nothing where none is typed."""
    found = values.get(name)
    return Ore(found) if isinstance(found, int) else Ore(0)


class HandbackDialog(Asking):
    """«Nøklene er kommet tilbake»: when, where to, how it was, and what the dwelling is now."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        known = office.aftermath.handbacks.of(lease)

        def act(values: Values) -> None:
            handback = _handback(values, known)
            if known is not None:
                office.aftermath.handbacks.correct(lease, handback)
                return
            status = values["status"]
            chosen = status if isinstance(status, DwellingStatus) else DwellingStatus.UNKNOWN
            office.aftermath.handbacks.record(lease, handback, chosen)

        super().__init__(
            tr("Boligen er levert tilbake") if known is None else tr("Rett opplysningene"),
            tr("Leieforholdet er over når nøklene er tilbake. Boligen blir fri fra dagen etter.")
            if known is None
            else tr("Dagen nøklene kom, står fast. Angre tilbakeleveringen hvis den er feil."),
            tr("Registrer") if known is None else tr("Lagre"),
            act,
            done,
            parent,
        )
        self._ask(office, first=known is None)
        today = office.clock.today()
        self.form.set_values(
            {"keys_on": today, "moved_to": MovedTo.UNKNOWN, "status": DwellingStatus.MAINTENANCE}
            if known is None
            else {
                "moved_to": known.moved_to,
                "condition": known.condition,
                "meter_power": known.meter_power,
                "meter_water": known.meter_water,
                "keys_missing": known.keys_missing,
            }
        )

    def _ask(self, office: Office, *, first: bool) -> None:
        moved = [(each, title_word(each)) for each in MovedTo]
        to = ChoiceField("moved_to", tr("Flyttet til"), moved)
        if first:
            keys = DateField("keys_on", tr("Nøklene kom"), today=office.clock.today)
            self.form.line(keys, to)
            statuses = [(each, title_word(each)) for each in AFTERWARDS]
            self.form.line(ChoiceField("status", tr("Boligen er da"), statuses))
        else:
            self.form.line(to)
        self.form.line(
            MultilineField(
                "condition",
                tr("Stand"),
                lines=2,
                optional=True,
                hint=tr("Ryddet, vasket, skader. Vanlig slitasje regnes ikke."),
            )
        )
        self.form.line(
            TextField("meter_power", tr("Strømmåler"), optional=True),
            TextField("meter_water", tr("Vannmåler"), optional=True),
        )
        self.form.line(TextField("keys_missing", tr("Nøkler som mangler"), optional=True))


def _handback(values: Values, known: Handback | None) -> Handback:
    moved = values["moved_to"]
    return Handback(
        keys_on=known.keys_on if known is not None else a_day(values, "keys_on"),
        moved_to=moved if isinstance(moved, MovedTo) else MovedTo.UNKNOWN,
        condition=text(values, "condition"),
        meter_power=text(values, "meter_power"),
        meter_water=text(values, "meter_water"),
        keys_missing=text(values, "keys_missing"),
    )


class BelongingDialog(Asking):
    """One line of the inventory: what, where it is kept, or that it was rubbish."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            rubbish = values["outcome"] is BelongingOutcome.RUBBISH
            belonging = Belonging(
                found_on=a_day(values, "found_on"),
                what=text(values, "what"),
                kept_where="" if rubbish else text(values, "kept_where"),
                outcome=BelongingOutcome.RUBBISH if rubbish else BelongingOutcome.KEPT,
                cost=ore_of(values, "cost"),
            )
            office.aftermath.belongings.add(lease, belonging)

        super().__init__(
            tr("Før opp noe som står igjen"),
            tr("Vi må ta vare på det leietakeren eier. Bare søppel kan kastes med en gang."),
            tr("Før opp"),
            act,
            done,
            parent,
        )
        self.form.line(MultilineField("what", tr("Hva"), lines=2))
        kinds = (BelongingOutcome.KEPT, BelongingOutcome.RUBBISH)
        self.form.line(
            RadioField("outcome", tr("Gjort med det"), [(each, title_word(each)) for each in kinds])
        )
        self.form.line(TextField("kept_where", tr("Hvor det er")))
        self.form.line(
            DateField("found_on", tr("Funnet"), today=office.clock.today),
            MoneyField("cost", tr("Utgift"), optional=True),
        )
        self.form.set_values(
            {"found_on": office.clock.today(), "outcome": BelongingOutcome.KEPT, "cost": None}
        )
        self.form.changed.connect(lambda _name: self._fit())

    def _fit(self) -> None:
        rubbish = self.form.values()["outcome"] is BelongingOutcome.RUBBISH
        self.form.field("kept_where").setVisible(not rubbish)


class BelongingEndDialog(Asking):
    """What became of something that was kept."""

    def __init__(
        self,
        office: Office,
        lease: LeaseId,
        thing: Belonging,
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Values) -> None:
            outcome = values["outcome"]
            chosen = outcome if isinstance(outcome, BelongingOutcome) else BelongingOutcome.KEPT
            office.aftermath.belongings.decide(
                lease, thing.id, chosen, a_day(values, "outcome_on"), text(values, "note")
            )

        super().__init__(
            tr("Hva skjedde med det?"),
            thing.what,
            tr("Lagre"),
            act,
            done,
            parent,
        )
        ends = [
            (each, title_word(each))
            for each in BelongingOutcome
            if each not in {BelongingOutcome.KEPT, BelongingOutcome.RUBBISH}
        ]
        self.form.line(RadioField("outcome", tr("Utfall"), ends))
        self.form.line(DateField("outcome_on", tr("Dag"), today=office.clock.today))
        self.form.line(MultilineField("note", tr("Merknad"), lines=2, optional=True))
        self.form.set_values(
            {"outcome": BelongingOutcome.COLLECTED, "outcome_on": office.clock.today()}
        )


class NoClaimDialog(Asking):
    """The condition was looked at, and nothing is claimed."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Ikke noe krav"),
            tr("Da er oppgaven gjort. Grunnen følger saken."),
            tr("Lagre"),
            lambda values: office.aftermath.condition.no_claim(lease, text(values, "reason")),
            done,
            parent,
        )
        self.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))


class TenantClaimDialog(Asking):
    """The bank tells us that the tenant wants the deposit back."""

    def __init__(
        self, office: Office, lease: LeaseId, amount: Ore, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            draft = ClaimDraft(SecurityKind.DEPOSIT, ore_of(values, "amount"))
            office.aftermath.deposits.tenant_claimed(lease, draft, a_day(values, "told_on"))

        super().__init__(
            tr("Leietakeren krever depositumet"),
            tr(
                "Vi har fem uker fra banken sendte varselet. Går vi ikke til retten, får"
                " leietakeren pengene. Husleieloven §\u00a03-5."
            ),
            tr("Registrer"),
            act,
            done,
            parent,
        )
        self.form.line(
            DateField("told_on", tr("Banken sendte varselet"), today=office.clock.today),
            MoneyField("amount", tr("Beløp")),
        )
        self.form.set_values({"told_on": office.clock.today(), "amount": amount})


class BankToldDialog(Asking):
    """The day the bank's notice went to the tenant: the five weeks run from it."""

    def __init__(
        self, office: Office, claim: Claim, done: Done, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Banken har varslet leietakeren"),
            tr("Leietakeren har fem uker fra den dagen til å gå til retten."),
            tr("Lagre"),
            lambda values: office.aftermath.deposits.told(claim.id, a_day(values, "told_on")),
            done,
            parent,
        )
        self.form.line(DateField("told_on", tr("Varselet ble sendt"), today=office.clock.today))
        self.form.set_values({"told_on": office.clock.today()})


class ClaimEndDialog(Asking):
    """Who got the money."""

    def __init__(
        self, office: Office, claim: Claim, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            outcome = values["outcome"]
            chosen = outcome if isinstance(outcome, ClaimOutcome) else ClaimOutcome.WITHDRAWN
            end = ClaimEnd(
                chosen,
                a_day(values, "day"),
                ore_of(values, "to_landlord"),
                ore_of(values, "to_tenant"),
                text(values, "note"),
            )
            office.aftermath.deposits.ended(claim.id, end)

        super().__init__(
            tr("Hvordan gikk det?"),
            tr("Skriv hva hver av dere fikk."),
            tr("Lagre"),
            act,
            done,
            parent,
        )
        ends = [(each, title_word(each)) for each in ClaimOutcome]
        self.form.line(RadioField("outcome", tr("Utfall"), ends))
        self.form.line(
            DateField("day", tr("Dag"), today=office.clock.today),
            MoneyField("to_landlord", tr("Til oss"), optional=True),
            MoneyField("to_tenant", tr("Til leietakeren"), optional=True),
        )
        self.form.line(TextField("note", tr("Merknad"), optional=True))
        self.form.set_values(
            {
                "outcome": ClaimOutcome.TO_LANDLORD,
                "day": office.clock.today(),
                "to_landlord": claim.draft.amount,
            }
        )
