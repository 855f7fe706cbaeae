"""The home track: notice, word to the social service, and the petition with what it waits for."""
