"""Answers from knowledge: question -> evidence -> answer -> citations, and the ways to ask."""
