"""Members who work away from home: told by their cell, counted by unit, looked at by a person."""
