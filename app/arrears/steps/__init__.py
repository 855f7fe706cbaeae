"""What is done about unpaid rent, step by step, and what comes next (INK-01 to INK-12)."""
