"""Walking the procedures in memory: every state a file can reach, and what is proved of all of them."""
