"""Forms of the year that are not as they should be: what the program has to notice, and say without quoting it."""

from tests.year.texts import Told, frame_form, with_case, year_texts

FIFTH = {
    "nl": "Studenten praten mee over de opleiding. We vragen wat zij ervan vinden en laten zien wat we ermee doen.",
    "en": "Students have a say in the course. We ask what they think of it and show what we do with the answers.",
    "de": "Studierende reden mit. Wir fragen, was sie vom Studium halten, und zeigen, was wir daraus machen.",
}
CLOSING = {"nl": "Zo werken wij samen.", "en": "That is our promise.", "de": "Das ist unser Versprechen."}
NO_DAY = {"nl": "31 februari 2028", "en": "31 February 2028", "de": "31. Februar 2028"}
SOON = {"nl": "zo snel mogelijk", "en": "as soon as we can", "de": "möglichst bald"}

TWO_CODES = {"nl": "C-7K4M2 en C-3P8T5", "en": "C-7K4M2 and C-3P8T5", "de": "C-7K4M2 und C-3P8T5"}
UNKNOWN_CODE = "C-9X9X9"
"""Of the shape of a code, and that of no case of the invented team."""


def five_conditions(language: str) -> Told:
    """The fifth stands in a row of its own, as in a pasted table."""
    return frame_form({**_texts(language), "condition_5": FIFTH[language]})


def fifth_below_the_fourth(language: str) -> Told:
    """The fifth stands in the box of the fourth, with its number before it."""
    texts = _texts(language)
    return frame_form({**texts, "condition_4": f"{texts['condition_4']}\n5. {FIFTH[language]}"})


def three_conditions(language: str) -> Told:
    """The box of the fourth is not there."""
    return frame_form({question: text for question, text in _texts(language).items() if question != "condition_4"})


def empty_condition(language: str) -> Told:
    """There is nothing but white space in the box of the third."""
    return frame_form({**_texts(language), "condition_3": " \n "})


def much_too_long(language: str) -> Told:
    """A frame of 900 words."""
    [texts] = year_texts(language).full_frame["frame"]
    doubled = {question: f"{text}\n{text}" for question, text in texts.items()}
    return frame_form({**doubled, "condition_4": f"{doubled['condition_4']}\n{CLOSING[language]}"})


def two_cases(language: str) -> Told:
    """A meeting that says it discussed two cases."""
    return with_case(year_texts(language).first_meeting, TWO_CODES[language])


def unknown_case(language: str) -> Told:
    """A meeting that discussed a case nobody handed in."""
    return with_case(year_texts(language).first_meeting, UNKNOWN_CODE)


def days_that_are_none(language: str) -> Told:
    """Three action points: one without a day, one with a day that no calendar has, one with words for a day."""
    meeting = year_texts(language).first_meeting
    undated = [
        {question: answer for question, answer in point.items() if question != "due"}
        for point in meeting["action_points"]
    ]
    first, second, third = undated
    points = [first, {**second, "due": NO_DAY[language]}, {**third, "due": SOON[language]}]
    return {**meeting, "action_points": points}


def _texts(language: str) -> dict[str, str]:
    [texts] = year_texts(language).frame["frame"]
    return {question: str(text) for question, text in texts.items()}
