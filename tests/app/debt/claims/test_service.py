"""What creditors claim in a case, by day; rent owed to us drawn from the account."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.arrears.model import RentChargeKind
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import DebtCaseId, DebtClaimId, LeaseId
from app.core.money import kroner
from app.debt.claims.model import (
    ClaimStanding,
    ClaimSums,
    CostLevel,
    CreditorDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from app.office import Office
from tests.app.arrears.desk import RENT, claim, owing, pay
from tests.app.debt.claims.desk import a_claim, a_creditor, claimed
from tests.app.debt.desk import asked, begun

DUE = date(2026, 10, 1)


def test_a_claim_with_all_that_is_known_of_it(office: Office) -> None:
    case, firm = begun(office), a_creditor(office, "Fjellinkasso", collector=True)
    draft = a_claim(
        a_creditor(office),
        reference="4711",
        rate=Decimal("19.9"),
        secured=True,
        security="Bil",
        stage=DebtClaimStage.COLLECTION,
        collector=firm,
        disputed=True,
    )
    office.debt_claims.add(case, draft)
    (found,) = office.debt_claims.of(case)
    assert (found.creditor_name, found.collector_name) == ("Nordlys Bank AS", "Fjellinkasso")
    assert (found.owed, found.receiver) == (kroner(42_000), firm)
    assert replace(found.draft, as_of=None) == draft
    assert found.draft.as_of == office.clock.today()


def test_sums_and_stages_are_rows_with_their_day(office: Office) -> None:
    case, today = begun(office, days=40), office.clock.today()
    before = today - timedelta(days=30)
    made = office.debt_claims.add(case, a_claim(a_creditor(office), as_of=before))
    office.debt_claims.claimed(made, ClaimSums(kroner(42_000), kroner(900), kroner(700)))
    stands = ClaimStanding(today, DebtClaimStage.ATTACHED, attached=kroner(1_500))
    office.debt_claims.stands(made, stands)
    then, now = office.debt_claims.get(made, before), office.debt_claims.get(made)
    assert (then.owed, now.owed) == (kroner(42_000), kroner(43_600))
    assert (then.draft.stage, now.draft.stage) == (
        DebtClaimStage.CURRENT,
        DebtClaimStage.ATTACHED,
    )
    assert office.debt_claims.of(case, before - timedelta(days=1)) == ()
    assert [row.since for row in office.debt_claims.sums(made)] == [before, today]
    assert len(office.debt_claims.standings(made)) == 2
    assert office.debt_claims.totals(case).attached == kroner(1_500)


def test_new_sums_are_not_told_of_a_day_before_the_newest(office: Office) -> None:
    made = claimed(office, begun(office, days=9))
    day = office.clock.today() - timedelta(days=1)
    with pytest.raises(Invalid) as stopped:
        office.debt_claims.claimed(made, ClaimSums(kroner(1)), day)
    assert [each.code for each in stopped.value.problems] == ["day_before_last"]


def test_a_correction_leaves_sums_and_days(office: Office) -> None:
    made = claimed(office, begun(office))
    known = office.debt_claims.get(made)
    wrong = replace(known.draft, kind=DebtClaimKind.CREDIT_CARD, sums=ClaimSums(kroner(1)))
    office.debt_claims.correct(made, wrong)
    found = office.debt_claims.get(made)
    assert (found.kind, found.owed) == (DebtClaimKind.CREDIT_CARD, kroner(42_000))


def test_a_settled_claim_is_owed_no_more_and_stays_last(office: Office) -> None:
    case = begun(office)
    made, other = claimed(office, case), claimed(office, case, "Lavprisstrøm", 900)
    settled = ClaimStanding(office.clock.today(), DebtClaimStage.SETTLED)
    office.debt_claims.stands(made, settled)
    assert [each.id for each in office.debt_claims.of(case)] == [other, made]
    assert office.debt_claims.totals(case).owed == kroner(900)


def test_undone_a_claim_is_gone(office: Office) -> None:
    case = begun(office)
    made = claimed(office, case)
    office.history.undo()
    assert office.debt_claims.of(case) == ()
    with pytest.raises(NotFound):
        office.debt_claims.get(made)


def test_ink_10_costs_are_held_against_the_ceiling_of_their_day(office: Office) -> None:
    case = begun(office)
    sums = ClaimSums(kroner(2_000), costs=kroner(900))
    made = office.debt_claims.add(case, a_claim(a_creditor(office), sums=sums))
    found = office.debt_claims.costs(office.debt_claims.get(made))
    assert found is not None
    assert (found.level, found.heavy) == (CostLevel.ABOVE, kroner(600))


def test_those_typed_by_name_are_found_or_registered_with_the_claim(office: Office) -> None:
    case, bank = begun(office), a_creditor(office, "Nordlys Bank AS")
    new = CreditorDraft("nordlys bank"), CreditorDraft("Fjellinkasso")
    draft = replace(a_claim(None), new_creditor=new[0], new_collector=new[1])
    office.debt_claims.add(case, draft)
    (found,) = office.debt_claims.of(case)
    assert (found.creditor, found.collector_name) == (bank, "Fjellinkasso")
    assert [each.draft.collector for each in office.creditors.all()] == [True, False]
    office.history.undo()
    assert [each.id for each in office.creditors.all()] == [bank]


def test_one_typed_nearly_as_another_is_asked_about(office: Office) -> None:
    case, bank = begun(office), a_creditor(office, "Nordlys Bank AS")
    draft = replace(a_claim(None), new_creditor=CreditorDraft("Nordlys Banc"))
    (asked_about,) = office.debt_claims.check(case, draft)
    assert (asked_about.field, asked_about.code) == ("creditor_again", "creditor_known")
    other = replace(draft, new_creditor=CreditorDraft("Nordlys Banc", again=True))
    office.debt_claims.add(case, other)
    (found,) = office.debt_claims.of(case)
    assert found.creditor != bank


def test_a_collector_typed_by_name_is_one_and_not_the_creditor(office: Office) -> None:
    made = claimed(office, begun(office))
    stands = ClaimStanding(office.clock.today(), DebtClaimStage.COLLECTION)
    office.debt_claims.stands(made, stands, CreditorDraft("Fjellinkasso"))
    assert office.debt_claims.get(made).collector_name == "Fjellinkasso"
    with pytest.raises(Invalid) as stopped:
        office.debt_claims.stands(made, stands, CreditorDraft("Nordlys Bank"))
    assert [each.code for each in stopped.value.problems] == ["debt_claim_collector_same"]


def test_one_new_name_is_not_both_creditor_and_collector(office: Office) -> None:
    new = CreditorDraft("Fjellinkasso"), CreditorDraft("Fjellinkasso AS")
    draft = replace(a_claim(None), new_creditor=new[0], new_collector=new[1])
    found = office.debt_claims.check(begun(office), draft)
    assert [each.code for each in found] == ["debt_claim_collector_same"]


# rent owed to us


def of_tenant(office: Office, lease: LeaseId) -> DebtCaseId:
    return asked(office, office.arrears.tenancy(lease).tenant)


def the_rent(office: Office, case: DebtCaseId) -> DebtClaimId:
    (found,) = office.debt_claims.of(case)
    return found.id


def test_rent_owed_to_us_is_there_when_the_work_begins(office: Office) -> None:
    """Issue 7: rent comes from the register by itself."""
    lease = owing(office, DUE)
    case = of_tenant(office, lease)
    (offered,) = office.debt_claims.found_rent(case)
    assert (offered.lease, offered.sums.total) == (lease, RENT)
    office.debt_cases.start(case)
    (found,) = office.debt_claims.of(case)
    assert (found.kind, found.owed, found.draft.lease) == (DebtClaimKind.RENT, RENT, lease)
    assert found.creditor_name == office.settings.profile.municipality
    assert office.debt_claims.found_rent(case) == ()
    office.history.undo()
    assert (office.debt_claims.of(case), office.creditors.all()) == ((), ())


def test_rent_follows_the_account_with_interest_and_fees_apart(office: Office) -> None:
    lease = owing(office, DUE)
    case = of_tenant(office, lease)
    office.debt_cases.start(case)
    claim(office, lease, DUE, kroner(60), RentChargeKind.LATE_INTEREST)
    claim(office, lease, DUE, kroner(38), RentChargeKind.REMINDER_FEE)
    (found,) = office.debt_claims.of(case)
    assert found.sums == ClaimSums(RENT, kroner(60), kroner(38))
    assert found.owed == office.arrears.owed(lease).total
    pay(office, lease, office.clock.today(), kroner(8_098))
    assert office.debt_claims.get(found.id).owed == 0


def test_rent_that_comes_later_is_offered_and_taken_once(office: Office) -> None:
    lease = owing(office)
    case = of_tenant(office, lease)
    office.debt_cases.start(case)
    assert office.debt_claims.of(case) == ()
    with pytest.raises(Conflict):
        office.debt_claims.take_rent(case)
    claim(office, lease, DUE)
    office.debt_claims.take_rent(case)
    assert office.debt_claims.get(the_rent(office, case)).owed == RENT
    assert office.debt_claims.found_rent(case) == ()


def test_the_sum_of_our_rent_is_not_typed(office: Office) -> None:
    case = of_tenant(office, owing(office, DUE))
    office.debt_cases.start(case)
    with pytest.raises(Invalid) as stopped:
        office.debt_claims.claimed(the_rent(office, case), ClaimSums(kroner(1)))
    assert [each.code for each in stopped.value.problems] == ["debt_claim_from_account"]
    assert office.debt_claims.costs(office.debt_claims.get(the_rent(office, case))) is None


def test_words_that_may_name_a_home_are_held_and_let_go_of(office: Office) -> None:
    """ADR-05."""
    case = begun(office)
    person = frozenset({office.debt_cases.get(case).person})
    draft = a_claim(a_creditor(office), secured=True, security="Bolig i Storgata 3", words="x")
    made = office.debt_claims.add(case, draft)
    assert [each.ref.id for each in office.debt_claims.holding(person)] == [made]
    with office.unit("person.shielded") as unit:
        office.debt_claims.forget(unit, person)
    found = office.debt_claims.get(made)
    assert (found.draft.security, found.draft.words, found.owed) == ("", "", kroner(42_000))


def test_of_one_who_is_shielded_the_tie_goes_and_what_is_owed_stays(office: Office) -> None:
    """ADR-02: nothing ties a person whose address is strengt fortrolig to a lease."""
    case = of_tenant(office, owing(office, DUE))
    office.debt_cases.start(case)
    office.people.shield(office.debt_cases.get(case).person, "melding", "A-17")
    (found,) = office.debt_claims.of(case)
    assert (found.owed, found.draft.lease, found.draft.reference) == (RENT, None, "")
