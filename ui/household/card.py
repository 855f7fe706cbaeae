"""The household card: left who, middle what is going on, right what has happened."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.ids import PersonId, Ref
from app.office import Office
from app.overview.household.model import HouseholdView
from app.people.model import (
    Address,
    AddressProtection,
    Household,
    Person,
)
from ui.household import facts, going_on, who
from ui.household.debt import debt_card
from ui.household.followup import followup_card, level_chip
from ui.household.measures import MeasureDialogs, measures_card
from ui.household.papers import DocumentsCard, consents_card
from ui.household.services import services_card
from ui.household.signals import signals_card
from ui.household.story import CHANGES, StoryCard
from ui.household.who import CardColumn, Verb
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.menus import Act, MenuButton
from ui.kit.page import Page as Frame
from ui.kit.tab_order import tab_after
from ui.kit.timeline import Timeline
from ui.labels import named, title_word
from ui.navigation import Navigator, PageId
from ui.past import ChangeRow, PastRow, changes, of

LEFT, RIGHT = 264, 256
THREE, TWO = 900, 700  # widths from which there is room for so many columns
_TYPED = frozenset(
    {"bostotte", "budget", "debt_claim", "debt_papers", "economy", "settlement_check"}
)
"""What is typed in a case of advice, by the first part of the event; it stands in the case."""
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide does not name


class PersonCard(QWidget):
    """All about one person and the household. `wanted(Verb)` asks the page for a dialog."""

    wanted = Signal(object)
    compare_wanted = Signal(object)  # Person, the likely double

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.person: Person | None = None
        self.household: Household | None = None
        self.shown: Address | None = None
        self.hidden = True
        self.view: HouseholdView | None = None
        note = Button(
            self.tr("Nytt notat"),
            partial(self._want, Verb.NOTE),
            kind=ButtonKind.PRIMARY,
            icon=Icon.NOTE,
        )
        note.setProperty("key_cap", Key.QUICK_NOTE.shown)
        self.header = PageHeader(
            self.tr("Husstand"),
            primary=note,
            secondary=(
                Button(self.tr("Skriv ut"), partial(self._want, Verb.ACCOUNT), icon=Icon.PRINT),
                Button(self.tr("Ny søknad"), self._new_application, icon=Icon.NEW),
            ),
            extra=(MenuButton(self.tr("Mer"), self._more),),
        )
        self.left, self.middle = CardColumn(), CardColumn()
        self.story = StoryCard(office, navigator)
        self.story.chosen.connect(lambda _theme: self._show_changes())
        self.timeline: Timeline[PastRow] = Timeline(self.tr("Endringer"), self._changes)
        self._past = QWidget()
        past = QVBoxLayout(self._past)
        past.setContentsMargins(0, 0, 0, 0)
        past.setSpacing(fonts.px(12))
        past.addWidget(self.story)
        past.addWidget(self.timeline)
        past.addStretch(1)
        self._columns = 0
        self._build()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(fonts.px(12))
        for part in (self.left, self.middle, self._past):  # Tab goes among them before they show
            part.setParent(inside)
        frame.body().add(inside)
        outer.addWidget(frame)

    def _changes(self, line: PastRow) -> Sequence[ChangeRow]:
        """Nothing while an address is hidden: it may be theirs who live together."""
        return () if self.hidden else changes(self._office, line)

    def _more(self) -> list[Act]:
        """What is done more seldom."""
        return [
            (self.tr("Ny leieavtale …"), self._new_lease),
            (self.tr("Slå sammen …"), partial(self._want, Verb.JOIN)),
            (self.tr("Gi innsyn i egne opplysninger …"), partial(self._want, Verb.ACCESS)),
        ]

    def _want(self, verb: Verb) -> None:
        self.wanted.emit(verb)

    def _new_application(self) -> None:
        if self.person is not None:
            self._navigator.open(PageId.APPLICATION, Ref("person", self.person.id), "new")

    def _new_lease(self) -> None:
        """Without a vedtak: a staff dwelling, or another room."""
        if self.person is not None:
            self._navigator.open(PageId.LEASE, Ref("person", self.person.id), "new")

    def _followup(self) -> None:
        if self.person is not None:
            self._navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", self.person.id))

    def _open(self, person: PersonId) -> None:
        self._navigator.open_ref(Ref("person", person))

    # what it shows

    def show_person(self, person_id: PersonId) -> None:
        """Read the person anew; what was shown with a reason is hidden for another one."""
        if self.person is None or self.person.id != person_id:
            self.shown = None
        self.view = view = self._office.household_view.of(person_id)
        self.person = view.person
        self.household, self.hidden = view.household, view.hidden
        self._tell_header(view)
        self.left.set_cards(self._left_cards(view))
        self.middle.set_cards(self._middle_cards(view))
        self.story.show_view(view)
        self._show_changes()
        tab_after(self.middle, self._past)

    def _show_changes(self) -> None:
        """What was changed in the register, read when it is asked for."""
        wanted = self.story.theme == CHANGES
        self.timeline.setVisible(wanted)
        if not wanted or self.person is None:
            return
        person = self.person.id
        lines = of(self._office, Ref("person", person))
        if self.household is not None:
            lines += of(self._office, Ref("household", self.household.id))
        self.timeline.set_lines([*lines, *self._of_cases(person)])

    def _of_cases(self, person: PersonId) -> list[PastRow]:
        """What was done in the cases of a home in danger and of economic advice: one story."""
        lost, asked = self._office.eviction_cases, self._office.debt_cases
        refs = [Ref("eviction_case", each.id) for each in lost.of_person(person)]
        refs += [Ref("debt_case", each.id) for each in asked.of_person(person)]
        found = (line for ref in refs for line in of(self._office, ref))
        return [line for line in found if _is_news(line)]

    def hide_address(self) -> None:
        """What was shown with a reason is hidden again."""
        if self.shown is not None and self.person is not None:
            self.shown = None
            self.show_person(self.person.id)

    def protected_one(self, person: Person) -> PersonId | None:
        """The person, or the first who lives with them, whose address is kept secret."""
        get = self._office.people.get
        levels = ((one, get(one).protection) for one in self._together(person))
        return next((one for one, level in levels if level is not AddressProtection.NONE), None)

    @property
    def _today(self) -> date:
        return self._office.clock.today()

    def _tell_header(self, view: HouseholdView) -> None:
        person = view.person
        self.header.set_title(named(person.name))
        level = level_chip(self._office, person.id)
        chips = [] if level is None else [level]
        if any(case.threatened for case in view.evictions):
            chips.append(Chip(ChipKind.URGENT, self.tr("Kan miste boligen")))
        if person.protection is not AddressProtection.NONE:
            chips.append(Chip(ChipKind.PROTECTED, title_word(person.protection)))
        if person.to_check:
            chips.append(Chip(ChipKind.SOON, self.tr("Må ses over")))
        self.header.set_chips(chips)
        parts = [facts.household_words(self.household, self._today)]
        if not self.hidden:
            parts.append(facts.address_words(person.address) or _home(view))
        self.header.set_subtitle(" · ".join(part for part in parts if part))

    def _left_cards(self, view: HouseholdView) -> list[Card]:
        person = view.person
        services = partial(self._services, person.id)
        return [
            who.members_card(self.household, self._today, self._open, self._want),
            who.contact_card(person, self._want),
            services_card(self._office, person.id, services),
            consents_card(view.consents, self._today, services),
            DocumentsCard(view.documents, self._navigator.open_ref),
            who.address_card(person, hidden=self.hidden, shown=self.shown, act=self._want),
            who.numbers_card(person, self._want),
        ]

    def _services(self, person: PersonId) -> None:
        self._navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", person), "services")

    def _middle_cards(self, view: HouseholdView) -> list[QWidget]:
        person = view.person
        cards: list[QWidget] = list(
            going_on.danger_callouts(view, self._navigator.open_ref, self._today)
        )
        if person.to_check:
            cards.append(going_on.check_callout(person, partial(self._want, Verb.CORRECT)))
        doubles = self._office.people.doubles_of(person.id)
        cards += going_on.double_callouts(doubles, self.compare_wanted.emit)
        found = going_on.cases(
            self._office,
            view,
            self._navigator.open_ref,
            partial(self._navigator.open, PageId.TENANCY_ARREARS),
        )
        if not found and not self._advised(person):
            cards.append(going_on.nothing_yet(self._new_application))
        dialogs = MeasureDialogs(self._office, self._navigator, self)
        new = partial(dialogs.new, person.id)
        cards += self._with_advice(person, found)
        cards.append(followup_card(self._office, person.id, self._followup))
        plan = partial(
            self._navigator.open, PageId.PERSON_FOLLOWUP, Ref("person", person.id), "plan"
        )
        return [*cards, measures_card(self._office, person.id, dialogs.change, new, plan)]

    def _signals(self, person: PersonId) -> QWidget:
        ref, go = Ref("person", person), self._navigator.open
        there, new = partial(go, PageId.SIGNALS, ref), partial(go, PageId.SIGNALS, ref, "new")
        return signals_card(self._office, person, there, new)

    def _with_advice(self, person: Person, found: list[Card]) -> list[QWidget]:
        """Advice beside the home in danger and the rent that is owed, since it is one story."""
        signals, advice = self._signals(person.id), self._debt(person)
        pressing = {going_on.DANGER, going_on.UNPAID}
        first = [card for card in found if card.title.text() in pressing]
        rest = [card for card in found if card not in first]
        if first or self._advised(person):
            return [*first, advice, *rest, signals]
        return [*rest, signals, advice]

    def _advised(self, person: Person) -> bool:
        """Whether anybody there has asked for economic advice."""
        asked = self._office.debt_cases.of_person
        return any(asked(one) for one in self._together(person))

    def _debt(self, person: Person) -> QWidget:
        go, ref = self._navigator.open, Ref("person", person.id)
        ask = partial(go, PageId.DEBT, ref, "new")
        return debt_card(self._office, self._together(person), self._navigator.open_ref, ask)

    def _together(self, person: Person) -> tuple[PersonId, ...]:
        """The person, then those who live with them."""
        return (person.id,) if self.view is None else self.view.people

    # narrow windows

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        columns = 1 + sum(self.width() >= fonts.px(least) for least in (TWO, THREE))
        if columns != self._columns:
            self._columns = columns
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        """Three columns; the timeline under the middle; or all below each other."""
        places = {
            3: ((0, 0, 1), (0, 1, 1), (0, 2, 1)),
            2: ((0, 0, 2), (0, 1, 1), (1, 1, 1)),
            1: ((1, 0, 1), (0, 0, 1), (2, 0, 1)),
        }[columns]
        parts = (self.left, self.middle, self._past)
        for part, (row, column, rows) in zip(parts, places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, row, column, rows, 1)
        for column, stretch in enumerate((columns == 1, columns > 1, False)):
            self._grid.setColumnStretch(column, int(stretch))
        self._grid.setRowStretch(1, int(columns == 2))
        _hold(self.left, LEFT if columns > 1 else 0)
        _hold(self._past, RIGHT if columns == 3 else 0)


def _home(view: HouseholdView) -> str:
    """The dwelling they lease, where no other address is known."""
    held = (each.row.address for each in view.leases if each.row.state.holds)
    return next(held, "")


def _is_news(line: PastRow) -> bool:
    """Not each sum that is typed, nor drafts; what was sent of it is (`final`)."""
    subject, _, verb = line.verb.partition(".")
    return line.final or (subject not in _TYPED and not verb.startswith("draft"))


def _hold(part: QWidget, width: int) -> None:
    """A fixed width, or 0 for as wide as there is room."""
    part.setMinimumWidth(fonts.px(width) if width else 0)
    part.setMaximumWidth(fonts.px(width) if width else QWIDGETSIZE_MAX)
