"""The form a person says yes on: what, with whom, until when, and how to take it back."""
