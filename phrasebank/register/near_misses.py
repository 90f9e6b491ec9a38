"""Names in a text that are nearly, but not quite, in the register."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from phrasebank.kept import kept
from phrasebank.register.content_words import COUNTRY, Token, tokens
from phrasebank.register.mentions import Matcher, Mention
from phrasebank.register.model import Entry, Form, Kind, Register, Status
from phrasebank.register.near_names import Difference, Target, Weights, difference
from phrasebank.register.near_people import People
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word, words

_THINGS = frozenset({Kind.BODY, Kind.FORUM, Kind.INSTRUMENT, Kind.STATUTE, Kind.OFFICE})
#: The rarest words of a name, by which it is looked up; one of them may be the one that differs.
_ANCHORS = 3
#: What tells a slip in a long name even where a short form of it stands inside.
_CLOSE = frozenset({Difference.SPELLING, Difference.ORDER, Difference.MISSING})


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch of text that is nearly a name: `form` is probably what is meant."""

    span: Span
    entry: Entry
    form: Form
    how: Difference


@dataclass(frozen=True, slots=True)
class _Found:
    miss: NearMiss
    rank: tuple[int, int, int]


@kept
def near_misses_of(matcher: Matcher) -> "NearMisses":
    """Return what finds near-misses of the names that `matcher` finds."""
    return NearMisses(matcher.register)


class NearMisses:
    """Finds near-misses of a register's names."""

    def __init__(self, register: Register) -> None:
        self._weights = Weights.of(register.lexicon)
        self._people = People(register)
        self._anchors: dict[str, list[tuple[int, Target]]] = {}
        self._names: dict[str, list[tuple[str, ...]]] = {}
        self._others: dict[str, list[tuple[str, ...]]] = {}
        for name in (*register.lexicon.others, *_damaged(register.entries.values())):
            keys = tuple(word.key for word in words(name))
            self._others.setdefault(keys[0], []).append(keys)
        self._index(list(_targets(register.entries.values())))

    def _index(self, targets: Sequence[Target]) -> None:
        frequency = Counter(key for target in targets for key in set(target.keys))
        for target in targets:
            self._names.setdefault(target.entry.id, []).append(target.keys)
            places = sorted(range(len(target.keys)), key=lambda place: frequency[target.keys[place]])
            for place in places[:_ANCHORS]:
                self._anchors.setdefault(target.keys[place], []).append((place, target))

    def near_misses(
        self, text: str, words: Sequence[Word], mentions: Sequence[Mention], language: Language
    ) -> tuple[NearMiss, ...]:
        """Return the near-misses in a paragraph, in order; they don't overlap.

        Parameters
        ----------
        text, words, mentions, language
            The paragraph, its words, what it names by a form of the register, and its
            language. What overlaps a mention of the same entry is no near-miss of it.
        """
        found = [
            each
            for each in self._found(text, words, mentions, language)
            if not _is_named(each.miss, mentions, words)
        ]
        if found:
            right = list(self._right(words))
            found = [each for each in found if not any(_overlap(each.miss.span, span) for span in right)]
        return tuple(_best(found))

    def _found(
        self, text: str, words: Sequence[Word], mentions: Sequence[Mention], language: Language
    ) -> Iterator[_Found]:
        content = tokens(text, words)
        titled = frozenset(_beside_titles(text, content, mentions))
        keys = frozenset(token.key for token in content)
        possible = {
            id(target) for key in keys for _, target in self._anchors.get(key, ()) if target.may_be_in(keys)
        }
        compared: set[tuple[int, int]] = set()
        for index, token in enumerate(content):
            for place, target in self._anchors.get(token.key, ()):
                at = id(target), index - place
                if at[0] in possible and at not in compared:
                    compared.add(at)
                    yield from self._compared(target, content, index - place, language)
            if token.capital:
                for first, last, entry, form, how in self._people.near(content, index, titled):
                    span = Span(content[first].start, _end(text, content[last], form))
                    yield _Found(NearMiss(span, entry, form, how), _rank(form, how, language, span))

    def _compared(
        self, target: Target, content: Sequence[Token], start: int, language: Language
    ) -> Iterator[_Found]:
        """Compare a name to the words from about `start` on."""
        size = len(target.keys)
        for first in range(max(0, start - 1), start + 2):
            for length in (size, size - 1, size + 1, *([len(target.short)] if target.short else [])):
                window = content[first : first + length]
                if len(window) != length or length < 2:
                    continue
                how = difference(target, window, self._weights)
                if how is Difference.MISSING and _is_part(content, first, first + length):
                    continue
                end = window[-1].end
                if how is Difference.WORD:
                    if self._begins_another(target, window) or _has_another_before(content, first):
                        continue
                    if window[-1].key != target.keys[-1] and _goes_on(content, first + length):
                        if not self._weights.confusable(target.keys[-1], content[first + length].key):
                            continue
                        end = content[first + length].end  # a Working Group for a Committee
                if how is not None:
                    span = Span(window[0].start, end)
                    miss = NearMiss(span, target.entry, target.form, how)
                    yield _Found(miss, _rank(target.form, how, language, span))

    def _begins_another(self, target: Target, window: Sequence[Token]) -> bool:
        """Tell whether a longer name of the same entry begins with the words."""
        keys = tuple(token.key for token in window)
        return any(other[: len(keys)] == keys for other in self._names[target.entry.id])

    def _right(self, words: Sequence[Word]) -> Iterator[Span]:
        """Yield where names stand that resemble a registered one and are right."""
        keys = tuple(word.key for word in words)
        for index, key in enumerate(keys):
            for name in self._others.get(key, ()):
                if keys[index : index + len(name)] == name:
                    yield Span(words[index].start, words[index + len(name) - 1].end)


def _targets(entries: Iterable[Entry]) -> Iterator[Target]:
    for entry in entries:
        if entry.kind in _THINGS:
            for form in entry.forms:
                if form.status.allowed and not form.acronym and not form.anaphoric:
                    target = Target.of(entry, form)
                    if len(target.keys) > 1:
                        yield target


def _damaged(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield forms whose fault is the extraction: they are no slips of whoever drafts."""
    for entry in entries:
        for form in entry.forms:
            if form.status is Status.DAMAGE:
                yield form.text


def _rank(form: Form, how: Difference, language: Language, span: Span) -> tuple[int, int, int]:
    return list(Difference).index(how), int(form.language not in (None, language)), span.start - span.end


def _best(found: Iterable[_Found]) -> Iterator[NearMiss]:
    """Yield, in order, the likeliest of those that overlap."""
    kept: list[NearMiss] = []
    for each in sorted(found, key=lambda each: each.rank):
        if not any(_overlap(each.miss.span, other.span) for other in kept):
            kept.append(each.miss)
    yield from sorted(kept, key=lambda miss: miss.span)


def _is_named(miss: NearMiss, mentions: Sequence[Mention], words: Sequence[Word]) -> bool:
    """Tell whether the text names something there: the same entry, or what reaches beyond.

    A short form may stand inside a long one that is off (United States Departmnt of Justice).
    """
    return any(
        mention.span == miss.span
        or not (miss.span.start <= mention.span.start and mention.span.end <= miss.span.end)
        or (miss.entry.id in (mention.entry.id, mention.entry.title_of) and miss.how not in _CLOSE)
        or (miss.entry is mention.entry and _is_after_country(miss, mention, words))
        for mention in mentions
        if _overlap(mention.span, miss.span)
    )


def _is_after_country(miss: NearMiss, mention: Mention, words: Sequence[Word]) -> bool:
    """Tell whether only a country stands before an allowed name: the U.S. | Justice Department."""
    before = [word.key for word in words if miss.span.start <= word.start < mention.span.start]
    return (
        mention.form.status.allowed
        and mention.span.end == miss.span.end
        and all(key in COUNTRY for key in before)
    )


def _is_part(content: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether the words are part of a longer name, so that none is missing.

    Two words may be so even across an “and” (Food and | Drug Administration).
    """
    short = end - first <= 2
    before, after = content[first - 1 : first], content[end : end + 1]
    return any(
        beyond.capital and not link.marks and (short or not link.small)
        for beyond, link in [(each, content[first]) for each in before] + [(each, each) for each in after]
    )


def _goes_on(content: Sequence[Token], end: int) -> bool:
    """Tell whether another word with a capital follows, as part of the same name."""
    return end < len(content) and content[end].capital and content[end].is_joined


def _has_another_before(content: Sequence[Token], first: int) -> bool:
    """Tell whether a name begins before the words, so that it is another body’s: Ontario | Drug Agency."""
    before = content[first - 1] if first else None
    return before is not None and before.capital and content[first].is_joined and before.key not in COUNTRY


def _beside_titles(text: str, content: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[int]:
    """Yield the words that stand directly before or after the title of an office."""
    titles = [mention.span for mention in mentions if mention.entry.kind is Kind.OFFICE]
    starts, ends = sorted(span.start for span in titles), sorted(span.end for span in titles)
    for index, token in enumerate(content):
        before = bisect_right(ends, token.start)
        after = bisect_left(starts, token.end)
        if (before and _between(text, ends[before - 1], token.start) == "") or (
            after < len(starts) and _between(text, token.end, starts[after]) in ("", "Canada’s")
        ):
            yield index


def _between(text: str, end: int, start: int) -> str:
    return text[end:start].strip(" ,\u00a0\n")


def _end(text: str, last: Token, form: Form) -> int:
    """Return where a person's name ends, with the point of a suffix."""
    return last.end + 1 if form.text.endswith("Jr.") and text.startswith("Jr.", last.start) else last.end


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
