"""What a vedtak on help or a temporary stay gave, as facts on the page."""

from PySide6.QtCore import QCoreApplication

from app.decisions.model import VedtakDraft, VedtakKind
from ui.kit.cards import Fact
from ui.labels import capital, day, title_word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("vedtak", text)


def given_facts(draft: VedtakDraft) -> list[Fact]:
    """The help measure by measure, or the stay with its days."""
    if draft.kind is VedtakKind.TEMPORARY_STAY:
        until = day(draft.stay_until) if draft.stay_until else tr("Til den ses på igjen")
        return [
            Fact(tr("Sted"), capital(draft.stay_where)),
            Fact(tr("Fra"), day(draft.stay_from)),
            Fact(tr("Til"), until),
            Fact(tr("Ses på igjen"), day(draft.stay_review)),
        ]
    help_given = ", ".join(title_word(each) for each in draft.help_measures)
    return [
        Fact(tr("Hjelp"), help_given or draft.help_text),
        Fact(tr("Ansvarlig"), draft.responsible_unit),
    ]
