"""What must hold about the municipality's own values and legal bases. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.core.cases import CaseKind
from app.core.dated import DatedValue, Kind, Parameter
from app.core.errors import NotFound, OfficeError, Problem
from app.settings.model import LegalBasis, LegalBasisDraft, OwnVersion, lines_of

_MAY_BE_NEGATIVE = frozenset({Kind.LADDER, Kind.NUMBERS})
_MOST_WEEKS = 52
_ADDRESS_LINES = 3


def check_override(
    parameter: Parameter, value: DatedValue, own: Sequence[OwnVersion]
) -> tuple[Problem, ...]:
    """What is wrong with a value of the municipality's own, and what is only told."""
    return (*_value(parameter, value), *_days(parameter, value, own))


def _value(parameter: Parameter, value: DatedValue) -> Iterator[Problem]:
    try:
        parameter.overlaid([value])
    except OfficeError:
        yield Problem("value", "parameter_kind", facts={"id": parameter.id})
        return
    number = value.value
    may = parameter.kind in _MAY_BE_NEGATIVE
    if not may and not isinstance(number, str | date | tuple) and number < 0:
        yield Problem("value", "value_negative", remedy=0)
    if not value.source.strip():
        yield Problem("source", "override_source_missing")
    if not parameter.setting:
        law: dict[str, object] = {"basis": parameter.basis}
        yield Problem("value", "override_of_law", parameter.rule_ids[0], blocks=False, facts=law)


def _days(parameter: Parameter, value: DatedValue, own: Sequence[OwnVersion]) -> Iterator[Problem]:
    begins, ends = value.valid_from, value.valid_to
    if begins is None:
        yield Problem("valid_from", "override_day_missing")
        return
    if ends is not None and ends < begins:
        yield Problem("valid_to", "override_ends_first", remedy=begins)
    if any(each.value.valid_from == begins for each in own):
        yield Problem("valid_from", "override_same_day", facts={"day": begins})
    ruled = [each for each in own if each.rule_set is not None]
    if any(begins >= (each.value.valid_from or begins) for each in ruled):
        yield Problem("value", "override_ruled")
    later = [v.valid_from for v in parameter.versions if v.valid_from and v.valid_from > begins]
    if later:
        shadow: dict[str, object] = {"day": min(later)}
        yield Problem("valid_from", "override_shadowed", blocks=False, facts=shadow)


def check_basis(
    draft: LegalBasisDraft, own: Sequence[LegalBasis], statutory_weeks: int
) -> tuple[Problem, ...]:
    """What is wrong with a legal basis of the municipality's own."""
    return tuple(_basis(draft, own, statutory_weeks))


def _basis(
    draft: LegalBasisDraft, own: Sequence[LegalBasis], statutory_weeks: int
) -> Iterator[Problem]:
    for key in ("name", "paragraph", "appeal_body"):
        if not getattr(draft, key).strip():
            yield Problem(key, f"basis_{key}_missing", "F2")
    if not draft.source.strip():
        yield Problem("source", "override_source_missing")
    if not 1 <= draft.appeal_weeks <= _MOST_WEEKS:
        bounds: dict[str, object] = {"least": statutory_weeks, "most": _MOST_WEEKS}
        yield Problem("appeal_weeks", "number_outside", "FV-11", True, statutory_weeks, bounds)
    elif draft.appeal_weeks < statutory_weeks:
        law: dict[str, object] = {"weeks": statutory_weeks}
        yield Problem("appeal_weeks", "appeal_weeks_short", "FV-11", True, statutory_weeks, law)
    if len(lines_of(draft.appeal_address)) > _ADDRESS_LINES:
        room: dict[str, object] = {"most": _ADDRESS_LINES}
        yield Problem("appeal_address", "basis_address_long", "DOC-21", facts=room)
    same = [each for each in own if each.case is draft.case]
    if any(each.valid_from == draft.valid_from for each in same):
        yield Problem("valid_from", "override_same_day", facts={"day": draft.valid_from})


def with_appeal_body(shipped: Sequence[LegalBasis], body: str) -> tuple[LegalBasis, ...]:
    """The shipped bases with the office's own appeal body for its allocations (F2)."""
    return tuple(
        replace(each, appeal_body=body) if each.case is CaseKind.ALLOCATION else each
        for each in shipped
    )


def basis_on(bases: Sequence[LegalBasis], case: CaseKind, on: date) -> LegalBasis:
    """The one in force: the latest begun, the municipality's own before the shipped.

    Raises NotFound `legal_basis_missing` before any had begun.
    """
    begun = [each for each in bases if each.case is case and each.valid_from <= on]
    if not begun:
        raise NotFound("legal_basis_missing", on=on)
    return max(begun, key=lambda each: (each.valid_from, each.id))
