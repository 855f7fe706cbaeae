"""The rent of a month, claimed of all at once."""
