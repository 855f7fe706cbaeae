"""Tests of the pages of economic advice."""
