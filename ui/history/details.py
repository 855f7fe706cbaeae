"""What one line of the history changed: before and after, who and why, and the way there."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.office import Office
from ui.history.columns import when
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts, Hairline, clear
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.table import number
from ui.kit.words import Label
from ui.navigation import Navigator
from ui.past import MOST_ROWS, ChangeRow, PastRow, changes

MOST = 60
# taken back whole at any later time, not only in the opening they were done in
UNDONE_LATER = frozenset({"sheet.taken_in"})


class Details(Card):
    """The side panel of the history."""

    def __init__(
        self, office: Office, navigator: Navigator, reverse: Callable[[PastRow], object]
    ) -> None:
        super().__init__("Endringer", icon=Icon.HISTORY)
        self._office, self._navigator, self._reverse = office, navigator, reverse
        self._body = ScrollBody()
        self.add(self._body)
        self.show_row(None)

    def show_row(self, row: object) -> None:
        """Show a line; None for none."""
        column = self._body.column
        clear(column)
        parts = self._parts(row) if isinstance(row, PastRow) else [self._nothing()]
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def _nothing(self) -> QWidget:
        words = self.tr("Velg en linje for å se hva som ble endret.")
        return Label(words, Type.HELP, Token.TEXT2, wrap=True)

    def _parts(self, row: PastRow) -> list[QWidget]:
        facts = [
            Fact(self.tr("Når"), when(row)),
            Fact(self.tr("Hvem"), row.who),
            Fact(self.tr("Om"), row.about),
        ]
        if row.reason:
            facts.append(Fact(self.tr("Grunn"), row.reason))
        parts: list[QWidget] = [Label(row.what, Type.SECTION, wrap=True), Facts(facts)]
        parts += self._buttons(row)
        parts.append(Hairline())
        found = changes(self._office, row)
        parts += [_Changed(change) for change in found[:MOST]]
        if len(found) > MOST:
            more = self.tr("… og {} til").format(len(found) - MOST)
            parts.append(Label(more, Type.HELP, Token.TEXT2))
        if (rows := self._office.history.rows_changed(row.id)) > MOST_ROWS:
            more = self.tr("{} rader ble endret i alt.").format(number(rows))
            parts.append(Label(more, Type.HELP, Token.TEXT2))
        if not found:
            none = self.tr("Ingen opplysninger å vise.")
            parts.append(Label(none, Type.HELP, Token.TEXT2, wrap=True))
        return parts

    def _buttons(self, row: PastRow) -> list[QWidget]:
        buttons: list[QWidget] = []
        ref = row.ref
        if ref is not None:
            buttons.append(
                Button(
                    self.tr("Åpne {}").format(row.about) if len(row.about) < 24 else "Åpne",
                    lambda: self._navigator.open_ref(ref),
                    kind=ButtonKind.QUIET,
                    size=ButtonSize.SMALL,
                    icon=Icon.OPEN,
                )
            )
        if row.verb in UNDONE_LATER and not row.undone:
            buttons.append(
                Button(
                    self.tr("Angre hele innhentingen"),
                    lambda: self._reverse(row),
                    size=ButtonSize.SMALL,
                    icon=Icon.UNDO,
                )
            )
        return buttons


class _Changed(QWidget):
    """One value: its name, what it was, what it became."""

    def __init__(self, change: ChangeRow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(2))
        column.addWidget(Label(change.field, Type.LABEL))
        told = f"{change.before} → {change.after}" if change.before != "–" else change.after
        column.addWidget(Label(told, Type.HELP, Token.TEXT2, wrap=True))
