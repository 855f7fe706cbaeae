"""What a form tells of work, of the right to live here, and of ties to the municipality."""

from app.applications.intake.model import LegalStay, MaritalStatus
from app.office import Office
from ui.kit.choice_fields import ChoiceField, YesNoField
from ui.kit.fields import DateField, TextField
from ui.kit.fold import FoldingForm
from ui.labels import title_word


def add_stay(form: FoldingForm, office: Office) -> None:
    """Marital status and employer, then residence and stay (BS-02, BS-03)."""
    today = office.clock.today
    form.fold(form.tr("Sivilstand, arbeid og opphold"))
    statuses = [(each, title_word(each)) for each in MaritalStatus]
    form.line(
        ChoiceField("marital_status", form.tr("Sivilstand"), statuses, optional=True, width=190),
        TextField("employer", form.tr("Arbeidsgiver, skole eller annet"), optional=True),
    )
    form.line(
        DateField("residence_since", form.tr("Bodd her siden"), optional=True, today=today),
        TextField("close_tie", form.tr("Tilknytning til kommunen"), optional=True),
    )
    form.line(
        YesNoField("registered_here", form.tr("Folkeregistrert her")),
        YesNoField("in_institution", form.tr("På institusjon eller i fengsel")),
        YesNoField("by_agreement", form.tr("Bosatt etter avtale")),
    )
    stays = [(each, title_word(each)) for each in LegalStay]
    form.line(
        ChoiceField("legal_stay", form.tr("Rett til opphold"), stays, optional=True),
        DateField("permit_until", form.tr("Tillatelse til"), optional=True, today=today),
        YesNoField("family_reunion", form.tr("Familiegjenforening")),
    )
    form.line(
        YesNoField(
            "cares_for_child",
            form.tr("Har omsorg for barn"),
            hint=form.tr("Bare når søkeren er under 18 år."),
        ),
        YesNoField(
            "guardian_consent",
            form.tr("Foreldre eller verge er enige"),
            hint=form.tr("Bare når søkeren er under 18 år."),
        ),
    )
