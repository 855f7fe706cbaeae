"""A page about one record, in parts beside each other; letters about it are made there too."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import NotFound
from app.core.ids import Ref
from app.core.records import dataclass
from app.office import Office
from ui.kit.buttons import Segments
from ui.kit.empty import EmptyState
from ui.kit.fold import FoldingForm
from ui.kit.header import PageHeader
from ui.kit.keys import Key, bind
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.tab_order import same_in, stand_on
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator, Page, PageId, Place

S = TypeVar("S")
"""The record a page is about."""


class PagePart(ScrollBody, Generic[S]):
    """Cards about one side of a record; made anew whenever the register has changed."""

    page_id: ClassVar[PageId]

    def __init__(
        self, office: Office, navigator: Navigator, subject: S, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self.navigator, self.subject = office, navigator, subject

    def begin(self) -> None:
        """Put the keyboard where this part begins."""

    def ref(self) -> Ref:
        """The record, as a place names it."""
        raise NotImplementedError

    def go(self, task: str) -> None:
        """Open another part of the page, or a letter being made, by its task."""
        self.navigator.open(self.page_id, self.ref(), task)


@dataclass(frozen=True, slots=True)
class PartSpec(Generic[S]):
    """One part: the task that opens it, its word, and how it is made."""

    task: str
    words: str
    make: Callable[[Office, Navigator, S], PagePart[S]]


MakeDesk = Callable[[Office, Navigator, S], LetterDesk]
"""How the desk of a letter about the record is made."""


class PartedView(QWidget, Generic[S]):
    """The header, the choice of part, and the part."""

    part_wanted = Signal(str)

    def __init__(self, header: PageHeader, parts: Segments, part: PagePart[S]) -> None:
        super().__init__()
        self.header, self.parts, self.part = header, parts, part
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(header)
        outer.addWidget(frame)
        frame.add(parts)
        frame.add(part, stretch=True)
        parts.chosen.connect(self._turn)
        if not part.findChildren(FoldingForm):  # which goes through its own parts by the same keys
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            bind(Key.NEXT_PART, self, lambda: parts.step(1), here)
            bind(Key.PREVIOUS_PART, self, lambda: parts.step(-1), here)

    def begin(self) -> None:
        """The keyboard starts in the part."""
        self.part.begin()

    def _turn(self, task: object) -> None:
        """At once, before the next key: it is meant for the part that is to be shown."""
        self.part_wanted.emit(str(task))


class PartedPage(Page, Generic[S]):
    """Shows the record a place names; its task opens a part, or begins a letter."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    specs: tuple[PartSpec[S], ...] = ()
    desks: Mapping[str, MakeDesk[S]] = {}

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._ref: Ref | None = None
        self._part = self.specs[0]
        self.view: PartedView[S] | LetterDesk | None = None
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._nothing = self.nothing_chosen()
        self._stack.addWidget(self._nothing)

    # what a page says of itself

    def nothing_chosen(self) -> EmptyState:
        """What stands there before a record is chosen."""
        raise NotImplementedError

    def subject_of(self, ref: Ref) -> S:
        """The record; NotFound when there is none any more."""
        raise NotImplementedError

    def header_of(self, subject: S) -> PageHeader:
        """What stands over the parts."""
        raise NotImplementedError

    def parts_word(self) -> str:
        """What the choice of part is called."""
        raise NotImplementedError

    def first_part(self, subject: S) -> PartSpec[S]:
        """What is shown when nothing is asked for."""
        del subject
        return self._part

    def canonical(self, ref: Ref) -> Ref:
        """The record it has become, where two have been joined."""
        return ref

    # places

    def show_place(self, place: Place) -> None:
        if place.ref is None:
            return
        ref, another = self.canonical(place.ref), self._ref
        self._ref = ref
        named = self.part_of(place.task)
        if named is not None:
            self._part = named
        elif ref != another:
            self._begin_on(ref)
        desk = self.desks.get(place.task)
        if desk is None:
            self._show()
        else:
            self._show_desk(ref, desk)
        self._focus()

    def _begin_on(self, ref: Ref) -> None:
        try:
            self._part = self.first_part(self.subject_of(ref))
        except NotFound:  # shown as nothing chosen
            self._part = self.specs[0]

    def part_of(self, task: str) -> PartSpec[S] | None:
        """The part a task opens."""
        return next((spec for spec in self.specs if spec.task == task), None)

    def reload(self) -> None:
        if self._ref is not None and not isinstance(self.view, LetterDesk):
            self._show()

    def _show(self) -> None:
        if self._ref is None:
            return
        try:
            subject = self.subject_of(self._ref)
        except NotFound:  # the registration was taken back
            self._ref = None
            self._put(None)
            return
        choices = [(spec.task, spec.words) for spec in self.specs]
        view: PartedView[S] = PartedView(
            self.header_of(subject),
            Segments(self.parts_word(), choices, self._part.task, wraps=True),
            self._part.make(self.office, self.navigator, subject),
        )
        view.part_wanted.connect(self._turn)
        self._put(view)

    def _show_desk(self, ref: Ref, make: MakeDesk[S]) -> None:
        desk = make(self.office, self.navigator, self.subject_of(ref))
        desk.left.connect(self._desk_left)
        self._put(desk)

    def _desk_left(self) -> None:
        self._show()
        self._focus()

    def _turn(self, task: str) -> None:
        """Another part, chosen among them: the keyboard stays there, so that one can go on."""
        self.navigator.open(self.page_id, self._ref, task)
        if isinstance(self.view, PartedView):
            self.view.parts.setFocus()

    def _put(self, view: "PartedView[S] | LetterDesk | None") -> None:
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        before, self.view = self.view, view
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        if view is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if held and focus is not None:
            self._go_on(focus, view)

    def _go_on(self, focus: QWidget, view: QWidget) -> None:
        """The keyboard stays on what was pressed; where that is gone, it goes to the next step."""
        same = same_in(view, focus)
        if same is not None:
            stand_on(same)
        else:
            self._focus()

    def _focus(self) -> None:
        if isinstance(self.view, LetterDesk):
            form = self.view.form
            form.field(form.names[0]).control.setFocus()
        elif self.view is not None:
            self.view.begin()
