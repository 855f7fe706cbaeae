"""What is recorded about a document: sent, arrived, returned, annulled. Each a small dialog."""

from collections.abc import Callable, Sequence
from datetime import date

from app.core.errors import Invalid, Problem
from app.core.ids import DocumentId
from app.letters.model import Channel, Issued, ToSendRow
from ui.asking import Asking, Values
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, TextField
from ui.labels import day, title_word
from ui.letters.words import to_whom

CHANNELS = [(channel, title_word(channel)) for channel in Channel]
MOST_TOGETHER = 8
PROOF_HINT = "For eksempel sporingsnummer, eller hvem som postla det."


class Verbs(Asking):
    """Opens the dialogs."""

    def sent(self, issued: Issued) -> AskDialog:
        """It went out (HL-04: day, channel and proof)."""

        def act(values: Values) -> None:
            self.office.letters.sent(issued.id, *_sending(values))

        dialog = self.ask(
            "Registrer som sendt",
            "Fristene regnes fra det du skriver her. Dette kan ikke angres.",
            "Registrer som sendt",
            act,
            "document.sent",
            undo=False,
        )
        self._sending_fields(dialog)
        dialog.open()
        return dialog

    def sent_together(self, rows: Sequence[ToSendRow]) -> AskDialog:
        """Several that went out the same day, the same way; the oldest of many."""
        rows = rows[:MOST_TOGETHER]

        def act(values: Values) -> None:
            # the newest first: if the day is before it was made, nothing is recorded yet
            newest = sorted(rows, key=lambda row: row.issued_on, reverse=True)
            chosen = [row.id for row in newest if values[_tick(row.id)]]
            if not chosen:
                raise Invalid([Problem(_tick(rows[0].id), "member_missing")])
            sending = _sending(values)
            for document in chosen:
                self.office.letters.sent(document, *sending)

        dialog = self.ask(
            "Registrer brev som sendt",
            "Velg dem som gikk samme dag på samme måte. Dette kan ikke angres.",
            "Registrer som sendt",
            act,
            "document.sent",
            undo=False,
        )
        for row in rows:
            hint = f"{row.number} · laget {day(row.issued_on)}"
            tick = CheckField(_tick(row.id), to_whom(row.kind, row.name), hint=hint)
            tick.set_value(True)
            dialog.form.line(tick)
        self._sending_fields(dialog)
        dialog.open()
        return dialog

    def _sending_fields(self, dialog: AskDialog) -> None:
        channel = ChoiceField("channel", "Hvordan", CHANNELS)
        channel.set_value(Channel.LETTER)
        dialog.form.line(self._day("sent_on", "Dag"), channel)
        dialog.form.line(TextField("proof", "Bevis", hint=PROOF_HINT))

    def arrived(self, issued: Issued) -> AskDialog:
        """It reached the reader (FV-11)."""

        def act(values: Values) -> None:
            self.office.letters.arrived(issued.id, _day_in(values, "arrived_on"))

        dialog = self.ask(
            "Brevet kom fram",
            "Klagefristen regnes fra denne dagen.",
            "Registrer dagen",
            act,
            "document.arrived",
        )
        dialog.form.line(self._day("arrived_on", "Dag"))
        dialog.open()
        return dialog

    def returned(self, issued: Issued) -> AskDialog:
        """It came back, and must go again."""

        def act(values: Values) -> None:
            note = str(values["note"] or "")
            self.office.letters.returned(issued.id, _day_in(values, "returned_on"), note)

        dialog = self.ask(
            "Brevet kom i retur",
            "Brevet skal sendes igjen, og står under «Brev». Sjekk adressen først.",
            "Registrer returen",
            act,
            "document.returned",
        )
        dialog.form.line(self._day("returned_on", "Dag"))
        dialog.form.line(TextField("note", "Hvorfor", optional=True))
        dialog.open()
        return dialog

    def show(self, issued: Issued, shown: Callable[[], object]) -> AskDialog:
        """A letter with a confidential address, for a reason that is logged (ADR-03)."""

        def act(values: Values) -> None:
            if issued.person is not None:
                self.office.people.shown_address(issued.person, str(values["reason"] or ""))
            shown()

        dialog = self.ask(
            "Vis brevet",
            "Brevet har en fortrolig adresse. Skriv hvorfor du trenger å se det. Grunnen og navnet"
            " ditt blir logget.",
            "Vis brevet",
            act,
            "address.shown",
            undo=False,
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.open()
        return dialog

    def annul(self, issued: Issued) -> AskDialog:
        """It no longer holds."""

        def act(values: Values) -> None:
            self.office.letters.annul(issued.id, str(values["reason"] or ""))

        dialog = self.ask(
            "Annuller dokumentet",
            "Dokumentet blir stående med merket «annullert». Er det sendt, må mottakeren få vite"
            " det.",
            "Annuller",
            act,
            "document.annulled",
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.open()
        return dialog

    def _day(self, name: str, label: str) -> DateField:
        field = DateField(name, label, today=self.today)
        field.set_value(self.today())
        return field


def _tick(document: DocumentId) -> str:
    return f"document_{document}"


def _sending(values: Values) -> tuple[date, Channel, str]:
    channel = Channel(str(values["channel"]))
    return _day_in(values, "sent_on"), channel, str(values["proof"] or "")


def _day_in(values: Values, name: str) -> date:
    value = values[name]
    if not isinstance(value, date):
        raise Invalid([Problem(name, "day_missing")])
    return value
