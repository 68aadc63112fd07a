"""Answers from rows of tables."""
