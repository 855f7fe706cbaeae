"""Strengt fortrolig on one whom every overview knows: where they live is nowhere afterwards."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta

from app.applications.discharges.model import LeavingKind, LeavingPlace, PlannedDischarge
from app.applications.model import NeedCategory, TargetGroup
from app.core.ids import ApplicationId, PersonId, Ref
from app.core.money import kroner
from app.core.report_periods import ReportPeriod, ReportSpan
from app.followup.contact_notes.model import ContactOutcome
from app.followup.levels.model import HelpLevel
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.overview.homeless.model import PlaceOfStay
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.quarter.model import PackEdition, PackShape
from app.overview.snapshots.model import ReturnKind
from app.people.model import Address
from app.settings.saved_lists.model import Chosen
from tests.app.documents import reading
from tests.app.overview.data_access.test_service import PlainWording
from tests.factories import CANARY_NAME, a_dwelling, a_person
from tests.flows.followed import Followed
from tests.flows.tenancy import Life
from tests.flows.test_protected import everything_kept
from tests.flows.town import Town

STREET = "Gjømmeveien"
HOME = f"{STREET} 77"
INN = "Testgården"
YEAR = 2026
Q4 = ReportPeriod(ReportSpan.QUARTER, date(2026, 10, 1))


@dataclass(slots=True)
class Known:
    """One who is homeless, waits and stays somewhere, and the lists that look for her."""

    one: Followed
    application: ApplicationId
    stay: int
    lists: tuple[int, ...]
    snapshot: int


def is_known_everywhere(town: Town) -> Known:
    office, today = town.office, town.clock.today()
    office.dwellings.register(a_dwelling())
    person_draft = a_person(address=Address(HOME, "2211", "Lia"))
    application = town.apply(
        applicant=person_draft,
        needs=frozenset({NeedCategory.EMERGENCY_OR_TEMPORARY}),
        group=TargetGroup.SUBSTANCE_USE,
        present_housing=f"Sover i {HOME}",
    )
    person = office.applications.get(application).applicant
    one = Followed(Life(town, None, None, person), person)  # type: ignore[arg-type]  # lets nothing
    town.grant(application, None)
    office.levels.set(person, HelpLevel.SUPPORT, f"Bråk i {HOME}")
    one.plan = office.plans.begin(person)
    one.talk(ContactOutcome.REACHED, f"Møttes i {HOME}.")
    place = office.stays.places.add(PlaceDraft(PlaceKind.GUEST_HOUSE, INN))
    seen = f"Bedre enn {HOME}."
    stay = office.stays.begin(
        StayDraft(
            person,
            today,
            today + timedelta(days=20),
            place=place,
            price=kroner(900),
            quality=seen,
            quality_confirmed_on=today,
        )
    )
    office.homeless.add(person, today, PlaceOfStay.NIGHT_SHELTER)
    office.history.undo()
    office.homeless.add(person, today, PlaceOfStay.CRISIS_CENTRE)
    leaves = today + timedelta(days=30)
    told = PlannedDischarge(LeavingKind.DISCHARGE, leaves, LeavingPlace.SUBSTANCE_TREATMENT)
    office.discharges.tell(application, told)
    office.history.undo()
    office.discharges.tell(application, told)
    office.homeless.confirm([person], YEAR)
    lists = keeps_lists(office)
    says_where_nobody_asks(town, one)
    return Known(one, application, stay, lists, is_counted_and_kept(office, today))


def keeps_lists(office: Office) -> tuple[int, ...]:
    """Named by her address, looking for it, and looking for a place that others stay in too."""
    save = office.saved_lists.save
    return (
        save("people", HOME, Chosen({"state": "active"})),
        save("people", "Mine", Chosen({}, HOME)),
        save("stays", INN, Chosen({}, INN)),
    )


def says_where_nobody_asks(town: Town, one: Followed) -> None:
    """Words that hang on no case of hers."""
    office, today = town.office, one.today
    office.packs.write(Q4, f"Vi ryddet opp i {HOME}.\nKari har det bedre.")
    reason = f"For mange kom fra {HOME}"
    office.indicators.aim(IndicatorTarget(Indicator.WAITING, today, 3, reason))
    office.indicators.aim(IndicatorTarget(Indicator.TURNOVER, today, 3, reason))
    office.history.undo()
    alert = next(each for each in office.alerts.today())
    office.alerts.snooze(alert, today + timedelta(days=1), f"Er i {HOME} til i morgen")
    office.drafts.keep("handover", {"words": f"Bank på i {HOME}"})
    office.saved_lists.remove(office.saved_lists.save("people", "Borte", Chosen({}, HOME)))
    office.saved_lists.exported("people", "Personer", f"Område: {HOME}", 1, "xlsx")


def is_counted_and_kept(office: Office, today: date) -> int:
    """Snapshots of the day; gives the one of the homeless."""
    answer = office.counted_returns.reports.answer(office.homeless.tables(today))
    kept = office.snapshots.keep(
        ReturnKind.HOMELESS, today, today, answer.figures, answer.versions, answer.words
    )
    kostra = office.kostra.of(today, today).answer
    office.snapshots.keep(kostra.kind, today, today, kostra.figures, kostra.versions, kostra.words)
    return kept


def test_nothing_tells_where_and_the_counts_stay(town: Town) -> None:
    known = is_known_everywhere(town)
    one, office = known.one, town.office
    today = one.today
    given = office.data_access.make(one.person, PlainWording())
    assert STREET in readable(given)
    office.data_access.given(one.person, given)
    assert everything_kept(office).count(STREET) > 15
    before = counts(office, today)

    office.people.shield(one.person, "Politiet", "Perm 4, ark 12")

    nothing_is_left(known, office)
    assert counts(office, today) == before, "she is still counted, everywhere (ADR-05)"
    lists_that_name_nobody_stay(known, office)
    the_snapshot_says_how_many_but_not_who_where(known, office)
    assert office.history.verify() is None
    town.lock()
    nothing_is_left(known, town.unlock())


def counts(office: Office, today: date) -> tuple[object, ...]:
    """Each overview with her in it."""
    return (
        office.waiting_counts.at(today).total.count,
        office.homeless.at(today).total.count,
        office.homeless.at(today).confirmed,
        [each.figure for each in office.kostra.of(today, today).lines if each.line.line == "1"],
        office.indicators.of(Q4).card(Indicator.WAITING).now.value,
        office.stock.at(today).total.count,
        len(office.followups.rows()),
    )


def nothing_is_left(known: Known, office: Office) -> None:
    """Rows, history, search, snapshots, papers and exports."""
    kept = everything_kept(office)
    where = kept.find(STREET)
    assert where < 0, kept[max(0, where - 200) : where + 60]
    for place in (PlaceOfStay.CRISIS_CENTRE, PlaceOfStay.NIGHT_SHELTER):
        assert place.value not in rows_of(office, "homeless_told"), "nor what was undone"
    leaving = rows_of(office, "planned_discharge")
    assert LeavingPlace.SUBSTANCE_TREATMENT.value not in leaving
    assert office.discharges.of(known.application) is not None, "the day is known still"
    person, today = known.one.person, known.one.today
    left = {ref.kind for ref in office.people.places_of(person)}
    assert left <= {"stay", "stay_term"}, "nights, without where"
    assert [row.where for row in office.stays.of_person(person)] == [""]
    for asked in (STREET, HOME, INN):
        assert all(hit.person != person for hit in office.search.find(asked))
    for words in (CANARY_NAME, "Kari"):
        for hit in office.search.find(words):
            assert STREET not in f"{hit.title} {hit.detail}"
            assert INN not in f"{hit.title} {hit.detail}"
    assert all(STREET not in each.detail for each in office.search.last_used())
    for text in (*papers(office, known), *words_of(office, person)):
        assert STREET not in text
        assert INN not in text
    (row,) = (each for each in office.homeless.at(today).people if each.person == person)
    assert row.place is PlaceOfStay.UNKNOWN


def rows_of(office: Office, table: str) -> str:
    """A table and its history as one text."""
    rows = office._db.select(lambda *row: " ".join(map(str, row)), f"SELECT * FROM {table}")  # noqa: S608  our own
    past = office._db.select(
        lambda *row: " ".join(map(str, row)),
        "SELECT coalesce(before, ''), coalesce(after, '') FROM change WHERE table_name = ?",
        (table,),
    )
    return "\n".join((*rows, *past))


def papers(office: Office, known: Known) -> tuple[str, ...]:
    """Every paper that is made of her, as its text."""
    person, today = known.one.person, known.one.today
    made = [
        office.letters.preview(office.household_view.paper(person)),
        office.letters.preview(office.handovers.paper(today + timedelta(days=14), (), "")),
    ]
    pack = office.packs.of(Q4)
    for edition in PackEdition:
        made.append(office.letters.preview(office.packs.paper(pack, edition, PackShape.PAGES)))
    tables = office.homeless.tables(today)
    reports = office.counted_returns.reports
    for outside in (True, False):
        made.append(office.letters.preview(reports.paper(tables, outside=outside)))
    access = office.data_access.make(person, PlainWording())
    sheet = repr(reports.sheet(tables, outside=False))
    return (*(reading.text(each) for each in made), readable(access), sheet)


def readable(access: bytes) -> str:
    """All that a file of access says."""
    with zipfile.ZipFile(io.BytesIO(access)) as made:
        told = json.dumps(json.loads(made.read("innsyn.json")), ensure_ascii=False)
        return told + reading.text(made.read("innsyn.pdf"))


def words_of(office: Office, person: PersonId) -> tuple[str, ...]:
    """What the screens of overview read of her."""
    handover = office.handovers.of(office.clock.today() + timedelta(days=14))
    return (
        repr([(each.title, each.detail) for each in office.search.named([Ref("person", person)])]),
        " ".join(str(each) for each in handover.cases),
        " ".join(
            each.name + repr(each) for each in office.homeless.at(office.clock.today()).people
        ),
    )


def lists_that_name_nobody_stay(known: Known, office: Office) -> None:
    left = {each.id for page in ("people", "stays") for each in office.saved_lists.of(page)}
    *_, place = known.lists
    assert left == {place}
    said = office.packs.words(Q4)
    assert "Kari har det bedre." in said
    assert "adressen er tatt ut" in said


def the_snapshot_says_how_many_but_not_who_where(known: Known, office: Office) -> None:
    """A9 and ADR-05: the number is as it was kept; her id stands in no place."""
    her = Ref("person", known.one.person)
    kept = office.snapshots.get(known.snapshot)
    placed = [each for each in kept.figures if each.key.startswith("homeless_place/")]
    assert sum(each.count for each in placed) == 1
    assert not any(her in each.behind for each in placed)
    assert any(her in each.behind for each in kept.figures)


def test_the_same_day_asked_again_has_the_same_answer(town: Town) -> None:
    """A9: although whom a place is of is not kept."""
    known = is_known_everywhere(town)
    kept = town.office.snapshots.get(known.snapshot)
    again = town.office.counted_returns.reports.answer(town.office.homeless.tables(known.one.today))
    assert town.office.snapshots.compare(kept, again.figures) == ()
