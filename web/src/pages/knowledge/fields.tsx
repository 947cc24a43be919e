/** What is said of a document, whether it is new or changed. */
import { useQuery } from "@tanstack/react-query";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import * as z from "zod/mini";
import { agency } from "../../api/queries";
import { useWords } from "../../i18n";
import { AreaField, SelectField, TextField } from "../../ui/kit";

export const VISIBILITIES = ["public", "internal", "admin"] as const;

export const documentForm = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.trim(), z.minLength(1)),
  category: z.string(),
  visibility: z.enum(VISIBILITIES),
  valid_from: z.string(),
  valid_to: z.string(),
});
export type DocumentForm = z.infer<typeof documentForm>;

interface DocumentFieldsProps {
  register: UseFormRegister<DocumentForm>;
  errors: FieldErrors<DocumentForm>;
  /** One that the agency's list may no longer have. */
  category?: string | null | undefined;
}

export function DocumentFields({ register, errors, category }: DocumentFieldsProps) {
  const { t } = useWords();
  const categories = useQuery(agency).data?.config.knowledge?.categories ?? [];
  return (
    <div className="fields">
      <TextField wide label={t.knowledge.name} error={errors.title ? t.settings.needed : undefined} {...register("title")} />
      <AreaField wide rows={10} label={t.knowledge.text} hint={t.knowledge.textHint} error={errors.text ? t.settings.needed : undefined} {...register("text")} />
      <SelectField label={t.knowledge.category} {...register("category")}>
        <option value="">{t.knowledge.noCategory}</option>
        {[...new Set([...categories, ...(category ? [category] : [])])].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      <SelectField label={t.knowledge.visibility} hint={t.knowledge.visibilityHint} {...register("visibility")}>
        {VISIBILITIES.map((one) => (
          <option key={one} value={one}>{t.knowledge.visibilities[one]}</option>
        ))}
      </SelectField>
      <TextField label={t.knowledge.validFrom} type="date" {...register("valid_from")} />
      <TextField label={t.knowledge.validTo} type="date" {...register("valid_to")} />
    </div>
  );
}
