"""The paper of some days: how many days, and whether it may name people."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.alerts.agenda.model import AgendaLine, AgendaSpan
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.document_dialog import DocumentDialog
from ui.labels import capital, message, problem
from ui.today.calendar.words import span_words

Lines = Callable[[AgendaSpan, bool], tuple[AgendaLine, ...]]
"""What is due in a span, with names or without."""


def ask_paper(
    office: Office, page: QWidget, day: date, spans: tuple[AgendaSpan, ...], lines: Lines
) -> AskDialog:
    """The span first offered is the one shown; without names unless asked."""

    def act(values: Mapping[str, object]) -> None:
        span = values.get("span")
        shown = span if isinstance(span, AgendaSpan) else spans[0]
        show_paper(office, page, day, shown, lines, named=values.get("named") is True)

    dialog = AskDialog(
        _tr("Skriv ut kalenderen"),
        _tr("Uten navn står det hva som har frist, og etter hvilken regel."),
        _tr("Vis arket"),
        act,
        words=problem,
        message=message,
        parent=page.window(),
    )
    if len(spans) > 1:
        options = [(each, capital(span_words(each, day))) for each in spans]
        field = ChoiceField("span", _tr("Hvilke dager"), options)
        field.set_value(spans[0])
        dialog.form.line(field)
    dialog.form.line(CheckField("named", _tr("Ta med navn og adresser")))
    dialog.open()
    return dialog


def show_paper(
    office: Office, page: QWidget, day: date, span: AgendaSpan, lines: Lines, *, named: bool
) -> DocumentDialog:
    """The days, to read and print; nothing is stored."""
    made = office.agenda.paper(span, day, lines(span, named), named=named)
    title = _tr("Kalender")
    papers = [(title, office.letters.preview(made))]
    dialog = DocumentDialog(title, _tr("Arket lagres ikke."), papers, page)
    dialog.open()
    return dialog


def _tr(words: str) -> str:
    return QCoreApplication.translate("CalendarPaper", words)
