/** A document written or pasted here. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { call } from "../../api/client";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";
import { documentForm, DocumentFields, type DocumentForm } from "./fields";

export default function Add({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { register, handleSubmit, formState } = useForm<DocumentForm>({
    resolver: zodResolver(documentForm),
    defaultValues: { title: "", text: "", category: "", visibility: "internal", valid_from: "", valid_to: "" },
  });
  const add = useAct({
    work: (given: DocumentForm) => call("POST", "/knowledge/documents", Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""))),
    said: t.knowledge.added,
    changes: ["documents"],
    then: onClose,
    shown: true,
  });
  return (
    <Dialog title={t.knowledge.addTitle} open onClose={onClose} wide>
      {add.error ? <Failure failure={add.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => add.mutate(given))(event)} noValidate>
        <DocumentFields register={register} errors={formState.errors} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={add.isPending}>{t.knowledge.add}</Button>
        </div>
      </form>
    </Dialog>
  );
}
