// Writes src/api/schema.d.ts and src/api/operations.ts from the repository's openapi.json (or the file named).
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL(process.argv[2] ?? "../../openapi.json", import.meta.url);
const described = JSON.parse(await readFile(source, "utf8"));
const methods = ["get", "post", "put", "patch", "delete"];
const operations = Object.entries(described.paths)
  .flatMap(([path, item]) => methods.filter((method) => method in item).map((method) => `${method} ${path}`))
  .map((operation) => operation.replace("/api/v1", ""))
  .sort();

const head = `/**
 * What the platform offers, as \`method path\`; written by \`npm run api\` from \`openapi.json\`. A page or button whose
 * operation is missing here is not shown.
 */
`;
const list = operations.map((operation) => `  ${JSON.stringify(operation)},\n`).join("");
await writeFile(
  new URL("../src/api/operations.ts", import.meta.url),
  `${head}export const OPERATIONS: ReadonlySet<string> = new Set([\n${list}]);\n`,
);
// Types are looked up by path; names of operations need not even be unique.
for (const item of Object.values(described.paths)) for (const method of methods) if (item[method]) delete item[method].operationId;
const types = astToString(await openapiTS(described, { emptyObjectsUnknown: true }));
await writeFile(
  new URL("../src/api/schema.d.ts", import.meta.url),
  `/** The API, written by \`npm run api\` from \`openapi.json\`. */\n\n${types}`,
);
