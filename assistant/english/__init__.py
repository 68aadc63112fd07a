"""English questions in the Chinese words of the documents, and their answers in English."""
