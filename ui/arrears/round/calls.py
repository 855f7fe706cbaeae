"""The call list: who is next, what is known of them, and what came of the call."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.rounds.model import CallDraft, CallResult, CallRow
from app.core.errors import Invalid
from app.core.ids import Ref
from app.office import Office
from ui.arrears.round.words import agreed_words, call_row, children_words, sum_words
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.page import ScrollBody
from ui.kit.rows import Shape
from ui.kit.segments_field import SegmentsField
from ui.kit.shell import WithPanel
from ui.labels import capital, day, done, named, problem, title_word, word
from ui.navigation import Navigator, PageId
from ui.note_words import NoteWords

PANEL = 400


class CallPanel(QWidget):
    """One who is rung, and the fields to type in while the phone is at the ear."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__()
        self._office, self._navigator = office, navigator
        self.call: CallRow | None = None
        self.card = Card(self.tr("Hvem"), icon=Icon.PERSON)
        self._facts = QVBoxLayout()
        self.card.add(self._facts)
        self.open_button = Button(self.tr("Til restansen"), self.open_tenancy, icon=Icon.OPEN)
        self.card.add(button_line(self.open_button))
        self.form = BareForm(self.tr("Hva samtalen førte til"), problem)
        results = [(each, title_word(each)) for each in CallResult]
        self.result = SegmentsField("result", self.tr("Hva det førte til"), results)
        self.words = NoteWords("words", self.tr("Hva som ble sagt"), lines=3)
        self.words.set_hint(self.tr("Enter lagrer og går til den neste. Tall velger utfall."))
        self.form.line(self.result)
        self.form.line(self.words)
        self.form.line(
            DateField(
                "follow_up_on", self.tr("Avtalt til"), optional=True, today=office.clock.today
            )
        )
        self.save_button = Button(
            self.tr("Lagre og neste"), self.save, kind=ButtonKind.PRIMARY, icon=Icon.CHECK
        )
        typed = Card(self.tr("Samtalen"), icon=Icon.NOTE)
        typed.add(self.form, button_line(self.save_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self.card)
        column.addWidget(typed)
        column.addStretch(1)
        self.words.entered.connect(self.save)

    def show_call(self, call: CallRow) -> None:
        """Another one; what is half typed about the same one is left alone."""
        same = self.call is not None and self.call.lease == call.lease
        self.call = call
        self.card.title.setText(named(call.name))
        self.card.setAccessibleName(named(call.name))
        clear(self._facts)
        self._facts.addWidget(Facts(self._facts_of(call)))
        if not same:
            self.form.set_values({"result": CallResult.REACHED, "words": None} | _NO_DAY)
            self.form.show_problems(())

    def _facts_of(self, call: CallRow) -> list[Fact]:
        row = call.row
        last = f"{day(call.last.on)}: {call.last.words}" if call.last else self.tr("Ingen notater")
        step = row.last
        facts = [
            Fact(self.tr("Telefon"), call.phone or self.tr("mangler")),
            Fact(self.tr("Tolk"), call.interpreter),
            Fact(self.tr("Barn"), children_words(row.children)),
            Fact(self.tr("Skylder"), sum_words(row)),
            Fact(self.tr("Sist gjort"), f"{title_word(step.kind)} {day(step.day)}" if step else ""),
            Fact(self.tr("Forslag"), capital(word(row.next.kind))),
            Fact(self.tr("Fra møtet"), agreed_words(call.agreed)),
            Fact(self.tr("Sist sagt"), last),
        ]
        return [fact for fact in facts if fact.value]

    def save(self) -> None:
        """Write the call down; the list goes on to the next by itself."""
        call = self.call
        self.form.show_problems(())
        if call is None or self.form.problem_count:
            self.form.jump_to_first()
            return
        try:
            self._office.arrears_rounds.called(call.lease, _draft(self.form.values()))
        except Invalid as error:
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
            return
        self.form.set_values({"result": CallResult.REACHED, "words": None} | _NO_DAY)
        self._navigator.tell(done("arrears_call.made"))

    def open_tenancy(self) -> None:
        """What is owed, and both tracks."""
        if self.call is not None:
            self._navigator.open(PageId.TENANCY_ARREARS, Ref("lease", self.call.lease))


_NO_DAY: dict[str, object] = {"follow_up_on": None}


def _draft(values: Mapping[str, object]) -> CallDraft:
    result, ahead = values["result"], values["follow_up_on"]
    return CallDraft(
        result if isinstance(result, CallResult) else None,
        str(values["words"] or "").strip(),
        ahead if isinstance(ahead, date) else None,
    )


class CallsView(QWidget):
    """The list with the panel beside it. Enter goes to the fields of the one stood on."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.calls: dict[int, CallRow] = {}
        self.list = RowList(self.tr("Ringeliste"), Shape.TODAY, whole=True)
        self.panel = CallPanel(office, navigator)
        self._nothing = EmptyState(
            self.tr("Ingen å ringe nå"),
            self.tr(
                "Alle som skylder husleie, har dere snakket med siden den ble sen. Når en ny leie"
                " mangler, står leieforholdet her igjen."
            ),
            primary=Button(self.tr("Til restansene"), lambda: navigator.open(PageId.ARREARS)),
        )
        card = Card(flush=True)
        card.setAccessibleName(self.tr("Ringeliste"))
        card.add(self.list)
        self._card = card
        body = ScrollBody()
        body.add(card, self._nothing)
        panel = ScrollBody()
        panel.add(self.panel)
        self.both = WithPanel(body, panel, PANEL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.both)
        self.list.current_key.connect(self._stand)
        self.list.activated_key.connect(self._act)

    def reload(self) -> None:
        """The list as it is now; one that is reached is gone, and the next is stood on."""
        before = [row.key for row in self.list.rows]
        stood = self.list.current.key if self.list.current else None
        calls = self._office.arrears_rounds.call_list()
        self.calls = {call.lease: call for call in calls}
        self.list.set_rows([call_row(call) for call in calls])
        self._card.setVisible(bool(calls))
        self._nothing.setVisible(not calls)
        self.both.set_empty(empty=not calls)
        if calls and stood not in self.calls:
            after = before[before.index(stood) + 1 :] if stood in before else []
            following = next((key for key in after if key in self.calls), calls[0].lease)
            self.list.select(following)
        if self.list.current is not None:
            self._stand(self.list.current.key)

    def begin(self) -> None:
        """The keyboard starts in the list."""
        if self.calls:
            self.list.setFocus()

    def print_list(self) -> DocumentDialog:
        """The list on paper, with room for what came of each call."""
        rounds, letters = self._office.arrears_rounds, self._office.letters
        title = self.tr("Ringeliste")
        words = self.tr("Listen har navn, barn og gjeld. Makuler den når alt er ført inn.")
        data = letters.preview(rounds.sheet())
        dialog = DocumentDialog(title, words, [(title, data)], self.window())
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    def _stand(self, key: object) -> None:
        call = self.calls.get(key) if isinstance(key, int) else None
        if call is not None:
            self.panel.show_call(call)

    def _act(self, key: object) -> None:
        self._stand(key)
        if self.both.floats:
            self.both.open_panel()
        self.panel.result.setFocus(Qt.FocusReason.TabFocusReason)
