"""The prior notice: whole, plain, sent, answered and weighed (FV-04, DOC-07)."""

from dataclasses import replace
from datetime import date, timedelta

import page
import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.text import Language
from app.decisions.notices import rules
from app.decisions.notices.model import NoticeDraft, NoticeLetter
from app.decisions.notices.prints import PARTS, notice_letter
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from tests.app.decisions.appeals.bench import Bench, document
from tests.app.decisions.desk import Desk, a_grant
from tests.app.decisions.letters import ISSUED, a_letter

TODAY = date(2026, 11, 23)
BOTH = list(Language)
DRAFT = NoticeDraft(
    about="Du har fått lov til å leie kommunal bolig. Vi har fått vite at du har kjøpt en bolig.",
    needed="Si fra om dette stemmer, og om du fortsatt trenger en bolig fra oss.",
    answer_by=date(2026, 12, 7),
)


def letter_of(language: Language = Language.NB, draft: NoticeDraft = DRAFT) -> Document:
    whole = a_letter(a_grant(), language)
    vedtak = replace(whole.vedtak, issued_on=date(2026, 11, 2))
    letter = NoticeLetter(vedtak, draft, whole.sender, "B-2026-15")
    return notice_letter(letter, load_text("prior_notice", language.value, ISSUED.date()))


@pytest.mark.parametrize("language", BOTH)
def test_the_letter_is_archival_accessible_and_plain(language: Language) -> None:
    document = letter_of(language)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(render(document), profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    text = "\n".join(said for said in texts_of((document.title, *document.blocks)) if said.strip())
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


def test_each_required_part_is_there_and_the_letter_is_refused_without_it() -> None:
    whole = letter_of()
    assert whole.requires == PARTS
    assert missing_parts(whole) == ()
    for part in PARTS:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"about": " "}, "about", "notice_about_missing"),
        ({"needed": ""}, "needed", "notice_needed_missing"),
        ({"answer_by": None}, "answer_by", "notice_day_missing"),
        ({"answer_by": TODAY}, "answer_by", "notice_day_has_been"),
        ({"answer_by": date(2026, 12, 4)}, "answer_by", "notice_day_short"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(
    change: dict[str, object], field: str, code: str
) -> None:
    draft = replace(DRAFT, **change)  # type: ignore[arg-type]  # its own fields
    (problem,) = rules.check(draft, TODAY, 14)
    assert (problem.field, problem.code) == (field, code)
    assert problem.blocks is (code != "notice_day_short")
    assert rules.check(DRAFT, TODAY, 14) == ()


def test_the_usual_day_is_never_a_day_off() -> None:
    assert rules.answer_day(TODAY, 14) == date(2026, 12, 7)
    assert rules.answer_day(date(2026, 12, 11), 14) == date(2026, 12, 28)


def test_a_notice_is_sent_answered_and_weighed(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock, a_grant())
    made = document(bench.notices.issue(bench.vedtak, DRAFT))
    assert bench.letters.get(made).kind is DocumentKind.PRIOR_NOTICE
    (notice,) = bench.notices.of(bench.vedtak)
    assert bench.notices.due() == ()
    with pytest.raises(Invalid):
        bench.notices.weigh(notice.id)
    with pytest.raises(Invalid):
        bench.notices.answered(notice.id, clock.today() - timedelta(days=1), "Det stemmer ikke.")
    bench.notices.answered(notice.id, clock.today(), "Det stemmer ikke.")
    (due,) = bench.notices.due()
    assert due.answered
    bench.notices.weigh(notice.id)
    assert bench.notices.due() == ()
    office.history.undo()
    assert bench.notices.due() != ()


def test_a_notice_without_an_answer_is_due_when_the_day_has_passed(
    office: Office, clock: FixedClock
) -> None:
    bench = Bench(office, clock, a_grant())
    bench.notices.issue(bench.vedtak, DRAFT)
    bench.later(14)
    assert bench.notices.due() == ()
    bench.later(1)
    (due,) = bench.notices.due()
    assert not due.answered


def test_no_notice_on_a_draft_and_nothing_kept_of_a_strictly_protected_person(
    office: Office, clock: FixedClock
) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    desk = Desk(office, protection=strict, address=None)
    with pytest.raises(OfficeError):
        office.advance_notices.issue(desk.decisions.draft(desk.application), DRAFT)
    desk.decisions.save_draft(desk.drafted(), a_grant())
    vedtak = desk.decisions.draft(desk.application)
    desk.decisions.issue(vedtak)
    assert isinstance(office.advance_notices.issue(vedtak, DRAFT), OnPaper)
