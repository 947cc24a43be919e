import "@fontsource-variable/instrument-sans/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/pages.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ApiFailure, renewed, setBase } from "./api/client";
import { loadConfig } from "./config";
import { useWords, WordsProvider } from "./i18n";
import { router } from "./router";
import { followOtherTabs, session } from "./session/session";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, failure) =>
        times < 2 && failure instanceof ApiFailure && (failure.status === 0 || failure.status === 503),
    },
  },
});

function Console() {
  const { language } = useWords();
  return (
    <I18nProvider locale={language === "de" ? "de-DE" : "en-GB"}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

async function start() {
  const config = await loadConfig();
  setBase(config.api);
  router.update({ context: { config } });
  const restored = session.mayReturn() && (await renewed().catch(() => false));
  if (!restored) session.notRestored();
  followOtherTabs();
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <WordsProvider>
        <Console />
      </WordsProvider>
    </StrictMode>,
  );
}

void start();
