"""Typed facts, one module a kind, each from a document to the facts its text states."""
