"""What a question asks: read from its words, for which years, units, documents, and in how many parts."""
