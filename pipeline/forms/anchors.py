"""How an answer in a Word form is found again: what its control and its bookmark are called, and our own part."""

from pipeline.forms.questions import Question, Sheet

NAMESPACE = "urn:ttr:form"
"""Of the part in which a Word form keeps its answers: `<form mark="ttr:case:1:nl"><about><kind/>...`."""


def tag(sheet: Sheet, question: Question) -> str:
    """What the control bears, and what its text is called in our own part: `people.others`."""
    return f"{sheet.key}.{question.key}"


def bookmark(sheet: Sheet, question: Question) -> str:
    """The bookmark around the control: `ttr_people_others`."""
    return f"ttr_{sheet.key}_{question.key}"
