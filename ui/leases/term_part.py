"""The term: the ladder from the first day to the last safe one."""

from PySide6.QtWidgets import QWidget

from app.leases.model import Lease
from app.office import Office
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.leases.ladder import Ladder
from ui.leases.part import Part
from ui.leases.words import ladder
from ui.navigation import Navigator


class TermPart(Part):
    """When the lease begins, ends, and what must be done before the law does it."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.add(self._term())

    def _term(self) -> Card:
        draft, today = self.lease.draft, self.office.clock.today()
        card = Card(self.tr("Leietid"), icon=Icon.LEASES)
        if draft.open_ended:
            card.set_fact(self.tr("Tidsubestemt"))
        steps = ladder(draft.start, draft.end, today, self.office.settings.parameters)
        card.add(Ladder(steps, today))
        return card
