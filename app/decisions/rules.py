"""What must hold before a vedtak can be issued, and how far it has come. Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.decisions.content import rules as content_rules
from app.decisions.content.rules import Around
from app.decisions.model import VedtakDraft, VedtakResult, VedtakState
from app.dwellings.model import DwellingStatus

RULES_USED = ("fvl.complaint_weeks", "fvl.ruleset", "hl.min_term_years", "local.post_days")

_REASONS = (
    ("rules_text", "reasons_rules_missing"),
    ("facts_text", "reasons_facts_missing"),
    ("considerations_text", "reasons_considerations_missing"),
)
_ALONE = Around()


def check(
    draft: VedtakDraft, parameters: Parameters, today: date, around: Around = _ALONE
) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field.

    One granted before is taken away by reversal alone (FV-19).
    """
    problems = []
    if around.granted and not draft.result.grants:
        remedy = VedtakResult.GRANTED
        problems.append(Problem("result", "granted_before", "FV-19", remedy=remedy))
    problems += [*_reason_problems(draft), *_condition_problems(draft)]
    if draft.result.grants and draft.kind.dwells:
        problems += _grant_problems(draft, parameters, today)
        problems += _dwelling_problems(draft, around)
    elif not draft.result.grants:
        problems += _refusal_problems(draft)
    if draft.dwelling is not None and not (draft.result.grants and draft.kind.dwells):
        problems.append(Problem("dwelling", "dwelling_without_grant", "FV-24"))
    problems += content_rules.check(draft, around)
    if not draft.appeal_body.strip():
        problems.append(Problem("appeal_body", "appeal_body_missing", "FV-10"))
    return tuple(problems)


def _reason_problems(draft: VedtakDraft) -> Iterator[Problem]:
    """FV-08, FV-09: three blocks, which only a grant in full may lack."""
    needed = draft.result is not VedtakResult.GRANTED
    for (field, code), text in zip(_REASONS, draft.reasons, strict=True):
        if not text.strip():
            yield Problem(field, code, "FV-09" if needed else "FV-08", blocks=needed)


def _condition_problems(draft: VedtakDraft) -> Iterator[Problem]:
    if draft.conditions and not draft.result.grants:
        yield Problem("conditions", "conditions_without_grant", "FV-18", remedy=())
    for number, condition in enumerate(draft.conditions, start=1):
        if not condition.duty.strip():
            yield Problem("conditions", "condition_duty_missing", "FV-18", facts={"number": number})
        if not condition.link.strip():
            yield Problem("conditions", "condition_link_missing", "FV-18", facts={"number": number})


def _grant_problems(draft: VedtakDraft, parameters: Parameters, today: date) -> Iterator[Problem]:
    if not draft.dwelling_words.strip():
        yield Problem("dwelling_words", "dwelling_words_missing", "DOC-02")
    shortest = 12 * parameters.whole("hl.min_term_years", today)
    if draft.term_months is None or draft.term_months < 1:
        yield Problem("term_months", "term_months_missing", "DOC-02", remedy=shortest)
    elif draft.term_months < shortest:
        facts: dict[str, object] = {"shortest": shortest}
        yield Problem(
            "term_months", "term_will_need_reason", "HL-55", blocks=False, remedy=shortest,
            facts=facts,
        )  # fmt: skip
        if not draft.short_reason.strip():
            yield Problem("short_reason", "short_reason_missing", "HL-55", facts=facts)


def _dwelling_problems(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    if draft.dwelling is None:
        return
    if around.strict:
        yield Problem("dwelling", "dwelling_not_to_be_kept", "ADR-02")
    elif around.status is not DwellingStatus.READY:
        yield Problem("dwelling", "dwelling_not_vacant", "FV-24")


def _refusal_problems(draft: VedtakDraft) -> Iterator[Problem]:
    if draft.result is VedtakResult.REFUSED and draft.refusal_ground is None:
        yield Problem("refusal_ground", "refusal_ground_missing", "FV-08")
    if draft.refusal_ground is not None and not draft.refusal_ground.fits(draft.kind):
        yield Problem("refusal_ground", "refusal_ground_of_other_kind", "FV-08")
    if not draft.other_means and not draft.guidance_text.strip():
        yield Problem("other_means", "guidance_missing", "DOC-02")


def state_on(
    stored: VedtakState, sent_on: date | None, appeal_until: date | None, day: date
) -> VedtakState:
    """How far it has come on a day: sent makes it notified, a passed deadline settles it."""
    fixed = {VedtakState.DRAFT, VedtakState.REVERSED, VedtakState.SET_ASIDE}
    if stored in fixed or sent_on is None or day < sent_on:
        return stored
    if appeal_until is not None and day > appeal_until:
        return VedtakState.SETTLED
    return VedtakState.NOTIFIED


def versions_used(parameters: Parameters, on: date) -> tuple[tuple[str, date], ...]:
    """The rules a vedtak of that day rests on, each with the day its version began."""
    used = ((key, parameters.version(key, on).valid_from) for key in RULES_USED)
    return tuple((key, since) for key, since in used if since is not None)
