"""Answers on whether places of the documents agree."""
