"""«Saker»: every case that one request opened, each with its own state, wait and decision."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.applications.model import Application, ApplicationRow
from app.core.cases import APPLIED_FOR, CaseKind
from app.core.ids import ApplicationId, Ref
from app.core.text import plural
from app.office import Office
from ui.applications.blank_form import FilledFormDialog
from ui.applications.columns import state_chip
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts, Hairline
from ui.kit.chips import ChipLabel
from ui.kit.fields import DateField, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, done, message, problem, title_word
from ui.navigation import Navigator

_OPEN = {
    CaseKind.ALLOCATION: "Åpne sak om kommunal bolig",
    CaseKind.HOUSING_HELP: "Åpne sak om hjelp",
    CaseKind.TEMPORARY_STAY: "Åpne sak om midlertidig botilbud",
}


def cases_of(office: Office, application: ApplicationId) -> tuple[ApplicationRow, ...]:
    """The cases of one request, the one that holds the form first."""
    family = frozenset({application, *office.applications.opened_with(application)})
    return tuple(sorted(office.applications.rows_of(family), key=lambda row: row.id))


def cases_card(office: Office, navigator: Navigator, known: Application) -> Card:
    """The cases, the way to each, a case more, and where the request has been sent."""
    rows = cases_of(office, known.id)
    card = Card(_tr("Saker"), icon=Icon.FOLDER)
    card.set_count(len(rows))
    for row in rows:
        card.add(_case(navigator, row, here=row.id == known.id))
    sent = [each for row in rows for each in office.forwardings.of(row.id)]
    card.add(
        Facts([Fact(_tr("Sendt videre {}").format(day(each.since)), each.unit) for each in sent])
    )
    if len(rows) > 1:
        words = _tr("Hver sak får sitt eget svar. Et vedtak i én sak avslutter ikke de andre.")
        card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
    card.add(Hairline())
    there = {row.case for row in rows}
    for case in APPLIED_FOR:
        if case not in there:
            act = partial(_open_case, office, navigator, known.id, case)
            card.add(Button(_tr(_OPEN[case]), act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL))
    card.add(
        Button(
            _tr("Send videre …"),
            lambda: ForwardDialog(office, navigator, known.id, card.window()).open(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        ),
        Button(
            _tr("Skriv ut søknaden …"),
            lambda: FilledFormDialog(office, known.id, card.window()).open(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        ),
    )
    return card


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasesCard", words)


def _case(navigator: Navigator, row: ApplicationRow, *, here: bool) -> QWidget:
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(fonts.px(8))
    waited = _tr("{}, ventet {}").format(row.number, plural(row.days_waiting, "dag", "dager"))
    name = Label(title_word(row.case), Type.LABEL_STRONG, wrap=True)
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(fonts.px(2))
    column.addWidget(name)
    column.addWidget(Label(waited, Type.HELP, Token.TEXT2, wrap=True))
    column.addWidget(ChipLabel(state_chip(row.state)))
    line.addWidget(words, 1)
    if here:
        line.addWidget(Label(_tr("vises her"), Type.HELP, Token.TEXT2))
        return part
    button = Button(
        _tr("Åpne"),
        partial(navigator.open_ref, Ref("application", row.id)),
        size=ButtonSize.SMALL,
        icon=Icon.OPEN,
    )
    button.setAccessibleName(_tr("Åpne saken om {}").format(title_word(row.case)))
    line.addWidget(button)
    return part


def _open_case(
    office: Office, navigator: Navigator, application: ApplicationId, case: CaseKind
) -> None:
    """No question: it can be undone, and it changes nothing in the other cases."""
    if navigator.attempt(lambda: office.applications.open_case(application, case)):
        navigator.tell(done("case.opened"))


class ForwardDialog(AskDialog):
    """Where the request was sent, when and why. It closes nothing."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        application: ApplicationId,
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day_sent = since if isinstance(since, date) else office.clock.today()
            unit, reason = str(values["unit"] or ""), str(values["reason"] or "")
            office.forwardings.forward(application, unit, reason, day_sent)
            navigator.tell(done("application.forwarded"))

        super().__init__(
            _tr("Send søknaden videre"),
            _tr(
                "Skriv hvem som har fått den. Saken her blir ikke avsluttet: fristen løper,"
                " og søkeren skal ha svar fra dere også."
            ),
            _tr("Loggfør at den er sendt"),
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        self.form.line(
            TextField("unit", _tr("Sendt til")),
            DateField("since", _tr("Dag"), today=office.clock.today),
        )
        self.form.line(TextField("reason", _tr("Hvorfor"), optional=True))
        self.form.set_values({"since": office.clock.today()})
        self.form.field("unit").control.setFocus()
