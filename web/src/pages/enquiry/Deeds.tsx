/** What may be done with an enquiry: quote it, correct it, write, turn it down, take it up again. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { can } from "../../api/can";
import { api, call, ok } from "../../api/client";
import { agency } from "../../api/queries";
import type { Enquiry } from "../../api/types";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { ArrowIcon } from "../../ui/icons";
import { Button, TextField } from "../../ui/kit";
import { say } from "../../ui/toasts";
import { fieldNames, questionOf } from "./words";

const Edit = lazy(() => import("./Edit"));
const Write = lazy(() => import("./Write"));

type Over = "edit" | "write" | "reject";

export function Deeds({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  const [over, setOver] = useState<Over>();
  const works = useRole() !== "viewer";
  const closed = ["won", "lost", "rejected", "spam"].includes(enquiry.state);
  const reopen = useAct({ work: () => call("POST", `/enquiries/${enquiry.id}/reopen`), said: t.enquiries.reopened, changes: ["enquiries"] });
  const close = () => setOver(undefined);
  if (!works) return <ToQuote enquiry={enquiry} mayWrite={false} />;
  return (
    <>
      {can("patch /enquiries/{id}") && !closed ? <Button onPress={() => setOver("edit")}>{t.enquiries.edit}</Button> : null}
      {can("post /enquiries/{id}/reply") && enquiry.fields.contact?.email ? <Button onPress={() => setOver("write")}>{t.enquiries.reply}</Button> : null}
      {can("post /enquiries/{id}/reject") && !closed ? <Button onPress={() => setOver("reject")}>{t.enquiries.reject}</Button> : null}
      {can("post /enquiries/{id}/reopen") && closed && enquiry.state !== "won" ? (
        <Button onPress={() => reopen.mutate()} isPending={reopen.isPending}>{t.enquiries.reopen}</Button>
      ) : null}
      <ToQuote enquiry={enquiry} mayWrite={!closed} />
      <Suspense>
        {over === "edit" ? <Edit enquiry={enquiry} onClose={close} /> : null}
        {over === "write" ? <Write enquiry={enquiry} onClose={close} /> : null}
        {over === "reject" ? <Reject enquiry={enquiry} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

/** Turning down can be taken back for as long as the word of it stands on the page. */
function Reject({ enquiry, onClose }: { enquiry: Enquiry; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const undo = async () => {
    await call("POST", `/enquiries/${enquiry.id}/reopen`);
    say(t.enquiries.reopened);
    await client.invalidateQueries({ queryKey: ["enquiries"] });
  };
  const reject = useAct({
    work: () => call("POST", `/enquiries/${enquiry.id}/reject`, { reason: reason.trim() }),
    changes: ["enquiries"],
    then: () => {
      onClose();
      say(t.enquiries.rejected, { action: { label: t.enquiries.undo, run: () => void undo() } });
    },
    shown: true,
  });
  return (
    <Dialog title={t.enquiries.rejectTitle} open onClose={onClose}>
      <p>{t.enquiries.rejectText}</p>
      {reject.error ? <Failure failure={reject.error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) reject.mutate();
        }}
      >
        <TextField label={t.enquiries.rejectReason} value={reason} autoFocus maxLength={500} onChange={(event) => setReason(event.target.value)} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="danger" isPending={reject.isPending} isDisabled={!reason.trim()}>{t.enquiries.reject}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The one thing to do next: open the quote, or have it written. */
function ToQuote({ enquiry, mayWrite }: { enquiry: Enquiry; mayWrite: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { data: tenant } = useQuery(agency);
  const write = useAct({
    work: () => ok(api.POST("/api/v1/enquiries/{id}/quote", { params: { path: { id: enquiry.id } } })),
    changes: ["enquiries"],
    then: (started) => void navigate({ to: "/quotes/$id", params: { id: (started as { quote_id: string }).quote_id } }),
    shown: true,
  });
  const lacking = enquiry.missing.length > 0;
  return (
    <>
      {tenant && can("post /quotes/price") ? (
        <Link to="/price" search={clean(questionOf(enquiry))} className="button plain">{t.enquiries.tryPrice}</Link>
      ) : null}
      {enquiry.quote_id ? (
        <Link to="/quotes/$id" params={{ id: enquiry.quote_id }} className="button primary">
          {t.enquiries.openQuote} <ArrowIcon size={16} />
        </Link>
      ) : mayWrite && can("post /enquiries/{id}/quote") ? (
        <Button look="primary" isPending={write.isPending} isDisabled={lacking} onPress={() => write.mutate()}>
          {write.isPending ? t.enquiries.quoting : t.enquiries.quoteNow}
        </Button>
      ) : null}
      {lacking && !enquiry.quote_id && mayWrite ? <p className="hint">{t.enquiries.cannotQuote(fieldNames(t, enquiry.missing))}</p> : null}
      {write.error ? <Failure failure={write.error} /> : null}
    </>
  );
}

function clean<T extends object>(question: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}
