"""The six weeks the office has used Husrom: what was done, day by day, by the officer's verbs."""

from datetime import date
from functools import partial
from random import Random

from app.applications.model import TargetGroup
from app.core.clock import FixedClock
from app.demo import (
    advice,
    advice_papers,
    advice_work,
    after,
    arrears_round,
    cases,
    company_list,
    days_ahead,
    earlier_years,
    ends,
    finding,
    followups,
    homeless,
    homes_at_risk,
    housed,
    living,
    meetings,
    moving,
    own_rules,
    phrases,
    takeover,
    tenancies,
    unpaid,
    unpaid_steps,
)
from app.demo.advice import Advised
from app.demo.crowd import Crowd
from app.demo.forms import Lacks, Told
from app.demo.stock import START
from app.demo.story import Steps, Story, moment
from app.demo.unpaid import Owing
from app.office import Office

G = TargetGroup
# Days ago for those that nobody has answered yet: two are late, some are soon
UNANSWERED = (
    (34, G.DISADVANTAGED_OTHER, Told(Lacks.STAY)),
    (29, G.MENTAL_HEALTH, Told(Lacks.PAPERS)),
    (24, G.FAMILY_WITH_CHILDREN, Told(newcomer=True)),
    (21, G.SUBSTANCE_USE, Told()),
    (11, G.DISADVANTAGED_OTHER, Told(newcomer=True)),
    (6, G.FAMILY_WITH_CHILDREN, cases.AT_ONCE),
    (1, G.MENTAL_HEALTH, Told(Lacks.INCOME)),
)


class Weeks:
    """Lets the weeks pass by in an office that has just been made."""

    def __init__(
        self, office: Office, clock: FixedClock, today: date, rng: Random, crowd: Crowd
    ) -> None:
        self._story = Story(office, clock, today, rng, crowd)

    def pass_by(self) -> None:
        """Everything, the oldest first, on working days; the clock ends on the demo's day."""
        for ago, step in sorted(self._steps(), key=lambda each: -each[0]):
            self._story.go_to(ago)
            step()
        self._story.clock.at = moment(self._story.today)

    def _steps(self) -> Steps:
        story = self._story
        office, rng, crowd, today = story.office, story.rng, story.crowd, story.today
        first: Steps = [
            (START, partial(takeover.take_over_stock, office, rng, crowd, today)),
            (START, partial(own_rules.adopt_rules, office, today)),
            (START, partial(own_rules.tell_appeal_body, office, today)),
            (START, partial(own_rules.fill_in_base_amount, office, today)),
            (START, partial(own_rules.fill_in_inhabitants, office, today)),
            (START, partial(own_rules.set_targets, office)),
            (START - 1, partial(takeover.take_over_list, office, rng, crowd, today)),
            (START - 2, partial(takeover.choose_between, office)),
        ]
        own = self._decided() + self._waiting_for_an_answer()
        others = (
            cases,
            housed,
            days_ahead,
            finding,
            after,
            meetings,
            tenancies,
            moving,
            living,
            ends,
            followups,
        )
        owing = Owing()
        owed = [
            step
            for each in (unpaid, company_list, unpaid_steps, arrears_round, homes_at_risk)
            for step in each.steps(story, owing)
        ] + earlier_years.steps(story)
        # last: so many that 42 are without a home, whatever the day
        told = homeless.steps(story)
        advised = Advised()
        owed += advice.steps(story, owing, advised) + advice_work.steps(story, advised)
        owed += advice_papers.steps(story, advised)
        return first + own + [step for each in others for step in each.steps(story)] + owed + told

    def _decided(self) -> Steps:
        """One housed, two granted and on the list, two refused; the latest letters not yet sent."""
        story = self._story
        arrive, answer, decide = story.arrive, story.reply, story.decide
        without, dear = phrases.WITHOUT, phrases.DEAR
        return [
            (43, partial(arrive, "housed", G.DISADVANTAGED_OTHER, without)),
            (42, partial(arrive, "refused", G.DISADVANTAGED_OTHER, dear)),
            (41, partial(arrive, "granted", G.SUBSTANCE_USE, without)),
            (39, partial(arrive, "family", G.FAMILY_WITH_CHILDREN, without)),
            (37, partial(arrive, "second", G.DISADVANTAGED_OTHER, dear)),
            (36, partial(answer, "housed", sent=True)),
            (35, partial(answer, "granted", sent=True)),
            (33, partial(answer, "family", sent=True)),
            (31, partial(decide, "housed", phrases.GRANT_ALONE)),
            (30, partial(story.send, "housed")),
            (29, partial(decide, "granted", phrases.GRANT)),
            (28, partial(story.send, "granted")),
            (27, partial(story.arrived, "housed")),
            (26, partial(decide, "refused", phrases.REFUSAL)),
            (25, partial(story.send, "refused")),
            (22, partial(story.arrived, "refused")),
            (3, partial(decide, "second", phrases.REFUSAL)),
            (1, partial(decide, "family", phrases.GRANT)),
        ]

    def _waiting_for_an_answer(self) -> Steps:
        story = self._story
        came: Steps = [
            (ago, partial(story.arrive, f"open {ago}", group, told=told))
            for ago, group, told in UNANSWERED
        ]
        return [
            *came,
            (4, partial(story.reply, "open 24", sent=False)),
            (9, partial(story.reply, "open 21", sent=True)),
        ]
