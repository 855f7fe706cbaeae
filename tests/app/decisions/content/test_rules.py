"""What each kind of vedtak must hold beside the answer, by rule."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.allocation.eligibility.model import Criterion
from app.core.ids import DwellingId
from app.decisions import rules
from app.decisions.content.model import HelpMeasure, Plan, Service, StartPart
from app.decisions.content.rules import Around, belonging
from app.decisions.duties import named_service, service_words
from app.decisions.model import Condition, RefusalGround, VedtakDraft, VedtakKind, VedtakResult
from app.settings.rule_files import load_parameters
from tests.app.decisions.desk import (
    a_grant,
    a_refusal,
    help_granted,
    help_refused,
    stay_granted,
    stay_refused,
)

PARAMETERS = load_parameters()
TODAY = date(2026, 11, 23)
WORDS = service_words()


def told(draft: VedtakDraft, **around: object) -> dict[str, tuple[str, bool]]:
    """Each code with its rule and whether it blocks."""
    known = Around(service_words=WORDS, **around)  # type: ignore[arg-type]  # its own facts
    problems = rules.check(draft, PARAMETERS, TODAY, known)
    return {problem.code: (problem.source, problem.blocks) for problem in problems}


@pytest.mark.parametrize(
    "draft",
    [help_granted(), help_refused(), stay_granted(), stay_refused()],
    ids=lambda draft: f"{draft.kind} {draft.result}",
)
def test_a_whole_one_of_each_kind_holds(draft: VedtakDraft) -> None:
    assert told(draft) == {}


@pytest.mark.parametrize(
    ("draft", "code", "source"),
    [
        (a_grant(caseworker_impartial=False), "caseworker_not_impartial", "FV-10"),
        (a_refusal(caseworker_impartial=False), "caseworker_not_impartial", "FV-10"),
        (a_grant(approver_name="Berit Testdal"), "approver_not_impartial", "FV-10"),
        (a_grant(start_package=()), "start_package_missing", "DOC-04"),
        (a_grant(responsible_unit=" "), "responsible_unit_missing", "DOC-04"),
        (a_grant(plan=Plan.MALPLAN), "plan_maker_missing", "DOC-04"),
        (a_grant(cooperation=True), "cooperation_text_missing", "DOC-10"),
        (a_grant(services=(Service("", "mål", "enhet"),)), "service_service_missing", "DOC-04"),
        (a_grant(services=(Service("råd", "", "enhet"),)), "service_goal_missing", "DOC-04"),
        (a_grant(services=(Service("råd", "mål", ""),)), "service_unit_missing", "DOC-04"),
        (
            a_refusal(refusal_ground=RefusalGround.NOT_WITHOUT_ROOF),
            "refusal_ground_of_other_kind",
            "FV-08",
        ),
        (help_granted(disadvantaged_text=""), "disadvantaged_reason_missing", "BS-04"),
        (help_granted(disadvantaged=None), "disadvantaged_not_answered", "BS-04"),
        (help_refused(disadvantaged=None), "disadvantaged_not_answered", "BS-04"),
        (help_granted(disadvantaged=False), "help_without_disadvantaged", "BS-04"),
        (help_granted(help_measures=(), help_text=""), "help_missing", "BS-08"),
        (help_granted(wishes_text=""), "wishes_missing", "BS-09"),
        (help_granted(dwelling=DwellingId(1)), "dwelling_without_grant", "FV-24"),
        (stay_granted(stay_from=None), "stay_from_missing", "SOT-04"),
        (stay_granted(stay_where=""), "stay_where_missing", "SOT-04"),
        (stay_granted(stay_quality=" "), "stay_quality_missing", "SOT-05"),
        (stay_granted(lasting_home_text=""), "lasting_home_missing", "SOT-05"),
        (stay_granted(stay_until=None, stay_review=None), "stay_end_missing", "SOT-05"),
        (stay_granted(stay_until=date(2026, 11, 22)), "stay_ends_before", "SOT-05"),
        (stay_granted(wishes_text=""), "wishes_missing", "BS-09"),
    ],
)
def test_what_is_missing_stops_it_with_its_rule(draft: VedtakDraft, code: str, source: str) -> None:
    assert told(draft) == {code: (source, True)}


def test_a_short_term_takes_a_written_reason() -> None:
    assert told(a_grant(term_months=24)) == {
        "term_will_need_reason": ("HL-55", False),
        "short_reason_missing": ("HL-55", True),
    }
    assert told(a_grant(term_months=24, short_reason="Huset skal rives.")) == {
        "term_will_need_reason": ("HL-55", False)
    }


def test_no_start_package_takes_a_reason_but_not_where_one_lives_already() -> None:
    assert told(a_grant(start_package=(), no_start_reason="Du har hatt bolig her.")) == {}
    assert told(a_grant(start_package=(), kind=VedtakKind.RENEWAL)) == {}


@pytest.mark.parametrize(
    "duty",
    [
        "Du tar imot oppfølging fra miljøtjenesten",
        "Du går i behandling for rus",
        "du leverer urinprøve hver uke",
        "Du tar  imot hjelp til økonomien",
        "Du følger individuell plan",
        "Du tek imot tenester frå kommunen",
    ],
)
def test_no_lease_hangs_on_accepting_help(duty: str) -> None:
    draft = a_grant(conditions=(Condition(duty, "Det trengs."),))
    assert told(draft) == {"condition_is_service": ("FV-18", True)}


@pytest.mark.parametrize(
    "duty",
    [
        "Bare du og barna kan bo fast i boligen",
        "Vi møtes etter 18 måneder",
        "Du holder boligen ren og behandler den pent",
        "Du holder hund bare etter avtale",
    ],
)
def test_a_duty_of_the_tenancy_is_let_through(duty: str) -> None:
    assert named_service(duty, WORDS) == ""


@given(st.sampled_from(WORDS), st.sampled_from(["Du må ha {}", "{}, hver uke", "Ja til {} nå"]))
def test_every_word_of_the_list_is_found_wherever_it_stands(word: str, around: str) -> None:
    assert named_service(around.format(word.upper()), WORDS)


def test_a_dispensation_must_be_written_and_an_unmet_criterion_is_told() -> None:
    dispensed = (Criterion.RESIDENCE,)
    assert told(a_grant(), dispensed=dispensed) == {"dispensation_missing": ("FV-09", True)}
    assert told(a_grant(dispensation_text="Unntak."), dispensed=dispensed) == {}
    assert told(a_grant(), unmet=dispensed) == {"criterion_not_met": ("FV-09", False)}
    assert told(a_refusal(), unmet=dispensed, dispensed=dispensed) == {}


def test_a_second_name_where_the_office_or_the_act_asks_for_one() -> None:
    assert told(a_grant(), approver=True) == {"approver_missing": ("FV-10", True)}
    two = a_grant(approver_name="Siri Testmo", approver_impartial=True)
    found = told(two, approver=True, officer="siri testmo ")
    assert found == {"approver_is_caseworker": ("FV-10", False)}
    assert told(two, approver=True, officer="Ola Testvik") == {}


def test_where_a_hidden_person_stays_is_not_written() -> None:
    assert told(stay_granted(), hidden=True) == {}
    house = stay_granted(stay_where="Testvegen 4")
    assert told(house, hidden=True) == {"stay_without_address": ("ADR-02", True)}
    assert told(stay_granted(), hidden=True, strict=True) == {
        "stay_not_to_be_kept": ("ADR-02", True)
    }
    assert told(stay_granted(stay_where=""), hidden=True, strict=True) == {}


def test_a_dismissal_of_help_asks_for_none_of_its_parts() -> None:
    bare = help_refused(
        result=VedtakResult.DISMISSED,
        refusal_ground=None,
        disadvantaged=None,
        disadvantaged_text="",
        wishes_text="",
    )
    assert told(bare) == {}


@given(
    st.sampled_from(list(VedtakKind)),
    st.sampled_from(list(VedtakResult)),
)
def test_what_is_issued_holds_nothing_of_another_answer(
    kind: VedtakKind, result: VedtakResult
) -> None:
    everything = replace(
        a_grant(),
        kind=kind,
        result=result,
        dwelling=DwellingId(1),
        refusal_ground=RefusalGround.AGE,
        services=(Service("råd", "mål", "enhet"),),
        help_measures=tuple(HelpMeasure),
        stay_where="rom",
    )
    kept = belonging(everything)
    assert belonging(kept) == kept
    dwells = kind.dwells and result.grants
    assert (kept.dwelling is not None) == bool(kept.services) == bool(kept.conditions) == dwells
    assert bool(kept.start_package) == (kind.moves_in and result.grants)
    assert (kept.start_package == tuple(StartPart)) == (kind.moves_in and result.grants)
    assert (kept.refusal_ground is None) == (result is not VedtakResult.REFUSED)
    assert bool(kept.stay_where) == (kind is VedtakKind.TEMPORARY_STAY and result.grants)
