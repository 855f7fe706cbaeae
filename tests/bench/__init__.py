"""Speed, run by hand: `python -m tests.bench`. Figures to read, never a timed test."""
