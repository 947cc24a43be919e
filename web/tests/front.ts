/** The built console and the API under one name, as CloudFront has them; for a platform that serves the API alone. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export async function front(api: string, dist: string): Promise<{ url: string; server: Server }> {
  const target = new URL(api);
  const server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? "/", "http://front").pathname;
    if (path.startsWith("/api/") || path.startsWith("/_local/")) {
      const { host: _, ...headers } = asked.headers;
      const onward = request({ host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      onward.on("error", () => answer.writeHead(502).end());
      asked.pipe(onward);
      return;
    }
    const wanted = join(dist, normalize(path));
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, "index.html");
    answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY });
    createReadStream(file).pipe(answer);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the front has no port");
  return { url: `http://127.0.0.1:${address.port}`, server };
}
