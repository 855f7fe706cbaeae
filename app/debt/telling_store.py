"""The tables of economic advice that may tell where somebody lives (ADR-05).

Claims stand by themselves: the sum of our own rent is kept when its lease is let go of.
"""

from app.people.telling_store import Telling

_OF_CASE = "t.debt_case"
_OF_VEDTAK = "(SELECT debt_case FROM debt_decision WHERE id = t.debt_decision)"
_OF_APPEAL = (
    "(SELECT d.debt_case FROM debt_decision d JOIN debt_appeal a ON a.debt_decision = d.id"
    " WHERE a.id = t.debt_appeal)"
)
_OF_MEASURE = "(SELECT debt_case FROM debt_measure m WHERE m.id = t.debt_measure)"
_OF_BUDGET = "(SELECT debt_case FROM budget b WHERE b.id = t.budget)"
_OF_LETTER = "(SELECT debt_case FROM creditor_letter l WHERE l.id = t.creditor_letter)"
_OF_SHARE = (
    "(SELECT p.debt_case FROM proposal_share s JOIN payment_proposal p ON p.id = s.proposal"
    " WHERE s.id = t.proposal_share)"
)
_OF_PLAN = "(SELECT debt_case FROM payment_plan p WHERE p.id = t.payment_plan)"
_OF_CLAIM = (
    "(SELECT p.debt_case FROM plan_claim c JOIN payment_plan p ON p.id = c.payment_plan"
    " WHERE c.id = t.plan_claim)"
)
_VEDTAK_TEXTS: dict[str, str | None] = {
    "start_text": "",
    "facts_text": "",
    "considerations_text": "",
    "wishes_text": "",
    "guidance_text": "",
    "change_text": "",
    "document": None,
}
_WORDS, _REASON = {"words": ""}, {"reason": ""}
TAKEN_AWAY = "–"
"""Where a budget and its changes must have a name."""

TELLING = (
    Telling("debt_case", _WORDS, "t.id"),
    Telling("debt_state", _REASON, _OF_CASE),
    Telling("debt_screen", _WORDS, _OF_CASE),
    Telling("debt_stage", _REASON, _OF_CASE),
    Telling("debt_outcome", _WORDS, _OF_CASE),
    Telling("debt_decision", _VEDTAK_TEXTS, _OF_CASE),
    Telling("debt_decision_state", _REASON, _OF_VEDTAK),
    Telling("debt_waiting_letter", {"reason": "", "document": None}, _OF_CASE),
    Telling("debt_appeal", {"wanted": "", "grounds": ""}, _OF_VEDTAK),
    Telling("debt_appeal_state", _REASON, _OF_APPEAL),
    Telling("debt_paper", _WORDS, _OF_CASE),
    Telling("economy_income", _WORDS, _OF_CASE),
    Telling("economy_cost", _WORDS, _OF_CASE),
    Telling("economy_owned", _WORDS, _OF_CASE),
    Telling("budget", {"name": TAKEN_AWAY, "words": ""}, _OF_CASE),
    Telling("budget_change", {"words": TAKEN_AWAY, "reason": ""}, _OF_BUDGET),
    Telling("budget_print", {"document": None}, _OF_BUDGET),
    Telling("creditor_letter", {"document": None}, _OF_CASE),
    Telling("opening_answer", _WORDS, _OF_LETTER),
    Telling("payment_proposal", _WORDS, _OF_CASE),
    Telling("proposal_answer", _WORDS, _OF_SHARE),
    Telling("payment_plan", {"words": "", "document": None}, _OF_CASE),
    Telling("payment_plan_state", _REASON, _OF_PLAN),
    Telling("plan_payment", _WORDS, _OF_CLAIM),
    Telling("debt_measure", _WORDS, _OF_CASE),
    Telling("debt_measure_state", _WORDS, _OF_MEASURE),
    Telling("settlement_check", _WORDS, _OF_CASE),
)
