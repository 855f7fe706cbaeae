"""Whom money is owed to, and what they claim."""
