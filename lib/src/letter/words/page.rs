//! The words of the traveller's page, in each language.

use super::super::locale::Region;

/// Phrases of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageWords {
    pub(crate) choose: &'static str,
    pub(crate) offer: &'static str,
    pub(crate) details: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) consent: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) decline_ask: &'static str,
    pub(crate) decline_why: &'static str,
    pub(crate) decline: &'static str,
    pub(crate) pdf: &'static str,
    // -- what is wrong with a form
    pub(crate) problem: &'static str,
    pub(crate) option_missing: &'static str,
    pub(crate) name_missing: &'static str,
    pub(crate) email_missing: &'static str,
    pub(crate) reason_long: &'static str,
    // -- how the quote stands: heading and sentence
    pub(crate) accepted: [&'static str; 2],
    pub(crate) declined: [&'static str; 2],
    pub(crate) expired: [&'static str; 2],
    pub(crate) withdrawn: [&'static str; 2],
    pub(crate) superseded: [&'static str; 2],
    pub(crate) preview: [&'static str; 2],
    pub(crate) nowhere: [&'static str; 2],
    pub(crate) closed: [&'static str; 2],
    pub(crate) later: [&'static str; 2],
}

/// The page's words in a region.
pub(crate) fn page_words(region: Region) -> &'static PageWords {
    match region {
        Region::EnGb | Region::EnUs | Region::EnZa | Region::EnIn => &EN,
        Region::DeDe | Region::DeCh => &DE,
        Region::FrFr | Region::FrCh => &FR,
        Region::EsEs | Region::Es419 => &ES,
        Region::PtPt | Region::PtBr => &PT,
        Region::NlNl => &NL,
    }
}

const EN: PageWords = PageWords {
    choose: "Choose your option",
    offer: "Our suggestion",
    details: "Your details",
    name: "Name",
    email: "E-mail address",
    consent: "You accept the option you chose at the price shown. We then confirm everything with the hotel and write to you.",
    accept: "Accept this quote",
    decline_ask: "Not what you are looking for?",
    decline_why: "What would you like to be different? (optional)",
    decline: "Decline the quote",
    pdf: "Open the quote as a PDF",
    problem: "Something is missing",
    option_missing: "Please choose one of the options.",
    name_missing: "Please write your name.",
    email_missing: "Please write your e-mail address, such as anna@example.com.",
    reason_long: "Please use at most 2,000 characters for your reason.",
    accepted: [
        "Thank you, the quote is accepted",
        "You chose {option}: {hotel}, {total}. We now confirm everything and write to you about the next steps.",
    ],
    declined: ["You have declined this quote", "If you change your mind, simply reply to our e-mail."],
    expired: ["This quote has expired", "Its prices held until {date}. Write to us and we gladly prepare a new one."],
    withdrawn: [
        "This quote was withdrawn",
        "It can no longer be accepted. Please reply to our e-mail if you have a question.",
    ],
    superseded: [
        "There is a newer version of this quote",
        "We have sent you a revised suggestion. Please use the link in our latest e-mail.",
    ],
    preview: ["Preview", "This is how the traveller sees the quote. Nothing can be answered here."],
    nowhere: ["This link leads nowhere", "Please check that the address is complete, as it stands in the e-mail."],
    closed: ["This page is not available", "Please contact the agency that sent you the link."],
    later: ["Please try again in a moment", "The page cannot be shown just now."],
};

const DE: PageWords = PageWords {
    choose: "Wählen Sie Ihre Option",
    offer: "Unser Vorschlag",
    details: "Ihre Angaben",
    name: "Name",
    email: "E-Mail-Adresse",
    consent: "Sie nehmen die gewählte Option zum angezeigten Preis an. Wir bestätigen dann alles mit dem Hotel und schreiben Ihnen.",
    accept: "Angebot annehmen",
    decline_ask: "Nicht das Richtige für Sie?",
    decline_why: "Was sollte anders sein? (freiwillig)",
    decline: "Angebot ablehnen",
    pdf: "Angebot als PDF öffnen",
    problem: "Es fehlt noch etwas",
    option_missing: "Bitte wählen Sie eine der Optionen.",
    name_missing: "Bitte geben Sie Ihren Namen an.",
    email_missing: "Bitte geben Sie Ihre E-Mail-Adresse an, etwa anna@example.com.",
    reason_long: "Bitte begründen Sie mit höchstens 2.000 Zeichen.",
    accepted: [
        "Vielen Dank, das Angebot ist angenommen",
        "Sie haben {option} gewählt: {hotel}, {total}. Wir bestätigen nun alles und schreiben Ihnen, wie es weitergeht.",
    ],
    declined: [
        "Sie haben dieses Angebot abgelehnt",
        "Falls Sie es sich anders überlegen, antworten Sie einfach auf unsere E-Mail.",
    ],
    expired: [
        "Dieses Angebot ist abgelaufen",
        "Seine Preise galten bis {date}. Schreiben Sie uns, wir erstellen Ihnen gern ein neues.",
    ],
    withdrawn: [
        "Dieses Angebot wurde zurückgezogen",
        "Es kann nicht mehr angenommen werden. Antworten Sie auf unsere E-Mail, wenn Sie eine Frage haben.",
    ],
    superseded: [
        "Es gibt eine neuere Fassung dieses Angebots",
        "Wir haben Ihnen einen überarbeiteten Vorschlag geschickt. Bitte nutzen Sie den Link in unserer letzten E-Mail.",
    ],
    preview: ["Vorschau", "So sieht der Reisende das Angebot. Hier kann nichts beantwortet werden."],
    nowhere: [
        "Dieser Link führt nirgendwohin",
        "Bitte prüfen Sie, ob die Adresse vollständig ist, so wie sie in der E-Mail steht.",
    ],
    closed: [
        "Diese Seite ist nicht verfügbar",
        "Bitte wenden Sie sich an die Agentur, die Ihnen den Link geschickt hat.",
    ],
    later: ["Bitte versuchen Sie es gleich noch einmal", "Die Seite kann im Moment nicht gezeigt werden."],
};

const FR: PageWords = PageWords {
    choose: "Choisissez votre option",
    offer: "Notre proposition",
    details: "Vos coordonnées",
    name: "Nom",
    email: "Adresse e-mail",
    consent: "Vous acceptez l’option choisie au prix indiqué. Nous confirmons ensuite le tout avec l’hôtel et vous écrivons.",
    accept: "Accepter ce devis",
    decline_ask: "Ce n’est pas ce que vous cherchez ?",
    decline_why: "Que souhaiteriez-vous changer ? (facultatif)",
    decline: "Refuser le devis",
    pdf: "Ouvrir le devis en PDF",
    problem: "Il manque quelque chose",
    option_missing: "Veuillez choisir l’une des options.",
    name_missing: "Veuillez indiquer votre nom.",
    email_missing: "Veuillez indiquer votre adresse e-mail, par exemple anna@example.com.",
    reason_long: "Veuillez utiliser 2 000 caractères au plus.",
    accepted: [
        "Merci, le devis est accepté",
        "Vous avez choisi {option} : {hotel}, {total}. Nous confirmons maintenant le tout et vous écrivons pour la suite.",
    ],
    declined: ["Vous avez refusé ce devis", "Si vous changez d’avis, répondez simplement à notre e-mail."],
    expired: [
        "Ce devis a expiré",
        "Ses prix étaient valables jusqu’au {date}. Écrivez-nous, nous vous en préparons volontiers un nouveau.",
    ],
    withdrawn: [
        "Ce devis a été retiré",
        "Il ne peut plus être accepté. Répondez à notre e-mail si vous avez une question.",
    ],
    superseded: [
        "Il existe une version plus récente de ce devis",
        "Nous vous avons envoyé une proposition révisée. Veuillez utiliser le lien de notre dernier e-mail.",
    ],
    preview: ["Aperçu", "Voici le devis tel que le voyageur le voit. Aucune réponse n’est possible ici."],
    nowhere: ["Ce lien ne mène nulle part", "Vérifiez que l’adresse est complète, telle qu’elle figure dans l’e-mail."],
    closed: ["Cette page n’est pas disponible", "Veuillez contacter l’agence qui vous a envoyé le lien."],
    later: ["Veuillez réessayer dans un instant", "La page ne peut pas être affichée pour le moment."],
};

const ES: PageWords = PageWords {
    choose: "Elija su opción",
    offer: "Nuestra propuesta",
    details: "Sus datos",
    name: "Nombre",
    email: "Correo electrónico",
    consent: "Acepta la opción elegida al precio indicado. Después confirmamos todo con el hotel y le escribimos.",
    accept: "Aceptar el presupuesto",
    decline_ask: "¿No es lo que busca?",
    decline_why: "¿Qué le gustaría cambiar? (opcional)",
    decline: "Rechazar el presupuesto",
    pdf: "Abrir el presupuesto en PDF",
    problem: "Falta algo",
    option_missing: "Elija una de las opciones.",
    name_missing: "Escriba su nombre.",
    email_missing: "Escriba su correo electrónico, por ejemplo anna@example.com.",
    reason_long: "Utilice como máximo 2.000 caracteres.",
    accepted: [
        "Gracias, el presupuesto está aceptado",
        "Ha elegido {option}: {hotel}, {total}. Ahora confirmamos todo y le escribimos sobre los próximos pasos.",
    ],
    declined: ["Ha rechazado este presupuesto", "Si cambia de opinión, responda simplemente a nuestro correo."],
    expired: [
        "Este presupuesto ha caducado",
        "Sus precios eran válidos hasta el {date}. Escríbanos y con gusto le preparamos uno nuevo.",
    ],
    withdrawn: [
        "Este presupuesto fue retirado",
        "Ya no se puede aceptar. Responda a nuestro correo si tiene alguna pregunta.",
    ],
    superseded: [
        "Hay una versión más reciente de este presupuesto",
        "Le hemos enviado una propuesta revisada. Utilice el enlace de nuestro último correo.",
    ],
    preview: ["Vista previa", "Así ve el viajero el presupuesto. Aquí no se puede responder nada."],
    nowhere: [
        "Este enlace no lleva a ninguna parte",
        "Compruebe que la dirección está completa, tal como figura en el correo.",
    ],
    closed: ["Esta página no está disponible", "Póngase en contacto con la agencia que le envió el enlace."],
    later: ["Vuelva a intentarlo en un momento", "La página no se puede mostrar ahora."],
};

const PT: PageWords = PageWords {
    choose: "Escolha a sua opção",
    offer: "A nossa proposta",
    details: "Os seus dados",
    name: "Nome",
    email: "Endereço de e-mail",
    consent: "Aceita a opção escolhida ao preço indicado. Depois confirmamos tudo com o hotel e escrevemos-lhe.",
    accept: "Aceitar o orçamento",
    decline_ask: "Não é o que procura?",
    decline_why: "O que gostaria de mudar? (opcional)",
    decline: "Recusar o orçamento",
    pdf: "Abrir o orçamento em PDF",
    problem: "Falta alguma coisa",
    option_missing: "Escolha uma das opções.",
    name_missing: "Escreva o seu nome.",
    email_missing: "Escreva o seu endereço de e-mail, por exemplo anna@example.com.",
    reason_long: "Use no máximo 2000 caracteres.",
    accepted: [
        "Obrigado, o orçamento foi aceite",
        "Escolheu {option}: {hotel}, {total}. Agora confirmamos tudo e escrevemos-lhe sobre os próximos passos.",
    ],
    declined: ["Recusou este orçamento", "Se mudar de ideias, basta responder ao nosso e-mail."],
    expired: [
        "Este orçamento expirou",
        "Os preços eram válidos até {date}. Escreva-nos e preparamos um novo com todo o gosto.",
    ],
    withdrawn: [
        "Este orçamento foi retirado",
        "Já não pode ser aceite. Responda ao nosso e-mail se tiver alguma pergunta.",
    ],
    superseded: [
        "Há uma versão mais recente deste orçamento",
        "Enviámos-lhe uma proposta revista. Use o link do nosso último e-mail.",
    ],
    preview: ["Pré-visualização", "É assim que o viajante vê o orçamento. Aqui não se pode responder nada."],
    nowhere: ["Este link não leva a lado nenhum", "Verifique se o endereço está completo, tal como consta no e-mail."],
    closed: ["Esta página não está disponível", "Contacte a agência que lhe enviou o link."],
    later: ["Tente novamente dentro de momentos", "A página não pode ser mostrada agora."],
};

const NL: PageWords = PageWords {
    choose: "Kies uw optie",
    offer: "Ons voorstel",
    details: "Uw gegevens",
    name: "Naam",
    email: "E-mailadres",
    consent: "U aanvaardt de gekozen optie voor de getoonde prijs. Daarna bevestigen wij alles met het hotel en schrijven wij u.",
    accept: "Offerte aanvaarden",
    decline_ask: "Niet wat u zoekt?",
    decline_why: "Wat zou u anders willen? (niet verplicht)",
    decline: "Offerte afwijzen",
    pdf: "Offerte als PDF openen",
    problem: "Er ontbreekt iets",
    option_missing: "Kies een van de opties.",
    name_missing: "Vul uw naam in.",
    email_missing: "Vul uw e-mailadres in, bijvoorbeeld anna@example.com.",
    reason_long: "Gebruik hoogstens 2.000 tekens.",
    accepted: [
        "Dank u, de offerte is aanvaard",
        "U koos {option}: {hotel}, {total}. Wij bevestigen nu alles en schrijven u over de volgende stappen.",
    ],
    declined: ["U hebt deze offerte afgewezen", "Bedenkt u zich, antwoord dan gewoon op onze e-mail."],
    expired: [
        "Deze offerte is verlopen",
        "De prijzen golden tot en met {date}. Schrijf ons en wij maken graag een nieuwe.",
    ],
    withdrawn: [
        "Deze offerte is ingetrokken",
        "Ze kan niet meer worden aanvaard. Antwoord op onze e-mail als u een vraag hebt.",
    ],
    superseded: [
        "Er is een nieuwere versie van deze offerte",
        "Wij hebben u een herzien voorstel gestuurd. Gebruik de link in onze laatste e-mail.",
    ],
    preview: ["Voorbeeld", "Zo ziet de reiziger de offerte. Hier kan niets worden beantwoord."],
    nowhere: ["Deze link leidt nergens heen", "Controleer of het adres volledig is, zoals het in de e-mail staat."],
    closed: ["Deze pagina is niet beschikbaar", "Neem contact op met het reisbureau dat u de link stuurde."],
    later: ["Probeer het zo meteen nog eens", "De pagina kan nu niet worden getoond."],
};
