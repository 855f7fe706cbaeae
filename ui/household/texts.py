"""The free texts of a person's own access, sentence by sentence: kept or hidden (PV-04, FV-21)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core import words
from app.core.days import short_day
from app.core.records import dataclass
from app.core.text import grouped, plural
from app.overview.data_access.model import HeldText, Sentence, TextReview
from ui.kit import fonts
from ui.kit.ask import highest
from ui.kit.buttons import ButtonKind, Segments
from ui.kit.chips import Chip, ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.keys import Key, bind
from ui.kit.list import Heading, Row, RowList, Shape
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital

OTHERS, ALL = "others", "all"
MOST_LINES = 40
"""A sentence is decided on when it is read, so it is shown whole."""
WIDTH, HEIGHT = 860, 720


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: which text, which sentence of it."""

    text: int
    sentence: int


class TextsDialog(Dialog):
    """The officer decides which sentences go along. `hidden` are the keys of those that do not.

    `preview` and `save` are given them; `save` answers whether the dialog is done. Leaving makes
    nothing, and what was decided is there when it is opened again.
    """

    def __init__(
        self,
        review: TextReview,
        preview: Callable[[frozenset[str]], object],
        save: Callable[[frozenset[str]], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Gå gjennom tekstene", leave="Tilbake", parent=parent)
        self._review = review
        self.hidden = review.suggested
        mentioning = sum(text.mentions_others for text in review.texts)
        self.choice = Segments(
            "Hvilke tekster",
            [
                (OTHERS, f"Nevner andre ({mentioning})"),
                (ALL, f"Alle tekster ({len(review.texts)})"),
            ],
            OTHERS,
        )
        self.told = Label("", Type.BODY, Token.TEXT2, wrap=True)
        self.list = RowList("Setninger", Shape.TODAY)
        self.none = _nothing(review)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.none)
        self.add(self.choice, self.told)
        self.body.addWidget(self._stack, 1)
        self._reason.setText(
            f"{Key.HIDE.shown}: skjul eller ta med. {Key.NEXT_SUGGESTION.shown}: neste forslag."
        )
        self.preview_button = self.add_button("Vis som den blir", lambda: _stay(preview, self))
        self.save_button = self.add_button(
            "Lagre filen …", lambda: save(self.hidden), ButtonKind.PRIMARY
        )
        self._show()
        self.choice.chosen.connect(self._show)
        self.list.activated_key.connect(self.toggle)
        bind(Key.HIDE, self.list, self._toggle_current, Qt.ShortcutContext.WidgetShortcut)
        bind(Key.NEXT_SUGGESTION, self, self.next_suggestion)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        room = self.screen().availableGeometry()
        wide = min(fonts.px(WIDTH), room.width())
        self.resize(max(wide, self.minimumWidth()), min(fonts.px(HEIGHT), highest(self)))
        super().showEvent(event)
        if self.list.rows:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    # what is shown

    def _show(self) -> None:
        """The texts of the choice, those that mention others first."""
        wanted = [
            (place, text)
            for place, text in enumerate(self._review.texts)
            if self.choice.value == ALL or text.mentions_others
        ]
        items: list[Row | Heading] = []
        for place, text in wanted:
            items.append(Heading(heading(text)))
            items += (self._as_row(Place(place, at)) for at in range(len(text.sentences)))
        self.list.set_rows(items)
        self._stack.setCurrentWidget(self.list if items else self.none)
        self._tell()

    def _as_row(self, place: Place) -> Row:
        said = self._sentence(place)
        hidden = said.key in self.hidden
        return Row(
            key=place,
            title=" ".join(said.text.split()),
            why=why(said),
            chip=Chip(ChipKind.PROTECTED, "Skjules") if hidden else Chip(ChipKind.OK, "Tas med"),
            action="Ta med" if hidden else "Skjul",
            lines=MOST_LINES,
        )

    def _sentence(self, place: Place) -> Sentence:
        return self._review.texts[place.text].sentences[place.sentence]

    def _tell(self) -> None:
        suggested, total = len(self._review.suggested), len(self._review.keys)
        hidden = grouped(len(self.hidden)) if self.hidden else "ingen"
        now = f"Nå skjules {hidden} av {plural(total, 'setning', 'setninger')}."
        many = plural(suggested, "setning", "setninger") if suggested else "Ingen"
        self.told.setText(f"{many} er foreslått skjult. {now} Du bestemmer.")
        self.told.setVisible(bool(total))
        self.list.setAccessibleDescription(now)

    # what the officer decides

    def toggle(self, place: Place) -> None:
        """Hide or keep a sentence, wherever it stands."""
        key = self._sentence(place).key
        self.hidden = self.hidden ^ {key}
        shown = (row.key for row in self.list.rows)
        same = (
            each for each in shown if isinstance(each, Place) and self._sentence(each).key == key
        )
        self.list.put([self._as_row(each) for each in same])
        self._tell()

    def _toggle_current(self) -> None:
        self.list.activate()

    def next_suggestion(self) -> bool:
        """Stand on the next sentence that mentions others, from the top after the last one."""
        keys = [row.key for row in self.list.rows]
        current = self.list.current
        start = keys.index(current.key) + 1 if current is not None else 0
        for key in (*keys[start:], *keys[:start]):
            if isinstance(key, Place) and self._sentence(key).mentions:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return self.list.select(key)
        return False


def _stay(preview: Callable[[frozenset[str]], object], dialog: TextsDialog) -> bool:
    preview(dialog.hidden)
    return False


def _nothing(review: TextReview) -> EmptyState:
    """What stands where no text mentions anybody else."""
    if not review.texts:
        return EmptyState(
            "Det er ingen tekster å gå gjennom",
            "Ingen har skrevet fritekst om personen. Du kan lagre filen.",
            drawing=False,
        )
    return EmptyState(
        "Ingen av tekstene ser ut til å nevne andre",
        "Husrom leter etter navn, nummer og adresser som ikke er personens. Velg «Alle tekster»"
        " for å lese dem selv, eller lagre filen.",
        drawing=False,
    )


def heading(text: HeldText) -> str:
    """«Hva samtalen gjaldt · Notat · 20.11.2026 · står 2 steder»."""
    parts = [words.table(text.table), words.column(text.table, text.column)]
    parts.append("" if text.on is None else short_day(text.on))
    parts.append("" if text.places == 1 else f"står {text.places} steder")
    return " · ".join(part for part in parts if part)


def why(said: Sentence) -> str:
    """What in it is somebody else's: «Elif: navnet til en som bor i husstanden»."""
    told = (f"«{each.words}» er {words.word(each.kind)}" for each in said.mentions)
    return capital(". ".join(told)) + ("." if said.mentions else "")
