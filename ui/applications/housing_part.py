"""What a form tells of the home today, why another is needed, and how it was before."""

from app.applications.intake.model import Tenure
from app.office import Office
from ui.kit.choice_fields import ChoiceField, YesNoField
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, TextField
from ui.kit.fold import FoldingForm
from ui.labels import title_word


def add_home(form: FoldingForm, office: Office) -> None:
    """How they live now, why they apply, and what they have tried."""
    today = office.clock.today
    form.fold(form.tr("Hvordan de bor i dag, og hvorfor de søker"), opened=True)
    tenures = [(each, title_word(each)) for each in Tenure]
    form.line(
        ChoiceField("tenure", form.tr("Bor i dag"), tenures, optional=True),
        DateField("must_leave_on", form.tr("Må ut innen"), optional=True, today=today),
        DateField("lease_ends_on", form.tr("Avtale til"), optional=True, today=today),
    )
    form.line(
        MultilineField("present_housing", form.tr("Hvor bor de nå"), optional=True, lines=2),
        MultilineField("reason", form.tr("Hvorfor trengs bolig"), optional=True, lines=2),
    )
    form.line(
        TextField("landlord", form.tr("Leier av"), optional=True),
        MoneyField("present_rent", form.tr("Husleie i måneden"), optional=True, width=170),
        NumberField("present_bedrooms", form.tr("Soverom i dag"), most=30, optional=True),
    )
    form.line(
        MultilineField("tried_otherwise", form.tr("Hva de har prøvd selv"), optional=True, lines=2)
    )


def add_earlier(form: FoldingForm, office: Office) -> None:
    """Earlier municipal tenancy, and what is owed from it."""
    today = office.clock.today
    form.fold(form.tr("Tidligere leieforhold og gjeld til kommunen"))
    form.line(
        YesNoField("rented_before", form.tr("Leid av kommunen før"), width=190),
        TextField("rented_where", form.tr("Hvor"), optional=True),
        DateField("rented_until", form.tr("Til når"), optional=True, today=today),
    )
    form.line(
        MoneyField(
            "owed",
            form.tr("Skylder kommunen"),
            optional=True,
            width=190,
            hint=form.tr("Skriv 0 når det ikke er gjeld."),
        ),
        DateField(
            "owed_plan_on",
            form.tr("Nedbetaling fra"),
            optional=True,
            today=today,
            width=190,
            hint=form.tr("Dagen avtalen ble laget."),
        ),
    )
    form.line(
        DateField("evicted_on", form.tr("Kastet ut"), optional=True, today=today, width=190),
        DateField(
            "breach_on", form.tr("Brudd på leieavtale"), optional=True, today=today, width=190
        ),
    )
