"""What a register shows that a person should look at: it raises, and somebody decides."""
