"""The typed result of an extraction, and the error classes: the lowest floor."""
