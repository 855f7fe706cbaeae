"""What must hold before a consent is asked for on paper. Pure (PV-02)."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.followup.consent_forms.model import NAMED, ConsentFormDraft
from app.people.consents.model import ConsentScope


def check(draft: ConsentFormDraft, today: date, *, strict: bool) -> tuple[Problem, ...]:
    """What is wrong with it; `strict`: who lets to one strengt fortrolig is not kept (ADR-02)."""
    return tuple(_problems(draft, today, strict=strict))


def _problems(draft: ConsentFormDraft, today: date, *, strict: bool) -> Iterator[Problem]:
    if not draft.asks:
        yield Problem("scopes", "consent_form_empty", "PV-02")
    if draft.until is None or draft.until <= today:
        yield Problem("until", "consent_form_until", "PV-02")
    for ask in draft.asks:
        named = bool(ask.body.strip())
        if ask.scope in NAMED and not named:
            yield Problem(ask.scope.value, "consent_form_unnamed", "PV-02")
        if strict and named and ask.scope is ConsentScope.TALK_WITH_LANDLORD:
            yield Problem(ask.scope.value, "address_not_to_be_kept", "ADR-02")
