/** An enquiry that no mail brought: somebody called, or stood at the counter. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { call } from "../../api/client";
import { agency } from "../../api/queries";
import type { Enquiry, Fields } from "../../api/types";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Dialog } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { Button, SelectField, TextField } from "../../ui/kit";
import { editsOf, typedOf, type Typed } from "./edits";
import { FieldsForm, typedSchema } from "./FieldsForm";

export default function Make({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const nothing = typedOf({} as Fields, useQuery(agency).data?.config.currency ?? "EUR");
  const [subject, setSubject] = useState("");
  const [source, setSource] = useState("phone");
  const { register, watch, handleSubmit, formState } = useForm<Typed>({ resolver: zodResolver(typedSchema), defaultValues: { ...nothing, dateKind: "exact" } });
  const make = useAct({
    work: (typed: Typed) => {
      const whole = typed.dateKind === "open" || typed.month || (typed.from && typed.to) ? typed : { ...typed, dateKind: "open" as const };
      return call<Enquiry>("POST", "/enquiries", { subject: subject.trim(), text: typed.special_requests.trim(), source, fields: editsOf(nothing, whole) });
    },
    said: t.enquiries.made,
    changes: ["enquiries"],
    then: (made) => void navigate({ to: "/enquiries/$id", params: { id: made.id } }),
    shown: true,
  });
  return (
    <Dialog title={t.enquiries.makeTitle} open onClose={onClose} wide>
      <p className="lead">{t.enquiries.makeText}</p>
      {make.error ? <Failure failure={make.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((typed) => make.mutate(typed))(event)} noValidate>
        <div className="fields make-head">
          <TextField label={t.enquiries.makeSubject} value={subject} onChange={(event) => setSubject(event.target.value)} />
          <SelectField label={t.enquiries.makeSource} value={source} onChange={(event) => setSource(event.target.value)}>
            {Object.entries(t.enquiries.sources).map(([value, words]) => (
              <option key={value} value={value}>{words}</option>
            ))}
          </SelectField>
        </div>
        <FieldsForm register={register} watch={watch} errors={formState.errors} divided={false} />
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={make.isPending}>{t.enquiries.make}</Button>
        </div>
      </form>
    </Dialog>
  );
}
