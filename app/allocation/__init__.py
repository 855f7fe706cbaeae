"""Who gets which dwelling, and why: one order, explained by its own reasons."""
