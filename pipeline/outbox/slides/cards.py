"""Cards side by side, or in rows, with their marks large: all of one slide at one size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.documents.contents import Card
from pipeline.outbox.slides.fitting import EMU_PER_POINT, Text, text_width, texts_fit, texts_height
from pipeline.outbox.slides.shapes import Area, Box, Shape
from pipeline.outbox.slides.theme import Theme

GAP: Final = 228_600
PADDING: Final = 228_600
STRIP: Final = 73_152
_SIZES = ((34, 28), (32, 26), (30, 24), (28, 22), (26, 20), (24, 20), (22, 18), (20, 18), (18, 18))  # heading, text
_LEAST_OF_AREA = 0.8
_TILE = 914_400


@dataclass(frozen=True, slots=True)
class _Manner:
    """How all cards of one slide are set; `beside` has the mark on a tile beside the words."""

    heading: int
    text: int
    beside: bool
    theme: Theme

    @property
    def mark(self) -> int:
        """The size of a mark: large, and larger where it stands above the words."""
        return 44 if self.beside else round(2.3 * self.heading)


def card_shapes(cards: Sequence[Card], area: Area, theme: Theme) -> Iterable[Shape]:
    """The cards in an area, in reading order."""
    columns = _columns(len(cards))
    rows = -(-len(cards) // columns)
    width = (area.width - GAP * (columns - 1)) // columns
    room = (area.height - GAP * (rows - 1)) // rows
    manner, fits = _manner(cards, Area(0, 0, width, room), rows > 1, theme)
    height = _height(cards, Area(0, 0, width, room), manner)
    for number, card in enumerate(cards):
        row, column = divmod(number, columns)
        place = Area(area.left + column * (width + GAP), area.top + row * (height + GAP), width, height)
        yield from _card(card, place, manner, overfull=not fits)


def _columns(count: int) -> int:
    if count <= 3:
        return max(count, 1)
    return 2 if count == 4 else 3 if count <= 6 else 4


def _manner(cards: Sequence[Card], place: Area, beside: bool, theme: Theme) -> tuple[_Manner, bool]:  # noqa: FBT001 - it is what a manner is made of
    for heading, text in _SIZES:
        manner = _Manner(heading, text, beside, theme)
        if all(_fits(card, place, manner) for card in cards):
            return manner, True
    return _Manner(*_SIZES[-1], beside, theme), False


def _fits(card: Card, place: Area, manner: _Manner) -> bool:
    width, height = _room(card, place, manner)
    return texts_fit(_texts(card, manner), width / manner.theme.breadth, height)


def _room(card: Card, place: Area, manner: _Manner) -> tuple[float, float]:
    """The points that are left for words on a card."""
    tile = _tile(card, manner)
    side = tile if manner.beside else 0
    top = 0 if manner.beside else STRIP
    return Area(0, 0, place.width - side, place.height - top).points(PADDING)


def _height(cards: Sequence[Card], place: Area, manner: _Manner) -> int:
    """As high as the fullest card needs and never mean; cards to write on take all the room there is."""
    if manner.beside or not any(card.text for card in cards):
        return place.height
    width, _ = _room(cards[0], place, manner)
    fullest = max(texts_height(_texts(card, manner), width / manner.theme.breadth) for card in cards)
    needed = round(fullest * EMU_PER_POINT) + 2 * PADDING + STRIP
    return min(max(needed, round(place.height * _LEAST_OF_AREA)), place.height)


def _texts(card: Card, manner: _Manner) -> tuple[Text, ...]:
    theme = manner.theme
    texts = [Text(card.heading, manner.heading, bold=True, colour=theme.strong_on_paper)]
    if card.mark and not manner.beside:
        texts.insert(0, Text(card.mark, manner.mark, bold=True, colour=theme.strong_on_paper))
    lines = (line for line in card.text.splitlines() if line.strip())
    texts += (Text(line, manner.text, colour=theme.ink_on_paper, before=6) for line in lines)
    return tuple(texts)


def _tile(card: Card, manner: _Manner) -> int:
    if not (card.mark and manner.beside):
        return STRIP
    needed = text_width(card.mark, manner.mark, bold=True) * manner.theme.breadth * EMU_PER_POINT
    return max(_TILE, round(needed) + PADDING)


def _card(card: Card, place: Area, manner: _Manner, *, overfull: bool) -> Iterable[Shape]:
    theme = manner.theme
    side = _tile(card, manner) if manner.beside else 0
    top = 0 if manner.beside else STRIP
    if manner.beside and card.mark:
        mark = Text(card.mark, manner.mark, bold=True, colour=theme.paper, align="ctr")
        tile = Area(place.left, place.top, side, place.height)
        yield Box("Mark", tile, (mark,), fill=theme.strong_on_paper, anchor="ctr")
    else:
        strip = Area(place.left, place.top, side or place.width, top or place.height)
        yield Box("Strip", strip, fill=theme.accent)
    body = Area(place.left + side, place.top + top, place.width - side, place.height - top)
    yield Box(
        "Card",
        body,
        _texts(card, manner),
        fill=theme.paper,
        line=theme.line,
        anchor="ctr" if manner.beside and card.text else "t",
        inset=PADDING,
        overfull=overfull,
    )
