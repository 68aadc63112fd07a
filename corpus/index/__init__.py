"""Search: one lexical index and one vector index over the same entries, each behind one adapter module."""
