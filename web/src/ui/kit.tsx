/** The few parts every page is made of. */
import { useId, type ComponentProps, type ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import type { Money } from "../api/types";
import { amount } from "../format";
import { useWords } from "../i18n";

type Look = "primary" | "plain" | "quiet" | "danger";

type Pressable = ButtonProps & { look?: Look; small?: boolean; isPending?: boolean };

/** While its work is under way it keeps the focus, shows a moving edge and does nothing a second time. */
export function Button({ look = "plain", small, isPending, onPress, type, ...rest }: Pressable) {
  const waiting = isPending
    ? ({ "data-pending": true, "aria-busy": true, type: "button" } as const)
    : { ...(onPress ? { onPress } : {}), type: type ?? "button" };
  return <AriaButton {...rest} {...waiting} className={`button ${look}${small ? " small" : ""}`} />;
}

/** A round button that shows a picture only; its name is for everybody else. */
export function IconButton({ label, className, ...rest }: ButtonProps & { label: string }) {
  return <AriaButton {...rest} aria-label={label} className={`icon-button${className ? ` ${className as string}` : ""}`} />;
}

export type Tone = "plain" | "blue" | "amber" | "green" | "red" | "faint";

export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}

interface PageHeadProps {
  title: ReactNode;
  /** The state of what the page shows, beside its name. */
  marks?: ReactNode;
  lead?: ReactNode;
  /** What may be done. */
  children?: ReactNode;
}

export function PageHead({ title, marks, lead, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <div className="page-name">
        <div className="page-title">
          <h1>{title}</h1>
          {marks}
        </div>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {children ? <div className="page-actions">{children}</div> : null}
    </header>
  );
}

export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg aria-hidden="true" className="empty-mark" viewBox="0 0 96 64" fill="none">
        <rect x="1" y="1" width="94" height="62" rx="5" className="empty-paper" />
        <path d="M70 10h16v18H70z" className="empty-stamp" />
        <path d="M12 30h34M12 38h26M12 46h30" className="empty-lines" />
        <path d="M1 57h94" className="empty-edge" />
      </svg>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}

/** Grey lines where words will be. */
export function Skeleton({ lines = 4, tall }: { lines?: number; tall?: boolean }) {
  const { t } = useWords();
  return (
    <div className={`skeleton${tall ? " tall" : ""}`} role="status" aria-label={t.app.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** An amount with its currency, set so that columns of them line up. */
export function Amount({ money, strong }: { money: Money; strong?: boolean }) {
  const { language } = useWords();
  return (
    <span className={`amount${strong ? " strong" : ""}`}>
      <span className="currency">{money.currency}</span>{" "}
      {amount(language, money)}
    </span>
  );
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  wide?: boolean;
}

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, hint and error around any control; the control takes the attributes it is handed. */
export function Field({ label, hint, error, wide, children }: FieldProps & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}h` : "", error ? `${id}e` : ""].filter(Boolean).join(" ");
  const control: Described = { id };
  if (described) control["aria-describedby"] = described;
  if (error) control["aria-invalid"] = true;
  return (
    <div className={`field${wide ? " wide" : ""}`}>
      <label htmlFor={id}>{label}</label>
      {children(control)}
      {hint ? <p className="hint" id={`${id}h`}>{hint}</p> : null}
      {error ? <p className="error" id={`${id}e`} role="alert">{error}</p> : null}
    </div>
  );
}

export function TextField({ label, hint, error, wide, ...input }: FieldProps & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error} {...(wide ? { wide } : {})}>
      {(control) => <input type="text" {...input} {...control} />}
    </Field>
  );
}

export function AreaField({ label, hint, error, wide, ...input }: FieldProps & ComponentProps<"textarea">) {
  return (
    <Field label={label} hint={hint} error={error} {...(wide ? { wide } : {})}>
      {(control) => <textarea rows={4} {...input} {...control} />}
    </Field>
  );
}

export function SelectField({ label, hint, error, wide, children, ...input }: FieldProps & ComponentProps<"select">) {
  return (
    <Field label={label} hint={hint} error={error} {...(wide ? { wide } : {})}>
      {(control) => (
        <select {...input} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, hint, ...input }: { label: ReactNode; hint?: ReactNode } & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="check">
      <input type="checkbox" {...input} id={id} {...(hint ? { "aria-describedby": `${id}h` } : {})} />
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="hint" id={`${id}h`}>{hint}</p> : null}
    </div>
  );
}


/** One choice of few, as a row of buttons. */
export function Choices<T extends string>(props: {
  label: string;
  value: T;
  options: { value: T; label: ReactNode; count?: number | undefined }[];
  onChange: (value: T) => void;
}) {
  return (
    <div className="choices" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined ? <span className="choice-count">{option.count}</span> : null}
        </button>
      ))}
    </div>
  );
}
