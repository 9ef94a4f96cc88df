"""How an answer in a Word form is found again: what its control and its bookmark are called, and our own part."""

from pipeline.forms.questions import Question, Sheet

NAMESPACE = "urn:ttr:form"
"""Of the part in which a Word form keeps its answers: `<form mark="ttr:case:1:nl"><about><kind/>...`."""


def tag(sheet: Sheet, question: Question, row: int = 0) -> str:
    """What the control bears, and what its text is called in our own part: `people.others`; in a row `points.who.2`."""
    return f"{sheet.key}.{question.key}{f'.{row}' if row else ''}"


def bookmark(sheet: Sheet, question: Question, row: int = 0) -> str:
    """The bookmark around the control: `ttr_people_others`; in a row `ttr_points_who_2`."""
    return f"ttr_{sheet.key}_{question.key}{f'_{row}' if row else ''}"
