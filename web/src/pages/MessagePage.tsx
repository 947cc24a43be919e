/** One mail with the checks of its sender and every step it went through. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { call } from "../api/client";
import { can } from "../api/can";
import { message as messageQuery } from "../api/queries";
import type { Finding, Message, Step } from "../api/records";
import { useWords } from "../i18n";
import { Failure } from "../ui/failure";
import { BackIcon } from "../ui/icons";
import { Button, PageHead, Skeleton, Tag, type Tone } from "../ui/kit";
import { Letter } from "./enquiry/Letter";
import { classTone } from "./Inbox";
import { Steps } from "./Steps";

const TONE: Record<Finding, Tone> = { PASS: "green", FAIL: "red", GRAY: "amber", PROCESSING_FAILED: "faint", DISABLED: "faint" };

export default function MessagePage() {
  const { id } = useParams({ from: "/agency/inbox/$id" });
  const { t } = useWords();
  const found = useQuery(messageQuery(id));
  return (
    <>
      <Link to="/inbox" className="way-back">
        <BackIcon size={16} /> {t.inbox.title}
      </Link>
      {found.error ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending && !found.error ? <Skeleton lines={9} tall /> : null}
      {found.data ? <Whole message={found.data} /> : null}
    </>
  );
}

function Whole({ message }: { message: Message }) {
  const { t } = useWords();
  const replay = useMutation({
    mutationFn: () => call<{ steps?: Step[]; message?: { steps: Step[] } }>("POST", `/mail/messages/${message.id}/replay?dry_run=true`),
  });
  const again = replay.data?.steps ?? replay.data?.message?.steps;
  return (
    <>
      <PageHead
        title={message.from_name || message.from || t.enquiries.unknownTraveller}
        marks={<><Tag tone={classTone(message)}>{t.inbox.class[message.class] ?? message.class}</Tag> <span className="hint">{t.inbox.state[message.state] ?? message.state}</span></>}
        lead={message.subject || t.inbox.noSubject}
      >
        {message.enquiry_id ? (
          <Link to="/enquiries/$id" params={{ id: message.enquiry_id }} className="button plain">{t.inbox.toEnquiry}</Link>
        ) : null}
      </PageHead>
      <div className="beside">
        <section className="beside-mail" aria-label={t.enquiries.mail}>
          <Letter message={message} lines={[]} chosen={undefined} onChoose={() => undefined} place={1} of={1} />
        </section>
        <div className="beside-fields">
          <section className="panel">
            <header className="panel-head"><h2>{t.inbox.verdicts}</h2></header>
            <ul className="panel-body verdicts">
              {Object.entries(message.verdicts).map(([name, finding]) => (
                <li key={name}>
                  <span>{t.inbox.check[name] ?? name}</span>
                  <Tag tone={TONE[finding] ?? "faint"}>{t.inbox.finding[finding] ?? finding}</Tag>
                </li>
              ))}
            </ul>
            {(message.marks ?? []).length > 0 ? (
              <ul className="panel-body">
                {message.marks!.map((mark) => (
                  <li key={mark}>{t.inbox.mark[mark] ?? mark}</li>
                ))}
              </ul>
            ) : null}
          </section>
          <section className="panel">
            <header className="panel-head"><h2>{t.inbox.steps}</h2></header>
            <div className="panel-body">
              <Steps steps={message.steps} title={t.enquiries.steps} open />
              {can("post /mail/messages/{id}/replay") ? (
                <Button small onPress={() => replay.mutate()} isPending={replay.isPending}>{t.inbox.replay}</Button>
              ) : null}
              {replay.error ? <Failure failure={replay.error} /> : null}
              {again ? <Steps steps={again} title={t.inbox.replayed} open /> : null}
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
