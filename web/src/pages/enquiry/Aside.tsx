/** What stands beside the fields: who looks after it, what was drafted and written, and what changed since it came. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { can } from "../../api/can";
import { call } from "../../api/client";
import { agency, enquiry as enquiryQuery } from "../../api/queries";
import type { Enquiry } from "../../api/types";
import { moment } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { inWords } from "../../ui/failure";
import { SelectField } from "../../ui/kit";
import { say } from "../../ui/toasts";
import { valueText } from "./words";

export function Keeper({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  const client = useQueryClient();
  const works = useRole() !== "viewer";
  const people = (useQuery(agency).data?.config.consultants ?? []).filter((one) => one.active !== false || one.email === enquiry.assigned_to);
  const nameOf = (email: string) => people.find((one) => one.email === email)?.name ?? email;
  const give = useAct({
    work: (email: string) => call<Enquiry>("PATCH", `/enquiries/${enquiry.id}`, { version: enquiry.version, assigned_to: email || null }),
    said: (_, email) => t.enquiries.reassigned(email ? nameOf(email) : t.enquiries.nobody),
  });
  // The choice stands at once, and goes back should the platform refuse it.
  const choose = (email: string) => {
    const { queryKey } = enquiryQuery(enquiry.id);
    client.setQueryData(queryKey, { ...enquiry, assigned_to: email || null } as Enquiry);
    give.mutate(email, {
      onSuccess: (saved) => client.setQueryData(queryKey, saved),
      onError: (failure) => {
        client.setQueryData(queryKey, enquiry);
        say(inWords(t, failure), { tone: "bad" });
      },
    });
  };
  if (people.length === 0 || !can("patch /enquiries/{id}")) return null;
  return (
    <SelectField label={t.enquiries.assigned} disabled={!works} value={enquiry.assigned_to ?? ""} onChange={(event) => choose(event.target.value)}>
      <option value="">{t.enquiries.nobody}</option>
      {people.map((one) => (
        <option key={one.email} value={one.email}>{one.name}</option>
      ))}
    </SelectField>
  );
}

export function Replies({ enquiry }: { enquiry: Enquiry }) {
  const { t, language, zone } = useWords();
  const replies = enquiry.replies ?? [];
  if (replies.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="replies">
      <header className="panel-head"><h2 id="replies">{t.enquiries.replies}</h2></header>
      <div className="panel-body replies">
        {replies.map((one) => (
          <details key={one.send_id}>
            <summary>{one.subject} <time className="hint" dateTime={one.at}>{moment(language, zone, one.at)}</time></summary>
            <p className="reply-text">{one.text}</p>
          </details>
        ))}
      </div>
    </section>
  );
}

/** Field by field, newest first: before, and after. */
export function History({ enquiry }: { enquiry: Enquiry }) {
  const { t, language, zone } = useWords();
  const events = enquiry.history ?? [];
  if (events.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="history">
      <header className="panel-head"><h2 id="history">{t.enquiries.history}</h2></header>
      <ol className="panel-body history">
        {events.toReversed().map((event) => (
          <li key={event.at}>
            <p className="hint">
              {event.message_id ? t.enquiries.byTraveller : t.enquiries.byYou}, <time dateTime={event.at}>{moment(language, zone, event.at)}</time>
            </p>
            <dl>
              {event.changes.map((change) => (
                <div key={change.field}>
                  <dt>{t.fields[change.field.replace("contact.", "")] ?? change.field}</dt>
                  <dd>
                    <del>{valueText(t, language, change.field, change.before) || t.enquiries.wasEmpty}</del>{" "}
                    <ins>{valueText(t, language, change.field, change.after) || t.enquiries.wasEmpty}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ToClient({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  if (!enquiry.client_id || !can("get /clients/{id}")) return null;
  return <Link to="/clients/$id" params={{ id: enquiry.client_id }}>{t.enquiries.client}</Link>;
}
