"""Texts as vectors: fitted on the corpus itself by default, or by a sentence-transformers model on disk."""
