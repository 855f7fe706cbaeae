"""The three letters: whole, plain, and refused when a required part is missing."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.ids import LeaseId
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.model import Lease, LeaseState
from app.leases.notices.model import (
    BreachDraft,
    BreachGround,
    BreachLetter,
    ConfirmationLetter,
    EndLetter,
    GivenBy,
    LandlordLetter,
    LandlordNoticeDraft,
    LeaseDuty,
    Notice,
    NoticeGround,
)
from app.leases.notices.prints import (
    BREACH_PARTS,
    CONFIRMATION_PARTS,
    NOTICE_PARTS,
    breach_letter,
    confirmation_letter,
    landlord_letter,
)
from app.leases.notices.rules import PROTEST, SUE
from tests.app.decisions.letters import ISSUED
from tests.app.leases.papers import PARAMETERS, a_lease
from tests.factories import a_profile

BOTH = list(Language)
END = date(2027, 2, 28)
DAY = ISSUED.date()
OURS = LandlordNoticeDraft(
    NoticeGround.TENANT_BREACH,
    "Naboene har meldt om høy musikk om natten fem ganger i høst. Vi har snakket med deg om det.",
    LeaseDuty.QUIET,
)
BREACH = BreachDraft(
    BreachGround.NEGLECT,
    "Naboene har meldt om bråk og slag i veggen tre netter etter advarselen.",
    END,
)


def about(language: Language) -> EndLetter:
    draft = a_lease()
    lease = Lease(LeaseId(1), "L2026-001", draft, LeaseState.RUNNING, DAY, None, draft.rent, "")
    window = ("Kari Kanarifugl", "Storgata 1", "2212 KONGSVINGER")
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", window, ISSUED, language)
    return EndLetter(lease, sender, "B-2026-15", "Testveien 4", END)


def ours(language: Language = Language.NB, draft: LandlordNoticeDraft = OURS) -> Document:
    letter = LandlordLetter(
        about(language),
        draft,
        PARAMETERS.period(PROTEST, DAY),
        PARAMETERS.period(SUE, DAY),
        PARAMETERS.text("tv.authority_name", DAY),
    )
    return landlord_letter(letter, load_text("termination_notice", language.value, DAY))


def theirs(language: Language = Language.NB, lawful: date = END) -> Document:
    notice = Notice(1, LeaseId(1), GivenBy.TENANT, DAY, DAY, END, received_on=DAY)
    letter = ConfirmationLetter(about(language), notice, lawful)
    return confirmation_letter(letter, load_text("notice_confirmation", language.value, DAY))


def broken(
    language: Language = Language.NB,
    draft: BreachDraft = BREACH,
    *,
    court: bool = True,
    last_day: date = END,
) -> Document:
    letter = BreachLetter(
        replace(about(language), last_day=last_day),
        draft,
        PARAMETERS.text("tv.authority_name", DAY),
        date(2026, 11, 2) if draft.ground and draft.ground.needs_warning else None,
        court,
    )
    return breach_letter(letter, load_text("termination_for_breach", language.value, DAY))


def every(language: Language) -> list[Document]:
    return [
        *(ours(language, replace(OURS, ground=ground)) for ground in NoticeGround),
        *(ours(language, replace(OURS, duty=duty)) for duty in LeaseDuty),
        *(theirs(language, lawful) for lawful in (END, date(2027, 3, 31), date(2027, 1, 31))),
        *(broken(language, replace(BREACH, ground=ground)) for ground in BreachGround),
        broken(language, replace(BREACH, ground=BreachGround.RENT), court=False, last_day=DAY),
    ]


@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_plain(language: Language) -> None:
    """DOC-17, DOC-19: whatever ground, duty and day."""
    for document in every(language):
        said = texts_of((document.title, *document.blocks))
        text = "\n".join(each for each in said if each.strip())
        assert lix(text) <= 40, document.title
        assert longest_sentence(text) <= 25, document.title


@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_archival_and_accessible(language: Language) -> None:
    for document in (ours(language), theirs(language), broken(language)):
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(render(document), profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    ("document", "parts"),
    [(ours(), NOTICE_PARTS), (theirs(), CONFIRMATION_PARTS), (broken(), BREACH_PARTS)],
    ids=["DOC-17", "confirmation", "DOC-19"],
)
def test_a_letter_without_a_required_part_is_refused(
    document: Document, parts: tuple[str, ...]
) -> None:
    """HL-64, HL-65, HL-69: all five elements of a notice, or no print."""
    assert document.requires == parts
    assert missing_parts(document) == ()
    for part in parts:
        kept = tuple(block for block in document.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(document, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


def test_the_five_elements_are_said_in_words() -> None:
    """HL-64: written, why, the right to protest in a month, what is lost, letter c."""
    text = "\n".join(texts_of(ours().blocks))
    for words in (
        "Vi sier opp leieavtalen L2026-001",
        OURS.reason,
        "protestere skriftlig",
        "én måned",
        "mister du retten",
        "§ 13-2 tredje ledd bokstav c",
    ):
        assert words in text


def test_a_notice_without_a_ground_is_not_printed() -> None:
    """HL-62, HL-65."""
    with pytest.raises(Invalid) as caught:
        render(ours(draft=LandlordNoticeDraft()))
    missing = {problem.field for problem in caught.value.problems}
    assert missing == {NOTICE_PARTS[1], NOTICE_PARTS[5]}


def test_who_decides_if_the_tenant_stays_is_said() -> None:
    """TV-07, TV-19: tingretten for letter d, and never the landlord."""
    court = "\n".join(texts_of(broken().blocks))
    assert "tingretten om tvangsfravikelse" in court
    assert "Vi kan aldri gjennomføre det selv" in court
    rent = broken(draft=replace(BREACH, ground=BreachGround.RENT), court=False)
    assert "namsfogden om tvangsfravikelse" in "\n".join(texts_of(rent.blocks))


def test_the_warning_that_went_before_is_named() -> None:
    """HL-68 b to d."""
    assert any("advarsel" in said and "2. november" in said for said in texts_of(broken().blocks))
