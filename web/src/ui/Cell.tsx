/** A text box in a table; what is wrong with it stands under it. */
import { useId, type ComponentProps } from "react";

interface CellProps extends ComponentProps<"input"> {
  label: string;
  error?: string | undefined;
  right?: boolean;
}

export function Cell({ label, error, right, ...input }: CellProps) {
  const id = useId();
  return (
    <td>
      <input type="text" {...input} aria-label={label} className={right ? "right" : ""} {...(error ? { "aria-invalid": true, "aria-describedby": id } : {})} />
      {error ? <p className="error" id={id} role="alert">{error}</p> : null}
    </td>
  );
}
