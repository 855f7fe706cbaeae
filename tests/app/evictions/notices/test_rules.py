"""When a petition may be filed, and what it costs (TV-02, TV-04, TV-06, TV-16 to TV-18, HL-71)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears.model import OpenCharge, Owed
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore, kroner
from app.core.working_days import is_working_day
from app.evictions.model import EnforcementGround
from app.evictions.notices import rules
from app.evictions.notices.model import EvictionNotice, HomeTrack, SocialNotice
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import claimed

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))


PARAMETERS = load_parameters()


def notice(sent_on: date | None, **changes: object) -> EvictionNotice:
    facts: dict[str, object] = {
        "id": 1,
        "lease": LeaseId(1),
        "ground": EnforcementGround.TERM_EXPIRED,
        "issued_on": sent_on or date(2026, 3, 2),
        "sent_on": sent_on,
    } | changes
    return EvictionNotice(**facts)  # type: ignore[arg-type]  # its own fields


def social(sent: date | None, copied: date | None) -> SocialNotice:
    return SocialNotice(
        1,
        LeaseId(1),
        sent or date(2026, 3, 2),
        "Nav Lia",
        DocumentId(1),
        DocumentId(2),
        Ore(0),
        sent,
        copied,
    )


@pytest.mark.parametrize(
    ("sent", "nominal", "file_from"),
    [
        (date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 17)),
        (date(2026, 3, 19), date(2026, 4, 2), date(2026, 4, 8)),
        (date(2026, 4, 17), date(2026, 5, 1), date(2026, 5, 5)),
        (date(2026, 12, 11), date(2026, 12, 25), date(2026, 12, 29)),
    ],
)
def test_tv_02_a_petition_waits_until_the_day_after_two_moved_weeks(
    sent: date, nominal: date, file_from: date
) -> None:
    """TV-02 with the vectors of § 149: Easter, 1 May and Christmas move the last day (DL-09)."""
    found = rules.waits(notice(sent), None, PARAMETERS)
    assert (found.nominal, found.earliest) == (nominal, file_from)


def test_tv_04_the_exception_counts_from_the_due_day() -> None:
    found = rules.waits(
        notice(None, excepted_from=date(2026, 3, 2), issued_on=date(2026, 3, 12)),
        None,
        PARAMETERS,
    )
    assert found.earliest == date(2026, 3, 17)


def test_hl_71_the_later_of_both_waits_counts() -> None:
    found = rules.waits(
        notice(date(2026, 3, 2)), social(date(2026, 3, 2), date(2026, 3, 5)), PARAMETERS
    )
    assert found.earliest == date(2026, 3, 20)


def test_hl_71_the_word_to_the_social_service_alone_opens_nothing() -> None:
    told = social(date(2026, 3, 2), date(2026, 3, 2))
    assert rules.waits(None, told, PARAMETERS).earliest is None
    assert rules.waits(notice(None), told, PARAMETERS).earliest is None


def test_tv_06_a_year_from_the_day_it_became_possible() -> None:
    found = rules.expires(rules.waits(notice(date(2026, 3, 2)), None, PARAMETERS), PARAMETERS)
    assert found is not None
    assert (found.start, found.nominal) == (date(2026, 3, 17), date(2027, 3, 17))


def test_tv_06_the_wait_of_9_11_gives_no_more_time() -> None:
    told = social(date(2026, 6, 1), date(2026, 6, 1))
    found = rules.waits(notice(date(2026, 3, 2)), told, PARAMETERS)
    last = rules.expires(found, PARAMETERS)
    assert last is not None
    assert last.nominal == date(2027, 3, 17)


@given(sent=DAYS, told=st.none() | DAYS, copied=st.none() | DAYS, day=DAYS)
def test_a_petition_never_comes_before_either_wait_is_over(
    sent: date, told: date | None, copied: date | None, day: date
) -> None:
    """Property: whatever days, nothing is open until more than two weeks after each sending."""
    notices, to_service = notice(sent), social(told, copied)
    found = rules.waits(notices, to_service, PARAMETERS)
    track = HomeTrack(
        LeaseId(1),
        day,
        notice=notices,
        social=to_service,
        waits=found,
        expires=rules.expires(found, PARAMETERS),
    )
    locks = rules.locks(track, rules.Around(Owed(day), talked=True))
    if not locks:
        assert told is not None
        assert copied is not None
        assert day > max(sent, told, copied) + timedelta(days=14)
    earliest = found.earliest
    assert earliest is not None
    assert earliest > sent + timedelta(days=14)
    assert is_working_day(earliest - timedelta(days=1))
    if told is not None and copied is not None:
        assert earliest > max(told, copied) + timedelta(days=14)


@given(due=DAYS, gap=st.integers(-400, 400))
def test_tv_02_a_notice_is_never_dated_before_its_debt(due: date, gap: int) -> None:
    assert rules.may_be_dated(due, due + timedelta(days=gap)) == (gap > 0)


def test_tv_16_and_tv_17_what_it_costs_in_2026() -> None:
    found = rules.costs(date(2026, 11, 23), PARAMETERS, by_court=False)
    assert (found.filing, found.carried_out) == (kroner(1681), kroner(1815))
    assert found.total == kroner(3496)


def test_tv_16_the_court_fee_of_last_year_is_told_as_such() -> None:
    assert rules.costs(date(2026, 12, 31), PARAMETERS, by_court=False).rate_from is None
    assert rules.costs(date(2027, 1, 1), PARAMETERS, by_court=False).rate_from == date(2026, 1, 1)


def test_tv_18_what_it_costs_by_the_court() -> None:
    found = rules.costs(date(2026, 11, 23), PARAMETERS, by_court=True)
    assert (found.filing, found.carried_out) == (kroner(2824), kroner(2690))


@pytest.mark.parametrize("by_court", [False, True])
def test_a_day_without_a_rate_is_said_and_never_guessed(by_court: bool) -> None:
    """TV-16: nobody has confirmed the court fee of 2025."""
    found = rules.costs(date(2025, 6, 1), PARAMETERS, by_court=by_court)
    assert not found.known
    assert found.total is None


def test_every_lock_is_told_at_once_in_order() -> None:
    """Hold, agreement and meeting lock as the days do, and each says so."""
    day = date(2026, 3, 10)
    track = HomeTrack(
        LeaseId(1),
        day,
        notice=notice(date(2026, 3, 2)),
        waits=rules.waits(notice(date(2026, 3, 2)), None, PARAMETERS),
    )
    around = rules.Around(Owed(day), paused=True, agreement_kept=True)
    assert [each.code for each in rules.locks(track, around)] == [
        "petition_too_early",
        "petition_paused",
        "petition_agreement_kept",
        "petition_meeting_first",
    ]


@pytest.mark.parametrize(
    ("left", "deposited", "lock"),
    [
        (kroner(8000), kroner(0), []),
        (kroner(8000), kroner(7999), []),
        (kroner(8000), kroner(8000), ["petition_rent_deposited"]),
        (kroner(0), kroner(0), ["petition_claim_paid"]),
    ],
)
def test_ground_a_waits_when_all_is_paid_or_deposited(
    left: Ore, deposited: Ore, lock: list[str]
) -> None:
    """TV-03, HL-20: only what was due when the notice was made counts."""
    day, made = date(2026, 12, 8), date(2026, 11, 23)
    unpaid = notice(made, ground=EnforcementGround.UNPAID_RENT)
    old = OpenCharge(claimed(1, date(2026, 11, 2), 8000), left)
    new = OpenCharge(claimed(2, date(2026, 12, 1), 8000), kroner(8000))
    charges = (old, new) if left else (new,)
    owed = Owed(day, charges, total=Ore(left + 800000), deposited=deposited)
    track = HomeTrack(LeaseId(1), day, notice=unpaid, waits=rules.waits(unpaid, None, PARAMETERS))
    assert [each.code for each in rules.locks(track, rules.Around(owed, talked=True))] == lock


@given(
    DAYS,
    st.integers(0, 800),
    st.sampled_from(EnforcementGround),
    st.booleans(),
    st.booleans(),
)
def test_only_what_may_wait_for_somebody_is_worked_out(
    sent: date, later: int, ground: EnforcementGround, unsent: bool, owes: bool
) -> None:
    """What is left out before all is read is what the locks themselves would leave out."""
    day = sent + timedelta(days=later)
    known = notice(None if unsent else sent, ground=ground, issued_on=sent)
    charges = (OpenCharge(claimed(1, sent, 8000), kroner(500)),) if owes else ()
    owed = Owed(day, charges, total=Ore(sum(each.left for each in charges)))
    waits = rules.waits(known, None, PARAMETERS)
    track = HomeTrack(
        LeaseId(1), day, notice=known, waits=waits, expires=rules.expires(waits, PARAMETERS)
    )
    codes = {each.code for each in rules.locks(track, rules.Around(owed))}
    over = waits.earliest is not None and waits.earliest <= day
    told = "petition_claim_paid" not in codes and (track.ran_out or over)
    assert rules.may_wait(known, owed, day, PARAMETERS) == told
