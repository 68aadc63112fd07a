"""Readers: one module a format, each from a file to its text with page starts."""
