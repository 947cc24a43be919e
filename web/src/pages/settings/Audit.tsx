/** What was changed in the agency, newest first. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { audit as auditQuery, people, type AuditEntry } from "../../api/account";
import { can } from "../../api/can";
import { useWords } from "../../i18n";
import { AuditTable } from "../../ui/AuditTable";
import { Failure } from "../../ui/failure";
import { Empty, SearchBox, Skeleton } from "../../ui/kit";
import { LoadMore } from "../../ui/LoadMore";

export function AuditTab() {
  const { t, language } = useWords();
  const [text, setText] = useState("");
  const list = useInfiniteQuery(auditQuery);
  const team = useQuery({ ...people, enabled: can("get /users") }).data?.items;
  const names = useMemo(() => new Map(team?.map((one) => [one.id, one.name || one.email])), [team]);
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={8} tall />;
  const every = list.data.pages.flatMap((page) => page.items);
  if (every.length === 0) return <Empty title={t.audit.none} />;
  const who = ({ actor }: AuditEntry) =>
    actor.kind === "user" ? (names.get(actor.user_id ?? "") ?? actor.user_id ?? "") : actor.kind === "operator" ? t.audit.operator : t.audit.system;
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => {
    const said = `${who(one)} ${one.action} ${one.subject ?? ""} ${(one.changed ?? []).join(" ")}`.toLocaleLowerCase(language);
    return words.every((word) => said.includes(word));
  });
  return (
    <>
      <p className="lead tab-lead">{t.audit.lead}</p>
      <div className="toolbar">
        <SearchBox label={t.audit.filter} value={text} onChange={setText} />
        <span className="end" role="status">{t.audit.count(found.length)}</span>
      </div>
      <AuditTable entries={found} who={who} />
      <LoadMore list={list} />
    </>
  );
}
