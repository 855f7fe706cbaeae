"""The lease as paper: nineteen clauses, two frames, and nothing left out (DOC-01)."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.money import kroner
from app.core.text import Language
from app.documents.model import Block, Callout, Clause, Document, KeepTogether, PageBreak
from app.documents.parts import blocks_of, missing_parts, texts_of
from app.documents.readability import longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.model import AgreedException, Charge, ChargeKind, LeaseDraft, LeaseKind, TermBasis
from app.leases.prints import INFORMATION_PART, PARTS, RECEIPT_PART, SIGN_PART
from tests.app.leases.papers import SIGNING, a_lease, a_paper, printed

BOTH = list(Language)
LEASES = {
    "ordinary": a_lease(),
    "deposit and accruals": a_lease(
        guarantee=kroner(0),
        deposit=kroner(24600),
        deposit_account="12345678911",
        charges=(
            Charge(ChargeKind.POWER, kroner(600)),
            Charge(ChargeKind.FUEL, kroner(200)),
            Charge(ChargeKind.METERED_WATER, kroner(150)),
        ),
        terminable=True,
    ),
    "second short": a_lease(
        kind=LeaseKind.SECOND_SHORT,
        end=date(2028, 5, 31),
        short_reason="huset skal rives i 2028",
        weighty_reason="du venter på omsorgsbolig",
        exceptions=tuple(AgreedException),
    ),
    "open ended": a_lease(
        kind=LeaseKind.OPEN_ENDED,
        end=None,
        open_ended_reason="du har bodd her i 30 år",
        exceptions=(),
    ),
    "outside": a_lease(for_disadvantaged=False, exceptions=(), guarantee=kroner(0)),
    "staff": a_lease(kind=LeaseKind.STAFF, for_disadvantaged=False, exceptions=()),
    "room": a_lease(kind=LeaseKind.SINGLE_ROOM, due_day=15),
    "refugee with a loan": a_lease(
        kind=LeaseKind.REFUGEE, charges=(Charge(ChargeKind.TENANT_LOAN, kroner(10_000)),)
    ),
    "same house": a_lease(
        kind=LeaseKind.REFERRAL,
        end=date(2027, 11, 30),
        for_disadvantaged=False,
        exceptions=(),
        term_basis=TermBasis.SAME_HOUSE,
    ),
}


def said(document: Document) -> str:
    """Every word of it."""
    return "\n".join(texts_of(document.blocks))


def clause(document: Document, number: int) -> Clause:
    """One of the nineteen."""
    found = (block for block in document.blocks if isinstance(block, Clause))
    return next(block for block in found if block.number == str(number))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("draft", LEASES.values(), ids=LEASES.keys())
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_every_lease_is_archival_and_accessible(
    draft: LeaseDraft, language: Language, profile: str
) -> None:
    report = page.validate_pdf_bytes(render(printed(a_paper(draft, language))), profile=profile)
    assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("draft", LEASES.values(), ids=LEASES.keys())
def test_every_lease_has_nineteen_clauses_in_the_order_of_the_law(
    draft: LeaseDraft, language: Language
) -> None:
    document = printed(a_paper(draft, language))
    clauses = [block for block in document.blocks if isinstance(block, Clause)]
    assert [block.number for block in clauses] == [str(number) for number in range(1, 20)]
    assert tuple(block.part for block in clauses) == PARTS
    assert missing_parts(document) == ()
    assert longest_sentence(said(document)) <= 40


def without(blocks: tuple[Block, ...], part: str) -> tuple[Block, ...]:
    """The blocks less the one that fulfils a part, wherever it stands."""
    kept = (block for block in blocks if getattr(block, "part", "") != part)
    return tuple(
        replace(block, blocks=without(block.blocks, part))
        if isinstance(block, KeepTogether)
        else block
        for block in kept
    )


@pytest.mark.parametrize("part", [*PARTS, SIGN_PART, INFORMATION_PART, RECEIPT_PART])
def test_a_lease_is_refused_without_each_of_its_parts(part: str) -> None:
    whole = printed(a_paper(a_lease()))
    assert part in whole.requires
    with pytest.raises(Invalid) as caught:
        render(replace(whole, blocks=without(whole.blocks, part)))
    assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"eviction_for_rent": False}, {"DOC-01 8 fravikelse bokstav a"}),
        ({"eviction_at_expiry": False}, {"DOC-01 9 fravikelse bokstav b"}),
        ({"informed": False}, {INFORMATION_PART, RECEIPT_PART}),
    ],
)
def test_a_clause_that_was_not_agreed_cannot_be_printed_around(
    change: dict[str, object], parts: set[str]
) -> None:
    assert set(missing_parts(printed(a_paper(a_lease(**change))))) == parts


def test_the_eviction_clauses_are_framed_and_name_their_letter() -> None:
    document = printed(a_paper(a_lease()))
    for number, letter in ((8, "bokstav a"), (9, "bokstav b")):
        assert clause(document, number).framed
        assert f"tvangsfullbyrdelsesloven § 13-2 tredje ledd {letter}" in said(document)
    open_ended = printed(a_paper(LEASES["open ended"]))
    assert not clause(open_ended, 9).framed


def test_the_information_is_framed_with_each_exception_and_its_own_signature() -> None:
    document = printed(a_paper(LEASES["second short"]))
    (frame,) = [block for block in blocks_of(document.blocks) if isinstance(block, Callout)]
    text = load_text("lease", "nb", SIGNING)
    for exception in AgreedException:
        assert text.passage(f"exception_{exception}") in set(texts_of(frame))
    assert text.passage("sign_receipt") in set(texts_of(document.blocks))
    outside = said(printed(a_paper(LEASES["outside"])))
    assert "vanskeligstilte på boligmarkedet" not in outside
    assert text.passage("sign_receipt") not in outside


def test_a_lease_tells_whether_it_can_be_ended_early() -> None:
    assert "Avtalen kan ikke sies opp i leietiden" in said(printed(a_paper(a_lease())))
    assert "kan si opp avtalen i leietiden" in said(printed(a_paper(a_lease(terminable=True))))


def test_the_reasons_for_a_short_term_stand_in_the_lease() -> None:
    text = said(printed(a_paper(LEASES["second short"])))
    assert "Den særlige grunnen er: huset skal rives i 2028" in text
    assert "Den tungtveiende grunnen er: du venter på omsorgsbolig" in text
    objective = a_lease(
        end=date(2027, 11, 30), short_reason="eieren flytter inn", for_disadvantaged=False
    )
    assert "Grunnen er: eieren flytter inn (husleieloven § 9-3)" in said(
        printed(a_paper(objective))
    )


def test_a_room_has_one_months_notice_and_a_dwelling_three() -> None:
    assert "Fristen er tre måneder" in said(printed(a_paper(a_lease())))
    assert "Fristen er én måned" in said(printed(a_paper(LEASES["room"])))


def test_conditions_travel_from_the_vedtak_with_their_reasons() -> None:
    words = set(texts_of(clause(printed(a_paper(a_lease())), 16)))
    assert "Bare du og barna kan bo fast i boligen." in words
    assert "Boligen er valgt etter hvor mange dere er." in words
    none = printed(a_paper(a_lease(), conditions=(), vedtak_number=""))
    assert missing_parts(none) == ()


@pytest.mark.parametrize("language", BOTH)
def test_strictly_confidential_has_room_for_the_address_and_no_address(language: Language) -> None:
    document = printed(a_paper(a_lease(), language, dwelling=None))
    assert "Ødegårdsvegen" not in said(document)
    assert "Lill" not in said(document)
    assert missing_parts(document) == ()
    assert render(document).startswith(b"%PDF")


def test_identical_leases_are_identical_files() -> None:
    name = "<b>Ola</b> & Áile Čearru"
    papers = [printed(a_paper(a_lease(), tenant_name=name)) for _ in range(2)]
    assert render(papers[0]) == render(papers[1])
    assert name in said(papers[0])


def test_both_languages_have_the_same_passages_and_facts() -> None:
    texts = [load_text("lease", language.value, SIGNING) for language in BOTH]
    assert texts[0].passages.keys() == texts[1].passages.keys()
    for key in texts[0].passages:
        assert texts[0].placeholders(key) == texts[1].placeholders(key)
        assert texts[0].passages[key]


@pytest.mark.parametrize("language", BOTH)
def test_every_exception_and_every_allowed_charge_has_its_words(language: Language) -> None:
    text = load_text("lease", language.value, SIGNING)
    for key in (*(f"exception_{each}" for each in AgreedException), "charge_power", "charge_fuel"):
        assert text.passages[key]
    assert "charge_one_off" not in text.passages
    assert "charge_other_monthly" not in text.passages


def test_a_draft_with_nothing_in_it_can_still_be_looked_at() -> None:
    bare = LeaseDraft(dwelling=a_lease().dwelling, tenant=a_lease().tenant, due_day=31)
    whole = a_paper(bare, conditions=(), household=(), tenant_born=None)
    for draft in (bare, replace(bare, kind=LeaseKind.OPEN_ENDED, exceptions=())):
        paper = replace(whole, draft=draft, sender=replace(whole.sender, draft=True))
        assert printed(paper).draft
        assert render(printed(paper)).startswith(b"%PDF")


@pytest.mark.parametrize("language", BOTH)
def test_a_number_the_office_has_not_given_is_not_spoken_of(language: Language) -> None:
    paper = a_paper(a_lease(), language)
    numbered = said(printed(paper))
    assert numbered.count("org.nr. ") == 2
    bare = replace(paper.sender, office=replace(paper.sender.office, org_number="", phone=""))
    words = said(printed(replace(paper, sender=bare)))
    office = paper.sender.office.municipality
    assert "org.nr." not in words
    assert f"{office} {'leier' if language is Language.NB else 'leiger'} ut til" in words
    assert f"{office}. Kontakt: Siri Testmo\n" in words


@pytest.mark.parametrize("language", BOTH)
def test_hl_63_a_room_says_what_is_shared_and_one_month(language: Language) -> None:
    room, whole = (printed(a_paper(LEASES[name], language)) for name in ("room", "ordinary"))
    shared = "eitt rom" if language is Language.NN else "ett rom"
    month = "éin månad" if language is Language.NN else "én måned"
    assert shared in said(room)
    assert shared not in said(whole)
    assert month in "\n".join(texts_of(clause(room, 14).blocks)).split("protest")[0]
    assert room.kind != whole.kind


def test_hl_60_a_staff_dwelling_names_its_own_paragraph() -> None:
    assert "§ 11-3" in printed(a_paper(LEASES["staff"])).kind


def test_hl_57_the_weighty_reason_stands_in_a_room_too() -> None:
    room = replace(LEASES["second short"], kind=LeaseKind.SINGLE_ROOM)
    assert "omsorgsbolig" in said(printed(a_paper(room)))


def test_hl_19_the_loan_stands_under_security() -> None:
    paper = printed(a_paper(LEASES["refugee with a loan"]))
    assert "leieboerinnskudd" in "\n".join(texts_of(clause(paper, 7).blocks))


@pytest.mark.parametrize("name", LEASES)
def test_hl_30_house_rules_are_enclosed_and_pets_allowed_for_good_reasons(name: str) -> None:
    document = printed(a_paper(LEASES[name]))
    assert "dyr" in "\n".join(texts_of(clause(document, 10).blocks))
    assert "husordensreglene" in "\n".join(texts_of(clause(document, 19).blocks))
    pages = document.blocks.index(PageBreak())
    rules = "\n".join(texts_of(document.blocks[pages:]))
    assert "gode grunner" in rules


def test_hl_13_accruals_are_settled_once_a_year() -> None:
    document = printed(a_paper(LEASES["deposit and accruals"]))
    assert "regnskapet én gang i året" in "\n".join(texts_of(clause(document, 5).blocks))


@pytest.mark.parametrize("name", LEASES)
def test_hl_18_every_lease_says_that_nothing_else_is_asked(name: str) -> None:
    document = printed(a_paper(LEASES[name]))
    assert "§ 3-7" in "\n".join(texts_of(clause(document, 7).blocks))


def test_hl_45_the_objective_reason_stands_in_the_lease() -> None:
    lease = replace(LEASES["outside"], end=date(2027, 11, 30), short_reason="eieren skal bo der")
    assert "eieren skal bo der" in "\n".join(texts_of(clause(printed(a_paper(lease)), 4).blocks))


@pytest.mark.parametrize("name", LEASES)
def test_hl_32_and_hl_72_every_lease_says_that_we_tell_before_we_come(name: str) -> None:
    said = "\n".join(texts_of(clause(printed(a_paper(LEASES[name])), 13).blocks))
    assert "i rimelig tid" in said, "HL-32: to look and to repair"
    assert "vise boligen fram" in said, "HL-72: to show it to the next one"
