/** The operator's panel. The token lives in this component's state and leaves with it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState, type FormEvent } from "react";
import { ApiFailure } from "../api/client";
import { can } from "../api/can";
import { askWith, AskProvider } from "../api/operator";
import { useWords } from "../i18n";
import { inWords } from "../ui/failure";
import { Button, Skeleton, TextField } from "../ui/kit";
import { Mark } from "../ui/Mark";
import { Toasts } from "../ui/toasts";
import "../styles/sign-in.css";
import "../styles/settings.css";
import "../styles/operator.css";

const TABS = {
  overview: { needs: "get /admin/overview", body: lazy(() => import("./operator/Overview")) },
  tenants: { needs: "get /admin/tenants", body: lazy(() => import("./operator/Agencies")) },
  mail: { needs: "get /admin/mail/unrouted", body: lazy(() => import("./operator/Mail")) },
  knowledge: { needs: "get /admin/knowledge/documents", body: lazy(() => import("./operator/Knowledge")) },
  audit: { needs: "get /admin/audit", body: lazy(() => import("./operator/Log")) },
};
type Tab = keyof typeof TABS;

export default function Operator() {
  const [token, setToken] = useState<string>();
  const client = useQueryClient();
  const ask = useMemo(() => (token === undefined ? undefined : askWith(token)), [token]);
  if (!ask) return <Enter onEnter={setToken} />;
  const leave = () => {
    client.removeQueries({ queryKey: ["operator"] });
    setToken(undefined);
  };
  return (
    <AskProvider value={ask}>
      <Panel onLeave={leave} />
    </AskProvider>
  );
}

function Enter({ onEnter }: { onEnter: (token: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const check = useMutation({
    mutationFn: (token: string) => askWith(token).json("GET", "/admin/tenants?limit=1"),
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
        <TextField label={t.operator.token} type="password" autoComplete="off" spellCheck={false} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit" look="primary" isPending={check.isPending}>{t.operator.enter}</Button>
      </form>
    </main>
  );
}

function Panel({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => can(TABS[tab].needs));
  const [at, setAt] = useState<Tab>(tabs[0] ?? "tenants");
  const Body = TABS[at].body;
  return (
    <div className="operator">
      <header className="operator-head">
        <p className="brand"><Mark /> <span>Tripdesk</span> <span className="operator-mark">{t.operator.title}</span></p>
        <nav aria-label={t.operator.title}>
          {tabs.map((tab) => (
            <button key={tab} type="button" aria-current={tab === at ? "page" : undefined} onClick={() => setAt(tab)}>{t.operator.tabs[tab]}</button>
          ))}
        </nav>
        <Button onPress={onLeave}>{t.operator.leave}</Button>
      </header>
      <main id="page">
        <Suspense fallback={<Skeleton lines={6} tall />}>
          <Body />
        </Suspense>
      </main>
      <Toasts />
    </div>
  );
}
