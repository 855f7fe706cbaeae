"""When a tenant dies, two part, and another takes over the lease: what is asked."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.core.ids import LeaseId, PersonId, Ref
from app.leases.residents.changes.model import (
    RIGHTS,
    ChangeCause,
    ChangeDraft,
    DeathDraft,
    EntryRight,
)
from app.office import Office
from ui.asking import Values, a_day, text
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import day, title_word
from ui.leases.residents.asking import Asking, Done
from ui.navigation import Navigator

CONDITIONS: dict[ChangeCause, dict[object, str]] = {
    ChangeCause.DEATH: {
        EntryRight.SPOUSE: "Bodde i boligen da leietakeren døde.",
        EntryRight.DESCENDANT: "Felles husstand de siste seks månedene før dødsfallet.",
        EntryRight.HOUSEHOLD_MEMBER: "Bodd sammen i minst to år, eller venter, har eller har hatt"
        " barn sammen. Husstandsfellesskapsloven.",
        EntryRight.AGREED: "Ingen rett, men kommunen går med på det.",
    },
    ChangeCause.BREAK_UP: {
        EntryRight.SPOUSE: "Ektefellene er enige, eller det er avgjort ved skiftet.",
        EntryRight.HOUSEHOLD_MEMBER: "Bodd sammen i minst to år, eller venter, har eller har hatt"
        " barn sammen. Husstandsfellesskapsloven §\u00a03.",
        EntryRight.AGREED: "Ingen rett, men kommunen og leietakeren er enige.",
    },
}
"""What the officer must have seen before each may take over (HL-38, HL-39)."""


class DeathDialog(Asking):
    """The day of the death, and when the office learned of it."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        known = office.tenant_changes.death(lease)

        def act(values: Values) -> None:
            before = known.death.draft if known else DeathDraft()
            draft = DeathDraft(
                a_day(values, "died_on"),
                a_day(values, "learned_on"),
                before.contact_name,
                before.contact_line,
                before.contact_postal_code,
                before.contact_place,
            )
            if known is None:
                office.tenant_changes.register_death(lease, draft)
            else:
                office.tenant_changes.correct_death(lease, draft)

        super().__init__(
            "Leietakeren er død" if known is None else "Rett opplysningene",
            "Husrom hjelper deg videre: et brev til dem som bodde der og til boet, hvem som kan"
            " overta, og når fristen er ute. Ingenting sendes av seg selv.",
            "Registrer" if known is None else "Rett",
            act,
            done,
            parent,
        )
        today = office.clock.today
        self.form.line(
            DateField("died_on", self.tr("Dødsdag"), today=today),
            DateField("learned_on", self.tr("Kontoret fikk vite det"), today=today),
        )
        draft = known.death.draft if known else DeathDraft(learned_on=today())
        self.form.set_values({"died_on": draft.died_on, "learned_on": draft.learned_on})


class NobodyDialog(Asking):
    """Nobody takes over, and how that is known."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            office.tenant_changes.nobody_enters(lease, text(values, "reason"))

        super().__init__(
            "Ingen overtar",
            "Da kan boet eller kommunen si opp avtalen. Oppsigelsen lager du under «Avslutning».",
            "Ingen overtar",
            act,
            done,
            parent,
        )
        hint = self.tr("For eksempel: Sønnen ringte og sa at ingen skal overta.")
        self.form.line(
            MultilineField("reason", self.tr("Hvordan dere vet det"), lines=3, hint=hint)
        )


class ChangeDialog(Asking):
    """Who takes over, what it rests on, and from which day."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        lease: LeaseId,
        cause: ChangeCause,
        parent: QWidget | None = None,
    ) -> None:
        made: list[LeaseId] = []

        def act(values: Values) -> None:
            who, right = values["new_tenant"], values["right"]
            draft = ChangeDraft(
                cause=cause,
                new_tenant=PersonId(who) if isinstance(who, int) else None,
                right=right if isinstance(right, EntryRight) else None,
                since=a_day(values, "since"),
                told_on=a_day(values, "told_on"),
                confirmed=bool(values["confirmed"]),
            )
            made.append(office.tenant_changes.take_over(lease, draft))

        super().__init__(
            "Overta leieforholdet" if cause is ChangeCause.DEATH else "Overta etter samlivsbrudd",
            "Leieavtalen slutter dagen før. Du får et utkast til ny avtale med samme siste dag og"
            " vilkår. Det kan endres før avtalen lages.",
            "Lag utkast til ny avtale",
            act,
            lambda: navigator.open_ref(Ref("lease", made[-1])),
            parent,
        )
        self._ask(office, lease, cause)

    def _ask(self, office: Office, lease: LeaseId, cause: ChangeCause) -> None:
        today = office.clock.today
        there = office.tenant_changes.candidates(lease)
        people = [
            (each.person, f"{each.name}, i husstanden siden {day(each.since)}") for each in there
        ]
        prompt = self.tr("Velg hvem") if people else self.tr("Ingen andre er ført i husstanden")
        hint = "" if people else self.tr("Før personen inn i husstanden til leietakeren først.")
        who = self.tr("Hvem overtar")
        self.form.line(ChoiceField("new_tenant", who, people, prompt=prompt, hint=hint))
        rights = [(each, title_word(each)) for each in RIGHTS[cause]]
        conditions = CONDITIONS[cause]
        self.form.line(RadioField("right", self.tr("Bygger på"), rights, hint_of=conditions))
        self.form.line(CheckField("confirmed", self.tr("Vilkåret er sett etter og oppfylt")))
        since = DateField("since", self.tr("Første dag for den nye"), today=today)
        since.set_value(today() + timedelta(days=1))
        if cause is ChangeCause.DEATH:
            self.form.line(since, DateField("told_on", self.tr("Vi fikk beskjed"), today=today))
        else:
            self.form.line(since)


class TakeBackDialog(Asking):
    """Nothing came of it: the old lease runs on."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            office.tenant_changes.take_back(lease, text(values, "reason"))

        super().__init__(
            "Overtakelsen ble ikke noe av",
            "Leieforholdet løper videre som før, og utkastet til ny avtale kastes.",
            "Ta tilbake",
            act,
            done,
            parent,
        )
        self.form.line(TextField("reason", self.tr("Grunn")))


class ContactFields:
    """The four fields of who a letter after a death is sent to."""

    names = ("contact_name", "contact_line", "contact_postal_code", "contact_place")

    @staticmethod
    def draft(known: DeathDraft, values: Values) -> DeathDraft:
        """What is known of the death, with these fields."""
        return DeathDraft(
            known.died_on,
            known.learned_on,
            *(text(values, name) for name in ContactFields.names),
        )
