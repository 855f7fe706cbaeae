"""The cooperation agreement of a person on the screen."""
