"""The letters of an appeal: whole, plain, archival and the same in both languages."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.appeals.model import AppealLetter
from app.decisions.appeals.prints import (
    COPY_PARTS,
    DISMISSAL_PARTS,
    FORWARDING_PARTS,
    RECEIPT_PARTS,
    copy_letter,
    dismissal_letter,
    forwarding_letter,
    receipt_letter,
)
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.decisions.appeals.test_rules import an_appeal
from tests.app.decisions.desk import a_refusal
from tests.app.decisions.letters import ISSUED, a_letter

BOTH = list(Language)
MAKERS = {
    "appeal_receipt": (receipt_letter, RECEIPT_PARTS),
    "appeal_copy": (copy_letter, COPY_PARTS),
    "appeal_dismissed": (dismissal_letter, DISMISSAL_PARTS),
    "appeal_forwarding": (forwarding_letter, FORWARDING_PARTS),
}
CITIZEN = ["appeal_receipt", "appeal_copy", "appeal_dismissed"]
OURS = (
    "Vi har lest klagen og snakket med deg. Du har fast lønn, og det er ledige leiligheter i"
    " kommunen som du har råd til. Vi mener derfor fortsatt at du kan leie en bolig selv."
)


def letter_of(language: Language = Language.NB, **changes: object) -> AppealLetter:
    """All there is to say."""
    whole = a_letter(a_refusal(), language)
    known = AppealLetter(
        appeal=an_appeal(),
        vedtak=replace(whole.vedtak, issued_on=date(2026, 11, 2)),
        sender=whole.sender,
        number="B-2026-14",
        person_name="Kari Kanarifugl",
        in_time=True,
        appeal_period=Period(3, Unit.WEEKS),
        reason="Klagen kom fem uker etter fristen, og du har ikke sagt hvorfor.",
        assessment=OURS,
        documents=("Klage, skannet (M-2026-2)", "Du får ikke leie kommunal bolig nå (V2026-001)"),
        evaluation=("Kari har bodd i kommunen i tre år.",),
        copies=("Ola Fullmektig",),
    )
    return replace(known, **changes)  # type: ignore[arg-type]  # the letter's own fields


def printed(name: str, letter: AppealLetter) -> Document:
    make, _ = MAKERS[name]
    return make(letter, load_text(name, letter.sender.language.value, ISSUED.date()))


def spoken(document: Document) -> str:
    blocks = (document.title, document.lead, *document.blocks)
    return "\n".join(text for text in texts_of(blocks) if text.strip())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_every_letter_is_archival_and_accessible(
    name: str, language: Language, profile: str
) -> None:
    report = page.validate_pdf_bytes(render(printed(name, letter_of(language))), profile=profile)
    assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", CITIZEN)
@pytest.mark.parametrize("in_time", [True, False])
@pytest.mark.parametrize("deferred", [None, True, False])
def test_what_a_citizen_gets_is_plain(
    name: str, language: Language, in_time: bool, deferred: bool | None
) -> None:
    text = spoken(printed(name, letter_of(language, in_time=in_time, deferred=deferred)))
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


@pytest.mark.parametrize("name", MAKERS)
def test_each_required_part_is_there_and_the_letter_is_refused_without_it(name: str) -> None:
    whole, parts = printed(name, letter_of()), MAKERS[name][1]
    assert whole.requires == parts
    assert missing_parts(whole) == ()
    for part in parts:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"assessment": ""}, "DOC-21 egen vurdering"),
        ({"documents": ()}, "DOC-21 dokumentene"),
        ({"copies": ()}, "DOC-21 kopi til parten"),
    ],
)
def test_what_the_forwarding_lacks_is_named(change: dict[str, object], part: str) -> None:
    assert missing_parts(printed("appeal_forwarding", letter_of(Language.NB, **change))) == (part,)


def test_the_appeal_body_reads_the_appeal_the_vedtak_and_how_the_rules_were_seen() -> None:
    said = spoken(printed("appeal_forwarding", letter_of()))
    assert "Klagen kom i tide." in said
    assert OURS in said
    assert "Kari har bodd i kommunen i tre år." in said
    assert "V2026-001, gjort 2. november 2026" in said
    late = letter_of(in_time=False, late_reason="Hun lå på sykehus.")
    told = spoken(printed("appeal_forwarding", late))
    assert "Vi har tatt den opp likevel: Hun lå på sykehus." in told


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("signed", [True, False])
def test_a_dismissal_asks_for_a_signature_only_where_the_act_does(
    language: Language, signed: bool
) -> None:
    letter = letter_of(language, signed_appeal=signed, appeal_period=Period(6, Unit.WEEKS))
    told = " ".join(texts_of(printed("appeal_dismissed", letter)))
    assert ("kriv under" in told) is signed
    assert ("seks uker" if language is Language.NB else "seks veker") in told


def test_a_late_appeal_and_one_that_defers_are_told_to_the_person() -> None:
    assert "etter fristen" in spoken(printed("appeal_receipt", letter_of(in_time=False)))
    waits = letter_of(deferred=True)
    assert "Vedtaket venter til klagen er avgjort." in spoken(printed("appeal_receipt", waits))
