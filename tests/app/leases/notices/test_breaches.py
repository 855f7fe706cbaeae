"""Termination for breach: five grounds, a warning before three of them (HL-68, HL-69)."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.core.errors import Invalid
from app.core.ids import DocumentId, LeaseId
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from app.leases.notices.breach_rules import check_breach
from app.leases.notices.model import BreachDraft, BreachGround
from app.leases.warnings.model import RuleBroken, WarnedBreach
from app.letters.model import DocumentKind, OnPaper
from tests.app.leases.notices.conftest import Ending

TODAY = date(2026, 12, 7)
LETTER = DocumentId(7)
RENT = BreachDraft(BreachGround.RENT, "Husleien for tre måneder er ikke betalt.", TODAY)
NOISE = BreachDraft(BreachGround.NEGLECT, "Det fortsatte etter advarselen.", TODAY, LETTER)


@dataclass(frozen=True)
class GivenWarning:
    """A warning as the slice of reports gives it."""

    document: DocumentId
    sent_on: date | None
    about: str = "neglect_or_nuisance"


class Warned:
    """Where they come from."""

    def __init__(self, *given: GivenWarning) -> None:
        self._given = given

    def of(self, lease: LeaseId) -> tuple[GivenWarning, ...]:
        del lease
        return self._given


def found(draft: BreachDraft, **warned: date) -> list[tuple[str, str]]:
    sent = {LETTER: warned["sent"]} if warned else {}
    return [(each.field, each.code) for each in check_breach(draft, TODAY, sent)]


@pytest.mark.parametrize("ground", list(BreachGround))
def test_three_grounds_need_a_warning_that_was_sent_before(ground: BreachGround) -> None:
    """HL-68: b, c and d; a and e do not."""
    draft = replace(NOISE, ground=ground)
    if ground in {BreachGround.RENT, BreachGround.NECESSARY}:
        assert found(draft) == []
        return
    assert found(draft) == [("ground", "breach_not_warned")]
    assert found(draft, sent=TODAY) == [("ground", "breach_not_warned")]
    assert found(draft, sent=date(2026, 12, 1)) == []
    assert found(replace(draft, warning=None), sent=date(2026, 12, 1)) == [
        ("warning", "breach_warning_missing")
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"ground": None}, ("ground", "breach_ground_missing")),
        ({"reason": " "}, ("reason", "notice_reason_missing")),
        ({"reason": "Samarbeidsavtalen er brutt."}, ("reason", "notice_reason_side_agreement")),
        ({"move_by": None}, ("move_by", "breach_day_missing")),
        ({"move_by": date(2026, 12, 6)}, ("move_by", "breach_day_has_been")),
        ({"rent_deposited": True}, ("rent_deposited", "notice_rent_deposited")),
    ],
)
def test_what_is_missing_stands_beside_its_field(
    change: dict[str, object], problem: tuple[str, str]
) -> None:
    """HL-68, HL-69, HL-20, F7."""
    draft = replace(RENT, **change)  # type: ignore[arg-type]  # its own fields
    assert found(draft) == [problem]


def test_the_lease_ends_when_the_letter_is_sent(fixed: Ending) -> None:
    """HL-69: also in a fixed term, on the day it demands; a fixed term is no shield."""
    made = fixed.terminations.issue(fixed.lease, replace(RENT, move_by=date(2026, 12, 14)))
    assert fixed.state() is LeaseState.RUNNING
    fixed.send(made)
    held = fixed.office.endings.of(fixed.lease)
    assert held is not None
    assert (held.cause, held.last_day) == (EndCause.BREACH, date(2026, 12, 14))
    fixed.to(date(2026, 12, 15))
    assert fixed.state() is LeaseState.OVERSTAY


def test_it_never_ends_before_the_letter_went_out(fixed: Ending) -> None:
    """HL-69: it demanded the move at once, and lay two days."""
    made = fixed.terminations.issue(fixed.lease, RENT)
    fixed.to(date(2026, 12, 9))
    fixed.send(made)
    assert fixed.ended_on() == date(2026, 12, 9)


def test_a_termination_is_let_go(fixed: Ending) -> None:
    fixed.send(fixed.terminations.issue(fixed.lease, RENT))
    (known,) = fixed.terminations.of(fixed.lease)
    fixed.terminations.withdraw(known.id, "Alt er betalt.")
    assert fixed.state() is LeaseState.RUNNING


def test_a_breach_without_a_warning_is_refused(fixed: Ending) -> None:
    """HL-68: b needs the logged one; when it is sent, the letter names it."""
    with pytest.raises(Invalid) as caught:
        fixed.terminations.issue(fixed.lease, NOISE)
    assert caught.value.problems[0].code == "breach_not_warned"
    paper = fixed.office.letters.rows()[0].document.id
    fixed.terminations.know_warnings(Warned(GivenWarning(paper, date(2026, 12, 1))))
    assert fixed.terminations.warnings(fixed.lease, BreachGround.NEGLECT) == {
        paper: date(2026, 12, 1)
    }
    assert fixed.terminations.warnings(fixed.lease, BreachGround.OTHER_USE) == {}
    fixed.terminations.issue(fixed.lease, replace(NOISE, warning=paper))
    kinds = [row.kind for row in fixed.office.letters.to_send()]
    assert DocumentKind.TERMINATION_FOR_BREACH in kinds


def test_tingretten_decides_unless_it_is_rent_with_the_clause(fixed: Ending) -> None:
    """TV-01, TV-07: letter a with its clause goes to the namsfogd, letter d to the court."""
    lease = fixed.desk.leases.get(fixed.lease)
    assert not fixed.terminations.to_court(lease, RENT)
    assert fixed.terminations.to_court(lease, NOISE)
    without = replace(lease, draft=replace(lease.draft, eviction_for_rent=False))
    assert fixed.terminations.to_court(without, RENT)


def test_the_grounds_that_need_a_warning_have_the_codes_of_the_warnings() -> None:
    """HL-68 b to d: what a warning is about and what it may lead to are told alike."""
    warned = {ground.value for ground in BreachGround if ground.needs_warning}
    assert warned == {each.value for each in WarnedBreach}


def test_a_warning_from_the_register_goes_before(fixed: Ending) -> None:
    """HL-68, DOC-18: made and sent here, and the lease ends for what it warned of."""
    draft = replace(
        fixed.office.warnings.drafted(fixed.lease),
        broken=RuleBroken.HOUSE_RULES,
        facts="Høy musikk natt til 5. desember.",
        change="Hold ro etter klokken 23.",
        change_by=date(2026, 12, 14),
    )
    made = fixed.office.warnings.issue(fixed.lease, draft)
    assert not isinstance(made, OnPaper)
    fixed.send(made)
    fixed.to(date(2026, 12, 20))
    noise = replace(NOISE, move_by=date(2027, 1, 4), warning=made)
    assert fixed.terminations.check(fixed.lease, noise) == ()
    fixed.send(fixed.terminations.issue(fixed.lease, noise))
    assert fixed.ended_on() == date(2027, 1, 4)
