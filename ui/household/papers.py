"""Documents and consents on the household card: what was written and received, what is agreed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import Ref
from app.letters.model import DocumentRow, DocumentState
from app.people.consents.model import Consent
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import capital, day, title_word, word

FIRST = 6
ENDED_SHOWN = timedelta(days=90)
_GONE = frozenset({DocumentState.ANNULLED, DocumentState.SUPERSEDED, DocumentState.RETURNED})


class DocumentsCard(Card):
    """Every document to, from or about them, the newest first; Enter opens one."""

    def __init__(
        self,
        documents: Sequence[DocumentRow],
        open_ref: Callable[[Ref], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Dokumenter", icon=Icon.DOCUMENT, flush=bool(documents), parent=parent)
        self._documents = tuple(documents)
        if not documents:
            none = "Ingen brev eller papirer ennå."
            self.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
            return
        self.set_count(len(documents))
        self.list = RowList("Dokumenter", Shape.TIMELINE, whole=True)
        self.list.activated_key.connect(open_ref)
        self.add(self.list)
        self.older = Button(
            f"Vis {len(documents) - FIRST} eldre",
            self._show_all,
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            icon=Icon.CARET_DOWN,
        )
        self.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(FIRST)

    def _show(self, most: int) -> None:
        self.list.set_rows([_row(each) for each in self._documents[:most]])
        self.older.setVisible(len(self._documents) > most)

    def _show_all(self) -> None:
        self._show(len(self._documents))
        self.list.setFocus()


def _row(each: DocumentRow) -> Row:
    """The kind and its day; what is no longer good says so. The title may name a place."""
    parts = (day(each.issued_at.date()), each.number)
    state = word(each.state) if each.state in _GONE else ""
    why = " · ".join(part for part in (*parts, state) if part)
    return Row(Ref("document", each.id), title_word(each.kind), why, icon=Icon.DOCUMENT)


def consents_card(consents: Sequence[Consent], today: date, go: Callable[[], object]) -> Card:
    """What the person has agreed to and until when; what has lately ended is told (PV-02)."""
    link = Button("Åpne", go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    link.setAccessibleName("Åpne samtykkene")
    card = Card("Samtykker", icon=Icon.SIGN, link=link)
    holding = [each for each in consents if each.holds(today)]
    scopes = {(each.scope, each.body) for each in holding}
    ended = [
        each for each in consents if (each.scope, each.body) not in scopes and _lately(each, today)
    ]
    if not holding and not ended:
        none = "Ingen gjelder nå. Spør før du snakker med andre om saken."
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
    for each in holding:
        until = f"til {day(each.until)}" if each.until else "til det trekkes"
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Label(_what(each), Type.LABEL, wrap=True))
        pair.addWidget(Label(f"Fra {day(each.since)} {until}", Type.HELP, Token.TEXT2, wrap=True))
        card.add(pair)
    for each in ended:
        gone = each.withdrawn_on or each.until
        verb = "trukket" if each.withdrawn_on else "gikk ut"
        card.add(Callout(ChipKind.SOON, f"{_what(each)}: {verb} {day(gone)}"))
    return card


def _lately(each: Consent, today: date) -> bool:
    """Whether it ended within the last months."""
    ends = [day for day in (each.withdrawn_on, each.until) if day is not None]
    return bool(ends) and today - ENDED_SHOWN <= min(ends) <= today


def _what(each: Consent) -> str:
    body = f", {each.body}" if each.body else ""
    return capital(f"{word(each.scope)}{body}")
