"""Who does what for an owner, from a day; how they are reached; what was agreed (C8, DOC-11)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Conflict, Invalid
from app.core.ids import DwellingId, OwnerId
from app.dwellings.landlords.model import Cooperation, DoneBy, OwnerDraft, OwnerTask
from app.dwellings.model import Holding, OwnerKind
from app.office import Office
from tests.factories import a_dwelling

OURS, THEIRS = DoneBy.MUNICIPALITY, DoneBy.OWNER
AGREED = Cooperation(
    since=date(2026, 1, 1),
    revise_on=date(2026, 12, 1),
    information="Navn, leietid og husleie",
    information_basis="Samtykke fra leieren",
)


def let_by(office: Office, name: str = "Lia Boligstiftelse", **unit: str) -> DwellingId:
    """A dwelling of a foundation."""
    draft = a_dwelling(
        owner_name=name,
        owner_kind=OwnerKind.FOUNDATION,
        holding=Holding.ASSIGNMENT_RIGHT,
        **unit,
    )
    return office.dwellings.register(draft)


def owner_of(office: Office, dwelling: DwellingId) -> OwnerId:
    """Whose it is."""
    owner = office.landlords.of(dwelling).owner
    assert owner is not None
    return owner


def reached(office: Office, owner: OwnerId) -> OwnerDraft:
    """The same owner with an address."""
    known = office.landlords.details(owner)
    return replace(known, street="Storgata 1", postal_code="2211", postal_place="Lia")


def test_the_municipality_does_what_nobody_has_said(office: Office) -> None:
    landlord = office.landlords.of(let_by(office))
    assert set(landlord.tasks) == set(OwnerTask)
    assert not any(landlord.by_owner(task) for task in OwnerTask)
    assert landlord.public


def test_c8_each_task_has_a_day_it_begins(office: Office) -> None:
    dwelling = let_by(office)
    owner, day = owner_of(office, dwelling), date(2026, 11, 1)
    office.landlords.set_tasks(owner, {OwnerTask.BILL: THEIRS}, day)
    before = office.landlords.of(dwelling, day - timedelta(days=1))
    assert not before.by_owner(OwnerTask.BILL)
    now = office.landlords.of(dwelling)
    assert now.by_owner(OwnerTask.BILL)
    assert not now.by_owner(OwnerTask.EVICT)


def test_hl_19_a_foundation_that_lets_is_no_public_landlord(office: Office) -> None:
    dwelling = let_by(office)
    owner, today = owner_of(office, dwelling), office.clock.today()
    office.landlords.set_tasks(owner, {OwnerTask.LANDLORD: THEIRS}, today)
    assert not office.landlords.of(dwelling).public


def test_doc_11_one_who_writes_the_lease_needs_an_address(office: Office) -> None:
    owner, today = owner_of(office, let_by(office)), office.clock.today()
    with pytest.raises(Invalid) as caught:
        office.landlords.set_tasks(owner, {OwnerTask.WRITE_LEASE: THEIRS}, today)
    assert caught.value.problems[0].field == OwnerTask.WRITE_LEASE
    office.landlords.correct(owner, reached(office, owner))
    office.landlords.set_tasks(owner, {OwnerTask.WRITE_LEASE: THEIRS}, today)
    assert office.landlords.tasks(owner)[OwnerTask.WRITE_LEASE] is THEIRS


def test_kind_and_phone_of_an_owner_can_be_put_right_and_taken_back(office: Office) -> None:
    dwelling = let_by(office)
    owner = owner_of(office, dwelling)
    right = replace(reached(office, owner), kind=OwnerKind.HOUSING_COMPANY, phone="62 00 00 00")
    office.landlords.correct(owner, right)
    known = office.dwellings.get(dwelling).owner
    assert known is not None
    assert (known.kind, known.phone) == (OwnerKind.HOUSING_COMPANY, "62 00 00 00")
    office.history.undo()
    assert office.landlords.details(owner).kind is OwnerKind.FOUNDATION


def test_two_owners_are_not_made_one_by_their_name(office: Office) -> None:
    first = owner_of(office, let_by(office))
    let_by(office, "Åsen Utleie", unit_number="H0301")
    with pytest.raises(Conflict):
        office.landlords.correct(first, replace(reached(office, first), name="Åsen Utleie"))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"org_number": "123"}, "org_number"),
        ({"rent_account": "12345678900"}, "rent_account"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    office: Office, change: dict[str, str], field: str
) -> None:
    owner = owner_of(office, let_by(office))
    with pytest.raises(Invalid) as caught:
        office.landlords.correct(owner, replace(reached(office, owner), **change))  # type: ignore[arg-type]  # the draft's own fields
    assert caught.value.problems[0].field == field


def test_doc_11_the_newest_agreement_holds_and_names_what_it_lacks(office: Office) -> None:
    owner = owner_of(office, let_by(office))
    office.landlords.agree(owner, AGREED)
    newer = replace(AGREED, since=date(2026, 11, 1), revise_on=date(2027, 11, 1), repairs="Eieren")
    office.landlords.agree(owner, newer)
    assert office.landlords.agreement(owner) == newer
    assert office.landlords.agreement(owner, date(2026, 6, 1)) == AGREED
    assert newer.lacks == ("warning_routine", "vacancy_payment", "meetings")
    assert [due.revise_on for due in office.landlords.revisions()] == [date(2027, 11, 1)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"since": None}, "since"),
        ({"revise_on": None}, "revise_on"),
        ({"revise_on": date(2025, 1, 1)}, "revise_on"),
        ({"information_basis": ""}, "information_basis"),
    ],
)
def test_doc_11_days_and_legal_basis_must_be_there(
    office: Office, change: dict[str, object], field: str
) -> None:
    owner = owner_of(office, let_by(office))
    with pytest.raises(Invalid) as caught:
        office.landlords.agree(owner, replace(AGREED, **change))  # type: ignore[arg-type]  # its own fields
    assert field in {problem.field for problem in caught.value.problems}
