/** Who sleeps where: adults by a step at a time, children by their ages. */
import { useWords } from "../i18n";
import type { Question } from "../router";
import { MinusIcon, PlusIcon, TrashIcon } from "../ui/icons";
import { Button, IconButton, TextField } from "../ui/kit";

/** Ages as a person lists them, or nothing when one is no age. */
export function agesOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const ages = parts.map(Number);
  return ages.every((age) => Number.isInteger(age) && age >= 0 && age <= 17) ? ages : undefined;
}

export type RoomRow = NonNullable<Question["rooms"]>[number];

export function Rooms({ rooms, onChange }: { rooms: RoomRow[]; onChange: (rooms: RoomRow[]) => void }) {
  const { t } = useWords();
  const put = (at: number, next: Partial<RoomRow>) => onChange(rooms.map((room, place) => (place === at ? { ...room, ...next } : room)));
  return (
    <fieldset className="rooms">
      <legend>{t.price.party}</legend>
      {rooms.map((room, at) => (
        <div key={at} className="room" role="group" aria-label={t.price.room(at + 1)}>
          <div className="stepper">
            <span className="stepper-label" id={`adults-${at}`}>{t.price.adults}</span>
            <span className="stepper-row">
              <IconButton label={`${t.price.adults} −1`} isDisabled={room.adults <= 0} onPress={() => put(at, { adults: room.adults - 1 })}>
                <MinusIcon size={16} />
              </IconButton>
              <output aria-labelledby={`adults-${at}`}>{room.adults}</output>
              <IconButton label={`${t.price.adults} +1`} isDisabled={room.adults >= 20} onPress={() => put(at, { adults: room.adults + 1 })}>
                <PlusIcon size={16} />
              </IconButton>
            </span>
          </div>
          <TextField
            label={t.price.childAges}
            inputMode="numeric"
            placeholder="4, 9"
            value={room.ages}
            onChange={(event) => put(at, { ages: event.target.value })}
            error={agesOf(room.ages) ? undefined : t.price.badAges}
          />
          {rooms.length > 1 ? (
            <IconButton label={t.price.removeRoom(at + 1)} onPress={() => onChange(rooms.filter((_, place) => place !== at))}>
              <TrashIcon size={17} />
            </IconButton>
          ) : null}
        </div>
      ))}
      {rooms.length < 20 ? (
        <Button small look="quiet" onPress={() => onChange([...rooms, { adults: 2, ages: "" }])}>
          <PlusIcon size={16} /> {t.price.addRoom}
        </Button>
      ) : null}
    </fieldset>
  );
}
