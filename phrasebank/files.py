"""Reads files that people name in settings and drafts: whatever they name, it takes no forever."""

import errno
import os
import stat
from pathlib import Path


def content_of(path: Path, largest: int) -> bytes:
    """Return what is in a file.

    A pipe may never end and never begin, and a device may have no end: neither is read.

    Parameters
    ----------
    path
        Where it is; anything may stand there.
    largest
        The most bytes to read.

    Raises
    ------
    OSError
        There is no such file, it is no regular one, or it is longer; `strerror` says which.
    """
    try:
        about = path.stat()
    except ValueError:  # a name that no file can have
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from None
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    if about.st_size > largest:
        raise OSError(errno.EFBIG, f"More than {largest:,} bytes", str(path))
    return path.read_bytes()
