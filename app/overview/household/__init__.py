"""All about one household, read together."""
