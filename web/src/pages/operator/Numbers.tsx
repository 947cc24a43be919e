/** The counts of a record, one of records within it included: `{used, limit}` reads as a share of what is allowed. */
import { count } from "../../format";
import { useWords } from "../../i18n";

interface NumbersProps {
  record: Record<string, unknown>;
  leaveOut?: string[];
}

interface Share {
  used: number;
  limit?: number | null;
}

const isShare = (value: object): value is Share => "used" in value && typeof value.used === "number";

function flat(record: object, before: string): [string, number, number?][] {
  return Object.entries(record).flatMap(([name, value]): [string, number, number?][] => {
    const path = before ? `${before}_${name}` : name;
    if (typeof value === "number") return [[path, value]];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    return isShare(value) ? [[name, value.used, value.limit ?? undefined]] : flat(value, name === "usage" ? "" : path);
  });
}

export function Numbers({ record, leaveOut = [] }: NumbersProps) {
  const { t, language } = useWords();
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !leaveOut.includes(name)));
  return (
    <dl className="numbers">
      {flat(kept, "").map(([name, value, of]) => (
        <div key={name}>
          <dt>{t.operator.measure[name] ?? name.replaceAll("_", " ")}{of === undefined ? "" : `, ${t.operator.ofLimit(count(language, of))}`}</dt>
          <dd>{count(language, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
