"""Who does what for an owner, how the owner is reached, and what was agreed."""
