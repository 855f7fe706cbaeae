"""The parts of a lease's page, and the letters that are made there."""

from collections.abc import Callable

from app.core.records import dataclass
from app.leases.model import Lease, LeaseState
from app.office import Office
from ui.leases.aftermath.letters import (
    CollectDesk,
    ConditionDesk,
    OccupationDesk,
    SecurityDesk,
)
from ui.leases.aftermath.words import COLLECT, CONDITION, OCCUPATION, SECURITY
from ui.leases.agreement_part import AgreementPart
from ui.leases.ending.letters import BreachDesk, NoticeDesk
from ui.leases.ending.part import EndingPart
from ui.leases.ending.ways_card import GIVE_NOTICE, TERMINATE
from ui.leases.handover.part import HANDOVER, HandoverPart
from ui.leases.handover.report_desk import MoveInReportDesk, MoveOutReportDesk
from ui.leases.handover.reports_card import MOVE_IN_REPORT, MOVE_OUT_REPORT
from ui.leases.part import Part
from ui.leases.rent.letters import IndexDesk, PrevailingDesk
from ui.leases.rent.part import INDEX, PREVAILING, RentPart
from ui.leases.reports.letters import WarningDesk
from ui.leases.reports.part import WARNING, ReportsPart
from ui.leases.residents.letters import ANSWER, ENTRY, ConsentDesk, EntryDesk
from ui.leases.residents.part import RESIDENTS, ResidentsPart
from ui.leases.term.letters import ExpiryNoteDesk, MoveOutDesk
from ui.leases.term.part import EXPIRY_NOTE, MOVE_OUT, TermPart
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

AGREEMENT = "agreement"
TERM = "term"
RENT = "rent"
REPORTS = "reports"
ENDING = "ending"


@dataclass(frozen=True, slots=True)
class PartSpec:
    """One part: the task that opens it, its word, and how it is made."""

    task: str
    words: str
    make: Callable[[Office, Navigator, Lease], Part]


PARTS: tuple[PartSpec, ...] = (
    PartSpec(TERM, "Leietiden", TermPart),
    PartSpec(AGREEMENT, "Avtalen", AgreementPart),
    PartSpec(HANDOVER, "Innflytting", HandoverPart),
    PartSpec(RESIDENTS, "Beboere", ResidentsPart),
    PartSpec(RENT, "Husleie", RentPart),
    PartSpec(REPORTS, "Meldinger", ReportsPart),
    PartSpec(ENDING, "Avslutning", EndingPart),
)
"""In the order they are shown."""

DESKS: dict[str, Callable[[Office, Navigator, Lease], LetterDesk]] = {
    EXPIRY_NOTE: ExpiryNoteDesk,
    MOVE_OUT: MoveOutDesk,
    ANSWER: ConsentDesk,
    ENTRY: EntryDesk,
    WARNING: WarningDesk,
    GIVE_NOTICE: NoticeDesk,
    TERMINATE: BreachDesk,
    INDEX: IndexDesk,
    PREVAILING: PrevailingDesk,
    OCCUPATION: OccupationDesk,
    COLLECT: CollectDesk,
    CONDITION: ConditionDesk,
    SECURITY: SecurityDesk,
    MOVE_IN_REPORT: MoveInReportDesk,
    MOVE_OUT_REPORT: MoveOutReportDesk,
}
"""The letters made about a lease, by the task that begins each."""


def first_part(lease: Lease) -> PartSpec:
    """What is shown when nothing is asked for: the papers until it is signed, then the term."""
    task = AGREEMENT if lease.state is LeaseState.TO_SIGN else TERM
    return next(spec for spec in PARTS if spec.task == task)


def part_of(task: str) -> PartSpec | None:
    """The part a task opens."""
    return next((spec for spec in PARTS if spec.task == task), None)
