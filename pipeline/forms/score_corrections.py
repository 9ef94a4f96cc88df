"""The corrections to the scores: what the lead knows better than what came back of the Power Walk (M55, G23)."""

from pipeline.forms.questions import YES_NO, Form, Layout, Name, Number, Question, Sheet

HIGHEST_TOTAL = 400
"""Ten times as many statements as anybody would walk."""

SCORE_CORRECTIONS = Form(
    "score_corrections",
    (
        Sheet(
            "corrections",
            Layout.ROWS,
            (
                Question("participant", Name(), required=True),
                Question("total", Number(0, HIGHEST_TOTAL)),
                Question("count", YES_NO),
            ),
            blank_rows=40,
        ),
    ),
)
