"""What a plan can begin from; the municipality's own to change."""
