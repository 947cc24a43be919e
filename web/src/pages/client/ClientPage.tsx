/** One client: how to reach them, and everything they asked, were offered and booked. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { can } from "../../api/can";
import { api, ok } from "../../api/client";
import { client as clientQuery } from "../../api/queries";
import type { ClientView } from "../../api/records";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { Failure } from "../../ui/failure";
import { BackIcon } from "../../ui/icons";
import { Amount, Button, PageHead, Skeleton } from "../../ui/kit";
import { EnquiryTag, QuoteTag } from "../../ui/states";

export default function ClientPage() {
  const { id } = useParams({ from: "/agency/clients/$id" });
  const { t } = useWords();
  const found = useQuery(clientQuery(id));
  return (
    <>
      <Link to="/clients" className="way-back"><BackIcon size={16} /> {t.clients.title}</Link>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={6} tall /> : null}
      {found.data ? <Whole client={found.data} /> : null}
    </>
  );
}

function Whole({ client }: { client: ClientView }) {
  const { t, language } = useWords();
  const date = (instant: string) => day(language, instant.slice(0, 10));
  return (
    <>
      <PageHead title={client.name || client.email} lead={[client.email, client.phone, t.clients.since(date(client.created_at))].filter(Boolean).join("\u2002·\u2002")} />
      {client.suppressed ? <Suppressed email={client.email} reason={client.suppressed.reason} /> : null}
      <div className="client">
        <Part title={t.nav.bookings} none={t.clients.noBookings}>
          {client.bookings.map((one) => (
            <li key={one.id}>
              <Link to="/bookings/$id" params={{ id: one.id }} className="slip">
                <span className="slip-who">{one.number}</span>
              </Link>
            </li>
          ))}
        </Part>
        <Part title={t.nav.quotes} none={t.clients.noQuotes}>
          {client.quotes.map((one) => (
            <li key={one.id}>
              <Link to="/quotes/$id" params={{ id: one.id }} className="slip">
                <span className="slip-who">{one.number}</span>
                <span className="slip-when"><QuoteTag state={one.state} /></span>
                <span className="slip-note">{one.main_total ? <><Amount money={one.main_total} />, </> : null}{t.quotes.validUntil} {day(language, one.valid_until)}</span>
              </Link>
            </li>
          ))}
        </Part>
        <Part title={t.nav.enquiries} none={t.clients.noEnquiries}>
          {client.enquiries.map((one) => (
            <li key={one.id}>
              <Link to="/enquiries/$id" params={{ id: one.id }} className="slip">
                <span className="slip-who">{one.subject}</span>
                <span className="slip-when"><EnquiryTag state={one.state} /></span>
                <span className="slip-note">{date(one.created_at)}</span>
              </Link>
            </li>
          ))}
        </Part>
      </div>
    </>
  );
}

/** An address that nobody writes to any more, until a person knows better. */
function Suppressed({ email, reason }: { email: string; reason: "bounced" | "complained" }) {
  const { t } = useWords();
  const works = useRole() !== "viewer" && can("post /clients/unsuppress");
  const again = useAct({ work: () => ok(api.POST("/api/v1/clients/unsuppress", { body: { email } })), said: t.clients.writtenAgain, changes: ["clients"] });
  return (
    <section className="callout" aria-label={t.clients.suppressed[reason]}>
      <p>{t.clients.suppressed[reason]}</p>
      {works ? <div className="form-foot"><Button small onPress={() => again.mutate()} isPending={again.isPending}>{t.clients.writeAgain}</Button></div> : null}
    </section>
  );
}

function Part({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section className={`pile${children.length > 0 ? " some" : ""}`} aria-label={title}>
      <header><h2>{title} <span className="pile-count">{children.length}</span></h2></header>
      {children.length > 0 ? <ul>{children}</ul> : <p className="pile-none">{none}</p>}
    </section>
  );
}
