"""Letters about a vedtak on advice: whole, plain, kept for good, in a tone one can bear."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import page
import pytest

from app.applications.model import Delay
from app.core.errors import Invalid
from app.core.ids import DebtCaseId, DebtDecisionId, OfficerId
from app.core.periods import Period, Unit
from app.core.text import Language
from app.debt.decisions.model import (
    DebtRefusal,
    DebtVedtak,
    DebtVedtakDraft,
    DebtVedtakLetter,
    WaitingDraft,
    WaitingPaper,
)
from app.debt.decisions.prints import (
    ALWAYS,
    GRANTED_PARTS,
    REFUSED_PARTS,
    debt_vedtak_letter,
    text_name,
)
from app.debt.decisions.waiting_prints import PARTS as WAITING_PARTS
from app.debt.decisions.waiting_prints import waiting_letter
from app.decisions.appeal_prints import AppealRight
from app.decisions.model import VedtakState
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.documents import sound
from tests.app.documents.parts_taken import without
from tests.app.documents.reading import text
from tests.app.evictions.letters import parts_of, sender

BOTH = (Language.NB, Language.NN)
WINDOW = ("Kari Prøve", "Prøvegata 7", "2211 LIA")
TODAY = date(2026, 11, 23)
RIGHT = AppealRight(
    "Statsforvalteren", Period(3, Unit.WEEKS), date(2026, 11, 26), date(2026, 12, 17), signed=True
)
GRANT = DebtVedtakDraft(
    starts_on=TODAY + timedelta(weeks=5),
    start_text="Flere venter før deg.",
    rules_text="Vi har brukt sosialtjenesteloven § 17.",
    facts_text="Du ba om hjelp med lån og husleie.",
    considerations_text="Du trenger oversikt.",
    wishes_text="Du vil beholde boligen.",
    legal_basis="sosialtjenesteloven",
    legal_paragraph="sosialtjenesteloven § 17",
    appeal_body="Statsforvalteren",
    appeal_weeks=3,
)
REFUSAL = replace(
    GRANT, granted=False, ground=DebtRefusal.NO_PROBLEM, guidance_text="Ring oss om du lurer."
)


def a_vedtak(draft: DebtVedtakDraft) -> DebtVedtak:
    return DebtVedtak(
        id=DebtDecisionId(1),
        number="GV2026-001",
        case=DebtCaseId(1),
        draft=draft,
        state=VedtakState.ISSUED,
        state_since=TODAY,
        issued_on=TODAY,
        officer=OfficerId(1),
        drafted_on=TODAY,
    )


def letter(
    language: Language = Language.NB, draft: DebtVedtakDraft = GRANT, **changes: object
) -> Document:
    told = DebtVedtakLetter(
        a_vedtak(draft), sender(language, WINDOW), date(2026, 11, 2), right=RIGHT
    )
    return debt_vedtak_letter(
        replace(told, **changes),  # type: ignore[arg-type]  # its own fields
        load_text(text_name(granted=draft.granted), language.value, TODAY),
        load_text("appeal", language.value, TODAY),
    )


def waiting(
    language: Language = Language.NB, delay: Delay = Delay.QUEUE, **changes: object
) -> Document:
    paper = WaitingPaper(
        WaitingDraft(date(2026, 12, 18), delay),
        date(2026, 12, 18),
        sender(language, WINDOW),
        "B-2026-9",
        date(2026, 11, 2),
    )
    return waiting_letter(
        replace(paper, **changes),  # type: ignore[arg-type]  # its own fields
        load_text("debt_waiting_letter", language.value, TODAY),
    )


def every(language: Language) -> list[Document]:
    """Each letter there is, in each of its forms."""
    refusals = [replace(REFUSAL, ground=ground) for ground in DebtRefusal]
    return [
        letter(language),
        letter(language, started_on=date(2026, 11, 3)),
        letter(
            language,
            replace(GRANT, change_text="Vi kan begynne før."),
            replaces=a_vedtak(GRANT),
        ),
        *(letter(language, draft) for draft in refusals),
        *(
            waiting(language, delay, granted=granted)
            for delay, granted in product(Delay, (True, False))
        ),
    ]


@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_whole_and_plain(language: Language) -> None:
    for document in every(language):
        assert missing_parts(document) == (), document.title
        words = "\n".join(each for each in parts_of(document) if each.strip())
        assert lix(words) <= 40, document.title
        assert longest_sentence(words) <= 25, document.title
        assert sound.words_never_used(document) == set(), document.title


@pytest.mark.parametrize("language", BOTH)
def test_they_are_archival_and_accessible(language: Language) -> None:
    for document in (letter(language), letter(language, REFUSAL), waiting(language)):
        data = render(document)
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(data, profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    "field",
    ["start_text", "rules_text", "facts_text", "considerations_text", "legal_paragraph"],
)
def test_a_yes_that_lacks_a_part_is_not_printed(field: str) -> None:
    """FV-09, SOT-02."""
    with pytest.raises(Invalid):
        render(letter(draft=replace(GRANT, **{field: ""})))  # type: ignore[arg-type]  # a text


@pytest.mark.parametrize("part", sorted({*GRANTED_PARTS, *REFUSED_PARTS, *ALWAYS}))
def test_a_vedtak_is_refused_without_any_part_of_it(part: str) -> None:
    for document in (letter(), letter(draft=REFUSAL)):
        if part in document.requires:
            taken = without(document, part)
            assert missing_parts(taken) == (part,)
            with pytest.raises(Invalid):
                render(taken)


@pytest.mark.parametrize("part", WAITING_PARTS)
def test_a_letter_of_waiting_is_refused_without_any_part_of_it(part: str) -> None:
    taken = without(waiting(), part)
    assert missing_parts(taken) == (part,)
    with pytest.raises(Invalid):
        render(taken)


def test_a_no_without_other_help_is_not_printed() -> None:
    with pytest.raises(Invalid):
        render(letter(draft=replace(REFUSAL, guidance_text="")))


def test_a_letter_without_a_number_to_ring_is_not_printed() -> None:
    """GJ-02: it says what to do if it becomes acute."""
    silent = sender(Language.NB, WINDOW)
    silent = replace(silent, office=replace(silent.office, phone=""))
    for document in (letter(sender=silent), waiting(sender=silent)):
        with pytest.raises(Invalid):
            render(document)


def test_the_yes_names_the_day_and_what_to_do_till_then() -> None:
    told = text(render(letter()))
    assert "28. desember 2026" in told
    assert "husleie eller boliglån" in told
    assert "gratis" in told
    assert "Siste dag er tre uker" in told


def test_help_that_has_begun_tells_no_waiting() -> None:
    told = text(render(letter(started_on=date(2026, 11, 3))))
    assert "Vi begynte 3. november 2026" in told
    assert "Mens du venter" not in told


def test_the_one_who_waits_is_told_till_when_and_why() -> None:
    """FV-02."""
    told = text(render(waiting()))
    assert "fredag 18. desember 2026" in told
    assert "Mange ber om hjelp nå" in told
    assert "Ring Siri Testmo" in told
