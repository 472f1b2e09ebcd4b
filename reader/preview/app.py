"""The pages and what they ask: addresses to functions. Nothing is served from outside ``build/``, nothing is written by
GET."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from reader.errors import DubenError
from reader.preview.desk import Desk
from reader.preview.guard import Guard
from reader.preview.watch import Watcher
from reader.project import Project
from reader.templates import environment, render

_MOST_BYTES = 1 << 20


def make_app(project: Project, token: str, port: int, watcher: Watcher) -> Guard:
    """The application behind its guard."""
    pages, asked = _Pages(project, token, watcher), _Asked(Desk(project))
    routes = [
        Route("/", pages.home),
        Route("/read/{path:path}", pages.read),
        Route("/build/{path:path}", pages.built),
        Route("/glossary", pages.glossary),
        Route("/review/{seed}", pages.review),
        Route("/api/stamp", pages.stamp),
        Route("/api/terms", asked.terms),
        Route("/api/terms/{name}", asked.term),
        Route("/api/review/{seed}", asked.items),
        Route("/api/propose", asked.propose, methods=["POST"]),
        Route("/api/add", asked.add, methods=["POST"]),
        Route("/api/edit/{name}", asked.edit, methods=["POST"]),
        Route("/api/settle/{seed}", asked.settle, methods=["POST"]),
    ]
    return Guard(Starlette(routes=routes), token, port)


class _Pages:
    """What the browser shows."""

    def __init__(self, project: Project, token: str, watcher: Watcher) -> None:
        self._project = project
        self._base = f"/{token}"
        self._watcher = watcher
        self._environment = environment([project.templates])

    def _page(self, name: str, **context: object) -> HTMLResponse:
        return HTMLResponse(render(self._environment, f"preview/{name}.html", base=self._base, **context))

    async def home(self, _: Request) -> Response:
        seeds = [path.stem for path in self._project.seed_paths()]
        return self._page("home", files=_built(self._project), seeds=seeds)

    async def read(self, request: Request) -> Response:
        return self._page("read", path=request.path_params["path"])

    async def glossary(self, _: Request) -> Response:
        return self._page("glossary")

    async def review(self, request: Request) -> Response:
        return self._page("review", seed=request.path_params["seed"], files=_built(self._project))

    async def built(self, request: Request) -> Response:
        path = file_in(self._project.build, request.path_params["path"])
        return FileResponse(path) if path else PlainTextResponse("not found", 404)

    async def stamp(self, _: Request) -> Response:
        return JSONResponse({"stamp": self._watcher.stamp, "said": self._watcher.said})


class _Asked:
    """What the pages ask of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def terms(self, request: Request) -> Response:
        return await _answer(lambda: self._desk.terms(request.query_params.get("q", "")))

    async def term(self, request: Request) -> Response:
        return await _answer(lambda: self._desk.term(request.path_params["name"]))

    async def items(self, request: Request) -> Response:
        return await _answer(lambda: self._desk.items(request.path_params["seed"]))

    async def propose(self, request: Request) -> Response:
        return await _posted(request, lambda given: self._desk.propose(str(given.get("term", ""))))

    async def add(self, request: Request) -> Response:
        return await _posted(request, self._desk.add)

    async def edit(self, request: Request) -> Response:
        return await _posted(request, lambda given: self._desk.edit(request.path_params["name"], given))

    async def settle(self, request: Request) -> Response:
        return await _posted(request, lambda given: self._desk.settle(request.path_params["seed"], given))


def file_in(folder: Path, name: str) -> Path | None:
    """The file of that name below the folder; None for one that is not there, is hidden, or lies outside, also by a
    link."""
    if any(part.startswith(".") for part in name.split("/")) or "\\" in name or "\0" in name:
        return None
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError):
        return None
    return path if inside else None


def _built(project: Project) -> list[str]:
    """The finished pages, by name."""
    found = (path for path in project.build.rglob("*") if path.suffix in (".html", ".pdf"))
    return sorted(path.relative_to(project.build).as_posix() for path in found)


async def _answer(ask: Callable[[], dict[str, Any]]) -> Response:
    try:
        return JSONResponse(await run_in_threadpool(ask))
    except DubenError as error:
        return JSONResponse({"error": error.message, "hint": error.hint}, 400)


async def _posted(request: Request, ask: Callable[[dict[str, Any]], dict[str, Any]]) -> Response:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return JSONResponse({"error": "too much"}, 413)
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return JSONResponse({"error": "not JSON"}, 400)
    if not isinstance(given, dict):
        return JSONResponse({"error": "it has to be an object"}, 400)
    return await _answer(lambda: ask(given))
