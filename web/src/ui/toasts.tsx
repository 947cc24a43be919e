/** Short words about what just happened, spoken politely and gone after a while; an undo stays longer. */
import { useSyncExternalStore } from "react";
import { useWords } from "../i18n";
import { CloseIcon } from "./icons";
import { IconButton } from "./kit";

interface Toast {
  id: number;
  text: string;
  tone: "good" | "bad";
  action?: { label: string; run: () => void } | undefined;
}

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

function drop(id: number) {
  set(toasts.filter((toast) => toast.id !== id));
}

export function say(text: string, options: { tone?: "good" | "bad"; action?: Toast["action"] } = {}) {
  const id = ++last;
  set([...toasts.slice(-2), { id, text, tone: options.tone ?? "good", action: options.action }]);
  setTimeout(() => drop(id), options.action || options.tone === "bad" ? 12_000 : 5_000);
}

export function Toasts() {
  const { t } = useWords();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={`toast ${toast.tone}`}>
          <span>{toast.text}</span>
          {toast.action ? (
            <button
              type="button"
              className="link"
              onClick={() => {
                toast.action?.run();
                drop(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          ) : null}
          <IconButton label={t.app.close} onPress={() => drop(toast.id)}>
            <CloseIcon size={16} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
