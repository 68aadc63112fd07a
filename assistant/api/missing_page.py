"""What a browser shows where there is nothing: a page to read, with the way to the start."""

from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse

_PAGE = """<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>没有这个页面 · Page not found</title>
    <link rel="stylesheet" href="{home}static/base.css">
    <link rel="stylesheet" href="{home}static/chat.css">
  </head>
  <body>
    <main>
      <section class="welcome">
        <h2>没有这个页面</h2>
        <p>地址可能有误，或页面已经移走。<a href="{home}">回到提问页</a></p>
        <section lang="en">
          <h3>Page not found</h3>
          <p>The address may be wrong, or the page has moved. <a href="{home}">Go to the start page</a></p>
        </section>
      </section>
    </main>
  </body>
</html>
"""


def is_for_a_reader(request: Request) -> bool:
    """Whether a browser asks for a page, rather than a program for data."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    return "text/html" in request.headers.get("accept", "") and not path.startswith(("/api/", "/v1/"))


def missing_page(request: Request) -> HTMLResponse:
    """The page, with status 404."""
    return HTMLResponse(_PAGE.format(home=escape(f"{request.scope.get('root_path', '')}/")), 404)
