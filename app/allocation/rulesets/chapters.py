"""The chapters of the guidelines: each rule of a set as a sentence, a list or a table. Pure."""

from collections.abc import Callable, Iterable
from enum import Enum

from app.allocation.rulesets.model import (
    DebtStage,
    DepositRule,
    IncomeMode,
    RankingMode,
    RefusalEffect,
    RentAdjust,
    RuleSet,
)
from app.allocation.rulesets.wording import cap_words, day_of_year
from app.core.days import day_and_month, length
from app.core.periods import Period, Unit
from app.core.records import dataclass
from app.core.text import Language
from app.documents.model import Align, Block, Bullets, Column, Table
from app.documents.texts import Text

Part = str | Block
"""A sentence to be numbered, or what stands under it."""

_AND = {Language.NB: " og ", Language.NN: " og "}


@dataclass(frozen=True, slots=True)
class Voice:
    """The set, and the words it is told with."""

    rules: RuleSet
    text: Text
    language: Language
    municipality: str

    def say(self, key: str, **facts: str) -> str:
        """A sentence."""
        return self.text.passage(key, **facts)

    def length(self, period: Period) -> str:
        """«24 måneder», in the language of the paper."""
        return length(period, self.language)

    def months(self, count: int) -> str:
        """So many months."""
        return self.length(Period(count, Unit.MONTHS))

    def days(self, count: int) -> str:
        """So many days."""
        return self.length(Period(count, Unit.DAYS))

    def named(self, prefix: str, members: Iterable[Enum]) -> tuple[str, ...]:
        """The words of codes, in the order of their enum."""
        found = list(members)
        ordered = [each for each in (type(found[0]) if found else ()) if each in found]
        return tuple(self.say(f"{prefix}_{each.value}") for each in ordered)

    def listed(self, prefix: str, members: Iterable[Enum]) -> str:
        """«helse, endret husstand og sosiale forhold»."""
        *first, last = self.named(prefix, members)
        return f"{', '.join(first)}{_AND[self.language]}{last}" if first else last

    def table(self, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
        """A small table; numbers stand to the right."""
        columns = tuple(
            Column(self.say(f"head_{head}"), Align.LEFT if at == 0 else Align.RIGHT)
            for at, head in enumerate(heads)
        )
        return Table(
            columns, tuple((begun(row[0]), *row[1:]) for row in rows), narrow=True, dense=True
        )


def begun(words: str) -> str:
    """With a capital first, as a cell of its own."""
    return words[:1].upper() + words[1:]


def _purpose(voice: Voice) -> tuple[Part, ...]:
    return (
        voice.say("purpose", municipality=voice.municipality),
        voice.say("purpose_need"),
        voice.say("purpose_other"),
    )


def _who(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    stay: tuple[Part, ...] = (voice.say("stay_not"),)
    if rules.stay_required:
        stay = (voice.say("stay"), Bullets(voice.named("stay", rules.stay_kinds)))
    return (*_residence(voice), *_age(voice), *stay)


def _residence(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    if not rules.residence_months:
        return (voice.say("residence_none"),)
    exceptions = voice.say("residence_no_exceptions")
    if rules.residence_exceptions:
        listed = voice.listed("except", rules.residence_exceptions)
        exceptions = voice.say("residence_exceptions", listed=listed)
    counts = "institution_counts" if rules.residence_institution_counts else "institution_not"
    asked = voice.say("residence", length=voice.months(rules.residence_months))
    return asked, exceptions, voice.say(counts)


def _age(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    if not rules.age_least:
        return (voice.say("age_none"),)
    on = voice.say(f"age_on_{rules.age_on.value}")
    exceptions = voice.say("age_no_exceptions")
    if rules.age_exceptions:
        listed = " eller ".join(voice.named("younger", rules.age_exceptions))
        exceptions = voice.say("age_exceptions", listed=listed)
    return voice.say("age", age=str(rules.age_least), on=on), exceptions


def _weighs(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    ends, wait = rules.lease_ends_within_months, rules.quarantine_months
    return (
        voice.say("situation", length=voice.months(ends)) if ends else voice.say("situation_none"),
        *_means(voice),
        voice.say("low_enough" if rules.low_income_is_enough else "low_not"),
        *_debt(voice),
        voice.say("quarantine", length=voice.months(wait))
        if wait
        else voice.say("quarantine_none"),
    )


def _means(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    if rules.income_mode is IncomeMode.NONE:
        return (voice.say("income_none"),)
    under = rules.income_without_members_under
    counted = voice.say("income_without", age=str(under)) if under else voice.say("income_all")
    if rules.income_mode is IncomeMode.DISCRETIONARY:
        return (f"{voice.say('income_discretionary')} {counted}",)
    caps = ((str(cap.persons), cap_words(cap)) for cap in rules.income_caps)
    told = (voice.say("income_caps"), voice.table(("persons", "cap"), caps))
    in_g = rules.income_mode is IncomeMode.CAP_IN_G
    return (*told, voice.say("income_g"), counted) if in_g else (*told, counted)


def _debt(voice: Voice) -> tuple[Part, ...]:
    stage = voice.rules.debt_stage
    told = voice.say(f"debt_{stage.value}")
    if stage is DebtStage.NONE:
        return (told,)
    settled = voice.say("debt_plan" if voice.rules.debt_plan_is_enough else "debt_paid")
    return (f"{told} {settled}",)


def _order(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    claims = rules.claims_next.strip()
    return (
        voice.say(f"ranking_{rules.ranking.value}"),
        *_groups(voice),
        *_points(voice),
        voice.say(f"tie_{rules.tie_break.value}"),
        voice.say("claims", who=claims) if claims else voice.say("claims_none"),
    )


def _groups(voice: Voice) -> tuple[Part, ...]:
    groups = tuple(voice.say(f"group_{group.value}") for group in voice.rules.groups)
    if not groups:
        return ()
    if voice.rules.ranking is RankingMode.ORDERED_GROUPS:
        return voice.say("groups_ordered"), _places(voice, groups)
    return voice.say("groups_told"), Bullets(groups)


def _places(voice: Voice, groups: tuple[str, ...]) -> Table:
    """The groups by their place; the numbers of a plain list have no room for two digits."""
    columns = (
        Column(voice.say("head_place"), share=0.16),
        Column(voice.say("head_group"), share=0.84),
    )
    rows = ((str(at), begun(group)) for at, group in enumerate(groups, start=1))
    return Table(columns, tuple(rows), narrow=True, dense=True)


def _points(voice: Voice) -> tuple[Part, ...]:
    rows = [(voice.say(f"need_{each.need.value}"), str(each.points)) for each in voice.rules.points]
    return (voice.say("points"), voice.table(("need", "points"), rows)) if rows else ()


def _offers(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    effect = rules.offer_refusal_effect
    count = rules.offer_refusals
    times = voice.say("times_one") if count == 1 else voice.say("times_many", count=str(count))
    nothing = effect is RefusalEffect.NOTHING
    refusal = "refusal_nothing" if nothing else f"refusal_{effect.value}"
    return (
        voice.say("answer", length=voice.days(rules.offer_answer_days)),
        voice.say(refusal) if nothing else voice.say(refusal, times=times),
        voice.say("size"),
        voice.table(
            ("persons", "rooms"),
            ((str(each.persons), _rooms(voice, each.least, each.most)) for each in rules.size_norm),
        ),
    )


def _rooms(voice: Voice, least: int, most: int) -> str:
    if least == most:
        return str(most)
    return voice.say("rooms_between", least=str(least), most=str(most))


def _answers(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    return (
        voice.say("preliminary", length=voice.days(rules.preliminary_days)),
        voice.say("valid", length=voice.months(rules.valid_months)),
        voice.say("lapse" if rules.vedtak_lapses_on_change else "lapse_not"),
    )


def _lease(voice: Voice) -> tuple[Part, ...]:
    rules = voice.rules
    notice = rules.tenant_notice_months
    swap = voice.say("swap_none")
    if rules.swap_grounds:
        swap = voice.say("swap", listed=voice.listed("swap", rules.swap_grounds))
    return (
        voice.say("lease_terms"),
        _terms(voice),
        voice.say("notice", length=voice.months(notice)) if notice else voice.say("notice_none"),
        _security(voice),
        _rent(voice),
        _renewal(voice),
        swap,
        voice.say(f"plan_{rules.plan_required.value}"),
    )


def _terms(voice: Voice) -> Table:
    # those named first, as «alle andre» means the ones above it
    terms = sorted(voice.rules.lease_terms, key=lambda term: term.group is None)
    everyone = voice.say("everyone" if len(terms) == 1 else "everyone_else")
    return voice.table(
        ("group", "first", "renewal"),
        (
            (
                everyone if term.group is None else voice.say(f"group_{term.group.value}"),
                voice.months(term.first_months),
                voice.months(term.renewal_months),
            )
            for term in terms
        ),
    )


def _renewal(voice: Voice) -> str:
    rules = voice.rules
    asked = "renewal_criteria" if rules.renewal_needs_criteria else "renewal_free"
    apply = voice.say("renewal_apply", length=voice.months(rules.renewal_apply_months))
    remind = voice.say("renewal_remind", length=voice.months(rules.renewal_remind_months))
    return f"{apply} {remind} {voice.say(asked)}"


def _security(voice: Voice) -> str:
    rules = voice.rules
    if rules.deposit is DepositRule.NONE:
        return voice.say("deposit_none")
    return voice.say(f"deposit_{rules.deposit.value}", length=voice.months(rules.deposit_months))


def _rent(voice: Voice) -> str:
    rules = voice.rules
    if rules.rent_adjust is RentAdjust.LEASE_ANNIVERSARY:
        return voice.say("rent_lease_anniversary")
    return voice.say("rent_fixed_day", day=day_and_month(day_of_year(rules.rent_adjust_day)))


CHAPTERS: dict[str, Callable[[Voice], tuple[Part, ...]]] = {
    "purpose": _purpose,
    "who": _who,
    "weighs": _weighs,
    "order": _order,
    "offers": _offers,
    "answers": _answers,
    "lease": _lease,
}
"""The chapters by the name of their heading; the one about appeals needs the legal basis."""
