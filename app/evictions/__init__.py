"""Notices, messages and cases of people who may lose their home, until after the day."""
