"""Tests of the page on settlement."""
