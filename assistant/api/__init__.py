"""The HTTP contract as a FastAPI application, one module a resource, and the chat page beside it."""
