"""«Ny henvendelse»: taken in under a minute, by the keys, while somebody sits there or rings."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.applications.model import Channel, ReferredBy
from app.core.ids import PersonId, Ref
from app.debt.model import DebtTopic, RequestDraft
from app.office import Office
from app.people.consents.model import ADVICE_SCOPES
from app.people.model import AddressProtection
from ui.asking import Values
from ui.debt.columns import who_told
from ui.debt.intake.draft import DAYS, draft_of
from ui.debt.intake.known import known_words
from ui.debt.request.screen_fields import add_screen, show_days
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.ticks_field import TicksField
from ui.kit.words import Label
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator
from ui.new_person import NEW_PERSON, NewPersonDialog
from ui.who import WhoField

WIDTH = 920
COLUMN = 280


class RequestDialog(NewPersonDialog):
    """Few fields, in the order one asks; what the register knows of the person is told."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: PersonId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._office, self._navigator = office, navigator
        super().__init__(
            "Ny henvendelse om økonomisk rådgivning",
            "Den gjelder fra den dagen noen spør, også muntlig. Spør om det som haster først.",
            "Registrer henvendelsen",
            self._receive,
            words=problem,
            message=message,
            width=WIDTH,
            parent=parent,
        )
        self.known = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._add_who()
        self._add_request()
        add_screen(self.form, office.clock.today)
        self._add_agreed()
        today = office.clock.today()
        self.form.set_values(
            {
                "received_on": today,
                "referred_by": ReferredBy.SELF,
                "consent_until": office.services_given.consent_end(today),
            }
        )
        self.form.changed.connect(self._changed)
        self.who.searched.connect(self.fit)
        self._show_lines()
        if person is not None:
            self.who.choose(person)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    # fields

    def _add_who(self) -> None:
        self.who = WhoField(self._office, self.tr("Hvem ber om hjelp"))
        self.form.line(self.who)
        self.who.chosen.connect(self._person_chosen)
        self.who.unknown.connect(self.begin_new_person)
        self.add_new_person()
        self.form.add_part(self.known)
        self.form.line(CheckField("again", self.tr("Dette er en ny henvendelse")))

    def _add_request(self) -> None:
        by = [(each, who_told(each)) for each in ReferredBy]
        self.form.line(
            ChoiceField(
                "channel", self.tr("Hvordan"), [(each, title_word(each)) for each in Channel]
            ),
            DateField("received_on", self.tr("Spurte"), today=self._office.clock.today),
            ChoiceField("referred_by", self.tr("Hvem tok kontakt"), by),
        )
        topics = [(each, title_word(each)) for each in DebtTopic]
        self.form.line(
            TicksField("topics", self.tr("Hva det gjelder"), topics, column=COLUMN),
        )
        self.form.line(
            MultilineField("words", self.tr("Med egne ord"), optional=True, lines=2),
        )

    def _add_agreed(self) -> None:
        self.form.section(self.tr("Samtykke og fullmakt"))
        scopes = [(each, title_word(each)) for each in ADVICE_SCOPES]
        self.form.line(
            TicksField("consents", self.tr("Personen sier ja til at vi kan"), scopes, column=400)
        )
        self.form.line(
            DateField(
                "consent_until",
                self.tr("Samtykket gjelder til"),
                optional=True,
                today=self._office.clock.today,
            ),
            TextField("speaker_name", self.tr("Fullmektig"), optional=True),
            TextField("speaker_phone", self.tr("Telefon til fullmektig"), optional=True),
        )

    # what the register knows

    def draft(self) -> RequestDraft:
        """The request as typed so far."""
        return draft_of(self.form.values(), self._today)

    @property
    def _today(self) -> date:
        return self._office.clock.today()

    def _person_chosen(self, person: object) -> None:
        self.show_new_person(shown=False)
        known = PersonId(person) if isinstance(person, int) else None
        words = "" if known is None else known_words(self._office, known)
        strict = known is not None and self._strict(known)
        warned = self.tr("Strengt fortrolig: skriv aldri hvor personen bor.") if strict else ""
        self.form.field("words").set_hint(warned)
        self.known.setText(words)
        self.known.setVisible(bool(words))
        self.form.field("again").set_value(False)
        asked = known is not None and self._office.debt_cases.open_of_person(known)
        self.show_field("again", shown=bool(asked))
        self.fit()

    def _strict(self, person: PersonId) -> bool:
        level = self._office.people.get(person).protection
        return level is AddressProtection.STRICTLY_CONFIDENTIAL

    def _changed(self, name: str) -> None:
        if name in DAYS:
            show_days(self.form)
            self.fit()

    def _show_lines(self) -> None:
        """Only what is asked for of this person stands there."""
        for name in (*NEW_PERSON, "again"):
            self.show_field(name, shown=False)
        self.known.hide()
        show_days(self.form)
        self.fit()

    # done

    def _receive(self, values: Values) -> None:
        case = self._office.debt_cases.register(draft_of(values, self._today))
        self._navigator.tell(done("debt_case.registered"))
        self._navigator.open_ref(Ref("debt_case", case))
