"""The demo municipality: invented, made through the officer's own verbs, new for every day."""
