"""The words of the letters that the municipality may choose itself; the rest is locked."""

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.text import Language
from app.office import Office
from app.settings.model import LocalTextDraft
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import ButtonKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.dialogs import Dialog
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.form import Form
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.labels import LETTERS, day, done, message, problem, title_word
from ui.navigation import Navigator

_GAP = re.compile(r"\{\w+\}")
"""What the program fills in: a day, a name."""


class TextsDialog(Dialog):
    """One letter in one language: its open passages, each as it reads today."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(
            "Brevtekster",
            "Velg en setning for å skrive den på kommunens egen måte. Det loven krever at brevet"
            " sier, er låst og står ikke her.",
            leave="Lukk",
            width=680,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._navigator = office, navigator
        letters = [(name, LETTERS[name]) for name in office.settings.open_passages()]
        self.form = Form("Hvilket brev", problem)
        self.form.line(
            ChoiceField("document", "Brev", letters),
            ChoiceField("language", "Målform", [(each, title_word(each)) for each in Language]),
        )
        self.list = RowList("Setninger som kan endres", Shape.TIMELINE)
        self.list.setMinimumHeight(fonts.px(300))
        self.add(self.form)
        self.body.addWidget(self.list, 1)
        self.add_button("Skriv om", self._rewrite_current, ButtonKind.PRIMARY)
        self.form.set_values({"document": letters[0][0], "language": Language.NB})
        self.form.changed.connect(lambda _name: self._show())
        self.list.activated_key.connect(self.rewrite)
        self._show()

    @property
    def _chosen(self) -> tuple[str, Language]:
        values = self.form.values()
        language = values["language"]
        return str(values["document"]), language if isinstance(language, Language) else Language.NB

    def _show(self) -> None:
        document, language = self._chosen
        settings, today = self._office.settings, self._office.clock.today()
        text = settings.text(document, language, today)
        own = {each.passage: each for each in settings.own_texts(document, language)}
        rows = [
            Row(
                passage,
                _GAP.sub("…", text.passages[passage]),
                f"Vår egen fra {day(own[passage].valid_from)}. {own[passage].source}"
                if passage in own
                else "",
                icon=Icon.NOTE,
                action="Skriv om",
            )
            for passage in settings.open_passages()[document]
        ]
        self.list.set_rows(rows)
        if self.list.current is None:
            self.list.select_end(last=False)

    def _rewrite_current(self) -> bool:
        if self.list.current is not None:
            self.rewrite(self.list.current.key)
        return False

    def rewrite(self, passage: object) -> AskDialog:
        """Other words for a passage from a day, with the source."""
        document, language = self._chosen
        settings, today = self._office.settings, self._office.clock.today()
        text = settings.text(document, language, today)

        def act(values: Mapping[str, object]) -> None:
            since = values["valid_from"]
            draft = LocalTextDraft(
                document,
                language,
                str(passage),
                str(values["text"] or ""),
                since if isinstance(since, date) else date.max,
                str(values["source"] or ""),
            )
            settings.set_text(draft)
            self._navigator.tell(done("local_text.set"))
            self._show()

        asked = ", ".join(f"{{{name}}}" for name in sorted(text.placeholders(str(passage))))
        told = f" Behold {asked}: der settes opplysningene inn." if asked else ""
        dialog = AskDialog(
            "Skriv om",
            f"Korte setninger, høyst 25 ord. Brev som er laget, endres ikke.{told}",
            "Bruk teksten",
            act,
            words=problem,
            message=message,
            parent=self,
        )
        dialog.form.line(MultilineField("text", "Tekst", lines=4))
        dialog.form.line(
            DateField("valid_from", "Gjelder fra", today=self._office.clock.today),
            TextField("source", "Kilde", hint="Hvem har bestemt det, og når."),
        )
        dialog.form.set_values({"text": text.passages[str(passage)], "valid_from": today})
        dialog.open()
        return dialog
