"""History that can be checked without trusting us: canonical JSON, chains, walls, verification."""
