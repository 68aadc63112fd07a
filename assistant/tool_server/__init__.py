"""The assistant as tools for other programs (Model Context Protocol): one module for the server, one for the tools and one for what they give."""
