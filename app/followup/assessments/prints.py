"""The assessment on paper, blank to be filled in by hand or as it was written. Pure (D12)."""

from collections.abc import Iterator
from datetime import date

from app.core.days import day_and_year, month_in_words
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.documents.form_model import Box, Boxes, Field, FillIn, Signatures, Signer
from app.documents.model import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Item,
    KeepTogether,
    PageBreak,
    Paragraph,
    Size,
)
from app.documents.texts import Text
from app.followup.assessments.model import (
    WHOLE,
    AreaAnswer,
    AreaChange,
    AreaDifference,
    Assessment,
    AssessmentArea,
    AssessmentPrint,
)
from app.followup.assessments.rules import answered
from app.settings.letterhead import letterhead, telephone

AREAS_PART = "D12 områdene"
WHO_PART = "D12 hvem og når"
RIGHTS_PART = "PV-04 innsyn og retting"
HEALTH_PART = "PV-08 helse for seg selv"
PARTS = (WHO_PART, AREAS_PART, RIGHTS_PART)
_OPEN = ("heading_wishes", "heading_helpers")
LINES = 2  # to write on, in each frame of the blank form


@dataclass(frozen=True, slots=True, repr=False)
class AssessmentPaper:
    """What the paper says beside the assessment; the blank one has only its sender.

    `needs` are the words of those that came of it, but for health; `since` is the day compared
    with.
    """

    sender: LetterFrom
    number: str = ""
    name: str = ""
    changes: tuple[AreaDifference, ...] = ()
    since: date | None = None
    needs: tuple[str, ...] = ()
    choice: AssessmentPrint = WHOLE


def blank_form(paper: AssessmentPaper, text: Text) -> Document:
    """The form to take along on a visit, in the language of its text."""
    blocks: tuple[Block, ...] = (
        _fill(text, ("label_name", 0.7), ("label_held", 0.3), part=WHO_PART),
        _fill(text, ("label_present", 0.6), ("label_interpreter", 0.4)),
        FillIn(tuple(Field(text.passage(name), share=0.5) for name in _OPEN), LINES),
        *(_blank_area(area, text) for area in AssessmentArea),
        _rights(paper, text),
    )
    month = month_in_words(paper.sender.issued.date())
    footer = text.passage("footer_blank", month=month)
    return _sheet(paper, text, "_blank", blocks, PARTS, footer)


def assessment_document(paper: AssessmentPaper, known: Assessment, text: Text) -> Document:
    """What was said, to the person it is about; health on a page of its own (PV-08)."""
    health = known.draft.of(AssessmentArea.HEALTH)
    shown = paper.choice.with_health and answered(health)
    blocks = (
        _who(paper, known, text),
        *_areas(known, text),
        *_changes(paper, text),
        *_open_answers(known, text),
        *_needs(paper, text),
        _rights(paper, text),
        Signatures((Signer(paper.name, act=text.passage("sign_person")),)),
        *(_health_page(known, text) if shown else ()),
    )
    requires = (*PARTS, HEALTH_PART) if shown else PARTS
    footer = text.passage("footer", number=paper.number)
    return _sheet(paper, text, "", blocks, requires, footer)


def _sheet(
    paper: AssessmentPaper,
    text: Text,
    which: str,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
    footer: str,
) -> Document:
    sender = paper.sender
    return Document(
        title=text.passage(f"title{which}"),
        language=text.language,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        blocks=blocks,
        requires=() if sender.draft else requires,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        lead=text.passage(f"lead{which}"),
        footer=footer,
        size=Size.LARGE if paper.choice.large else Size.EASY,
    )


def _fill(text: Text, *fields: tuple[str, float], part: str = "") -> FillIn:
    made = (Field(text.passage(name), share=share) for name, share in fields)
    return FillIn(tuple(made), part=part)


def _blank_area(area: AssessmentArea, text: Text) -> KeepTogether:
    """The question, a box for each answer, and room for words and wish."""
    boxes = tuple(Box(text.passage(f"answer_{each}")) for each in AreaAnswer)
    writing = (Field(text.passage("words"), share=0.6), Field(text.passage("wish"), share=0.4))
    return KeepTogether(
        (
            Heading(text.passage(f"area_{area}"), ruled=True),
            Boxes(boxes, text.passage(f"question_{area}"), across=len(boxes), part=AREAS_PART),
            FillIn(writing, LINES),
        )
    )


def _who(paper: AssessmentPaper, known: Assessment, text: Text) -> Facts:
    draft = known.draft
    rows = (
        Fact(text.passage("label_name"), paper.name),
        Fact(text.passage("label_held"), day_and_year(known.held_on)),
        Fact(text.passage("label_present"), draft.present),
        Fact(text.passage("label_interpreter"), draft.interpreter),
    )
    return Facts(tuple(row for row in rows if row.value), part=WHO_PART)


def _areas(known: Assessment, text: Text) -> Iterator[Block]:
    """Those talked about one by one, the others in one sentence."""
    yield Heading(text.passage("heading_areas"), part=AREAS_PART)
    left = []
    for area in AssessmentArea:
        if area.sensitive:
            continue
        if answered(known.draft.of(area)):
            yield KeepTogether(_area(known, area, text))
        else:
            left.append(text.passage(f"area_{area}"))
    if left:
        first, *rest = left
        words = ", ".join((first, *(each[0].lower() + each[1:] for each in rest)))
        yield Paragraph(text.passage("not_talked", areas=words))


def _area(known: Assessment, area: AssessmentArea, text: Text) -> tuple[Block, ...]:
    return (Heading(_how(known, area, text), 3), *_said(known, area, text))


def _how(known: Assessment, area: AssessmentArea, text: Text) -> str:
    """«Naboer: trenger noe hjelp»."""
    answer = text.passage(f"answer_{known.draft.of(area).answer}")
    return f"{text.passage(f'area_{area}')}: {answer[0].lower()}{answer[1:]}"


def _said(known: Assessment, area: AssessmentArea, text: Text) -> Iterator[Paragraph]:
    said = known.draft.of(area)
    for name, value in (("words", said.words), ("wish", said.wish)):
        if value:
            yield Paragraph(value, lead=f"{text.passage(name)}:")


def _changes(paper: AssessmentPaper, text: Text) -> Iterator[Block]:
    """What moved since the last time; what did not is not told. Health stays on its own page."""
    moved = [
        Item(text.passage(f"change_{each.change}"), f"{text.passage(f'area_{each.area}')}:")
        for each in paper.changes
        if each.change is not AreaChange.SAME and not each.area.sensitive
    ]
    if moved and paper.since:
        heading = Heading(text.passage("heading_changes", day=day_and_year(paper.since)))
        yield KeepTogether((heading, Bullets(tuple(moved))))


def _open_answers(known: Assessment, text: Text) -> Iterator[Block]:
    told = (known.draft.wishes, known.draft.helpers)
    for name, value in zip(_OPEN, told, strict=True):
        if value:
            yield KeepTogether((Heading(text.passage(name)), Paragraph(value)))


def _needs(paper: AssessmentPaper, text: Text) -> Iterator[Block]:
    if paper.needs:
        heading = Heading(text.passage("heading_needs"))
        lead = Paragraph(text.passage("needs_lead"))
        yield KeepTogether((heading, lead, Bullets(paper.needs)))


def _rights(paper: AssessmentPaper, text: Text) -> KeepTogether:
    """What the person may ask for (PV-04)."""
    items = [text.passage(f"rights_{name}") for name in ("see", "correct", "health")]
    officer, phone = paper.sender.officer_name, telephone(paper.sender.office.phone)
    if officer and phone:
        items.append(text.passage("rights_ask", officer=officer, phone=phone))
    heading = Heading(text.passage("heading_rights"))
    return KeepTogether((heading, Bullets(tuple(items), part=RIGHTS_PART)))


def _health_page(known: Assessment, text: Text) -> tuple[Block, ...]:
    """On a sheet of its own, so that the rest can be shown to others (PV-08)."""
    heading = Heading(_how(known, AssessmentArea.HEALTH, text), part=HEALTH_PART)
    lead = Paragraph(text.passage("lead_health"))
    return (PageBreak(), heading, lead, *_said(known, AssessmentArea.HEALTH, text))
