"""The conditions of the steps, by what they ask about: each a sentence an officer reads when refused."""
