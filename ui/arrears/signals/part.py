"""«Tidlige tegn»: what was seen before, about the tenant whose rent it is."""

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.office import Office
from ui.arrears.part import ArrearsPart
from ui.arrears.signals.card import SignalsCard
from ui.navigation import Navigator

SIGNALS = "signals"


class SignalsPart(ArrearsPart):
    """The signs about the tenant, those the register found by itself among them."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, tenancy, parent)
        self.card = SignalsCard(office, navigator)
        self.card.show_person(tenancy.tenant)
        self.add(self.card)

    def begin(self) -> None:
        if self.card.list.rows:
            self.card.list.setFocus()
        else:
            self.card.add_button.setFocus()
