"""Free text that hangs on no case, and what it tells of where somebody lives."""
