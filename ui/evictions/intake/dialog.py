"""«Ny melding om utkastelse»: a paper taken in under a minute, by the keys, in its own order."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.days import day_in_words, short_day
from app.core.ids import LeaseId, PersonId, Ref
from app.evictions.messages.model import MessageDraft
from app.evictions.model import EnforcementGround, LossKind, MessageSender
from app.office import Office
from app.people.model import AddressProtection
from ui.evictions.intake.draft import APART, draft_of
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, TextField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.segments_field import SegmentsField
from ui.kit.words import Label
from ui.labels import done, message, problem, title_word, word
from ui.navigation import Navigator
from ui.new_person import NEW_PERSON, NewPersonDialog
from ui.who import WhoField

WIDTH = 760
TIME = 96


class MessageDialog(NewPersonDialog):
    """Few fields, in the order of the paper; what the register knows is filled in by itself."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: PersonId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._office, self._navigator = office, navigator
        self._lease: LeaseId | None = None
        super().__init__(
            "Ny melding om utkastelse",
            "Skriv det som står i meldingen. Det som mangler, kan føres inn senere.",
            "Ta inn meldingen",
            self._receive,
            words=problem,
            message=message,
            width=WIDTH,
            parent=parent,
        )
        self.home_words = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.days_words = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._add_who()
        self._add_paper()
        self._add_days()
        self.form.set_values({"received_on": office.clock.today()})
        self.form.changed.connect(self._changed)
        self.who.searched.connect(self.fit)
        self.form.left.connect(lambda _name: self._tell())
        self._show_lines()
        self._tell()
        if person is not None:
            self.who.choose(person)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    # fields

    def _add_who(self) -> None:
        senders = [(each, title_word(each)) for each in MessageSender]
        kinds = [(each, title_word(each)) for each in LossKind]
        self.form.line(SegmentsField("sender", self.tr("Meldingen er fra"), senders))
        self.who = WhoField(self._office, self.tr("Hvem kan miste boligen"))
        self.form.line(self.who, SegmentsField("kind", self.tr("Gjelder"), kinds))
        self.who.chosen.connect(self._person_chosen)
        self.who.unknown.connect(self.begin_new_person)
        self.add_new_person()
        self.form.add_part(self.home_words)
        self.form.line(
            TextField("home", self.tr("Boligen"), optional=True),
            TextField("landlord", self.tr("Utleier"), optional=True),
        )
        paper = self.tr("Strengt fortrolig: skriv hvor papirene ligger, aldri hvor personen bor.")
        self.form.line(TextField("paper_reference", self.tr("Hvor papirene ligger"), hint=paper))
        self.form.line(ChoiceField("joins", self.tr("Hører til"), []))

    def _add_paper(self) -> None:
        grounds = [(each, word(each)) for each in EnforcementGround]
        self.form.line(
            TextField("reference", self.tr("Saksnummer"), optional=True, width=150),
            ChoiceField("ground", self.tr("Grunnlag"), grounds, optional=True),
        )
        self.form.line(
            MoneyField("rent", self.tr("Husleie"), optional=True),
            MoneyField("costs", self.tr("Kostnader"), optional=True),
            MoneyField("interest", self.tr("Renter"), optional=True),
        )

    def _add_days(self) -> None:
        today = self._office.clock.today
        self.form.line(
            DateField("received_on", self.tr("Mottatt"), today=today),
            DateField("served_on", self.tr("Forkynt"), optional=True, today=today),
            DateField(
                "comment_until", self.tr("Frist for å uttale seg"), optional=True, today=today
            ),
        )
        self.form.add_part(self.days_words)
        self.form.line(
            DateField("eviction_on", self.tr("Dato for utkastelse"), optional=True, today=today),
            TextField(
                "eviction_at", self.tr("Klokken"), optional=True, width=TIME, example="10.00"
            ),
            TextField("words", self.tr("Annet"), optional=True, longest=1000),
        )
        self.form.line(CheckField("again", self.tr("Før den inn en gang til")))

    # what the register knows

    def draft(self) -> MessageDraft:
        """The message as typed so far."""
        return draft_of(self.form.values(), self._lease)

    def _person_chosen(self, person: object) -> None:
        self.show_new_person(shown=False)
        known = PersonId(person) if isinstance(person, int) else None
        row = self._office.eviction_cases.lease_of(known) if known is not None else None
        self._lease = row.id if row is not None else None
        self.form.field("joins").set_value(None)
        self._show_lines()
        self._tell()

    def begin_new_person(self, typed: str) -> None:
        """Nobody was found by what was typed: go on from it."""
        super().begin_new_person(typed)
        self._show_lines()

    def _changed(self, name: str) -> None:
        if name == "kind":
            self._show_lines()
            self._tell()

    def _show_lines(self) -> None:
        """Only what is asked for of this person stands there."""
        draft = self.draft()
        strict = draft.person is not None and self._strict(draft.person)
        self.show_field("home", shown=not strict and draft.lease is None)
        self.show_field("landlord", shown=not strict and draft.lease is None and not self._sale)
        self.show_field("paper_reference", shown=strict)
        self.show_field("ground", shown=not self._sale)
        sale = self._sale
        claim = self.tr("Krav") if sale else self.tr("Husleie")
        out = self.tr("Dato for utflytting") if sale else self.tr("Dato for utkastelse")
        self.form.field("rent").label.setText(claim)
        self.form.field("eviction_on").label.setText(out)
        self.show_field("again", shown=bool(self.form.field("again").value()))
        for name in NEW_PERSON:
            self.show_field(name, shown=draft.person is None and draft.new_person is not None)
        self._show_home(draft)
        self._show_cases(draft)
        self.fit()

    @property
    def _sale(self) -> bool:
        return self.form.field("kind").value() is LossKind.FORCED_SALE

    def _strict(self, person: PersonId) -> bool:
        level = self._office.people.get(person).protection
        return level is AddressProtection.STRICTLY_CONFIDENTIAL

    def _show_home(self, draft: MessageDraft) -> None:
        told = [] if draft.person is None else [self._office.eviction_advice.children(draft.person)]
        if draft.lease is not None and draft.person is not None:
            row = self._office.eviction_cases.lease_of(draft.person)
            if row is not None:
                lease = self.tr("Leieavtale {}").format(row.number)
                told.append(f"{lease}, {row.address}" if row.address else lease)
        words = ". ".join(each for each in told if each)
        self.home_words.setText(f"{words}." if words else "")
        self.home_words.setVisible(bool(words))

    def _show_cases(self, draft: MessageDraft) -> None:
        field = self.form.field("joins")
        cases = self._office.eviction_cases.asked(draft)
        options = [
            (each.id, self.tr("Sak {} fra {}").format(each.number, short_day(each.opened_on)))
            for each in cases
        ]
        if isinstance(field, ChoiceField):
            field.set_options([*options, (APART, self.tr("En ny sak"))])
        self.show_field("joins", shown=bool(cases))

    def _tell(self) -> None:
        """What is only told, and the two weeks as they are counted (TV-10)."""
        draft = self.draft()
        days = self._office.eviction_cases.comment_days(draft)
        self.days_words.setVisible(days is not None)
        if days is not None:
            nominal, moved = days
            words = self.tr("Frist for å uttale seg: {}.").format(day_in_words(moved))
            if nominal != moved:
                words += self.tr(" Regnet dag {}, flyttet.").format(short_day(nominal))
            self.days_words.setText(words)
        told = [each for each in self._office.eviction_cases.check(draft) if not each.blocks]
        self.form.show_problems(told)
        self.fit()

    # done

    def _receive(self, values: Mapping[str, object]) -> None:
        draft = draft_of(values, self._lease)
        found = self._office.eviction_cases.check(draft)
        if any(each.field == "again" for each in found):
            self.show_field("again", shown=True)
        case = self._office.eviction_cases.receive(draft)
        verb = "eviction_case.opened" if draft.joins is None else "eviction_message.received"
        self._navigator.tell(done(verb))
        self._navigator.open_ref(Ref("eviction_case", case))
