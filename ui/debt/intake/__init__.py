"""A request as somebody asks: one dialog, by the keys, also while they sit there."""
