"""The paper of «Skjerm»: what was done, and the copies to destroy with room to sign for each."""

from app.core.days import day_in_words
from app.documents.model import Column, Document, Form, Heading, Letterhead, Paragraph, Table
from app.documents.model import Fact as Line
from app.documents.model import Facts as Lines
from app.office import Office
from app.people.model import ShieldReport
from ui.kit.cards import Fact


def receipt(office: Office, report: ShieldReport, facts: list[Fact], copies: list[str]) -> Document:
    """A sheet for the safe. It holds names, never where anyone lives (ADR-06)."""
    profile, now = office.settings.profile, office.clock.now()
    lines = tuple(Line(fact.name, fact.value) for fact in facts)
    columns = (
        Column("Sikkerhetskopi", share=0.5),
        Column("Ødelagt dato", share=0.2),
        Column("Underskrift", share=0.3),
    )
    named = copies or ["Ingen kopi er funnet på denne maskinen"]
    rows = tuple((name, "", "") for name in (*named, "Andre kopier:"))
    return Document(
        title="Adressen er fjernet fra registeret",
        language="nb",
        issued=now,
        reference=report.paper_reference,
        letterhead=Letterhead(profile.municipality, profile.name),
        form=Form.SHEET,
        kind="Strengt fortrolig adresse",
        lead=f"Gjort {day_in_words(now.date())}. Kan ikke angres.",
        blocks=(
            Lines(lines),
            Heading("Kopier som må ødelegges"),
            Paragraph(
                "Ta en ny sikkerhetskopi først. Kopier fra før i dag har fortsatt adressen."
                " Ødelegg dem, også på minnepinner og nettverksdisker."
            ),
            Table(columns, rows, row_height=11),
        ),
        demo=profile.demo,
        file_title="Skjerming",
    )
