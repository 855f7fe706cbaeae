"""Following up people: level and owner, plans, contact, services."""
