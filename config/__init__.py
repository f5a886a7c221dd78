"""Settings, addresses, start-up checks, the database: the only room that knows the machine."""
