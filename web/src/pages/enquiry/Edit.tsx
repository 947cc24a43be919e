/** What a mail says, corrected by a person. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { call } from "../../api/client";
import { agency, enquiry as enquiryQuery } from "../../api/queries";
import type { Enquiry } from "../../api/types";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";
import { editsOf, typedOf, type Typed } from "./edits";
import { FieldsForm, typedSchema } from "./FieldsForm";

export default function Edit({ enquiry, onClose }: { enquiry: Enquiry; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const before = typedOf(enquiry.fields, useQuery(agency).data?.config.currency ?? "EUR");
  const { register, watch, handleSubmit, formState } = useForm<Typed>({ resolver: zodResolver(typedSchema), defaultValues: before });
  const save = useAct({
    work: (after: Typed) => call<Enquiry>("PATCH", `/enquiries/${enquiry.id}`, { version: enquiry.version, fields: editsOf(before, after) }),
    said: t.enquiries.edited,
    changes: ["enquiries"],
    then: (saved) => {
      client.setQueryData(enquiryQuery(enquiry.id).queryKey, saved);
      onClose();
    },
    shown: true,
  });
  return (
    <Dialog title={t.enquiries.editTitle} open onClose={onClose} wide>
      <p className="lead">{t.enquiries.editHint}</p>
      {save.error ? <Failure failure={save.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((after) => save.mutate(after))(event)} noValidate>
        <FieldsForm register={register} watch={watch} errors={formState.errors} divided={enquiry.fields.rooms != null} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}
