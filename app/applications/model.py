"""Applications as the office knows them."""

from enum import StrEnum


class TargetGroup(StrEnum):
    """The group for lists and statistics (SD-06): a situation, never a diagnosis."""

    HOMELESS = "homeless"
    FAMILY_WITH_CHILDREN = "family_with_children"
    SINGLE_LOW_MEANS = "single_low_means"
    YOUNG = "young"
    REFUGEE = "refugee"
    PHYSICAL_DISABILITY = "physical_disability"
    LEARNING_DISABILITY = "learning_disability"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    MENTAL_HEALTH_AND_SUBSTANCE_USE = "mental_health_and_substance_use"
    DISADVANTAGED_OTHER = "disadvantaged_other"
    OLDER = "older"
    OTHER = "other"
