"""A new vedtak in the place of an old one; the old one is never changed."""

from dataclasses import replace

import pytest

from app.applications.model import ApplicationState
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.decisions.model import VedtakState
from app.decisions.notices.model import NoticeDraft
from app.decisions.reversals.model import ReversalDraft, ReversalGround
from app.letters.model import DocumentState
from app.office import Office
from tests.app.decisions.appeals.bench import Bench, document
from tests.app.decisions.desk import a_grant, a_refusal

G = ReversalGround


def codes(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_no_becomes_a_yes_without_harm(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock)
    before = bench.decisions.get(bench.vedtak)
    new = bench.reversals.begin(bench.vedtak, ReversalDraft(G.NOT_TO_HARM, "Vi tok feil."))
    bench.decisions.save_draft(new, a_grant())
    bench.decisions.issue(new)
    assert bench.decisions.get(bench.vedtak) == replace(before, state=VedtakState.REVERSED)
    assert bench.decisions.state(bench.vedtak) is VedtakState.REVERSED
    assert bench.letters.state(bench.letter) is DocumentState.SUPERSEDED
    state = bench.applications.get(bench.application).state
    assert state is ApplicationState.GRANTED_WAITING
    reversal = bench.reversals.by(bench.vedtak)
    assert reversal is not None
    assert bench.reversals.of(new) == reversal


def test_a_yes_is_taken_away_only_after_the_person_could_speak(
    office: Office, clock: FixedClock
) -> None:
    bench = Bench(office, clock, a_grant())
    draft = ReversalDraft(G.INVALID, "Opplysningene var ikke riktige.", to_harm=True)
    with pytest.raises(Invalid) as error:
        bench.reversals.begin(bench.vedtak, draft)
    assert codes(error) == ["reversal_needs_notice"]

    told = NoticeDraft(
        "Du har bolig fra før.", "Si fra om det ikke stemmer.", bench.notices.usual_day()
    )
    letter = document(bench.notices.issue(bench.vedtak, told))
    (notice,) = bench.notices.of(bench.vedtak)
    named = replace(draft, notice=notice.id)
    with pytest.raises(Invalid) as error:
        bench.reversals.begin(bench.vedtak, named)
    assert codes(error) == ["reversal_notice_unsent"]
    bench.send(letter)
    bench.later(15)
    new = bench.reversals.begin(bench.vedtak, named)
    bench.decisions.save_draft(new, a_refusal())
    assert [each.code for each in bench.decisions.check(new)] == []
    bench.decisions.issue(new)
    assert bench.applications.get(bench.application).state is ApplicationState.REFUSED
    assert bench.allocation.waiting_list() == ()


def test_only_a_reversal_takes_a_grant_away(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock, a_grant())
    with pytest.raises(Conflict):
        bench.decisions.draft(bench.application)
    states = bench.applications.states(bench.application)
    with pytest.raises(Invalid):
        bench.applications.take(bench.application, ApplicationState.REFUSED, clock.today())
    assert bench.applications.states(bench.application) == states


def test_a_vedtak_nobody_has_seen_may_be_changed(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock, a_grant())
    notified = ReversalDraft(G.NOT_NOTIFIED, "Feil leietid.")
    with pytest.raises(Invalid) as error:
        bench.reversals.begin(bench.vedtak, notified)
    assert codes(error) == ["reversal_notified"]


def test_begun_twice_is_told_and_the_draft_can_be_thrown_away(
    office: Office, clock: FixedClock
) -> None:
    bench = Bench(office, clock)
    draft = ReversalDraft(G.NOT_TO_HARM, "Vi tok feil.")
    new = bench.reversals.begin(bench.vedtak, draft)
    with pytest.raises(Invalid) as error:
        bench.reversals.begin(bench.vedtak, draft)
    assert codes(error) == ["reversal_begun"]
    bench.decisions.discard(new)
    assert bench.reversals.by(bench.vedtak) is None
    assert bench.decisions.state(bench.vedtak) is VedtakState.NOTIFIED


def test_the_act_in_force_gives_the_grounds(office: Office) -> None:
    assert G.BREACH not in office.reversals.grounds()


def test_the_new_letter_names_the_old_one(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock)
    new = bench.reversals.begin(bench.vedtak, ReversalDraft(G.NOT_TO_HARM, "Vi tok feil."))
    bench.decisions.save_draft(new, a_grant())
    said = "Dette vedtaket gjelder i stedet for vedtak V2026-001 fra 23. november 2026."
    assert bench.decisions.preview(new).lead == said
    assert bench.letters.preview(bench.decisions.preview(new)).startswith(b"%PDF")
