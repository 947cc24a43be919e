/** A long list is drawn as far as it is looked at: fifty rows, and more when its end comes into view. */
import { useState } from "react";

const STEP = 50;

interface More {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The rows to draw of those found, and what brings the next ones: rows at hand first, then the platform's next page. */
export function useShown<T>(found: T[], of: string, list: More): { rows: T[]; more: More } {
  const [drawn, setDrawn] = useState({ of, rows: STEP });
  // Another question begins at the top again.
  const rows = drawn.of === of ? drawn.rows : STEP;
  if (found.length <= rows) return { rows: found, more: list };
  const next = () => {
    setDrawn({ of, rows: rows + STEP });
    return Promise.resolve();
  };
  return { rows: found.slice(0, rows), more: { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: next } };
}
