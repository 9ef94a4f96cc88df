"""What each participant and each small group gave for the frame of reference, in Dutch."""

# In the order of the sign-up: key concepts, then four conditions, each empty where nothing was given.
INDIVIDUAL = (
    (
        "gekend worden, meedoen, jezelf kunnen zijn",
        "Docenten kennen de namen van hun studenten",
        "Iedere student heeft een vast aanspreekpunt",
        "Fouten maken mag",
        "We praten over verschillen",
    ),
    (
        "veiligheid, vertrouwen",
        "Een veilige sfeer in de les",
        "Duidelijke afspraken over samenwerken",
        "Docenten kennen hun studenten bij naam",
        "",
    ),
    (
        "erbij horen, gezien worden",
        "Je wordt als mens gezien",
        "Fouten maken mag",
        "Ruimte voor ieders verhaal",
        "Groepjes wisselen regelmatig",
    ),
    (
        "je thuis voelen, jezelf kunnen zijn",
        "Niemand hoeft zich aan te passen om mee te mogen doen",
        "Voorbeelden uit verschillende culturen in de lesstof",
        "Ongeschreven regels worden uitgelegd",
        "Een veilige sfeer in de les",
    ),
    (
        "gelijkwaardigheid",
        "Taal is geen struikelblok",
        "Feedback gaat over het werk en niet over de persoon",
        "Fouten mogen maken",
        "Ongeschreven regels uitleggen",
    ),
    (
        "gemeenschap, gezien worden",
        "Iemand vraagt hoe het met je gaat",
        "Studenten kennen elkaar",
        "Een vast aanspreekpunt voor iedere student",
        "",
    ),
    (
        "erbij horen, meetellen",
        "Iedereen telt mee in de groep",
        "Samen eten en vieren",
        "Studenten leren elkaar kennen",
        "Rolmodellen voor de klas",
    ),
    (
        "rechtvaardigheid, gelijke kansen",
        "Gelijke kansen bij de beoordeling",
        "Lesmateriaal waarin studenten zich herkennen",
        "Over verschillen praten",
        "Ingrijpen bij kwetsende opmerkingen",
    ),
    (
        "",
        "Een rustige plek om te werken",
        "Ook stille studenten komen aan het woord",
        "",
        "",
    ),
    (
        "verbinding, warmte",
        "Docenten laten ook iets van zichzelf zien",
        "Kwetsende opmerkingen niet laten passeren",
        "Verschillende manieren om mee te doen",
        "Docenten kennen de namen van hun studenten",
    ),
    (
        "vertrouwen, tijd",
        "Tijd voor een gesprek met elke student",
        "Duidelijke verwachtingen",
        "Fouten maken mag",
        "Hulp bij het schrijven",
    ),
    (
        "duidelijkheid",
        "Duidelijke afspraken",
        "Dezelfde regels voor iedereen",
        "",
        "",
    ),
    (
        "gastvrijheid",
        "Studenten weten bij wie ze terechtkunnen",
        "Een warm welkom op de eerste dag",
        "Informatie is makkelijk te vinden",
        "",
    ),
    (
        "",
        "",
        "",
        "",
        "",
    ),
)

GROUPS = (
    (
        "Docenten kennen hun studenten bij naam en vragen hoe het gaat",
        "Fouten maken mag",
        "Duidelijke afspraken over samenwerken, ook online",
        "We praten over verschillen",
    ),
    (
        "Iedere student heeft een vast aanspreekpunt",
        "Een veilige sfeer: we grijpen in bij kwetsende opmerkingen",
        "Lesmateriaal waarin iedereen zich herkent",
        "Ongeschreven regels worden uitgelegd",
    ),
    (
        "Docenten en studenten kennen elkaar",
        "Iedereen telt mee in de groep",
        "Feedback gaat over het werk en over de volgende stap",
        "Verschil is gewoon",
    ),
    (
        "Tijd en aandacht voor elke student",
        "Iedereen telt mee in de groep",
        "Fouten maken mag",
        "",
    ),
)
