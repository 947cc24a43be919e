/** The fields of an enquiry to type in, for one that came by mail and for one that a person writes down. */
import type { FieldErrors, UseFormRegister, UseFormWatch } from "react-hook-form";
import * as z from "zod/mini";
import { useWords } from "../../i18n";
import { AreaField, SelectField, TextField } from "../../ui/kit";
import type { Typed } from "./edits";

const whole = z.string().check(z.regex(/^\s*\d{0,3}\s*$/));
const decimal = z.string().check(z.regex(/^\s*(\d+(\.\d+)?)?\s*$/));
const text = z.string();

export const typedSchema = z.object({
  destinations: text,
  origin: text,
  dateKind: z.enum(["open", "exact", "window", "month"]),
  from: text,
  to: text,
  month: text,
  nights: whole,
  adults: whole,
  children: whole,
  child_ages: z.string().check(z.regex(/^\s*((1[0-7]|\d)(\s*[,;]\s*(1[0-7]|\d))*)?\s*$/)),
  room_count: whole,
  amount: decimal,
  max: decimal,
  currency: z.string().check(z.regex(/^\s*[A-Z]{3}\s*$/)),
  basis: text,
  board: text,
  stars: whole,
  requested_hotels: text,
  interests: text,
  special_requests: z.string().check(z.maxLength(2000)),
  name: text,
  email: z.string().check(z.regex(/^\s*([^@\s]+@[^@\s]+)?\s*$/)),
  phone: z.string().check(z.regex(/^\s*(\+\d{7,15})?\s*$/)),
});

const BOARDS = ["room_only", "bed_and_breakfast", "half_board", "full_board", "all_inclusive", "self_catering"];

interface FieldsFormProps {
  register: UseFormRegister<Typed>;
  watch: UseFormWatch<Typed>;
  errors: FieldErrors<Typed>;
  /** The mail says who sleeps in which room. */
  divided: boolean;
}

export function FieldsForm({ register, watch, errors, divided }: FieldsFormProps) {
  const { t } = useWords();
  const label = (name: keyof Typed) => t.fields[name] ?? name;
  const kind = watch("dateKind");
  const wrong = (name: keyof Typed, words: string) => (errors[name] ? words : undefined);
  return (
    <div className="fields">
      <TextField label={label("destinations")} {...register("destinations")} />
      <TextField label={label("requested_hotels")} {...register("requested_hotels")} />
      <SelectField label={t.enquiries.arrival} {...register("dateKind")}>
        {(["exact", "window", "month", "open"] as const).map((one) => (
          <option key={one} value={one}>{t.enquiries.dateKind[one]}</option>
        ))}
      </SelectField>
      {kind === "month" ? <TextField label={t.enquiries.month} placeholder="2027-07" {...register("month")} /> : null}
      {kind === "exact" || kind === "window" ? (
        <div className="pair">
          <TextField label={kind === "exact" ? t.enquiries.checkIn : t.enquiries.earliest} type="date" {...register("from")} />
          <TextField label={kind === "exact" ? t.enquiries.checkOut : t.enquiries.latest} type="date" {...register("to")} />
        </div>
      ) : null}
      <TextField label={label("nights")} inputMode="numeric" error={wrong("nights", t.settings.whole)} {...register("nights")} />
      <div className="pair">
        <TextField label={label("adults")} inputMode="numeric" error={wrong("adults", t.settings.whole)} {...register("adults")} />
        <TextField label={label("children")} inputMode="numeric" error={wrong("children", t.settings.whole)} {...register("children")} />
      </div>
      <div className="pair">
        <TextField label={label("child_ages")} placeholder="4, 9" error={wrong("child_ages", t.price.badAges)} {...register("child_ages")} />
        <TextField label={label("room_count")} inputMode="numeric" error={wrong("room_count", t.settings.whole)} {...register("room_count")} />
      </div>
      {divided ? <p className="hint wide">{t.enquiries.divided}</p> : null}
      <div className="pair">
        <TextField label={t.enquiries.amount} inputMode="decimal" error={wrong("amount", t.settings.number)} {...register("amount")} />
        <TextField label={t.enquiries.upTo} inputMode="decimal" error={wrong("max", t.settings.number)} {...register("max")} />
      </div>
      <div className="pair">
        <TextField label={t.enquiries.currency} maxLength={3} error={wrong("currency", t.fx.needs.currency)} {...register("currency")} />
        <SelectField label={t.enquiries.basis} {...register("basis")}>
          {Object.entries(t.budgetBasis).map(([value, words]) => (
            <option key={value} value={value}>{words}</option>
          ))}
        </SelectField>
      </div>
      <SelectField label={label("board")} {...register("board")}>
        <option value="">{t.price.anyBoard}</option>
        {BOARDS.map((board) => (
          <option key={board} value={board}>{t.board[board]}</option>
        ))}
      </SelectField>
      <TextField label={t.price.starsAsked} inputMode="numeric" error={wrong("stars", t.settings.whole)} {...register("stars")} />
      <TextField label={label("origin")} {...register("origin")} />
      <TextField label={label("interests")} {...register("interests")} />
      <AreaField wide label={label("special_requests")} rows={2} {...register("special_requests")} />
      <TextField label={label("name")} {...register("name")} />
      <TextField label={label("email")} type="email" error={wrong("email", t.settings.badEmail)} {...register("email")} />
      <TextField label={label("phone")} type="tel" placeholder="+27215550100" error={wrong("phone", t.enquiries.badPhone)} {...register("phone")} />
    </div>
  );
}
