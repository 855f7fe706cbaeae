"""Who waits for a dwelling, who got one, and how long it took."""
