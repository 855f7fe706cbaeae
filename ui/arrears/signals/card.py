"""The signs about one person: how they stand together, the open ones, and those that are over."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.signals.model import EarlySignal, SignalLevel
from app.core.ids import PersonId
from app.office import Office
from ui.arrears.signals.dialogs import SignalDialogs
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card, clear
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import named, near_day, title_word
from ui.navigation import Navigator
from ui.signal_words import because_words, level_chip, source_words, state_words


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("signals", text)


class SignalsCard(Card):
    """Enter closes an open sign, or opens a closed one again."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        *,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title or tr("Tidlige tegn"), icon=Icon.WARNING, flush=True, parent=parent)
        self._office = office
        self.person: PersonId | None = None
        self._signals: dict[str, EarlySignal] = {}
        self.dialogs = SignalDialogs(office, navigator, self)
        self._standing = QVBoxLayout()
        side = fonts.px(16)
        self._standing.setContentsMargins(side, fonts.px(2), side, fonts.px(8))
        self._standing.setSpacing(fonts.px(6))
        self.add_button = Button(
            tr("Nytt tegn"), self.add_signal, icon=Icon.NEW, size=ButtonSize.SMALL
        )
        self.correct_button = Button(tr("Rett …"), self.correct, size=ButtonSize.SMALL)
        self.list = RowList(tr("Tegn"), Shape.TODAY, whole=True)
        self.list.activated_key.connect(self.act)
        self.list.current_key.connect(lambda _key: self._tell())
        self.add(
            self._standing,
            button_line(self.add_button, self.correct_button, inset=True),
            self.list,
        )

    def show_person(self, person: PersonId, name: str = "") -> None:
        """The signs about somebody; `name` is the title where the page is about many."""
        another = person != self.person
        self.person = person
        if name:
            self.title.setText(named(name))
            self.setAccessibleName(named(name))
        signals = self._office.early_signals.of(person)
        self._signals = {each.key: each for each in signals}
        open_ones = [each for each in signals if each.open]
        closed = [each for each in signals if not each.open]
        clear(self._standing)
        standing = self._office.early_signals.standing(person)
        if signals or standing.level is not SignalLevel.NONE:
            self._standing.addWidget(ChipLabel(level_chip(standing.level)))
            words = because_words(standing)
        else:
            words = tr(
                "Ingen tegn ennå. Sen husleie, post i retur og avtaler uten kontakt finner Husrom"
                " selv. Det en nabo, en enhet eller du selv ser, fører du inn her."
            )
        self._standing.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        self.list.set_rows([self._row(each) for each in (*open_ones, *closed)])
        self.list.setVisible(bool(signals))
        self.correct_button.setVisible(bool(signals))
        if another and signals:
            self.list.select_end(last=False)
        self._tell()

    def _row(self, signal: EarlySignal) -> Row:
        words = " ".join(signal.words.split())
        said = f"{words.rstrip('.')}." if words else ""
        state = signal.state
        outcome = state.outcome if state else None
        chip = Chip(ChipKind.OK, title_word(outcome)) if outcome else Chip(ChipKind.INFO, "Åpent")
        facts = (said, source_words(signal), state_words(signal))
        return Row(
            signal.key,
            title_word(signal.kind),
            " ".join(filter(None, facts)),
            chip,
            when=near_day(signal.seen_on, self._office.clock.today()),
            action=tr("Lukk …") if signal.open else tr("Åpne igjen …"),
        )

    # what is done

    def add_signal(self) -> None:
        """One sign more about the person."""
        self.dialogs.add(self.person)

    def act(self, key: object) -> None:
        """Close an open one, or open one again."""
        signal = self._signals.get(str(key))
        if signal is None:
            return
        if signal.open:
            self.dialogs.close(signal)
        else:
            self.dialogs.reopen(signal)

    def correct(self) -> None:
        """What the chosen one should have said."""
        signal = self._chosen()
        if signal is not None:
            self.dialogs.correct(signal)

    def _chosen(self) -> EarlySignal | None:
        row = self.list.current
        return None if row is None else self._signals.get(str(row.key))

    def _tell(self) -> None:
        signal = self._chosen()
        if signal is None:
            off = tr("Velg et tegn i listen først.")
        elif signal.id is None or signal.found:
            off = tr("Husrom fant dette selv. Rett det der det står.")
        else:
            off = ""
        self.correct_button.set_off(off)
