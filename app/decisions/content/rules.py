"""What the content of a vedtak must have beside the answer, by kind (DOC-03, DOC-04). Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.allocation.eligibility.model import Criterion
from app.core.errors import Problem
from app.core.records import dataclass
from app.decisions.content.model import Plan
from app.decisions.duties import named_service
from app.decisions.model import VedtakDraft, VedtakKind, VedtakResult
from app.dwellings.model import DwellingStatus


@dataclass(frozen=True, slots=True)
class Around:
    """What the register knows beside the draft.

    `status` is that of the dwelling it names; `hidden` when the address is kept secret and
    `strict` when none may be kept (ADR-02); `granted` when the application was granted before;
    `approver` when a second name is asked for; `officer` is who is at work; `unmet` and
    `dispensed` are the criteria as they stand today.
    """

    status: DwellingStatus | None = None
    hidden: bool = False
    strict: bool = False
    granted: bool = False
    approver: bool = False
    officer: str = ""
    unmet: tuple[Criterion, ...] = ()
    dispensed: tuple[Criterion, ...] = ()
    service_words: tuple[str, ...] = ()


def check(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    """Every part that belongs to this kind and answer."""
    if draft.result.grants:
        yield from _granted(draft, around)
    if draft.kind is VedtakKind.HOUSING_HELP and draft.result is not VedtakResult.DISMISSED:
        yield from _help_problems(draft)
    if not draft.kind.dwells and draft.result is not VedtakResult.DISMISSED:
        yield from _missing(draft, ("wishes_text", "wishes_missing", "BS-09"))
    yield from _people_problems(draft, around)


def _granted(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    if draft.kind.dwells:
        yield from _service_problems(draft)
        yield from _duty_problems(draft, around.service_words)
        yield from _criterion_problems(draft, around)
    elif draft.kind is VedtakKind.TEMPORARY_STAY:
        yield from _stay_problems(draft, around)
    if draft.kind.moves_in and not draft.start_package:
        yield from _missing(draft, ("no_start_reason", "start_package_missing", "DOC-04"))
    yield from _missing(draft, ("responsible_unit", "responsible_unit_missing", "DOC-04"))
    if draft.plan is not Plan.NONE:
        yield from _missing(draft, ("plan_maker", "plan_maker_missing", "DOC-04"))
    if draft.cooperation:
        yield from _missing(draft, ("cooperation_text", "cooperation_text_missing", "DOC-10"))


def _missing(draft: VedtakDraft, *rows: tuple[str, str, str]) -> Iterator[Problem]:
    for name, code, source in rows:
        if not str(getattr(draft, name) or "").strip():
            yield Problem(name, code, source)


def _service_problems(draft: VedtakDraft) -> Iterator[Problem]:
    for number, service in enumerate(draft.services, start=1):
        said = ("service", service.service), ("goal", service.goal), ("unit", service.unit)
        for name, text in said:
            if not text.strip():
                facts: dict[str, object] = {"number": number}
                yield Problem("services", f"service_{name}_missing", "DOC-04", facts=facts)


def _duty_problems(draft: VedtakDraft, words: tuple[str, ...]) -> Iterator[Problem]:
    """F7: a lease may not hang on accepting help; that is for an agreement of its own."""
    for number, condition in enumerate(draft.conditions, start=1):
        if word := named_service(condition.duty, words):
            facts: dict[str, object] = {"number": number, "word": word}
            yield Problem("conditions", "condition_is_service", "FV-18", facts=facts)


def _criterion_problems(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    said = bool(draft.dispensation_text.strip())
    if around.dispensed and not said:
        facts: dict[str, object] = {"criteria": around.dispensed}
        yield Problem("dispensation_text", "dispensation_missing", "FV-09", facts=facts)
    if around.unmet and not said:
        facts = {"criteria": around.unmet}
        yield Problem("result", "criterion_not_met", "FV-09", blocks=False, facts=facts)


def _help_problems(draft: VedtakDraft) -> Iterator[Problem]:
    """BS-04, BS-07, BS-08: disadvantaged or not, why, and what the help is."""
    if draft.disadvantaged is None:
        yield Problem("disadvantaged", "disadvantaged_not_answered", "BS-04")
    yield from _missing(draft, ("disadvantaged_text", "disadvantaged_reason_missing", "BS-04"))
    if not draft.result.grants:
        return
    if draft.disadvantaged is False:
        yield Problem("disadvantaged", "help_without_disadvantaged", "BS-04")
    if not draft.help_measures:
        yield from _missing(draft, ("help_text", "help_missing", "BS-08"))


def _stay_problems(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    """SOT-04, SOT-05: acute, adequate, not meant to last."""
    yield from _missing(
        draft,
        ("stay_from", "stay_from_missing", "SOT-04"),
        ("stay_quality", "stay_quality_missing", "SOT-05"),
        ("lasting_home_text", "lasting_home_missing", "SOT-05"),
    )
    if around.strict and draft.stay_where.strip():
        yield Problem("stay_where", "stay_not_to_be_kept", "ADR-02")
    elif around.hidden and re.search(r"\d", draft.stay_where):
        yield Problem("stay_where", "stay_without_address", "ADR-02")
    elif not around.strict:
        yield from _missing(draft, ("stay_where", "stay_where_missing", "SOT-04"))
    if draft.stay_until is None and draft.stay_review is None:
        yield Problem("stay_review", "stay_end_missing", "SOT-05")
    for name in ("stay_until", "stay_review"):
        day = getattr(draft, name)
        if day is not None and draft.stay_from is not None and day < draft.stay_from:
            yield Problem(name, "stay_ends_before", "SOT-05")


def _people_problems(draft: VedtakDraft, around: Around) -> Iterator[Problem]:
    """FV-10: who stands for it, and that nobody is inhabil."""
    if not draft.caseworker_impartial:
        yield Problem("caseworker_impartial", "caseworker_not_impartial", "FV-10")
    approver = draft.approver_name.strip()
    if around.approver and not approver:
        yield Problem("approver_name", "approver_missing", "FV-10")
    if approver and not draft.approver_impartial:
        yield Problem("approver_impartial", "approver_not_impartial", "FV-10")
    if approver and approver.casefold() == around.officer.strip().casefold():
        yield Problem("approver_name", "approver_is_caseworker", "FV-10", blocks=False)


def belonging(draft: VedtakDraft) -> VedtakDraft:
    """The same without what belongs to another kind or answer, so that no count takes it in.

    A draft may hold it until it is issued: the answer can still become another.
    """
    kind, grants = draft.kind, draft.result.grants
    keeps_lines = grants and kind.dwells
    helps = grants and kind is VedtakKind.HOUSING_HELP
    stays = grants and kind is VedtakKind.TEMPORARY_STAY
    refused = draft.result is VedtakResult.REFUSED
    return replace(
        draft,
        refusal_ground=draft.refusal_ground if refused else None,
        dwelling=draft.dwelling if keeps_lines else None,
        conditions=draft.conditions if keeps_lines else (),
        services=draft.services if keeps_lines else (),
        start_package=draft.start_package if grants and kind.moves_in else (),
        other_means=() if grants else draft.other_means,
        help_measures=draft.help_measures if helps else (),
        stay_where=draft.stay_where if stays else "",
    )
