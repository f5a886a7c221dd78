"""Case files and the one door through which they move."""
