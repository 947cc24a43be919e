/**
 * What the platform offers, as `method path`; written by `npm run api` from `openapi.json`. A page or button whose
 * operation is missing here is not shown.
 */
export const OPERATIONS: ReadonlySet<string> = new Set([
  "get /auth/me",
  "get /enquiries",
  "get /enquiries/{id}",
  "get /extras",
  "get /fx",
  "get /hotels",
  "get /notifications",
  "get /notifications/unread",
  "get /quotes",
  "get /quotes/{id}",
  "get /quotes/{id}/pdf",
  "get /quotes/{id}/trace",
  "get /rates",
  "get /rates/export",
  "get /rates/{id}",
  "get /tenants/me",
  "patch /tenants/me",
  "post /auth/login",
  "post /auth/logout",
  "post /enquiries/extract",
  "post /enquiries/{id}/quote",
  "post /notifications/{id}/read",
  "post /quotes/price",
  "post /rates/import",
  "put /extras",
  "put /fx",
  "put /rates/{id}",
  "delete /rates/{id}",
]);
