"""Words for a language model, one template per file."""
