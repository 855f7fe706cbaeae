"""The sheet, the minutes and the call list: whole, archival, one page, no more than needed."""

from dataclasses import replace
from datetime import date, datetime

import page
import pytest

from app.arrears.model import OpenCharge, Owed, RentCharge, RentChargeKind, Tenancy
from app.arrears.rounds.model import (
    AgreedStep,
    ArrearsMeeting,
    ArrearsMeetingId,
    CallRow,
    Decided,
    HelpNow,
    LastSaid,
    MeetingCase,
)
from app.arrears.rounds.prints import (
    CallPaper,
    MeetingPaper,
    agreed_words,
    call_sheet,
    meeting_sheet,
    minutes_paper,
)
from app.arrears.steps.model import (
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    Children,
    Proposed,
    ProposedKind,
    ProposedReason,
    RankReason,
)
from app.core.errors import Invalid
from app.core.ids import BillerId, DwellingId, LeaseId, PersonId, RentChargeId
from app.core.money import kroner
from app.core.text import Language
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.model import LeaseState
from app.people.model import AddressProtection
from tests.app.documents import reading
from tests.factories import a_profile

MOMENT = datetime.fromisoformat("2026-11-24T10:00:00+01:00")
DAY = MOMENT.date()
MEETING = ArrearsMeetingId(1)
AGREED = AgreedStep(
    MEETING,
    date(2026, 10, 24),
    LeaseId(1),
    Decided("Ring arbeidsgiver.", "Siri Testmo", date(2026, 12, 1)),
)


def owing(place: int, ages: tuple[int, ...] = ()) -> ArrearsRow:
    """A tenancy that owes one month."""
    lease = LeaseId(place)
    charge = RentCharge(
        RentChargeId(place), lease, BillerId(1), RentChargeKind.RENT, DAY, kroner(8200)
    )
    tenancy = Tenancy(
        lease=lease,
        leases=(lease,),
        number=f"L2026-{place:03}",
        tenant=PersonId(place),
        tenant_name=f"Leyla Prøvesen {place}",
        protection=AddressProtection.NONE,
        dwelling=DwellingId(place),
        address=f"Prøvegata {place}, H0301",
        start=date(2025, 1, 1),
        last_day=None,
        state=LeaseState.RUNNING,
        rent=kroner(8200),
    )
    owed = Owed(DAY, (OpenCharge(charge, kroner(8200)),), since=DAY, total=kroner(8200))
    return ArrearsRow(
        tenancy=tenancy,
        owed=owed,
        children=Children(ages),
        last=ArrearsStep(1, lease, ArrearsStepKind.CALL, DAY),
        next=Proposed(ProposedKind.REMINDER, ProposedReason.NOT_PAID_AFTER_CONTACT, DAY),
        home=None,
        rank=RankReason.YOUNG,
    )


def a_case(place: int, **changes: object) -> MeetingCase:
    row = owing(place, (5, 8) if place == 1 else ())
    case = MeetingCase(
        lease=row.tenancy.lease,
        place=place,
        number=row.tenancy.number,
        name=row.tenancy.tenant_name,
        address=row.tenancy.address,
        tenant=row.tenancy.tenant,
        row=row,
        help=HelpNow(2, ("boligkontoret", "Nav", "helsestasjonen")),
        agreed=AGREED if place == 2 else None,
    )
    return replace(case, **changes)  # type: ignore[arg-type]  # the case's own fields


def a_paper(language: Language = Language.NB, cases: int = 8, **changes: object) -> MeetingPaper:
    meeting = ArrearsMeeting(
        MEETING,
        DAY,
        "Rådhuset",
        "Siri Testmo og Nav",
        "Nav følger opp bostøtten.",
        date(2026, 12, 15),
        cases=tuple(a_case(place) for place in range(1, cases + 1)),
    )
    paper = MeetingPaper(
        office=replace(a_profile(), language=language),
        meeting=meeting,
        issued=MOMENT,
        number="MH-2026-1",
        written_by="Siri Testmo",
        text=load_text("arrears_meeting", language.value, DAY),
    )
    return replace(paper, **changes)  # type: ignore[arg-type]  # the paper's own fields


def a_list(language: Language = Language.NB, count: int = 3) -> CallPaper:
    rows = tuple(
        CallRow(owing(place, (3,)), DAY, "99 99 99 99", "somali", LastSaid(DAY, "Ring " * 40))
        for place in range(1, count + 1)
    )
    text = load_text("arrears_meeting", language.value, DAY)
    return CallPaper(replace(a_profile(), language=language), rows, MOMENT, text)


@pytest.mark.parametrize("language", list(Language))
def test_every_paper_is_archival_and_accessible(language: Language) -> None:
    papers = (
        meeting_sheet(a_paper(language)),
        meeting_sheet(a_paper(language, for_landlord=True)),
        meeting_sheet(a_paper(language, cases=0)),
        minutes_paper(a_paper(language)),
        minutes_paper(a_paper(language, cases=0)),
        call_sheet(a_list(language)),
        call_sheet(a_list(language, 0)),
    )
    for document in papers:
        data = render(document)
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(data, profile=profile)
            assert report.is_compliant, (document.title, profile, report.failures)


def test_eight_tenancies_stand_on_one_page() -> None:
    assert len(reading.pages(render(meeting_sheet(a_paper())))) == 1


def test_the_sheet_tells_last_step_agreed_step_owner_next_day_children_and_units() -> None:
    said = " ".join(reading.text(render(meeting_sheet(a_paper()))).split())
    for told in (
        "2 barn, 5 og 8 år",
        "Nivå 2",
        "boligkontoret og 2 til",
        "Telefon 24.11.2026",
        "Avtalt 24.10.2026: Ring arbeidsgiver. Siri Testmo, senest 01.12.2026.",
        "Neste møte: tirsdag 15. desember 2026.",
    ):
        assert told in said.replace("\u00a0", " "), told


def test_the_landlord_gets_neither_children_nor_help() -> None:
    said = reading.text(render(meeting_sheet(a_paper(for_landlord=True)))).replace("\u00a0", " ")
    assert "barn, 5" not in said
    assert "Nivå 2" not in said
    assert "arbeidsgiver" not in said
    assert "Barn og små" not in said
    assert "Leyla Prøvesen 1" in said


def test_the_minutes_hold_what_who_and_when_and_no_address() -> None:
    paper = a_paper()
    decided = tuple(replace(each, decided=AGREED.decided) for each in paper.meeting.cases[:1])
    told = replace(paper, meeting=replace(paper.meeting, cases=decided))
    said = reading.text(render(minutes_paper(told)))
    for words in ("Ring arbeidsgiver", "Siri Testmo", "01.12.2026", "L2026-001", "Annet:"):
        assert words in said
    assert "Prøvegata" not in said


def test_what_lacks_a_required_part_is_refused() -> None:
    whole = meeting_sheet(a_paper())
    with pytest.raises(Invalid):
        render(replace(whole, blocks=whole.blocks[1:]))
    paper = a_paper()
    unsaid = minutes_paper(replace(paper, meeting=replace(paper.meeting, present="")))
    with pytest.raises(Invalid):
        render(unsaid)


@pytest.mark.parametrize("language", list(Language))
def test_every_step_proposal_and_reason_has_words(language: Language) -> None:
    text = load_text("arrears_meeting", language.value, DAY)
    for start, kinds in (
        ("step", ArrearsStepKind),
        ("next", ProposedKind),
        ("why", ProposedReason),
    ):
        for kind in kinds:
            assert text.passage(f"{start}_{kind}")


def test_what_was_agreed_without_a_day_or_a_name_is_told_as_it_is() -> None:
    text = load_text("arrears_meeting", "nb", DAY)
    bare = replace(AGREED, decided=Decided("Ring"))
    assert agreed_words(bare, text) == "Avtalt 24.10.2026: Ring."
