"""What happens while people live there: reports, warnings, company, rents, nights elsewhere."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.core.ids import Ref
from app.core.money import kroner
from app.demo.story import Steps, Story
from app.leases.rents.model import IndexValue, ToldFixing
from app.leases.reports.model import ReportDraft, ReportKind, ReportSource
from app.leases.residents.model import AnswerDraft, ConsentKind, Relation, RequestDraft
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft

BASE, FIRST_VALUE, MONTHS = "2015=100", 1270, 44
INVENTED = "Oppdiktede tall for demoen, ikke fra SSB"
FIXED_BEFORE = timedelta(days=430)
RENTS, ROUND = 40, 6
"""Of how many leases the office knows when the rent was fixed, and how many got a letter."""

_NOISE = (
    "Høy musikk fra klokken 23 til 02.",
    "Bråk og roping i trappen om natten.",
    "Fest med høy musikk til klokken 04.",
)
_CHANGE = "Det skal være ro i boligen mellom klokken 23 og 7."


def steps(story: Story) -> Steps:
    """From the first report to the newest nights."""
    return [*_reports(story), *_people(story), *_rents(story), *_nights(story)]


def _reports(story: Story) -> Steps:
    """Noise that may be warned of, noise that is, a leak that is seen to, and one that waits."""
    tell = partial(partial, _noise, story)
    return [
        (38, tell("warned", 0)),
        (31, tell("warned", 1)),
        (25, tell("warned", 2)),
        (23, partial(_warn, story)),
        (16, tell("noisy", 0)),
        (9, tell("noisy", 1)),
        (4, tell("noisy", 2)),
        (36, partial(_leak, story)),
        (20, partial(_window, story)),
    ]


def _noise(story: Story, name: str, which: int) -> None:
    draft = ReportDraft(
        ReportKind.DISTURBANCE,
        _NOISE[which],
        happened_on=story.now - timedelta(days=1),
        reported_on=story.now,
        source=ReportSource.NEIGHBOUR,
        source_note="naboen i etasjen over",
    )
    reports, day = story.office.reports, story.now
    report = reports.register(story.leases[name], draft)
    reports.answer(report, day, "Vi har snakket med leietaker på telefon.", "naboen")
    reports.close(report, day)


def _warn(story: Story) -> None:
    warnings, lease = story.office.warnings, story.leases["warned"]
    warnings.issue(lease, replace(warnings.drafted(lease), change=_CHANGE))
    story.post_of_lease("warned")


def _leak(story: Story) -> None:
    """A defect that was passed on, answered and mended."""
    reports, day = story.office.reports, story.now
    draft = ReportDraft(
        ReportKind.DEFECT, "Det lekker under vasken på kjøkkenet.", day, day, urgent=True
    )
    report = reports.register(story.leases["repairs"], draft)
    reports.pass_on(report, day, "Vaktmesteren i Lia boligstiftelse", "Meldt på telefon.")
    reports.answer(report, day, "Rørlegger kommer i morgen mellom 8 og 12.", "leietaker")
    reports.close(report, day, "Rørleggeren har skiftet pakning.")


def _window(story: Story) -> None:
    """One that was passed on, and nothing has been heard of since."""
    reports, day = story.office.reports, story.now
    draft = ReportDraft(ReportKind.DEFECT, "Vinduet på soverommet lar seg ikke lukke.", None, day)
    report = reports.register(story.leases["repairs"], draft)
    reports.pass_on(report, day, "Lia boligstiftelse", "Sendt på e-post uten navn.")


def _people(story: Story) -> Steps:
    return [(27, partial(_brother, story)), (30, partial(_sublet, story))]


def _brother(story: Story) -> None:
    """Nobody has answered, and silence is soon a yes (AL-06)."""
    draft = RequestDraft(
        ConsentKind.HOUSEHOLD,
        story.now,
        name="Jonas Testlia",
        relation=Relation.OTHER,
        since=story.today + timedelta(days=20),
    )
    story.office.residents.received(story.leases["asks for a brother"], draft)


def _sublet(story: Story) -> None:
    """A room let on with consent: whoever lives there gets a copy of every notice (HL-77)."""
    residents = story.office.residents
    draft = RequestDraft(
        ConsentKind.PART_SUBLET,
        story.now,
        name="Maja Testberg",
        what="det ene soverommet",
        since=story.now,
        until=story.today + timedelta(days=200),
    )
    request = residents.received(story.leases["sublets"], draft)
    residents.answer(request, AnswerDraft())
    story.post_of_lease("sublets")


def _rents(story: Story) -> Steps:
    return [
        (42, partial(_index, story)),
        (42, partial(_round, story)),
        (5, partial(story.post_of_lease, "told too late")),
    ]


def _index(story: Story) -> None:
    """Months of an index that is made up, and when the rents of some leases were last fixed."""
    rents, newest = story.office.rents, _months_before(story.now, 1)
    values = [
        IndexValue(_months_before(newest, back), BASE, FIRST_VALUE + 3 * (MONTHS - back))
        for back in range(MONTHS)
    ]
    rents.add_index(values, INVENTED)
    since = (story.today - FIXED_BEFORE).replace(day=1)
    told = ToldFixing(since, _months_before(since, 2))
    rents.tell_fixing(story.rents[:RENTS], told)


def _months_before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


def _round(story: Story) -> None:
    """Letters with the new rent to some of them; one was left lying until it was too late."""
    rounds = story.office.rent_round
    first = rounds.first_day()
    chosen = [row for row in rounds.rows(first) if row.can and not row.staff][: ROUND + 1]
    rounds.make(chosen, first, lambda _done, _all: True)
    story.leases["told too late"] = chosen[-1].lease.id
    for row in chosen[:-1]:
        story.post(Ref("lease", row.lease.id))


def _nights(story: Story) -> Steps:
    """A guest house for one, and a cabin for a family since this week."""
    return [(24, partial(_guest_house, story)), (5, partial(_cabin, story))]


def _guest_house(story: Story) -> None:
    stays = story.office.stays
    place = stays.places.add(
        PlaceDraft(PlaceKind.GUEST_HOUSE, "Lia gjestegård", not_for_children=True)
    )
    person = story.office.applications.get(story.cases["promised"]).applicant
    stays.begin(StayDraft(person, story.now, place=place, price=kroner(790)))


def _cabin(story: Story) -> None:
    stays = story.office.stays
    place = stays.places.add(PlaceDraft(PlaceKind.CAMPING_CABIN, "Lia camping, vinterhytter"))
    person = story.office.applications.get(story.cases["stay"]).applicant
    stays.begin(
        replace(
            stays.drafted(person),
            began_on=story.now,
            dwelling=None,
            place=place,
            price=kroner(980),
            quality="Oppvarmet, med eget bad. Ti minutter fra skolen.",
            quality_confirmed_on=story.now,
        )
    )
