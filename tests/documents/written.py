"""A deck or a page as text, for the golden files."""

from collections.abc import Iterator

from pipeline.documents.contents import (
    Aside,
    BarChart,
    Big,
    Cards,
    Deck,
    DotField,
    Grid,
    Heading,
    LaneChart,
    Page,
    PageBlock,
    Paragraph,
    Points,
    Ruled,
    Section,
    Slide,
    Space,
)


def written(deck: Deck) -> str:
    """The deck as one reads it, from first slide to last note."""
    return (
        "\n".join([deck.title, deck.footer, *(line for section in deck.sections for line in _section(section))]) + "\n"
    )


def page_written(page: Page) -> str:
    """The page as one reads it from top to bottom."""
    lines = [page.title, page.subtitle, page.footer]
    for block in page.blocks:
        lines += ["", *_block(block)]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"\n## {section.title}"
    for slide in section.slides:
        yield from _slide(slide)


def _slide(slide: Slide) -> Iterator[str]:
    yield f"\n# {slide.title}"
    yield f"[{slide.look.value}] {slide.subtitle}".rstrip()
    for block in slide.blocks:
        yield from (f"  {line}" for line in _block(block))
    yield f"> {slide.notes.minutes}"
    yield from (f"> {line}" for line in slide.notes.say)
    yield from (f"? {line}" for line in slide.notes.if_needed)


def _block(block: PageBlock) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"# {text}"
        case Paragraph(text):
            yield text
        case Points(items, numbered):
            yield from (f"{number}. {item}" if numbered else f"- {item}" for number, item in enumerate(items, 1))
        case Cards(cards):
            yield from (" | ".join(part for part in (card.mark, card.heading, card.text) if part) for card in cards)
        case Grid(header, rows, alt):
            yield from (" | ".join(row) for row in (header, *rows))
            yield f"({alt})"
        case Big(text, kicker, action):
            yield from (part for part in (kicker, text, action) if part)
        case Space(text, alt):
            yield f"{text} ({alt})"
        case LaneChart() | DotField() | BarChart():
            yield from _chart(block)
            yield f"({block.alt})"
        case _:
            yield from _for_paper(block)


def _for_paper(block: PageBlock) -> Iterator[str]:
    match block:
        case Aside(heading, text, points):
            yield from (f"| {line}" for line in (heading, text, *points))
        case Ruled(lines):
            yield "____" * lines
        case _:
            raise AssertionError(block)


def _chart(block: LaneChart | DotField | BarChart) -> Iterator[str]:
    match block:
        case LaneChart():
            yield f"[{block.title}] {' | '.join(block.bands)} | {block.not_answered}"
            yield from (f"{lane.label}: {lane.total} + {lane.not_answered} ({lane.band})" for lane in block.lanes)
        case DotField():
            yield f"[{block.title}] {' | '.join(block.bands)}"
            yield " ".join(f"{dot.total}" for dot in block.dots)
        case BarChart():
            yield f"[{block.title}] {' | '.join(block.categories)}"
            yield from (f"{series.name}: {series.values}" for series in block.series)
