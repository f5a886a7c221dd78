"""Who sent a denunciation: a sealed envelope under an alias, and where switched on, ciphertext beside it."""
