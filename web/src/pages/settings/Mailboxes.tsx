/** The addresses that lead to the agency. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { mailboxes as mailboxesQuery } from "../../api/account";
import { can } from "../../api/can";
import { call } from "../../api/client";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Confirm, Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Button, Empty, IconButton, Skeleton, Tag, TextField } from "../../ui/kit";
import type { SectionProps } from "./save";

const root = getRouteApi("__root__");

export function MailboxesTab({ admin }: SectionProps) {
  const { t, language } = useWords();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<string>();
  const list = useQuery(mailboxesQuery);
  const remove = useAct({
    work: (address: string) => call("DELETE", `/tenants/me/mailboxes?address=${encodeURIComponent(address)}`),
    said: t.mailboxes.removed,
    changes: ["mailboxes"],
    then: () => setLeaving(undefined),
  });
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={3} tall />;
  return (
    <div className="narrow-page">
      <header className="section-head">
        <p className="lead">{t.mailboxes.lead}</p>
        {admin && can("post /tenants/me/mailboxes") ? <Button look="primary" onPress={() => setAdding(true)}><PlusIcon size={16} /> {t.mailboxes.add}</Button> : null}
      </header>
      {list.data.items.length === 0 ? <Empty title={t.mailboxes.none} /> : null}
      <ul className="list">
        {list.data.items.map(({ address, created_at, is_default }) => (
          <li key={address} className="row static">
            <span className="row-main"><code className="row-who">{address}</code></span>
            {is_default ? <Tag>{t.mailboxes.main}</Tag> : null}
            <span className="row-when">{t.security.since(day(language, created_at.slice(0, 10)))}</span>
            {admin && !is_default ? <IconButton label={`${t.app.remove}: ${address}`} onPress={() => setLeaving(address)}><TrashIcon size={17} /></IconButton> : null}
          </li>
        ))}
      </ul>
      {adding ? <Add onClose={() => setAdding(false)} /> : null}
      <Confirm title={t.mailboxes.removeTitle(leaving ?? "")} open={leaving !== undefined} onClose={() => setLeaving(undefined)} onConfirm={() => leaving && remove.mutate(leaving)} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.mailboxes.removeText}</p>
      </Confirm>
    </div>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { config } = root.useRouteContext();
  const [typed, setTyped] = useState("");
  const domain = config.inbound_domain ?? "";
  const add = useAct({
    work: (address: string) => call("POST", "/tenants/me/mailboxes", { address }),
    said: (_, address) => t.mailboxes.added(address),
    changes: ["mailboxes"],
    then: onClose,
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = typed.trim();
    if (name) add.mutate(name.includes("@") ? name : `${name}@${domain}`);
  };
  return (
    <Dialog title={t.mailboxes.addTitle} open onClose={onClose}>
      {add.error ? <Failure failure={add.error} /> : null}
      <form onSubmit={submit} noValidate>
        <TextField label={t.mailboxes.address} hint={domain ? t.mailboxes.addressHint(domain) : undefined} autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={add.isPending}>{t.mailboxes.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}
