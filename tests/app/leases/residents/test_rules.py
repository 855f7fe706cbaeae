"""When consent is needed, on which grounds it is refused, and when silence gives it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import LeaseId
from app.core.periods import Period, Unit, add
from app.leases.model import AgreedException
from app.leases.residents import rules
from app.leases.residents.model import (
    AbsenceCause,
    AnswerDraft,
    ConsentAnswer,
    ConsentKind,
    ConsentRefusal,
    ConsentRequest,
    ConsentState,
    Relation,
    RequestDraft,
)
from tests.app.leases.papers import PARAMETERS, a_lease

E, G, K, S = AgreedException, ConsentRefusal, ConsentKind, ConsentState
CAME = date(2026, 11, 23)
MOVING = RequestDraft(K.HOUSEHOLD, CAME, name="Ola Orrfugl", relation=Relation.OTHER)
AWAY = RequestDraft(
    K.ABSENCE_SUBLET,
    CAME,
    name="Ola Orrfugl",
    cause=AbsenceCause.WORK,
    since=date(2027, 1, 1),
    until=date(2027, 12, 31),
)
PART = RequestDraft(K.PART_SUBLET, CAME, name="Ola", what="ett soverom", since=date(2027, 1, 1))


def asked(draft: RequestDraft = MOVING, **changes: object) -> ConsentRequest:
    request = ConsentRequest(1, LeaseId(1), draft, None, None, None)
    return replace(request, **changes)  # type: ignore[arg-type]  # the request's own fields


def answered(sent_on: date | None, *, yes: bool = True) -> ConsentAnswer:
    return ConsentAnswer(CAME, AnswerDraft(yes), None, sent_on)


def grounds(draft: RequestDraft, *exceptions: AgreedException) -> set[ConsentRefusal]:
    return set(rules.lawful_grounds(a_lease(exceptions=exceptions), draft, PARAMETERS))


@pytest.mark.parametrize("relation", [each for each in Relation if each.by_right])
def test_hl_35_those_of_the_family_need_no_consent_unless_it_was_agreed(relation: Relation) -> None:
    """HL-35, HL-52: only exception A gives the landlord a say, and then on one ground."""
    draft = replace(MOVING, relation=relation)
    others = (E.OTHER_HOUSEHOLD, E.SUBLET_IN_ABSENCE)
    assert not rules.needs_consent(a_lease(exceptions=others), draft)
    assert grounds(draft, *others) == set()
    assert grounds(draft, E.HOUSEHOLD_BY_RIGHT) == {G.DESIGN_OR_PURPOSE}


def test_hl_35_and_hl_53_others_are_refused_for_the_person_or_too_many_and_if_agreed_the_home() -> (
    None
):
    for draft in (MOVING, PART):
        assert grounds(draft) == {G.PERSONS_CIRCUMSTANCES, G.OVERCROWDING}
        assert grounds(draft, E.OTHER_HOUSEHOLD) == {
            G.PERSONS_CIRCUMSTANCES,
            G.OVERCROWDING,
            G.DESIGN_OR_PURPOSE,
        }


def test_hl_54_the_landlord_may_use_the_home_meanwhile_only_when_agreed() -> None:
    assert grounds(AWAY) == {G.PERSONS_CIRCUMSTANCES}
    assert grounds(AWAY, E.SUBLET_IN_ABSENCE) == {G.PERSONS_CIRCUMSTANCES, G.LANDLORD_DISPOSES}


def test_hl_36_a_sublet_for_longer_or_without_weighty_cause_goes_beyond_the_right() -> None:
    assert rules.longest_sublet(date(2027, 1, 1), PARAMETERS) == date(2028, 12, 31)
    assert G.BEYOND_RIGHT not in grounds(replace(AWAY, until=date(2028, 12, 31)))
    assert G.BEYOND_RIGHT in grounds(replace(AWAY, until=date(2029, 1, 1)))
    assert G.BEYOND_RIGHT in grounds(replace(AWAY, cause=AbsenceCause.NOT_WEIGHTY))


@pytest.mark.parametrize("gone", [{"informed": False}, {"for_disadvantaged": False}])
def test_hl_51_an_exception_the_tenant_was_not_told_of_does_not_hold(gone: dict[str, bool]) -> None:
    lease = a_lease(exceptions=tuple(E), **gone)
    assert rules.agreed(lease) == frozenset()
    assert not rules.needs_consent(lease, replace(MOVING, relation=Relation.SPOUSE))


def test_hl_37_the_month_is_counted_from_the_day_it_came_and_not_moved_for_us() -> None:
    """23 December is a Wednesday; a request of 23 January 2027 ends on a Tuesday."""
    limit = rules.silence(date(2026, 11, 27), PARAMETERS)
    assert limit.nominal == date(2026, 12, 27)  # a Sunday
    assert limit.last_safe_day == date(2026, 12, 24)
    known = asked(replace(MOVING, received_on=date(2026, 11, 27)))
    at = {
        day: rules.consent(a_lease(), known, PARAMETERS, day)
        for day in (date(2026, 12, 27), date(2026, 12, 28))
    }
    assert at[date(2026, 12, 27)].state is S.WAITING
    assert at[date(2026, 12, 28)].state is S.DEEMED_CONSENT
    assert at[date(2026, 12, 28)].deemed_on == date(2026, 12, 28)


def test_hl_37_only_a_written_request_is_answered_by_silence() -> None:
    spoken = asked(replace(MOVING, in_writing=False))
    later = CAME + timedelta(days=200)
    assert rules.consent(a_lease(), spoken, PARAMETERS, later).state is S.WAITING


def test_hl_04_an_answer_counts_from_the_day_it_was_sent_not_the_day_it_was_made() -> None:
    """HL-04, DL-04."""
    last = date(2026, 12, 23)
    made = asked(answer=answered(None, yes=False))
    assert rules.consent(a_lease(), made, PARAMETERS, last).state is S.ANSWER_READY
    after = last + timedelta(days=1)
    assert rules.consent(a_lease(), made, PARAMETERS, after).state is S.DEEMED_CONSENT
    sent = asked(answer=answered(last, yes=False))
    assert rules.consent(a_lease(), sent, PARAMETERS, after).state is S.REFUSED
    late = asked(answer=answered(after, yes=False))
    assert rules.consent(a_lease(), late, PARAMETERS, after).state is S.DEEMED_CONSENT


DAYS = st.dates(date(2001, 1, 1), date(2090, 1, 1))


@given(DAYS, st.none() | st.integers(0, 90), st.integers(0, 120), st.booleans())
def test_hl_37_never_both_answered_in_time_and_given_by_silence(
    came: date, sent_after: int | None, seen_after: int, yes: bool
) -> None:
    """And silence gives it the day after the counted day, for any day it came."""
    sent = None if sent_after is None else came + timedelta(days=sent_after)
    day = came + timedelta(days=seen_after)
    answer = None if sent is None else answered(sent, yes=yes)
    known = asked(replace(MOVING, received_on=came), answer=answer)
    found = rules.consent(a_lease(), known, PARAMETERS, day)
    last = add(Period(1, Unit.MONTHS), came)
    in_time = sent is not None and sent <= last
    assert (found.state is S.DEEMED_CONSENT) == (day > last and not in_time)
    assert (found.deemed_on is not None) == (found.state is S.DEEMED_CONSENT)
    if found.deemed_on is not None:
        assert found.deemed_on == last + timedelta(days=1)
    assert found.limit.last_safe_day <= found.limit.nominal == last


def codes(draft: RequestDraft) -> set[str]:
    return {each.code for each in rules.check_request(draft, a_lease(), PARAMETERS, CAME)}


def test_bad_input_is_told_beside_its_field() -> None:
    assert codes(MOVING) == codes(AWAY) == codes(PART) == set()
    assert codes(RequestDraft()) == {
        "consent_received_missing",
        "consent_name_missing",
        "consent_relation_missing",
    }
    assert codes(replace(MOVING, received_on=CAME + timedelta(days=1))) == {"day_in_future"}
    assert codes(replace(AWAY, cause=None, until=None)) == {
        "absence_cause_missing",
        "sublet_until_missing",
    }
    assert codes(replace(AWAY, until=date(2026, 12, 31))) == {"end_before_start"}
    assert codes(replace(AWAY, until=date(2030, 1, 1))) == {"sublet_after_lease"}
    assert codes(replace(PART, what=" ", since=None)) == {
        "sublet_part_missing",
        "sublet_since_missing",
    }


def test_hl_36_more_than_two_years_is_told_and_can_still_be_taken_in() -> None:
    draft = replace(AWAY, since=date(2027, 1, 1), until=date(2029, 6, 1))
    (problem,) = rules.check_request(draft, a_lease(), PARAMETERS, CAME)
    assert (problem.code, problem.blocks) == ("sublet_too_long", False)


@pytest.mark.parametrize(("ground", "kind"), list(product(ConsentRefusal, (MOVING, PART, AWAY))))
def test_only_a_lawful_ground_can_be_chosen(ground: ConsentRefusal, kind: RequestDraft) -> None:
    """HL-35, HL-52, HL-53, HL-54."""
    lease = a_lease()
    draft = AnswerDraft(consents=False, ground=ground, reason="Fordi.")
    lawful = ground in rules.lawful_grounds(lease, kind, PARAMETERS)
    found = {each.code for each in rules.check_answer(draft, lease, kind, PARAMETERS)}
    assert found == (set() if lawful else {"refusal_ground_unlawful"})


def test_a_no_has_a_ground_and_a_reason_a_yes_needs_neither() -> None:
    lease = a_lease()
    assert rules.check_answer(AnswerDraft(), lease, MOVING, PARAMETERS) == ()
    found = rules.check_answer(AnswerDraft(consents=False), lease, MOVING, PARAMETERS)
    assert [each.field for each in found] == ["ground", "reason"]
