"""Asks the assistant as a tool: `python docs/examples/mcp_client.py QUESTION city-assistant mcp`, or its address instead of the command.

Needs the package mcp, and the assistant started with `city-assistant mcp --http` where an address is given: http://127.0.0.1:8001/mcp.
"""

import asyncio
import os
import sys

from mcp import Client, StdioServerParameters


async def main(question: str, server: str, *arguments: str) -> bool:
    """Print the names of the tools, the answer to a question with its sources, and the words around its first source; say whether asking failed."""
    address = server.startswith("http")
    started = server if address else StdioServerParameters(command=server, args=list(arguments), env=dict(os.environ))
    async with Client(started) as client:
        print("Tools:", ", ".join(tool.name for tool in (await client.list_tools()).tools))
        answered = await client.call_tool("ask", {"question": question})
        print(answered.content[0].text)
        for citation in (answered.structured_content or {"citations": []})["citations"][:1]:
            around = {"document_id": citation["document_id"], "start": max(citation["start"] - 100, 0), "end": citation["end"] + 100}
            print("Around it:", (await client.call_tool("document_text", around)).structured_content["quote"])
        return answered.is_error


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(asyncio.run(main(*sys.argv[1:])))
