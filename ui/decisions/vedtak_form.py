"""The form of a vedtak: the answer first, then what it rests on; only what belongs to the kind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.ids import DwellingId
from app.decisions.content.model import HelpMeasure, StartPart
from app.decisions.model import OtherMeans, RefusalGround, VedtakDraft, VedtakKind, VedtakResult
from app.office import Office
from ui.decisions import vedtak_sections as sections
from ui.decisions.conditions_part import ConditionsPart
from ui.decisions.lines_part import LinesPart
from ui.decisions.services_part import ServicesPart
from ui.kit.buttons import Button, ButtonSize
from ui.kit.choice_fields import ChoiceField
from ui.kit.fonts import Type
from ui.kit.form import Form, is_typed_in
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import problem, title_word

_TEXTS = (
    "dwelling_words", "rules_text", "facts_text", "considerations_text", "guidance_text",
    "appeal_body", "short_reason", "dispensation_text", "no_start_reason", "plan_maker",
    "responsible_unit", "cooperation_text", "wishes_text", "disadvantaged_text", "help_text",
    "stay_where", "stay_quality", "lasting_home_text", "approver_name", "approver_title",
)  # fmt: skip
_PLAIN = (
    "result", "refusal_ground", "dwelling", "term_months", "plan", "disadvantaged", "stay_from",
    "stay_until", "stay_review", "cooperation", "caseworker_impartial", "approver_impartial",
)  # fmt: skip
_CODES: dict[str, type[StrEnum]] = {
    "other_means": OtherMeans,
    "start_package": StartPart,
    "help_measures": HelpMeasure,
}
_PLACES = {"other_means": "guidance_text"}
MEANS = sections.MEANS


class VedtakForm(Form):
    """One vedtak. What belongs to another kind or answer is out of sight."""

    def __init__(self, office: Office, suggest: Callable[[], object]) -> None:
        super().__init__("Vedtak", problem)
        self._office = office
        self._kind = VedtakKind.MUNICIPAL_DWELLING
        self._touched: set[str] = set()
        self.conditions, self.services = ConditionsPart(), ServicesPart()
        self.suggest_button = Button(
            self.tr("Sett inn begrunnelse"), suggest, size=ButtonSize.SMALL, icon=Icon.EDIT
        )
        sections.answer(self)
        self._dwelling = sections.dwelling(self)
        self._before = (
            sections.disadvantaged(self),
            sections.stay(self, office.clock.today),
            *sections.given_help(self),
            sections.wishes(self),
        )
        sections.reasons(self, self.suggest_button)
        self._conditions = sections.lines(self, self.tr("Vilkår i vedtaket"), self.conditions)
        self._after = (
            sections.lines(self, self.tr("Tjenester"), self.services),
            sections.start_package(self),
            *sections.plan(self),
        )
        self._guidance = sections.guidance(self)
        self._basis = Label("", Type.HELP, Token.TEXT2, wrap=True)
        sections.appeal(self, self._basis)
        sections.people(self)
        self.left.connect(self._touched.add)
        self.left.connect(lambda _name: self.show_what_belongs())

    @property
    def lines_parts(self) -> tuple[LinesPart, ...]:
        """The parts with lines of their own."""
        return self.conditions, self.services

    # values

    def show_draft(self, draft: VedtakDraft) -> None:
        """Show a draft, but for the field that is being typed in."""
        self._kind = draft.kind
        self._tell_basis(draft)
        self._offer_dwellings(draft.dwelling)
        self._offer_grounds(draft)
        typing = {name for name in self.names if is_typed_in(self.field(name))}
        values: dict[str, object] = {name: getattr(draft, name) or None for name in _TEXTS}
        values |= {name: getattr(draft, name) for name in _PLAIN}
        for name, prefix in sections.TICKED.items():
            held = getattr(draft, name)
            values |= {f"{prefix}{each}": each in held for each in _CODES[name]}
        self.set_values({name: held for name, held in values.items() if name not in typing})
        self.conditions.show_conditions(draft.conditions)
        self.services.show_services(draft.services)
        self.show_what_belongs()

    def _tell_basis(self, draft: VedtakDraft) -> None:
        today, parameters = self._office.clock.today(), self._office.settings.parameters
        weeks = draft.appeal_weeks or parameters.period("fvl.complaint_weeks", today).amount
        act = ", ".join(filter(None, (draft.legal_basis, draft.legal_paragraph)))
        told = self.tr("Klagefrist: {} uker.").format(weeks)
        self._basis.setText(f"{told} {self.tr('Hjemmel: {}.').format(act)}" if act else told)

    def _offer_dwellings(self, chosen: DwellingId | None) -> None:
        offered = [(each.id, each.address) for each in self._office.dwellings.ready()]
        if chosen is not None and all(known != chosen for known, _ in offered):
            offered.append((chosen, self._office.dwellings.get(chosen).address))
        self._offer("dwelling", offered)

    def _offer_grounds(self, draft: VedtakDraft) -> None:
        chosen = draft.refusal_ground
        fitting = [each for each in RefusalGround if each.fits(draft.kind) or each is chosen]
        self._offer("refusal_ground", [(each, title_word(each)) for each in fitting])

    def _offer(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        field = self.field(name)
        if isinstance(field, ChoiceField):
            field.set_options(options)

    def forget_touched(self) -> None:
        """Another vedtak is shown: nothing has been left yet."""
        self._touched.clear()
        self.show_problems(())

    def draft(self, known: VedtakDraft) -> VedtakDraft:
        """What is typed, on top of what is known. What would stop the other answer is empty."""
        values = self.values()
        typed: dict[str, object] = {name: str(values[name] or "") for name in _TEXTS}
        typed |= {name: values[name] for name in _PLAIN}
        for name in ("result", "plan"):
            typed[name] = values[name] or getattr(known, name)
        for name, prefix in sections.TICKED.items():
            typed[name] = tuple(each for each in _CODES[name] if values[f"{prefix}{each}"])
        grants = typed["result"] in {VedtakResult.GRANTED, VedtakResult.PARTLY_GRANTED}
        lines = {
            "conditions": self.conditions.conditions() if grants else (),
            "services": self.services.services(),
            "dwelling": values["dwelling"] if grants else None,
            "other_means": () if grants else typed["other_means"],
        }
        if typed["result"] is not VedtakResult.REFUSED:
            lines["refusal_ground"] = None
        return replace(known, **{**typed, **lines})  # type: ignore[arg-type]  # the draft's own fields

    def insert(self, suggested: dict[str, str]) -> bool:
        """Put what is suggested in the blocks that are empty; whether there was one."""
        empty = {n: words for n, words in suggested.items() if words and not self.field(n).value()}
        self.set_values(empty)
        self._touched.update(empty)
        return bool(empty)

    # what is in sight

    def show_what_belongs(self) -> None:
        """Only the parts that belong to the kind and the answer."""
        result = self.field("result").value()
        result = result if isinstance(result, VedtakResult) else VedtakResult.REFUSED
        parts = (self._dwelling, *self._before, self._conditions, *self._after, self._guidance)
        for part in parts:
            part.widget.setVisible(part.belongs(self._kind, result))
        self.field("refusal_ground").setVisible(result is VedtakResult.REFUSED)
        self._see("short_reason", self._short or bool(self.field("short_reason").value()))
        boxes = [self.field(f"{sections.START}{each}") for each in StartPart]
        self._see("no_start_reason", not any(box.value() for box in boxes))
        self._see("approver_impartial", bool(self.field("approver_name").value()))
        stay = self._kind is VedtakKind.TEMPORARY_STAY
        self._see("cooperation_text", bool(self.field("cooperation").value()) and not stay)

    @property
    def _short(self) -> bool:
        """Whether the term is shorter than the usual least (HL-55)."""
        months = self.field("term_months").value()
        today = self._office.clock.today()
        years = self._office.settings.parameters.whole("hl.min_term_years", today)
        return isinstance(months, int) and months < 12 * years

    def _see(self, name: str, shown: bool) -> None:
        sections.line_of(self.field(name)).setVisible(shown)

    # problems

    @property
    def unreadable(self) -> bool:
        """Whether a field holds something that can not be read, and so can not be saved."""
        return any(self.field(name).reading() is not None for name in self.names)

    def tell(self, problems: tuple[Problem, ...], *, all_of_them: bool = False) -> None:
        """Each beside its field once that field has been left, or all when asked for."""
        seen = [p for p in problems if all_of_them or self._place(p) in self._touched]
        self.show_problems([replace(p, field=self._place(p)) for p in seen])
        self.conditions.told(tuple(p for p in problems if p.field == "conditions"))
        self.services.told(tuple(p for p in problems if p.field == "services"))

    def part_name(self, found: Problem) -> str:
        """What the part of the letter that a problem is about is called."""
        number = found.facts.get("number")
        if found.field == "conditions":
            return self.tr("Vilkår {}").format(number) if number else self.tr("Vilkår")
        if found.field == "services":
            return self.tr("Tjeneste {}").format(number)
        if found.field == "other_means":
            return self.tr("Annen hjelp")
        if found.field in {"caseworker_impartial", "approver_impartial"}:
            return self.tr("Habilitet")
        return self.field(found.field).label_text

    def stand_on(self, found: Problem) -> None:
        """Put the cursor where it is put right."""
        number = found.facts.get("number")
        place = number if isinstance(number, int) else 1
        if found.field == "conditions":
            self.conditions.stand_on(place, found.code)
        elif found.field == "services":
            self.services.stand_on(place, found.code)
        elif found.field == "other_means":
            self.field(f"{MEANS}{next(iter(OtherMeans))}").control.setFocus()
        else:
            self.field(found.field).control.setFocus()

    @staticmethod
    def _place(found: Problem) -> str:
        return _PLACES.get(found.field, found.field)

    def parts(self) -> tuple[QWidget, ...]:
        """The sections that come and go with the answer."""
        return self._dwelling.widget, self._conditions.widget, self._guidance.widget
