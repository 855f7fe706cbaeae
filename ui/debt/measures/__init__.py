"""«Tiltak»: what is done about an economy, and a settlement with its days."""
