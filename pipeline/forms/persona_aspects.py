"""What persona cards may say: our values to keep or leave out, the team's own beside them (M50, M66-M69)."""

from pipeline.forms.questions import YES_NO, CatalogueKey, Choice, Form, Layout, Prose, Question, Sheet
from pipeline.ttr.personas import SHIPPED
from pipeline.ttr.power_walk import IDENTITY_ASPECTS

PERSONA_ASPECTS = Form(
    "persona_aspects",
    (
        Sheet(
            "examples",
            Layout.ROWS,
            (
                Question("value", CatalogueKey(), required=True),
                Question("use", YES_NO, required=True, preset="yes"),
            ),
            fixed="value",
            fixed_values=tuple(f"personas.value.{one.aspect}.{one.key}" for one in SHIPPED),
        ),
        Sheet(
            "own",
            Layout.ROWS,
            (
                Question("aspect", Choice("aspect", IDENTITY_ASPECTS), required=True),
                Question("text", Prose(80), required=True),
                Question("names_nobody", YES_NO, required=True),
            ),
            blank_rows=15,
        ),
    ),
)
