/** Agencies of the earlier platform: first tried, then taken over. */
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useAsk } from "../../api/operator";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure, spoken } from "../../ui/failure";
import { Button, Tag } from "../../ui/kit";

interface Report {
  created: number;
  unchanged: number;
  skipped: number;
  failed: number;
  tenants: { folder: string; id?: string | null; name?: string | null; action: string; notes: string[]; errors: { field: string; message: string }[] }[];
}

export function Takeover({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const [file, setFile] = useState<File>();
  const run = useAct({
    work: ({ chosen, dry }: { chosen: File; dry: boolean }) => ask.send<Report>(`/admin/tenants/import?dry_run=${dry}`, new Blob([chosen], { type: chosen.name.endsWith(".tar") ? "application/x-tar" : "application/gzip" })),
    changes: ["operator"],
    shown: true,
  });
  const tried = run.variables?.dry === true && run.data;
  return (
    <Dialog title={t.operator.importTitle} open onClose={onClose} wide>
      <p className="lead">{t.operator.importText}</p>
      {run.error ? <Failure failure={run.error} /> : null}
      {run.data ? <Outcome report={run.data} /> : null}
      <div className="window-actions">
        <FileTrigger
          acceptedFileTypes={[".tar", ".gz", ".tgz", "application/gzip"]}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (!chosen) return;
            setFile(chosen);
            run.mutate({ chosen, dry: true });
          }}
        >
          <Button isPending={run.isPending}>{file ? t.rates.anotherFile : t.rates.choose}</Button>
        </FileTrigger>
        {tried && file ? <Button look="primary" isPending={run.isPending} onPress={() => run.mutate({ chosen: file, dry: false })}>{t.operator.importNow}</Button> : null}
      </div>
    </Dialog>
  );
}

function Outcome({ report }: { report: Report }) {
  const { t } = useWords();
  return (
    <>
      <p role="status">{t.operator.report(report.created, report.unchanged, report.failed)} {report.skipped > 0 ? t.operator.skipped(report.skipped) : null}</p>
      <ul className="list">
        {report.tenants.map((one) => (
          <li key={one.folder} className="row static">
            <span className="row-main">
              <span className="row-who">{one.name ?? one.folder}</span>
              <span className="row-subject">{[one.id, ...one.notes].filter(Boolean).join("; ")}</span>
              {one.errors.map((error) => (
                <span key={error.field} className="error"><code>{error.field}</code> {spoken(t, error.message)}</span>
              ))}
            </span>
            <Tag tone={one.errors.length > 0 ? "red" : one.action === "create" || one.action === "created" ? "green" : "faint"}>{t.operator.action[one.action] ?? one.action}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
