/** What happened to a mail on its way, step by step, each with what it rests on. */
import type { Step } from "../api/records";
import { useWords } from "../i18n";
import type { Dictionary } from "../i18n/en";

export function Steps({ steps, title, open }: { steps: Step[]; title: string; open?: boolean }) {
  const { t } = useWords();
  return (
    <details className="steps" open={open}>
      <summary>{title}</summary>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            <span className="step-name">{t.inbox.step[step.step] ?? plain(step.step)}</span>
            <span className="step-outcome">{t.inbox.outcome[step.outcome] ?? t.inbox.class[step.outcome] ?? plain(step.outcome)}</span>
            <span className="step-ms">{t.inbox.ms(step.ms)}</span>
            <Facts data={step.data} />
          </li>
        ))}
      </ol>
    </details>
  );
}

const plain = (name: string) => name.replaceAll("_", " ");

/** A fact of a step in the words of the console, as far as it has them. */
function factText(t: Dictionary, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => factText(t, one)).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return t.inbox.factValue[text] ?? t.fields[text] ?? t.inbox.mark[text] ?? t.inbox.finding[text] ?? text;
}

function Facts({ data }: { data: unknown }) {
  const { t } = useWords();
  if (data === null || data === undefined || typeof data !== "object") return null;
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0));
  if (entries.length === 0) return null;
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{t.inbox.fact[name] ?? t.inbox.check[name] ?? plain(name)}</dt>
          <dd>{factText(t, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
