"""The papers of moving in and out: whole, plain and archival (DOC-22, HL-07, HL-51)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Block, Document, KeepTogether, Table
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.leases.handover.reports.model import HandoverKind, ReportDraft
from tests.app.leases.handover import papers

BOTH = list(Language)
MAKERS: dict[str, Callable[[Language], Document]] = {
    "receipt": papers.receipt,
    "move in": lambda language: papers.report(HandoverKind.MOVE_IN, language),
    "move out": lambda language: papers.report(HandoverKind.MOVE_OUT, language, papers.LAST),
    "no first report": lambda language: papers.report(
        HandoverKind.MOVE_OUT, language, papers.LAST, compared=None
    ),
    "blank": lambda language: papers.report(
        HandoverKind.MOVE_IN,
        language,
        ReportDraft(bedrooms=2),
        keys=(),
        photos=(),
        blank=True,
    ),
    "start": papers.checklist,
    "information": papers.information,
    "no exceptions": partial(papers.information, exceptions=()),
}


def said(document: Document) -> str:
    return "\n".join(texts_of(document.blocks))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_every_paper_is_archival_and_accessible(
    make: Callable[[Language], Document], language: Language
) -> None:
    data = render(make(language))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_every_paper_is_whole_and_short_in_its_sentences(
    make: Callable[[Language], Document], language: Language
) -> None:
    document = make(language)
    assert missing_parts(document) == ()
    assert longest_sentence(said(document)) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_hl_51_the_information_reads_easily(language: Language) -> None:
    assert lix(said(papers.information(language))) <= 40


def without(blocks: tuple[Block, ...], part: str) -> tuple[Block, ...]:
    """The blocks less the one that fulfils a part, wherever it stands."""
    kept = (block for block in blocks if getattr(block, "part", "") != part)
    return tuple(
        replace(block, blocks=without(block.blocks, part))
        if isinstance(block, KeepTogether)
        else block
        for block in kept
    )


WHOLE = [
    papers.receipt(),
    MAKERS["move out"](Language.NB),
    papers.checklist(),
    papers.information(),
]


@pytest.mark.parametrize(
    ("whole", "part"), [(each, part) for each in WHOLE for part in each.requires]
)
def test_doc_22_a_paper_is_refused_without_each_of_its_parts(whole: Document, part: str) -> None:
    with pytest.raises(Invalid) as caught:
        render(replace(whole, blocks=without(whole.blocks, part)))
    assert [problem.field for problem in caught.value.problems] == [part]


def test_a_report_without_a_tested_smoke_alarm_is_refused() -> None:
    """HL-31."""
    draft = replace(papers.FIRST, smoke_alarm=None)
    assert missing_parts(papers.report(draft=draft)) == ("HL-31 røykvarsler",)


def test_hl_73_the_second_report_says_what_is_changed_and_what_is_more_than_wear() -> None:
    blocks = papers.report(HandoverKind.MOVE_OUT, draft=papers.LAST).blocks
    table = next(
        each
        for each in blocks
        if isinstance(each, Table) and each.part == "HL-73 endret siden innflytting"
    )
    assert [row[:3] for row in table.rows] == [("Soverom 2: dører", "God", "Skadet")]
    assert table.rows[0][4] == "Ja, mener utleier"


def test_an_address_that_is_not_kept_is_written_by_hand() -> None:
    document = papers.receipt(head=papers.head(address=""))
    assert "Fylles ut for hånd" in said(document)
    assert "Ødegårdsvegen" not in said(document)
