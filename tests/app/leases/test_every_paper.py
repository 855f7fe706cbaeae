"""Every paper of a lease as its reader gets it: a long name, a long reason, both languages."""

from collections.abc import Callable
from dataclasses import replace

import page
import pytest

from app.core.text import Language
from app.documents.model import Document, Form
from app.documents.parts import texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.leases.expiry.model import ReviewKind
from app.leases.handover.reports.model import HandoverKind, ReportDraft
from app.leases.notices.model import BreachGround
from app.leases.rents.model import RentChangeKind
from tests.app.documents import reading
from tests.app.leases import papers
from tests.app.leases.aftermath import test_prints as after
from tests.app.leases.expiry import letters as expiry
from tests.app.leases.handover import papers as handover
from tests.app.leases.notices import test_prints as notices
from tests.app.leases.rents import papers as rents
from tests.app.leases.residents import test_prints as residents
from tests.app.leases.warnings import test_warnings as warnings

NAME = "Anne-Margrethe Kristoffersdatter Wilhelmsen"
WINDOW = (NAME, "Øvre Ødegårdsvegen 104 B", "2211 KONGSVINGER")
WHY = (
    "Naboene har meldt om høy musikk om natten fem ganger i høst, sist 14. november. Vi snakket"
    " med deg 3. oktober og 9. november, og du lovte at det skulle bli ro. Etter det har to naboer"
    " ringt oss, og vaktselskapet har vært på stedet én gang."
)
HELD = ReportDraft(bedrooms=2)


def after_letter(make: after.Make) -> Callable[[Language], Document]:
    return lambda language: make(after.letter_of(language))


LETTERS: dict[str, Callable[[Language], Document]] = {
    "move out": expiry.request,
    "move out, refused": lambda language: expiry.request(language, refusal="V2026-007"),
    "expiry": expiry.note,
    "index": lambda language: rents.printed(rents.a_letter(RentChangeKind.INDEX, language)),
    "linked index": lambda language: rents.printed(
        rents.a_letter(RentChangeKind.INDEX, language, step=rents.LINKED)
    ),
    "prevailing": lambda language: rents.printed(
        rents.a_letter(RentChangeKind.PREVAILING, language)
    ),
    "consent": lambda language: residents.answer(residents.AWAY, residents.YES, language),
    "no consent": lambda language: residents.answer(language=language),
    "death": residents.notice,
    "warning": warnings.letter_of,
    "notice": notices.ours,
    "confirmation": notices.theirs,
    "breach": lambda language: notices.broken(language, replace(notices.BREACH, reason=WHY)),
    "breach of rent": lambda language: notices.broken(
        language, replace(notices.BREACH, ground=BreachGround.RENT, reason=WHY), court=False
    ),
    "charge": after_letter(after.charge),
    "belongings": after_letter(after.belongings),
    "condition": after_letter(after.condition),
}
SHEETS: dict[str, Callable[[Language], Document]] = {
    "half-way": lambda language: expiry.sheet(ReviewKind.HALF_WAY, language),
    "exit plan": lambda language: expiry.sheet(ReviewKind.EXIT_PLAN, language),
    "move in": lambda language: handover.report(HandoverKind.MOVE_IN, language),
    "move out": lambda language: handover.report(HandoverKind.MOVE_OUT, language, handover.LAST),
    "blank": lambda language: handover.report(
        HandoverKind.MOVE_IN, language, HELD, keys=(), photos=(), blank=True
    ),
    "keys": handover.receipt,
    "start": handover.checklist,
    "information": handover.information,
    "lease": lambda language: papers.printed(
        papers.a_paper(papers.a_lease(), language, tenant_name=NAME)
    ),
}
BOTH = list(Language)


def whole(document: Document) -> Document:
    """With the longest address that a window holds."""
    return replace(document, recipient=WINDOW) if document.form is Form.LETTER else document


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", [*LETTERS, *(f"sheet {each}" for each in SHEETS)])
def test_every_paper_of_a_lease_is_archival_and_accessible(name: str, language: Language) -> None:
    make = SHEETS[name.removeprefix("sheet ")] if name.startswith("sheet ") else LETTERS[name]
    data = render(whole(make(language)))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_to_a_tenant_is_plain_and_on_one_page(name: str, language: Language) -> None:
    document = whole(LETTERS[name](language))
    said = "\n".join(text for text in texts_of((document.title, *document.blocks)) if text.strip())
    assert lix(said) <= 40
    assert longest_sentence(said) <= 25
    assert len(reading.pages(render(document))) == 1


@pytest.mark.parametrize("language", BOTH)
def test_the_word_of_the_law_for_having_to_move_is_said_once_and_explained(
    language: Language,
) -> None:
    """HL-64, HL-69: «tvangsfravikelse», and what it means in plain words."""
    word, means = {
        Language.NB: ("tvangsfravikelse", "det vil si at du må flytte ut"),
        Language.NN: ("tvangsfråviking", "det vil seie at du må flytte ut"),
    }[language]
    for name in ("move out", "notice", "breach"):
        said = "\n".join(texts_of(LETTERS[name](language).blocks))
        assert said.count(word) == 1, name
        assert f"{word}, {means}" in said, name


def test_a_report_to_be_filled_in_by_hand_has_rows_to_write_in() -> None:
    """DOC-22: eight millimetres at least from line to line, and room for who was there."""
    data = render(SHEETS["blank"](Language.NB))
    rows = [each for each in reading.words(data) if each.page == 1 and each.text in {"Gulv", "Tak"}]
    by_room = sorted(each.top for each in rows)
    assert by_room[1] - by_room[0] >= 16 - 0.1, "floor, walls, ceiling"
    assert "Til stede" in reading.pages(data)[0]
