"""«Samtaler og avslutning»: talks, all that has happened, and how it ends."""
