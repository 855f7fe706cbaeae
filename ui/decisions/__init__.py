"""The vedtak editor: the form left, the letter right."""
