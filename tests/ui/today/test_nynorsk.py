"""What needs someone is told in nynorsk on the papers of an office that writes it."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest
from pytestqt.qtbot import QtBot

from app.alerts import debt_due, evictions_due, stays_due
from app.alerts.agenda.model import AgendaSpan, Step
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.applications.model import ApplicationDraft
from app.core import words
from app.core.ids import Ref
from app.core.paths import RESOURCES
from app.core.text import Language
from app.debt.measures.model import DebtDueKind
from app.documents.render import render
from app.dwellings.clauses.model import ClauseKind
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.documents import reading, sound
from tests.factories import registered_person
from tests.nynorsk import bokmal_in, lacking
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.today.calendar.page import CalendarPage
from ui.today.calendar.words import line_of, step_line
from ui.today.handover.words import task_of
from ui.today.words import basis_of, title_of, why_of

NB, NN = Language.NB, Language.NN
TODAY = date(2026, 11, 23)
OWN_NAME = "boligsosialloven"
"""The act is called so in both."""


def an_alert(why: Reason, name: str = "Aud Testnes", alert: AlertId = AlertId.UNSENT) -> Alert:
    """With a fact for everything that a title or a reason can be worded with."""
    asked = {
        name
        for language in (NB, NN)
        for said in (words.of_alerts("titles", language)[why], words.codes(language)[why])
        for _, name, _, _ in Formatter().parse(said)
        if name
    }
    known = {
        "what": DebtDueKind.ANSWER.value,
        "clause": next(iter(ClauseKind)).value,
        "kind": DocumentKind.WARNING.value,
        "children": 2,
    }
    names = (asked | {"children", "number"}) - {"name", "about", "living"}
    facts = tuple((name, known.get(name, TODAY)) for name in sorted(names))
    return Alert(
        alert,
        Urgency.SOON,
        Ref("lease", 3),
        TODAY,
        due=date(2026, 12, 4),
        counted_day=date(2026, 12, 6),
        basis="husleieloven § 9-2 tredje ledd",
        why=why,
        act=Act.OPEN_LEASE,
        name=name,
        facts=facts,
    )


@pytest.mark.parametrize("why", list(Reason))
def test_every_title_and_reason_is_in_both_and_of_the_same_facts(why: Reason) -> None:
    for part in ("titles", "nameless", "comes"):
        nb, nn = (words.of_alerts(part, each).get(why, "") for each in (NB, NN))
        assert bool(nb) == bool(nn), part
        assert placeholders(nb) == placeholders(nn), part
    assert words.of_alerts("titles")[why]
    assert placeholders(words.codes()[why]) == placeholders(words.codes(NN)[why])


def placeholders(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


@pytest.mark.parametrize("why", list(Reason))
@pytest.mark.parametrize("name", ["", "Aud Testnes"])
def test_no_word_of_bokmal_stands_in_what_is_told_of_it(why: Reason, name: str) -> None:
    alert = an_alert(why, name)
    task = task_of(alert, alert.due, TODAY, NN)
    line = line_of(alert, TODAY, named=True, language=NN)
    step = step_line(Step(TODAY, alert), named=True, language=NN)
    told = (task.chip, task.title, task.why, line.title, line.why, line.rule, step.title)
    assert bokmal_in(" ".join(told).replace("Satser og regler", "")) == set()
    assert "{" not in "".join(told)
    assert task.why.replace("\N{NO-BREAK SPACE}", " ").endswith("Blir rekna til sun. 6. des.")


def test_every_code_of_it_has_its_word_in_both() -> None:
    assert lacking([AlertId, Act, Urgency, DebtDueKind, ClauseKind, DocumentKind]) == [*Urgency]
    for each in AlertId:
        step = Step(TODAY, an_alert(Reason.REPORTS_WAIT, "", each))
        assert bokmal_in(step_line(step, named=False, language=NN).title) == set()
    said = words.of_alerts("said")
    assert said.keys() == words.of_alerts("said", NN).keys()
    assert {each.value for each in Urgency} <= said.keys()


def laws() -> Iterator[str]:
    """What a rule can rest on, as it is shipped."""
    for path in sorted((RESOURCES / "rules").glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8")).values():
            yield from bases_in(rule)
    yield from (debt_due.VEDTAK_BASIS, stays_due.BASIS)
    yield from (
        evictions_due.COMMENT_BASIS,
        evictions_due.DAY_BASIS,
        evictions_due.CORRECTION_BASIS,
    )


def bases_in(found: object) -> Iterator[str]:
    if isinstance(found, list):
        for each in found:
            yield from bases_in(each)
    elif isinstance(found, dict):
        yield from (str(each) for name, each in found.items() if name == "basis")
        for each in found.values():
            yield from bases_in(each)


def test_a_law_has_its_name_in_nynorsk() -> None:
    known = set(laws())
    assert len(known) > 50
    alert = an_alert(Reason.LEASE_ENDED)
    for basis in known:
        told = basis_of(replace(alert, basis=basis), NN)
        assert bokmal_in(told, OWN_NAME) == set(), told
        assert "loven" not in told.replace(OWN_NAME, ""), told
        assert "forskriften" not in told, told
        assert basis_of(replace(alert, basis=basis)) == basis


def test_the_screen_stays_in_bokmal() -> None:
    alert = an_alert(Reason.LEASE_ENDED)
    assert title_of(alert, TODAY) == "Aud Testnes: leietiden er ute"
    assert why_of(alert, TODAY).endswith(
        "Regnes til søn.\N{NO-BREAK SPACE}6.\N{NO-BREAK SPACE}des."
    )


@pytest.mark.parametrize("named", [False, True])
def test_the_calendar_is_printed_in_the_language_of_the_office(
    qtbot: QtBot, office: Office, named: bool
) -> None:
    profile = replace(office.settings.profile, language=NN)
    office.settings.change_profile(profile)
    person = registered_person(office, given_name="Even", family_name="Prøvland")
    office.applications.register(
        ApplicationDraft(applicant=person, received_on=date(2026, 10, 30), bedrooms=1)
    )
    navigator = Navigator(Jobs())
    page = CalendarPage(office, navigator)
    navigator.setParent(page)
    qtbot.addWidget(page)
    page.refresh()
    lines = page.paper_lines(AgendaSpan.MONTH, named)
    paper = office.agenda.paper(AgendaSpan.MONTH, TODAY, lines, named=named)
    made = render(paper)
    told = " ".join(reading.text(made).split())
    assert bokmal_in(told, profile.name, profile.email) == set()
    assert "Even Prøvland ventar på førebels svar" in told if named else "Svar i tide" in told
    assert "AL-07, forvaltningslova § 11 a" in told
    assert "måndag 30. november 2026" in told
    assert sound.faults(made) == {}
