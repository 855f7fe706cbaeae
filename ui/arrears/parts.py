"""The parts of the page about a tenancy's unpaid rent, and the letters that are made there."""

from app.arrears.model import Tenancy
from ui.arrears.account.part import AccountPart
from ui.arrears.agreement.letters import InstalmentDesk, MissedDesk
from ui.arrears.agreement.part import AgreementPart
from ui.arrears.home_track.letters import DESKS as HOME_DESKS
from ui.arrears.signals.part import SIGNALS, SignalsPart
from ui.arrears.tasks import ACCOUNT, AGREEMENT, INSTALMENTS_NOTICE, INSTALMENTS_WRITE
from ui.arrears.tracks.letters import DESKS as CLAIM_DESKS
from ui.arrears.tracks.part import TRACKS, TracksPart
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[Tenancy], ...] = (
    PartSpec(TRACKS, "Begge spor", TracksPart),
    PartSpec(ACCOUNT, "Krav og innbetalinger", AccountPart),
    PartSpec(AGREEMENT, "Avtale og pause", AgreementPart),
    PartSpec(SIGNALS, "Tidlige tegn", SignalsPart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[Tenancy]] = {
    INSTALMENTS_WRITE: InstalmentDesk,
    INSTALMENTS_NOTICE: MissedDesk,
    **CLAIM_DESKS,
    **HOME_DESKS,
}
"""The letters made about unpaid rent, by the task that begins each."""
