"""Tests of the forecast of vacancies."""
