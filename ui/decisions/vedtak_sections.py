"""The sections of the vedtak form, each with the kinds and answers it belongs to."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.records import dataclass
from app.decisions.content.model import HelpMeasure, Plan, StartPart
from app.decisions.model import OtherMeans, VedtakKind, VedtakResult
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.field import Field
from ui.kit.fields import DateField, MultilineField, NumberField, TextField
from ui.kit.form import Form
from ui.labels import title_word

Belongs = Callable[[VedtakKind, VedtakResult], bool]
MEANS, START, MEASURE = "means_", "start_", "measure_"


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or one field, that is in sight for some kinds and answers alone."""

    widget: QWidget
    belongs: Belongs


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("vedtak", text)


def dwells(kind: VedtakKind, result: VedtakResult) -> bool:
    """A dwelling is granted."""
    return kind.dwells and result.grants


def helps(kind: VedtakKind, result: VedtakResult) -> bool:
    """Help under boligsosialloven is granted."""
    return kind is VedtakKind.HOUSING_HELP and result.grants


def stays(kind: VedtakKind, result: VedtakResult) -> bool:
    """A temporary stay is granted."""
    return kind is VedtakKind.TEMPORARY_STAY and result.grants


def answer(form: Form) -> None:
    """The answer first."""
    form.section(tr("Svaret"))
    results = [(each, title_word(each)) for each in VedtakResult]
    form.line(
        ChoiceField("result", tr("Svar på søknaden"), results, width=190),
        ChoiceField("refusal_ground", tr("Grunn til avslaget"), ()),
    )
    form.line(CheckField("caseworker_impartial", tr("Jeg har vurdert at jeg er habil")))


def dwelling(form: Form) -> Part:
    """What kind of home, and for how long."""
    section = form.section(tr("Bolig og leietid"))
    empty = tr("La stå tom hvis ingen er ledig nå.")
    form.line(
        ChoiceField("dwelling", tr("Bolig"), (), optional=True, hint=empty),
        NumberField(
            "term_months",
            tr("Leietid"),
            least=1,
            most=600,
            suffix="måneder",
            width=150,
            hint=tr("Vanlig er 36."),
        ),
    )
    words = tr("Slik det skal stå i brevet: «to soverom i første etasje».")
    form.line(TextField("dwelling_words", tr("Hva slags bolig"), hint=words))
    reason = tr("En særlig grunn i denne saken. Den står i brevet og i leieavtalen.")
    form.line(TextField("short_reason", tr("Grunn til kort leietid"), hint=reason))
    said = tr("Bare når et krav i reglene ikke er oppfylt: hvilket, hvorfor, og hvem som bestemte.")
    form.line(MultilineField("dispensation_text", tr("Dispensasjon"), optional=True, lines=2,
                             hint=said))  # fmt: skip
    return Part(section, dwells)


def disadvantaged(form: Form) -> Part:
    """BS-04, which every answer under boligsosialloven must give."""
    section = form.section(tr("Vanskeligstilt på boligmarkedet"))
    said = [(True, tr("Ja, vanskeligstilt")), (False, tr("Nei, ikke vanskeligstilt"))]
    form.line(ChoiceField("disadvantaged", tr("Er personen vanskeligstilt?"), said))
    why = tr("Hvorfor personen klarer eller ikke klarer å få eller beholde en bolig selv.")
    form.line(MultilineField("disadvantaged_text", tr("Hvorfor"), lines=2, hint=why))
    return Part(
        section,
        lambda kind, result: (
            kind is VedtakKind.HOUSING_HELP and result is not VedtakResult.DISMISSED
        ),
    )


def stay(form: Form, today: Callable[[], date]) -> Part:
    """From when, where and how (SOT-04, SOT-05)."""
    section = form.section(tr("Oppholdet"))
    form.line(
        DateField("stay_from", tr("Fra"), today=today),
        DateField("stay_until", tr("Til"), optional=True, today=today),
        DateField("stay_review", tr("Ses på igjen"), optional=True, today=today),
    )
    where = tr("Med ord: «eget rom med bad hos kommunen».")
    form.line(TextField("stay_where", tr("Hva slags sted"), hint=where))
    quality = tr("Hvordan det er, og hvorfor det er forsvarlig for husstanden.")
    form.line(MultilineField("stay_quality", tr("Slik er stedet"), lines=2, hint=quality))
    begun = tr("Hva dere har begynt på for å finne en varig bolig.")
    form.line(MultilineField("lasting_home_text", tr("Varig bolig"), lines=2, hint=begun))
    return Part(section, stays)


def given_help(form: Form) -> tuple[Part, ...]:
    """What the help is (BS-07); a stay has only the words."""
    section = form.section(tr("Hjelpen"))
    boxes = checks(form, MEASURE, HelpMeasure, across=2)
    form.line(MultilineField("help_text", tr("Hjelpen med egne ord"), optional=True, lines=2))
    return (
        Part(section, lambda kind, result: helps(kind, result) or stays(kind, result)),
        *(Part(line, helps) for line in {line_of(box): None for box in boxes}),
    )


def wishes(form: Form) -> Part:
    """What the person wants (BS-09, SOT-09)."""
    section = form.section(tr("Det personen ønsker"))
    heard = tr("Skriv til søkeren: «du vil bo nær skolen».")
    form.line(MultilineField("wishes_text", tr("Ønsker"), lines=2, hint=heard))
    return Part(
        section,
        lambda kind, result: (
            dwells(kind, result) or (not kind.dwells and result is not VedtakResult.DISMISSED)
        ),
    )


def reasons(form: Form, key: QWidget) -> None:
    """FV-09: three blocks; `key` fills those that are empty."""
    form.section(tr("Begrunnelse"), fact=tr("Skriv til søkeren: «du»"))
    form.add_part(key)
    for name, label, hint in (
        ("rules_text", tr("Regler"), tr("Hvilke regler du har brukt.")),
        ("facts_text", tr("Fakta"), tr("Det som er spesielt i denne saken.")),
        ("considerations_text", tr("Hensyn"), tr("Hva som veide mest da du valgte.")),
    ):
        form.line(MultilineField(name, label, lines=3, hint=hint))


def lines(form: Form, title: str, part: QWidget) -> Part:
    """Conditions or services."""
    section = form.section(title)
    form.add_part(part)
    return Part(section, dwells)


def start_package(form: Form) -> Part:
    """D19: for everyone who moves in, or a reason why not."""
    section = form.section(tr("Startpakke"), fact=tr("Det dere gjør sammen ved innflytting"))
    checks(form, START, StartPart, across=2)
    form.line(TextField("no_start_reason", tr("Hvorfor ingen startpakke")))
    return Part(section, lambda kind, result: kind.moves_in and result.grants)


def plan(form: Form) -> tuple[Part, ...]:
    """Which plan, who makes it, who answers for it, and an agreement one may say no to."""
    section = form.section(tr("Plan og ansvar"))
    plans = [(each, title_word(each)) for each in Plan]
    form.line(
        ChoiceField("plan", tr("Plan"), plans, width=190),
        TextField("plan_maker", tr("Hvem lager planen")),
    )
    form.line(TextField("responsible_unit", tr("Ansvarlig enhet eller team")))
    free = tr("Frivillig. Brudd på den er aldri grunn til å si opp boligen.")
    form.line(CheckField("cooperation", tr("Tilby samarbeidsavtale"), hint=free))
    form.line(TextField("cooperation_text", tr("Hva avtalen skal handle om")))
    optional = line_of(form.field("plan")), line_of(form.field("cooperation"))
    return (
        Part(section, lambda _kind, result: result.grants),
        *(Part(f, lambda kind, result: dwells(kind, result) or helps(kind, result))
          for f in optional),
    )  # fmt: skip


def guidance(form: Form) -> Part:
    """Where a no points to."""
    section = form.section(tr("Annen hjelp"))
    checks(form, MEANS, OtherMeans, across=3)
    own = tr("Hva søkeren kan gjøre nå, og hvem som hjelper.")
    form.line(
        MultilineField(
            "guidance_text", tr("Veiledning med egne ord"), optional=True, lines=3, hint=own
        )
    )
    return Part(section, lambda _kind, result: not result.grants)


def appeal(form: Form, basis: QWidget) -> None:
    """Who hears an appeal; `basis` tells the act and the weeks."""
    form.section(tr("Klage"))
    form.add_part(basis)
    hint = tr("Hentet fra hjemmelen. Resten av klageteksten står i brevet.")
    form.line(TextField("appeal_body", tr("Klageinstans"), hint=hint))


def people(form: Form) -> None:
    """Who else stands for it (FV-10)."""
    form.section(tr("Godkjenning"))
    form.line(
        TextField("approver_name", tr("Godkjent av"), optional=True),
        TextField("approver_title", tr("Stilling"), optional=True),
    )
    form.line(CheckField("approver_impartial", tr("Den som godkjenner, har vurdert sin habilitet")))


def line_of(field: Field) -> QWidget:
    """The line a field stands on, so that one that is out of sight leaves no room behind."""
    return field.parentWidget() or field


def checks(form: Form, prefix: str, codes: type[StrEnum], *, across: int) -> list[CheckField]:
    """A tick for each code, so many on a line."""
    boxes = [CheckField(f"{prefix}{each}", title_word(each)) for each in codes]
    for first in range(0, len(boxes), across):
        form.line(*boxes[first : first + across])
    return boxes


TICKED: Mapping[str, str] = {
    "other_means": MEANS,
    "start_package": START,
    "help_measures": MEASURE,
}
