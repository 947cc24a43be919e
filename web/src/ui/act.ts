/** A deed at the press of a button: done, said, and whatever it changed asked for again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../i18n";
import { inWords } from "./failure";
import { say } from "./toasts";

interface Deed<Asked, Done> {
  work: (asked: Asked) => Promise<Done>;
  /** Said when it is done. */
  said?: string | ((done: Done, asked: Asked) => string);
  /** Keys of what it changed. */
  changes?: string[];
  then?: (done: Done, asked: Asked) => void;
  /** The failure is shown where it happened, not only said. */
  shown?: true;
}

export function useAct<Asked = void, Done = unknown>({ work, said, changes = [], then, shown }: Deed<Asked, Done>) {
  const { t } = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (done, asked) => {
      if (said) say(typeof said === "string" ? said : said(done, asked));
      for (const key of changes) void client.invalidateQueries({ queryKey: [key] });
      then?.(done, asked);
    },
    onError: (failure) => {
      if (!shown) say(inWords(t, failure), { tone: "bad" });
    },
  });
}
