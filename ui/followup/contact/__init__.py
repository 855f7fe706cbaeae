"""Contact with a person: a quick note from anywhere, the log, and its print."""
