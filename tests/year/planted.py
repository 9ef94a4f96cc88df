"""Answers with somebody in them who should not be there: known colleagues, unknown students, what leads to one person.

Each stands at a question of the forms of the year. Everybody is invented.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planted:
    """An answer to `question` in which `shown` gives somebody away."""

    question: str
    text: str
    shown: str


COLLEAGUES = {
    "nl": (
        Planted("definition", "Belonging is wat Kwame altijd zegt: je mag er zijn.", "Kwame"),
        Planted("condition_2", "Iedereen doet mee. Twijfel je, vraag het dan aan Van der Meer.", "Van der Meer"),
        Planted("concepts", "vertrouwen, zoals Marijke het noemt", "Marijke"),
        Planted("inventory", "Shurendy's groep heeft de afspraken opgehangen.", "Shurendy"),
        Planted("reflection", "Hier had Joost eerder kunnen ingrijpen.", "Joost"),
        Planted("reflection", "Het was F. Bouzid die de groep aansprak.", "F. Bouzid"),
        Planted("reflection", "De les was van lieselot claeys.", "lieselot claeys"),
        Planted("strategies", "Volgens al-Khatib moeten we doorvragen.", "al-Khatib"),
        Planted("strategies", "We nemen het formulier van Fati over.", "Fati"),
        Planted("what", "Met Mei-Ling de handleiding herschrijven", "Mei-Ling"),
        Planted("what", "Grossmann belt de opleiding op", "Grossmann"),
        Planted("what", "Dewie leidt het onderwerp in", "Dewie"),
        Planted("who", "Emre", "Emre"),
        Planted("who", "Harriet Whitfield", "Harriet Whitfield"),
    ),
    "en": (
        Planted("definition", "Belonging is what Kwame always says: you are allowed to be here.", "Kwame"),
        Planted("condition_2", "Everybody takes part. When in doubt, ask Van der Meer.", "Van der Meer"),
        Planted("concepts", "trust, as Marijke calls it", "Marijke"),
        Planted("inventory", "Shurendy's group put the rules up on the wall.", "Shurendy"),
        Planted("reflection", "This is where Joost could have stepped in.", "Joost"),
        Planted("reflection", "It was F. Bouzid who spoke to the group.", "F. Bouzid"),
        Planted("reflection", "The class was taught by lieselot claeys.", "lieselot claeys"),
        Planted("strategies", "According to al-Khatib we should ask again.", "al-Khatib"),
        Planted("strategies", "We will use the form that Fati made.", "Fati"),
        Planted("what", "Rewrite the handbook with Mei-Ling", "Mei-Ling"),
        Planted("what", "Grossmann rings the department", "Grossmann"),
        Planted("what", "Dewie introduces the topic", "Dewie"),
        Planted("who", "Emre", "Emre"),
        Planted("who", "Harriet Whitfield", "Harriet Whitfield"),
    ),
    "de": (
        Planted("definition", "Belonging ist, was Kwame immer sagt: Du darfst hier sein.", "Kwame"),
        Planted("condition_2", "Alle machen mit. Im Zweifel fragen wir Van der Meer.", "Van der Meer"),
        Planted("concepts", "Vertrauen, wie Marijke es nennt", "Marijke"),
        Planted("inventory", "Die Gruppe von Shurendy hat die Regeln aufgehängt.", "Shurendy"),
        Planted("reflection", "Hier hätte Joost eingreifen können.", "Joost"),
        Planted("reflection", "Es war F. Bouzid, die mit der Gruppe sprach.", "F. Bouzid"),
        Planted("reflection", "Die Veranstaltung hielt lieselot claeys.", "lieselot claeys"),
        Planted("strategies", "Laut al-Khatib sollten wir noch einmal nachfragen.", "al-Khatib"),
        Planted("strategies", "Wir übernehmen das Formular von Fati.", "Fati"),
        Planted("what", "Mit Mei-Ling das Handbuch überarbeiten", "Mei-Ling"),
        Planted("what", "Grossmann ruft im Studiengang an", "Grossmann"),
        Planted("what", "Dewie führt in das Thema ein", "Dewie"),
        Planted("who", "Emre", "Emre"),
        Planted("who", "Harriet Whitfield", "Harriet Whitfield"),
    ),
}
"""By first name, surname, nickname, initial; with a genitive, in small letters, with a slip of the pen."""

STUDENTS = {
    "nl": (
        Planted("definition", "Belonging is dat Chantal Wijdenbosch hier zichzelf kan zijn.", "Chantal Wijdenbosch"),
        Planted("condition_3", "Verschil is gewoon, zegt Piotr Kaczmarek.", "Piotr Kaczmarek"),
        Planted("inventory", "Sindsdien stelt Yusra vaker een vraag.", "Yusra"),
        Planted("reflection", "Het ging mis toen Anneleen Vandamme begon te lachen.", "Anneleen Vandamme"),
        Planted("reflection", "Volgens Oluwaseun was het een grapje.", "Oluwaseun"),
        Planted("strategies", "We letten erop dat Rayaan niet meer alleen zit.", "Rayaan"),
        Planted("strategies", "Mehmet Kılıçoğlu krijgt een maatje.", "Mehmet Kılıçoğlu"),
        Planted("what", "Een gesprek voeren met Siti Wulandari", "Siti Wulandari"),
        Planted("what", "De ouders van Delano Balentina bellen", "Delano Balentina"),
        Planted("what", "Li Xiaomei bij een andere groep plaatsen", "Li Xiaomei"),
        Planted("who", "Student Sanne Hoekstra", "Sanne Hoekstra"),
    ),
    "en": (
        Planted("definition", "Belonging means that Chantelle Okoro can be herself here.", "Chantelle Okoro"),
        Planted("condition_3", "Difference is normal, says Piotr Kaczmarek.", "Piotr Kaczmarek"),
        Planted("inventory", "Since then Yusra has asked more questions.", "Yusra"),
        Planted("reflection", "It went wrong when Bethany Hargreaves started laughing.", "Bethany Hargreaves"),
        Planted("reflection", "According to Oluwaseun it was only a joke.", "Oluwaseun"),
        Planted("strategies", "We make sure that Rayaan no longer sits alone.", "Rayaan"),
        Planted("strategies", "Mehmet Kılıçoğlu will have a buddy.", "Mehmet Kılıçoğlu"),
        Planted("what", "Have a talk with Siti Wulandari", "Siti Wulandari"),
        Planted("what", "Ring the parents of Deshawn Baptiste", "Deshawn Baptiste"),
        Planted("what", "Move Li Xiaomei to another group", "Li Xiaomei"),
        Planted("who", "Student Callum Pritchard", "Callum Pritchard"),
    ),
    "de": (
        Planted("definition", "Belonging heißt, dass Aylin Demirtaş hier sie selbst sein kann.", "Aylin Demirtaş"),
        Planted("condition_3", "Unterschiede sind normal, sagt Piotr Kaczmarek.", "Piotr Kaczmarek"),
        Planted("inventory", "Seitdem fragt Yusra öfter nach.", "Yusra"),
        Planted("reflection", "Es ging schief, als Svenja Lüdemann zu lachen begann.", "Svenja Lüdemann"),
        Planted("reflection", "Laut Oluwaseun war es nur ein Scherz.", "Oluwaseun"),
        Planted("strategies", "Wir achten darauf, dass Rayaan nicht mehr allein sitzt.", "Rayaan"),
        Planted("strategies", "Mehmet Kılıçoğlu bekommt eine Begleitung.", "Mehmet Kılıçoğlu"),
        Planted("what", "Ein Gespräch mit Siti Wulandari führen", "Siti Wulandari"),
        Planted("what", "Die Eltern von Kofi Asante-Brandt anrufen", "Kofi Asante-Brandt"),
        Planted("what", "Li Xiaomei in eine andere Gruppe setzen", "Li Xiaomei"),
        Planted("who", "Student Torben Hinrichs", "Torben Hinrichs"),
    ),
}
"""Nobody has told the program of them."""

TRACES = {
    "nl": (
        Planted(
            "strategies", "Mail naar y.elidrissi@student.waterstad.example.", "y.elidrissi@student.waterstad.example"
        ),
        Planted("what", "Bellen met 06 12345678", "06 12345678"),
        Planted("reflection", "Het gaat om studentnummer 4821973.", "4821973"),
    ),
    "en": (
        Planted(
            "strategies", "Write to y.elidrissi@student.waterstad.example.", "y.elidrissi@student.waterstad.example"
        ),
        Planted("what", "Ring 07700 900123", "07700 900123"),
        Planted("reflection", "This is about student number 4821973.", "4821973"),
    ),
    "de": (
        Planted(
            "strategies", "E-Mail an y.elidrissi@student.waterstad.example.", "y.elidrissi@student.waterstad.example"
        ),
        Planted("what", "Unter 0151 23456789 anrufen", "0151 23456789"),
        Planted("reflection", "Es geht um Matrikelnummer 4821973.", "4821973"),
    ),
}
"""An address, a telephone number and the number of a student."""
