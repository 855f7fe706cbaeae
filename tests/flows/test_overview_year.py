"""A year in a small office: what happened is what every overview says, then and a year later."""

from collections.abc import Callable
from datetime import date, timedelta

from app.alerts.agenda.model import AgendaSpan, by_day
from app.allocation.settlement.model import SettlementDraft
from app.applications.model import NeedCategory, TargetGroup
from app.core.errors import OfficeError
from app.core.ids import EvictionCaseId, Ref
from app.core.money import kroner
from app.core.report_periods import ReportPeriod, ReportSpan
from app.evictions.model import EvictionOutcome, EvictionStage
from app.followup.contact_notes.model import ContactOutcome
from app.followup.levels.model import HelpLevel
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.overview.homeless.model import PlaceOfStay
from app.overview.indicators.model import Indicator
from app.overview.snapshots.model import Answer, ReturnKind
from app.settings.saved_lists.model import Chosen
from tests.app.evictions.desk import a_message
from tests.factories import CANARY_NAME, a_dwelling, a_person, registered_person
from tests.flows.advised import Advised
from tests.flows.counted import disagreeing, unopened
from tests.flows.followed import Followed
from tests.flows.owing import Owing, moved_in
from tests.flows.tenancy import Life
from tests.flows.town import Town, codes

YEAR = 2026
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
Q4 = ReportPeriod(ReportSpan.QUARTER, date(YEAR, 10, 1))
HALF = ReportPeriod(ReportSpan.HALF_YEAR, date(YEAR, 7, 1))


def test_a_year_is_told_the_same_everywhere_and_a_year_later(town: Town) -> None:
    counts_the_homeless_in_week_48(town)
    reopens(town)
    is_agreed_to_settle(town)
    reopens(town)
    one = lets_a_home(town)
    threatened(town)
    reopens(town)
    is_followed_and_advised(town, one)
    reopens(town)
    says_one_number_everywhere(town)
    shows_all_of_it_on_one_card(town, one)
    finds_and_keeps_lists(town)
    hands_over(town, one)
    reopens(town)
    answers = keeps_the_returns(town)
    reopens(town)
    a_year_later_nothing_differs(town, answers)


def reopens(town: Town) -> None:
    """Lock and open: the chain is whole, and nothing is left to undo."""
    head = town.office.history.head()
    town.lock()
    office = town.unlock()
    assert (office.opening.compared, office.opening.clean_end) == ("same", True)
    assert office.history.head() == head
    assert office.history.verify() is None
    assert codes(office.history.undo, of=OfficeError) == ["nothing_to_undo"]


def counts_the_homeless_in_week_48(town: Town) -> None:
    """One by the need, one by nights, one by hand; the estimate ends when all are confirmed."""
    office, today = town.office, town.clock.today()
    needs = frozenset({NeedCategory.WITH_FRIENDS_OR_FAMILY})
    application = town.apply(
        applicant=a_person(national_id="", given_name="Uten"), others=(), needs=needs
    )
    town.grant(application, None)
    asks = office.applications.get(application).applicant
    sleeps = registered_person(office, national_id="", given_name="Natt")
    place = office.stays.places.add(PlaceDraft(PlaceKind.HOTEL, "Prøvehotellet"))
    office.stays.begin(
        StayDraft(
            sleeps,
            today,
            today + timedelta(days=30),
            place=place,
            price=kroner(900),
            quality="Eget rom med bad.",
            quality_confirmed_on=today,
        )
    )
    told = registered_person(office, national_id="", given_name="Hos")
    office.homeless.add(told, today, PlaceOfStay.FRIENDS_OR_FAMILY)
    office.history.undo()
    assert office.homeless.at(today).total.count == 2, "one undo takes it back"
    office.homeless.add(told, today, PlaceOfStay.FRIENDS_OR_FAMILY)
    assert office.homeless.at(today).estimate
    office.homeless.confirm([asks, sleeps, told], YEAR)
    found = office.homeless.at(today)
    assert (found.total.count, found.estimate) == (3, False)
    keeps(office, office.counted_returns.reports.answer(office.homeless.tables(today)))


def is_agreed_to_settle(town: Town) -> None:
    """A refugee who comes in January waits for it in the calendar of settlement."""
    town.later(1)
    office, today = town.office, town.clock.today()
    office.settlements.set_quota(YEAR, 2, "kommunestyret, sak 41/26")
    application = town.apply(
        applicant=a_person(national_id="", given_name="Ny"), others=(), group=TargetGroup.REFUGEE
    )
    made = SettlementDraft(application, YEAR, 1, today, LAST)
    office.settlements.agree(made)
    assert len(office.settlements.rows()) == 1


def threatened(town: Town) -> None:
    """One is paid the day before, one is carried out."""
    office, today = town.office, town.clock.today()
    made: list[EvictionCaseId] = []
    for name in ("Reddet", "Mistet"):
        person = registered_person(office, national_id="", given_name=name)
        told = a_message(person, reference=f"26-{len(made) + 1:06}", received_on=today)
        made.append(office.eviction_cases.receive(told))
    at_risk = {row.person for row in office.at_risk.rows()}
    assert {office.eviction_cases.get(each).person for each in made} <= at_risk
    town.later(20)
    saved, lost = made
    office.eviction_cases.close(saved, EvictionOutcome.PAID)
    office.eviction_cases.set_date(lost, town.clock.today(), "10:00")
    office.eviction_cases.reach(lost, EvictionStage.CARRIED_OUT)
    card = office.indicators.reading(Indicator.EVICTIONS_AVERTED, Q4)
    assert (card.value, card.counted) == (50, 1)


def lets_a_home(town: Town) -> Owing:
    """A mother and her child are granted a dwelling, sign, and owe the rent of December."""
    town.office.dwellings.register(a_dwelling(unit_number="H0301"))
    one = moved_in(town)
    assert town.office.stock.at(town.clock.today()).vacant.count == 1
    return one


def is_followed_and_advised(town: Town, one: Owing) -> None:
    """Level, plan, talk and a request about debt; I dag says what comes of it."""
    office = town.office
    office.levels.set(one.person, HelpLevel.SUPPORT, "Ville ha hjelp")
    followed = Followed(Life(town, one.lease, one.life.dwelling, one.person), one.person)
    followed.plan = office.plans.begin(one.person)
    followed.talk(ContactOutcome.REACHED, "Snakket om husleia.", 3)
    Advised.rings(town, one.person)
    assert one.alerts(), "somebody waits for us"


def says_one_number_everywhere(town: Town) -> None:
    office = town.office
    assert disagreeing(office) == {}
    assert disagreeing(office, date(YEAR, 11, 23)) == {}
    assert unopened(office) == set()


def shows_all_of_it_on_one_card(town: Town, one: Owing) -> None:
    """The home, the debt, the plan and the talk, with one timeline, newest first."""
    office = town.office
    view = office.household_view.of(one.person)
    days = [each.on for each in view.happenings]
    assert days == sorted(days, reverse=True)
    assert len(days) > 5
    assert office.letters.preview(office.household_view.paper(one.person)).startswith(b"%PDF")
    found = by_day(office.alerts.today(), *AgendaSpan.MONTH.days(town.clock.today()))
    due = [each for each in office.alerts.today() if each.due is not None]
    assert {alert for day in found.values() for alert in day} <= set(due)


def finds_and_keeps_lists(town: Town) -> None:
    office = town.office
    office.search.opened(Ref("person", 1))
    assert office.search.last_used()[0].ref == Ref("person", 1)
    assert office.search.find(CANARY_NAME)
    made = office.saved_lists.save("dwellings", "Ledige i Lia", Chosen({"state": "ready"}))
    office.history.undo()
    assert office.saved_lists.of("dwellings") == ()
    made = office.saved_lists.save("dwellings", "Ledige i Lia", Chosen({"state": "ready"}))
    assert [each.id for each in office.saved_lists.of("dwellings")] == [made]


def hands_over(town: Town, one: Owing) -> None:
    """What presses stands on the stand-in's paper; the rest is told as a number."""
    office = town.office
    last = office.handovers.usual_end()
    handover = office.handovers.of(last)
    mine = {each.case for each in office.alerts.today() if each.due and each.due <= last}
    assert handover.cases
    assert handover.open > len(handover.cases)
    assert {each.ref for each in handover.cases} & mine
    assert one.person not in {case.person for case in handover.cases}, "nothing of hers has a day"
    paper = office.handovers.paper(last, (), "Ring om det haster.")
    assert office.letters.preview(paper).startswith(b"%PDF")


def keeps(office: Office, answer: Answer) -> int:
    """As it was answered."""
    return office.snapshots.keep(
        answer.kind, answer.first, answer.last, answer.figures, answer.versions, answer.words
    )


def answered(office: Office) -> dict[ReturnKind, Callable[[], Answer]]:
    """Each return of the year, counted again when it is called."""
    counted, tables = office.counted_returns, office.counted_returns.reports.answer
    return {
        ReturnKind.KOSTRA13: lambda: office.kostra.of(FIRST, LAST).answer,
        ReturnKind.EVICTIONS: lambda: tables(counted.evictions.of(FIRST, LAST)),
        ReturnKind.DEBT_ADVICE: lambda: tables(counted.advice.of(FIRST, LAST)),
        ReturnKind.HUSBANKEN: lambda: tables(counted.husbanken.of(FIRST, LAST)),
        ReturnKind.NEEDS: lambda: tables(counted.needs.of(FIRST, LAST)),
    }


def keeps_the_returns(town: Town) -> dict[ReturnKind, int]:
    """In January: KOSTRA on 31.12, the other returns, the pack of the quarter and half-year."""
    town.until(date(YEAR + 1, 1, 5))
    office = town.office
    office.packs.write(Q4, "Kvartalet var travelt.")
    kept = {kind: keeps(office, count()) for kind, count in answered(office).items()}
    kept[ReturnKind.QUARTER] = office.packs.keep(Q4)
    kept[ReturnKind.HALF_YEAR] = office.packs.keep(HALF)
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    assert all(office.snapshots.kept(kind, LAST) for kind in kept)
    return kept


def a_year_later_nothing_differs(town: Town, kept: dict[ReturnKind, int]) -> None:
    """A9: also after a new year of other things."""
    town.until(date(YEAR + 2, 1, 5))
    office = town.office
    later = registered_person(office, national_id="", given_name="Senere")
    office.homeless.add(later, town.clock.today(), PlaceOfStay.OUTDOORS)
    office.dwellings.register(a_dwelling(unit_number="H0401", status_since=town.clock.today()))
    for kind, count in answered(office).items():
        snapshot = office.snapshots.get(kept[kind])
        assert office.snapshots.compare(snapshot, count().figures) == (), kind
    for period, kind in ((Q4, ReturnKind.QUARTER), (HALF, ReturnKind.HALF_YEAR)):
        pack = office.packs.kept(period)
        assert pack is not None
        assert pack.id == kept[kind]
        assert office.packs.of(period.after).earlier == (), "nothing to tell of the one before"
    (census,) = office.snapshots.of(ReturnKind.HOMELESS)
    again = office.counted_returns.reports.answer(office.homeless.tables(census.last))
    assert office.snapshots.compare(census, again.figures) == ()
