/** A short list that is edited as a table and saved as a whole: extras, exchange rates, destinations, consultants. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import type { ComponentProps, ReactNode } from "react";
import { useFieldArray, useForm, type FieldErrors, type UseFormRegister } from "react-hook-form";
import * as z from "zod/mini";
import { ApiFailure } from "../api/client";
import { useWords } from "../i18n";
import { Cell } from "./Cell";
import { Failure } from "./failure";
import { PlusIcon, TrashIcon } from "./icons";
import { Button, Empty, IconButton } from "./kit";
import { say } from "./toasts";

/** Every cell is text or a tick: what a person types, before it means anything. */
export type Row = Record<string, string | boolean>;

export interface Column {
  name: string;
  label: string;
  hint?: string;
  /** Said under a cell that the schema refuses. */
  wrong?: string;
  look?: "wide" | "narrow" | "right";
  cell: "text" | "tick" | { value: string; label: string }[];
  input?: Pick<ComponentProps<"input">, "inputMode" | "maxLength" | "type">;
}

interface ListEditorProps {
  label: string;
  lead?: string | undefined;
  none: string;
  add: string;
  /** Said when it is saved; nothing where the saving itself says so. */
  saved?: string;
  /** What a row is called, for those who hear the table. */
  rowName: string;
  columns: Column[];
  rows: Row[];
  blank: Row;
  schema: z.ZodMiniType<Row, Row>;
  mayEdit: boolean;
  /** Saves every row and gives back what then stands. */
  save: (rows: Row[]) => Promise<Row[]>;
}

type Form = { rows: Row[] };

export function ListEditor({ rows, schema, mayEdit, save, ...props }: ListEditorProps) {
  const { t } = useWords();
  const { register, control, handleSubmit, formState, reset } = useForm<Form>({
    resolver: zodResolver(z.object({ rows: z.array(schema) })),
    values: { rows },
    resetOptions: { keepDirtyValues: true },
    disabled: !mayEdit,
  });
  const { fields, append, remove } = useFieldArray({ control, name: "rows" });
  const saving = useMutation({
    mutationFn: (form: Form) => save(form.rows),
    onSuccess: (stands) => {
      reset({ rows: stands });
      if (props.saved) say(props.saved);
    },
  });
  const stale = saving.error instanceof ApiFailure && saving.error.status === 409;

  return (
    <form onSubmit={(event) => void handleSubmit((form) => saving.mutate(form))(event)} noValidate>
      {props.lead ? <p className="lead tab-lead">{props.lead}</p> : null}
      {stale ? <p className="callout" role="alert">{t.settings.stale}</p> : saving.error ? <Failure failure={saving.error} /> : null}
      {fields.length === 0 ? (
        <Empty title={props.none} />
      ) : (
        <Table {...props} fields={fields} errors={formState.errors} register={register} onRemove={mayEdit ? remove : undefined} />
      )}
      {mayEdit ? (
        <div className="form-foot">
          <Button onPress={() => append(props.blank)}><PlusIcon size={16} /> {props.add}</Button>
          <Button type="submit" look="primary" isPending={saving.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
          {formState.isDirty ? <Button look="quiet" onPress={() => reset({ rows })}>{t.app.discard}</Button> : null}
        </div>
      ) : null}
    </form>
  );
}

interface TableProps extends Pick<ListEditorProps, "label" | "columns" | "rowName"> {
  fields: { id: string }[];
  errors: FieldErrors<Form>;
  register: UseFormRegister<Form>;
  onRemove: ((at: number) => void) | undefined;
}

function Table({ label, columns, rowName, fields, errors, register, onRemove }: TableProps) {
  const { t } = useWords();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table className="sheet stacks">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.look}>
                {column.label} {column.hint ? <span className="hint">{column.hint}</span> : null}
              </th>
            ))}
            <th scope="col"><span className="visually-hidden">{t.app.remove}</span></th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => {
            const row = `${rowName} ${at + 1}`;
            return (
              <tr key={field.id}>
                {columns.map((column) => (
                  <Entry
                    key={column.name}
                    column={column}
                    label={`${column.label}, ${row}`}
                    wrong={errors.rows?.[at]?.[column.name] ? column.wrong : undefined}
                    control={register(`rows.${at}.${column.name}`)}
                  />
                ))}
                <td>{onRemove ? <IconButton label={`${t.app.remove}: ${row}`} onPress={() => onRemove(at)}><TrashIcon size={17} /></IconButton> : null}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface EntryProps {
  column: Column;
  label: string;
  wrong: string | undefined;
  control: ReturnType<UseFormRegister<Form>>;
}

function Entry({ column, label, wrong, control }: EntryProps): ReactNode {
  if (column.cell === "tick") return <td className="center" data-column={column.label}><input type="checkbox" aria-label={label} {...control} /></td>;
  if (column.cell === "text") return <Cell label={label} column={column.label} error={wrong} right={column.look === "right"} {...(column.look === "wide" ? { wide: true } : {})} {...column.input} {...control} />;
  return (
    <td data-column={column.label}>
      <select aria-label={label} {...control}>
        {column.cell.map((choice) => (
          <option key={choice.value} value={choice.value}>{choice.label}</option>
        ))}
      </select>
    </td>
  );
}
