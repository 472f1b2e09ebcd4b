"""Running the preview until it is stopped."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from reader.errors import ConfigError, MissingExtra
from reader.project import Project


def serve(project: Project, port: int, told: Callable[[str], None]) -> None:
    """Serve on 127.0.0.1 until Ctrl-C; ``told`` is given the address. ``port`` 0: any that is free.

    Raises :class:`MissingExtra` without the packages, :class:`ConfigError` where the port is taken.
    """
    try:
        import uvicorn

        from reader.preview.app import make_app
        from reader.preview.guard import new_token
        from reader.preview.printing import Printer
        from reader.preview.watch import Watcher
    except ImportError as error:
        if error.name is None or error.name.split(".")[0] not in ("starlette", "uvicorn", "anyio"):
            raise
        hint = "pip install 'duben[preview]'"
        raise MissingExtra("the preview needs the packages starlette and uvicorn", hint=hint) from None
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(128)  # whoever follows the address at once is kept waiting, not turned away
    except OSError as error:
        listener.close()
        raise ConfigError(f"port {port} cannot be used: {error.strerror}", hint="--port 0 takes a free one") from None
    port = listener.getsockname()[1]
    token = new_token()
    watcher = Watcher(project, ("html",), told, Printer(project.root, told))
    watcher.start()
    told(f"http://127.0.0.1:{port}/{token}/")
    config = uvicorn.Config(make_app(project, token, port, watcher), log_level="warning", access_log=False, ws="none")
    try:
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()
        if not watcher.stop():
            # A thread inside native code while the interpreter ends would abort it. Files are replaced whole, so that
            # a build may end anywhere.
            sys.stdout.flush()
            os._exit(0)
