"""«Samtaler og avslutning»: a new note, how it ends, and all that has happened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.debt.model import DebtCase
from app.office import Office
from ui.debt.log.desk import CLOSING_LETTER
from ui.debt.log.dialogs import ClosingDialogs
from ui.debt.log.story import story
from ui.debt.log.words import ending_facts
from ui.debt.part import DebtPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Card, Facts
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Shape
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import day, word
from ui.navigation import Navigator
from ui.note_words import NoteCard


class DebtLogPart(DebtPart):
    """The note has the keyboard; closing stands beside it."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = ClosingDialogs(office, navigator, self, case.id)
        self.verbs: list[Button] = []
        self.note = NoteCard(office, navigator, case.person)
        self.list = RowList(self.tr("Hendelser"), Shape.TIMELINE, whole=True)
        told = story(office, case)
        self.list.set_rows(told)
        log = Card(self.tr("Alt som har skjedd"), icon=Icon.HISTORY, flush=True)
        log.set_count(len(told))
        log.add(self.list)
        self.add(SideBySide(self.note, self._ending(), shares=(3, 2)), log)

    def begin(self) -> None:
        self.note.begin()

    def _button(self, words: str, act: Callable[[], object], icon: Icon | None = None) -> Button:
        button = Button(words, act, kind=ButtonKind.SECONDARY, icon=icon, size=ButtonSize.SMALL)
        self.verbs.append(button)
        return button

    def _ending(self) -> Card:
        if self.case.closed_on is not None:
            return self._ended()
        if self.case.works:
            return self._before_the_end()
        card = Card(self.tr("Avslutning"), icon=Icon.OK)
        words = (
            self.tr("Arbeidet er ikke i gang, så det er ikke noe å avslutte.")
            if self.case.waits
            else self.tr("Henvendelsen er avsluttet uten at arbeidet begynte.")
        )
        card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True))
        card.body.addStretch(1)
        return card

    def _before_the_end(self) -> Card:
        """What is not done, before it is closed."""
        card = Card(self.tr("Før saken avsluttes"), icon=Icon.CHECK)
        lacks = self.office.debt_closings.still_open(self.case.id)
        for each in lacks:
            card.add(Label(f"• {word(each)}.", Type.BODY, wrap=True))
        if not lacks:
            card.add(Label(self.tr("Alt er gjort."), Type.BODY))
        card.add(button_line(self._button(self.tr("Avslutt saken …"), self.dialogs.close)))
        card.body.addStretch(1)
        return card

    def _ended(self) -> Card:
        """How it ended, the letter about it, and the way back."""
        card = Card(self.tr("Saken er avsluttet"), icon=Icon.OK)
        effect = self.office.debt_closings.effect(self.case.id)
        card.add(Facts(ending_facts(self.case, effect)))
        letters = self.office.closing_letters
        made = letters.made(self.case.id)
        if made is not None:
            said = self.tr("Brevet er laget {}: {}.").format(
                day(made.issued_at.date()), word(made.state)
            )
            card.add(Label(said, Type.HELP, Token.TEXT2, wrap=True))
        buttons = []
        if made is None and letters.possible(self.case):
            make = partial(self.go, CLOSING_LETTER)
            buttons.append(self._button(self.tr("Lag brevet"), make, Icon.LETTER))
        buttons.append(self._button(self.tr("Ta opp igjen …"), self.dialogs.reopen))
        card.add(button_line(*buttons))
        card.body.addStretch(1)
        return card
