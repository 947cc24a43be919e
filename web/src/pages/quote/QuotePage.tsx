/** One quote: its alternatives, why it waits, its document, and what may be done with it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ApiFailure } from "../../api/client";
import { quote as quoteQuery } from "../../api/queries";
import type { Quote } from "../../api/types";
import { day, stay } from "../../format";
import { useWords } from "../../i18n";
import { Failure, spoken } from "../../ui/failure";
import { BackIcon } from "../../ui/icons";
import { Empty, PageHead, Skeleton } from "../../ui/kit";
import { QuoteTag } from "../../ui/states";
import { roomText } from "../enquiry/words";
import { Actions } from "./Actions";
import { Answered, Sending } from "./Fate";
import { Options } from "./Options";
import { Pdf } from "./Pdf";
import { Revisions } from "./Revisions";

/** A quote that was just asked for is written within moments; until then it is waited for. */
const PATIENCE = 60_000;

export default function QuotePage() {
  const { id } = useParams({ from: "/agency/quotes/$id" });
  const { t } = useWords();
  const [since] = useState(() => Date.now());
  const found = useQuery({
    ...quoteQuery(id),
    refetchInterval: (query) => (query.state.data ? 15_000 : Date.now() - since < PATIENCE ? 1_000 : false),
    retry: false,
  });
  const coming = found.error instanceof ApiFailure && found.error.status === 404 && Date.now() - since < PATIENCE;
  return (
    <>
      <Link to="/quotes" className="way-back">
        <BackIcon size={16} /> {t.quotes.title}
      </Link>
      {found.data ? (
        <Whole quote={found.data} />
      ) : coming ? (
        <Empty title={t.quotes.coming}>{t.quotes.comingText}</Empty>
      ) : found.error ? (
        <Failure failure={found.error} retry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={8} tall />
      )}
    </>
  );
}

function Whole({ quote }: { quote: Quote }) {
  const { t, language } = useWords();
  return (
    <>
      <PageHead
        title={quote.traveller.name || quote.traveller.email || quote.number}
        marks={<QuoteTag state={quote.state} />}
        lead={
          <>
            {[quote.number, stay(language, quote.dates), quote.rooms.map((room) => roomText(t, room)).join("; ")].join("\u2002·\u2002")}
            <span className="lead-rest">
              <span>{t.quotes.validUntil} {day(language, quote.valid_until)}</span>
              <Link to="/enquiries/$id" params={{ id: quote.enquiry_id }}>{t.quotes.toEnquiry}</Link>
              {quote.links.preview ? <a href={quote.links.preview} target="_blank" rel="noreferrer">{t.quotes.preview}</a> : null}
            </span>
          </>
        }
      >
        <Actions quote={quote} />
      </PageHead>
      <Answered quote={quote} />
      <Sending quote={quote} />
      {quote.reasons.length > 0 && ["draft", "ready"].includes(quote.state) ? (
        <section className="callout" aria-label={t.quotes.held}>
          <h2>{t.quotes.held}</h2>
          <ul>
            {quote.reasons.map((reason) => (
              <li key={reason}>{spoken(t, reason)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="quote-options" aria-labelledby="options">
        <header>
          <h2 id="options">{t.quotes.options}</h2>
          <p className="hint">{t.quotes.optionsHint}</p>
        </header>
        {quote.options.length > 0 ? <Options under={3} options={quote.options} frozen /> : <p className="lead">{t.quotes.noOptions}</p>}
      </section>
      <div className="quote-rest">
        <div>
          {quote.notes.length > 0 ? (
            <section className="panel">
              <header className="panel-head"><h2>{t.quotes.notes}</h2></header>
              <ul className="panel-body">
                {quote.notes.map((note) => (
                  <li key={note}>{spoken(t, note)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <Revisions quote={quote} />
        </div>
        <Pdf quote={quote} />
      </div>
    </>
  );
}
