"""Persons and households: register, correct, join, protect."""
