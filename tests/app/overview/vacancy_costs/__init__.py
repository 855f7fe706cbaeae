"""Tests of what vacancies cost."""
