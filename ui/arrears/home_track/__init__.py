"""The home track of a tenancy: its card, its letters, and what is asked about it."""
