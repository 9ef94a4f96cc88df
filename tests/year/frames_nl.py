"""The frames of reference of the invented team in Dutch, by question."""

FIRST = {
    "definition": (
        "Belonging betekent voor ons dat studenten zich hier op hun plek voelen. Ze worden gekend, ze doen mee en"
        " ze merken dat wat zij meebrengen van waarde is. Ze hoeven geen deel van zichzelf thuis te laten om erbij"
        " te horen. Belonging is nooit klaar: het groeit of krimpt in elke les, in elk gesprek en met elke regel"
        " die wij maken. Daarom is het werk van het hele team, en niet iets wat een student zelf moet zien te"
        " regelen."
    ),
    "condition_1": (
        "We kennen onze studenten, en zij kennen ons. In de eerste weken leren we alle namen en spreken we iedereen"
        " minstens één keer apart. We vragen niet alleen hoe het met de studie gaat, maar ook wat iemand nodig"
        " heeft om hier goed te kunnen werken."
    ),
    "condition_2": (
        "Iedereen doet mee in de groep. We maken tijd voor samenwerken en spreken af hoe dat gaat, in de les en in"
        " de projectgroepjes. Valt een student stil of staat iemand aan de kant, dan is dat ook onze zaak en vragen"
        " we ernaar."
    ),
    "condition_3": (
        "Verschil is gewoon, en we praten erover. Onze voorbeelden komen uit allerlei soorten levens, gezinnen en"
        " loopbanen. Niemand hoeft namens een groep te spreken, en een kwetsende opmerking laten we niet zomaar"
        " voorbijgaan."
    ),
    "condition_4": (
        "Vragen stellen en fouten maken mag. We leggen de ongeschreven regels uit en vertellen waar we zelf mee"
        " hebben geworsteld. Feedback gaat over het werk en over de volgende stap, en nooit over de vraag of iemand"
        " hier wel hoort."
    ),
}

SECOND = {
    **FIRST,
    "definition": (
        "Belonging betekent voor ons dat studenten zich hier op hun plek voelen. Ze worden gekend, ze doen ertoe,"
        " en ze bepalen zelf wat ze van zichzelf laten zien. Ze hoeven geen deel van zichzelf thuis te laten om"
        " erbij te horen. Belonging is nooit klaar: het groeit of krimpt in elke les, in elk gesprek en met elke"
        " regel die wij maken. Daarom is het werk van het hele team, en niet iets wat een student zelf moet zien te"
        " regelen."
    ),
    "condition_2": (
        "Iedereen doet mee in de groep. We maken tijd voor samenwerken en spreken af hoe dat gaat, in de les, in de"
        " projectgroepjes en in de groepsapp. Valt een student stil of staat iemand aan de kant, dan is dat ook"
        " onze zaak en vragen we er dezelfde week nog naar."
    ),
    "condition_3": (
        "Iedereen kan zichzelf zijn zonder een voorbeeld te worden. We laten zelf zien hoe verschillend mensen"
        " leven, zodat geen student namens een groep hoeft te spreken. Doet een opmerking pijn, dan leggen we de"
        " les even stil en zeggen we dat we hier zo niet met elkaar praten. Daarna zoeken we de student op, nog"
        " dezelfde dag."
    ),
}

SHORT = {
    "definition": (
        "Belonging betekent voor ons dat studenten zich hier op hun plek voelen: ze worden gekend, ze doen mee en"
        " ze mogen zichzelf zijn. Dat ontstaat niet vanzelf. We werken er als team aan, in elke les en in elk"
        " gesprek."
    ),
    "condition_1": (
        "We kennen onze studenten. In de eerste weken leren we alle namen, en we vragen iedereen wat helpt om hier"
        " goed te kunnen werken. Dat doen we niet één keer maar elke periode opnieuw."
    ),
    "condition_2": (
        "Iedereen doet mee. We spreken af hoe we samenwerken, en wie aan de kant staat, hoeft dat niet alleen op te"
        " lossen."
    ),
    "condition_3": (
        "Verschil is gewoon. Onze voorbeelden komen uit veel soorten levens, en een opmerking die pijn doet,"
        " bespreken we meteen."
    ),
    "condition_4": (
        "Fouten maken mag. We leggen ongeschreven regels uit, en onze feedback gaat altijd over het werk en nooit"
        " over de vraag of iemand hier thuishoort. We vertellen ook eerlijk wat we zelf nog moeilijk vinden."
    ),
}

FULL = {
    "definition": (
        "Belonging betekent voor ons dat studenten zich hier op hun plek voelen. Ze worden gekend, ze doen mee en"
        " ze merken dat wat zij meebrengen van waarde is. Ze hoeven geen deel van zichzelf thuis te laten om erbij"
        " te horen.\n"
        "Belonging is nooit klaar: het groeit of krimpt in elke les, in elk gesprek en met elke regel die wij"
        " maken. Daarom is het werk van het hele team, en niet iets wat een student zelf moet zien te regelen. We"
        " denken daarbij vooral aan wie als eerste in de familie studeert en aan wie thuis een andere taal spreekt,"
        " omdat een opleiding voor hen vol vanzelfsprekendheden zit die niemand uitlegt."
    ),
    "condition_1": (
        "We kennen onze studenten, en zij kennen ons. In de eerste weken leren we alle namen, ook de namen die we"
        " niet meteen goed uitspreken, en spreken we iedereen minstens één keer apart. We vragen niet alleen hoe"
        " het met de studie gaat, maar ook wat iemand nodig heeft om hier goed te kunnen werken. Wat we horen, doet"
        " ertoe: waar het kan, passen we ons onderwijs erop aan, en waar het niet kan, leggen we uit waarom."
    ),
    "condition_2": (
        "Iedereen doet mee in de groep. We maken tijd voor samenwerken en spreken af hoe dat gaat, in de les en in"
        " de projectgroepjes. We stellen de groepjes zelf samen en wisselen ze in de loop van het jaar, zodat"
        " studenten meer mensen leren kennen dan de twee of drie met wie ze begonnen. Halverwege vragen we hoe het"
        " loopt, ook aan wie niets zegt. Valt een student stil of staat iemand aan de kant, dan is dat ook onze"
        " zaak en vragen we ernaar."
    ),
    "condition_3": (
        "Verschil is gewoon, en we praten erover. Onze voorbeelden, teksten en gasten komen uit allerlei soorten"
        " levens, gezinnen en loopbanen. Niemand hoeft namens een groep te spreken, en een kwetsende opmerking"
        " laten we niet zomaar voorbijgaan. Weten we op dat moment niet wat we moeten zeggen, dan zeggen we dat"
        " eerlijk en komen we er de volgende keer op terug. Ook onder collega's spreken we elkaar daarop aan,"
        " vriendelijk en zonder verwijt."
    ),
    "condition_4": (
        "Vragen stellen en fouten maken mag. We leggen de ongeschreven regels uit: hoe je een docent mailt, wat een"
        " spreekuur is en wat we bedoelen met een kritische houding. We vertellen waar we zelf mee hebben"
        " geworsteld toen we studeerden, en wat ons toen hielp. Feedback gaat over het werk en over de volgende"
        " stap, en nooit over de vraag of iemand hier wel hoort. Taal beoordelen we alleen waar die een leerdoel"
        " is, en dan staat er altijd hulp naast. Wie zakt, hoort van ons ook wat er al goed was, en krijgt een"
        " gesprek aangeboden voordat de herkansing komt."
    ),
}

EXTRA = (
    " En elk jaar vragen we onze studenten zelf of ze hier iets van hebben gemerkt, en wat wij volgens hen moeten"
    " veranderen."
)
