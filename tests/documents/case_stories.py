"""Invented cases and a frame of reference in three languages, short and as long as the form allows."""

from pipeline.forms.case import LONGEST_ANSWER
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.frame import FrameOfReference

FRAMES = {
    "nl": FrameOfReference(
        "Belonging is voor ons dat elke student zich gezien en welkom weet, mag meedoen zoals die is, en ons mag "
        "vragen wat nodig is.",
        (
            "We kennen elke student bij naam en vragen hoe het gaat.",
            "In de les is elke vraag een goede vraag.",
            "Groepen stellen wij samen, met aandacht voor wie er buiten kan vallen.",
            "Onze regels laten ruimte voor wat er thuis speelt.",
        ),
    ),
    "en": FrameOfReference(
        "To us, belonging is that every student feels seen and welcome, may take part as they are, and may ask us for "
        "what they need.",
        (
            "We know every student by name and ask how they are.",
            "In class every question is a good question.",
            "We put groups together ourselves, and look out for who may be left out.",
            "Our rules leave room for what goes on at home.",
        ),
    ),
    "de": FrameOfReference(
        "Belonging heißt für uns, dass alle Studierenden sich gesehen und willkommen wissen, so mitmachen dürfen, wie "
        "sie sind, und uns sagen dürfen, was sie brauchen.",
        (
            "Wir kennen alle beim Namen und fragen, wie es geht.",
            "Im Unterricht ist jede Frage eine gute Frage.",
            "Gruppen stellen wir selbst zusammen und achten darauf, wer außen vor bleiben könnte.",
            "Unsere Regeln lassen Raum für das, was zu Hause los ist.",
        ),
    ),
}
STORIES = {
    "nl": (
        (
            "Student A kwam na drie weken niet meer naar het practicum. Wie niet op tijd is, mag er niet meer "
            "in, en student A was twee keer een paar minuten te laat geweest."
        ),
        ("Student A, die in een groepje van vier zit. Docent B, die het practicum geeft. De drie groepsgenoten."),
        (
            "Docent B liet student A bij de deur staan en zei dat regels voor iedereen gelden. Na de les "
            "vroeg docent B niet wat er was gebeurd."
        ),
        (
            "Student A zei niets terug en ging naar huis. In de groepsapp schreef student A dat het practicum "
            "toch niet ging lukken."
        ),
        ("De groepsgenoten vonden het vervelend, maar zeiden niets. Later verdeelden ze het werk zonder student A."),
        (
            "Student A voelde zich teveel. Wat meespeelt: student A brengt elke ochtend een broertje naar "
            "school, en dat wist niemand van ons."
        ),
    ),
    "en": (
        (
            "After three weeks student A stopped coming to the practical. If you are not on time you are not "
            "let in, and student A had been a few minutes late twice."
        ),
        ("Student A, who is in a group of four. Teacher B, who runs the practical. The three others in the group."),
        (
            "Teacher B left student A standing at the door and said that rules are the same for everyone. "
            "After class teacher B did not ask what had happened."
        ),
        (
            "Student A said nothing and went home. In the group chat student A wrote that the practical was "
            "not going to work anyway."
        ),
        ("The others in the group felt bad about it, but said nothing. Later they divided the work without student A."),
        (
            "Student A felt like a burden. What none of us knew: student A takes a little brother to school "
            "every morning."
        ),
    ),
    "de": (
        (
            "Nach drei Wochen kam studierende Person A nicht mehr zum Praktikum. Wer nicht pünktlich ist, "
            "darf nicht hinein, und A war zweimal einige Minuten zu spät gekommen."
        ),
        (
            "Studierende Person A in einer Gruppe von vier. Lehrende Person B, die das Praktikum leitet. Die "
            "drei anderen aus der Gruppe."
        ),
        (
            "B ließ A an der Tür stehen und sagte, Regeln gälten für alle. Nach dem Unterricht fragte B "
            "nicht, was geschehen war."
        ),
        ("A sagte nichts und ging nach Hause. Im Gruppenchat schrieb A, das Praktikum werde ohnehin nichts."),
        "Den anderen war das unangenehm, aber sie sagten nichts. Später verteilten sie die Arbeit ohne A.",
        (
            "A fühlte sich überflüssig. Was niemand von uns wusste: A bringt jeden Morgen einen kleinen "
            "Bruder zur Schule."
        ),
    ),
}


def case(language: str, meeting: str | None = "follow_up_1", times: int = 1, kind: str = "both") -> Case:
    """The story of the language; `times` over, to see how more of it looks on paper."""
    answers = {question: "\n".join([text] * times) for question, text in zip(QUESTIONS, STORIES[language], strict=True)}
    return Case("C-7K4M2", answers, kind, first_year=True, origin="own", author="mentor", meeting=meeting)


def longest_case(language: str) -> Case:
    """A case with as many signs in each answer as the form takes."""
    answers = {
        question: (f"{text} " * LONGEST_ANSWER)[:LONGEST_ANSWER].strip()
        for question, text in zip(QUESTIONS, STORIES[language], strict=True)
    }
    return Case("C-7K4M2", answers, "both", first_year=True, origin="fictional", meeting="follow_up_1")
