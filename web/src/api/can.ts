import { OPERATIONS } from "./operations";

/** Whether the platform offers an operation, such as `post /quotes/{id}/send`. */
export function can(operation: string): boolean {
  return OPERATIONS.has(operation);
}
