/** Mail that found no agency, sent on to the right one; and where an address leads. */
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { can } from "../../api/can";
import { ApiFailure } from "../../api/client";
import { useAsk, type Agency, type Listed } from "../../api/operator";
import { moment } from "../../format";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, Empty, PageHead, SelectField, Skeleton, TextField } from "../../ui/kit";

interface Stray {
  id: string;
  from: string;
  to: string[];
  subject: string;
  received_at: string;
}

export default function Mail() {
  const { t, language, zone } = useWords();
  const ask = useAsk();
  const [routing, setRouting] = useState<Stray>();
  const list = useQuery({ queryKey: ["operator", "mail"], queryFn: () => ask.json<Listed<Stray>>("GET", "/admin/mail/unrouted?limit=100"), gcTime: 0 });
  return (
    <>
      <PageHead title={t.operator.tabs.mail} lead={t.operator.mailLead} />
      {can("get /mail/lookup") ? <Lookup /> : null}
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={5} tall /> : null}
      {list.data?.items.length === 0 ? <Empty title={t.operator.noMail}>{t.operator.noMailText}</Empty> : null}
      {list.data && list.data.items.length > 0 ? (
        <ul className="list" aria-label={t.operator.tabs.mail}>
          {list.data.items.map((stray) => (
            <li key={stray.id} className="row static">
              <span className="row-main">
                <span className="row-who">{stray.to.join(", ")}</span>
                <span className="row-subject">{[stray.from, stray.subject].filter(Boolean).join(", ")}</span>
              </span>
              <time className="row-when" dateTime={stray.received_at}>{moment(language, zone, stray.received_at)}</time>
              {can("post /admin/mail/{id}/route") ? <Button small onPress={() => setRouting(stray)}>{t.operator.route}</Button> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {routing ? <Route stray={routing} onClose={() => setRouting(undefined)} /> : null}
    </>
  );
}

function Route({ stray, onClose }: { stray: Stray; onClose: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const [chosen, setChosen] = useState("");
  const agencies = useQuery({ queryKey: ["operator", "tenants", "choices"], queryFn: () => ask.json<Listed<Agency>>("GET", "/admin/tenants?limit=100"), gcTime: 0 });
  const active = (agencies.data?.items ?? []).filter((one) => one.status === "active");
  const route = useAct({
    work: (tenant_id: string) => ask.json("POST", `/admin/mail/${stray.id}/route`, { tenant_id }),
    said: t.operator.routed,
    changes: ["operator"],
    then: onClose,
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) route.mutate(chosen);
  };
  return (
    <Dialog title={t.operator.routeTitle} open onClose={onClose}>
      <p className="lead">{[stray.from, stray.subject].filter(Boolean).join(", ")}</p>
      {route.error ? <Failure failure={route.error} /> : null}
      <form onSubmit={submit}>
        <SelectField label={t.operator.routeTo} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">–</option>
          {active.map((one) => (
            <option key={one.id} value={one.id}>{one.name} ({one.id})</option>
          ))}
        </SelectField>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isDisabled={!chosen} isPending={route.isPending}>{t.operator.route}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Lookup() {
  const { t } = useWords();
  const ask = useAsk();
  const [typed, setTyped] = useState("");
  const look = useAct({
    work: (address: string) => ask.json<{ address: string; tenant_id: string }>("GET", `/mail/lookup?address=${encodeURIComponent(address)}`),
    shown: true,
  });
  const nowhere = look.error instanceof ApiFailure && look.error.status === 404;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) look.mutate(typed.trim());
  };
  return (
    <section className="panel try" aria-label={t.operator.lookup}>
      <form className="inline-form" onSubmit={submit} noValidate>
        <TextField label={t.operator.lookup} autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit" isPending={look.isPending}>{t.operator.lookupNow}</Button>
      </form>
      {look.error && !nowhere ? <Failure failure={look.error} /> : null}
      {nowhere ? <p className="lookup-found" role="status">{t.operator.leadsNowhere(look.variables ?? "")}</p> : null}
      {look.data ? <p className="lookup-found" role="status">{t.operator.leadsTo(look.data.address, look.data.tenant_id)}</p> : null}
    </section>
  );
}
