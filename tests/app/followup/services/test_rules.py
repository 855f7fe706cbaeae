"""What may be told, to whom, and that nothing is shown without something to lean on."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId, ServiceUnitId
from app.followup.services import rules
from app.followup.services.model import (
    Basis,
    KnownBy,
    Receiver,
    ServiceDraft,
    ServiceGiven,
    Standing,
)
from app.people.consents.model import Consent, ConsentScope

DAY = date(2026, 11, 23)
KARI, OURS, OTHER = PersonId(1), ServiceUnitId(1), ServiceUnitId(5)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
CONSENTS = st.builds(
    Consent,
    st.just(KARI),
    st.sampled_from(ConsentScope),
    DAYS,
    st.none() | DAYS,
    st.sampled_from(["", "Lia bank", "Siri"]),
    st.none() | DAYS,
    st.integers(1, 99),
)


def basis_of(consent: Consent) -> Basis:
    return Basis(consent.id, KARI, OTHER, consent.since, KnownBy.CONSENT, consent)


@given(consents=st.lists(CONSENTS), day=DAYS)
def test_a1_a_unit_is_shown_only_on_days_something_holds(
    consents: list[Consent], day: date
) -> None:
    services = [ServiceGiven(1, KARI, ServiceDraft(OTHER, "Hjelp", since=date(2025, 1, 1)))]
    (block,) = rules.blocks(services, (), [basis_of(each) for each in consents], OURS, day)
    assert block.standing.shown == any(each.holds(day) for each in consents)
    assert bool(block.services) == block.standing.shown
    assert block.known == 1


@given(consents=st.lists(CONSENTS), day=DAYS)
def test_p6_nobody_is_told_without_a_consent_that_holds(consents: list[Consent], day: date) -> None:
    rows = rules.sharing(consents, day, hidden=False)
    told = [consent for row in rows for consent in row.consents]
    assert all(consent.holds(day) for consent in told)
    assert len(told) == sum(each.holds(day) and each.scope in rules.RECEIVERS for each in consents)
    assert {row.receiver for row in rows} >= set(rules.ALWAYS)
    assert all(row.never for row in rows)


def test_our_own_unit_comes_first_and_an_empty_one_not_at_all() -> None:
    services = [
        ServiceGiven(1, KARI, ServiceDraft(OTHER, "Hjelp", since=DAY)),
        ServiceGiven(2, KARI, ServiceDraft(OURS, "Booppfølging", since=DAY)),
    ]
    found = rules.blocks(services, (), (), OURS, DAY)
    assert [(each.unit, each.standing) for each in found] == [
        (OURS, Standing.OURS),
        (OTHER, Standing.LACKING),
    ]
    over = Consent(KARI, ConsentScope.FETCH_NAV, DAY, DAY, id=1)
    assert rules.blocks((), (), [basis_of(over)], OURS, DAY + timedelta(days=1)) == ()


def test_a_law_that_still_holds_goes_before_a_consent_that_was_withdrawn() -> None:
    law = Basis(1, KARI, OTHER, DAY - timedelta(days=9), KnownBy.OTHER_LAW, words="lov")
    taken_back = Consent(KARI, ConsentScope.FETCH_NAV, DAY, None, "", DAY, 7)
    assert rules.leaned_on([law, basis_of(taken_back)], DAY) == law
    assert rules.standing(basis_of(taken_back), DAY, ours=False) is Standing.WITHDRAWN


def test_p6_the_landlord_is_never_told_of_health_or_money() -> None:
    assert {"health_facts", "economy", "nav_notes"} <= set(
        rules.never(Receiver.LANDLORD, hidden=False)
    )
