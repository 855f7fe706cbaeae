"""Refugees settled by agreement: the year's number, and who comes when."""
