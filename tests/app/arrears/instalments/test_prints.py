"""The sheet of an agreement on instalments: DOC-23, one page, archival, plain and calm."""

from dataclasses import fields, replace
from datetime import date

import page
import pytest

from app.arrears.instalments import notice_print, rules
from app.arrears.instalments.model import AgreedClaim
from app.arrears.instalments.prints import PARTS, PLAN, RENT, SUM, WHERE
from app.arrears.model import RentChargeKind
from app.core.errors import Invalid
from app.core.money import kroner
from app.core.text import Language
from app.documents.model import Block, Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from tests.app.arrears.instalments.papers import DRAFT, missed, paper, printed
from tests.app.documents import reading

BOTH = list(Language)
LONG = replace(DRAFT, total=kroner(60000), amount=kroner(3400))
OLD = tuple(
    AgreedClaim(RentChargeKind.RENT, date(2026, month, 1), kroner(6000), f"2026-{month:02}")
    for month in range(1, 11)
)
NEVER = ("mislighold", "misleghald", "utkast", "kastes", "siste sjanse", "namsfogd", "inkasso")


LONGEST = replace(DRAFT, total=kroner(60000), amount=kroner(2500))


def said(document: Document) -> str:
    text = "\n".join(texts_of((document.title, *document.blocks)))
    return text.replace("\u00a0", " ")


def without(block: Block, part: str) -> Block:
    """The same block with no block in it that holds the part."""
    changes: dict[str, object] = {}
    for field in fields(block):
        if field.name in ("blocks", "left", "right"):
            inner = getattr(block, field.name)
            changes[field.name] = tuple(
                without(each, part) for each in inner if getattr(each, "part", "") != part
            )
    return replace(block, **changes) if changes else block  # type: ignore[arg-type]  # its own


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("language", BOTH)
def test_doc_23_is_archival_accessible_and_on_one_page(language: Language, long: bool) -> None:
    changes = {"parts": rules.plan(LONG), "claims": OLD, "total": kroner(60000)} if long else {}
    data = render(printed(language, **changes))
    assert len(reading.pages(data)) == 1
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


def test_doc_23_the_hands_stand_with_the_words_however_many_the_instalments() -> None:
    document = printed(parts=rules.plan(LONGEST), claims=OLD, total=kroner(60000))
    *_, last = reading.pages(render(document))
    assert "Underskrift" in last
    assert "Hvis du ikke får betalt" in last


@pytest.mark.parametrize("language", BOTH)
def test_doc_23_is_plain_and_frightens_nobody(language: Language) -> None:
    words = said(printed(language))
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25
    assert not [each for each in NEVER if each in words.casefold()]


@pytest.mark.parametrize("part", PARTS)
def test_doc_23_is_refused_when_a_part_is_taken_out(part: str) -> None:
    document = printed()
    assert missing_parts(document) == ()
    left = tuple(
        without(each, part) for each in document.blocks if getattr(each, "part", "") != part
    )
    cut = replace(document, blocks=left)
    assert missing_parts(cut) == (part,)
    with pytest.raises(Invalid):
        render(cut)


def test_doc_23_without_account_or_plan_it_names_what_is_missing() -> None:
    assert missing_parts(printed(account="")) == (WHERE,)
    assert missing_parts(printed(parts=())) == (PLAN,)
    assert missing_parts(printed(claims=())) == (SUM,)


def test_doc_23_without_a_known_rent_it_still_says_that_rent_is_paid_beside() -> None:
    document = printed(rent=None)
    assert RENT not in missing_parts(document)
    assert "8 450" in said(printed())


def test_dl_03_the_day_one_can_pay_is_what_is_printed() -> None:
    on_a_saturday = replace(DRAFT, first_on=date(2027, 5, 15))
    words = said(printed(parts=rules.plan(on_a_saturday)))
    assert "18. mai 2027" in words  # 15 May is a Saturday, and 17 May is pinse and the national day
    assert "banken er åpen" in words


def test_a_part_of_what_is_owed_says_that_the_rest_is_not_in() -> None:
    words = said(printed(total=kroner(10000)))
    assert "Ikke med i avtalen" in words
    assert "1 938 kr" in words


def test_older_claims_are_summed_in_one_line() -> None:
    words = said(printed(claims=OLD, total=kroner(60000)))
    assert "8 eldre krav, fra 1. januar 2026" in words
    assert "48 000 kr" in words


def test_without_a_kid_the_number_of_the_lease_is_written_on_the_payment() -> None:
    assert "leieavtalens nummer, L-2026-3" in said(printed(kid=""))
    assert paper().kid not in said(printed(kid=""))


@pytest.mark.parametrize("language", BOTH)
def test_the_letter_about_a_breach_is_archival_plain_and_frightens_nobody(
    language: Language,
) -> None:
    document = missed(language)
    data = render(document)
    assert len(reading.pages(data)) == 1
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})
    words = said(document)
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25
    assert not [each for each in NEVER if each in words.casefold()]
    assert "1 300 kroner" in words
    assert "8 450 kroner" in words


@pytest.mark.parametrize("part", notice_print.PARTS)
def test_the_letter_about_a_breach_is_refused_without_a_part(part: str) -> None:
    document = missed()
    assert missing_parts(document) == ()
    cut = replace(
        document,
        blocks=tuple(each for each in document.blocks if getattr(each, "part", "") != part),
    )
    with pytest.raises(Invalid):
        render(cut)


def test_the_letter_about_a_breach_without_account_or_day_is_refused() -> None:
    assert missing_parts(missed(account="")) == (notice_print.GO_ON,)
    assert missing_parts(missed(until=None)) == (notice_print.UNTIL,)
