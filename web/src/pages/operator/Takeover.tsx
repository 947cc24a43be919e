/** Agencies of the earlier platform: first tried, then taken over. */
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useAsk } from "../../api/operator";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";

interface Report {
  tenants?: { id: string; outcome: string; notes?: string[] }[];
  skipped?: number;
}

export function Takeover({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const ask = useAsk();
  const [file, setFile] = useState<File>();
  const run = useAct({
    work: ({ chosen, dry }: { chosen: File; dry: boolean }) => ask.send<Report>(`/admin/tenants/import?dry_run=${dry}`, chosen),
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
      <ul className="list">
        {(report.tenants ?? []).map((one) => (
          <li key={one.id} className="row static">
            <span className="row-main">
              <code className="row-who">{one.id}</code>
              <span className="row-subject">{(one.notes ?? []).join("; ")}</span>
            </span>
            <span className="row-when">{one.outcome}</span>
          </li>
        ))}
      </ul>
      {report.skipped ? <p className="hint">{t.operator.skipped(report.skipped)}</p> : null}
    </>
  );
}
