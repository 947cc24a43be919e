/** One agency as the operator sees it: its use and its limits, and what may be done with it as a whole. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "../../api/can";
import { useAsk, type Agency } from "../../api/operator";
import { fullMoment } from "../../format";
import { useWords } from "../../i18n";
import { saveAs } from "../../text/save";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { DownloadIcon } from "../../ui/icons";
import { Button, Skeleton, TextField } from "../../ui/kit";
import { StatusTag } from "./Agencies";
import { Limits } from "./Limits";
import { Numbers } from "./Numbers";

export function AgencySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, language, zone } = useWords();
  const ask = useAsk();
  const found = useQuery({ queryKey: ["operator", "tenant", id], queryFn: () => ask.json<Agency>("GET", `/admin/tenants/${id}`), gcTime: 0 });
  const agency = found.data;
  return (
    <Dialog title={agency?.name ?? id} open onClose={onClose} side wide>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={6} /> : null}
      {agency ? (
        <>
          <p className="operator-facts">
            <StatusTag status={agency.status} /> <code>{agency.id}</code>
            <span className="hint">{t.security.since(fullMoment(language, zone, agency.created_at))}</span>
          </p>
          {can("get /admin/tenants/{id}/stats") ? <Use id={id} /> : null}
          {can("patch /admin/tenants/{id}") ? <Limits agency={agency} key={agency.version} /> : null}
          <Deeds agency={agency} onGone={onClose} />
        </>
      ) : null}
    </Dialog>
  );
}

/** Counts by the names the platform gives them. */
function Use({ id }: { id: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const stats = useQuery({ queryKey: ["operator", "stats", id], queryFn: () => ask.json<Record<string, unknown>>("GET", `/admin/tenants/${id}/stats`), gcTime: 0 });
  if (!stats.data) return stats.error ? <Failure failure={stats.error} /> : <Skeleton lines={3} />;
  return (
    <section aria-labelledby="use">
      <h3 id="use">{t.operator.use}</h3>
      <Numbers record={stats.data} />
    </section>
  );
}

type Deed = "suspend" | "delete" | "purge";

function Deeds({ agency, onGone }: { agency: Agency; onGone: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const [asking, setAsking] = useState<Deed>();
  const changes = ["operator"];
  const activate = useAct({ work: () => ask.json("POST", `/admin/tenants/${agency.id}/activate`), said: t.operator.activated(agency.name), changes });
  const download = useAct({
    work: () => ask.file(`/admin/tenants/${agency.id}/export`),
    then: (file) => saveAs(file, `${agency.id}.tar.gz`),
  });
  const { status } = agency;
  return (
    <section aria-labelledby="deeds" className="deeds">
      <h3 id="deeds">{t.operator.deeds}</h3>
      <div className="form-foot">
        {can("get /admin/tenants/{id}/export") ? <Button onPress={() => download.mutate()} isPending={download.isPending}><DownloadIcon size={16} /> {t.operator.export}</Button> : null}
        {status === "active" ? <Button onPress={() => setAsking("suspend")}>{t.operator.suspend}</Button> : null}
        {status === "suspended" ? <Button onPress={() => activate.mutate()} isPending={activate.isPending}>{t.operator.activate}</Button> : null}
        {status !== "deleted" && can("delete /admin/tenants/{id}") ? <Button onPress={() => setAsking("delete")}>{t.operator.delete}</Button> : null}
        {status === "deleted" && can("post /admin/tenants/{id}/purge") ? <Button look="danger" onPress={() => setAsking("purge")}>{t.operator.purge}</Button> : null}
      </div>
      {download.isPending ? <p className="hint" role="status">{t.operator.exporting}</p> : null}
      {asking ? <Sure agency={agency} deed={asking} onClose={() => setAsking(undefined)} onGone={onGone} /> : null}
    </section>
  );
}

/** What a purge removed, and whatever a search afterwards still found. */
interface Purged {
  left: Record<string, string[]>;
}

interface SureProps {
  agency: Agency;
  deed: Deed;
  onClose: () => void;
  onGone: () => void;
}

/** What cannot be undone wants the agency's id typed. */
function Sure({ agency, deed, onClose, onGone }: SureProps) {
  const { t } = useWords();
  const ask = useAsk();
  const [typed, setTyped] = useState("");
  const [purged, setPurged] = useState<Purged>();
  const path = `/admin/tenants/${agency.id}`;
  const act = useAct({
    work: () => (deed === "delete" ? ask.json<Purged | undefined>("DELETE", path) : ask.json<Purged | undefined>("POST", `${path}/${deed}`)),
    said: deed === "suspend" ? t.operator.suspended(agency.name) : deed === "delete" ? t.operator.deleted(agency.name) : t.operator.purged(agency.name),
    changes: ["operator"],
    then: (done) => {
      if (deed === "purge") return setPurged(done);
      onClose();
      if (deed === "delete") onGone();
    },
    shown: true,
  });
  const words = t.operator.sure[deed];
  const certain = deed === "suspend" || typed.trim() === agency.id;
  return (
    <Dialog title={words.title(agency.name)} open onClose={purged ? onGone : onClose}>
      {act.error ? <Failure failure={act.error} /> : null}
      {purged ? <p className="good" role="status">{t.operator.nothingLeft(Object.values(purged.left).flat().length)}</p> : <p>{words.text}</p>}
      {deed === "suspend" || purged ? null : (
        <TextField label={t.operator.typeId(agency.id)} autoCapitalize="none" spellCheck={false} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      )}
      <div className="window-actions">
        {purged ? <Button onPress={onGone}>{t.app.close}</Button> : (
          <>
            <Button onPress={onClose}>{t.app.cancel}</Button>
            <Button look="danger" isDisabled={!certain} isPending={act.isPending} onPress={() => act.mutate()}>{t.operator[deed]}</Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
