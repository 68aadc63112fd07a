"""The thoughts that a reasoning model writes down before its reply, where its server sends both as one text."""

from collections.abc import Iterable, Iterator

_BEGIN, _END = "<think>", "</think>"


def without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """`pieces` of a reply, without what stands between <think> and </think> at its beginning; thoughts that do not end hide what follows."""
    arriving = iter(pieces)
    begun = ""
    for piece in arriving:
        begun += piece
        if not _BEGIN.startswith(begun.lstrip()[: len(_BEGIN)]) or _END in begun:
            break
    if begun.lstrip().startswith(_BEGIN):
        begun = begun.partition(_END)[2]
    if begun:
        yield begun
    yield from arriving
