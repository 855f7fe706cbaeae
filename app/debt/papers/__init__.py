"""Papers that show an economy: asked for, come, still missing."""
