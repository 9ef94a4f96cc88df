"""The overview of the year as one web page: it asks nothing of the network and runs no script (M56, M102).

Its look stands in `overview.html.jinja`; what is drawn in it is reckoned in `overview_drawings`.
"""

from pathlib import Path
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined

from pipeline.documents.contents import BarChart, DotField
from pipeline.documents.overview.page import Overview
from pipeline.outbox.charts import look as chart_look
from pipeline.outbox.forms import look as form_look
from pipeline.outbox.overview.drawings import bars, dot_picture, share, timeline_picture

TEMPLATE: Final = "overview.html.jinja"


def overview_page(content: Overview, templates: Path) -> bytes:
    """The page; `templates` is the folder with the shipped templates. The same content gives the same bytes."""
    chart = content.walk.chart if content.walk else None
    page = _environment().from_string((templates / TEMPLATE).read_text(encoding="utf-8"))
    return page.render(
        page=content,
        timeline=timeline_picture(content.steps, content.timeline, content.today),
        dots=dot_picture(chart) if isinstance(chart, DotField) else None,
        bars=bars(chart) if isinstance(chart, BarChart) else (),
        bands=chart_look.BANDS,
        look=form_look,
    ).encode()


def _environment() -> Environment:
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    made.filters["address"] = _address
    made.filters["share"] = share
    return made


def _address(path: str) -> str:
    """A path in the outbox as a link from the page, whatever signs are in it."""
    return quote(path, safe="/")
