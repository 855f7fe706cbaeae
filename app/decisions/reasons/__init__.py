"""Reasons given when a person asks for them (FV-12): the letter and its sending."""
