"""A rendered letter is archival, readable and the same every time."""

from datetime import UTC, datetime

import page
import pytest

from app.documents.model import Document, Fact, Facts, Heading, Letterhead, Paragraph
from app.documents.render import render

LETTER = Document(
    title="Du får leie kommunal bolig",
    language="nb",
    issued=datetime(2026, 11, 20, 9, 15, tzinfo=UTC),
    reference="2026/1182-7",
    letterhead=Letterhead("Åsvik kommune", "Boligkontoret"),
    recipient=("Solfrid Eikrem Hauglie", "Gamle Kirkevei 8 B", "2299 ÅSVIK"),
    sender_facts=(Fact("Dato", "20. november 2026"),),
    blocks=(
        Facts((Fact("Bolig", "Tre rom"),)),
        Heading("Dette har vi bestemt"),
        Paragraph("Søknaden din er innvilget."),
    ),
    kind="Vedtak om kommunal bolig",
)


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_a_letter_is_archival_and_accessible(profile: str) -> None:
    report = page.validate_pdf_bytes(render(LETTER), profile=profile)
    assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(LETTER) == render(LETTER)
