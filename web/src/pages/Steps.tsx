/** What happened to a mail on its way, step by step, each with what it rests on. */
import type { Step } from "../api/records";
import { useWords } from "../i18n";

export function Steps({ steps, title, open }: { steps: Step[]; title: string; open?: boolean }) {
  const { t } = useWords();
  return (
    <details className="steps" open={open}>
      <summary>{title}</summary>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            <span className="step-name">{step.step}</span>
            <span className="step-outcome">{step.outcome}</span>
            <span className="step-ms">{t.inbox.ms(step.ms)}</span>
            <Facts data={step.data} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Facts({ data }: { data: unknown }) {
  if (data === null || data === undefined || typeof data !== "object") return null;
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0));
  if (entries.length === 0) return null;
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name.replaceAll("_", " ")}</dt>
          <dd>{typeof value === "object" ? JSON.stringify(value) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
