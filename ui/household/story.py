"""The timeline of the card: everything that has happened, newest first, narrowed by a filter."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.evictions.model import DayChange, EvictionOutcome
from app.followup.model import MeasureState
from app.followup.plans.model import GoalState
from app.leases.conditions.model import Outcome
from app.office import Office
from app.overview.household.model import Happened, Happening, HouseholdView, Theme
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Tone
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.menus import Act, MenuButton
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.navigation import Navigator, PageId

FIRST, MORE = 12, 40
LONGEST = 90
CHANGES = "changes"

_ICONS = {
    Theme.TALKS: Icon.NOTE,
    Theme.LETTERS: Icon.LETTER,
    Theme.DECISIONS: Icon.DOCUMENT,
    Theme.TENANCY: Icon.LEASES,
    Theme.ECONOMY: Icon.MONEY,
    Theme.FOLLOWUP: Icon.FOLLOWUP,
    Theme.PEOPLE: Icon.PEOPLE,
}
_OWN_ICONS = {
    Happened.APPLIED: Icon.APPLICATIONS,
    Happened.EVICTION_MOVED: Icon.EVICTIONS,
    Happened.EVICTION_DAY: Icon.EVICTIONS,
    Happened.EVICTION_TOLD: Icon.EVICTIONS,
    Happened.EVICTION_ENDED: Icon.EVICTIONS,
    Happened.CHILD_STEP: Icon.CHILD,
    Happened.STAY_BEGAN: Icon.BED,
    Happened.STAY_ENDED: Icon.BED,
    Happened.RENT_MISSED: Icon.RENT,
    Happened.ARREARS_STEP: Icon.ARREARS,
    Happened.ADVICE_ASKED: Icon.DEBT,
    Happened.ADVICE_DECIDED: Icon.DEBT,
    Happened.ADVICE_STAGE: Icon.DEBT,
    Happened.ADVICE_ENDED: Icon.DEBT,
    Happened.PAYMENT_PLAN: Icon.DEBT,
    Happened.PROTECTED: Icon.LOCK,
    Happened.SIGNAL: Icon.WARNING,
}
_BAD = frozenset(
    {
        Happened.EVICTION_MOVED,
        Happened.EVICTION_DAY,
        Happened.EVICTION_TOLD,
        EvictionOutcome.CARRIED_OUT,
    }
)
_UNEASY = frozenset(
    {
        Happened.RENT_MISSED,
        Happened.ARREARS_STEP,
        Happened.WARNED,
        Happened.SIGNAL,
        Outcome.BROKEN,
        GoalState.NOT_REACHED,
    }
)
_GOOD = frozenset(
    {
        Happened.LEASE_BEGAN,
        Happened.EVICTION_ENDED,
        Outcome.KEPT,
        GoalState.REACHED,
        MeasureState.DONE,
    }
)


class StoryCard(Card):
    """All, one theme, or what was changed in the register; the last is shown by another card."""

    chosen = Signal(object)  # Theme, None for all, or CHANGES

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        self.filter = MenuButton("Alt", self._choices, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        self.filter.setAccessibleName("Vis i tidslinjen: alt")
        super().__init__(
            "Tidslinje", icon=Icon.HISTORY, link=self.filter, flush=True, parent=parent
        )
        self._told = office.household_view.told
        self._navigator = navigator
        self._view: HouseholdView | None = None
        self._theme: Theme | str | None = None
        self._most = FIRST
        self.list = RowList("Tidslinje", Shape.TIMELINE, whole=True)
        self.list.activated_key.connect(self._open)
        self.none = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.none.setContentsMargins(16, 4, 16, 8)
        self.older = Button(
            "Vis eldre",
            self._show_more,
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            icon=Icon.CARET_DOWN,
        )
        self.body.addWidget(self.list)
        self.body.addWidget(self.none)
        self.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: HouseholdView) -> None:
        """Another household, or the same as it is now; the filter stays for the same person."""
        if self._view is None or self._view.person.id != view.person.id:
            self._theme, self._most = None, FIRST
        self._view = view
        self._show()

    @property
    def theme(self) -> Theme | str | None:
        """What is shown: a theme, CHANGES, or None for all."""
        return self._theme

    def choose(self, theme: Theme | str | None) -> None:
        """Narrow to a theme, None for all, CHANGES for what was changed in the register."""
        self._theme, self._most = theme, FIRST
        self._show()
        self.chosen.emit(theme)

    def _choices(self) -> list[Act]:
        """Each with how many there are."""
        view = self._view
        if view is None:
            return []
        acts: list[Act] = [(f"Alt ({len(view.of(None))})", partial(self.choose, None))]
        acts += [
            (f"{title_word(each)} ({len(view.of(each))})", partial(self.choose, each))
            for each in Theme
            if view.of(each)
        ]
        return [*acts, ("Endringer i registeret", partial(self.choose, CHANGES))]

    def _show(self) -> None:
        view, theme = self._view, self._theme
        if view is None:
            return
        words = "Alt" if theme is None else "Endringer"
        words = title_word(theme) if isinstance(theme, Theme) else words
        self.filter.set_words(words)
        self.filter.setAccessibleName(f"Vis i tidslinjen: {words.lower()}")
        changes = theme == CHANGES
        every = () if changes else view.of(theme if isinstance(theme, Theme) else None)
        shown = every[: self._most]
        self.list.set_rows([self._row(each, view) for each in shown])
        self.list.setVisible(bool(shown))
        left = len(every) - len(shown)
        self.older.set_words(
            f"Vis {min(left, MORE)} eldre av {left}" if left > MORE else f"Vis {left} eldre"
        )
        self.older.setVisible(left > 0)
        self.none.setText("" if changes or every else "Ingenting er ført inn ennå.")
        self.none.setVisible(not changes and not every)

    def _row(self, each: Happening, view: HouseholdView) -> Row:
        """«Telefon: fikk kontakt», under it the day, whose it is and what was written."""
        title, more = self._told(each)
        short = more if len(more) <= LONGEST else f"{more[:LONGEST].rsplit(' ', 1)[0]} …"
        why = " · ".join(part for part in (day(each.on), _whose(each.person, view), short) if part)
        icon = _OWN_ICONS.get(each.what) or _ICONS[each.what.theme]
        return Row(each.key, title, why, icon=icon, icon_tone=_tone(each))

    def _show_more(self) -> None:
        last = self.list.rows[-1].key if self.list.rows else None
        self._most += MORE
        self._show()
        self.list.select(last)
        self.list.setFocus()

    def _open(self, key: object) -> None:
        found = () if self._view is None else self._view.happenings
        each = next((one for one in found if one.key == key), None)
        if each is not None:
            open_happening(self._navigator, each)


def open_happening(navigator: Navigator, each: Happening) -> None:
    """Where the whole of it stands."""
    ref, person = each.ref, Ref("person", each.person)
    if each.what is Happened.SIGNAL:
        navigator.open(PageId.SIGNALS, person)
    elif ref is not None and ref.kind == "lease" and each.what.theme is Theme.ECONOMY:
        navigator.open(PageId.TENANCY_ARREARS, ref)
    elif ref is not None and ref.kind != "person":
        navigator.open_ref(ref)
    elif each.what.theme is Theme.PEOPLE:
        navigator.open_ref(person)
    else:
        navigator.open(PageId.PERSON_FOLLOWUP, person)


def _whose(person: PersonId, view: HouseholdView) -> str:
    """The given name of another than the one the card is about."""
    if person == view.person.id:
        return ""
    return dict(view.names).get(person, "").partition(" ")[0]


def _tone(each: Happening) -> Tone | None:
    """Coloured only when it changed something."""
    codes = {each.what, each.state}
    if each.state is DayChange.CALLED_OFF:
        return Tone.GREEN
    if codes & _BAD:
        return Tone.RED
    if codes & _UNEASY:
        return Tone.AMBER
    return Tone.GREEN if codes & _GOOD else None
