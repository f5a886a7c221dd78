"""P1 – Giám sát: the procedures of supervision, which remind and correct."""
