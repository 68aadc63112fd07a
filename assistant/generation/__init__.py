"""From evidence to a checked answer in the words of a language model."""
