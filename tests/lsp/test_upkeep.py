"""What the server does beside answering: it watches its parent, and picks up garbage in pauses."""

import asyncio
import gc
import os
import subprocess
import sys
import weakref

import pytest

from precedent_ls.lsp import parent
from precedent_ls.lsp.tidying import tidy


class Node:
    def __init__(self) -> None:
        self.self = self


def test_tidying_collects_circles_and_leaves_collecting_on() -> None:
    gone = weakref.ref(Node())
    gc.freeze()
    gc.disable()
    tidy()
    assert gone() is None
    assert gc.isenabled()
    gc.unfreeze()


@pytest.mark.skipif(sys.platform == "win32", reason="no process is watched there")
@pytest.mark.parametrize("told", [True, False], ids=["by the system", "by looking"])
async def test_a_dead_parent_is_noticed(told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not told:
        monkeypatch.delattr(os, "pidfd_open", raising=False)
        monkeypatch.setattr(parent, "INTERVAL", 0)
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    gone = asyncio.Event()
    parent.watch_parent(process.pid, gone.set)
    assert not gone.is_set()
    process.kill()
    process.communicate()
    await asyncio.wait_for(gone.wait(), 60)
    late = asyncio.Event()
    parent.watch_parent(process.pid, late.set)
    assert late.is_set()
