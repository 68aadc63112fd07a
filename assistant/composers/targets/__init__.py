"""Answers that tell figures and deadlines."""
