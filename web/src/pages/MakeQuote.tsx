/** A quote out of the workbench: for whom, and it is written down as a draft with what was asked there. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { api, ok } from "../api/client";
import type { PriceRequest } from "../api/types";
import { useWords } from "../i18n";
import { useAct } from "../ui/act";
import { Dialog } from "../ui/dialog";
import { Failure } from "../ui/failure";
import { Button, TextField } from "../ui/kit";

const form = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+$/)),
  valid_until: z.string(),
});
type Form = z.infer<typeof form>;

interface MakeQuoteProps {
  request: PriceRequest;
  /** What the workbench was opened with; the quote answers it. */
  enquiry?: { id: string; name: string; email: string } | undefined;
  onClose: () => void;
}

export default function MakeQuote({ request, enquiry, onClose }: MakeQuoteProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  // A second press is the same wish.
  const [wish] = useState(() => crypto.randomUUID());
  const { register, handleSubmit, formState } = useForm<Form>({
    resolver: zodResolver(form),
    defaultValues: { name: enquiry?.name ?? "", email: enquiry?.email ?? "", valid_until: "" },
  });
  const make = useAct({
    work: ({ name, email, valid_until }: Form) => {
      // How many to show is for looking only; a quote offers the best three.
      const { limit: _, ...asked } = request;
      const body = { ...asked, traveller: { name, email }, ...(valid_until ? { valid_until } : {}), ...(enquiry ? { enquiry_id: enquiry.id } : {}) };
      return ok(api.POST("/api/v1/quotes", { body, headers: { "Idempotency-Key": wish } }));
    },
    said: t.price.made,
    changes: ["quotes", "enquiries"],
    then: (made) => void navigate({ to: "/quotes/$id", params: { id: made.id } }),
    shown: true,
  });
  const { errors } = formState;
  return (
    <Dialog title={t.price.makeTitle} open onClose={onClose}>
      <p className="lead">{t.price.makeText}</p>
      {make.error ? <Failure failure={make.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => make.mutate(given))(event)} noValidate>
        <div className="fields one">
          <TextField label={t.fields.name} autoComplete="off" autoFocus error={errors.name ? t.settings.needed : undefined} {...register("name")} />
          <TextField label={t.fields.email} type="email" autoComplete="off" error={errors.email ? t.settings.badEmail : undefined} {...register("email")} />
          <TextField label={t.quotes.validUntil} type="date" hint={t.price.validHint} {...register("valid_until")} />
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={make.isPending}>{t.price.make}</Button>
        </div>
      </form>
    </Dialog>
  );
}
