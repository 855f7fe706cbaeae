"""Someone wants to move in, or the tenant wants to let on: asked for, withdrawn, moved in."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import LeaseId
from app.leases.residents.model import (
    AbsenceCause,
    Consent,
    ConsentKind,
    Relation,
    RequestDraft,
)
from app.office import Office
from app.people.model import PersonDraft
from ui.asking import Values, a_day, text
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, TextField
from ui.labels import title_word
from ui.leases.residents.asking import Asking, Done

_TITLES = {
    ConsentKind.HOUSEHOLD: "Noen vil flytte inn",
    ConsentKind.PART_SUBLET: "Framleie av en del av boligen",
    ConsentKind.ABSENCE_SUBLET: "Framleie mens leietakeren er borte",
}
_ABOUT = {
    ConsentKind.HOUSEHOLD: "Hva personen er for leietakeren, avgjør om kommunen har noe å si.",
    ConsentKind.PART_SUBLET: "Leietakeren bor selv i boligen og leier ut resten.",
    ConsentKind.ABSENCE_SUBLET: "Loven gir rett til dette i opptil to år når grunnen er vektig.",
}
_SILENCE = " Uten svar innen en måned er det gitt samtykke ved taushet."


class RequestDialog(Asking):
    """«Søknad om samtykke»: when it came, who, and what; also to put one right."""

    def __init__(
        self,
        office: Office,
        lease: LeaseId,
        kind: ConsentKind,
        done: Done,
        known: Consent | None = None,
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Values) -> None:
            draft = _draft(kind, values)
            if known is None:
                office.residents.received(lease, draft)
            else:
                office.residents.correct(known.request.id, draft)

        verb = "Registrer søknaden" if known is None else "Rett søknaden"
        super().__init__(_TITLES[kind], _ABOUT[kind] + _SILENCE, verb, act, done, parent)
        self._kind = kind
        self._ask(office)
        draft = known.request.draft if known else RequestDraft(received_on=office.clock.today())
        whole = {name: getattr(draft, name) for name in self.form.names}
        self.form.set_values(whole)
        self.form.field("name").control.setFocus()

    def _ask(self, office: Office) -> None:
        today = office.clock.today
        self.form.line(
            TextField("name", self.tr("Hvem")),
            DateField("received_on", self.tr("Søknaden kom"), today=today, width=150),
        )
        if self._kind is ConsentKind.HOUSEHOLD:
            relations = [(each, title_word(each)) for each in Relation]
            self.form.line(ChoiceField("relation", self.tr("Er for leietakeren"), relations))
        if self._kind is ConsentKind.PART_SUBLET:
            self.form.line(TextField("what", self.tr("Hvilken del av boligen")))
        if self._kind is ConsentKind.ABSENCE_SUBLET:
            causes = [(each, title_word(each)) for each in AbsenceCause]
            self.form.line(ChoiceField("cause", self.tr("Hvorfor leietakeren er borte"), causes))
        away = self._kind is ConsentKind.ABSENCE_SUBLET
        since = DateField(
            "since", self.tr("Fra"), today=today, optional=not self._kind.sublet, width=150
        )
        if self._kind.sublet:
            until = DateField(
                "until", self.tr("Til og med"), today=today, optional=not away, width=150
            )
            self.form.line(since, until)
        else:
            self.form.line(since)
        hint = self.tr("Taushet gjelder bare når det er spurt skriftlig.")
        self.form.line(CheckField("in_writing", self.tr("Søknaden er skriftlig"), hint=hint))


def _draft(kind: ConsentKind, values: Values) -> RequestDraft:
    relation, cause = values.get("relation"), values.get("cause")
    return RequestDraft(
        kind=kind,
        received_on=a_day(values, "received_on"),
        in_writing=bool(values["in_writing"]),
        name=text(values, "name"),
        relation=relation if isinstance(relation, Relation) else None,
        cause=cause if isinstance(cause, AbsenceCause) else None,
        what=text(values, "what"),
        since=a_day(values, "since"),
        until=a_day(values, "until"),
    )


class WithdrawDialog(Asking):
    """The tenant does not ask any more."""

    def __init__(
        self, office: Office, known: Consent, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            day = a_day(values, "withdrawn_on") or date.min
            office.residents.withdraw(known.request.id, day)

        super().__init__(
            "Søknaden er trukket",
            "Leietakeren spør ikke lenger. Søknaden blir stående med merket «trukket».",
            "Søknaden er trukket",
            act,
            done,
            parent,
        )
        field = DateField("withdrawn_on", self.tr("Trukket"), today=office.clock.today)
        field.set_value(office.clock.today())
        self.form.line(field)


class MoveInDialog(Asking):
    """The one consent was given to joins the tenant's household."""

    def __init__(
        self, office: Office, known: Consent, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            person = PersonDraft(
                given_name=text(values, "given_name"),
                family_name=text(values, "family_name"),
                national_id=text(values, "national_id"),
                birth_date=a_day(values, "birth_date"),
            )
            office.residents.move_in(known.request.id, person)

        super().__init__(
            "Flytt inn",
            "Personen blir med i husstanden til leietakeren fra i dag. Finnes fødselsnummeret i"
            " registeret fra før, brukes den personen.",
            "Flytt inn",
            act,
            done,
            parent,
        )
        given, _, family = known.request.draft.name.strip().rpartition(" ")
        self.form.line(
            TextField("given_name", self.tr("Fornavn")),
            TextField("family_name", self.tr("Etternavn"), optional=True),
        )
        self.form.line(
            TextField("national_id", self.tr("Fødselsnummer"), optional=True),
            DateField(
                "birth_date",
                self.tr("Fødselsdato"),
                optional=True,
                today=office.clock.today,
                width=150,
            ),
        )
        self.form.set_values(
            {"given_name": given or family, "family_name": family if given else ""}
        )
