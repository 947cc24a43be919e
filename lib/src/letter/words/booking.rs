//! The words of a confirmed booking, in each language.

use super::super::locale::Region;

/// Phrases of a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BookingWords {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) sentence: &'static str,
    pub(crate) payments: &'static str,
    pub(crate) deposit: &'static str,
    pub(crate) balance: &'static str,
    pub(crate) full: &'static str,
    pub(crate) due: &'static str,
    pub(crate) paid: &'static str,
    pub(crate) adult: &'static str,
    pub(crate) child: &'static str,
}

/// A confirmation's words in a region.
pub(crate) fn booking_words(region: Region) -> &'static BookingWords {
    match region {
        Region::EnGb | Region::EnUs | Region::EnZa | Region::EnIn => &EN,
        Region::DeDe | Region::DeCh => &DE,
        Region::FrFr | Region::FrCh => &FR,
        Region::EsEs | Region::Es419 => &ES,
        Region::PtPt | Region::PtBr => &PT,
        Region::NlNl => &NL,
    }
}

const EN: BookingWords = BookingWords {
    title: "Booking",
    intro: "Your journey is booked. Here is everything at a glance.",
    subject: "Your booking {number} is confirmed",
    sentence: "Your booking is confirmed: {hotel}, {dates}, {total}. You find everything in the attached PDF. These payments are agreed:",
    payments: "Payments",
    deposit: "Deposit",
    balance: "Balance",
    full: "Full amount",
    due: "due by {date}",
    paid: "paid on {date}",
    adult: "Adult",
    child: "child aged {age}",
};

const DE: BookingWords = BookingWords {
    title: "Buchung",
    intro: "Ihre Reise ist gebucht. Hier finden Sie alles auf einen Blick.",
    subject: "Ihre Buchung {number} ist bestätigt",
    sentence: "Ihre Buchung ist bestätigt: {hotel}, {dates}, {total}. Alles steht im angehängten PDF. Diese Zahlungen sind vereinbart:",
    payments: "Zahlungen",
    deposit: "Anzahlung",
    balance: "Restbetrag",
    full: "Gesamtbetrag",
    due: "fällig bis {date}",
    paid: "bezahlt am {date}",
    adult: "Erwachsener",
    child: "Kind, {age} Jahre",
};

const FR: BookingWords = BookingWords {
    title: "Réservation",
    intro: "Votre voyage est réservé. Voici l’essentiel en un coup d’œil.",
    subject: "Votre réservation {number} est confirmée",
    sentence: "Votre réservation est confirmée : {hotel}, {dates}, {total}. Vous trouverez tout dans le PDF joint. Les paiements convenus :",
    payments: "Paiements",
    deposit: "Acompte",
    balance: "Solde",
    full: "Montant total",
    due: "à régler avant le {date}",
    paid: "réglé le {date}",
    adult: "Adulte",
    child: "enfant de {age} ans",
};

const ES: BookingWords = BookingWords {
    title: "Reserva",
    intro: "Su viaje está reservado. Aquí lo tiene todo de un vistazo.",
    subject: "Su reserva {number} está confirmada",
    sentence: "Su reserva está confirmada: {hotel}, {dates}, {total}. Encontrará todo en el PDF adjunto. Los pagos acordados:",
    payments: "Pagos",
    deposit: "Depósito",
    balance: "Saldo",
    full: "Importe total",
    due: "a pagar hasta el {date}",
    paid: "pagado el {date}",
    adult: "Adulto",
    child: "niño de {age} años",
};

const PT: BookingWords = BookingWords {
    title: "Reserva",
    intro: "A sua viagem está reservada. Aqui está tudo num relance.",
    subject: "A sua reserva {number} está confirmada",
    sentence: "A sua reserva está confirmada: {hotel}, {dates}, {total}. Encontra tudo no PDF em anexo. Os pagamentos acordados:",
    payments: "Pagamentos",
    deposit: "Depósito",
    balance: "Saldo",
    full: "Valor total",
    due: "a pagar até {date}",
    paid: "pago em {date}",
    adult: "Adulto",
    child: "criança de {age} anos",
};

const NL: BookingWords = BookingWords {
    title: "Boeking",
    intro: "Uw reis is geboekt. Hier vindt u alles in één oogopslag.",
    subject: "Uw boeking {number} is bevestigd",
    sentence: "Uw boeking is bevestigd: {hotel}, {dates}, {total}. Alles staat in de bijgevoegde pdf. Deze betalingen zijn afgesproken:",
    payments: "Betalingen",
    deposit: "Aanbetaling",
    balance: "Restbedrag",
    full: "Volledig bedrag",
    due: "te betalen vóór {date}",
    paid: "betaald op {date}",
    adult: "Volwassene",
    child: "kind van {age} jaar",
};
