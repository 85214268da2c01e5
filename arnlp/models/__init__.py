"""Weights of the statistical models, with their cards."""
