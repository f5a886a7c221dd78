"""How long it takes to try another law on every live file, and to decide every finished file again."""
