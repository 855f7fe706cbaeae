"""Papers of moving in and out with everything filled, in both languages."""

from dataclasses import replace
from datetime import date

from app.core.text import Language
from app.decisions.content.model import StartPart
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.dwellings.keys.model import DoorKeyId, DoorKeyKind, KeyLoan
from app.leases.handover.information.model import InformationPaper
from app.leases.handover.information.prints import information_sheet
from app.leases.handover.model import PaperHead
from app.leases.handover.receipts.model import ReceiptPaper
from app.leases.handover.receipts.prints import key_receipt
from app.leases.handover.reports.model import (
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    Remark,
    ReportDraft,
    ReportPaper,
    RoomKind,
    SmokeAlarm,
)
from app.leases.handover.reports.prints import report_document
from app.leases.handover.reports.rules import compare, template
from app.leases.handover.start.model import StartPaper
from app.leases.handover.start.prints import start_checklist
from app.leases.handover.start.rules import proposed
from app.leases.model import AgreedException
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

DAY = date(2026, 11, 23)
KEYS = (
    KeyLoan(DoorKeyId(1), DoorKeyKind.DOOR, "A1", date(2026, 12, 1)),
    KeyLoan(DoorKeyId(2), DoorKeyKind.POST_BOX, "7", date(2026, 12, 1), date(2027, 1, 4)),
    KeyLoan(DoorKeyId(3), DoorKeyKind.STORE, "7", date(2026, 12, 1), None, date(2027, 2, 1)),
)
WORN = Remark(
    Place(RoomKind.LIVING_ROOM, ItemKind.FLOOR), ItemCondition.WORN, "Slitt foran vinduet."
)
BROKEN = Remark(
    Place(RoomKind.BEDROOM, ItemKind.DOORS, 2),
    ItemCondition.DAMAGED,
    "Hull etter et slag midt på døra. Må byttes.",
    beyond_wear=True,
)
FIRST = replace(
    template(2),
    held_on=date(2026, 12, 1),
    power_reading="14 210",
    water_reading="88,4",
    smoke_alarm=SmokeAlarm.WORKS,
    remarks=(WORN,),
)
LAST = replace(FIRST, held_on=date(2029, 11, 30), power_reading="29 871", remarks=(WORN, BROKEN))


def head(
    language: Language = Language.NB, address: str = "Ødegårdsvegen 4 B, 2212 Lia"
) -> PaperHead:
    """Who, where and by whom."""
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language)
    return PaperHead("NK-2026-1", sender, "Kari Kanarifugl", "L2026-001", address)


def receipt(language: Language = Language.NB, **changes: object) -> Document:
    """The receipt for three keys."""
    paper = replace(ReceiptPaper(head(language), KEYS), **changes)  # type: ignore[arg-type]  # the paper's own fields
    return key_receipt(paper, load_text("key_receipt", language.value, DAY))


def report(
    kind: HandoverKind = HandoverKind.MOVE_IN,
    language: Language = Language.NB,
    draft: ReportDraft = FIRST,
    **changes: object,
) -> Document:
    """A report with all that belongs to it."""
    out = kind is HandoverKind.MOVE_OUT
    paper = ReportPaper(
        head=head(language),
        kind=kind,
        draft=draft,
        meter_power="7359992890112",
        meter_water="V-2231",
        keys=KEYS,
        photos=("Døra på soverom 2", "Gulvet i stua"),
        compared=compare(FIRST, draft) if out else None,
    )
    paper = replace(paper, **changes)  # type: ignore[arg-type]  # the paper's own fields
    return report_document(paper, load_text("handover_report", language.value, DAY))


def checklist(language: Language = Language.NB, **changes: object) -> Document:
    """The whole start package."""
    tasks = tuple(
        proposed(part, date(2026, 12, 1), bostotte_day=25, visit_days=14, decided=True)
        for part in StartPart
    )
    paper = StartPaper(head(language), tasks, date(2026, 12, 1))
    paper = replace(paper, **changes)  # type: ignore[arg-type]  # the paper's own fields
    return start_checklist(paper, load_text("start_package", language.value, DAY))


def information(
    language: Language = Language.NB,
    exceptions: tuple[AgreedException, ...] = tuple(AgreedException),
) -> Document:
    """The sheet given before signing."""
    paper = InformationPaper(head(language), exceptions)
    return information_sheet(paper, load_text("tenancy_information", language.value, DAY))
