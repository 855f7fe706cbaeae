"""What is said of a vedtak on economic advice, in words."""

from PySide6.QtCore import QCoreApplication

from app.core.text import plural
from app.debt.decisions.model import DebtVedtak, WaitingLevel
from app.office import Office
from ui.kit.cards import Fact
from ui.kit.chips import ChipKind
from ui.labels import day, title_word, until, word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_decision", text)


CHIPS = {
    WaitingLevel.NONE: ChipKind.INFO,
    WaitingLevel.YELLOW: ChipKind.SOON,
    WaitingLevel.RED: ChipKind.URGENT,
}


def answer_words(known: DebtVedtak) -> str:
    """The answer: «Ja, vi begynner 12.01.2027», «Nei: en annen kommune har ansvaret»."""
    draft = known.draft
    if not draft.granted:
        ground = word(draft.ground) if draft.ground else ""
        return tr("Nei: {}").format(ground) if ground else tr("Nei")
    if draft.starts_on is None:
        return tr("Ja")
    return tr("Ja, fra {}").format(day(draft.starts_on))


def vedtak_facts(office: Office, known: DebtVedtak) -> list[Fact]:
    """What there is to know of an issued one."""
    decisions = office.debt_decisions
    sent, limit = decisions.sent_on(known), decisions.appeal_deadline(known.id)
    on_paper = known.document is None
    letter = day(sent) if sent else tr("ligger under «Skal sendes»")
    appeal = tr("begynner når brevet er sendt")
    if limit is not None:
        today = office.clock.today()
        ahead = f", {until(today, limit.moved)}" if limit.moved >= today else ""
        appeal = f"{day(limit.moved)}{ahead}"
    facts = [
        Fact(tr("Svar"), answer_words(known)),
        Fact(tr("Fattet"), day(known.issued_on)),
        Fact(tr("Status"), title_word(decisions.state(known.id))),
    ]
    if on_paper:
        facts.append(Fact(tr("Brevet"), tr("på papir fra før Husrom")))
    else:
        facts.append(Fact(tr("Brevet sendt"), letter))
        facts.append(Fact(tr("Siste dag for klage"), appeal))
    if known.draft.granted and known.draft.start_text:
        facts.append(Fact(tr("Hvorfor den dagen"), known.draft.start_text))
    return facts


def waited_words(days: int) -> str:
    """«19 dager»."""
    return plural(days, tr("dag"), tr("dager"))
