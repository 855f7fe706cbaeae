"""From a no to the appeal body's answer, on a real register."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import Ref
from app.decisions.appeals.model import AppealState, NextStep
from app.decisions.model import VedtakState
from app.documents.parts import texts_of
from app.letters.model import DocumentKind, DocumentState, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from app.settings.model import LegalBasisDraft
from tests.app.decisions.appeals.bench import Bench, document
from tests.app.decisions.desk import a_grant, a_refusal

S = AppealState
OURS = "Vi mener fortsatt at du kan leie en bolig selv."


@pytest.fixture
def bench(office: Office, clock: FixedClock) -> Bench:
    """A refusal that arrived today, 23 November 2026."""
    return Bench(office, clock)


def codes(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_from_a_no_through_the_appeal_body_to_a_place_on_the_list(bench: Bench) -> None:
    appeals, decisions = bench.appeals, bench.decisions
    bench.later(7)
    appeal = bench.complain()
    (row,) = appeals.rows()
    assert (row.number, appeals.next_step(row)) == ("K2026-001", NextStep.ASSESS)
    assert not appeals.timeliness(appeal).late
    appeals.assess(appeal)
    bench.later(3)
    to_body, copy = map(document, appeals.forward(appeal, OURS))
    kinds = {bench.letters.get(each).kind for each in (to_body, copy)}
    assert kinds == {DocumentKind.APPEAL_FORWARDING, DocumentKind.APPEAL_COPY}
    assert {to_body, copy} <= {row.id for row in bench.letters.to_send()}
    assert appeals.get(appeal).assessment == OURS

    day = bench.later(20)
    appeals.answered(appeal, S.GRANTED_BY_BODY, day, "Klagenemnda ser annerledes på behovet.")
    (row,) = appeals.rows()
    assert appeals.next_step(row) is NextStep.MAKE_VEDTAK
    new = appeals.change(appeal, "Klagenemnda har gitt medhold.")
    decisions.save_draft(new, a_grant())
    decisions.issue(new)

    assert decisions.state(bench.vedtak) is VedtakState.SET_ASIDE
    assert bench.letters.state(bench.letter) is DocumentState.SUPERSEDED
    assert decisions.get(bench.vedtak).draft == a_refusal()
    state = bench.applications.get(bench.application).state
    assert state is ApplicationState.GRANTED_WAITING
    (row,) = appeals.rows()
    assert appeals.next_step(row) is NextStep.NOTHING
    assert [each.state for each in appeals.states(appeal)] == [
        S.RECEIVED,
        S.IN_ASSESSMENT,
        S.FORWARDED,
        S.GRANTED_BY_BODY,
    ]


def test_we_may_change_it_ourselves(bench: Bench) -> None:
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    new = bench.appeals.change(appeal, "Nye opplysninger viser at hun ikke finner bolig.")
    assert bench.appeals.get(appeal).state is S.IN_ASSESSMENT, "begun is not decided"
    bench.decisions.save_draft(new, a_grant())
    bench.decisions.issue(new)
    known = bench.appeals.get(appeal)
    assert (known.state, known.reason) == (S.DECISION_CHANGED, "V2026-002")
    assert bench.decisions.state(bench.vedtak) is VedtakState.REVERSED
    with pytest.raises(Invalid) as error:
        bench.appeals.forward(appeal, OURS)
    assert codes(error) == ["appeal_may_not_follow"]


def test_a_discarded_change_leaves_the_appeal_to_be_decided(bench: Bench) -> None:
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    new = bench.appeals.change(appeal, "Vi ser på den igjen.")
    bench.decisions.discard(new)
    (row,) = bench.appeals.rows()
    assert bench.appeals.next_step(row) is NextStep.CHANGE_OR_FORWARD
    assert bench.decisions.state(bench.vedtak) is VedtakState.NOTIFIED


def test_a_late_appeal_is_taken_up_with_a_reason_or_dismissed(bench: Bench) -> None:
    posted = bench.later(21)
    bench.later(1)
    in_time = bench.complain(postmarked_on=posted)
    assert not bench.appeals.timeliness(in_time).late
    bench.appeals.withdraw(in_time, bench.clock.today(), "Ringte og trakk den.")
    late = bench.complain()
    assert bench.appeals.timeliness(late).late
    with pytest.raises(Invalid) as error:
        bench.appeals.assess(late)
    assert codes(error) == ["appeal_late_reason_missing"]
    bench.appeals.assess(late, "Hun lå på sykehus.")
    assert bench.appeals.get(late).reason == "Hun lå på sykehus."
    with pytest.raises(Invalid):
        bench.appeals.dismiss(late, " ")
    made = document(bench.appeals.dismiss(late, "Gjelder en annen sak."))
    assert bench.appeals.get(late).state is S.DISMISSED
    assert bench.letters.get(made).kind is DocumentKind.APPEAL_DISMISSED


def test_a_second_appeal_and_one_on_a_draft_are_told(bench: Bench) -> None:
    bench.complain()
    with pytest.raises(Invalid) as error:
        bench.complain()
    assert codes(error) == ["appeal_twice"]
    with pytest.raises(Invalid) as error:
        bench.complain(received_on=bench.clock.today() - timedelta(days=1))
    assert "appeal_before_vedtak" in codes(error)


def test_only_what_asks_for_a_vedtak_gets_one(bench: Bench) -> None:
    appeal = bench.complain()
    with pytest.raises(Conflict):
        bench.appeals.change(appeal, "For tidlig.")


def test_reasons_asked_for_stop_the_time_to_complain(bench: Bench) -> None:
    first = bench.decisions.appeal_deadline(bench.vedtak)
    assert first is not None
    asked = bench.later(14)
    bench.appeals.demand_reasons(bench.vedtak, asked)
    assert bench.decisions.appeal_deadline(bench.vedtak) is None
    with pytest.raises(Conflict):
        bench.appeals.demand_reasons(bench.vedtak, asked)
    came = bench.later(14)
    assert bench.decisions.state(bench.vedtak) is VedtakState.NOTIFIED, "it stands still"
    bench.appeals.reasons_given(bench.vedtak, came, came)
    anew = bench.decisions.appeal_deadline(bench.vedtak)
    assert anew is not None
    assert anew.nominal == came + timedelta(weeks=3)
    with pytest.raises(Conflict):
        bench.appeals.reasons_given(bench.vedtak, came)


def test_reasons_asked_for_too_late_start_nothing(bench: Bench) -> None:
    with pytest.raises(Invalid) as error:
        bench.appeals.demand_reasons(bench.vedtak, bench.later(22))
    assert codes(error) == ["reasons_demand_late"]


def test_whether_the_vedtak_waits_is_decided_with_a_reason(bench: Bench) -> None:
    appeal = bench.complain()
    with pytest.raises(Invalid):
        bench.appeals.defer(appeal, deferred=True, reason="")
    bench.appeals.defer(appeal, deferred=True, reason="Hun mister ellers boligen.")
    (effect,) = bench.appeals.effects(appeal)
    assert (effect.deferred, effect.since) == (True, bench.clock.today())
    bench.office.history.undo()
    assert bench.appeals.effects(appeal) == ()


def test_taking_it_up_can_be_undone_and_sending_it_on_cannot(bench: Bench) -> None:
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    bench.office.history.undo()
    assert bench.appeals.get(appeal).state is S.RECEIVED
    bench.appeals.assess(appeal)
    with pytest.raises(Invalid) as error:
        bench.appeals.forward(appeal, "  ")
    assert codes(error) == ["appeal_assessment_missing"]
    bench.appeals.forward(appeal, OURS)
    with pytest.raises(OfficeError):
        bench.office.history.undo()


def test_the_scanned_appeal_lies_on_its_case_and_goes_along(bench: Bench) -> None:
    appeal = bench.complain()
    kept = bench.appeals.keep_paper(appeal, b"%PDF-1.7 klage", "application/pdf", "Klage, skannet")
    assert bench.letters.get(kept).case == Ref("appeal", appeal)
    to_body, _ = bench.appeals.preview_forwarding(appeal, OURS)
    assert any("Klage, skannet" in str(block) for block in to_body.blocks)


def test_the_answer_that_it_has_come_is_a_letter_to_send(bench: Bench) -> None:
    appeal = bench.complain()
    made = document(bench.appeals.acknowledge(appeal))
    assert bench.letters.get(made).kind is DocumentKind.APPEAL_RECEIPT
    assert bench.letters.get(made).person == bench.person


def test_of_a_strictly_protected_person_nothing_is_kept(office: Office, clock: FixedClock) -> None:
    level = AddressProtection.STRICTLY_CONFIDENTIAL
    bench = Bench(office, clock, protection=level, address=None)
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    made = bench.appeals.forward(appeal, OURS)
    assert all(isinstance(each, OnPaper) for each in made)


def test_a_grant_may_be_partly_changed_after_an_appeal(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock, a_grant())
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    new = bench.appeals.change(appeal, "Leietiden blir lengre.")
    known = bench.decisions.get(new).draft
    assert known.term_months == 36
    bench.decisions.save_draft(new, replace(known, term_months=60, caseworker_impartial=True))
    bench.decisions.issue(new)
    state = bench.applications.get(bench.application).state
    assert state is ApplicationState.GRANTED_WAITING


def test_the_one_who_speaks_for_the_person_gets_a_copy_of_their_own(bench: Bench) -> None:
    who = Representative(
        person=bench.person,
        kind=RepresentativeKind.AGENT,
        name="Ola Fullmektig",
        since=bench.clock.today(),
        line="Testvegen 3",
        postal_code="2211",
        postal_place="Lia",
    )
    bench.office.intake.add_representative(who)
    appeal = bench.complain()
    bench.appeals.acknowledge(appeal)
    bench.appeals.assess(appeal)
    bench.appeals.forward(appeal, OURS)
    kinds = [each.kind for each in bench.letters.of(Ref("appeal", appeal))]
    assert sorted(kinds) == sorted(
        [
            *[DocumentKind.APPEAL_RECEIPT] * 2,
            *[DocumentKind.APPEAL_COPY] * 2,
            DocumentKind.APPEAL_FORWARDING,
        ]
    )


def test_what_was_weighed_when_it_was_decided_goes_along(bench: Bench) -> None:
    appeal = bench.complain()
    to_body, _ = bench.appeals.preview_forwarding(appeal, OURS)
    kept = bench.office.eligibility.kept(bench.application)[-1].explanation
    sentences = bench.office.eligibility.sentences(kept, bench.office.settings.profile.language)
    assert sentences
    assert all(sentence in str(to_body.blocks) for sentence in sentences)


def test_the_letter_to_the_appeal_body_has_its_address_in_the_window(bench: Bench) -> None:
    appeal = bench.complain()
    bench.appeals.assess(appeal)
    to_body, _ = bench.appeals.preview_forwarding(appeal, OURS)
    body = bench.decisions.get(bench.vedtak).draft.appeal_body
    assert to_body.recipient == (body,), "no address is entered"
    day = bench.clock.today()
    lines = ("Postboks 1", "2201 KONGSVINGER")
    basis = LegalBasisDraft(
        CaseKind.ALLOCATION, "regler", "§ 3", body, 3, day, "sak 7/26", "\n".join(lines)
    )
    bench.office.settings.set_legal_basis(basis)
    to_body, _ = bench.appeals.preview_forwarding(appeal, OURS)
    assert to_body.recipient == (body, *lines)
    bench.office.settings.set_legal_basis(
        replace(basis, appeal_body="Et annet utvalg", valid_from=bench.later(1))
    )
    to_body, _ = bench.appeals.preview_forwarding(appeal, OURS)
    assert to_body.recipient == (body,), "never another body's address"


def test_a_dismissal_can_be_appealed_as_long_as_the_vedtak(
    office: Office, clock: FixedClock
) -> None:
    bench = Bench(office, clock, replace(a_refusal(), appeal_weeks=6))
    appeal = bench.complain()
    told = " ".join(texts_of(bench.appeals.preview_dismissal(appeal, "Gjelder en annen sak.")))
    assert "seks uker" in told
