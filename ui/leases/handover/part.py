"""«Innflytting»: keys, condition, start package and papers, what is missing first."""

from PySide6.QtWidgets import QWidget

from app.leases.model import Lease
from app.office import Office
from ui.kit.icons import Icon
from ui.leases.handover.card import HandoverCard
from ui.leases.handover.dialogs import HandoverDialogs
from ui.leases.handover.keys_card import KeysCard
from ui.leases.handover.papers_card import PapersCard
from ui.leases.handover.reports_card import ReportsCard
from ui.leases.handover.start_card import StartCard
from ui.leases.part import Part
from ui.navigation import Navigator

HANDOVER = "handover"


class HandoverPart(Part):
    """Four cards, those that lack something above the others."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.dialogs = HandoverDialogs(office, navigator, self)
        made: tuple[HandoverCard, ...] = (
            PapersCard(
                self.tr("Opplysninger og underskrift"),
                Icon.SIGN,
                office,
                lease,
                self.dialogs,
                self.go,
            ),
            KeysCard(self.tr("Nøkler"), Icon.LEASES, office, lease, self.dialogs, self.go),
            ReportsCard(self.tr("Protokoller"), Icon.LIST, office, lease, self.dialogs, self.go),
            StartCard(self.tr("Startpakke"), Icon.SERVICES, office, lease, self.dialogs, self.go),
        )
        self.cards = tuple(sorted(made, key=lambda card: not card.missing))
        self.add(*self.cards)

    def begin(self) -> None:
        any(card.begin() for card in self.cards)
