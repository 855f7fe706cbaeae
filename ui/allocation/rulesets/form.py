"""Every key of a rule set on one form, in parts that fold."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.allocation.rulesets.model import (
    AgeException,
    AgeOn,
    DebtStage,
    DepositRule,
    IncomeMode,
    PlanRequired,
    RankingMode,
    RefusalEffect,
    RentAdjust,
    ResidenceException,
    RuleSet,
    SwapGround,
    TieBreak,
)
from app.applications.intake.model import LegalStay
from app.applications.model import TargetGroup
from app.core.errors import Problem
from ui.allocation.rulesets import lists
from ui.allocation.rulesets.lists import Rows
from ui.kit.buttons import Button, ButtonSize
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import NumberField, TextField
from ui.kit.fold import FoldingForm
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.ticks_field import COLUMN, TicksField
from ui.kit.words import Label
from ui.labels import problem, title_word

_WIDE = 330
"""The room of the longest words."""
_READ: dict[str, Callable[[Rows], object]] = {
    "income_caps": lists.caps_of,
    "size_norm": lists.norms_of,
    "lease_terms": lists.terms_of,
    "points": lists.points_of,
}
"""The keys that are lists, each with the way from its rows."""


def _choice(name: str, label: str, kind: type[Enum], hint: str = "") -> ChoiceField:
    return ChoiceField(name, label, [(each, title_word(each)) for each in kind], hint=hint)


def _ticks(name: str, label: str, kind: type[Enum], column: int = COLUMN) -> TicksField:
    return TicksField(name, label, [(each, title_word(each)) for each in kind], column=column)


def _number(name: str, label: str, most: int = 120, hint: str = "") -> NumberField:
    return NumberField(name, label, most=most, hint=hint, width=190)


class RuleSetForm(FoldingForm):
    """The rules as they are typed; `order_wanted` asks for the order of the groups."""

    order_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Regler for tildeling"), problem, parent)
        self._base = RuleSet()
        self._groups: tuple[TargetGroup, ...] = ()
        self._order = Label("", Type.BODY, Token.TEXT, wrap=True)
        self._who()
        self._means()
        self._ranking()
        self._offers()
        self._promises()
        self._lease()

    # building

    def _who(self) -> None:
        self.section(self.tr("Hvem som kan få bolig"))
        lived = self.tr("Måneder bosatt i kommunen")
        self.line(_number("residence_months", lived, hint=self.tr("0 er intet krav.")))
        self.line(
            _number("age_least", self.tr("Alder, minst"), 30),
            _choice("age_on", self.tr("Alderen regnes"), AgeOn),
        )
        exceptions = self.tr("Unntak fra botiden")
        self.line(_ticks("residence_exceptions", exceptions, ResidenceException))
        self.line(_ticks("age_exceptions", self.tr("Kan være yngre"), AgeException))
        self.line(
            CheckField("residence_institution_counts", self.tr("Opphold i institusjon teller")),
            CheckField("stay_required", self.tr("Krever lovlig opphold")),
        )
        stay = self.tr("Oppholdsgrunnlag som godtas")
        self.line(_ticks("stay_kinds", stay, LegalStay, _WIDE))
        self.line(
            _number(
                "lease_ends_within_months",
                self.tr("Uten egen bolig innen"),
                hint=self.tr("Måneder igjen av leieavtalen."),
            ),
            TextField("dispensation_by", self.tr("Hvem kan gjøre unntak")),
        )

    def _means(self) -> None:
        self.fold(self.tr("Inntekt, gjeld og brudd"))
        self.line(
            _choice("income_mode", self.tr("Inntekt og formue"), IncomeMode),
            _number("income_without_members_under", self.tr("Regn ikke med dem under"), 30),
        )
        self.line(lists.caps_field())
        self.line(
            CheckField("low_income_is_enough", self.tr("Lav inntekt er nok alene")),
            CheckField("debt_plan_is_enough", self.tr("Nedbetalingsavtale er nok")),
        )
        self.line(
            _choice("debt_stage", self.tr("Gammel gjeld til kommunen"), DebtStage),
            _number("quarantine_months", self.tr("Karantene etter brudd, måneder"), 12),
        )

    def _ranking(self) -> None:
        self.fold(self.tr("Rekkefølgen på ventelisten"), opened=True)
        self.line(
            _choice("ranking", self.tr("Listen ordnes etter"), RankingMode),
            _choice(
                "tie_break",
                self.tr("Når to står likt"),
                TieBreak,
                hint=self.tr("Ventetid teller bare hvis kommunen har bestemt det."),
            ),
        )
        change = Button(
            self.tr("Endre rekkefølgen på gruppene"),
            self.order_wanted.emit,
            icon=Icon.LIST,
            size=ButtonSize.SMALL,
        )
        self.add_part(self._order)
        self.add_part(change)
        self.line(lists.points_field())
        hint = self.tr("For eksempel «sosialkontoret». Tomt når ingen har det.")
        who = self.tr("Hvem kan kreve neste ledige bolig")
        self.line(TextField("claims_next", who, optional=True, hint=hint))

    def _offers(self) -> None:
        self.fold(self.tr("Tilbud og størrelse"))
        self.line(
            _number("offer_answer_days", self.tr("Svarfrist på tilbud, dager"), 60),
            _number("offer_refusals", self.tr("Nei som tåles"), 10),
            _choice("offer_refusal_effect", self.tr("Etter det"), RefusalEffect),
        )
        self.line(lists.norm_field())

    def _promises(self) -> None:
        self.fold(self.tr("Svar og varighet"))
        self.line(
            _number("preliminary_days", self.tr("Foreløpig svar innen, dager"), 60),
            _number("valid_months", self.tr("Søknaden gjelder, måneder")),
        )
        change = self.tr("Vedtaket faller bort når situasjonen endrer seg")
        self.line(CheckField("vedtak_lapses_on_change", change))

    def _lease(self) -> None:
        self.fold(self.tr("Leieavtalen"))
        self.line(lists.terms_field())
        self.line(
            _number("tenant_notice_months", self.tr("Leiers oppsigelse, måneder"), 12),
            _choice("deposit", self.tr("Sikkerhet"), DepositRule),
            _number("deposit_months", self.tr("Sikkerhet, måneder"), 6),
        )
        self.line(
            _choice("rent_adjust", self.tr("Leien endres"), RentAdjust),
            TextField(
                "rent_adjust_day",
                self.tr("Fast dag, måned-dag"),
                optional=True,
                hint=self.tr("05-01 er 1. mai."),
            ),
        )
        self.line(
            _number("renewal_remind_months", self.tr("Minn om forlengelse, måneder før"), 24),
            _number("renewal_apply_months", self.tr("Søknadsskjema, måneder før"), 24),
        )
        self.line(
            CheckField("renewal_needs_criteria", self.tr("Forlenges bare når vilkår er oppfylt")),
            _choice("plan_required", self.tr("Plan for oppfølging kreves"), PlanRequired),
        )
        self.line(_ticks("swap_grounds", self.tr("Grunner til bytte"), SwapGround))

    # values

    def show_rules(self, rules: RuleSet) -> None:
        """Another set to go on from."""
        self._base = rules
        self.set_values({name: self._held(rules, name) for name in self.names})
        self.set_groups(rules.groups)
        self.show_problems(())

    def _held(self, rules: RuleSet, name: str) -> object:
        rows: dict[str, Rows] = {
            "income_caps": lists.cap_rows(rules.income_caps),
            "size_norm": lists.norm_rows(rules.size_norm),
            "lease_terms": lists.term_rows(rules.lease_terms),
            "points": lists.point_rows(rules.points),
        }
        if name in rows:
            return rows[name]
        value = getattr(rules, name)
        return None if value == "" else value

    def set_groups(self, groups: tuple[TargetGroup, ...]) -> None:
        """The order of the groups, first to last."""
        self._groups = groups
        told = ", ".join(
            f"{place}. {title_word(group)}" for place, group in enumerate(groups, start=1)
        )
        empty = self.tr("Ingen rekkefølge er valgt ennå.")
        self._order.setText(told or empty)
        self._order.setTextFormat(Qt.TextFormat.PlainText)

    def tell_groups(self, problem_found: Problem | None) -> None:
        """What is wrong with the order, which is no field."""
        if problem_found is not None:
            self._order.setText(problem(problem_found))

    def name_of(self, key: str) -> str:
        """What a key is called here."""
        lists_of = {
            "groups": self.tr("Rekkefølgen på gruppene"),
            "income_caps": self.tr("Grenser for inntekt"),
            "size_norm": self.tr("Soverom etter husstand"),
            "lease_terms": self.tr("Leietid"),
            "points": self.tr("Poeng"),
        }
        return lists_of.get(key) or self.field(key).control.accessibleName()

    @property
    def unreadable(self) -> bool:
        """Whether a field holds something that can not be read."""
        return any(self.field(name).reading() is not None for name in self.names)

    @property
    def groups(self) -> tuple[TargetGroup, ...]:
        """The order as it stands."""
        return self._groups

    def rules(self) -> RuleSet:
        """What is typed, on top of the set it began from."""
        return replace(self._base, groups=self._groups, **self._typed(self.values()))  # type: ignore[arg-type]  # each field gives its key's own type

    def _typed(self, values: Mapping[str, object]) -> dict[str, object]:
        made: dict[str, object] = {}
        for name, value in values.items():
            if name in _READ:
                made[name] = _READ[name](value if isinstance(value, tuple) else ())
            elif isinstance(getattr(self._base, name), str):
                made[name] = value or ""
            elif value is not None:
                made[name] = value
        return made
