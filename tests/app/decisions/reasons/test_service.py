"""Reasons asked for, written in a letter, and the time to complain begun anew."""

from datetime import timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.core.ids import Ref
from app.decisions.model import VedtakState
from app.decisions.reasons.model import ReasonsDraft
from app.documents.parts import texts_of
from app.letters.model import Channel, DocumentKind, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from tests.app.decisions.appeals.bench import Bench, document

WRITTEN = ReasonsDraft(
    "Vi brukte kommunens regler.", "Du har fast lønn.", "Andre trenger boligen mer."
)


@pytest.fixture
def bench(office: Office, clock: FixedClock) -> Bench:
    """A refusal that arrived today, 23 November 2026, and reasons asked for a week later."""
    made = Bench(office, clock)
    made.appeals.demand_reasons(made.vedtak, made.later(7))
    return made


def test_the_time_to_complain_begins_anew_when_the_letter_arrives(bench: Bench) -> None:
    reasons, decisions = bench.office.reasons, bench.decisions
    made = document(reasons.issue(bench.vedtak, WRITTEN))
    known = bench.letters.get(made)
    assert (known.kind, known.case) == (DocumentKind.VEDTAK_REASONS, Ref("vedtak", bench.vedtak))
    assert decisions.appeal_deadline(bench.vedtak) is None, "made is not sent"
    assert decisions.state(bench.vedtak) is VedtakState.NOTIFIED
    sent = bench.later(3)
    bench.letters.sent(made, sent, Channel.DELIVERED_BY_HAND, "kvittering")
    anew = decisions.appeal_deadline(bench.vedtak)
    assert anew is not None
    assert anew.nominal == sent + timedelta(weeks=3)
    assert not bench.appeals.reasons_waiting(bench.vedtak)
    assert bench.vedtak in bench.appeals.lately_told(1)


def test_by_post_it_counts_from_the_day_it_is_taken_to_arrive(bench: Bench) -> None:
    made = document(bench.office.reasons.issue(bench.vedtak, WRITTEN))
    sent = bench.clock.today()
    bench.letters.sent(made, sent, Channel.LETTER, "lagt i posten")
    anew = bench.decisions.appeal_deadline(bench.vedtak)
    assert anew is not None
    assert anew.start > sent


def test_a_letter_is_made_once_and_only_when_someone_waits(bench: Bench) -> None:
    reasons = bench.office.reasons
    reasons.issue(bench.vedtak, WRITTEN)
    assert reasons.wanted(bench.vedtak) is None
    with pytest.raises(Conflict) as error:
        reasons.issue(bench.vedtak, WRITTEN)
    assert error.value.code == "reasons_demand_missing"


def test_each_block_must_say_something(bench: Bench) -> None:
    with pytest.raises(Invalid) as error:
        bench.office.reasons.issue(bench.vedtak, ReasonsDraft(" ", "Du har fast lønn.", ""))
    assert [each.field for each in error.value.problems] == ["rules_text", "considerations_text"]


def test_it_begins_with_what_the_vedtak_says(bench: Bench) -> None:
    draft = bench.office.reasons.suggested(bench.vedtak)
    assert draft.blocks == bench.decisions.get(bench.vedtak).draft.reasons
    told = " ".join(texts_of(bench.office.reasons.preview(bench.vedtak, draft)))
    assert all(words in told for words in draft.blocks)


def test_of_a_strictly_protected_person_nothing_is_kept(office: Office, clock: FixedClock) -> None:
    level = AddressProtection.STRICTLY_CONFIDENTIAL
    bench = Bench(office, clock, protection=level, address=None)
    bench.appeals.demand_reasons(bench.vedtak, bench.clock.today())
    made = bench.office.reasons.issue(bench.vedtak, WRITTEN)
    assert isinstance(made, OnPaper)
    assert made.content.startswith(b"%PDF")
