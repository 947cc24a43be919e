/** Entries of an audit log as a table, found by words; one for the agency, and for the operator. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AuditEntry } from "../api/account";
import { fullMoment, moment } from "../format";
import { useWords } from "../i18n";
import { SearchBox } from "./SearchBox";

interface AuditTableProps {
  entries: AuditEntry[];
  /** Names of users by their ids, where they are known. */
  names?: ReadonlyMap<string, string>;
  /** Whether each entry says whose agency it was. */
  ofMany?: true;
}

export function AuditTable({ entries, names, ofMany }: AuditTableProps) {
  const { t, language, zone } = useWords();
  const [text, setText] = useState("");
  const name = (id: string) => names?.get(id) ?? id;
  const who = ({ actor }: AuditEntry) => (actor.kind === "user" ? name(actor.user_id ?? "") : { operator: t.audit.operator, platform: t.audit.system, nobody: t.audit.nobody }[actor.kind]);
  const what = (entry: AuditEntry) => t.audit.action[entry.action] ?? entry.action;
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const parts = [who(entry), what(entry), entry.action, name(entry.subject ?? ""), entry.tenant_id, ...entry.changed];
    const said = parts.join(" ").toLocaleLowerCase(language);
    return words.every((word) => said.includes(word));
  });
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t.audit.filter} value={text} onChange={setText} />
        <span className="end" role="status">{t.audit.count(found.length)}</span>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t.settings.tabs.audit}>
        <table className="records stacks audit">
          <thead>
            <tr>
              <th scope="col">{t.audit.when}</th>
              {ofMany ? <th scope="col">{t.audit.agency}</th> : null}
              <th scope="col">{t.audit.who}</th>
              <th scope="col">{t.audit.what}</th>
              <th scope="col">{t.audit.about}</th>
              <th scope="col">{t.audit.fields}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((entry) => (
              <tr key={entry.id}>
                <td><time dateTime={entry.at} title={`${fullMoment(language, zone, entry.at)}. ${t.audit.request} ${entry.request_id}`}>{moment(language, zone, entry.at)}</time></td>
                {ofMany ? <td><code>{entry.tenant_id}</code></td> : null}
                <td>{who(entry)}</td>
                <td>{what(entry)}</td>
                <td><Subject entry={entry} name={names?.get(entry.subject ?? "")} inside={!ofMany} /></td>
                <td className="hint">{entry.changed.map((field) => field.replaceAll("_", " ")).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Where records of a kind have a page of their own. */
const PAGES: Record<string, "/quotes/$id" | "/enquiries/$id" | "/bookings/$id"> = { quote: "/quotes/$id", enquiry: "/enquiries/$id", booking: "/bookings/$id" };

/** What an entry is about: a person's name, the way to a record's page, or the end of its id, by which two can be told apart. */
function Subject({ entry: { action, subject }, name, inside }: { entry: AuditEntry; name: string | undefined; inside: boolean }) {
  const { t } = useWords();
  if (!subject) return null;
  if (name) return name;
  const page = inside ? PAGES[action.split(".")[0] ?? ""] : undefined;
  if (page) return <Link to={page} params={{ id: subject }}>{t.audit.open}</Link>;
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(subject) ? <code title={subject}>…{subject.slice(-6)}</code> : subject;
}
