"""The municipality's own values of one rate or period, with their days and sources."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.dated import Parameter
from app.core.errors import OfficeError
from app.office import Office
from app.settings.model import OwnVersion
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.list import Row, RowList, Shape
from ui.labels import day, message
from ui.settings.rule_words import name_of, worded


class VersionsDialog(Dialog):
    """Oldest first. One that has not begun can be taken back; the others stand as they were."""

    def __init__(
        self,
        office: Office,
        parameter: Parameter,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            name_of(parameter),
            "Verdier som har begynt å gjelde, står: det som er vurdert etter dem, skal kunne"
            " vises igjen.",
            leave="Lukk",
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._parameter, self._changed = office, parameter, changed
        self.list = RowList("Egne verdier", Shape.TIMELINE, whole=True)
        self.add(self.list)
        self.list.activated_key.connect(self._take_back)
        self._show()

    def _show(self) -> None:
        known = self._office.settings.own_versions(self._parameter.id)
        self.list.set_rows([self._line(each) for each in known])

    def _line(self, own: OwnVersion) -> Row:
        value = own.value
        of_set = own.rule_set is not None
        return Row(
            own.id,
            f"{worded(self._parameter, value.value)} fra {day(value.valid_from)}",
            value.source,
            action="" if own.begun or of_set else "Ta tilbake",
            end_words="Fra regelsettet" if of_set else "",
        )

    def _take_back(self, key: object) -> None:
        if not isinstance(key, int):
            return
        try:
            self._office.settings.withdraw_override(key)
        except OfficeError as error:
            self.add(Callout(ChipKind.SOON, message(error)))
            return
        self._changed()
        self._show()
