"""The nouns of the product: documents, their parts, and the facts they state. Values only, no behaviour that reads or writes."""
