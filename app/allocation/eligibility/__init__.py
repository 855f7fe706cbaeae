"""Whether the criteria are met, each with its fact and paragraph."""
