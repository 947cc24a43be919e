/** The language of the console: a typed dictionary a language, the browser's own until somebody chooses. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Language } from "../format";
import { en, type Dictionary } from "./en";

interface Wording {
  t: Dictionary;
  language: Language;
  /** The agency's time zone, once known. */
  zone: string;
  setZone: (zone: string) => void;
  setLanguage: (language: Language) => void;
}

const Words = createContext<Wording | undefined>(undefined);
const CHOICE = "tripdesk.language";

function first(): Language {
  try {
    const chosen = localStorage.getItem(CHOICE);
    if (chosen === "en" || chosen === "de") return chosen;
  } catch {
    // The browser's language will do.
  }
  return navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setChoice] = useState<Language>(first);
  const [loaded, setLoaded] = useState<{ language: Language; t: Dictionary } | undefined>(() =>
    language === "en" ? { language, t: en } : undefined,
  );
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);

  useEffect(() => {
    document.documentElement.lang = language;
    let current = true;
    const dictionary = language === "de" ? import("./de").then((file) => file.de) : Promise.resolve(en);
    void dictionary.then((t) => current && setLoaded({ language, t }));
    return () => {
      current = false;
    };
  }, [language]);

  const wording = useMemo(() => {
    const setLanguage = (chosen: Language) => {
      try {
        localStorage.setItem(CHOICE, chosen);
      } catch {
        // It holds until the page is left.
      }
      setChoice(chosen);
    };
    return loaded && { ...loaded, zone, setZone, setLanguage };
  }, [loaded, zone]);

  return wording ? <Words value={wording}>{children}</Words> : null;
}

export function useWords(): Wording {
  const wording = useContext(Words);
  if (!wording) throw new Error("no WordsProvider above");
  return wording;
}
