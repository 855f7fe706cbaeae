"""What was said and done with a person: calls, visits, messages, and those that failed."""
