"""What holds of a lease's end today."""

from PySide6.QtCore import QCoreApplication

from app.leases.model import LeaseState
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.labels import day
from ui.leases.part import Part


def _tr(words: str) -> str:
    return QCoreApplication.translate("EndingPart", words)


def now_card(part: Part) -> Card:
    """Whether the lease has an end, and which."""
    card = Card(_tr("Slik står det nå"), icon=Icon.LEASES)
    lease = part.lease
    if lease.ended_on is None:
        card.add(Callout(ChipKind.OK, _tr("Leieforholdet er ikke sagt opp.")))
    elif lease.state is LeaseState.ENDED:
        card.add(Callout(ChipKind.INFO, _tr("Det sluttet {}.").format(day(lease.ended_on))))
    else:
        card.add(Callout(ChipKind.SOON, _tr("Det slutter {}.").format(day(lease.ended_on))))
    return card
