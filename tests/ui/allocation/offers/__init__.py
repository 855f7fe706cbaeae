"""Tests of the pages on offers."""
