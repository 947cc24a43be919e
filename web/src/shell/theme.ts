/** Light, dark, or what the system says. */
import { useState } from "react";

export type Theme = "system" | "light" | "dark";

const CHOICE = "tripdesk.theme";

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(chosen);
  const choose = (next: Theme) => {
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      if (next === "system") localStorage.removeItem(CHOICE);
      else localStorage.setItem(CHOICE, next);
    } catch {
      // It holds until the page is left.
    }
    setTheme(next);
  };
  return [theme, choose];
}
