"""What the lines of a budget are called, and what each rests on."""

from PySide6.QtCore import QCoreApplication

from app.applications.intake.model import IncomeKind
from app.core.ages import age
from app.core.money import format_kroner
from app.debt.budget.model import Budget, BudgetLine, BudgetPart, BudgetVersion, LivingKind
from ui.labels import capital, day, title_word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("budget", text)


def version_words(version: BudgetVersion) -> str:
    """Its name; the one that nobody has made is «Nå»."""
    return tr("Nå") if version.now else version.name


def part_words(part: BudgetPart) -> str:
    """The heading of a part."""
    return {
        BudgetPart.INCOME: tr("Inntekter"),
        BudgetPart.HOME: tr("Bolig"),
        BudgetPart.POWER: tr("Strøm"),
        BudgetPart.CHILDREN: tr("Barn"),
        BudgetPart.LIVING: tr("Livsopphold"),
        BudgetPart.AGREED: tr("Avtalt først"),
    }[part]


def line_words(line: BudgetLine) -> str:
    """What a line is."""
    if line.kind is None:
        return line.told
    words = title_word(line.kind)
    if isinstance(line.kind, IncomeKind) or not isinstance(line.kind, LivingKind):
        return f"{words}, {line.told}" if line.told else words
    return words


def basis_words(line: BudgetLine, version: BudgetVersion) -> str:
    """What the sum rests on: a rate and its day, a paper, or what somebody has changed."""
    if line.instead_of is not None:
        said = tr("i stedet for {}").format(format_kroner(line.instead_of))
        return f"{said}. {line.reason}" if line.reason else said
    if isinstance(line.kind, LivingKind):
        return _rate_words(line, version)
    if line.change:
        return line.reason or tr("lagt til her")
    if line.seen:
        return tr("vist på papir")
    return tr("fortalt, fra {}").format(day(line.since)) if line.since else ""


def _rate_words(line: BudgetLine, version: BudgetVersion) -> str:
    said = []
    if line.child is not None:
        years = tr("{} år").format(age(line.child.birth_date, version.counted_for))
        said.append(f"{line.child.name}, {years}" if line.child.name else years)
    if line.full is not None:
        said.append(tr("80 % av {}").format(format_kroner(line.full)))
    elif not said:
        said.append(tr("sats fra {}").format(day(line.since)))
    return "; ".join(said)


def total_words(budget: Budget) -> tuple[str, str]:
    """What is left, and what that means."""
    if not budget.whole:
        return tr("Budsjettet er ikke ferdig"), tr("Se hva som mangler, ved siden av.")
    if budget.available > 0:
        first = tr("Bolig, strøm, forsikring og barn er dekket først")
        return tr("Igjen til kreditorene"), first
    if budget.available == 0:
        return tr("Ingenting igjen til kreditorene"), tr("Pengene går akkurat rundt")
    return tr("Det mangler hver måned"), tr("Pengene rekker ikke til bolig, barn og livsopphold")


def version_facts(version: BudgetVersion, *, holds: bool) -> str:
    """One line about a version: its day, and how it stands."""
    said = [tr("regnet for {}").format(day(version.counted_for))]
    if holds:
        said.append(tr("gjelder nå"))
    if version.printed_on is not None:
        said.append(tr("skrevet ut {}").format(day(version.printed_on)))
    return capital(", ".join(said))
