"""What the documents state, as lists: the filters of each list, what fits them, and the form of an item. HTTP and MCP list the same."""
