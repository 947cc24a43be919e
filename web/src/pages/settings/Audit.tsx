/** What was changed in the agency, newest first. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { audit as auditQuery, people } from "../../api/account";
import { can } from "../../api/can";
import { useWords } from "../../i18n";
import { AuditTable } from "../../ui/AuditTable";
import { Failure } from "../../ui/failure";
import { Empty, Skeleton } from "../../ui/kit";
import { LoadMore } from "../../ui/LoadMore";

export function AuditTab() {
  const { t } = useWords();
  const list = useInfiniteQuery(auditQuery);
  const team = useQuery({ ...people, enabled: can("get /users") }).data?.items;
  const names = useMemo(() => new Map(team?.map((one) => [one.id, one.name || one.email])), [team]);
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={8} tall />;
  const every = list.data.pages.flatMap((page) => page.items);
  if (every.length === 0) return <Empty title={t.audit.none} />;
  return (
    <>
      <p className="lead tab-lead">{t.audit.lead}</p>
      <AuditTable entries={every} names={names} />
      <LoadMore list={list} />
    </>
  );
}
