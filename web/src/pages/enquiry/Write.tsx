/** A mail to the traveller, in the thread of their own; what is missing is drafted already. */
import { useState, type FormEvent } from "react";
import { call } from "../../api/client";
import type { Enquiry } from "../../api/types";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { SendIcon } from "../../ui/icons";
import { AreaField, Button } from "../../ui/kit";

export default function Write({ enquiry, onClose }: { enquiry: Enquiry; onClose: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState(enquiry.draft_reply ?? "");
  const send = useAct({
    work: () => call("POST", `/enquiries/${enquiry.id}/reply`, { text: text.trim() }),
    said: t.enquiries.replied,
    changes: ["enquiries"],
    then: onClose,
    shown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) send.mutate();
  };
  const address = enquiry.fields.contact?.email?.value;
  return (
    <Dialog title={t.enquiries.replyTitle} open onClose={onClose} wide>
      {address ? <p className="lead">{t.enquiries.replyTo(address)}</p> : null}
      {send.error ? <Failure failure={send.error} /> : null}
      <form onSubmit={submit}>
        <AreaField label={t.enquiries.replyText} rows={12} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={send.isPending} isDisabled={!text.trim()}><SendIcon size={16} /> {t.enquiries.sendReply}</Button>
        </div>
      </form>
    </Dialog>
  );
}
