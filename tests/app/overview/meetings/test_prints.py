"""Agenda and minutes: whole, archival, in both languages, and able to keep names back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import page
import pytest

from app.alerts.model import Reason
from app.core.cases import APPLIED_FOR
from app.core.errors import Invalid
from app.core.ids import Ref
from app.core.text import Language
from app.documents.model import Document
from app.documents.render import render
from app.documents.texts import load_text
from app.overview.meetings.model import Item, Line, Meeting, MeetingId, Outcome, Section
from app.overview.meetings.prints import (
    AGENDA_PARTS,
    MINUTES_PARTS,
    Paper,
    agenda_paper,
    minutes_paper,
    sentence,
)
from tests.app.documents import reading
from tests.factories import a_profile

MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
DAY = MOMENT.date()
NOT_ABOUT_CASES = {
    *(why for why in Reason if why.name.startswith(("DEBT", "CREDITORS"))),
    Reason.HOUSING_PLAN,
    *(why for why in Reason if why.name.startswith("RETURN_")),
    Reason.LETTER_UNSENT,
    Reason.LETTER_RETURNED,
    Reason.NO_PLACE_OUTSIDE,
    Reason.NEVER_COPIED_OUTSIDE,
    Reason.COPY_OUTSIDE_LATE,
    Reason.SWEEP_DUE,
    Reason.EVALUATIONS_DUE,
    Reason.MEETING_STEP_DUE,
    Reason.MEASURES_LATE_SEVERAL,
    Reason.MEASURES_TO_EVALUATE_SEVERAL,
    Reason.SILENT_SEVERAL,
    Reason.NEXT_CONTACTS_DUE,
    Reason.LEVELS_WITHOUT_PLAN,
    Reason.SEVERAL_WITHOUT_OWNER,
    Reason.NO_START_PACKAGES,
    Reason.HALF_WAY_SEVERAL,
    Reason.LEASES_END,
    Reason.RENTS_MAY_RISE,
    Reason.RENT_NOTICES_UNSENT,
    Reason.RENTS_NOT_TOLD,
    Reason.VACANT_ONE,
    Reason.VACANT_SEVERAL,
    Reason.RATES_LATE,
    Reason.RATES_COMING,
    Reason.STAY_LONG,
    Reason.STAY_CHILDREN_NEAR,
    Reason.STAY_CHILDREN_LONG,
    Reason.RENT_MISSED,
    Reason.RENTS_MISSED,
    Reason.DEMAND_RAN_OUT,
    Reason.NOTICE_RAN_OUT,
    Reason.INSTALMENT_MISSED,
    Reason.INSTALMENTS_MISSED,
    Reason.PAUSE_ENDS,
    Reason.PAUSES_END,
    Reason.UNITS_SILENT_SEVERAL,
    Reason.SIGNALS_YELLOW,
    Reason.SIGNALS_YELLOW_SEVERAL,
    Reason.SIGNALS_RED,
}


def item(serial: int, section: Section, decision: str = "") -> Item:
    facts = (("received_on", "2026-10-01"), ("days", "53"), ("since", "2026-10-02"))
    code = "vacant" if section is Section.VACANT else "to_decide_allocation"
    kind = "dwelling" if section is Section.VACANT else "application"
    return Item(
        Ref(kind, serial),
        section,
        DAY - timedelta(days=serial),
        (Line(code, facts), Line("alert_answer_late", (("due", "2026-11-02"),))),
        Outcome(decision, "Nav" if decision else "", DAY if decision else None),
        number="" if kind == "dwelling" else f"S2026-{serial:03}",
        name="Bruk Eksempelgård",
    )


def paper(language: Language = Language.NB, cases: int = 30) -> Paper:
    sections = tuple(Section)
    items = tuple(
        item(serial, sections[serial % 3], "Får tilbud." if serial % 2 else "")
        for serial in range(cases)
    )
    return Paper(
        office=replace(a_profile(), language=language),
        meeting=Meeting(MeetingId(1), DAY, "Rådhuset", "Siri Testmo, Per Prøve", "", None, items),
        issued=MOMENT,
        number="MP-2026-1",
        written_by="Siri Testmo",
        with_names=True,
        text=load_text("meeting", language.value, DAY),
    )


@pytest.mark.parametrize("cases", [0, 1, 40])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("make", [agenda_paper, minutes_paper])
def test_every_paper_is_archival_and_accessible(
    make: Callable[[Paper], Document], language: Language, cases: int
) -> None:
    data = render(make(paper(language, cases)))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_what_is_required_is_there_or_it_is_not_printed() -> None:
    assert set(agenda_paper(paper()).requires) == set(AGENDA_PARTS)
    assert set(minutes_paper(paper()).requires) == set(MINUTES_PARTS)
    alone = paper()
    nobody = replace(alone, meeting=replace(alone.meeting, present=""))
    with pytest.raises(Invalid):
        render(minutes_paper(nobody))


def test_names_can_be_kept_back() -> None:
    told = reading.text(render(agenda_paper(paper())))
    kept = reading.text(render(agenda_paper(replace(paper(), with_names=False))))
    assert "Eksempelgård" in told
    assert "Eksempelgård" not in kept
    assert "S2026-001" in kept


@pytest.mark.parametrize("language", Language)
def test_every_reason_has_a_sentence_in_both_languages(language: Language) -> None:
    text = load_text("meeting", language.value, date(2026, 11, 23))
    codes = {f"alert_{why}" for why in set(Reason) - NOT_ABOUT_CASES}
    codes |= {f"to_decide_{case}" for case in APPLIED_FOR}
    assert sorted(code for code in codes if code not in text.passages) == []
    assert sentence(Line("alert_lease_ends", (("due", "2026-12-01"),)), text).endswith(
        "01.12.2026."
    )


@pytest.mark.parametrize("language", Language)
def test_the_list_is_to_be_destroyed_and_the_minutes_kept(language: Language) -> None:
    assert "Makuler" in reading.text(render(agenda_paper(paper(language))))
    assert "Makuler" not in reading.text(render(minutes_paper(paper(language))))
