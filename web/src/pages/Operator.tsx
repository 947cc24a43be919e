/** The operator's panel. The token lives in this component's state and leaves with it. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { ApiFailure, call } from "../api/client";
import { can } from "../api/can";
import type { Tenant } from "../api/types";
import { day, moment } from "../format";
import { useWords } from "../i18n";
import { Confirm, Dialog } from "../ui/dialog";
import { Failure, inWords } from "../ui/failure";
import { Button, Choices, Empty, PageHead, Skeleton, Tag, TextField } from "../ui/kit";
import { Mark } from "../ui/Mark";
import { say, Toasts } from "../ui/toasts";
import "../styles/sign-in.css";

type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;
interface Listed<T> {
  items: T[];
}

export default function Operator() {
  const [token, setToken] = useState<string>();
  if (token === undefined) return <Enter onEnter={setToken} />;
  const ask: Ask = (method, path, body) => call(method, path, body, { "x-admin-token": token });
  return <Panel ask={ask} onLeave={() => setToken(undefined)} />;
}

function Enter({ onEnter }: { onEnter: (token: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const check = useMutation({
    mutationFn: (token: string) => call("GET", "/admin/tenants?limit=1", undefined, { "x-admin-token": token }),
    onSuccess: (_, token) => onEnter(token),
  });
  const status = check.error instanceof ApiFailure ? check.error.status : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) check.mutate(typed.trim());
  };
  return (
    <main className="front-form" id="page">
      <form className="front-card" onSubmit={submit}>
        <p className="front-mark"><Mark size={36} /></p>
        <h1>{t.operator.title}</h1>
        <p className="lead">{t.operator.lead}</p>
        {check.error ? <p className="failure" role="alert">{status === 401 ? t.operator.wrong : status === 503 ? t.operator.unset : inWords(t, check.error)}</p> : null}
        <TextField label={t.operator.token} type="password" autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit" look="primary" isPending={check.isPending}>{t.operator.enter}</Button>
      </form>
    </main>
  );
}

type Tab = "tenants" | "mail" | "audit" | "overview";

function Panel({ ask, onLeave }: { ask: Ask; onLeave: () => void }) {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>("tenants");
  const tabs = (
    [
      ["tenants", "get /admin/tenants"],
      ["overview", "get /admin/overview"],
      ["mail", "get /admin/mail/unrouted"],
      ["audit", "get /admin/audit"],
    ] as const
  ).filter(([, needs]) => can(needs));
  return (
    <main className="operator" id="page">
      <PageHead title={t.operator.title} lead={t.operator.lead}>
        <Button onPress={onLeave}>{t.operator.leave}</Button>
      </PageHead>
      {tabs.length > 1 ? (
        <div className="toolbar">
          <Choices label={t.operator.title} value={tab} options={tabs.map(([value]) => ({ value, label: t.operator.tabs[value] }))} onChange={setTab} />
        </div>
      ) : null}
      {tab === "tenants" ? <Tenants ask={ask} /> : tab === "mail" ? <Unrouted ask={ask} /> : <Facts ask={ask} what={tab} />}
      <Toasts />
    </main>
  );
}

function Tenants({ ask }: { ask: Ask }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [stopping, setStopping] = useState<Tenant>();
  const list = useQuery({ queryKey: ["operator", "tenants"], queryFn: () => ask<Listed<Tenant>>("GET", "/admin/tenants?limit=100"), gcTime: 0 });
  const change = useMutation({
    mutationFn: ({ id, what }: { id: string; what: "suspend" | "activate" }) => ask("POST", `/admin/tenants/${id}/${what}`),
    onSuccess: () => {
      setStopping(undefined);
      say(t.operator.done);
      void client.invalidateQueries({ queryKey: ["operator"] });
    },
    onError: (failure) => say(inWords(t, failure), { tone: "bad" }),
  });
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} tall />;
  return (
    <>
      {can("post /admin/tenants") ? <div className="toolbar"><Button look="primary" onPress={() => setCreating(true)}>{t.operator.create}</Button></div> : null}
      {list.data.items.length === 0 ? <Empty title={t.operator.none} /> : null}
      <ul className="list">
        {list.data.items.map((tenant) => (
          <li key={tenant.id} className="row static">
            <span className="row-main">
              <span className="row-who">{tenant.name}</span>
              <code className="row-subject">{tenant.id}</code>
            </span>
            <span className="row-state"><Tag tone={tenant.status === "active" ? "green" : "red"}>{t.operator.status[tenant.status] ?? tenant.status}</Tag></span>
            <span className="row-when">{day(language, tenant.created_at.slice(0, 10))}</span>
            {tenant.status === "active" && can("post /admin/tenants/{id}/suspend") ? (
              <Button small onPress={() => setStopping(tenant)}>{t.operator.suspend}</Button>
            ) : tenant.status === "suspended" && can("post /admin/tenants/{id}/activate") ? (
              <Button small onPress={() => change.mutate({ id: tenant.id, what: "activate" })}>{t.operator.activate}</Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Confirm
        title={t.operator.suspendTitle(stopping?.name ?? "")}
        open={stopping !== undefined}
        onClose={() => setStopping(undefined)}
        onConfirm={() => stopping && change.mutate({ id: stopping.id, what: "suspend" })}
        confirm={t.operator.suspend}
        danger
        busy={change.isPending}
      >
        <p>{t.operator.suspendText}</p>
      </Confirm>
      {creating ? <Create ask={ask} onClose={() => setCreating(false)} /> : null}
    </>
  );
}

const form = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/)),
  name: z.string().check(z.trim(), z.minLength(1)),
  admin_email: z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/)),
  timezone: z.string().check(z.minLength(1)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
type Form = z.infer<typeof form>;

function Create({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const { t, zone } = useWords();
  const client = useQueryClient();
  const { register, handleSubmit, formState } = useForm<Form>({ resolver: zodResolver(form), defaultValues: { timezone: zone, currency: "EUR" } });
  const create = useMutation({
    mutationFn: (given: Form) => ask("POST", "/admin/tenants", given),
    onSuccess: () => {
      say(t.operator.created_);
      void client.invalidateQueries({ queryKey: ["operator"] });
      onClose();
    },
  });
  const { errors } = formState;
  return (
    <Dialog title={t.operator.createTitle} open onClose={onClose}>
      {create.error ? <Failure failure={create.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => create.mutate(given))(event)} noValidate>
        <div className="fields one">
          <TextField label={t.operator.id} hint={t.operator.idHint} error={errors.id ? t.operator.idHint : undefined} {...register("id")} />
          <TextField label={t.operator.name} error={errors.name ? t.settings.needed : undefined} {...register("name")} />
          <TextField label={t.operator.adminEmail} type="email" error={errors.admin_email ? t.settings.badEmail : undefined} {...register("admin_email")} />
          <TextField label={t.settings.timezone} error={errors.timezone ? t.settings.needed : undefined} {...register("timezone")} />
          <TextField label={t.settings.currency} maxLength={3} error={errors.currency ? t.fx.needs.currency : undefined} {...register("currency")} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={create.isPending}>{t.operator.create}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Stray {
  id: string;
  from?: string;
  to?: string[];
  rcpt?: string;
  recipient?: string;
  subject?: string;
  received_at?: string;
}

function Unrouted({ ask }: { ask: Ask }) {
  const { t, language, zone } = useWords();
  const list = useQuery({ queryKey: ["operator", "mail"], queryFn: () => ask<Listed<Stray>>("GET", "/admin/mail/unrouted"), gcTime: 0 });
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} tall />;
  if (list.data.items.length === 0) return <Empty title={t.operator.noMail} />;
  return (
    <ul className="list">
      {list.data.items.map((stray) => (
        <li key={stray.id} className="row static">
          <span className="row-main">
            <span className="row-who">{stray.recipient ?? stray.rcpt ?? stray.to?.join(", ")}</span>
            <span className="row-subject">{[stray.from, stray.subject].filter(Boolean).join(", ")}</span>
          </span>
          {stray.received_at ? <span className="row-when">{moment(language, zone, stray.received_at)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Records whose shape is the platform's own business: shown as names and values. */
function Facts({ ask, what }: { ask: Ask; what: "audit" | "overview" }) {
  const { t } = useWords();
  const found = useQuery({ queryKey: ["operator", what], queryFn: () => ask<Record<string, unknown>>("GET", `/admin/${what}`), gcTime: 0 });
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} tall />;
  const records = Array.isArray(found.data.items) ? (found.data.items as Record<string, unknown>[]) : [found.data];
  if (records.length === 0) return <Empty title={t.operator.noAudit} />;
  return (
    <ul className="list">
      {records.map((record, place) => (
        <li key={place} className="row static">
          <dl className="facts">
            {Object.entries(record).map(([name, value]) => (
              <div key={name}>
                <dt>{name.replaceAll("_", " ")}</dt>
                <dd>{typeof value === "object" ? JSON.stringify(value) : String(value)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
