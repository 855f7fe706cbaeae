"""The plan a person has: what is wanted, what is done for it, and how it went."""
