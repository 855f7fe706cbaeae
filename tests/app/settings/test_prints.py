"""The two sheets for a bad day: complete, on one page each, without a word about anyone."""

from dataclasses import replace
from datetime import datetime

import page
import pytest

from app.core.errors import Invalid
from app.documents.model import Document, Language
from app.documents.readability import longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.settings.model import OfficeProfile
from app.settings.prints import lost_machine_sheet, recovery_key_sheet
from tests.app.documents import reading

MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
GROUPS = ("7KQ4M", "X2HDN", "9VRT3", "FJ8WB", "E5PZC", "0AYG6", "M4S1K", "TN7QH")
OFFICE = OfficeProfile(
    municipality="Ruoŧŧa ja Čearru suohkan",
    name="Boligkontoret for helse og velferd",
    incident_contact="Personvernombudet, Eli Testmo, 62 00 01 10",
)
SHEETS = ("recovery_key", "lost_machine")
LANGUAGES: tuple[Language, ...] = ("nb", "nn")


def sheet(name: str, language: Language, office: OfficeProfile = OFFICE) -> Document:
    """One of the two."""
    text = load_text(name, language, MOMENT.date())
    if name == "recovery_key":
        return recovery_key_sheet(office, GROUPS, MOMENT, text)
    return lost_machine_sheet(office, 72, "", MOMENT, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_one_page_archival_and_accessible(name: str, language: Language) -> None:
    data = render(sheet(name, language))
    assert len(reading.pages(data)) == 1
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_can_be_read_aloud(language: Language) -> None:
    tree = reading.structure(render(sheet("recovery_key", language)))
    spoken = [node.actual for node in tree.walk() if node.actual]
    assert spoken == [" ".join(group) for group in GROUPS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_the_sheet_is_plain(name: str, language: Language) -> None:
    text = load_text(name, language, MOMENT.date())
    assert max(longest_sentence(passage) for passage in text.passages.values()) <= 25


def test_the_machine_sheet_says_whom_to_call_and_how_long_there_is() -> None:
    text = reading.text(render(sheet("lost_machine", "nb"))).replace("\xa0", " ")
    assert "62 00 01 10" in text
    assert "72 timer" in text
    assert ".husromkopi" in text


def test_without_a_contact_there_is_room_to_write_one() -> None:
    office = replace(OFFICE, incident_contact="")
    assert "Navn og telefon" in reading.text(render(sheet("lost_machine", "nb", office)))


def test_where_the_copies_lie_is_printed_when_it_is_known() -> None:
    text = load_text("lost_machine", "nb", MOMENT.date())
    data = render(lost_machine_sheet(OFFICE, 72, r"E:\Husrom-kopi", MOMENT, text))
    assert r"E:\Husrom-kopi" in reading.text(data)


def test_a_key_sheet_without_a_key_is_refused() -> None:
    text = load_text("recovery_key", "nb", MOMENT.date())
    with pytest.raises(Invalid) as caught:
        render(recovery_key_sheet(OFFICE, (), MOMENT, text))
    assert [problem.field for problem in caught.value.problems] == ["nøkkel"]
