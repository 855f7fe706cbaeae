"""An outside landlord is asked for a lease on given terms (C8, SD-11, DOC-11)."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.core.text import Language
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.dwellings.landlords.model import DoneBy, Landlord, OwnerDraft, OwnerTask
from app.dwellings.model import OwnerKind
from app.leases.model import LeaseState
from app.leases.orders.model import OrderLetter
from app.leases.orders.prints import PARTS, order_document
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.dwellings.landlords.test_service import let_by, owner_of, reached
from tests.app.leases.desk import LeaseDesk
from tests.app.leases.papers import SIGNING, a_lease, a_paper, printed

BY = date(2026, 12, 7)
STIFTELSE = OwnerDraft(
    name="Lia Boligstiftelse",
    kind=OwnerKind.FOUNDATION,
    contact="Tor Testmo",
    phone="62 00 00 00",
    street="Storgata 1",
    postal_code="2211",
    postal_place="Lia",
)
ALL_THEIRS = Landlord(None, STIFTELSE, dict.fromkeys(OwnerTask, DoneBy.OWNER))


def an_order(language: Language = Language.NB, **changes: object) -> OrderLetter:
    """An order of a whole lease."""
    paper = a_paper(a_lease(), language, landlord=ALL_THEIRS, **changes)
    return OrderLetter("B-2026-3", paper, STIFTELSE, BY)


def drafted(office: Office) -> tuple[LeaseDesk, LeaseId]:
    """A draft on a dwelling whose owner does everything."""
    desk = LeaseDesk(office)
    dwelling = let_by(office, unit_number="H0401")
    owner = owner_of(office, dwelling)
    office.landlords.correct(owner, reached(office, owner))
    everything = dict.fromkeys(OwnerTask, DoneBy.OWNER)
    del everything[OwnerTask.BILL]
    office.landlords.set_tasks(owner, everything, office.clock.today())
    vedtak = desk.granted(dwelling=dwelling)
    return desk, desk.leases.prepare(vedtak=vedtak)


def test_the_order_and_the_lease_are_made_together(office: Office) -> None:
    desk, lease = drafted(office)
    assert office.orders.wanted(desk.leases.get(lease).draft.dwelling)
    made = office.orders.order(lease, BY)
    assert desk.leases.get(lease).state is LeaseState.TO_SIGN
    order = office.orders.of(lease)
    assert order is not None
    assert (order.document, order.owner_name, order.answer_by) == (made, "Lia Boligstiftelse", BY)
    to_send = [(row.kind, row.id) for row in office.letters.to_send() if row.case.kind == "lease"]
    assert to_send == [(DocumentKind.CONTRACT_ORDER, made)]
    assert len(office.conditions.of(lease)) == 2


def test_signed_back_with_a_scan_it_waits_no_longer(office: Office) -> None:
    desk, lease = drafted(office)
    office.orders.order(lease, BY)
    assert [due.lease for due in office.orders.waiting()] == [lease]
    desk.leases.signed(lease, office.clock.today())
    assert office.orders.waiting() == ()


def test_only_an_owner_who_writes_is_asked(desk: LeaseDesk) -> None:
    lease = desk.prepared()
    with pytest.raises(OfficeError) as caught:
        desk.office.orders.order(lease, BY)
    assert caught.value.code == "owner_does_not_write"


def test_the_answer_is_not_asked_for_yesterday(office: Office) -> None:
    _, lease = drafted(office)
    with pytest.raises(Invalid) as caught:
        office.orders.order(lease, date(2026, 11, 22))
    assert caught.value.problems[0].field == "answer_by"


def test_adr_02_shielding_takes_the_order_out_too(office: Office) -> None:
    desk, lease = drafted(office)
    office.orders.order(lease, BY)
    office.people.shield(desk.person, "melding", "mappe 12")
    assert office.orders.of(lease) is None


# the papers


@pytest.mark.parametrize("language", list(Language))
def test_the_order_is_whole_and_archival(language: Language) -> None:
    document = order_document(
        an_order(language), load_text("contract_order", language.value, SIGNING)
    )
    assert missing_parts(document) == ()
    assert longest_sentence("\n".join(texts_of(document.blocks))) <= 25
    data = render(document)
    for profile in ("2a", "ua1"):
        assert page.is_pdf_compliant_bytes(data, profile=profile)


def test_the_order_says_terms_conditions_who_and_when() -> None:
    document = order_document(an_order(), load_text("contract_order", "nb", SIGNING))
    told = "\n".join(texts_of(document.blocks))
    for words in ("Kari Kanarifugl", "8 200", "Bare du og barna", "7. desember 2026", "§ 11-1"):
        assert words.replace(" ", "") in told.replace("\u00a0", "").replace(" ", "")
    assert document.recipient[:2] == ("Lia Boligstiftelse", "v/ Tor Testmo")


@pytest.mark.parametrize("part", PARTS)
def test_doc_11_without_a_part_it_is_refused(part: str) -> None:
    document = order_document(an_order(), load_text("contract_order", "nb", SIGNING))
    kept = tuple(block for block in document.blocks if getattr(block, "part", "") != part)
    assert missing_parts(replace(document, blocks=kept)) == (part,)


def test_an_owner_who_lets_is_the_party_of_the_lease_and_signs_it() -> None:
    document = printed(a_paper(a_lease(), landlord=ALL_THEIRS))
    told = "\n".join(texts_of(document.blocks))
    assert document.letterhead.municipality == "Lia Boligstiftelse"
    assert "Lia Boligstiftelse leier ut til Kari Kanarifugl" in told
    assert "Du får nøklene av Lia Boligstiftelse" in told
    assert "sender regningen" in told
    assert page.is_pdf_compliant_bytes(render(document), profile="ua1")


def test_the_municipality_lets_unless_told() -> None:
    told = "\n".join(texts_of(printed(a_paper(a_lease())).blocks))
    assert "sender regningen" not in told
