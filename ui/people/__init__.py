"""The register of persons: the list."""
