"""The agenda on paper: archival, heard, plain, and nobody named unless asked; nb and nn."""

from datetime import UTC, date, datetime

import pytest

from app.alerts.agenda.model import AgendaLine, AgendaPaper, AgendaSpan
from app.alerts.agenda.prints import agenda_paper
from app.documents.model import Document, Language
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.documents import reading, sound
from tests.factories import a_profile

DAY = date(2026, 11, 25)
MADE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LINES = (
    AgendaLine("a", DAY, date(2026, 11, 28), "Even Prøvland", "Søknaden venter.", "AL-07"),
    AgendaLine("b", DAY, None, "Leieforhold som går ut", "", "AL-03", coming=True),
)
LANGUAGES: tuple[Language, ...] = ("nb", "nn")


def paper(span: AgendaSpan, language: Language, lines: tuple[AgendaLine, ...] = LINES) -> Document:
    """One of the three."""
    first, last = span.days(DAY)
    made = AgendaPaper(a_profile(), span, first, last, lines, bool(lines), MADE)
    return agenda_paper(made, load_text("agenda", language, DAY))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("span", list(AgendaSpan))
@pytest.mark.parametrize("lines", [LINES, (), LINES * 40])
def test_it_can_be_kept_and_heard(
    span: AgendaSpan, language: Language, lines: tuple[AgendaLine, ...]
) -> None:
    assert sound.faults(render(paper(span, language, lines))) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_is_told_apart_and_the_law_s_own_day_with_it(language: Language) -> None:
    made = paper(AgendaSpan.DAY, language)
    told = reading.text(render(made))
    assert {"nb": "Kommer hvis", "nn": "Kjem om"}[language] in told
    assert "28. november 2026" in told
    assert not sound.words_never_used(made)


def test_the_days_are_those_of_the_span() -> None:
    told = reading.text(render(paper(AgendaSpan.DAY, "nb")))
    assert "Frister denne dagen" in told
    assert "25. november 2026" in told
