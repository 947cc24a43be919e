/** What may be done with a quote now, by its state. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can } from "../../api/can";
import { call } from "../../api/client";
import type { Quote } from "../../api/types";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { Confirm } from "../../ui/dialog";
import { Failure, spoken } from "../../ui/failure";
import { ArrowIcon, SendIcon } from "../../ui/icons";
import { Button } from "../../ui/kit";

type Act = "ready" | "send" | "resend" | "withdraw" | "revise";
const FROM: Record<Act, Quote["state"][]> = {
  ready: ["draft"],
  send: ["draft", "ready"],
  resend: ["sent", "viewed"],
  withdraw: ["draft", "ready", "sent", "viewed"],
  revise: ["ready", "sent", "viewed", "declined", "expired", "withdrawn"],
};

export function Actions({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const [asking, setAsking] = useState<Act>();
  const said = { send: t.quotes.sent, resend: t.quotes.sent, withdraw: t.quotes.withdrawn, revise: t.quotes.reviseDone, ready: t.quotes.readyDone };
  const act = useAct({
    // A second press of one button is the same wish.
    work: (what: Act) => call("POST", `/quotes/${quote.id}/${what}`, undefined, { "idempotency-key": `${what}-${quote.id}-${quote.version}` }),
    said: (_, what) => said[what],
    changes: ["quotes", "enquiries"],
    then: () => setAsking(undefined),
    shown: true,
  });
  const works = useRole() !== "viewer";
  const stuck = quote.sending && ["unknown", "failed"].includes(quote.sending.state);
  const may = (what: Act) => works && can(`post /quotes/{id}/${what}`) && (FROM[what].includes(quote.state) || (what === "resend" && stuck));
  const ask = (what: Act) => {
    act.reset();
    setAsking(what);
  };
  return (
    <>
      {may("withdraw") ? <Button onPress={() => ask("withdraw")}>{t.quotes.withdraw}</Button> : null}
      {may("revise") ? <Button onPress={() => ask("revise")}>{t.quotes.revise}</Button> : null}
      {may("resend") ? <Button onPress={() => ask("resend")}>{t.quotes.resend}</Button> : null}
      {works && quote.state === "draft" && can("patch /quotes/{id}") ? <Link to="/quotes/$id/edit" params={{ id: quote.id }} className="button plain">{t.quotes.edit}</Link> : null}
      {may("ready") && quote.options.length > 0 ? <Button isPending={act.isPending && act.variables === "ready"} onPress={() => act.mutate("ready")}>{t.quotes.ready}</Button> : null}
      {may("send") ? (
        <Button look="primary" isDisabled={quote.options.length === 0 || !quote.traveller.email} onPress={() => ask("send")}>
          <SendIcon size={16} /> {t.quotes.send}
        </Button>
      ) : null}
      {quote.booking_id && can("get /bookings/{id}") ? (
        <Link to="/bookings/$id" params={{ id: quote.booking_id }} className="button primary">{t.quotes.book} <ArrowIcon size={16} /></Link>
      ) : null}
      {act.error && asking === undefined ? <Failure failure={act.error} /> : null}
      <Sure quote={quote} asking={asking} busy={act.isPending} error={act.error} onClose={() => setAsking(undefined)} onDo={(what) => act.mutate(what)} />
    </>
  );
}

interface SureProps {
  quote: Quote;
  asking: Act | undefined;
  busy: boolean;
  error: Error | null;
  onClose: () => void;
  onDo: (what: Act) => void;
}

function Sure({ quote, asking, busy, error, onClose, onDo }: SureProps) {
  const { t } = useWords();
  const { number, traveller } = quote;
  const failed = error ? <Failure failure={error} /> : null;
  return (
    <>
      <Confirm title={t.quotes.sendTitle(number)} open={asking === "send"} onClose={onClose} onConfirm={() => onDo("send")} confirm={t.quotes.send} busy={busy}>
        {failed}
        <p>{t.quotes.sendText(traveller.name, traveller.email)}</p>
        {quote.reasons.length > 0 ? (
          <div className="callout">
            <h3>{t.quotes.sendAnyway}</h3>
            <ul>
              {quote.reasons.map((reason) => (
                <li key={reason}>{spoken(t, reason)}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </Confirm>
      <Confirm title={t.quotes.resendTitle(number)} open={asking === "resend"} onClose={onClose} onConfirm={() => onDo("resend")} confirm={t.quotes.resend} busy={busy}>
        {failed}
        <p>{t.quotes.resendText(traveller.email)}</p>
      </Confirm>
      <Confirm title={t.quotes.reviseTitle(number)} open={asking === "revise"} onClose={onClose} onConfirm={() => onDo("revise")} confirm={t.quotes.revise} busy={busy}>
        {failed}
        <p>{t.quotes.reviseText}</p>
      </Confirm>
      <Confirm title={t.quotes.withdrawTitle(number)} open={asking === "withdraw"} onClose={onClose} onConfirm={() => onDo("withdraw")} confirm={t.quotes.withdraw} danger busy={busy}>
        {failed}
        <p>{t.quotes.withdrawText}</p>
      </Confirm>
    </>
  );
}
