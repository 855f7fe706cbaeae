"""Joining two records of one person: find the other, see both side by side, then one verb."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.office import Office
from app.people.model import Person
from ui.household.facts import person_facts
from ui.household.picker import PersonPicker
from ui.kit import fonts
from ui.kit.ask import fit
from ui.kit.buttons import ButtonKind
from ui.kit.cards import Callout, Facts
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.words import Label
from ui.labels import message


class JoinDialog(Dialog):
    """`joined` is called when the two are one. Undo takes them apart again."""

    def __init__(
        self,
        office: Office,
        kept: Person,
        joined: Callable[[], object],
        other: Person | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Slå sammen to oppføringer",
            "Finn den andre oppføringen av samme person. Nummer, adresser, husstand, søknader og"
            f" leieforhold flyttes til {kept.name}. Den andre forsvinner fra listene."
            " Du kan angre.",
            width=720,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._kept, self._joined = office, kept, joined
        self._other: Person | None = None
        self.picker = PersonPicker(office.search.find, frozenset({kept.id}))
        self.add(self.picker)
        self._build()
        self.join_button = self.add_button("Slå sammen", self._join, ButtonKind.PRIMARY)
        self.picker.picked.connect(self._picked)
        self.picker.searched.connect(partial(fit, self))
        self.picker.setVisible(other is None)
        self._show(other)

    def _build(self) -> None:
        self._kept_facts, self._other_facts = Facts(), Facts()
        pair = QHBoxLayout()
        pair.setSpacing(fonts.px(28))
        for title, facts in (
            ("Denne beholdes", self._kept_facts),
            ("Denne slås inn i den", self._other_facts),
        ):
            column = QVBoxLayout()
            column.addWidget(Label(title, Type.LABEL_STRONG))
            column.addWidget(facts)
            column.addStretch(1)
            pair.addLayout(column, 1)
        self.body.addLayout(pair)
        self.refusal = QVBoxLayout()
        self.body.addLayout(self.refusal)

    def _picked(self, person: PersonId | None) -> None:
        self._show(None if person is None else self._office.people.get(person))

    def _show(self, other: Person | None) -> None:
        people, today = self._office.people, self._office.clock.today()
        self._other = other
        self._kept_facts.set_facts(
            person_facts(self._kept, people.household_of(self._kept.id), today)
        )
        self._other_facts.set_facts(
            person_facts(other, people.household_of(other.id), today) if other else []
        )
        self.set_off("" if other else "Velg den andre oppføringen først.")
        fit(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)

    def _join(self) -> bool:
        if self._other is None:
            return False
        try:
            self._office.people.join(self._kept.id, self._other.id)
        except OfficeError as error:
            self.refusal.addWidget(Callout(ChipKind.SOON, message(error)))
            return False
        self._joined()
        return True
