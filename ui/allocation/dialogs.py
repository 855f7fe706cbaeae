"""The verbs of the waiting list: move with a reason, adopt an order of groups, give a dwelling."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.office import Office
from ui.allocation.columns import Waiting, group_words
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.labels import day, message, problem, title_word

LAST = "last"


class MoveDialog(AskDialog):
    """Where in its group an application shall stand, and why; the reason is shown to all."""

    def __init__(
        self,
        office: Office,
        moved: Waiting,
        group: Sequence[Waiting],
        above: ApplicationId | None,
        done: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            chosen = values["above"]
            there = ApplicationId(chosen) if isinstance(chosen, int) else None
            office.allocation.move(moved.row.id, there, str(values["reason"] or ""))
            done()

        explanation = (
            f"{moved.row.name} flyttes innen gruppen «{group_words(moved.row)}»."
            " Grunnen vises på listen og i vedtaket, og brukes hvis noen klager."
        )
        super().__init__(
            "Flytt med grunn",
            explanation,
            "Flytt",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        options: list[tuple[object, str]] = [
            (each.row.id, f"foran {each.row.name}, plass {each.place.place}")
            for each in group
            if each.row.id != moved.row.id
        ]
        options.append((LAST, "sist i gruppen"))
        self.form.line(ChoiceField("above", "Ny plass", options))
        self.form.line(
            TextField(
                "reason",
                "Grunn",
                hint="Skriv om behovet, ikke om personen. For eksempel «barna bytter skole nå».",
            )
        )
        self.form.set_values({"above": LAST if above is None else above})
        self.form.field("reason").control.setFocus()


class GroupOrderPart(QWidget):
    """Groups in an order; Alt and the arrows, or the buttons, move the one stood on."""

    def __init__(self, order: Sequence[TargetGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order: list[TargetGroup] = list(order)
        self.list = RowList("Gruppene i rekkefølge", Shape.TIMELINE)
        self.list.setMinimumHeight(fonts.px(150))
        self.list.installEventFilter(self)
        card = Card(flush=True)
        card.add(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        column.addWidget(card, 1)
        column.addWidget(self._buttons())
        self._show()

    def begin(self) -> None:
        """Stand on the first."""
        self.list.select_end(last=False)
        self.list.setFocus()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        up = Button("Flytt opp", lambda: self.shift(-1), size=ButtonSize.SMALL, icon=Icon.CARET_UP)
        down = Button(
            "Flytt ned", lambda: self.shift(1), size=ButtonSize.SMALL, icon=Icon.CARET_DOWN
        )
        row.addWidget(up)
        row.addWidget(down)
        row.addStretch(1)
        return holder

    def _show(self) -> None:
        rows = [
            Row(group, f"{place}. {title_word(group)}", icon=Icon.LIST)
            for place, group in enumerate(self.order, start=1)
        ]
        self.list.set_rows(rows)

    def shift(self, by: int) -> None:
        """Move the group stood on one place."""
        current = self.list.current
        group = current.key if current else None
        if not isinstance(group, TargetGroup):
            return
        place = self.order.index(group)
        there = min(max(place + by, 0), len(self.order) - 1)
        self.order.insert(there, self.order.pop(place))
        self._show()
        self.list.select(group)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if watched is self.list and alt and step is not None:
                self.shift(step)
                return True
        return super().eventFilter(watched, event)


class GroupOrderDialog(AskDialog):
    """The order of the groups; Alt and the arrows move the group stood on."""

    def __init__(
        self, office: Office, done: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            office.allocation.set_group_order(tuple(self.part.order), str(values["source"] or ""))
            done()

        order = office.allocation.group_order()
        now = (
            f"Rekkefølgen som gjelder, er fra {day(order.since)} ({order.source})."
            if order.adopted
            else "Kommunen har ikke vedtatt en rekkefølge. Dette er programmets forslag."
        )
        super().__init__(
            "Rekkefølge på grupper",
            f"{now} Den nye gjelder fra i dag. Alt og pil opp eller ned flytter gruppen.",
            "Bruk rekkefølgen",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        self.part = GroupOrderPart(order.sequence)
        self.body.insertWidget(0, self.part, 1)
        self.form.line(
            TextField(
                "source",
                "Hvem har vedtatt den",
                hint="For eksempel «kommunestyret, sak 41/26».",
            )
        )
        self.form.set_values({"source": order.source})
        self.part.begin()
