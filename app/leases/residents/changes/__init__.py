"""Another tenant in a lease: after a death, or when two who lived together part."""
