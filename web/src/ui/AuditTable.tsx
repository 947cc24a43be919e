/** Entries of an audit log as a table; one for the agency, and for the operator. */
import type { AuditEntry } from "../api/account";
import { fullMoment, moment } from "../format";
import { useWords } from "../i18n";

interface AuditTableProps {
  entries: AuditEntry[];
  who: (entry: AuditEntry) => string;
}

export function AuditTable({ entries, who }: AuditTableProps) {
  const { t, language, zone } = useWords();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t.settings.tabs.audit}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">{t.audit.when}</th>
            <th scope="col">{t.audit.who}</th>
            <th scope="col">{t.audit.what}</th>
            <th scope="col">{t.audit.about}</th>
            <th scope="col">{t.audit.fields}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td><time dateTime={entry.at} title={fullMoment(language, zone, entry.at)}>{moment(language, zone, entry.at)}</time></td>
              <td>{who(entry)}</td>
              <td><code>{entry.action}</code></td>
              <td>{entry.subject}</td>
              <td>{(entry.changed ?? []).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
