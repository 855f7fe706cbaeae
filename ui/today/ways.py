"""Where the one button of a gjøremål leads."""

from app.alerts.model import Act, Alert
from ui.navigation import PAGE_OF, PageId, Place

# acts on the case itself: its page, and what to begin there
_CASE_TASKS = {
    Act.WRITE_PRELIMINARY_REPLY: (PageId.APPLICATION, "reply"),
    Act.WRITE_DELAY_NOTICE: (PageId.APPLICATION, "delay_notice"),
    Act.ASK_FOR_PAPERS: (PageId.APPLICATION, "missing_papers"),
    Act.WRITE_LAPSE_WARNING: (PageId.APPLICATION, "lapse_warning"),
    Act.CLOSE_LAPSED: (PageId.APPLICATION, "lapsed"),
    Act.TELL_DISCHARGE: (PageId.APPLICATION, "discharge"),
    Act.DECIDE_RENEWAL: (PageId.LEASE, "term"),
    Act.SIGN_RENEWAL: (PageId.LEASE, "term"),
    Act.HOLD_TALK: (PageId.LEASE, "term"),
    Act.OPEN_LEASE: (PageId.LEASE, "term"),
    Act.OPEN_ORDER: (PageId.LEASE, "agreement"),
    Act.ANSWER_CONSENT: (PageId.LEASE, "residents"),
    Act.CHANGE_RENT: (PageId.LEASE, "rent"),
    Act.SEE_REPORTS: (PageId.LEASE, "reports"),
    Act.RECORD_HANDBACK: (PageId.LEASE, "ending"),
    Act.OPEN_ENDING: (PageId.LEASE, "ending"),
    Act.SEND_MOVE_OUT_REQUEST: (PageId.LEASE, "move_out_request"),
    Act.OPEN_START_PACKAGE: (PageId.LEASE, "handover"),
    Act.OPEN_PLAN: (PageId.PERSON_FOLLOWUP, "plan"),
    Act.OPEN_INDIVIDUAL_PLAN: (PageId.PERSON_FOLLOWUP, "individual_plan"),
    Act.OPEN_LEVEL: (PageId.PERSON_FOLLOWUP, "level"),
    Act.OPEN_AGREEMENT: (PageId.PERSON_FOLLOWUP, "agreement"),
    Act.OPEN_CONSENTS: (PageId.PERSON_FOLLOWUP, "services"),
    Act.WRITE_NOTE: (PageId.PERSON_FOLLOWUP, "contact"),
    Act.OPEN_EVICTION: (PageId.EVICTION, "case"),
    Act.OPEN_UNITS: (PageId.EVICTION, "units"),
    Act.OPEN_AFTERCARE: (PageId.EVICTION, "aftercare"),
    Act.OPEN_ARREARS: (PageId.TENANCY_ARREARS, "tracks"),
    Act.OPEN_INSTALMENTS: (PageId.TENANCY_ARREARS, "agreement"),
    Act.OPEN_SIGNALS: (PageId.SIGNALS, ""),
    Act.OPEN_ADVICE: (PageId.DEBT_CASE, "request"),
    Act.OPEN_ADVICE_VEDTAK: (PageId.DEBT_CASE, "decision"),
    Act.OPEN_ADVICE_APPEAL: (PageId.DEBT_CASE, "decision"),
    Act.OPEN_ADVICE_ECONOMY: (PageId.DEBT_CASE, "economy"),
    Act.OPEN_ADVICE_PLAN: (PageId.DEBT_CASE, "plan"),
    Act.OPEN_ADVICE_MEASURES: (PageId.DEBT_CASE, "measures"),
}
# acts on many, or on the register
_PLACES = {
    Act.ASK_THE_LIST: Place(PageId.SWEEP),
    Act.CHANGE_RENTS: Place(PageId.RENT_ROUND),
    Act.SEND_RENT_NOTICES: Place(PageId.LETTERS),
    Act.SEE_TALKS: Place(PageId.LEASES, task="talks"),
    Act.SEE_ENDING: Place(PageId.LEASES, task="ending"),
    Act.SEE_EVALUATIONS: Place(PageId.FOLLOWUP, task="to_evaluate"),
    Act.SEE_LATE_MEASURES: Place(PageId.FOLLOWUP, task="late_measures"),
    Act.SEE_SILENT: Place(PageId.FOLLOWUP, task="silent"),
    Act.SEE_WITHOUT_PLAN: Place(PageId.FOLLOWUP, task="without_plan"),
    Act.SEE_WITHOUT_OWNER: Place(PageId.FOLLOWUP, task="without_owner"),
    Act.SEE_HOLES: Place(PageId.HOLES),
    Act.SEE_ARREARS: Place(PageId.ARREARS),
    Act.SEE_BROKEN_AGREEMENTS: Place(PageId.ARREARS, task="agreement_broken"),
    Act.SEE_SIGNALS: Place(PageId.SIGNALS),
    Act.SEE_PAUSES: Place(PageId.ARREARS, task="pause_ends"),
    Act.SEE_EVICTIONS: Place(PageId.EVICTIONS),
    Act.SEE_ADVICE: Place(PageId.DEBT, task="working"),
    Act.SEE_ADVICE_UNDECIDED: Place(PageId.DEBT, task="without_vedtak"),
    Act.SEE_ADVICE_QUEUE: Place(PageId.DEBT_QUEUE),
    Act.SEE_VACANT: Place(PageId.DWELLINGS, task="ready"),
    Act.BACK_UP: Place(PageId.SETTINGS, task="backup"),
    Act.CHOOSE_PLACE_OUTSIDE: Place(PageId.SETTINGS, task="backup"),
    Act.OPEN_RETURNS: Place(PageId.RETURNS),
    Act.OPEN_CENSUS: Place(PageId.CENSUS),
    Act.OPEN_PACK: Place(PageId.OVERVIEW, task="pack"),
    Act.OPEN_RULES: Place(PageId.SETTINGS, task="rules"),
}


def way_of(alert: Alert) -> Place:
    """The place to go; the page of the case where its act has none of its own."""
    if alert.act in _CASE_TASKS:
        page, task = _CASE_TASKS[alert.act]
        return Place(page, alert.case, task)
    return _PLACES.get(alert.act) or Place(PAGE_OF[alert.case.kind], alert.case)
