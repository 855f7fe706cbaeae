"""Another takes a lease over: after a death, and after a break-up."""

from datetime import date

from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.dwellings.model import DwellingStatus
from app.leases.model import LeaseState
from app.leases.residents.changes.model import (
    ChangeCause,
    ChangeDraft,
    DeathDraft,
    DeathState,
    EntryRight,
)
from app.overview.holes.model import HoleKind
from app.people.model import MemberDraft, PersonDraft, Role
from tests.app.letters.documents import PDF
from tests.flows.tenancy import END, NOISE, START, Life, signs_what_the_vedtak_set
from tests.flows.town import Town, codes


def test_another_takes_over_after_a_death_and_after_a_break_up(town: Town) -> None:
    life = signs_what_the_vedtak_set(town)
    after = dies_and_is_followed_by_the_one_who_lived_there(life)
    after.reopen()
    parts_and_the_other_stays(after)
    after.reopen()


def housemate(life: Life, given_name: str) -> PersonId:
    """One more grown-up in the tenant's household, from today."""
    people = life.town.office.people
    home = people.household_of(life.tenant)
    assert home is not None
    who = people.register(PersonDraft(given_name, "Erle"))
    people.move_in(home.id, MemberDraft(who, Role.ADULT))
    return who


def followed(life: Life, draft: ChangeDraft) -> Life:
    """The new tenant's lease, signed; the old one ends the day before."""
    town, office = life.town, life.town.office
    begun = office.tenant_changes.take_over(life.lease, draft)
    office.history.undo()
    assert office.tenant_changes.successor(life.lease) is None, "one slip takes nobody's home"
    begun = office.tenant_changes.take_over(life.lease, draft)
    terms = office.leases.get(begun).draft
    assert (terms.dwelling, terms.start) == (life.dwelling, draft.since)
    assert office.leases.check(begun) == ()
    office.leases.issue(begun)
    office.leases.signed(begun, town.clock.today(), PDF)
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    town.until(draft.since or town.clock.today())
    assert life.state() is LeaseState.ENDED, "no keys are asked back"
    assert draft.new_tenant is not None
    after = Life(town, begun, life.dwelling, draft.new_tenant)
    assert after.state() is LeaseState.RUNNING
    assert office.dwellings.get(life.dwelling).status is DwellingStatus.LET
    kinds = [hole.kind for hole in office.holes.found() if hole.ref == after.case]
    assert HoleKind.TWO_LEASES not in kinds
    return after


def dies_and_is_followed_by_the_one_who_lived_there(life: Life) -> Life:
    """HL-38, HL-70."""
    town, office, changes = life.town, life.town.office, life.town.office.tenant_changes
    town.until(START)
    daughter = housemate(life, "Eva")
    town.until(date(2027, 9, 8))
    died = DeathDraft(date(2027, 9, 6), town.clock.today())
    changes.register_death(life.lease, died)
    office.history.undo()
    assert changes.death(life.lease) is None, "the wrong tenant is not dead"
    changes.register_death(life.lease, died)
    told = {problem.code for problem in office.notices.check_landlord(life.lease, NOISE)}
    assert "notice_while_others_may_enter" in told
    life.send(changes.issue_notice(life.lease, died))
    town.later(10)
    case = changes.death(life.lease)
    assert case is not None
    assert case.state is DeathState.WAITING
    (one,) = [each for each in changes.candidates(life.lease) if each.person == daughter]
    assert one.long_enough, "six months of common household"
    return followed(
        life,
        ChangeDraft(
            ChangeCause.DEATH,
            daughter,
            EntryRight.DESCENDANT,
            date(2027, 10, 1),
            town.clock.today(),
            confirmed=True,
        ),
    )


def parts_and_the_other_stays(life: Life) -> None:
    """HL-39."""
    town = life.town
    town.until(date(2028, 3, 1))
    other = housemate(life, "Per")
    town.until(date(2028, 11, 6))
    draft = ChangeDraft(
        ChangeCause.BREAK_UP,
        other,
        EntryRight.SPOUSE,
        date(2028, 12, 1),
        town.clock.today(),
        confirmed=True,
    )
    after = followed(life, draft)
    assert town.office.leases.get(after.lease).last_day == END, "the same term goes on"
