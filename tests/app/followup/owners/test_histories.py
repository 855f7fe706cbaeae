"""Over random histories: one owner on every day with help, never none, never two (D5, P1)."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.followup.contact_notes import store as contact_store
from app.followup.levels.model import Held, HelpLevel
from app.followup.owners.model import OwnerDraft, Ownership
from app.office import Office
from tests.factories import registered_person

START, TODAY = date(2026, 11, 1), date(2026, 11, 23)
DAYS = [START + timedelta(each) for each in range((TODAY - START).days + 1)]
_LEVEL = st.tuples(st.just("level"), st.sampled_from(DAYS), st.sampled_from(list(HelpLevel)))
_OVER = st.tuples(st.just("over"), st.sampled_from(DAYS), st.integers(0, 3))
_UNDO = st.tuples(st.just("undo"), st.just(TODAY), st.just(0))
ACTS = st.lists(st.one_of(_LEVEL, _OVER, _UNDO), max_size=14)
Act = tuple[str, date, int]


def _one_more(office: Office) -> PersonId:
    return registered_person(office, given_name="Tøm", national_id="")


def _play(office: Office, person: PersonId, acts: list[Act]) -> list[tuple[date, HelpLevel]]:
    """Do what may be done, and keep our own account of the levels."""
    account: list[tuple[date, HelpLevel]] = []
    done: list[str] = []
    units = office.service_units.open()
    for kind, day, what in acts:
        try:
            if kind == "level":
                office.levels.set(person, HelpLevel(what), "Avtalt", day)
                account.append((day, HelpLevel(what)))
            elif kind == "over":
                draft = OwnerDraft(units[what].id, f"Team {what}")
                office.owners.hand_over(person, draft, day, "Hører til der")
            elif done:
                office.history.undo()
                if done.pop() == "level":
                    account.pop()
                continue
            else:
                continue
        except OfficeError:
            continue  # refused: nothing changed
        done.append(kind)
    return account


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_one_owner_on_every_day_with_help_and_levels_as_replayed(
    office: Office, acts: list[Act]
) -> None:
    person = _one_more(office)
    account = _play(office, person, acts)
    history = office.owners.history(person)
    assert [(each.since, each.level) for each in office.levels.history(person)] == account
    for day in DAYS:
        replayed = [level for since, level in account if since <= day]
        level, owner = office.levels.of(person, day), office.owners.of(person, day)
        assert (level.level if level else None) == (replayed[-1] if replayed else None)
        held = [each.owner for each in history if _holds(each, day)]
        assert held == ([owner] if owner else [])
        assert (owner is not None) == bool(replayed and replayed[-1].followed)
        assert office.owners.all(day).get(person) == owner
        quiet = contact_store.quiet(office._db, day, dict.fromkeys(range(1, 5), date.max))
        now = {each.person: Held(HelpLevel(each.level), each.since) for each in quiet}.get(person)
        followed = level is not None and level.level.followed
        assert now == (Held(level.level, level.since) if level and followed else None)
        case = {each.person: each for each in office.plans.watched(day)}.get(person)
        assert (now is not None and (case is None or case.given)) == (owner is not None)


def _holds(ownership: Ownership, day: date) -> bool:
    return ownership.since <= day and (ownership.until is None or day < ownership.until)
