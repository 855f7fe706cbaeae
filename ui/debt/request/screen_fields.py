"""The four questions of the acute screen, as fields (GJ-02)."""

from collections.abc import Callable
from datetime import date

from app.debt.model import Screened
from ui.debt.intake.draft import DAYS
from ui.kit.fields import DateField
from ui.kit.form import Form
from ui.kit.segments_field import SegmentsField
from ui.labels import title_word


def add_screen(form: Form, today: Callable[[], date]) -> None:
    """The questions, with the day asked for where home or power may be lost."""
    answers = [(each, title_word(each)) for each in Screened]
    form.section(form.tr("Haster det"), form.tr("1 ikke spurt, 2 nei, 3 ja"))
    form.line(
        SegmentsField("home", form.tr("Kan miste boligen nå"), answers),
        SegmentsField("power", form.tr("Kan miste strømmen"), answers),
        SegmentsField("food", form.tr("Mangler penger til mat"), answers),
    )
    form.line(
        DateField("home_on", form.tr("Dag for utkastelse"), optional=True, today=today),
        DateField("power_on", form.tr("Dag for stenging av strøm"), optional=True, today=today),
    )
    form.line(SegmentsField("children", form.tr("Det angår barn under 18 år"), answers))


def show_days(form: Form) -> None:
    """The day stands there only where the answer is yes."""
    risks = {form.field(on): form.field(question).value() for question, on in DAYS.items()}
    for field, answer in risks.items():
        field.setVisible(answer is Screened.YES)
    line = next(iter(risks)).parentWidget()
    if line is not None:  # an empty line would leave its gap
        line.setVisible(Screened.YES in risks.values())
