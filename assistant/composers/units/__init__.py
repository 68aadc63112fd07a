"""Answers on who does what."""
