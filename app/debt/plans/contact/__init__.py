"""The first letters to creditors, and what they answer (GJ-06)."""
