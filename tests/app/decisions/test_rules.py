"""What a vedtak must have, by rule, and how far it has come."""

from datetime import date

import pytest

from app.core.ids import DwellingId
from app.decisions import rules
from app.decisions.content.rules import Around
from app.decisions.duties import service_words
from app.decisions.model import Condition, VedtakDraft, VedtakResult, VedtakState
from app.dwellings.model import DwellingStatus
from app.settings.rule_files import load_parameters
from tests.app.decisions.desk import a_grant, a_refusal

PARAMETERS = load_parameters()
TODAY = date(2026, 11, 23)


def told(draft: VedtakDraft, **around: object) -> dict[str, tuple[str, bool]]:
    """Each code with its rule and whether it blocks."""
    known = Around(service_words=service_words(), **around)  # type: ignore[arg-type]  # its own facts
    problems = rules.check(draft, PARAMETERS, TODAY, known)
    return {problem.code: (problem.source, problem.blocks) for problem in problems}


def test_a_whole_grant_and_a_whole_refusal_hold() -> None:
    assert told(a_grant()) == {}
    assert told(a_refusal()) == {}


@pytest.mark.parametrize(
    ("draft", "code", "source"),
    [
        (a_refusal(rules_text=""), "reasons_rules_missing", "FV-09"),
        (a_refusal(facts_text=" "), "reasons_facts_missing", "FV-09"),
        (a_refusal(considerations_text=""), "reasons_considerations_missing", "FV-09"),
        (
            a_grant(result=VedtakResult.PARTLY_GRANTED, considerations_text=""),
            "reasons_considerations_missing",
            "FV-09",
        ),
        (a_refusal(refusal_ground=None), "refusal_ground_missing", "FV-08"),
        (a_refusal(other_means=(), guidance_text=""), "guidance_missing", "DOC-02"),
        (a_refusal(dwelling=DwellingId(1)), "dwelling_without_grant", "FV-24"),
        (a_refusal(conditions=(Condition("a", "b"),)), "conditions_without_grant", "FV-18"),
        (a_grant(conditions=(Condition("plikt", " "),)), "condition_link_missing", "FV-18"),
        (a_grant(conditions=(Condition("", "grunn"),)), "condition_duty_missing", "FV-18"),
        (a_grant(dwelling_words=""), "dwelling_words_missing", "DOC-02"),
        (a_grant(term_months=None), "term_months_missing", "DOC-02"),
        (a_grant(appeal_body=""), "appeal_body_missing", "FV-10"),
    ],
)
def test_what_is_missing_stops_it_with_its_rule(draft: VedtakDraft, code: str, source: str) -> None:
    assert told(draft) == {code: (source, True)}


def test_a_grant_in_full_may_lack_reasons_but_it_is_told() -> None:
    bare = a_grant(rules_text="", facts_text="", considerations_text="")
    assert {blocks for _, blocks in told(bare).values()} == {False}
    assert {source for source, _ in told(bare).values()} == {"FV-08"}


def test_a_dismissal_needs_no_ground_from_the_list() -> None:
    assert told(a_refusal(result=VedtakResult.DISMISSED, refusal_ground=None)) == {}


def test_a_short_term_is_told_with_three_years_as_the_remedy() -> None:
    problem = rules.check(a_grant(term_months=24), PARAMETERS, TODAY)[0]
    assert (problem.code, problem.blocks, problem.remedy) == ("term_will_need_reason", False, 36)


@pytest.mark.parametrize("status", [status for status in DwellingStatus if status != "ready"])
def test_only_a_vacant_dwelling_can_be_named(status: DwellingStatus) -> None:
    draft = a_grant(dwelling=DwellingId(1))
    assert told(draft, status=DwellingStatus.READY) == {}
    assert told(draft, status=status) == {"dwelling_not_vacant": ("FV-24", True)}


def test_no_dwelling_is_named_for_strictly_confidential() -> None:
    draft = a_grant(dwelling=DwellingId(1))
    found = told(draft, status=DwellingStatus.READY, strict=True)
    assert found == {"dwelling_not_to_be_kept": ("ADR-02", True)}


@pytest.mark.parametrize("result", list(VedtakResult))
def test_what_was_granted_before_is_taken_away_by_reversal_alone(result: VedtakResult) -> None:
    draft = a_grant(result=result)
    found = rules.check(draft, PARAMETERS, TODAY, Around(granted=True))
    named = [(each.field, each.source) for each in found if each.code == "granted_before"]
    assert named == ([] if result.grants else [("result", "FV-19")])


@pytest.mark.parametrize(
    ("stored", "sent", "until", "state"),
    [
        (VedtakState.DRAFT, None, None, VedtakState.DRAFT),
        (VedtakState.ISSUED, None, None, VedtakState.ISSUED),
        (VedtakState.ISSUED, date(2026, 11, 23), None, VedtakState.NOTIFIED),
        (VedtakState.ISSUED, date(2026, 11, 2), date(2026, 11, 23), VedtakState.NOTIFIED),
        (VedtakState.ISSUED, date(2026, 10, 30), date(2026, 11, 20), VedtakState.SETTLED),
    ],
)
def test_how_far_it_has_come(
    stored: VedtakState, sent: date | None, until: date | None, state: VedtakState
) -> None:
    assert rules.state_on(stored, sent, until, TODAY) is state


def test_the_versions_of_every_rule_used_are_named() -> None:
    versions = dict(rules.versions_used(PARAMETERS, TODAY))
    assert versions.keys() == set(rules.RULES_USED)
