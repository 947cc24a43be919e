/** A text box in a table; what is wrong with it stands under it. */
import { useId, type ComponentProps } from "react";

interface CellProps extends ComponentProps<"input"> {
  label: string;
  error?: string | undefined;
  right?: boolean;
  /** The column's name, shown where a row is a slip of its own. */
  column?: string;
  wide?: boolean;
}

export function Cell({ label, error, right, column, wide, ...input }: CellProps) {
  const id = useId();
  return (
    <td data-column={column} className={wide ? "wide" : undefined}>
      <input type="text" {...input} aria-label={label} className={right ? "right" : ""} {...(error ? { "aria-invalid": true, "aria-describedby": id } : {})} />
      {error ? <p className="error" id={id} role="alert">{error}</p> : null}
    </td>
  );
}
