/** Amounts that a consultant sets in place of computed ones, each with its reason, and lines of their own. */
import { useState, type FormEvent } from "react";
import type { PricedOption } from "../../../api/types";
import { decimal, isDecimal } from "../../../format";
import { useWords } from "../../../i18n";
import { PlusIcon, TrashIcon } from "../../../ui/icons";
import { Button, CheckField, IconButton, SelectField, TextField } from "../../../ui/kit";
import type { Choice, ManualPrice, OwnLine } from "./draft";

interface ByHandProps {
  choice: Choice;
  priced: PricedOption | undefined;
  onChange: (next: Choice) => void;
}

export function ByHand({ choice, priced, onChange }: ByHandProps) {
  const { t, language } = useWords();
  const rooms = (priced?.lines ?? []).filter((line) => line.kind === "accommodation").map((line) => line.room ?? 1);
  return (
    <div className="by-hand">
      <ul>
        {choice.prices.map((price, at) => (
          <li key={`p${at}`}>
            <span>{price.extra ?? t.price.room(price.room ?? 1)}: <strong>{decimal(language, price.amount)}</strong> <span className="hint">{price.reason}</span></span>
            <IconButton label={`${t.app.remove}: ${price.reason}`} onPress={() => onChange({ ...choice, prices: choice.prices.filter((_, place) => place !== at) })}><TrashIcon size={16} /></IconButton>
          </li>
        ))}
        {choice.lines.map((line, at) => (
          <li key={`l${at}`}>
            <span>
              {line.description} {line.amount ? <strong>{decimal(language, line.amount)}</strong> : null}{" "}
              <span className="hint">{[line.arranged_by === "traveller" ? t.editor.byTraveller : "", line.optional ? t.extras.optional : ""].filter(Boolean).join(", ")}</span>
            </span>
            <IconButton label={`${t.app.remove}: ${line.description}`} onPress={() => onChange({ ...choice, lines: choice.lines.filter((_, place) => place !== at) })}><TrashIcon size={16} /></IconButton>
          </li>
        ))}
      </ul>
      <PriceForm rooms={rooms.length > 0 ? rooms : [1]} onAdd={(price) => onChange({ ...choice, prices: [...choice.prices.filter((one) => one.room !== price.room), price] })} />
      <LineForm onAdd={(line) => onChange({ ...choice, lines: [...choice.lines, line] })} />
    </div>
  );
}

function PriceForm({ rooms, onAdd }: { rooms: number[]; onAdd: (price: ManualPrice) => void }) {
  const { t } = useWords();
  const [room, setRoom] = useState(rooms[0] ?? 1);
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDecimal(amount.trim()) || !reason.trim()) return;
    onAdd({ room, amount: amount.trim(), reason: reason.trim() });
    setAmount("");
    setReason("");
  };
  return (
    <form className="by-hand-form" onSubmit={submit}>
      <SelectField label={t.editor.priceOf} value={room} onChange={(event) => setRoom(Number(event.target.value))}>
        {rooms.map((one) => (
          <option key={one} value={one}>{t.price.room(one)}</option>
        ))}
      </SelectField>
      <TextField label={t.editor.amount} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
      <TextField label={t.editor.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button small type="submit"><PlusIcon size={15} /> {t.editor.setPrice}</Button>
    </form>
  );
}

const NO_LINE: OwnLine = { description: "", arranged_by: "agency", amount: "", optional: false };

function LineForm({ onAdd }: { onAdd: (line: OwnLine) => void }) {
  const { t } = useWords();
  const [line, setLine] = useState(NO_LINE);
  const own = line.arranged_by === "agency";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { amount, ...rest } = line;
    const said = line.description.trim();
    if (!said || (own && !isDecimal((amount ?? "").trim()))) return;
    onAdd({ ...rest, description: said, ...(own && amount ? { amount: amount.trim() } : {}) });
    setLine(NO_LINE);
  };
  return (
    <form className="by-hand-form" onSubmit={submit}>
      <TextField label={t.editor.line} value={line.description} maxLength={200} onChange={(event) => setLine({ ...line, description: event.target.value })} />
      <SelectField label={t.editor.arrangedBy} value={line.arranged_by} onChange={(event) => setLine({ ...line, arranged_by: event.target.value as OwnLine["arranged_by"] })}>
        <option value="agency">{t.enquiries.byYou}</option>
        <option value="traveller">{t.enquiries.byTraveller}</option>
      </SelectField>
      {own ? <TextField label={t.editor.amount} inputMode="decimal" value={line.amount} onChange={(event) => setLine({ ...line, amount: event.target.value })} /> : null}
      {own ? <CheckField label={t.extras.optional} checked={line.optional} onChange={(event) => setLine({ ...line, optional: event.target.checked })} /> : null}
      <Button small type="submit"><PlusIcon size={15} /> {t.editor.addLine}</Button>
    </form>
  );
}
