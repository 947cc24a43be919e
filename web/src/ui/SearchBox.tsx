/** A search box that says what it searches. A letter stands at once; what is searched follows when the typing pauses. */
import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 150;

export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  /** What was last told or heard; anything else in `value` came from elsewhere, such as a way back. */
  const known = useRef(value);

  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    setTyped(value);
  }, [value]);

  const now = () => {
    if (typed === known.current) return;
    known.current = typed;
    onChange(typed);
  };
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const pause = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);

  return (
    <input
      className="search-box"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") now();
      }}
    />
  );
}
