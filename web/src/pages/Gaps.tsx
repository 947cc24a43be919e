/** Questions that no document answers yet; who knows the answer writes it down once, for everybody after. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { can } from "../api/can";
import { call } from "../api/client";
import { gaps } from "../api/queries";
import type { Gap } from "../api/records";
import { moment } from "../format";
import { useWords } from "../i18n";
import { useRole } from "../session/session";
import { useAct } from "../ui/act";
import { Dialog } from "../ui/dialog";
import { Failure } from "../ui/failure";
import { AreaField, Button, Empty, Skeleton, TextField } from "../ui/kit";

export function Gaps() {
  const { t, language, zone } = useWords();
  const client = useQueryClient();
  const works = useRole() !== "viewer";
  const [answering, setAnswering] = useState<Gap>();
  const list = useQuery(gaps);
  const drop = useAct({
    work: (gap: Gap) => call("DELETE", `/helpdesk/gaps/${gap.id}`),
    said: t.helpdesk.dropped,
    then: (_, gap) => client.setQueryData(gaps.queryKey, (before) => before && { ...before, items: before.items.filter((one) => one.id !== gap.id) }),
  });
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} tall />;
  if (list.data.items.length === 0) return <Empty title={t.helpdesk.noGaps} />;
  return (
    <>
      <p className="lead tab-lead">{t.helpdesk.gapsLead}</p>
      <ul className="list" aria-label={t.helpdesk.tabs.gaps}>
        {list.data.items.map((gap) => (
          <li key={gap.id} className="row static">
            <span className="row-main"><span className="row-who">{gap.question}</span></span>
            <time className="row-when" dateTime={gap.at}>{moment(language, zone, gap.at)}</time>
            {works && can("post /helpdesk/gaps/{id}/answer") ? <Button small onPress={() => setAnswering(gap)}>{t.helpdesk.answer}</Button> : null}
            {works && can("delete /helpdesk/gaps/{id}") ? <Button small look="quiet" onPress={() => drop.mutate(gap)}>{t.helpdesk.drop}</Button> : null}
          </li>
        ))}
      </ul>
      {answering ? <Answer gap={answering} onClose={() => setAnswering(undefined)} /> : null}
    </>
  );
}

function Answer({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const { t } = useWords();
  const [answer, setAnswer] = useState("");
  const [title, setTitle] = useState("");
  const save = useAct({
    work: () => call("POST", `/helpdesk/gaps/${gap.id}/answer`, { answer: answer.trim(), ...(title.trim() ? { title: title.trim() } : {}) }),
    said: t.helpdesk.answered,
    changes: ["gaps", "documents"],
    then: onClose,
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.trim()) save.mutate();
  };
  return (
    <Dialog title={t.helpdesk.answerTitle} open onClose={onClose} wide>
      <blockquote className="lead">{gap.question}</blockquote>
      {save.error ? <Failure failure={save.error} /> : null}
      <form onSubmit={submit}>
        <div className="fields one">
          <AreaField label={t.helpdesk.answerText} hint={t.helpdesk.answerHint} rows={7} value={answer} autoFocus onChange={(event) => setAnswer(event.target.value)} />
          <TextField label={t.knowledge.name} placeholder={gap.question} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!answer.trim()}>{t.helpdesk.writeDown}</Button>
        </div>
      </form>
    </Dialog>
  );
}
