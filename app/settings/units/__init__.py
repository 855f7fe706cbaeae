"""The parts of the municipality that give services."""
