"""What the dwelling must be, what stands in the way, what help is asked for, and the mapping."""

from app.applications.intake.model import HelpNeed, Hindrance, Requirement
from app.applications.model import TargetGroup
from ui.applications.needs_field import NeedsField
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField, NumberField, TextField
from ui.kit.fold import FoldingForm
from ui.kit.ticks_field import TicksField
from ui.labels import title_word


def add_mapping(form: FoldingForm) -> None:
    """The office's own mapping: one group that counts (E5), others beside it, and the needs."""
    form.fold(form.tr("Kartlegging"), opened=True)
    groups = [(each, title_word(each)) for each in TargetGroup]
    form.line(
        ChoiceField(
            "group",
            form.tr("Gruppe"),
            groups,
            optional=True,
            hint=form.tr("Avgjør plassen på ventelisten. Sier noe om situasjonen nå."),
        )
    )
    form.line(NeedsField("needs"))
    form.line(
        TicksField(
            "other_groups",
            form.tr("Andre grupper som også passer"),
            groups,
            hint=form.tr("Teller ikke i lister og statistikk."),
            column=215,
        )
    )


def add_dwelling(form: FoldingForm) -> None:
    """What the dwelling must have, and where."""
    form.fold(form.tr("Hvilken bolig de trenger"), opened=True)
    form.line(
        NumberField("bedrooms", form.tr("Soverom"), most=30, optional=True, width=128),
        NumberField(
            "floor_area", form.tr("Størrelse"), most=1000, suffix="m²", optional=True, width=128
        ),
        CheckField(
            "accessible",
            form.tr("Må være for rullestol"),
            hint=form.tr("Trinnfri, med plass til å snu."),
        ),
    )
    form.line(
        TextField("area_wanted", form.tr("Hvor i kommunen"), optional=True),
        TextField("school", form.tr("Skole"), optional=True),
    )
    # the wheelchair has its own tick above, which the waiting list reads too
    rest = [each for each in Requirement if each is not Requirement.WHEELCHAIR]
    requirements = [(each, title_word(each)) for each in rest]
    form.line(TicksField("requirements", form.tr("Krav til boligen"), requirements))
    form.line(
        MultilineField("wishes", form.tr("Ønsker"), optional=True, lines=2),
        MultilineField("note", form.tr("Merknad"), optional=True, lines=2),
    )


def add_help(form: FoldingForm) -> None:
    """What stands between them and a home, and the help they ask for."""
    form.fold(form.tr("Hindringer og hjelp de ønsker"))
    hindrances = [(each, title_word(each)) for each in Hindrance]
    form.line(TicksField("hindrances", form.tr("Hva gjør det vanskelig"), hindrances))
    helps = [(each, title_word(each)) for each in HelpNeed]
    form.line(TicksField("help_needs", form.tr("Hva de ønsker hjelp til"), helps))
    form.line(
        MultilineField("help_text", form.tr("Hva som ville hjelpe mest"), optional=True, lines=2)
    )
