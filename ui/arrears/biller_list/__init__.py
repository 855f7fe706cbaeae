"""Lists from those who bill: taken in, checked, and taken out again."""
