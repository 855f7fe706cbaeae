"""Lists the office keeps under names of its own."""
