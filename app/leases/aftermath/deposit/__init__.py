"""Claims on the deposit and the guarantee."""
