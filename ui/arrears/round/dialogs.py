"""What is asked about the meeting: when, where, and who is there."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.arrears.rounds.model import ArrearsMeeting, MeetingDraft
from app.office import Office
from ui.kit.ask import Act, AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import done, message, named, problem
from ui.navigation import Navigator

Values = Mapping[str, object]


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("arrears_round", text)


class MeetingDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def call(self) -> AskDialog:
        """A new meeting with those that stand first in the list."""
        count = len(self._office.arrears_meetings.suggested())

        def act(values: Values) -> None:
            self._office.arrears_meetings.call(_draft(values))
            self._navigator.tell(done("arrears_meeting.called"))

        return self._ask(
            tr("Kall inn til møte om ubetalt husleie"),
            tr(
                "De {} som står først i restansene, kommer på arket. Du kan legge til og ta av"
                " etterpå."
            ).format(count),
            tr("Kall inn"),
            act,
            MeetingDraft(self._office.clock.today()),
        )

    def change(self, meeting: ArrearsMeeting) -> AskDialog:
        """Day, place and who is there."""

        def act(values: Values) -> None:
            self._office.arrears_meetings.correct(meeting.id, _draft(values))

        dialog = self._ask(
            tr("Dag og deltakere"),
            tr("Dette står øverst på arket og i referatet."),
            tr("Lagre"),
            act,
            meeting.draft,
        )
        dialog.add_button(tr("Avlys møtet"), lambda: self._call_off(meeting))
        return dialog

    def _call_off(self, meeting: ArrearsMeeting) -> bool:
        called_off = self._navigator.attempt(
            lambda: self._office.arrears_meetings.call_off(meeting.id)
        )
        if called_off:
            self._navigator.tell(done("arrears_meeting.called_off"))
        return called_off

    def add(self, meeting: ArrearsMeeting) -> AskDialog:
        """One tenancy more that owes."""
        there = {case.lease for case in meeting.cases}
        options = [
            (str(row.tenancy.lease), f"{named(row.tenancy.tenant_name)} ({row.tenancy.number})")
            for row in self._office.arrears_steps.proposals()
            if row.tenancy.lease not in there
        ]
        known = {str(row.tenancy.lease): row for row in self._office.arrears_steps.proposals()}

        def act(values: Values) -> None:
            row = known.get(str(values["lease"]))
            if row is not None:
                self._office.arrears_meetings.add(meeting.id, row.tenancy.lease)
                self._navigator.tell(done("arrears_meeting.added"))

        dialog = AskDialog(
            tr("Legg til et leieforhold"),
            tr("Bare de som skylder husleie, står her."),
            tr("Legg til"),
            act,
            words=problem,
            message=message,
            parent=self._window.window(),
        )
        dialog.form.line(ChoiceField("lease", tr("Leieforhold"), options))
        if not options:
            dialog.set_off(tr("Alle som skylder husleie, står på arket."))
        dialog.open()
        return dialog

    def _ask(
        self, title: str, explanation: str, verb: str, act: Act, known: MeetingDraft
    ) -> AskDialog:
        dialog = AskDialog(
            title,
            explanation,
            verb,
            act,
            words=problem,
            message=message,
            width=600,
            parent=self._window.window(),
        )
        today = self._office.clock.today
        dialog.form.line(
            DateField("held_on", tr("Dag"), today=today),
            DateField("next_on", tr("Neste møte"), today=today, optional=True),
        )
        dialog.form.line(TextField("place", tr("Sted"), optional=True))
        dialog.form.line(MultilineField("present", tr("Til stede"), optional=True, lines=2))
        dialog.form.line(MultilineField("note", tr("Annet"), optional=True, lines=2))
        dialog.form.set_values(
            {
                "held_on": known.held_on,
                "next_on": known.next_on,
                "place": known.place or None,
                "present": known.present or None,
                "note": known.note or None,
            }
        )
        dialog.open()
        return dialog


def _draft(values: Values) -> MeetingDraft:
    held, following = values["held_on"], values["next_on"]
    return MeetingDraft(
        held if isinstance(held, date) else None,
        str(values["place"] or ""),
        str(values["present"] or ""),
        str(values["note"] or ""),
        following if isinstance(following, date) else None,
    )
