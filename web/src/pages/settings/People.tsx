/** Two lists of an agency: the places it sells, and the people who look after enquiries. */
import * as z from "zod/mini";
import { useWords } from "../../i18n";
import { ListEditor, type Column } from "../../ui/ListEditor";
import { useSave, type SectionProps } from "./save";

const place = z.object({
  name: z.string().check(z.trim(), z.minLength(1)),
  code: z.string(),
  aliases: z.string(),
  enabled: z.boolean(),
});

export function DestinationsTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const rowsOf = (list: NonNullable<typeof tenant.config.destinations>) =>
    list.map(({ name, code, aliases, enabled }) => ({ name, code: code ?? "", aliases: (aliases ?? []).join(", "), enabled: enabled ?? true }));
  const columns: Column[] = [
    { name: "name", label: t.settings.destinationName, wrong: t.settings.needed, cell: "text" },
    { name: "code", label: t.settings.code, cell: "text", look: "narrow" },
    { name: "aliases", label: t.settings.aliases, hint: t.settings.aliasesHint, cell: "text", look: "wide" },
    { name: "enabled", label: t.settings.enabled, cell: "tick" },
  ];
  return (
    <ListEditor
      label={t.settings.tabs.destinations}
      none={t.settings.noDestinations}
      add={t.settings.addDestination}
      rowName={t.settings.destination}
      columns={columns}
      rows={rowsOf(tenant.config.destinations ?? [])}
      blank={{ name: "", code: "", aliases: "", enabled: true }}
      schema={place}
      mayEdit={admin}
      save={async (rows) => {
        const destinations = rows.map((row) => ({ ...row, aliases: String(row.aliases).split(",").map((alias) => alias.trim()).filter(Boolean) }));
        return rowsOf((await save.mutateAsync({ config: { destinations } })).config.destinations ?? []);
      }}
    />
  );
}

const person = z.object({
  name: z.string().check(z.trim(), z.minLength(1)),
  email: z.string().check(z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/)),
  active: z.boolean(),
});

export function ConsultantsTab({ tenant, admin }: SectionProps) {
  const { t } = useWords();
  const save = useSave(tenant);
  const rowsOf = (list: NonNullable<typeof tenant.config.consultants>) =>
    list.map(({ name, email, active }) => ({ name, email, active: active ?? true }));
  const columns: Column[] = [
    { name: "name", label: t.settings.consultantName, wrong: t.settings.needed, cell: "text" },
    { name: "email", label: t.settings.consultantEmail, wrong: t.settings.badEmail, cell: "text", look: "wide", input: { type: "email" } },
    { name: "active", label: t.settings.active, cell: "tick" },
  ];
  return (
    <ListEditor
      label={t.settings.tabs.consultants}
      none={t.settings.noConsultants}
      add={t.settings.addConsultant}
      rowName={t.settings.consultant}
      columns={columns}
      rows={rowsOf(tenant.config.consultants ?? [])}
      blank={{ name: "", email: "", active: true }}
      schema={person}
      mayEdit={admin}
      save={async (rows) => rowsOf((await save.mutateAsync({ config: { consultants: rows } })).config.consultants ?? [])}
    />
  );
}
