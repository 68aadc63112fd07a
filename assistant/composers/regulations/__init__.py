"""Answers from the articles of regulations."""
