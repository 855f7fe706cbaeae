"""The form of a vedtak: the answer first, then what it rests on."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.ids import DwellingId
from app.decisions.model import OtherMeans, RefusalGround, VedtakDraft, VedtakResult
from app.dwellings.model import DwellingStatus
from app.office import Office
from ui.decisions.conditions_part import ConditionsPart
from ui.kit.cards import Section
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField, NumberField, TextField
from ui.kit.form import Form, is_typed_in
from ui.labels import problem, title_word

_TEXTS = ("dwelling_words", "rules_text", "facts_text", "considerations_text", "guidance_text",
          "appeal_body")  # fmt: skip
MEANS = "means_"


class VedtakForm(Form):
    """One vedtak. What belongs to the other answer is out of sight."""

    def __init__(self, office: Office) -> None:
        super().__init__("Vedtak", problem)
        self._office = office
        self._touched: set[str] = set()
        self.conditions = ConditionsPart()
        self._answer()
        self._dwelling_section = self._dwelling()
        self._reasons()
        self._conditions_section = self.section(self.tr("Vilkår i vedtaket"))
        self.add_part(self.conditions)
        self._guidance_section = self._guidance()
        self._appeal()
        self.left.connect(self._touched.add)
        self.field("result").left.connect(lambda _name: self.show_what_belongs())

    # building

    def _answer(self) -> None:
        self.section(self.tr("Svaret"))
        results = [(each, title_word(each)) for each in VedtakResult]
        grounds = [(each, title_word(each)) for each in RefusalGround]
        self.line(
            ChoiceField("result", self.tr("Svar på søknaden"), results, width=190),
            ChoiceField("refusal_ground", self.tr("Grunn til avslaget"), grounds),
        )

    def _dwelling(self) -> Section:
        section = self.section(self.tr("Bolig og leietid"))
        self.line(
            ChoiceField(
                "dwelling",
                self.tr("Bolig"),
                (),
                optional=True,
                hint=self.tr("La stå tom hvis ingen er ledig nå."),
            ),
            NumberField(
                "term_months",
                self.tr("Leietid"),
                least=1,
                most=600,
                suffix="måneder",
                width=150,
                hint=self.tr("Vanlig er 36."),
            ),
        )
        self.line(
            TextField(
                "dwelling_words",
                self.tr("Hva slags bolig"),
                hint=self.tr("Slik det skal stå i brevet: «to soverom i første etasje»."),
            )
        )
        return section

    def _reasons(self) -> None:
        self.section(self.tr("Begrunnelse"), fact=self.tr("Skriv til søkeren: «du»"))
        for name, label, hint in (
            ("rules_text", self.tr("Regler"), self.tr("Hvilke regler du har brukt.")),
            ("facts_text", self.tr("Fakta"), self.tr("Det som er spesielt i denne saken.")),
            (
                "considerations_text",
                self.tr("Hensyn"),
                self.tr("Hva som veide mest da du valgte."),
            ),
        ):
            self.line(MultilineField(name, label, lines=3, hint=hint))

    def _guidance(self) -> Section:
        section = self.section(self.tr("Annen hjelp"))
        boxes = [CheckField(f"{MEANS}{each}", title_word(each)) for each in OtherMeans]
        self.line(*boxes[:3])
        self.line(*boxes[3:])
        self.line(
            MultilineField(
                "guidance_text",
                self.tr("Veiledning med egne ord"),
                optional=True,
                lines=3,
                hint=self.tr("Hva søkeren kan gjøre nå, og hvem som hjelper."),
            )
        )
        return section

    def _appeal(self) -> None:
        weeks = self._office.settings.parameters
        today = self._office.clock.today()
        amount = weeks.period("fvl.complaint_weeks", today).amount
        self.section(self.tr("Klage"), fact=self.tr("{} uker").format(amount))
        self.line(
            TextField(
                "appeal_body",
                self.tr("Klageinstans"),
                hint=self.tr("Hentet fra Innstillinger. Resten av klageteksten står i brevet."),
            )
        )

    # values

    def show_draft(self, draft: VedtakDraft) -> None:
        """Show a draft, but for the field that is being typed in."""
        self._offer_dwellings(draft.dwelling)
        typing = {name for name in self.names if is_typed_in(self.field(name))}
        values: dict[str, object] = {name: getattr(draft, name) or None for name in _TEXTS}
        for name in ("result", "refusal_ground", "dwelling", "term_months"):
            values[name] = getattr(draft, name)
        values |= {f"{MEANS}{each}": each in draft.other_means for each in OtherMeans}
        self.set_values({name: held for name, held in values.items() if name not in typing})
        self.conditions.show_conditions(draft.conditions)
        self.show_what_belongs()

    def _offer_dwellings(self, chosen: DwellingId | None) -> None:
        field = self.field("dwelling")
        rows = self._office.dwellings.rows()
        offered = [
            (row.id, row.address)
            for row in rows
            if row.status is DwellingStatus.READY or row.id == chosen
        ]
        if isinstance(field, ChoiceField):
            field.set_options(offered)

    def forget_touched(self) -> None:
        """Another vedtak is shown: nothing has been left yet."""
        self._touched.clear()
        self.show_problems(())

    def draft(self, known: VedtakDraft) -> VedtakDraft:
        """What is typed, on top of what is known. What belongs to the other answer is empty."""
        values = self.values()
        texts = {name: str(values[name] or "") for name in _TEXTS}
        result = values["result"]
        result = result if isinstance(result, VedtakResult) else known.result
        ground, dwelling, term = (values[n] for n in ("refusal_ground", "dwelling", "term_months"))
        means = tuple(each for each in OtherMeans if values[f"{MEANS}{each}"])
        grants = result.grants
        refused = result is VedtakResult.REFUSED
        return replace(
            known,
            **texts,  # type: ignore[arg-type]  # six of the draft's own text fields
            result=result,
            refusal_ground=ground if refused and isinstance(ground, RefusalGround) else None,
            dwelling=DwellingId(dwelling) if grants and isinstance(dwelling, int) else None,
            term_months=term if isinstance(term, int) else None,
            conditions=self.conditions.conditions() if grants else (),
            other_means=() if grants else means,
        )

    def show_what_belongs(self) -> None:
        """Only the parts that belong to the answer."""
        result = self.field("result").value()
        grants = isinstance(result, VedtakResult) and result.grants
        for part in (self._dwelling_section, self._conditions_section):
            part.setVisible(grants)
        self._guidance_section.setVisible(not grants)
        self.field("refusal_ground").setVisible(result is VedtakResult.REFUSED)

    # problems

    @property
    def unreadable(self) -> bool:
        """Whether a field holds something that can not be read, and so can not be saved."""
        return any(self.field(name).reading() is not None for name in self.names)

    def tell(self, problems: tuple[Problem, ...], *, all_of_them: bool = False) -> None:
        """Each beside its field once that field has been left, or all when asked for."""
        seen = [p for p in problems if all_of_them or self._place(p) in self._touched]
        self.show_problems([replace(p, field=self._place(p)) for p in seen])
        self.conditions.told(problems)

    def part_name(self, found: Problem) -> str:
        """What the part of the letter that a problem is about is called."""
        number = found.facts.get("number")
        if found.field == "conditions":
            return self.tr("Vilkår {}").format(number) if number else self.tr("Vilkår")
        if found.field == "other_means":
            return self.tr("Annen hjelp")
        return self.field(found.field).label_text

    def stand_on(self, found: Problem) -> None:
        """Put the cursor where it is put right."""
        number = found.facts.get("number")
        if found.field == "conditions":
            self.conditions.stand_on(number if isinstance(number, int) else 1, found.code)
        elif found.field == "other_means":
            self.field(f"{MEANS}{next(iter(OtherMeans))}").control.setFocus()
        else:
            self.field(found.field).control.setFocus()

    @staticmethod
    def _place(found: Problem) -> str:
        return "guidance_text" if found.field == "other_means" else found.field

    def parts(self) -> tuple[QWidget, ...]:
        """The sections that come and go with the answer."""
        return self._dwelling_section, self._conditions_section, self._guidance_section
