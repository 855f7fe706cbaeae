"""The ready kinds of measures: who does them, and whether they need a vedtak."""
