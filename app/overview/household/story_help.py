"""Money that is owed, advice, and how somebody is followed up."""

from app.arrears.instalments.model import InstalmentState
from app.arrears.signals.model import EarlySignalKind, SignalSource
from app.arrears.steps.model import ArrearsStepKind
from app.debt.measures.model import DebtMeasureKind, DebtMeasureState
from app.debt.model import AdviceStage, DebtOutcome
from app.debt.plans.model import PaymentPlanState
from app.decisions.model import VedtakResult
from app.followup.levels.model import HelpLevel
from app.followup.model import MeasureState
from app.followup.plans.model import GoalState, PlanState
from app.overview.household.model import Happened
from app.overview.household.story_parts import ADVICE, LEASE, PLAN, told

ECONOMY = (
    told(
        Happened.ARREARS_STEP,
        f"{LEASE} CROSS JOIN arrears_step s ON s.lease = l.id AND s.withdrawn_on IS NULL",
        "s.taken_on, s.id",
        "lease:l.id",
        state="s.kind",
        amount="nullif(s.principal, 0)",
        states=(ArrearsStepKind,),
    ),
    told(
        Happened.INSTALMENTS,
        f"{LEASE} CROSS JOIN instalment_agreement i ON i.lease = l.id CROSS JOIN"
        " instalment_state s ON s.agreement = i.id AND s.state <> 'draft'",
        "s.since, s.id",
        "lease:l.id",
        state="s.state",
        words="s.reason",
        amount="i.total",
        states=(InstalmentState,),
    ),
    told(
        Happened.RENT_DISPUTED,
        f"{LEASE} CROSS JOIN rent_dispute d ON d.lease = l.id",
        "d.received_on, d.id",
        "lease:l.id",
        words="d.words",
        amount="d.amount",
    ),
    told(
        Happened.ADVICE_ASKED,
        ADVICE,
        "c.received_on, c.id",
        "debt_case:c.id",
        words="c.words",
    ),
    told(
        Happened.ADVICE_DECIDED,
        f"{ADVICE} CROSS JOIN debt_decision d ON d.debt_case = c.id CROSS JOIN"
        " debt_decision_state s ON s.debt_decision = d.id AND s.state = 'issued'",
        "s.since, d.id",
        "debt_case:c.id",
        state="CASE d.granted WHEN 1 THEN 'granted' ELSE 'refused' END",
        words="d.number",
        states=(VedtakResult,),
    ),
    told(
        Happened.ADVICE_STAGE,
        f"{ADVICE} CROSS JOIN debt_stage s ON s.debt_case = c.id AND s.stage <> 'closed'",
        "s.since, s.id",
        "debt_case:c.id",
        state="s.stage",
        words="s.reason",
        states=(AdviceStage,),
    ),
    told(
        Happened.ADVICE_ENDED,
        f"{ADVICE} CROSS JOIN debt_outcome o ON o.debt_case = c.id AND o.outcome <> ''",
        "o.since, o.id",
        "debt_case:c.id",
        state="o.outcome",
        words="o.words",
        states=(DebtOutcome,),
    ),
    told(
        Happened.PAYMENT_PLAN,
        f"{ADVICE} CROSS JOIN payment_plan p ON p.debt_case = c.id CROSS JOIN"
        " payment_plan_state s ON s.payment_plan = p.id",
        "s.since, s.id",
        "debt_case:c.id",
        state="s.state",
        words="s.reason",
        states=(PaymentPlanState,),
    ),
    told(
        Happened.DEBT_MEASURE,
        f"{ADVICE} CROSS JOIN debt_measure m ON m.debt_case = c.id CROSS JOIN"
        " debt_measure_state s ON s.debt_measure = m.id",
        "s.since, s.id",
        "debt_case:c.id",
        state="s.state",
        more="m.kind",
        words="s.words",
        amount="m.amount",
        states=(DebtMeasureState,),
        mores=(DebtMeasureKind,),
    ),
)

FOLLOWUP = (
    told(
        Happened.LEVEL,
        "CROSS JOIN help_level h ON h.person = w.id",
        "h.since, h.id",
        "person:",
        state="h.level",
        words="h.reason",
        states=(HelpLevel,),
    ),
    told(
        Happened.OWNER,
        "CROSS JOIN case_owner o ON o.person = w.id CROSS JOIN service_unit u ON u.id = o.unit",
        "o.since, o.id",
        "person:",
        words="o.coordinator || ', ' || u.name",
    ),
    told(
        Happened.PLAN,
        f"{PLAN} CROSS JOIN plan_state s ON s.plan = p.id AND s.state <> 'draft'",
        "s.since, s.id",
        "person:",
        state="s.state",
        words="s.reason",
        states=(PlanState,),
    ),
    told(
        Happened.PLAN_EVALUATED,
        f"{PLAN} CROSS JOIN plan_evaluation e ON e.plan = p.id",
        "e.evaluated_on, e.id",
        "person:",
        words="e.words",
    ),
    told(
        Happened.GOAL,
        "CROSS JOIN goal g ON g.person = w.id CROSS JOIN goal_state s ON s.goal = g.id",
        "s.since, s.id",
        "person:",
        state="s.state",
        words="g.words",
        states=(GoalState,),
    ),
    told(
        Happened.MEASURE,
        "CROSS JOIN measure m ON m.person = w.id CROSS JOIN measure_state s ON s.measure = m.id"
        " AND s.state NOT IN ('ordered', 'confirmed')",
        "s.since, s.id",
        "person:",
        state="s.state",
        words="m.words",
        states=(MeasureState,),
    ),
    told(
        Happened.SIGNAL,
        "CROSS JOIN early_signal s ON s.person = w.id",
        "s.seen_on, s.id",
        "person:",
        state="s.kind",
        more="s.source",
        words="s.words",
        states=(EarlySignalKind,),
        mores=(SignalSource,),
    ),
    told(
        Happened.SERVICE,
        "CROSS JOIN service_given g ON g.person = w.id CROSS JOIN service_unit u"
        " ON u.id = g.service_unit",
        "g.since, g.id",
        "person:",
        words="g.what || ', ' || u.name",
        within="g.nav_only",
    ),
)
