"""From case records and the register to rows that can be counted."""
