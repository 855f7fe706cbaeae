"""«Hvorfor ikke denne boligen?»: any applicant and any dwelling, answered at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.allocation.model import WhyNot
from app.applications.model import ApplicationKind, ApplicationRow, ApplicationState
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, DwellingId
from app.core.text import plural
from app.dwellings.model import DwellingStatus
from app.office import Office
from ui.allocation.why_panel import Answer, reason_point
from ui.kit import fonts
from ui.kit.ask import fit
from ui.kit.cards import clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.points import PointPart
from ui.kit.words import Label
from ui.labels import named, title_word, word

_OPEN = frozenset(state for state in ApplicationState if state.open)


def answer_words(found: WhyNot) -> str:
    """The answer in a sentence or two."""
    row, against = found.candidate.place.row, found.candidate.why_not
    if against:
        parts = ", ".join(word(each.code) for each in against)
        return f"Boligen passer ikke: {parts}."
    if not found.listed:
        return f"Boligen passer, men søknaden venter ikke på bolig. Status: {word(row.state)}."
    if found.ahead:
        ahead = plural(len(found.ahead), "annen", "andre")
        return f"Boligen passer. {ahead} som boligen også passer for, står foran på listen."
    if found.equals:
        others = plural(len(found.equals), "annen", "andre")
        return f"Boligen passer. {others} som boligen også passer for, deler plassen."
    return "Boligen passer, og ingen som den passer for, står foran på listen."


class WhyNotDialog(Dialog):
    """Choose an applicant and a dwelling; what speaks for and against stands below."""

    def __init__(
        self,
        office: Office,
        application: ApplicationId | None = None,
        dwelling: DwellingId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Hvorfor ikke denne boligen?"),
            self.tr("Velg en søker og en bolig. Svaret bygger på det som er registrert nå."),
            leave=self.tr("Lukk"),
            width=560,
            parent=parent,
        )
        self._office = office
        self.applicant = ChoiceField(
            "applicant", self.tr("Søker"), _applicants(office, application)
        )
        self.dwelling = ChoiceField("dwelling", self.tr("Bolig"), _dwellings(office))
        self._answer = QVBoxLayout()
        self._answer.setSpacing(fonts.px(8))
        self.add(self.applicant, self.dwelling)
        self.body.addLayout(self._answer)
        self.applicant.set_value(application)
        self.dwelling.set_value(dwelling)
        for field in (self.applicant, self.dwelling):
            field.changed.connect(lambda _name: self.tell())
        self.tell()

    def tell(self) -> None:
        """Answer for the two that are chosen."""
        clear(self._answer)
        who, where = self.applicant.value(), self.dwelling.value()
        if isinstance(who, int) and isinstance(where, int):
            self._show(self._office.allocation.why_not(ApplicationId(who), DwellingId(where)))
        else:
            words = self.tr("Velg begge, så står svaret her.")
            self._answer.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        fit(self)

    def _show(self, found: WhyNot) -> None:
        self._answer.addWidget(Answer(answer_words(found)))
        parts = (
            (self.tr("Taler mot"), found.candidate.why_not, ChipKind.SOON),
            (self.tr("Taler for"), found.candidate.why, ChipKind.OK),
        )
        for title, reasons, kind in parts:
            if reasons:
                self._answer.addWidget(Label(title, Type.LABEL_STRONG, Token.TEXT2))
            for each in reasons:
                self._answer.addWidget(PointPart(reason_point(each, kind)))


def _applicants(office: Office, asked: ApplicationId | None) -> list[tuple[object, str]]:
    """Those who wait for a dwelling or an answer, and the one asked about whoever it is."""
    rows = [row for row in office.applications.rows(states=_OPEN) if _asks_for_dwelling(row)]
    if asked is not None and all(row.id != asked for row in rows):
        rows += office.applications.rows_of(frozenset({asked}))
    return [(row.id, f"{named(row.name)}, {row.number}") for row in rows]


def _asks_for_dwelling(row: ApplicationRow) -> bool:
    return row.case is CaseKind.ALLOCATION and row.kind is not ApplicationKind.RENEWAL


def _dwellings(office: Office) -> list[tuple[object, str]]:
    """The vacant ones first, each with its status."""
    rows = [r for r in office.dwellings.rows() if r.status is not DwellingStatus.RETIRED]
    rows.sort(key=lambda row: row.status is not DwellingStatus.READY)
    return [(row.id, f"{row.address} · {title_word(row.status)}") for row in rows]
