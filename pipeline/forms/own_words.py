"""Own words: every word of the catalogue, with room for the team's own wording (M10, G13, G39)."""

from pipeline.forms.questions import CatalogueKey, Form, Layout, Prose, Question, Remark, Sheet

OWN_WORDS = Form(
    "own_words",
    (
        Sheet(
            "words",
            Layout.ROWS,
            (
                Question("key", CatalogueKey(), required=True),
                Question("shipped", Remark()),
                Question("own", Prose(1000)),
            ),
            fixed="key",
            shown="shipped",
        ),
    ),
)
