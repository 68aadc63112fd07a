"""What is known: the model of documents and facts, the language rules, the stores and the shipped corpus."""
