"""Who may take over a lease, by when, and what the new one holds. Pure (HL-38, HL-39, HL-70)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.core.deadlines import Deadline, deadline
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.leases.model import Lease, LeaseDraft, LeaseKind, LeaseState
from app.leases.residents.changes.model import (
    RIGHTS,
    ChangeCause,
    ChangeDraft,
    Death,
    DeathDraft,
    DeathState,
    EntryRight,
)

_ENTRY = "hl.death_entry_months"
_TOGETHER = "hl.death_household_months"

SOURCES = {ChangeCause.DEATH: "HL-38", ChangeCause.BREAK_UP: "HL-39"}
PARAGRAPHS = {ChangeCause.DEATH: "§ 8-2", ChangeCause.BREAK_UP: "§ 8-3"}


def entry_limit(noticed_on: date, parameters: Parameters) -> Deadline:
    """How long those at the address may tell that they want to enter (HL-38)."""
    parameter = parameters[_ENTRY]
    return deadline(
        parameter.rule_ids[0],
        parameters.period(_ENTRY, noticed_on),
        noticed_on,
        basis=parameter.basis,
        protects=parameter.protects,
        acts=parameter.acts,
    )


def lived_long_enough(since: date, died_on: date, parameters: Parameters) -> bool:
    """Whether a common household lasted until the death as long as the law asks (HL-38)."""
    length = parameters.period(_TOGETHER, died_on)
    return since <= add(Period(-length.amount, length.unit), died_on)


def death_state(death: Death, limit: Deadline | None, day: date, *, taken_over: bool) -> DeathState:
    """Where it stands on a day."""
    if taken_over:
        return DeathState.TAKEN_OVER
    if death.nobody_on is not None and death.nobody_on <= day:
        return DeathState.NOBODY
    if death.document is None:
        return DeathState.NOT_WRITTEN
    if limit is None:
        return DeathState.NOTICE_READY
    return DeathState.WAITING if day <= limit.moved else DeathState.PERIOD_OVER


def check_death(draft: DeathDraft, lease: LeaseDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with what is registered of a death."""
    return tuple(_death_problems(draft, lease, today))


def _death_problems(draft: DeathDraft, lease: LeaseDraft, today: date) -> Iterator[Problem]:
    died, learned = draft.died_on, draft.learned_on
    if died is None:
        yield Problem("died_on", "death_day_missing", "HL-38")
    elif died > today:
        yield Problem("died_on", "day_in_future", remedy=today)
    elif lease.start is not None and died < lease.start:
        yield Problem("died_on", "death_before_lease", "HL-38")
    if learned is None:
        yield Problem("learned_on", "death_learned_missing", "HL-38")
    elif learned > today:
        yield Problem("learned_on", "day_in_future", remedy=today)
    elif died is not None and learned < died:
        yield Problem("learned_on", "death_learned_before", "HL-38", remedy=died)
    if draft.contact_line.strip() and not draft.contact_name.strip():
        yield Problem("contact_name", "death_contact_name_missing", "HL-38")


def check_change(
    draft: ChangeDraft, lease: Lease, death: Death | None, limit: Deadline | None
) -> tuple[Problem, ...]:
    """Why another can not take over as it is written."""
    return (
        *_who_problems(draft, lease),
        *_when_problems(draft, lease, death),
        *_told_problems(draft, limit),
    )


def _who_problems(draft: ChangeDraft, lease: Lease) -> Iterator[Problem]:
    source = SOURCES[draft.cause]
    if draft.new_tenant is None:
        yield Problem("new_tenant", "new_tenant_missing", source)
    elif draft.new_tenant == lease.draft.tenant:
        yield Problem("new_tenant", "new_tenant_is_tenant", source)
    if draft.right is None:
        yield Problem("right", "entry_right_missing", source)
    elif draft.right not in RIGHTS[draft.cause]:
        yield Problem("right", "entry_right_not_here", source)
    if not draft.confirmed:
        yield Problem("confirmed", "entry_condition_unconfirmed", source)


def _when_problems(draft: ChangeDraft, lease: Lease, death: Death | None) -> Iterator[Problem]:
    since, start, last = draft.since, lease.draft.start, lease.last_day
    over = lease.state is LeaseState.TURNED_OPEN_ENDED and lease.ended_on is None
    if since is None:
        yield Problem("since", "takeover_day_missing")
    elif start is not None and since <= start:
        yield Problem("since", "takeover_before_start", facts={"start": start})
    elif last is not None and since > last and not over:
        yield Problem("since", "takeover_after_term", facts={"last": last})
    elif death is not None and death.draft.died_on and since <= death.draft.died_on:
        yield Problem("since", "takeover_before_death", "HL-38")


def _told_problems(draft: ChangeDraft, limit: Deadline | None) -> Iterator[Problem]:
    """A right to enter lapses when it is not told in time; an agreement does not (HL-38)."""
    if draft.cause is not ChangeCause.DEATH or draft.right is EntryRight.AGREED:
        return
    if draft.told_on is None:
        yield Problem("told_on", "entry_told_missing", "HL-38")
    elif limit is not None and draft.told_on > limit.moved:
        facts: dict[str, object] = {"last": limit.moved}
        yield Problem("told_on", "entry_told_late", "HL-38", facts=facts)


def new_terms(lease: Lease, draft: ChangeDraft) -> LeaseDraft:
    """What remains of the lease, for the one who takes it over: same end, same terms."""
    old = lease.draft
    why = (
        f"Trådt inn i leieavtale {lease.number} etter husleieloven {PARAGRAPHS[draft.cause]}."
        " Resten av leietiden og de samme vilkårene gjelder."
    )
    runs_on = old.end is None or lease.state is LeaseState.TURNED_OPEN_ENDED
    return replace(
        old,
        tenant=draft.new_tenant or old.tenant,
        vedtak=None,
        kind=LeaseKind.OPEN_ENDED if runs_on else old.kind,
        start=draft.since,
        end=None if runs_on else old.end,
        short_reason=why,
        weighty_reason="",
        open_ended_reason=why if runs_on else "",
        rent=lease.rent,
        kid="",
    )
