"""Deadlines counted by the rules in force. Pure."""

from collections.abc import Collection
from datetime import date

from app.core.dated import Parameter
from app.core.deadlines import Deadline, deadline
from app.core.errors import NotFound, OfficeError
from app.core.parameters import Parameters


def periods(parameters: Parameters) -> tuple[str, ...]:
    """Ids that a deadline can be counted by, in order."""
    return tuple(sorted(key for key, each in parameters.items() if each.ending is not None))


def deadline_for(
    parameters: Parameters, rule_id: str, start: date, closed: Collection[date] = ()
) -> Deadline:
    """The deadline that begins on `start`, by the law of that day.

    `rule_id` is a parameter («hl.protest_months») or a rule («HL-66»). Raises NotFound
    `parameter_unknown` or `parameter_missing`, OfficeError `rule_has_several` (fact ids).
    """
    parameter = _find(parameters, rule_id)
    ending = parameter.ending
    if ending is None:
        raise NotFound("parameter_no_period", id=rule_id)
    return deadline(
        parameter.rule_ids[0],
        parameters.period(parameter.id, start),
        start,
        basis=parameter.basis,
        protects=parameter.protects,
        acts=parameter.acts,
        ending=ending,
        closed=closed,
    )


def _find(parameters: Parameters, rule_id: str) -> Parameter:
    if rule_id in parameters:
        return parameters[rule_id]
    wanted = rule_id.upper()
    ids = [key for key in periods(parameters) if parameters[key].rule_ids[0] == wanted]
    if len(ids) > 1:
        raise OfficeError("rule_has_several", id=rule_id, ids=tuple(ids))
    if not ids:
        raise NotFound("parameter_unknown", id=rule_id)
    return parameters[ids[0]]
