"""Whether the passages that a sentence cites support it: decided by rules, without a model."""
