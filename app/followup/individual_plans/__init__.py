"""The individual plan: the statutory plan with ten parts, never without consent (DOC-08)."""
