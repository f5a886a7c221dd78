"""Settings, addresses, start-up checks and the embedded database: the only room that knows the machine."""
