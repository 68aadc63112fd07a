"""Answers in the sentences, lists and headings of the text."""
