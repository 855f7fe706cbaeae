"""The papers of the home track: whole, plain, and refused without a required part."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.arrears.model import OpenCharge, Owed, RentChargeKind
from app.core.errors import Invalid
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore, kroner
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Block, Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import Text, load_text
from app.evictions.model import EnforcementGround
from app.evictions.notices.letters import NoticeLetter, PetitionSheet, Side, SocialLetter
from app.evictions.notices.model import GROUNDS, EvictionNotice, SocialNotice
from app.evictions.notices.petition_print import PARTS, petition_sheet
from app.evictions.notices.prints import (
    NOTICE_PARTS,
    OPT_OUT,
    PAID_IN_FULL,
    SOCIAL_PARTS,
    eviction_notice,
    social_notice,
)
from tests.app.arrears.ledger import claimed
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

BOTH = list(Language)
DAY = ISSUED.date()
UNPAID = EnforcementGround.UNPAID_RENT
WAIT = Period(2, Unit.WEEKS)
CLAIMS = (
    OpenCharge(claimed(1, date(2026, 10, 1), 8000), kroner(3450)),
    OpenCharge(claimed(2, date(2026, 11, 2), 8000), kroner(8000)),
    OpenCharge(claimed(3, date(2026, 11, 18), 38, RentChargeKind.REMINDER_FEE), kroner(38)),
)
OWED = Owed(DAY, CLAIMS, total=kroner(11488), rent=kroner(11450))


def sender(language: Language, *window: str) -> LetterFrom:
    return LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", window, ISSUED, language)


def text(name: str, language: Language) -> Text:
    return load_text(name, language.value, DAY)


def notice(
    language: Language = Language.NB, ground: EnforcementGround = UNPAID, **changes: object
) -> Document:
    letter = NoticeLetter(
        sender(language, "Kari Kanarifugl", "Testbakken 12", "2211 LIA"),
        "B-2026-15",
        "L2026-001",
        "Testveien 4",
        ground,
        CLAIMS if ground is UNPAID else (),
        kroner(11488) if ground is UNPAID else Ore(0),
        date(2026, 12, 7),
        date(2026, 12, 8),
        WAIT,
        "tingretten" if ground.by_court else "namsfogden",
        last_day=date(2026, 10, 31),
        account="12345678903",
        kid="2026000018",
    )
    letter = replace(letter, **changes)  # type: ignore[arg-type]  # the letter's own fields
    return eviction_notice(letter, text("eviction_notice", language))


def social(
    language: Language = Language.NB,
    ground: EnforcementGround = UNPAID,
    *,
    to_tenant: bool = False,
    **changes: object,
) -> Document:
    letter = SocialLetter(
        sender(language, "Nav Lia", "Torget 1", "2211 LIA"),
        "B-2026-16",
        "L2026-001",
        "Testveien 4",
        "Kari Kanarifugl",
        "99 99 99 99",
        "Nav Lia",
        ground,
        OWED,
        WAIT,
        "namsfogden",
        to_tenant=to_tenant,
    )
    letter = replace(letter, **changes)  # type: ignore[arg-type]  # the letter's own fields
    return social_notice(letter, text("social_service_notice", language))


def sheet(
    language: Language = Language.NB, ground: EnforcementGround = UNPAID, **changes: object
) -> Document:
    facts = PetitionSheet(
        sender(language),
        "B-2026-17",
        Side("Lia kommune", "974 760 673", ("Rådhusgata 1", "2211 Lia")),
        Side("Kari Kanarifugl", "158885 12389", ("Testbakken 12", "2211 Lia")),
        "Testveien 4",
        "L2026-001",
        date(2024, 1, 1),
        ground,
        OWED if ground is UNPAID else Owed(DAY),
        EvictionNotice(1, LeaseId(1), ground, DAY, kroner(11488), DocumentId(1), DAY),
        SocialNotice(
            1, LeaseId(1), DAY, "Nav Lia", DocumentId(2), DocumentId(3), kroner(11488), DAY, DAY
        ),
        date(2026, 12, 8),
        "namsfogden",
        ("Leieavtale L2026-001", "Varsel § 4-18, B-2026-15"),
        ("Ola Kanarifugl",),
        2,
    )
    facts = replace(facts, **changes)  # type: ignore[arg-type]  # the sheet's own fields
    return petition_sheet(facts, text("petition_sheet", language))


def parts_of(document: Document) -> tuple[str, ...]:
    return tuple(texts_of((document.title, *document.blocks)))


def said(document: Document) -> str:
    return " ".join(parts_of(document))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_whole_plain_and_kept_for_good(
    language: Language, ground: EnforcementGround
) -> None:
    """DOC-14, DOC-15: 2a, ua1, LIX 40 and no sentence over 25 words."""
    for document in (
        notice(language, ground),
        social(language, ground),
        social(language, ground, to_tenant=True),
    ):
        assert missing_parts(document) == ()
        words = "\n".join(each for each in parts_of(document) if each.strip())
        assert lix(words) <= 40
        assert longest_sentence(words) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_every_paper_is_archival_and_accessible(language: Language) -> None:
    papers = (
        notice(language),
        notice(language, EnforcementGround.TERM_EXPIRED),
        social(language),
        social(language, to_tenant=True),
        sheet(language),
    )
    for document in papers:
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(render(document), profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_the_notice_says_what_is_owed_the_day_and_how_it_is_stopped() -> None:
    """DOC-14, TV-02, TV-03: sum, two weeks with the day, eviction requested, full payment."""
    words = said(notice())
    for part in (
        "11\u00a0488\u00a0kroner",
        "mandag 7. desember 2026",
        "to uker etter at vi sendte dette brevet, ber vi namsfogden om utkastelse",
        "tidligst be om det 8. desember 2026",
        "Utkastelsen blir ikke gjennomført hvis du betaler alt dette før den skjer:",
        "husleie som forfaller fram til du betaler",
        "kostnader utenfor retten og sakskostnader",
        "Rest av husleie for oktober 2026",
        "Vi kan aldri gjennomføre en utkastelse selv",
    ):
        assert part in words, part
    for never in ("misligholdt", "kastes ut", "siste sjanse", "på gata"):
        assert never not in words.lower()


@pytest.mark.parametrize("ground", [each for each in GROUNDS if each is not UNPAID])
def test_a_notice_to_move_claims_no_money(ground: EnforcementGround) -> None:
    """TV-03 is for ground a alone; d and e go to the court (TV-07)."""
    words = said(notice(ground=ground))
    assert "kroner" not in words
    assert "Du unngår utkastelse hvis du flytter ut" in words
    assert ("tingretten" in words) == ground.by_court


@pytest.mark.parametrize("part", [*NOTICE_PARTS, PAID_IN_FULL])
def test_the_notice_is_refused_without_a_required_part(part: str) -> None:
    """DOC-14, TV-02, TV-03: one by one."""
    refused(notice(), part)


@pytest.mark.parametrize("part", [*SOCIAL_PARTS, OPT_OUT])
def test_the_copy_is_refused_without_a_required_part(part: str) -> None:
    """DOC-15, HL-71: one by one."""
    refused(social(to_tenant=True), part)


@pytest.mark.parametrize("part", PARTS)
def test_the_sheet_is_refused_without_a_required_part(part: str) -> None:
    """TV-08: one by one."""
    refused(sheet(), part)


def refused(document: Document, part: str) -> None:
    assert part in document.requires
    assert missing_parts(document) == ()
    with pytest.raises(Invalid) as caught:
        render(replace(document, blocks=tuple(stripped(each, part) for each in document.blocks)))
    assert [each.field for each in caught.value.problems] == [part]


def stripped(block: Block, part: str) -> Block:
    """The block, and those in it, without a part; nested parts keep their own."""
    if getattr(block, "part", "") == part:
        return replace(block, part="")
    changes = {
        name: tuple(stripped(each, part) for each in getattr(block, name))
        for name in ("blocks", "left", "right")
        if hasattr(block, name)
    }
    return replace(block, **changes)  # type: ignore[arg-type]  # stacks of blocks


def test_a_notice_that_claims_nothing_is_refused() -> None:
    with pytest.raises(Invalid) as refusal:
        render(notice(claims=()))
    assert [each.field for each in refusal.value.problems] == [NOTICE_PARTS[0]]


def test_a_sheet_without_national_id_organisation_number_or_lease_is_refused() -> None:
    """TV-08."""
    nobody = Side("Kari Kanarifugl", "", ())
    for changes, part in (
        ({"tenant": nobody}, PARTS[2]),
        ({"claimant": Side("Lia kommune", "", ("Rådhusgata 1",))}, PARTS[1]),
        ({"enclosures": ()}, PARTS[5]),
    ):
        assert missing_parts(sheet(**changes)) == (part,)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("ground", GROUNDS)
def test_all_that_the_namsfogd_must_have_stands_on_one_sheet(
    language: Language, ground: EnforcementGround
) -> None:
    """TV-08: parties with numbers, main claim and extras, ground and enclosures."""
    document = sheet(language, ground)
    words = said(document)
    for part in (
        "974 760 673",
        "158885 12389",
        "§ 13-2",
        "Varsel § 4-18, B-2026-15",
        "Testveien 4",
    ):
        assert part in words.replace("\u00a0", " "), part
    if ground is UNPAID:
        assert "11 450 kr" in words.replace("\u00a0", " ")
        assert "38 kr" in words.replace("\u00a0", " ")
    assert render(document)


def test_the_copy_tells_the_tenant_of_the_right_to_say_no() -> None:
    """HL-71."""
    assert "kan du skrive det til oss" in said(social(to_tenant=True))
    assert "Vi har varslet Nav Lia" in said(social(to_tenant=True))


def test_a_tenant_who_said_no_is_told_that_nobody_is_warned() -> None:
    """HL-71."""
    assert "Derfor gjør vi ikke det" in said(notice(may_tell=False))


def test_a_notice_without_a_number_to_ring_is_refused() -> None:
    """DOC-14: whom to ring is never left blank."""
    mute = sender(Language.NB)
    with pytest.raises(Invalid) as refusal:
        render(notice(sender=replace(mute, office=replace(mute.office, phone=""))))
    assert [each.field for each in refusal.value.problems] == [NOTICE_PARTS[5]]
