"""Whether an individual plan is wanted, and who coordinates: asked with or without a plan."""

from app.core.ids import PersonId
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlan,
    IndividualPlanState,
)
from ui.asking import Asking, Values, a_day
from ui.followup.individual_plan.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, TextField
from ui.labels import title_word


class WishDialogs(Asking):
    """Wanted, offered or declined; coordinator and contact doctor."""

    def want(self, person: PersonId) -> AskDialog:
        """The consent first; the plan begins with it."""
        goes_on = self.office.individual_plans.state(person) is IndividualPlanState.CONSENT_OVER
        verb = "consent.given" if goes_on else "individual_plan.begun"
        dialog = self.ask(
            tr("Personen ønsker individuell plan"),
            tr(
                "Planen lages aldri uten samtykke. Forklar hva planen er, og at samtykket kan"
                " trekkes når som helst. Hvem planen kan deles med, fører du inn under «Tjenester»."
            ),
            tr("Før inn samtykket"),
            lambda values: self.office.individual_plans.want(
                person, a_day(values, "since") or self.today(), a_day(values, "until")
            ),
            verb,
        )
        dialog.form.line(
            DateField("since", tr("Sa ja"), today=self.today),
            DateField("until", tr("Samtykket gjelder til og med"), today=self.today),
        )
        today = self.today()
        dialog.form.set_values(
            {"since": today, "until": self.office.services_given.consent_end(today)}
        )
        dialog.open()
        return dialog

    def offered(self, person: PersonId, *, declined: bool) -> AskDialog:
        """It was offered that day; perhaps it is not wanted."""
        title = tr("Tilbudt, ønsker ikke") if declined else tr("Individuell plan er tilbudt")
        explanation = (
            tr("Personen kan ombestemme seg. Koordinator skal tilbys likevel.")
            if declined
            else tr("Svaret fører du inn når personen har bestemt seg.")
        )
        act = (
            self.office.individual_plans.decline if declined else self.office.individual_plans.offer
        )
        dialog = self.ask(
            title,
            explanation,
            tr("Før inn"),
            lambda values: act(person, a_day(values, "since")),
            "individual_plan.declined" if declined else "individual_plan.offered",
        )
        dialog.form.line(DateField("since", tr("Dag"), today=self.today))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def coordinator(
        self, known: IndividualPlan, post: CoordinatorPost = CoordinatorPost.COORDINATOR
    ) -> AskDialog:
        """Offered, declined, appointed or not relevant, plan or no plan (HOL-02)."""

        def act(values: Values) -> None:
            answer = values["answer"]
            chosen = answer if isinstance(answer, CoordinatorAnswer) else CoordinatorAnswer.OFFERED
            named = chosen is CoordinatorAnswer.APPOINTED
            offer = CoordinatorOffer(
                post,
                chosen,
                a_day(values, "since") or self.today(),
                str(values["name"] or "").strip() if named else "",
            )
            self.office.individual_plans.answer_coordinator(known.person, offer)

        dialog = self.ask(title_word(post), _of_post(post), tr("Før inn"), act, _ANSWERED)
        answers = [(each, title_word(each)) for each in CoordinatorAnswer]
        dialog.form.line(RadioField("answer", tr("Hva personen har fått"), answers))
        dialog.form.line(
            TextField("name", tr("Navn"), optional=True, hint=tr("Trengs når en er oppnevnt.")),
            DateField("since", tr("Fra og med"), today=self.today),
        )
        before = known.offers.get(post)
        name = before.name if before else ""
        if not name and post is CoordinatorPost.COORDINATOR:
            name = known.owner
        dialog.form.set_values(
            {
                "answer": before.answer if before else CoordinatorAnswer.OFFERED,
                "name": name,
                "since": self.today(),
            }
        )
        dialog.open()
        return dialog


_ANSWERED = "coordinator.answered"


def _of_post(post: CoordinatorPost) -> str:
    if post is CoordinatorPost.COORDINATOR:
        return tr("Koordinator tilbys også når personen ikke vil ha individuell plan.")
    return tr("Velg «Ikke aktuelt» når det ikke gjelder denne personen.")
