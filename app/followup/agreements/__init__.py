"""The cooperation agreement: what a person and the municipality agree to do (DOC-10)."""
