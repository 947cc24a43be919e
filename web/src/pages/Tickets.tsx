/** Tickets: opened from a question nobody's documents answered, replied to, and closed. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client";
import { can } from "../api/can";
import { tickets } from "../api/queries";
import type { Ticket } from "../api/records";
import { moment } from "../format";
import { useWords } from "../i18n";
import { useSession } from "../session/session";
import { Failure } from "../ui/failure";
import { AreaField, Button, Empty, SelectField, Skeleton, Tag } from "../ui/kit";
import { LoadMore } from "../ui/LoadMore";

const STATES: Ticket["state"][] = ["open", "in_progress", "resolved", "closed"];

export function Tickets() {
  const { t } = useWords();
  const list = useInfiniteQuery(tickets);
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} tall />;
  if (every.length === 0) return <Empty title={t.helpdesk.noTickets} />;
  return (
    <>
      <ul className="list">
        {every.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const { t, language, zone } = useWords();
  const here = useSession();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const refresh = () => void client.invalidateQueries({ queryKey: ["tickets"] });
  const reply = useMutation({
    mutationFn: () => call("POST", `/helpdesk/tickets/${ticket.id}/reply`, { text: text.trim() }),
    onSuccess: () => {
      setText("");
      refresh();
    },
  });
  const change = useMutation({
    mutationFn: (state: string) => call("PATCH", `/helpdesk/tickets/${ticket.id}`, { state }),
    onSettled: refresh,
  });
  const works = here.kind === "in" && here.user.role !== "viewer";
  return (
    <li>
      <details className="ticket">
        <summary className="row static">
          <span className="row-main">
            <span className="row-who">{ticket.subject}</span>
            <time className="row-subject" dateTime={ticket.created_at}>{moment(language, zone, ticket.created_at)}</time>
          </span>
          <Tag tone={ticket.state === "open" ? "amber" : ticket.state === "in_progress" ? "blue" : "faint"}>{t.helpdesk.ticketState[ticket.state] ?? ticket.state}</Tag>
        </summary>
        <div className="ticket-body">
          <p className="turn-answer">{ticket.text}</p>
          {ticket.replies.map((one) => (
            <p key={one.at} className="ticket-reply">
              <time className="hint" dateTime={one.at}>{moment(language, zone, one.at)}</time>
              {one.text}
            </p>
          ))}
          {reply.error ?? change.error ? <Failure failure={reply.error ?? change.error} /> : null}
          {can("post /helpdesk/tickets/{id}/reply") ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (text.trim()) reply.mutate();
              }}
            >
              <AreaField label={t.helpdesk.reply} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
              <div className="form-foot">
                <Button type="submit" isPending={reply.isPending}>{t.helpdesk.sendReply}</Button>
              </div>
            </form>
          ) : null}
          {works && can("patch /helpdesk/tickets/{id}") ? (
            <SelectField label={t.enquiries.state} value={ticket.state} onChange={(event) => change.mutate(event.target.value)}>
              {STATES.map((state) => (
                <option key={state} value={state}>{t.helpdesk.ticketState[state]}</option>
              ))}
            </SelectField>
          ) : null}
        </div>
      </details>
    </li>
  );
}
