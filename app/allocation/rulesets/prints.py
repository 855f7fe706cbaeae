"""A printable draft of the municipality's guidelines, made from its rule set. Pure."""

from datetime import datetime

from app.allocation.rulesets.chapters import CHAPTERS, Part, Voice
from app.allocation.rulesets.model import AdoptedRuleSet
from app.core.days import day_and_year
from app.core.periods import Period, Unit
from app.core.records import dataclass
from app.core.text import Language
from app.documents.model import Block, Clause, Document, Fact, Facts, Form, KeepTogether, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letterhead
from app.settings.model import LegalBasis, OfficeProfile

REQUIRES = ("vedtak", *(f"kapittel {name}" for name in CHAPTERS), "kapittel appeal")


@dataclass(frozen=True, slots=True)
class GuidelinesPaper:
    """Whose guidelines, made of which set, on which legal basis; `draft` until adopted."""

    office: OfficeProfile
    adopted: AdoptedRuleSet
    basis: LegalBasis
    language: Language
    issued: datetime
    draft: bool


def guidelines(paper: GuidelinesPaper, text: Text) -> Document:
    """Every rule of the set in a numbered paragraph of its own."""
    voice = Voice(paper.adopted.rules, text, paper.language, paper.office.municipality)
    chapters = {name: make(voice) for name, make in CHAPTERS.items()}
    chapters["appeal"] = _appeal(paper, voice)
    return Document(
        title=text.passage("title"),
        language=text.language,
        issued=paper.issued,
        reference=paper.adopted.case_number,
        letterhead=letterhead(paper.office),
        blocks=(
            _adoption(paper, text),
            *(
                Clause(
                    str(number),
                    text.passage(f"heading_{name}"),
                    _numbered(number, parts),
                    part=f"kapittel {name}",
                )
                for number, (name, parts) in enumerate(chapters.items(), start=1)
            ),
        ),
        requires=REQUIRES,
        demo=paper.office.demo,
        draft=paper.draft,
        form=Form.SHEET,
        kind=text.passage("kind_draft" if paper.draft else "kind_adopted"),
    )


def _adoption(paper: GuidelinesPaper, text: Text) -> Facts:
    """Who adopted them and where; left to be filled in while nobody has."""
    empty, found = text.passage("to_fill_in"), paper.adopted
    rows = (
        ("label_name", found.name),
        ("label_body", found.adopted_by),
        ("label_case", found.case_number),
        ("label_from", day_and_year(found.valid_from) if found.adopted_by else ""),
    )
    return Facts(
        tuple(Fact(text.passage(label), value.strip() or empty) for label, value in rows),
        part="vedtak",
    )


def _numbered(chapter: int, parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """Each sentence has a number; what stands under it has none and stays on its page."""
    blocks: list[Block] = []
    count = 0
    for part in parts:
        if isinstance(part, str):
            count += 1
            blocks.append(Paragraph(part, lead=f"{chapter}.{count}"))
        else:
            blocks.append(KeepTogether((blocks.pop(), part)))
    return tuple(blocks)


def _appeal(paper: GuidelinesPaper, voice: Voice) -> tuple[Part, ...]:
    body = paper.basis.appeal_body
    weeks = voice.length(Period(paper.basis.appeal_weeks, Unit.WEEKS))
    return (
        voice.say("dispensation", who=paper.adopted.rules.dispensation_by),
        voice.say("basis", basis=paper.basis.paragraph),
        f"{voice.say('appeal', weeks=weeks)} {voice.say('appeal_body', body=body)}",
    )
