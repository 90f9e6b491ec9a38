"""What can be folded, and what can be selected around a cursor."""

from lsprotocol import types

from precedent_ls.assist import selection
from precedent_ls.assist.folding import folds as find_folds
from precedent_ls.lsp.view import View


def folds(view: View, _: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    """Return the folds. They come by themselves, so in drafts only."""
    if not view.draft.recognized:
        return None
    return [
        types.FoldingRange(
            fold.first, fold.last, kind=types.FoldingRangeKind.Comment if fold.comment else None
        )
        for fold in find_folds(view.draft)
    ]


def selections(view: View, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    """Return for each cursor the smallest range around it, which leads to the wider ones."""
    return [_chain(view, view.offset(position)) for position in params.positions]


def _chain(view: View, offset: int) -> types.SelectionRange:
    outer: types.SelectionRange | None = None
    for span in reversed(selection.selections(view.draft, view.bank, offset)):
        outer = types.SelectionRange(view.range(span), outer)
    assert outer is not None
    return outer
