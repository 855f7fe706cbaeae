"""The letters, clocks and sweep of applications."""
