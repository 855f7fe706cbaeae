"""Mapping what works, what does not, and what a person wants."""
