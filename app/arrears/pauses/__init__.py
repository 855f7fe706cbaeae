"""Money steps wait, for a reason and to a day."""
