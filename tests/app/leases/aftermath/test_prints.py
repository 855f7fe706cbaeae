"""DOC, HL-16, HL-74 to HL-76: the letters after a lease are whole, plain, archival."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.money import Ore
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.aftermath.deposit.model import ClaimDraft, SecurityKind
from app.leases.aftermath.handback.model import OccupationCharge
from app.leases.aftermath.left_belongings.model import Belonging
from app.leases.aftermath.model import AftermathLetter
from app.leases.aftermath.prints import (
    BELONGINGS_PARTS,
    CHARGE_PARTS,
    CONDITION_PARTS,
    SECURITY_PARTS,
    belongings_letter,
    charge_letter,
    condition_letter,
    security_letter,
)
from tests.app.decisions.letters import ISSUED
from tests.app.documents import reading
from tests.factories import a_profile

DAY = date(2027, 5, 3)
THINGS = (
    Belonging(date(2027, 4, 5), "En sofa og to esker bøker", "Boden", cost=Ore(45_000)),
    Belonging(date(2027, 4, 6), "En sykkel", "Boden"),
)
CHARGE = OccupationCharge(
    Ore(820_000), date(2027, 4, 1), date(2027, 4, 5), 5, Ore(136_667), running=True
)
CLAIM = ClaimDraft(
    SecurityKind.DEPOSIT,
    Ore(1_640_000),
    "Husleie for februar og mars 2027, til sammen 16 400 kr.",
    "Lia Sparebank",
)
WHY = "Det er et stort hull i veggen i stua. Døra til badet mangler."


def letter_of(language: Language = Language.NB, **changes: object) -> AftermathLetter:
    sender = LetterFrom(
        office=a_profile(),
        officer_name="Siri Testmo",
        officer_title="boligkonsulent",
        recipient=("Kari Kanarifugl", "Testbakken 12", "2211 LIA"),
        issued=ISSUED,
        language=language,
    )
    known = AftermathLetter(
        sender=sender,
        number="B-2027-14",
        lease_number="L2026-001",
        tenant_name="Kari Kanarifugl",
        address="Ødegårdsvegen 4, H0201",
        last_day=date(2027, 3, 31),
        account="15030000019",
        kid="20260000016",
        copies=("Ola Fullmektig",),
    )
    return replace(known, **changes)  # type: ignore[arg-type]  # the letter's own fields


def charge(letter: AftermathLetter) -> Document:
    text = load_text("occupation_charge", letter.sender.language.value, ISSUED.date())
    return charge_letter(letter, CHARGE, DAY, text)


def belongings(letter: AftermathLetter) -> Document:
    text = load_text("belongings_request", letter.sender.language.value, ISSUED.date())
    return belongings_letter(letter, THINGS, DAY, text)


def condition(letter: AftermathLetter) -> Document:
    text = load_text("condition_claim", letter.sender.language.value, ISSUED.date())
    return condition_letter(letter, Ore(1_250_000), WHY, date(2027, 4, 5), DAY, text)


def security(letter: AftermathLetter) -> Document:
    text = load_text("deposit_claim", letter.sender.language.value, ISSUED.date())
    return security_letter(letter, CLAIM, "15064839206", Period(5, Unit.WEEKS), text)


def guarantee(letter: AftermathLetter) -> Document:
    text = load_text("deposit_claim", letter.sender.language.value, ISSUED.date())
    claim = replace(CLAIM, security=SecurityKind.GUARANTEE)
    return security_letter(letter, claim, "", Period(5, Unit.WEEKS), text)


Make = Callable[[AftermathLetter], Document]
MAKERS: tuple[tuple[Make, tuple[str, ...]], ...] = (
    (charge, CHARGE_PARTS),
    (belongings, BELONGINGS_PARTS),
    (condition, CONDITION_PARTS),
    (security, SECURITY_PARTS),
    (guarantee, SECURITY_PARTS),
)
CITIZEN: tuple[Make, ...] = (charge, belongings, condition)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("make", [make for make, _ in MAKERS])
def test_every_letter_is_archival_accessible_and_on_one_page(
    make: Make, language: Language
) -> None:
    data = render(make(letter_of(language)))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    assert len(reading.pages(data)) == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("make", CITIZEN)
def test_what_a_citizen_gets_is_plain(make: Make, language: Language) -> None:
    made = make(letter_of(language))
    words = "\n".join(text for text in texts_of((made.title, *made.blocks)) if text.strip())
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25


@pytest.mark.parametrize(("make", "parts"), MAKERS)
def test_a_letter_that_lacks_a_required_part_is_refused(make: Make, parts: tuple[str, ...]) -> None:
    whole = make(letter_of())
    assert whole.requires == parts
    assert missing_parts(whole) == ()
    for part in parts:
        blocks = tuple(b for b in whole.blocks if getattr(b, "part", "") != part)
        lacking = replace(whole, blocks=blocks)
        assert missing_parts(lacking) == (part,)
        with pytest.raises(Invalid):
            render(lacking)


def test_hl_74_living_on_is_never_called_rent() -> None:
    text = reading.text(render(charge(letter_of())))
    assert "Dette er ikke husleie" in text
    assert "1 366,67" in text.replace("\u00a0", " ")


def test_hl_16_the_bank_is_told_of_the_five_weeks() -> None:
    text = " ".join(reading.text(render(security(letter_of()))).split())
    assert "fem uker" in text
    assert "1506 48 39206" in text.replace("\u00a0", " ")
    assert "fem uker" not in " ".join(reading.text(render(guarantee(letter_of()))).split())
