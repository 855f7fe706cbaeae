"""The box for everything (Ctrl+K): what is found, and what can be done."""
