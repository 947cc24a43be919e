/** The limits of an agency's plan. */
import { useState, type FormEvent } from "react";
import { useAsk, type Agency } from "../../api/operator";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Failure } from "../../ui/failure";
import { Button, TextField } from "../../ui/kit";

const NAMES = ["max_users", "max_monthly_quotes", "max_storage_mb", "requests_per_minute"] as const;

export function Limits({ agency }: { agency: Agency }) {
  const { t } = useWords();
  const ask = useAsk();
  const plan = (agency.config.plan ?? {}) as Record<string, number | null | undefined>;
  const [typed, setTyped] = useState(() => Object.fromEntries(NAMES.map((name) => [name, plan[name] == null ? "" : String(plan[name])])));
  const save = useAct({
    work: () => {
      const limits = Object.fromEntries(NAMES.filter((name) => typed[name]).map((name) => [name, Number(typed[name])]));
      return ask.json("PATCH", `/admin/tenants/${agency.id}`, { version: agency.version, config: { plan: limits } });
    },
    said: t.app.saved,
    changes: ["operator"],
    shown: true,
  });
  const bad = (name: string) => (/^\d{0,9}$/.test(typed[name] ?? "") ? undefined : t.settings.whole);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!NAMES.some(bad)) save.mutate();
  };
  return (
    <form aria-labelledby="limits" onSubmit={submit} noValidate>
      <h3 id="limits">{t.operator.limits}</h3>
      {save.error ? <Failure failure={save.error} /> : null}
      <div className="fields four">
        {NAMES.map((name) => (
          <TextField key={name} label={t.operator.limit[name]} inputMode="numeric" value={typed[name]} error={bad(name)} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
        ))}
      </div>
      <div className="form-foot"><Button small type="submit" isPending={save.isPending}>{t.app.save}</Button></div>
    </form>
  );
}
