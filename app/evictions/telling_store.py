"""Tables of what is done in eviction cases that may tell where somebody lives (ADR-05).

The case itself stands with the cases: an hour may stay where a place may not.
"""

from app.people.telling_store import Telling

_OF_CASE = "t.eviction_case"

TELLING = (
    Telling("unit_note", {"because": "", "asks": "", "document": None}, _OF_CASE),
    Telling("child_step", {"words": ""}, _OF_CASE),
    Telling("aftercare_task", {"words": ""}, _OF_CASE),
    Telling("fetching_notice", {"kept_where": ""}, _OF_CASE),
    Telling("eviction_review", {"seen_earlier": "", "to_change": ""}, _OF_CASE),
    Telling("aftercare_letter", {"document": None}, _OF_CASE),
)
