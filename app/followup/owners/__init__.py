"""Who owns the case: one unit and one coordinator on every day of follow-up."""
