/** Keys that work on every page: Ctrl-K searches, `g` and a letter goes somewhere, `?` explains. */
import { useEffect, useRef } from "react";
import { AREAS } from "./areas";

interface Actions {
  search: () => void;
  help: () => void;
  go: (path: string) => void;
}

export function useShortcuts(actions: Actions) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let leader = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        latest.current.search();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("[role=dialog]")) return;
      if (event.key === "?") return latest.current.help();
      if (event.key === "/") {
        const box = document.querySelector<HTMLInputElement>("main input[type=search]");
        if (box) {
          event.preventDefault();
          box.focus();
        }
        return;
      }
      if (event.key === "g") {
        leader = event.timeStamp;
        return;
      }
      const area = event.timeStamp - leader < 1_500 ? AREAS.find((one) => one.key === event.key) : undefined;
      leader = 0;
      if (area) latest.current.go(area.path);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}
