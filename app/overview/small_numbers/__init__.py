"""Small numbers are held back on what leaves the office, and cannot be worked out again."""
