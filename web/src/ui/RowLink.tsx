/** A row that leads to a page: a plain link, for a hundred of the router's own would each follow every change of the address. */
import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate({ to });
  };
  // The page's code is there by the time it is asked for.
  const fetchPage = () => void router.preloadRoute({ to }).catch(() => undefined);
  return (
    <a href={to} className="row" onClick={go} onPointerEnter={fetchPage} onFocus={fetchPage}>
      {children}
    </a>
  );
}
