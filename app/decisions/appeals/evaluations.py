"""The stored evaluation of an application, in the words of an appeal."""

from app.allocation.eligibility.service import Eligibility
from app.core.ids import ApplicationId
from app.core.text import Language


class KeptEvaluations:
    """What was kept when it was decided; nothing for a case decided elsewhere."""

    def __init__(self, eligibility: Eligibility) -> None:
        self._eligibility = eligibility

    def words(
        self, application: ApplicationId, language: Language, *, you: bool = False
    ) -> tuple[str, ...]:
        """How the rules were seen to be met, in sentences; `you` in a letter to the person."""
        kept = self._eligibility.kept(application)
        if not kept:
            return ()
        return self._eligibility.sentences(kept[-1].explanation, language, you=you)
