"""The four letters: whole, plain, archival, and refused without what the law demands (DOC-13)."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.arrears.model import OpenCharge, RentAccount, RentChargeKind
from app.arrears.steps.claims.model import ArrearsLetter, ClaimDraft, ClaimPlan
from app.arrears.steps.claims.prints import CALL, EXTRAS, PARTS, TEXTS, arrears_letter
from app.arrears.steps.claims.rules import plan
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind
from app.core.errors import Invalid
from app.core.ids import RentChargeId
from app.core.money import kroner
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import LEASE, claimed
from tests.app.decisions.desk import a_grant
from tests.app.decisions.letters import ISSUED, a_letter
from tests.app.documents.parts_taken import without

LAW = load_parameters()
LETTERS = [kind for kind in ArrearsStepKind if kind.letter]
SEND = date(2026, 11, 23)
ACCOUNT = RentAccount(
    (
        claimed(1, date(2026, 9, 1), 8450),
        claimed(2, date(2026, 10, 1), 8450),
        claimed(3, date(2026, 10, 12), 38, RentChargeKind.REMINDER_FEE),
    )
)
NOTICE = ArrearsStep(
    1,
    LEASE,
    ArrearsStepKind.COLLECTION_NOTICE,
    date(2026, 10, 12),
    sent_on=date(2026, 10, 12),
    pay_by=date(2026, 10, 26),
    fee=kroner(38),
    claims=frozenset({RentChargeId(1), RentChargeId(2)}),
)


def a_plan(kind: ArrearsStepKind, *, interest: bool = True) -> ClaimPlan:
    steps = (NOTICE,) if kind is ArrearsStepKind.PAYMENT_DEMAND else ()
    return plan(kind, ACCOUNT, steps, ClaimDraft(SEND, interest), SEND, LAW)


def letter_of(
    kind: ArrearsStepKind, language: Language = Language.NB, *, interest: bool = True
) -> Document:
    letter = ArrearsLetter(
        a_plan(kind, interest=interest),
        a_letter(a_grant(), language).sender,
        "B-2026-15",
        "L2026-004",
        "Ødegårdsvegen 4 B, H0201",
        "Lia kommune",
        account="12345678903",
        kid="2026000016",
    )
    return arrears_letter(letter, load_text(TEXTS[kind], language.value, ISSUED.date()))


def said(document: Document) -> str:
    return "\n".join(each for each in texts_of((document.title, *document.blocks)) if each.strip())


@pytest.mark.parametrize("interest", [True, False])
@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("language", Language)
def test_doc_13_is_archival_accessible_and_plain(
    language: Language, kind: ArrearsStepKind, interest: bool
) -> None:
    document = letter_of(kind, language, interest=interest)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(render(document), profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    assert lix(said(document)) <= 40
    assert longest_sentence(said(document)) <= 25


@pytest.mark.parametrize("kind", LETTERS)
def test_doc_13_is_refused_without_what_it_must_say(kind: ArrearsStepKind) -> None:
    whole = letter_of(kind)
    assert whole.requires == PARTS[kind]
    assert missing_parts(whole) == ()
    for part in PARTS[kind]:
        with pytest.raises(Invalid) as caught:
            render(without(whole, part))
        assert caught.value.problems[0].code == "missing_part"


def test_doc_13_without_an_account_nobody_can_pay_so_it_is_refused() -> None:
    kind = ArrearsStepKind.REMINDER
    bare = ArrearsLetter(
        a_plan(kind), a_letter(a_grant(), Language.NB).sender, "B-1", "L-1", "", "Lia kommune"
    )
    with pytest.raises(Invalid):
        render(arrears_letter(bare, load_text(TEXTS[kind], "nb", ISSUED.date())))


def test_ink_03_a_demand_tells_the_main_claim_and_the_extras_apart() -> None:
    found = a_plan(ArrearsStepKind.PAYMENT_DEMAND)
    assert found.principal == kroner(16900)
    assert found.extras == kroner(38 + 113) + found.interest.unclaimed
    text = said(letter_of(ArrearsStepKind.PAYMENT_DEMAND))
    assert "12,25\xa0prosent" in text
    assert "2. september 2026" in text
    assert "Lia kommune" in text
    assert EXTRAS in PARTS[ArrearsStepKind.PAYMENT_DEMAND]


def test_ink_03_a_demand_is_only_about_what_was_given_notice_of() -> None:
    account = replace(ACCOUNT, charges=(*ACCOUNT.charges, claimed(4, date(2026, 11, 2), 8450)))
    found = plan(ArrearsStepKind.PAYMENT_DEMAND, account, (NOTICE,), ClaimDraft(SEND), SEND, LAW)
    assert [each.charge.id for each in found.claims] == [1, 2]


def test_ink_02_the_day_the_letter_names_is_14_days_from_the_day_it_goes_out() -> None:
    found = a_plan(ArrearsStepKind.COLLECTION_NOTICE)
    assert found.until is not None
    assert found.until.moved == date(2026, 12, 7)
    assert "mandag 7. desember 2026" in said(letter_of(ArrearsStepKind.COLLECTION_NOTICE))


def test_a_friendly_reminder_costs_nothing_and_threatens_with_nothing() -> None:
    found = a_plan(ArrearsStepKind.FRIENDLY_REMINDER)
    assert (found.fee.amount, found.new_interest, found.extras) == (0, 0, 0)
    text = said(letter_of(ArrearsStepKind.FRIENDLY_REMINDER)).lower()
    for word in ("gebyr", "inkasso", "rente", "mislighold", "utkast"):
        assert word not in text


def test_interest_is_shown_before_it_is_claimed() -> None:
    found = a_plan(ArrearsStepKind.REMINDER, interest=False)
    assert found.interest.unclaimed > 0
    assert found.new_interest == 0
    assert found.total == found.principal + found.extras


def test_one_month_is_named_and_several_are_not() -> None:
    one = OpenCharge(ACCOUNT.charges[0], ACCOUNT.charges[0].amount)
    kind = ArrearsStepKind.FRIENDLY_REMINDER
    found = replace(a_plan(kind), claims=(one,))
    sender = a_letter(a_grant(), Language.NB).sender
    letter = ArrearsLetter(found, sender, "B-1", "L-1", "", "Lia kommune", "12345678903")
    text = load_text(TEXTS[kind], "nb", ISSUED.date())
    assert "september 2026" in arrears_letter(letter, text).title
    assert letter_of(kind).title == text.passage("title")


@pytest.mark.parametrize("kind", LETTERS)
def test_doc_13_without_a_number_to_ring_it_is_refused(kind: ArrearsStepKind) -> None:
    sender = a_letter(a_grant(), Language.NB).sender
    mute = replace(sender, office=replace(sender.office, phone=""))
    letter = ArrearsLetter(a_plan(kind), mute, "B-1", "L-1", "", "Lia kommune", "12345678903")
    with pytest.raises(Invalid) as caught:
        render(arrears_letter(letter, load_text(TEXTS[kind], "nb", ISSUED.date())))
    assert [each.field for each in caught.value.problems] == [CALL]
