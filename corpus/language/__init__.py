"""One set of language rules for documents and questions: terms, numbers, years, units, titles."""
