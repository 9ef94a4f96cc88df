"""The statements of the Power Walk: ours to keep or leave out, the team's own beside them (M52, M111, G23, G24)."""

from pipeline.forms.questions import YES_NO, CatalogueKey, Choice, Form, Layout, Prose, Question, Sheet
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS, THEMES

STATEMENTS = Form(
    "statements",
    (
        Sheet(
            "examples",
            Layout.ROWS,
            (
                Question("statement", CatalogueKey(), required=True),
                Question("use", YES_NO, required=True, preset="yes"),
            ),
            fixed="statement",
            fixed_values=tuple(f"programme.statement.{key}" for key in EXAMPLE_STATEMENTS),
        ),
        Sheet(
            "own",
            Layout.ROWS,
            (
                Question("statement", Prose(200), required=True),
                Question("theme", Choice("theme", THEMES)),
                Question("advantage_if", YES_NO, required=True),
                Question("names_nobody", YES_NO, required=True),
            ),
            blank_rows=15,
        ),
    ),
)
