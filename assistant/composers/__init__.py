"""Composers: one module a kind of answer, each from a question and its evidence to a draft, or None when it has nothing to say."""
