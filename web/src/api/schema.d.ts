/** The API, written by `npm run api` from `openapi.json`. */

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that verify access tokens (RFC 7517). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicKeys"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done on the platform, newest first: for the operator. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description Of this agency only. */
                    tenant?: string;
                    /** @description Of this kind only. */
                    action?: components["schemas"]["AuditAction"];
                    /** @description From this time on. */
                    from?: string;
                    /** @description Before this time. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_AuditEntry"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/knowledge/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the library's documents, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a document to the library; one of the same `external_id` is replaced. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/knowledge/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a document from the library. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a document of the library. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DocumentChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/admin/mail/unrouted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail that led to nobody. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_UnroutedMail"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/{id}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a mail that led to nobody to an agency: it is read anew, as if it had come to the agency's own mailbox. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description SES's id of the mail */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailDestination"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailRouted"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how the platform is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlatformOverview"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every agency, by id; deleted ones until they are purged. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Tenant"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes an agency and invites its first admin: all of it or nothing. An id that was ever taken stays taken. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTenant"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewTenantMade"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes over the agencies of an archive (`tar` or `tar.gz`) or of a list of files. Done twice, it changes nothing. */
        post: {
            parameters: {
                query?: {
                    /** @description Tells what would be done, and does nothing. */
                    dry_run?: boolean;
                };
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/gzip": number[];
                    "application/json": components["schemas"]["TenantFiles"];
                    "application/x-tar": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TenantImport"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agency with its whole configuration. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes an agency for its users. Its data waits for the purge; its id is never used again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes an agency's name, settings or plan. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TenantChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a suspended agency work again. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole agency as a `tar.gz`. A large one is laid among its files, and the answer leads there (303). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/gzip": number[];
                    };
                };
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invites an admin to an agency that has none yet, after an import, or none any more. The plan's limit of users holds. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AdminInvitation"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminInvited"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes everything of a deleted agency, looks for it again, and answers what is left: nothing. When that takes longer than
         *     an answer may, it stops with 202 and `complete: false`, and the next call goes on.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TenantPurge"];
                    };
                };
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TenantPurge"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts what an agency has. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TenantStats"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops an agency: sign-in, tokens, mail, jobs and public links are refused from the next request on. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts enquiries by what became of them: how fast the first quote was, how many were won, and what the accepted options
         *     earn, altogether and by source, destination and consultant.
         */
        get: {
            parameters: {
                query?: {
                    /** @description First day they came in on; 89 days before the last when absent. */
                    from?: string;
                    /** @description Last day they came in on; today when absent. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FunnelView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done in the agency, newest first: for its admins. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description Of this kind only. */
                    action?: components["schemas"]["AuditAction"];
                    /** @description From this time on. */
                    from?: string;
                    /** @description Before this time. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_AuditEntry"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an invitation up, once: its addressee becomes a user and can sign in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationAcceptance"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in with address, password and, where one is set up, a second factor: a missing code is asked for (`errors` names
         *     `totp`) only after the right password.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a session; its tokens stop working at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Logout"] | null;
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the caller's password. Every session ends, this one too; the answer begins a new one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link for a new password to a user of that address, if there is one. The answer never tells: not even that a mail
         *     could not be written, which happens to those who are known alone.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Forgotten"];
                };
            };
            responses: {
                /** @description Whoever it is has mail, if they are known */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password by a mailed link, once. Every session of the user ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reset"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the caller's own name. Address and role belong to the agency's admins. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trades a refresh token for the next pair. Within ten seconds of a lost answer the same pair comes again; a token that
         *     comes back later than that ends the whole session.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Refresh"] | null;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_SessionView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the caller's own sessions. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a session's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns the second factor on with a first code, and gives the recovery codes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns the second factor off. The password then protects the account alone, so it must be long enough for that. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Disabling"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to set up an authenticator app. Nothing is asked for at sign-in before a code was confirmed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bookings, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_BookingView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the names of travellers, notes payments, or ends a booking. The price never changes here. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BookingChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/bookings/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF that confirmed a booking. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients, by name. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description Words that all stand in name, address or telephone number. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Client"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/unsuppress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets mail go again to an address that bounced or complained, because a person knows better. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Readmitted"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One client with their enquiries, quotes and bookings. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClientView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enquiries, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description Only in this state. */
                    state?: components["schemas"]["EnquiryState"];
                    /** @description Only of this class. */
                    class?: components["schemas"]["Class"];
                    /** @description Words that all stand in subject, name, address, number, destination or hotel. */
                    q?: string;
                    /** @description Only to this place. */
                    destination?: string;
                    /** @description First day they were received on, in the agency's time zone. */
                    received_from?: string;
                    /** @description Last day they were received on, in the agency's time zone. */
                    received_to?: string;
                    /** @description Only of the consultant with this address. */
                    assigned_to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Writes down an enquiry that did not come by mail. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewEnquiry"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Understands a text as an enquiry, with evidence; nothing is saved. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExtractRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extracted"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enquiry. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Corrects an enquiry by hand: what is entered counts as stated, and every change is kept in its history. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnquiryChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/enquiries/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that the traveller went elsewhere. An open quote is withdrawn. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Ending"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a quote for an enquiry: the answer names the quote that will be there in a moment. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, unknown>;
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns an enquiry down: the agency does not serve it. Nothing is sent, and an open quote is withdrawn. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Ending"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes up an enquiry again that was turned down, lost or marked as spam. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the traveller by mail, in the thread of their own: with the drafted reply, or with words of the consultant's. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyRequest"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replied"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/{id}/spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks an enquiry as spam. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnquiryView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the agency's extras. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extras"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replaces the agency's extras. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Extras"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extras"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the agency's exchange rates. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FxRates"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replaces the agency's exchange rates. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FxRates"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FxRates"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a question out of the agency's documents and rates. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answered"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks every question and counts; nothing is saved. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Cases"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evaluation"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps what the asker thinks of an answer; an unhelpful one joins the gaps. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Kept"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions that nothing answered, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Asked"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/gaps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a question off the list of gaps: it needs no answer. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/gaps/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a gap: the answer becomes a draft document, and the question a regression question. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GapAnswer"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Closed"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/regressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists regression questions, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Regression"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/regressions/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the latest 200 of them again and tells what came of it; nothing is saved. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evaluation"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds passages. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Hits"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts documents and the latest questions. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Stats"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists tickets, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Ticket"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Opens a ticket. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTicket"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ticket"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a ticket. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ticket"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Moves a ticket on, or hands it to somebody. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TicketChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ticket"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes on a ticket. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewReply"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ticket"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents by how many of the latest questions they answered. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Topics"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the hotels of the rate sheet. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Hotels"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open invitations, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_InvitationView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invites somebody, as long as the agency's plan has room for another user. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Invitee"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an invitation. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description an invitation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails an invitation again, under a new link; the one before leads nowhere any more. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description an invitation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists documents, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description The agency's own when absent. */
                    scope?: components["schemas"]["Scope"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a document; one of the same `external_id` is replaced. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a document with its text, the agency's own or the library's. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentWithText"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Removes a document; the next question no longer sees it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a document; the next question sees it. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DocumentChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/knowledge/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an upload: its answer holds the address that takes the file. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewUpload"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how far an upload has come. The first who asks once the file is there sets the work going. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells where mail for an address would go. */
        get: {
            parameters: {
                query: {
                    /** @description An envelope recipient, tag and all. */
                    address: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailLookup"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Message"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with every step of its way. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail as it came, for download. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "message/rfc822": number[];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/messages/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a stored mail again, against today's configuration, without changing anything. */
        post: {
            parameters: {
                query: {
                    /** @description Must be `true`: a replay never changes anything. */
                    dry_run: boolean;
                };
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The Idempotency-Key came with another body before */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how much work waits in the queue and in the table, and since when. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailStatus"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News that the caller wishes to see, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Notification"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how the caller wishes to hear each kind of news. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Chooses how the caller hears each kind of news: in the API, and by mail for all of it or for their own enquiries. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChosenPreferences"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts unread news among the latest hundred. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unread"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks one piece of news, or the latest hundred (`all`), as read by the caller. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description a notification's id, or `all` */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unread"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/logos/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agency's logo. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": number[];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/quotes/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote by its traveller's link. Opening it counts as a view unless a machine, the agency or a look ahead does it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/quotes/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts one option. Of several at once one wins; the others hear 409. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/quotes/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines the quote. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicQuote"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/quotes/{token}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF of the revision that the link leads to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quotes, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a quote by hand: a draft, priced at today's rates. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewQuote"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prices a party and a stay from the agency's rates; nothing is saved. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriceRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One quote with the options of the revision that counts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a draft and computes it anew at today's rates. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuoteChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/quotes/{id}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the booking of an accepted quote: looks at the rates once more, and sends the confirmation with its PDF. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a revision changes against an earlier one: dates, rooms, and each option by itself. */
        get: {
            parameters: {
                query?: {
                    /** @description The earlier one; the one before `to` when absent. */
                    from?: number;
                    /** @description The later one; the latest when absent. */
                    to?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevisionDiff"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF of the revision that counts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks the draft as looked at and good; it waits to be sent. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the mail once more: of the revision that the traveller has, or of one whose mail failed or is unknown. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins another revision: the same request by today's rates, as a draft. What the traveller has stays acceptable until
         *     the new one has gone out.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the current revision to the traveller, as a consultant's own act. The answer is the quote as it is now; it
         *     becomes `sent` once SES has taken the mail.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what became of a mail whose state is `unknown`: that it went out, or that it did not and may be sent again. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explains every number of the revision that counts, and computes it again from its snapshot. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteTrace"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the quote back: every open revision is withdrawn, and the traveller's link says so. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuoteSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rates, by hotel, room type, board and first night. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                    /** @description Words that all stand in hotel, place, country or room type. */
                    q?: string;
                    /** @description Only of this hotel, whatever its spelling. */
                    hotel?: string;
                    /** @description Only at this place. */
                    destination?: string;
                    /** @description Only with this board: `RO BB HB FB AI SC`. */
                    board?: string;
                    /** @description Only periods that hold this night. */
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_RateRecord"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rate sheet as CSV, ready to be edited and imported again. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces the rate sheet by a CSV or the first worksheet of an XLSX. Takes every row or none; each bad field is named with its line. */
        post: {
            parameters: {
                query?: {
                    /** @description Only checks the sheet. */
                    dry_run?: boolean;
                };
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportReport"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportReport"];
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates/stale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists options of open quotes whose margin at today's rates and exchange rates is below the agency's floor. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaleOptions"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rate. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RateRecord"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replaces one rate. Its id follows from plan and first night, so it may change. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RateRow"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RateRecord"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes one rate. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the agency with its whole configuration. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the agency's name or settings. The plan belongs to the operator. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgencyChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tenant"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/tenants/me/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Uploads the agency's logo: PNG, JPEG or WebP of at most 1 MB and 4,096 pixels a side. It is read, made smaller and
         *     written anew; what was sent is not kept.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/jpeg": number[];
                    "image/png": number[];
                    "image/webp": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Logo"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes the logo away; the agency's name stands in its place. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/me/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agency's mailboxes, by address. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_Mailbox"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds an address that belongs to nobody yet. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewMailbox"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Mailbox"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Gives an address up. The one that the agency began with stays. */
        delete: {
            parameters: {
                query: {
                    /** @description Its address. */
                    address: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the agency uses of its plan. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanUsage"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agency's users, in the order they joined. */
        get: {
            parameters: {
                query?: {
                    /** @description 1 to 100; 50 when absent. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Listing_UserView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a user. Their sessions end at once, and their address is free again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a user's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a user's name or role. Nobody changes their own role, and the last admin stays one. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a user's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserView"];
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description No session, or one that no longer holds */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not for this caller */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Temporarily unavailable; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this function answers. */
        get: {
            parameters: {
                query?: {
                    /** @description Whether table and cache are asked, too. */
                    deep?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It answers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description `deep` is neither true nor false */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The table does not answer */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/q/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The traveller's page of a quote, in the agency's look and language. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description The request breaks a rule; each bad field is named */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/q/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The form that accepts: back to the page when it was taken, the form again with what is missing when not. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": string;
                };
            };
            responses: {
                /** @description back to the page */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/q/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The form that declines. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key is carried out once; within a day its answer is given again. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": string;
                };
            };
            responses: {
                /** @description back to the page */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Not now: the state does not allow it, or a request with the same key is being worked on */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is of another type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Which option, and who accepts it. */
        AcceptRequest: {
            /** @description Where the confirmation goes. */
            email: string;
            /** @description 1 to 120 characters. */
            name: string;
            /**
             * Format: int32
             * @description The option's number, from 1.
             */
            option: number;
        };
        /** @description The record of an acceptance. */
        Acceptance: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description E-mail address as given. */
            email: string;
            /** @description Address the call came from. */
            ip?: string | null;
            /** @description Name as given. */
            name: string;
            /**
             * Format: int32
             * @description Which option, from 1.
             */
            option: number;
            /** @description SHA-256 of the revision that was accepted. */
            revision_hash: string;
        };
        /** @description Where a file is to be sent. */
        Address: {
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
            /** @description `PUT`, with the file as the body. */
            method: string;
            /** @description Secret: whoever has it may send the file. */
            url: string;
        };
        /** @description Who is to set up an agency. */
        AdminInvitation: {
            /** @description Their address. */
            email: string;
            /** @description Their name. */
            name?: string | null;
        };
        /** @description An invitation that is on its way. */
        AdminInvited: {
            /** @description Where it goes. */
            email: string;
            /** @description UUID. */
            id: string;
        };
        /** @description A change of an agency's record. */
        AgencyChange: {
            /** @description Sections or single settings to change; what is not named stays (RFC 7396). */
            config?: Record<string, unknown> | null;
            /** @description Another name. */
            name?: string | null;
            /**
             * Format: int64
             * @description The version that was read; a stale one is refused with 409.
             */
            version: number;
        };
        /** @description One automatic helper. */
        AgentSettings: {
            /**
             * @description Whether it works.
             * @default true
             */
            enabled: boolean;
            /**
             * @description How it sounds.
             * @default friendly
             */
            tone: components["schemas"]["Tone"];
        };
        /** @description Automatic helpers. */
        Agents: {
            /**
             * @description Answers questions.
             * @default {
             *       "enabled": true,
             *       "tone": "friendly",
             *       "auto_reply": "off"
             *     }
             */
            helpdesk: components["schemas"]["HelpdeskSettings"];
            /**
             * @description Reads mail.
             * @default {
             *       "enabled": true,
             *       "tone": "friendly"
             *     }
             */
            inbound: components["schemas"]["AgentSettings"];
        };
        /** @description An answer with its proof. */
        Answer: {
            /** @description Whether nothing in the documents answers the question. */
            abstained: boolean;
            /** @description One to three sentences, or that there is none. */
            answer: string;
            /** @description Where each sentence stands. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description An answer. */
        Answered: {
            /** @description Whether nothing answers it. */
            abstained: boolean;
            /** @description One to three sentences. */
            answer: string;
            /** @description Where each sentence stands. */
            citations: components["schemas"]["Citation"][];
            /** @description To go on with. */
            conversation_id: string;
            /** @description Names this question, for feedback. */
            id: string;
            /** @description What the question is about. */
            kind: components["schemas"]["QuestionKind"];
            /** @description How it was answered: `extractive` (words and vectors), `extractive_lexical` (words alone), `bedrock`, `rates`. */
            method: string;
            /** @description What a price question was answered with, each line with its trace. */
            options?: components["schemas"]["PricedOption"][];
            /** @description How long it took. */
            timings: components["schemas"]["Timings"];
        };
        /**
         * @description Who arranges a line.
         * @enum {string}
         */
        ArrangedBy: "agency" | "traveller";
        /** @description A question that was asked. */
        Asked: {
            /** @description Whether nothing answered it. */
            abstained: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What the asker thought of the answer. */
            helpful?: boolean | null;
            /** @description UUID. */
            id: string;
            /** @description What it is about. */
            kind: components["schemas"]["QuestionKind"];
            /** @description How it was answered. */
            method?: string;
            /** @description In the asker's words. */
            question: string;
            /** @description Titles of the documents cited. */
            titles: string[];
            /**
             * Format: double
             * @description How long the answer took, in milliseconds.
             */
            total_ms?: number;
            /** @description Who asked. */
            user_id: string;
        };
        /** @description A file that came with a mail. It is listed, never opened; the raw mail holds it. */
        Attachment: {
            /** @description A safe file name: no path, no control character. */
            name: string;
            /** @description Which part of the mail it is, for [`attachment`]. */
            part: number;
            /**
             * Format: int64
             * @description Decoded size in bytes.
             */
            size: number;
            /** @description `type/subtype` as the mail claims it. */
            type: string;
        };
        /**
         * @description What was done. The words are part of the API: add to them, never change them.
         * @enum {string}
         */
        AuditAction: "tenant.created" | "tenant.changed" | "tenant.suspended" | "tenant.activated" | "tenant.deleted" | "tenant.purged" | "tenant.exported" | "tenant.imported" | "tenant.logo" | "mailbox.added" | "mailbox.removed" | "mail.routed" | "session.signed_in" | "session.refused" | "session.signed_out" | "session.revoked" | "session.reused" | "password.forgotten" | "password.reset" | "password.changed" | "totp.enabled" | "totp.disabled" | "totp.recovery_code_used" | "invitation.created" | "invitation.resent" | "invitation.revoked" | "invitation.accepted" | "user.changed" | "user.removed" | "rates.imported" | "rates.changed" | "extras.changed" | "fx.changed" | "quote.sent" | "quote.withdrawn" | "knowledge.changed" | "knowledge.removed" | "global_knowledge.changed" | "global_knowledge.removed";
        /** @description Who did something. */
        AuditActor: {
            /** @enum {string} */
            kind: "user";
            /** @description Their id. */
            user_id: string;
        } | {
            /** @enum {string} */
            kind: "operator";
        } | {
            /** @enum {string} */
            kind: "platform";
        } | {
            /** @enum {string} */
            kind: "nobody";
        };
        /** @description One action, as it is kept. */
        AuditEntry: {
            /** @description What was done. */
            action: components["schemas"]["AuditAction"];
            /** @description Who did it. */
            actor: components["schemas"]["AuditActor"];
            /** @description Where the request came from, as the gateway saw it. */
            address?: string | null;
            /**
             * Format: date-time
             * @description When it was done.
             */
            at: string;
            /** @description Fields that changed, by their paths. */
            changed?: string[];
            /** @description UUIDv7: the log by id is the log by time. */
            id: string;
            /** @description The request that did it, as in the logs. */
            request_id: string;
            /** @description The record it was done to: a user's id, a mailbox, a slug. */
            subject?: string | null;
            tenant_id?: components["schemas"]["Slug"] | null;
        };
        /**
         * @description Whether a question that came by mail may be answered without a person.
         * @enum {string}
         */
        AutoReply: "off" | "cited";
        /**
         * @description Whether a quote may go out without a person.
         * @enum {string}
         */
        AutoSend: "off" | "gated";
        /**
         * @description Whether a price is what the agency pays or what the traveller pays.
         * @enum {string}
         */
        Basis: "net" | "gross";
        /**
         * @description Which meals are included.
         * @enum {string}
         */
        Board: "room_only" | "bed_and_breakfast" | "half_board" | "full_board" | "all_inclusive" | "self_catering";
        /** @description What was chosen. */
        BookedStay: {
            /** @description Board code. */
            board: string;
            /** @description Country as in the rate sheet. */
            country: string;
            /** @description Check-in and check-out. */
            dates: components["schemas"]["Stay"];
            /** @description Destination as in the rate sheet. */
            destination: string;
            /** @description Hotel as in the rate sheet. */
            hotel: string;
            /** @description Room type as in the rate sheet. */
            room_type: string;
            /** @description The rooms. */
            rooms: components["schemas"]["Room"][];
        };
        /** @description What is to change of a booking. */
        BookingChange: {
            /** @description Payments made, or found not to be. */
            payments?: components["schemas"]["PaymentChange"][];
            state?: components["schemas"]["BookingEnd"] | null;
            /** @description Everybody who travels, by room and age as priced; names may change. */
            travellers?: components["schemas"]["Guest"][] | null;
            /**
             * Format: int64
             * @description The version that was looked at; 409 when the booking changed since.
             */
            version: number;
        };
        /**
         * @description How a booking ends.
         * @enum {string}
         */
        BookingEnd: "completed" | "cancelled";
        /**
         * @description How far a booking has come.
         * @enum {string}
         */
        BookingState: "open" | "confirmed" | "completed" | "cancelled";
        /** @description When an accepted quote is paid (`product.md` section 6). */
        BookingTerms: {
            /**
             * Format: int32
             * @description Days before check-in when the balance is due.
             * @default 45
             */
            balance_days: number;
            /**
             * Format: int32
             * @description Days after acceptance until the deposit is due.
             * @default 7
             */
            deposit_days: number;
            /**
             * @description The deposit's share of the total; all of it at once when 0 or 100.
             * @default 25
             * @example 25
             */
            deposit_pct: string;
        };
        /** @description A booking. */
        BookingView: {
            /** Format: date-time */
            confirmed_at?: string | null;
            /** Format: date-time */
            created_at: string;
            enquiry_id: string;
            id: string;
            /** @description Who accepted. */
            lead: components["schemas"]["Traveller"];
            /** @description The quote's number, which is the booking's, too. */
            number: string;
            /**
             * Format: int32
             * @description Which option was accepted, from 1.
             */
            option: number;
            payments: components["schemas"]["Payment"][];
            quote_id: string;
            recheck?: components["schemas"]["Recheck"] | null;
            /** Format: int32 */
            revision: number;
            state: components["schemas"]["BookingState"];
            stay: components["schemas"]["BookedStay"];
            total: components["schemas"]["Money"];
            travellers: components["schemas"]["Guest"][];
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Name, logo and colours of an agency. */
        Branding: {
            /**
             * @description Name on quotes and mails; the tenant's name when empty.
             * @default
             */
            company_name: string;
            /**
             * @description Closing lines of a mail.
             * @default
             */
            email_signature: string;
            /**
             * @description Where the uploaded logo lies (never fetched from elsewhere).
             * @default null
             */
            logo_url: string | null;
            /**
             * @description `#rrggbb`.
             * @default #0f4c5c
             */
            primary_color: string;
            /**
             * @description `#rrggbb`.
             * @default #e08e45
             */
            secondary_color: string;
        };
        /** @description What it may cost. */
        Budget: {
            /**
             * @description The amount, or the lower end of a range.
             * @example 80000
             */
            amount: string;
            /** @description What the amount is for. */
            basis: components["schemas"]["BudgetBasis"];
            /** @description Stated, or the tenant's own when the mail gives none. */
            currency: components["schemas"]["Currency"];
            /** @description The upper end of a range. */
            max?: string | null;
        };
        /**
         * @description What a budget is for.
         * @enum {string}
         */
        BudgetBasis: "total" | "per_person" | "per_night";
        /** @description One question and what is expected of its answer. */
        Case: {
            /** @description Title of the document that answers it. */
            document?: string | null;
            /**
             * @description What the answer must contain; letter case, spaces and marks of punctuation make no difference. Absent: the
             *     documents do not answer it.
             */
            fact?: string | null;
            /** @description The question. */
            question: string;
        };
        /** @description Questions with what is expected of their answers. */
        Cases: {
            /** @description 1 to 500. */
            cases: components["schemas"]["Case"][];
        };
        /** @description One field before and after a reply. */
        Change: {
            /** @description Its value now; absent when it is no longer known. */
            after?: unknown;
            /** @description Its value before; absent when it was not known. */
            before?: unknown;
            /** @description Name of the field, as in [`super::FIELD_NAMES`]. */
            field: string;
        };
        /** @description What the functions stand on. */
        Checks: {
            /** @description `ok`, `absent` where there is none, `silent` while limits do without it. */
            cache: string;
            /** @description `ok`; without the table the answer is 503. */
            table: string;
        };
        /**
         * @description The entries of one row, in the order written.
         * @example 0-1:free;2-11:50%;12-15:120.00;2-11#2:100%
         */
        ChildBands: string;
        /** @description How the caller wishes to hear news from now on. */
        ChosenPreferences: {
            /** @description A kind that is not named is listed in the API and not mailed. */
            items: components["schemas"]["KindWish"][];
        };
        /** @description Where a sentence stands. */
        Citation: {
            /** @description The document. */
            document_id: string;
            /** @description The passage. */
            passage_id: string;
            /** @description The words, as they stand in the passage. */
            quote: string;
            /**
             * Format: float
             * @description How sure it is that they answer, from 0 to 1.
             */
            score: number;
            /** @description Its title. */
            title: string;
        };
        /**
         * @description What a message is (`contract.md`, "A message").
         * @enum {string}
         */
        Class: "enquiry" | "amendment" | "acceptance" | "helpdesk_question" | "auto_reply" | "bounce" | "newsletter" | "supplier" | "complaint" | "spam" | "other";
        /** @description A client as stored. */
        Client: {
            /**
             * Format: date-time
             * @description When they first asked.
             */
            created_at: string;
            /** @description Their address, in lower case. */
            email: string;
            /** @description UUID. */
            id: string;
            /**
             * Format: date-time
             * @description When they last asked.
             */
            last_enquiry_at: string;
            /** @description Their name as last told; empty when nobody told. */
            name: string;
            /** @description Telephone number in E.164. */
            phone?: string | null;
        };
        /** @description A booking of a client. */
        ClientBooking: {
            id: string;
            number: string;
            quote_id: string;
        };
        /** @description An enquiry of a client. */
        ClientEnquiry: {
            /** Format: date-time */
            created_at: string;
            id: string;
            state: components["schemas"]["EnquiryState"];
            subject: string;
        };
        /** @description A quote for a client. */
        ClientQuote: {
            enquiry_id: string;
            id: string;
            main_total?: components["schemas"]["Money"] | null;
            number: string;
            state: components["schemas"]["QuoteState"];
            /** Format: date */
            valid_until: string;
        };
        /** @description A client with everything they asked for. */
        ClientView: components["schemas"]["Client"] & {
            /** @description The bookings of those quotes. */
            bookings: components["schemas"]["ClientBooking"][];
            /** @description The latest hundred, newest first. */
            enquiries: components["schemas"]["ClientEnquiry"][];
            /** @description The quotes of those. */
            quotes: components["schemas"]["ClientQuote"][];
            suppressed?: components["schemas"]["Suppressed"] | null;
        };
        /** @description What a closed gap has become. */
        Closed: {
            /** @description The draft; it is used once it is published. */
            document: components["schemas"]["Document"];
            /** @description The question that must stay answered. */
            regression: components["schemas"]["Regression"];
        };
        /**
         * Format: double
         * @description Confidence in hundredths; on the wire a number from 0 to 1.
         * @example 0.97
         */
        Confidence: number;
        /** @description All sections of an agency's configuration (`product.md` section 1). */
        Config: {
            /** @description Which automatic helpers are on, and how they sound. */
            agents?: components["schemas"]["Agents"];
            /** @description Terms of payment. */
            booking?: components["schemas"]["BookingTerms"];
            /** @description How quotes and mails look. */
            branding?: components["schemas"]["Branding"];
            /** @description People who look after enquiries. */
            consultants?: components["schemas"]["Consultant"][];
            /** @description The agency's own currency (ISO 4217). */
            currency: components["schemas"]["Currency"];
            /** @description Places the agency sells, with the names travellers use. */
            destinations?: components["schemas"]["Destination"][];
            /** @description Sender of outgoing mail. */
            email?: components["schemas"]["EmailSettings"];
            /** @description Knowledge base settings. */
            knowledge?: components["schemas"]["Knowledge"];
            /** @description Language of quotes and mails. */
            language?: components["schemas"]["Language"];
            /** @description Limits of the agency's plan; set by the operator. */
            plan?: components["schemas"]["Plan"];
            /** @description Rules of quoting. */
            quoting?: components["schemas"]["Quoting"];
            /** @description Fields without which an enquiry is not quoted. */
            required_enquiry_fields?: string[];
            /** @description IANA time zone: relative dates, expiry and times shown. */
            timezone: string;
        };
        /** @description A code of the app. */
        Confirmation: {
            /** @description Six digits. */
            code: string;
        };
        /** @description A person who looks after enquiries. */
        Consultant: {
            /** @description Whether new enquiries may be given to them. */
            active?: boolean;
            /** @description Address for notifications. */
            email: string;
            /** @description Name shown to travellers. */
            name: string;
        };
        /** @description Who asks, each part with its own evidence. */
        Contact: {
            /** @default null */
            email: components["schemas"]["Evidence_String"] | null;
            /** @default null */
            name: components["schemas"]["Evidence_String"] | null;
            /** @default null */
            phone: components["schemas"]["Evidence_String"] | null;
        };
        /** @description Who asks, as a person enters it. */
        ContactEdits: {
            /**
             * @description Mail address.
             * @default null
             */
            email: string | null;
            /**
             * @description Full name.
             * @default null
             */
            name: string | null;
            /**
             * @description Telephone number in E.164.
             * @default null
             */
            phone: string | null;
        };
        /**
         * @description An ISO 4217 currency code: three capital letters.
         * @example ZAR
         */
        Currency: string;
        /** @description When the party travels. */
        Dates: {
            /**
             * Format: date
             * @description First night.
             */
            check_in: string;
            /**
             * Format: date
             * @description Morning after the last night.
             */
            check_out: string;
            /** @enum {string} */
            kind: "exact";
        } | {
            /**
             * Format: date
             * @description Earliest first night.
             */
            earliest: string;
            /** @enum {string} */
            kind: "window";
            /**
             * Format: date
             * @description Latest morning after.
             */
            latest: string;
        } | {
            /** @enum {string} */
            kind: "month";
            /**
             * @description `YYYY-MM`.
             * @example 2027-07
             */
            month: string;
        };
        /** @description A day's questions. */
        Day: {
            answered: number;
            /** Format: date */
            date: string;
            questions: number;
        };
        /** @description The record of a refusal. */
        Decline: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Address the call came from. */
            ip?: string | null;
            /** @description Why, in the traveller's words; empty when they gave none. */
            reason: string;
        };
        /** @description Why not. */
        DeclineRequest: {
            /** @description At most 2,000 characters; may be left out. */
            reason?: string;
        };
        /** @description A place the agency sells. */
        Destination: {
            /** @description Other names travellers use. */
            aliases?: string[];
            /** @description Short code. */
            code?: string;
            /** @description Whether it is sold now. */
            enabled?: boolean;
            /** @description Name on quotes, as in the rate sheet. */
            name: string;
        };
        /** @description The password and a code. */
        Disabling: {
            /** @description A code of the app, or a recovery code. */
            code: string;
            /** @description The user's password. */
            password: string;
        };
        /** @description A document of the knowledge base. Its text lies in a file of its own. */
        Document: {
            /** @description One of the agency's categories. */
            category?: string | null;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
            /** @description The caller's own id; adding a document under it again replaces this one. */
            external_id?: string | null;
            /** @description How the text is written. */
            format: components["schemas"]["Format"];
            /** @description UUID. */
            id: string;
            /**
             * Format: int32
             * @description Passages it was divided into.
             */
            passages: number;
            /** @description Whether it is used. */
            state?: components["schemas"]["DocumentState"];
            /** @description For people. */
            title: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
            /**
             * Format: date
             * @description First day it holds.
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Last day it holds.
             */
            valid_to?: string | null;
            /**
             * Format: int64
             * @description Raised by one on every change.
             */
            version: number;
            /** @description Who may be told of it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description What is to change; `null` removes a setting. */
        DocumentChange: {
            category?: string | null;
            state?: components["schemas"]["DocumentState"] | null;
            text?: string | null;
            title?: string | null;
            /** Format: date */
            valid_from?: string | null;
            /** Format: date */
            valid_to?: string | null;
            /**
             * Format: int64
             * @description The version that was read; a stale one is refused with 409.
             */
            version?: number | null;
            visibility?: components["schemas"]["Visibility"] | null;
        };
        /**
         * @description Whether a document is used.
         * @enum {string}
         */
        DocumentState: "published" | "draft";
        /** @description A document with its text. */
        DocumentWithText: components["schemas"]["Document"] & {
            /** @description Whose it is. */
            scope: components["schemas"]["Scope"];
            text: string;
        };
        /** @description An answer that nobody has looked at yet. */
        Draft: components["schemas"]["Answer"] & {
            /** @description Why it was not sent by itself. */
            reasons: string[];
            /** @description The mail it was sent by, where the agency lets it go out by itself. */
            send_id?: string | null;
        };
        /** @description Sender of outgoing mail. */
        EmailSettings: {
            /**
             * @description Address; the tenant's mailbox at the platform's mail domain when empty.
             * @default
             */
            from_address: string;
            /**
             * @description Display name; the company name when empty.
             * @default
             */
            from_name: string;
            /**
             * @description Where replies go; the thread's signed address when empty.
             * @default
             */
            reply_to: string;
        };
        /** @description Why an enquiry ends. */
        Ending: {
            /** @description In a sentence, for colleagues. */
            reason: string;
        };
        /** @description A change of an enquiry. */
        EnquiryChange: {
            /** @description Address of the consultant who looks after it; `null` for nobody. */
            assigned_to?: string | null;
            /** @description Another wording of the drafted reply. */
            draft_reply?: string | null;
            /** @description Fields as plain values; `null` clears one, what is not named stays. */
            fields?: components["schemas"]["FieldEdits"];
            /**
             * Format: int64
             * @description The version that was read; a stale one is refused with 409.
             */
            version: number;
        };
        /** @description What somebody, or a reply, changed of an enquiry. */
        EnquiryEvent: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Field by field. */
            changes: components["schemas"]["Change"][];
            /** @description The mail that did; absent when a person did. */
            message_id?: string | null;
            /** @description The user who did; absent when the traveller wrote. */
            user_id?: string | null;
        };
        /**
         * @description How far an enquiry has come (`product.md` section 4).
         * @enum {string}
         */
        EnquiryState: "new" | "needs_info" | "qualified" | "quoted" | "won" | "lost" | "rejected" | "spam";
        /** @description An enquiry as the API shows it: the fields stand together under `fields` and once more beside them by their names. */
        EnquiryView: components["schemas"]["Fields"] & {
            /** @description Address of the consultant who looks after it. */
            assigned_to?: string | null;
            /** @description What the first mail was. */
            class: components["schemas"]["Class"];
            /** @description The client who asks. */
            client_id?: string | null;
            /**
             * Format: date-time
             * @description When it came.
             */
            created_at: string;
            /** @description Drafted reply that asks for them. */
            draft_reply?: string | null;
            /** @description What was understood. */
            fields: components["schemas"]["Fields"];
            /** @description The closed enquiry that this one follows. */
            follows?: string | null;
            /** @description What was changed since it came, oldest first. */
            history: components["schemas"]["EnquiryEvent"][];
            /** @description UUID. */
            id: string;
            /** @description The mails it consists of, oldest first. */
            message_ids: string[];
            /** @description Required fields that are not known. */
            missing: string[];
            /** @description Its quote, once there is one. */
            quote_id?: string | null;
            /**
             * Format: date-time
             * @description When its first quote was made.
             */
            quoted_at?: string | null;
            /** @description Why it was rejected or lost. */
            reason?: string | null;
            /** @description What consultants wrote, oldest first. */
            replies: components["schemas"]["Reply"][];
            /** @description Where it came from: the mailbox that was written to, or what a person entered, such as `phone`. */
            source: string;
            /** @description How far it has come. */
            state: components["schemas"]["EnquiryState"];
            /** @description Subject of the first mail. */
            subject: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description For optimistic changes.
             */
            version: number;
        };
        /** @description What an authenticator app is told. */
        Enrolment: {
            /** @description The secret in base 32, for typing. */
            secret: string;
            /** @description The same as an `otpauth:` address, for a QR code. */
            uri: string;
        };
        /**
         * @description What to do with a night that has no period: a consultant's explicit choice.
         * @enum {string}
         */
        EstimateChoice: "none" | "last_season";
        /** @description What came of them. */
        Evaluation: {
            figures: components["schemas"]["EvaluationFigures"];
            outcomes: components["schemas"]["Outcome"][];
        };
        /** @description The figures of a set of cases, each from 0 to 1. */
        EvaluationFigures: {
            /**
             * Format: double
             * @description Share of the questions not answered that are unanswerable.
             */
            abstention_precision: number;
            /**
             * Format: double
             * @description Share of unanswerable questions that were not answered.
             */
            abstention_recall: number;
            /**
             * Format: double
             * @description Share of answerable questions whose answer contains the fact.
             */
            answered: number;
            /** @description Cases in all. */
            cases: number;
            /**
             * Format: double
             * @description Share of answerable questions whose document came first.
             */
            hit_at_1: number;
            /**
             * Format: double
             * @description Share of answerable questions whose document was among the first five.
             */
            hit_at_5: number;
        };
        /** @description A value and why we believe it. */
        Evidence_Board: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            /**
             * @description Which meals are included.
             * @enum {string}
             */
            value: "room_only" | "bed_and_breakfast" | "half_board" | "full_board" | "all_inclusive" | "self_catering";
        };
        /** @description A value and why we believe it. */
        Evidence_Budget: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            /** @description What it may cost. */
            value: {
                /**
                 * @description The amount, or the lower end of a range.
                 * @example 80000
                 */
                amount: string;
                /** @description What the amount is for. */
                basis: components["schemas"]["BudgetBasis"];
                /** @description Stated, or the tenant's own when the mail gives none. */
                currency: components["schemas"]["Currency"];
                /** @description The upper end of a range. */
                max?: string | null;
            };
        };
        /** @description A value and why we believe it. */
        Evidence_Dates: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            /** @description When the party travels. */
            value: {
                /**
                 * Format: date
                 * @description First night.
                 */
                check_in: string;
                /**
                 * Format: date
                 * @description Morning after the last night.
                 */
                check_out: string;
                /** @enum {string} */
                kind: "exact";
            } | {
                /**
                 * Format: date
                 * @description Earliest first night.
                 */
                earliest: string;
                /** @enum {string} */
                kind: "window";
                /**
                 * Format: date
                 * @description Latest morning after.
                 */
                latest: string;
            } | {
                /** @enum {string} */
                kind: "month";
                /**
                 * @description `YYYY-MM`.
                 * @example 2027-07
                 */
                month: string;
            };
        };
        /** @description A value and why we believe it. */
        Evidence_String: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            value: string;
        };
        /** @description A value and why we believe it. */
        Evidence_Vec_Room: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            value: {
                /**
                 * Format: int32
                 * @description Adults in the room.
                 */
                adults: number;
                /** @description Age of each child in years, at check-in. */
                child_ages?: number[];
            }[];
        };
        /** @description A value and why we believe it. */
        Evidence_Vec_String: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            value: string[];
        };
        /** @description A value and why we believe it. */
        Evidence_Vec_u8: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            value: number[];
        };
        /** @description A value and why we believe it. */
        Evidence_bool: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            value: boolean;
        };
        /** @description A value and why we believe it. */
        Evidence_u32: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            /** Format: int32 */
            value: number;
        };
        /** @description A value and why we believe it. */
        Evidence_u8: {
            /** @description 0 to 1. */
            confidence: components["schemas"]["Confidence"];
            /** @description Whether the traveller said it. */
            origin: components["schemas"]["Origin"];
            source?: components["schemas"]["Source"] | null;
            /** Format: int32 */
            value: number;
        };
        Exact: string;
        /** @description Something that is sold beside the room. */
        Extra: {
            /** @description Short code, unique. */
            code: string;
            /** @description Currency of the price (ISO 4217). */
            currency: components["schemas"]["Currency"];
            /** @description For people. */
            name: string;
            /** @description Whether the traveller may leave it out; then it stands outside the total. */
            optional?: boolean;
            /**
             * @description What the traveller pays for one unit; no markup is added.
             * @example 450.00
             */
            price: string;
            /** @description What the price is for. */
            unit: components["schemas"]["ExtraUnit"];
        };
        /**
         * @description How an extra is treated.
         * @enum {string}
         */
        ExtraChoice: "included" | "optional" | "left_out";
        /** @description How one extra is treated. */
        ExtraEdit: {
            /** @description How. */
            choice: components["schemas"]["ExtraChoice"];
            /** @description Its code. */
            code: string;
        };
        /** @description How an extra's amount came about. */
        ExtraTrace: {
            /** @description The extra's code. */
            code: string;
            /** @description Currency of the price. */
            currency: components["schemas"]["Currency"];
            fx?: components["schemas"]["FxTrace"] | null;
            /**
             * Format: int32
             * @description Nights of the stay.
             */
            nights: number;
            /**
             * Format: int32
             * @description Everybody who travels.
             */
            people: number;
            /** @description Price for one unit. */
            price: string;
            /** @description The one rounding of the line. */
            rounding: components["schemas"]["RoundingTrace"];
            /** @description `price` × `units`. */
            subtotal: components["schemas"]["Exact"];
            /** @description What its price is for. */
            unit: components["schemas"]["ExtraUnit"];
            /**
             * Format: int32
             * @description Units charged.
             */
            units: number;
        };
        /**
         * @description What an extra's price is for.
         * @enum {string}
         */
        ExtraUnit: "person" | "booking" | "night" | "person_night";
        /** @description A text to be understood. */
        ExtractRequest: {
            /** @description The sender: an address, or a name with one in angle brackets. */
            from?: string | null;
            /**
             * Format: date-time
             * @description When it was written; now when absent. Relative dates count from here.
             */
            received_at?: string | null;
            /** @description Subject line. */
            subject?: string;
            /** @description The text, without history or signature. */
            text: string;
        };
        /** @description What was understood of a text: the fields together under `fields` and once more beside them by their names. */
        Extracted: components["schemas"]["Fields"] & {
            /** @description What the text is. */
            class: components["schemas"]["Class"];
            /** @description Who read it. */
            extractor: components["schemas"]["Extractor"];
            /** @description What was understood. */
            fields: components["schemas"]["Fields"];
            /** @description Required fields that it does not tell. */
            missing: string[];
        };
        /**
         * @description Who read a mail.
         * @enum {string}
         */
        Extractor: "grammar" | "bedrock";
        /** @description What may be added to a stay. */
        Extras: {
            /** @description In the order they are shown. */
            items: components["schemas"]["Extra"][];
        };
        /** @description What somebody thinks of an answer. */
        Feedback: {
            /** @description In their own words. */
            comment?: string | null;
            /** @description Whether it helped. */
            helpful: boolean;
            /** @description The `id` of the answer. */
            id: string;
        };
        /** @description One value before and after. */
        FieldDiff: {
            /** @description After. */
            after: unknown;
            /** @description Before. */
            before: unknown;
            /** @description Its name. */
            field: string;
        };
        /** @description Fields as a person enters them: plain values, `null` to clear one, nothing to leave it. */
        FieldEdits: {
            /**
             * Format: int32
             * @description How many adults.
             * @default null
             */
            adults: number | null;
            /** @default null */
            board: components["schemas"]["Board"] | null;
            /** @default null */
            budget: components["schemas"]["Budget"] | null;
            /**
             * @description Their ages in years.
             * @default null
             */
            child_ages: number[] | null;
            /**
             * Format: int32
             * @description How many children.
             * @default null
             */
            children: number | null;
            /**
             * @description Who asks.
             * @default {
             *       "name": null,
             *       "email": null,
             *       "phone": null
             *     }
             */
            contact: components["schemas"]["ContactEdits"];
            /** @default null */
            dates: components["schemas"]["Dates"] | null;
            /**
             * @description Where to, in the order wished for.
             * @default null
             */
            destinations: string[] | null;
            /**
             * @description What they like to do.
             * @default null
             */
            interests: string[] | null;
            /**
             * Format: int32
             * @description How many nights.
             * @default null
             */
            nights: number | null;
            /**
             * @description Where from.
             * @default null
             */
            origin: string | null;
            /**
             * @description Hotels by name.
             * @default null
             */
            requested_hotels: string[] | null;
            /**
             * Format: int32
             * @description How many rooms.
             * @default null
             */
            room_count: number | null;
            /**
             * @description The party by rooms.
             * @default null
             */
            rooms: components["schemas"]["Room"][] | null;
            /**
             * @description Anything else.
             * @default null
             */
            special_requests: string | null;
            /**
             * Format: int32
             * @description Least star rating.
             * @default null
             */
            stars: number | null;
        };
        /** @description One bad field of an input, named as the caller wrote it (`rooms[1].adults`). */
        FieldError: {
            /** @description Path of the field in the caller's own words; empty for the body as a whole. */
            field: string;
            /** @description A lowercase fact: what is wrong with it. */
            message: string;
        };
        /** @description Everything understood of an enquiry. Absent is not known. */
        Fields: {
            /** @default null */
            adults: components["schemas"]["Evidence_u32"] | null;
            /** @default null */
            board: components["schemas"]["Evidence_Board"] | null;
            /** @default null */
            budget: components["schemas"]["Evidence_Budget"] | null;
            /** @default null */
            child_ages: components["schemas"]["Evidence_Vec_u8"] | null;
            /** @default null */
            children: components["schemas"]["Evidence_u32"] | null;
            /**
             * @description Who asks.
             * @default {}
             */
            contact: components["schemas"]["Contact"];
            /** @default null */
            dates: components["schemas"]["Evidence_Dates"] | null;
            /** @default null */
            destinations: components["schemas"]["Evidence_Vec_String"] | null;
            /** @default null */
            interests: components["schemas"]["Evidence_Vec_String"] | null;
            /** @default null */
            is_travel_enquiry: components["schemas"]["Evidence_bool"] | null;
            /** @default null */
            nights: components["schemas"]["Evidence_u32"] | null;
            /** @default null */
            origin: components["schemas"]["Evidence_String"] | null;
            /** @default null */
            requested_hotels: components["schemas"]["Evidence_Vec_String"] | null;
            /** @default null */
            room_count: components["schemas"]["Evidence_u32"] | null;
            /** @default null */
            rooms: components["schemas"]["Evidence_Vec_Room"] | null;
            /** @default null */
            special_requests: components["schemas"]["Evidence_String"] | null;
            /** @default null */
            stars: components["schemas"]["Evidence_u8"] | null;
        };
        /** @description The figures of some enquiries. */
        Figures: {
            /**
             * @description Won out of those that came in, in percent.
             * @example 12.5
             */
            conversion_pct?: string | null;
            /**
             * Format: int32
             * @description How many came in, spam left out.
             */
            enquiries: number;
            /**
             * Format: int32
             * @description How many were lost.
             */
            lost: number;
            /**
             * Format: int64
             * @description Seconds from an enquiry to its first quote: the one in the middle.
             */
            median_seconds_to_quote?: number | null;
            /**
             * Format: int32
             * @description How many wait for information.
             */
            needs_info: number;
            /**
             * Format: int32
             * @description How many were quoted.
             */
            quoted: number;
            /**
             * Format: int32
             * @description How many were turned down.
             */
            rejected: number;
            /** @description What was sold, by currency. */
            sold: components["schemas"]["Sold"][];
            /**
             * Format: int32
             * @description How many were won.
             */
            won: number;
        };
        /** @description A file inside a JSON body. */
        File: {
            /** @description Its bytes in base64. */
            data: string;
            /** @description Its name; the ending tells its format. */
            name: string;
        };
        /**
         * @description One finding of SES.
         * @enum {string}
         */
        Finding: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
        /** @description Whose password was forgotten. */
        Forgotten: {
            /** @description Address of the user. */
            email: string;
        };
        /**
         * @description How a text is written.
         * @enum {string}
         */
        Format: "markdown" | "text" | "html";
        /** @description The pipeline over some days. */
        Funnel: {
            /** @description By the consultant who looks after them. */
            by_consultant: components["schemas"]["Group"][];
            /** @description By the place asked for first. */
            by_destination: components["schemas"]["Group"][];
            /** @description By where they came from. */
            by_source: components["schemas"]["Group"][];
            /** @description Of all enquiries. */
            total: components["schemas"]["Figures"];
        };
        /** @description The pipeline over some days. */
        FunnelView: components["schemas"]["Funnel"] & {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        /** @description What one unit of a currency costs in another. */
        FxRate: {
            /**
             * @description When the rate was noted: RFC 3339, or a date.
             * @example 2027-03-01T09:00:00Z
             */
            as_of: string;
            /** @description Currency of the sheet. */
            from: components["schemas"]["Currency"];
            /**
             * @description Units of `to` for one unit of `from`.
             * @example 18.4275
             */
            rate: string;
            /** @description Who noted it, such as a bank. */
            source: string;
            /** @description Currency of the quote. */
            to: components["schemas"]["Currency"];
        };
        /** @description Exchange rates. */
        FxRates: {
            /** @description One entry a direction. */
            rates: components["schemas"]["FxRate"][];
            /** @description What to look at: rates that are old, or missing for a currency of the rate sheet. Ignored in a body. */
            warnings?: components["schemas"]["FxWarning"][];
        };
        /** @description Exchange into the display currency. */
        FxTrace: {
            /** @description When it was noted. */
            as_of: string;
            /** @description Percent added to the rate. */
            buffer_pct: string;
            /** @description `rate` × (1 + `buffer_pct` / 100). */
            effective: components["schemas"]["Exact"];
            /** @description Currency before. */
            from: components["schemas"]["Currency"];
            /** @description Units of `to` for one unit of `from`. */
            rate: string;
            /** @description Who noted the rate. */
            source: string;
            /** @description Currency after. */
            to: components["schemas"]["Currency"];
        };
        /** @description An exchange rate that somebody should look at. */
        FxWarning: {
            /**
             * Format: int64
             * @description Whole days since it was noted; absent for one that is missing.
             */
            age_days?: number | null;
            /** @description Currency of the sheet. */
            from: components["schemas"]["Currency"];
            /** @description Why. */
            reason: components["schemas"]["FxWarningReason"];
            /** @description Currency of the quote. */
            to: components["schemas"]["Currency"];
        };
        /**
         * @description Why an exchange rate should be looked at.
         * @enum {string}
         */
        FxWarningReason: "old" | "ahead" | "missing";
        /** @description How a person closes a gap. */
        GapAnswer: {
            /** @description The answer, which becomes the text of a draft document. */
            answer: string;
            /** @description Its category. */
            category?: string | null;
            /** @description What an answer must contain from now on; the whole answer when absent. */
            fact?: string | null;
            /** @description Title of the draft; the question when absent. */
            title?: string | null;
            /** @description Who may be told; staff when absent. */
            visibility?: components["schemas"]["Visibility"];
        };
        /** @description Enquiries that have something in common. */
        Group: components["schemas"]["Figures"] & {
            /** @description What they have in common; empty when it is not known. */
            name: string;
        };
        /** @description Somebody who travels. */
        Guest: {
            /**
             * Format: int32
             * @description A child's age at check-in; absent for an adult.
             */
            age?: number | null;
            /** @description Name as in the passport; empty until known. */
            name?: string;
            /**
             * Format: int32
             * @description Which room, from 1.
             */
            room: number;
        };
        /** @description How a function is. */
        Health: {
            checks?: components["schemas"]["Checks"] | null;
            /** @description `ok`, or `degraded` while it does without the cache. */
            status: string;
        };
        /** @description The helper that answers questions. */
        HelpdeskSettings: {
            /**
             * @description Whether a question that came by mail may be answered without a person.
             * @default off
             */
            auto_reply: components["schemas"]["AutoReply"];
            /**
             * @description Whether it works.
             * @default true
             */
            enabled: boolean;
            /**
             * @description How it sounds.
             * @default friendly
             */
            tone: components["schemas"]["Tone"];
        };
        /** @description One passage. */
        HitView: {
            document_id: string;
            passage_id: string;
            /**
             * Format: float
             * @description How much it has to do with the query, from 0 to 1.
             */
            score: number;
            text: string;
            title: string;
        };
        /** @description Passages, best first. */
        Hits: {
            hits: components["schemas"]["HitView"][];
        };
        /** @description A hotel of the sheet. */
        Hotel: {
            /** @description In which country. */
            country: string;
            /** @description Where it is. */
            destination: string;
            /** @description Its name. */
            name: string;
            /** @description Its room types, by name. */
            room_types: string[];
            /**
             * Format: int32
             * @description Star rating.
             */
            stars: number;
        };
        /** @description Every hotel of the sheet. */
        Hotels: {
            /** @description By name. */
            items: components["schemas"]["Hotel"][];
            /** @description Always `null`: all of them are here. */
            next_cursor?: string | null;
        };
        /** @description What an import did, or would have done. */
        ImportReport: {
            /** @description Whether it was only a check. */
            dry_run: boolean;
            /** @description Every bad row with its line and reason; one is enough for nothing to be taken. */
            errors: components["schemas"]["RowError"][];
            /** @description Rows of the sheet that count now. */
            imported: number;
        };
        /** @description An invitation taken up. */
        InvitationAcceptance: {
            /** @description Name to be known by; the invitation's when absent or blank. */
            name?: string | null;
            /** @description The password they choose. */
            password: string;
            /** @description Token of the mailed link. */
            token: string;
        };
        /** @description An invitation as the agency's admins see it. */
        InvitationView: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description Who is invited. */
            email: string;
            /**
             * Format: date-time
             * @description When it can no longer be taken up, unless it is mailed again.
             */
            expires_at: string;
            /** @description UUID. */
            id: string;
            /** @description Name of who invited. */
            invited_by: string;
            /** @description Their name. */
            name: string;
            /** @description What they will be allowed to do. */
            role: components["schemas"]["Role"];
        };
        /** @description Who is to be invited. */
        Invitee: {
            /** @description Address the mail goes to, and that they will sign in with. */
            email: string;
            /** @description Their name, 1 to 120 characters; they may change it. */
            name: string;
            /** @description What they will be allowed to do. */
            role: components["schemas"]["Role"];
        };
        /** @description Feedback as it was kept. */
        Kept: {
            comment?: string | null;
            helpful: boolean;
            id: string;
        };
        /** @description How one kind of news is told to one user. */
        KindWish: {
            /** @description Whether it is listed in the API and the console. */
            app: boolean;
            /** @description Of what kind. */
            kind: components["schemas"]["NotificationKind"];
            /** @description Whether it comes by mail. */
            mail: components["schemas"]["MailWish"];
        };
        /** @description Knowledge base settings. */
        Knowledge: {
            /**
             * @description Categories that documents may have; any when empty.
             * @default []
             */
            categories: string[];
        };
        /**
         * @description Language of quotes and mails.
         * @enum {string}
         */
        Language: "en" | "de" | "fr" | "es" | "pt" | "nl";
        /** @description One line of an option. */
        Line: {
            /** @description What the traveller pays, rounded once, in the display currency. */
            amount: components["schemas"]["Money"];
            /** @description For people. */
            description: string;
            /** @description What the line is for. */
            kind: components["schemas"]["LineKind"];
            /** @description What the agency owes its supplier, in the rate sheet's currency. */
            net: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description Which room, from 1.
             */
            room?: number | null;
            /** @description How the amount came about. */
            trace: components["schemas"]["Trace"];
        };
        /** @description One line before and after. */
        LineDiff: {
            after?: components["schemas"]["Money"] | null;
            before?: components["schemas"]["Money"] | null;
            /** @description What it says. */
            description: string;
        };
        /** @description Why a document was refused. */
        LineError: {
            /** @description The field that is wrong; empty when the whole is. */
            field: string;
            /**
             * Format: int64
             * @description Line of the file, from 1.
             */
            line: number;
            /** @description What is wrong with it. */
            message: string;
        };
        /**
         * @description What a line is for.
         * @enum {string}
         */
        LineKind: "accommodation" | "extra" | "rounding" | "own" | "own_arrangement";
        /** @description Where to see a quote. */
        Links: {
            /** @description Its PDF. */
            pdf: string;
            /** @description The same page for the agency's own eyes, whatever the state: nothing can be answered there, and it counts as no view. */
            preview?: string | null;
            /** @description The traveller's page; absent until the traveller may have it. */
            public?: string | null;
        };
        /** @description A part of a list. */
        Listing_Asked: {
            /** @description The records. */
            items: {
                /** @description Whether nothing answered it. */
                abstained: boolean;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description What the asker thought of the answer. */
                helpful?: boolean | null;
                /** @description UUID. */
                id: string;
                /** @description What it is about. */
                kind: components["schemas"]["QuestionKind"];
                /** @description How it was answered. */
                method?: string;
                /** @description In the asker's words. */
                question: string;
                /** @description Titles of the documents cited. */
                titles: string[];
                /**
                 * Format: double
                 * @description How long the answer took, in milliseconds.
                 */
                total_ms?: number;
                /** @description Who asked. */
                user_id: string;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_AuditEntry: {
            /** @description The records. */
            items: {
                /** @description What was done. */
                action: components["schemas"]["AuditAction"];
                /** @description Who did it. */
                actor: components["schemas"]["AuditActor"];
                /** @description Where the request came from, as the gateway saw it. */
                address?: string | null;
                /**
                 * Format: date-time
                 * @description When it was done.
                 */
                at: string;
                /** @description Fields that changed, by their paths. */
                changed?: string[];
                /** @description UUIDv7: the log by id is the log by time. */
                id: string;
                /** @description The request that did it, as in the logs. */
                request_id: string;
                /** @description The record it was done to: a user's id, a mailbox, a slug. */
                subject?: string | null;
                tenant_id?: components["schemas"]["Slug"] | null;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_BookingView: {
            /** @description The records. */
            items: {
                /** Format: date-time */
                confirmed_at?: string | null;
                /** Format: date-time */
                created_at: string;
                enquiry_id: string;
                id: string;
                /** @description Who accepted. */
                lead: components["schemas"]["Traveller"];
                /** @description The quote's number, which is the booking's, too. */
                number: string;
                /**
                 * Format: int32
                 * @description Which option was accepted, from 1.
                 */
                option: number;
                payments: components["schemas"]["Payment"][];
                quote_id: string;
                recheck?: components["schemas"]["Recheck"] | null;
                /** Format: int32 */
                revision: number;
                state: components["schemas"]["BookingState"];
                stay: components["schemas"]["BookedStay"];
                total: components["schemas"]["Money"];
                travellers: components["schemas"]["Guest"][];
                /** Format: date-time */
                updated_at: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Client: {
            /** @description The records. */
            items: {
                /**
                 * Format: date-time
                 * @description When they first asked.
                 */
                created_at: string;
                /** @description Their address, in lower case. */
                email: string;
                /** @description UUID. */
                id: string;
                /**
                 * Format: date-time
                 * @description When they last asked.
                 */
                last_enquiry_at: string;
                /** @description Their name as last told; empty when nobody told. */
                name: string;
                /** @description Telephone number in E.164. */
                phone?: string | null;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Document: {
            /** @description The records. */
            items: {
                /** @description One of the agency's categories. */
                category?: string | null;
                /**
                 * Format: date-time
                 * @description When it was added.
                 */
                created_at: string;
                /** @description The caller's own id; adding a document under it again replaces this one. */
                external_id?: string | null;
                /** @description How the text is written. */
                format: components["schemas"]["Format"];
                /** @description UUID. */
                id: string;
                /**
                 * Format: int32
                 * @description Passages it was divided into.
                 */
                passages: number;
                /** @description Whether it is used. */
                state?: components["schemas"]["DocumentState"];
                /** @description For people. */
                title: string;
                /**
                 * Format: date-time
                 * @description When it was last changed.
                 */
                updated_at: string;
                /**
                 * Format: date
                 * @description First day it holds.
                 */
                valid_from?: string | null;
                /**
                 * Format: date
                 * @description Last day it holds.
                 */
                valid_to?: string | null;
                /**
                 * Format: int64
                 * @description Raised by one on every change.
                 */
                version: number;
                /** @description Who may be told of it. */
                visibility: components["schemas"]["Visibility"];
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_EnquiryView: {
            /** @description The records. */
            items: (components["schemas"]["Fields"] & {
                /** @description Address of the consultant who looks after it. */
                assigned_to?: string | null;
                /** @description What the first mail was. */
                class: components["schemas"]["Class"];
                /** @description The client who asks. */
                client_id?: string | null;
                /**
                 * Format: date-time
                 * @description When it came.
                 */
                created_at: string;
                /** @description Drafted reply that asks for them. */
                draft_reply?: string | null;
                /** @description What was understood. */
                fields: components["schemas"]["Fields"];
                /** @description The closed enquiry that this one follows. */
                follows?: string | null;
                /** @description What was changed since it came, oldest first. */
                history: components["schemas"]["EnquiryEvent"][];
                /** @description UUID. */
                id: string;
                /** @description The mails it consists of, oldest first. */
                message_ids: string[];
                /** @description Required fields that are not known. */
                missing: string[];
                /** @description Its quote, once there is one. */
                quote_id?: string | null;
                /**
                 * Format: date-time
                 * @description When its first quote was made.
                 */
                quoted_at?: string | null;
                /** @description Why it was rejected or lost. */
                reason?: string | null;
                /** @description What consultants wrote, oldest first. */
                replies: components["schemas"]["Reply"][];
                /** @description Where it came from: the mailbox that was written to, or what a person entered, such as `phone`. */
                source: string;
                /** @description How far it has come. */
                state: components["schemas"]["EnquiryState"];
                /** @description Subject of the first mail. */
                subject: string;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updated_at: string;
                /**
                 * Format: int64
                 * @description For optimistic changes.
                 */
                version: number;
            })[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_InvitationView: {
            /** @description The records. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                created_at: string;
                /** @description Who is invited. */
                email: string;
                /**
                 * Format: date-time
                 * @description When it can no longer be taken up, unless it is mailed again.
                 */
                expires_at: string;
                /** @description UUID. */
                id: string;
                /** @description Name of who invited. */
                invited_by: string;
                /** @description Their name. */
                name: string;
                /** @description What they will be allowed to do. */
                role: components["schemas"]["Role"];
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Mailbox: {
            /** @description The records. */
            items: {
                /** @description The address, in lower case and without a tag. */
                address: string;
                /**
                 * Format: date-time
                 * @description When it was added.
                 */
                created_at: string;
                /** @description Whether it is the one that the agency began with, and keeps. */
                is_default?: boolean;
                /** @description The agency it leads to. */
                tenant_id: components["schemas"]["Slug"];
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Message: {
            /** @description The records. */
            items: {
                /** @description Listed, never opened. */
                attachments: components["schemas"]["Attachment"][];
                /** @description What the mail is. */
                class: components["schemas"]["Class"];
                /**
                 * Format: date-time
                 * @description The mail's own date, as its sender's clock had it.
                 */
                date?: string | null;
                /** @description The enquiry it opened or belongs to. */
                enquiry_id?: string | null;
                /** @description Envelope sender; empty for a null return path. */
                envelope_from?: string;
                /** @description Envelope recipients. */
                envelope_to?: string[];
                /** @description The sender's bare address; absent when the mail names none, or several. */
                from?: string | null;
                /** @description The sender's display name, on one line. */
                from_name?: string | null;
                /** @description UUIDv7. */
                id: string;
                /** @description `In-Reply-To`, without angle brackets. */
                in_reply_to?: string[];
                /** @description What was cut short or looked wrong. */
                marks?: components["schemas"]["Mark"][];
                /** @description Where the raw mail lies. */
                raw_key: string;
                /**
                 * Format: date-time
                 * @description When SES took it.
                 */
                received_at: string;
                /** @description `References`, oldest first, without angle brackets. */
                references?: string[];
                /** @description `Message-ID` without angle brackets; with the tenant the second key of deduplication. */
                rfc_message_id?: string | null;
                /** @description SES's id of the delivery; with the tenant the first key of deduplication. */
                ses_message_id: string;
                /** @description What was cut off as the signature; names and numbers may still be read from it. */
                signature?: string;
                /**
                 * Format: int64
                 * @description Raw size in bytes.
                 */
                size: number;
                /** @description How far it has come. */
                state: components["schemas"]["MessageState"];
                /** @description One record per step of the pipeline, in order. */
                steps: components["schemas"]["Step"][];
                /** @description On one line, decoded. */
                subject: string;
                /** @description The newest part only: no quoted history, no signature. */
                text: string;
                /** @description The conversation it belongs to. */
                thread_id: string;
                /** @description The helpdesk ticket it opened or belongs to. */
                ticket_id?: string | null;
                /** @description Bare addresses of `To` and `Cc`, each once. */
                to: string[];
                /** @description What SES found out about it. */
                verdicts: components["schemas"]["Verdicts"];
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Notification: {
            /** @description The records. */
            items: {
                /**
                 * Format: date-time
                 * @description When it came.
                 */
                created_at: string;
                /** @description UUID. */
                id: string;
                /** @description What it is about. */
                kind: components["schemas"]["NotificationKind"];
                /** @description Ids of the users who have read it. */
                read_by?: string[];
                /** @description Record it leads to: an enquiry or a quote. */
                subject_id: string;
                /** @description For people. */
                text: string;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_QuoteSummary: {
            /** @description The records. */
            items: {
                /** @description The booking that came of it. */
                booking_id?: string | null;
                /** Format: date-time */
                created_at: string;
                enquiry_id: string;
                id: string;
                links: components["schemas"]["Links"];
                main_hotel?: string | null;
                main_total?: components["schemas"]["Money"] | null;
                number: string;
                /**
                 * Format: int32
                 * @description The revision that the traveller can accept now.
                 */
                offered?: number | null;
                /** @description Why it was not sent by itself. */
                reasons: string[];
                /**
                 * Format: int32
                 * @description The revision that counts.
                 */
                revision: number;
                sending?: components["schemas"]["QuoteSending"] | null;
                /** @description State of the revision that counts: the accepted one, or else the latest. */
                state: components["schemas"]["QuoteState"];
                traveller: components["schemas"]["Traveller"];
                /** Format: date-time */
                updated_at: string;
                /** Format: date */
                valid_until: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_RateRecord: {
            /** @description The records. */
            items: (components["schemas"]["RateRow"] & {
                /** @description Id of the row, made of hotel, room type, board and first night; ignored in a body. */
                readonly id?: string;
            })[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Regression: {
            /** @description The records. */
            items: {
                /** @description The question and what its answer must contain. */
                case: components["schemas"]["Case"];
                /**
                 * Format: date-time
                 * @description When it was closed.
                 */
                created_at: string;
                /** @description UUID; that of the gap it closed. */
                id: string;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_SessionView: {
            /** @description The records. */
            items: {
                /** @description The address it began from. */
                address?: string | null;
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                created_at: string;
                /** @description Whether it is the one that asks. */
                current: boolean;
                /** @description Browser and system, or what the program calls itself. */
                device: string;
                /**
                 * Format: date-time
                 * @description When it ends by itself.
                 */
                expires_at: string;
                /** @description UUID. */
                id: string;
                /**
                 * Format: date-time
                 * @description When it was renewed last.
                 */
                refreshed_at: string;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Tenant: {
            /** @description The records. */
            items: {
                /** @description What the agency has set up. */
                config: components["schemas"]["Config"];
                /**
                 * Format: date-time
                 * @description When it was provisioned.
                 */
                created_at: string;
                /** @description The slug, unique for ever. */
                id: components["schemas"]["Slug"];
                /** @description Name people know the agency by. */
                name: string;
                /** @description Whether it may work. */
                status: components["schemas"]["Status"];
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updated_at: string;
                /**
                 * Format: int64
                 * @description Raised by one on every change; a stale one is refused with 409.
                 */
                version: number;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_Ticket: {
            /** @description The records. */
            items: {
                /** @description Who works on it. */
                assignee_id?: string | null;
                /** Format: date-time */
                created_at: string;
                draft?: components["schemas"]["Draft"] | null;
                /** @description UUID. */
                id: string;
                /** @description The mail it came by. */
                message_id?: string | null;
                /** @description The `id` of the answer that led to it. */
                question_id?: string | null;
                /** @description What was written since. */
                replies: components["schemas"]["TicketReply"][];
                /** @description Address that asked by mail. */
                requester?: string | null;
                /** @description Where it stands. */
                state: components["schemas"]["TicketState"];
                /** @description In a few words. */
                subject: string;
                /** @description The question. */
                text: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Who opened it; absent when it came by mail. */
                user_id?: string | null;
                /**
                 * Format: int64
                 * @description Raised by one on every change.
                 */
                version: number;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_UnroutedMail: {
            /** @description The records. */
            items: {
                /** @description Envelope sender. */
                from: string;
                /** @description SES's id of it. */
                id: string;
                /**
                 * Format: date-time
                 * @description When it came.
                 */
                received_at: string;
                /** @description Its subject. */
                subject: string;
                /** @description Envelope recipients. */
                to: string[];
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description A part of a list. */
        Listing_UserView: {
            /** @description The records. */
            items: {
                /**
                 * Format: date-time
                 * @description When they joined.
                 */
                created_at: string;
                /** @description Address they sign in with. */
                email: string;
                /** @description UUID. */
                id: string;
                /** @description Name shown. */
                name: string;
                /** @description What they may do. */
                role: components["schemas"]["Role"];
                /** @description Whether a code is asked for when they sign in. */
                totp_enabled: boolean;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description Address and password. */
        Login: {
            /** @description Whether the refresh token is to come in a cookie instead of the body. */
            cookie?: boolean | null;
            /**
             * @description Address of the user.
             * @example thandi@sunbird.example
             */
            email: string;
            /** @description Their password. */
            password: string;
            /** @description A code of their authenticator app, or a recovery code, where they have set one up. */
            totp?: string | null;
        };
        /** @description Where the logo is shown from. */
        Logo: {
            /** @description Its path under the API's own name, as in `config.branding.logo_url`. */
            logo_url: string;
            /**
             * Format: int64
             * @description The agency's version with it.
             */
            version: number;
        };
        /** @description A session to end, unless it is the one of the access token or of the cookie. */
        Logout: {
            /** @description Its refresh token: signs out even when the access token has run out. */
            refresh_token?: string | null;
        };
        /** @description Where a mail belongs. */
        MailDestination: {
            /** @description The agency. */
            tenant_id: string;
        };
        /** @description Where an address leads. */
        MailLookup: {
            /** @description The address as it was asked for, in lower case. */
            address: string;
            /** @description The mailbox that it leads to. */
            mailbox: string;
            /** @description Whether the agency may work. */
            status: components["schemas"]["Status"];
            /** @description The agency. */
            tenant_id: components["schemas"]["Slug"];
        };
        /** @description What became of a mail that was routed by hand. */
        MailRouted: {
            /** @description What kind of message. */
            class?: string | null;
            /** @description The message it became; absent when the agency has it already. */
            message_id?: string | null;
            /** @description The agency. */
            tenant_id: components["schemas"]["Slug"];
        };
        /** @description Whether anything waits. */
        MailStatus: {
            /**
             * Format: int64
             * @description Jobs that failed three times.
             */
            dead_letters: number;
            /**
             * Format: int64
             * @description Jobs at work.
             */
            in_flight: number;
            /**
             * Format: date-time
             * @description When the oldest of them was promised.
             */
            oldest?: string | null;
            /**
             * Format: int64
             * @description How long ago that was, in seconds.
             */
            oldest_seconds?: number | null;
            /** @description Mails of which nobody knows whether they left, up to a thousand. */
            open_sends: number;
            /** @description Jobs that were promised and are not done, up to a thousand. */
            pending_jobs: number;
            /**
             * Format: int64
             * @description Jobs in the queue.
             */
            queue_depth: number;
            /** @description Mail for nobody, up to a thousand. */
            unrouted: number;
        };
        /**
         * @description Which news comes by mail.
         * @enum {string}
         */
        MailWish: "none" | "mine" | "all";
        /** @description An address that leads to a tenant. */
        Mailbox: {
            /** @description The address, in lower case and without a tag. */
            address: string;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
            /** @description Whether it is the one that the agency began with, and keeps. */
            is_default?: boolean;
            /** @description The agency it leads to. */
            tenant_id: components["schemas"]["Slug"];
        };
        /** @description An amount set by hand, for one room or one extra. */
        ManualPrice: {
            /**
             * @description What the traveller pays, in the display currency.
             * @example 12500.00
             */
            amount: string;
            /** @description Code of the extra. */
            extra?: string | null;
            /** @description Why. */
            reason: string;
            /**
             * Format: int32
             * @description Which room, from 1.
             */
            room?: number | null;
        };
        /** @description An amount that a consultant set in place of the computed one. */
        ManualTrace: {
            /** @description How the computed amount came about. */
            computed: components["schemas"]["Trace"];
            /** @description The amount that was computed. */
            instead_of: components["schemas"]["Money"];
            /** @description Why it was set. */
            reason: string;
        };
        /**
         * @description What was cut short or looked wrong. A marked message is kept all the same.
         * @enum {string}
         */
        Mark: "too_large" | "too_deep" | "too_many_parts" | "too_many_headers" | "text_truncated" | "no_sender" | "several_senders" | "bad_address" | "bad_encoding" | "from_html";
        /** @description One inbound mail of one tenant, as stored and as the API shows it (`contract.md`, "A message"). */
        Message: {
            /** @description Listed, never opened. */
            attachments: components["schemas"]["Attachment"][];
            /** @description What the mail is. */
            class: components["schemas"]["Class"];
            /**
             * Format: date-time
             * @description The mail's own date, as its sender's clock had it.
             */
            date?: string | null;
            /** @description The enquiry it opened or belongs to. */
            enquiry_id?: string | null;
            /** @description Envelope sender; empty for a null return path. */
            envelope_from?: string;
            /** @description Envelope recipients. */
            envelope_to?: string[];
            /** @description The sender's bare address; absent when the mail names none, or several. */
            from?: string | null;
            /** @description The sender's display name, on one line. */
            from_name?: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description `In-Reply-To`, without angle brackets. */
            in_reply_to?: string[];
            /** @description What was cut short or looked wrong. */
            marks?: components["schemas"]["Mark"][];
            /** @description Where the raw mail lies. */
            raw_key: string;
            /**
             * Format: date-time
             * @description When SES took it.
             */
            received_at: string;
            /** @description `References`, oldest first, without angle brackets. */
            references?: string[];
            /** @description `Message-ID` without angle brackets; with the tenant the second key of deduplication. */
            rfc_message_id?: string | null;
            /** @description SES's id of the delivery; with the tenant the first key of deduplication. */
            ses_message_id: string;
            /** @description What was cut off as the signature; names and numbers may still be read from it. */
            signature?: string;
            /**
             * Format: int64
             * @description Raw size in bytes.
             */
            size: number;
            /** @description How far it has come. */
            state: components["schemas"]["MessageState"];
            /** @description One record per step of the pipeline, in order. */
            steps: components["schemas"]["Step"][];
            /** @description On one line, decoded. */
            subject: string;
            /** @description The newest part only: no quoted history, no signature. */
            text: string;
            /** @description The conversation it belongs to. */
            thread_id: string;
            /** @description The helpdesk ticket it opened or belongs to. */
            ticket_id?: string | null;
            /** @description Bare addresses of `To` and `Cc`, each once. */
            to: string[];
            /** @description What SES found out about it. */
            verdicts: components["schemas"]["Verdicts"];
        };
        /**
         * @description How far a message has come.
         * @enum {string}
         */
        MessageState: "received" | "processed" | "quarantined" | "failed";
        /** @description An exact amount in one currency. On the wire `{"amount":"1234.50","currency":"ZAR"}`, with at least the minor digits. */
        Money: {
            /**
             * @description Decimal amount as text, with at least the currency's minor digits.
             * @example 1234.50
             */
            amount: string;
            /** @description ISO 4217 code. */
            currency: components["schemas"]["Currency"];
        };
        /** @description A document to add. Either `text` or `file`. */
        NewDocument: {
            /** @description One of the agency's categories. */
            category?: string | null;
            /** @description The caller's own id: a document under it is replaced. */
            external_id?: string | null;
            file?: components["schemas"]["File"] | null;
            format?: components["schemas"]["Format"] | null;
            /** @description A draft is not used until it is published. */
            state?: components["schemas"]["DocumentState"];
            /** @description Its text. */
            text?: string | null;
            /** @description For people; 1 to 200 characters. */
            title: string;
            /**
             * Format: date
             * @description First day it holds.
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Last day it holds.
             */
            valid_to?: string | null;
            /** @description Who may be told; staff when absent. */
            visibility?: components["schemas"]["Visibility"];
        };
        /** @description An enquiry that a person writes down: a text to be understood, fields, or both; the fields win. */
        NewEnquiry: {
            /**
             * @description Address of the consultant who looks after it; the next in turn when absent.
             * @default null
             */
            assigned_to: string | null;
            /**
             * @description What is known, as plain values.
             * @default {
             *       "destinations": null,
             *       "origin": null,
             *       "dates": null,
             *       "nights": null,
             *       "rooms": null,
             *       "room_count": null,
             *       "adults": null,
             *       "children": null,
             *       "child_ages": null,
             *       "budget": null,
             *       "board": null,
             *       "stars": null,
             *       "requested_hotels": null,
             *       "interests": null,
             *       "special_requests": null,
             *       "contact": {
             *         "name": null,
             *         "email": null,
             *         "phone": null
             *       }
             *     }
             */
            fields: components["schemas"]["FieldEdits"];
            /**
             * @description Where it came from, such as `phone` or `walk_in`.
             * @default null
             */
            source: string | null;
            /**
             * @description What it is called in lists; made of the fields when empty.
             * @default
             */
            subject: string;
            /**
             * @description What the traveller said or wrote.
             * @default
             */
            text: string;
        };
        /** @description A new mailbox. */
        NewMailbox: {
            /**
             * @description An address on the platform's mail domain.
             * @example groups.blue@in.tripdesk.example
             */
            address: string;
        };
        /** @description Old and new password. */
        NewPassword: {
            /** @description The password so far. */
            current_password: string;
            /** @description The new one. */
            new_password: string;
        };
        /** @description A quote to be made by hand. */
        NewQuote: {
            board?: components["schemas"]["Board"] | null;
            budget?: components["schemas"]["Budget"] | null;
            /** @description Check-in and check-out. */
            dates: components["schemas"]["Stay"];
            /** @description A place, or else a country. */
            destination?: string | null;
            /** @description The enquiry it answers, which has no quote yet; one is written down when absent. */
            enquiry_id?: string | null;
            /** @description Whether a night without a rate may be priced by last season's. */
            estimate?: components["schemas"]["EstimateChoice"];
            /** @description Extras to treat otherwise than the price list does. */
            extras?: components["schemas"]["ExtraEdit"][];
            /** @description Hotels asked for. */
            hotels?: string[];
            /** @description The plans to offer; the best by rank when empty. */
            options?: components["schemas"]["OptionEdit"][];
            /** @description Who travels. */
            party: components["schemas"]["Party"];
            /**
             * Format: int32
             * @description Least star rating asked for.
             */
            stars?: number | null;
            traveller?: components["schemas"]["Traveller"] | null;
            /**
             * Format: date
             * @description Last day; by the agency's validity when absent.
             */
            valid_until?: string | null;
        };
        /** @description Something to write on a ticket. */
        NewReply: {
            text: string;
            /** @description Who is told; staff when absent. */
            to?: components["schemas"]["ReplyTo"];
        };
        /** @description A new agency. */
        NewTenant: {
            /** @description Who is invited to set it up. */
            admin_email: string;
            /** @description Their name. */
            admin_name?: string | null;
            /** @description Sections or single settings, the plan included; what is not named has its default. */
            config?: Record<string, unknown> | null;
            /**
             * @description ISO 4217.
             * @example ZAR
             */
            currency: string;
            /**
             * @description Its id, for ever.
             * @example blue-horizon
             */
            id: string;
            /** @description Name people know it by. */
            name: string;
            /**
             * @description IANA time zone.
             * @example Africa/Johannesburg
             */
            timezone: string;
        };
        /** @description An agency that was made. */
        NewTenantMade: components["schemas"]["Tenant"] & {
            /** @description The invitation that is on its way. */
            invitation_id: string;
            /** @description Where travellers write to. */
            mailbox: string;
        };
        /** @description A ticket to open. */
        NewTicket: {
            question_id?: string | null;
            subject: string;
            text: string;
        };
        /** @description What is going to be uploaded. */
        NewUpload: {
            /** @description Category of documents that name none. */
            category?: string | null;
            /** @description The caller's own id of the one document. */
            external_id?: string | null;
            /**
             * @description Name of the file. Its ending tells what it is: `.ndjson` or `.jsonl` for documents, a line each, as
             *     `POST /knowledge/documents` takes them; `.md`, `.txt`, `.html`, `.pdf`, `.docx` for one document.
             */
            name: string;
            /** @description Title of the one document; the file's name when absent. */
            title?: string | null;
            /**
             * Format: date
             * @description First day of the one document.
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Last day of the one document.
             */
            valid_to?: string | null;
            /** @description Who may be told, of documents that do not say. */
            visibility?: components["schemas"]["Visibility"];
        };
        /** @description One piece of news, seen by everybody of the agency. */
        Notification: {
            /**
             * Format: date-time
             * @description When it came.
             */
            created_at: string;
            /** @description UUID. */
            id: string;
            /** @description What it is about. */
            kind: components["schemas"]["NotificationKind"];
            /** @description Ids of the users who have read it. */
            read_by?: string[];
            /** @description Record it leads to: an enquiry or a quote. */
            subject_id: string;
            /** @description For people. */
            text: string;
        };
        /**
         * @description What a notification is about.
         * @enum {string}
         */
        NotificationKind: "enquiry_received" | "enquiry_needs_info" | "quote_drafted" | "quote_sent" | "quote_accepted" | "quote_declined" | "quote_expired" | "mail_returned" | "send_unknown" | "send_failed" | "rates_stale";
        /**
         * @description Why a person adds what they add.
         * @enum {string}
         */
        OccupancyRule: "adult" | "single_adult" | "child_band" | "included" | "extra_adult" | "extra_child";
        /** @description The answer to one question for prices. */
        Offer: {
            /** @description Alternatives, best first; the first is the main one. */
            options: components["schemas"]["PricedOption"][];
            /** @description Plans that were considered and cannot be offered. */
            refused: components["schemas"]["Refusal"][];
        };
        /**
         * @description What became of an option.
         * @enum {string}
         */
        OptionChange: "added" | "removed" | "changed" | "same";
        /** @description One option before and after. */
        OptionDiff: {
            after?: components["schemas"]["Money"] | null;
            before?: components["schemas"]["Money"] | null;
            /** @description Board code. */
            board: string;
            /** @description What became of it. */
            change: components["schemas"]["OptionChange"];
            difference?: components["schemas"]["Money"] | null;
            /** @description Hotel. */
            hotel: string;
            /** @description Lines that differ. */
            lines: components["schemas"]["LineDiff"][];
            /** @description Room type. */
            room_type: string;
        };
        /** @description One alternative as a consultant wants it. */
        OptionEdit: {
            /** @description Board code: `RO BB HB FB AI SC`. */
            board: string;
            /** @description Hotel as in the rate sheet. */
            hotel: string;
            /** @description Lines beside rooms and extras. */
            lines?: components["schemas"]["OwnLine"][];
            /** @description Amounts set by hand. */
            prices?: components["schemas"]["ManualPrice"][];
            /** @description Room type as in the rate sheet. */
            room_type: string;
        };
        /**
         * @description Whether the traveller said it.
         * @enum {string}
         */
        Origin: "stated" | "inferred" | "default";
        /** @description What came of one case. */
        Outcome: {
            /** @description Whether nothing was answered. */
            abstained: boolean;
            /** @description What was answered. */
            answer: string;
            /** @description Whether it was as expected. */
            passed: boolean;
            /** @description The question. */
            question: string;
            /**
             * Format: int32
             * @description Place of the right document among the hits, from 1; absent when it is not among them.
             */
            rank?: number | null;
        };
        /** @description A line of a consultant's own. */
        OwnLine: {
            /**
             * @description What the traveller pays, in the display currency; nothing for what they arrange themselves.
             * @example 1500.00
             */
            amount?: string | null;
            /** @description Who arranges it. */
            arranged_by?: components["schemas"]["ArrangedBy"];
            /** @description For people. */
            description: string;
            net?: components["schemas"]["Money"] | null;
            /** @description Whether the traveller may leave it out; then it stands outside the total. */
            optional?: boolean;
        };
        /** @description What a line of a consultant's own costs the agency. */
        OwnTrace: {
            fx?: components["schemas"]["FxTrace"] | null;
            /** @description What the supplier gets, in the display currency. */
            owed: components["schemas"]["Exact"];
        };
        /**
         * @description The part of a message a span counts in.
         * @enum {string}
         */
        Part: "subject" | "text" | "from" | "signature" | "edited";
        /** @description Who travels, by rooms. */
        Party: {
            /** @description 1 to 20 rooms. */
            rooms: components["schemas"]["Room"][];
        };
        /** @description One payment. */
        Payment: {
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description Until when, in the agency's time zone.
             */
            due: string;
            /** @description Which one. */
            kind: components["schemas"]["PaymentKind"];
            /**
             * Format: date
             * @description When it was made, once it was.
             */
            paid_on?: string | null;
        };
        /** @description A payment made, or found not to be. */
        PaymentChange: {
            /** @description Which payment of the schedule, from 1. */
            number: number;
            /**
             * Format: date
             * @description When it was made; `null` when it was not.
             */
            paid_on?: string | null;
        };
        /**
         * @description Which payment of a booking.
         * @enum {string}
         */
        PaymentKind: "deposit" | "balance" | "full";
        /** @description The nights that one row of the sheet prices. */
        PeriodTrace: {
            /** @description Whose price it is. */
            basis: components["schemas"]["Basis"];
            /** @description Percent of a gross price that the agency keeps. */
            commission_pct?: string | null;
            /** @description Whether the row is of an earlier season. */
            estimate: boolean;
            /**
             * Format: date
             * @description First of the nights priced by it.
             */
            first_night: string;
            /** @description Percent added to a net price. */
            markup_pct?: string | null;
            /** @description What the supplier gets. */
            net: components["schemas"]["Exact"];
            /**
             * Format: int32
             * @description How many nights in a row.
             */
            nights: number;
            /** @description All people together, once. */
            once: components["schemas"]["Exact"];
            /** @description What each person adds, and by which rule. */
            people: components["schemas"]["PersonTrace"][];
            /** @description Price for one unit. */
            price: string;
            /** @description Id of the row. */
            rate_id: string;
            /** @description What the traveller pays, before exchange. */
            sell: components["schemas"]["Exact"];
            /** @description `once` × `times`. */
            subtotal: components["schemas"]["Exact"];
            /**
             * Format: int32
             * @description How often that is charged: the nights, or 1 for a price per stay.
             */
            times: number;
            /** @description What the price is for. */
            unit: components["schemas"]["Unit"];
            /**
             * Format: date
             * @description First night of the row's period.
             */
            valid_from: string;
            /**
             * Format: date
             * @description Last night of the row's period.
             */
            valid_to: string;
        };
        /** @description What one person adds. */
        PersonTrace: {
            /**
             * Format: int32
             * @description A child's age at check-in.
             */
            age?: number | null;
            amount?: components["schemas"]["Exact"] | null;
            /** @description The child band that applied, as in the sheet. */
            band?: string | null;
            /** @description By which rule. */
            rule: components["schemas"]["OccupancyRule"];
            /** @description Adult or child. */
            who: components["schemas"]["Who"];
        };
        /** @description Limits of an agency's plan. */
        Plan: {
            /**
             * Format: int32
             * @description Quotes a calendar month, in the agency's time zone.
             * @default 5000
             */
            max_monthly_quotes: number;
            /**
             * Format: int32
             * @description Files and mail together, in megabytes.
             * @default 10240
             */
            max_storage_mb: number;
            /**
             * Format: int32
             * @description Users, invitations included.
             * @default 25
             */
            max_users: number;
            /**
             * Format: int32
             * @description Requests a minute over all users.
             * @default 1200
             */
            requests_per_minute: number;
        };
        /** @description What an agency uses, beside what its plan allows. */
        PlanUsage: {
            /**
             * @description The calendar month that quotes are counted in, in the agency's time zone.
             * @example 2027-07
             */
            month: string;
            /** @description Quotes written this month. */
            monthly_quotes: components["schemas"]["PlanUsed"];
            /**
             * Format: int32
             * @description Requests a minute over all users.
             */
            requests_per_minute: number;
            /** @description Files and raw mail together, in megabytes. */
            storage_mb: components["schemas"]["PlanUsed"];
            /** @description Users, open invitations included. */
            users: components["schemas"]["PlanUsed"];
        };
        /** @description A part of a limit. */
        PlanUsed: {
            /**
             * Format: int64
             * @description So much is allowed.
             */
            limit: number;
            /**
             * Format: int64
             * @description So much is used.
             */
            used: number;
        };
        /** @description The platform in numbers. */
        PlatformOverview: {
            /** @description Mails of which nobody knows whether they left, up to a thousand. */
            open_sends: number;
            /** @description Jobs that were promised and are not done, up to a thousand. */
            pending_jobs: number;
            /** @description The queue of jobs. */
            queue: components["schemas"]["QueueDepth"];
            /** @description Agencies by their status. */
            tenants: components["schemas"]["TenantsByStatus"];
            /** @description Mail for nobody, up to a thousand. */
            unrouted: number;
        };
        /** @description How the caller wishes to hear each kind of news. */
        Preferences: {
            /** @description Every kind once. */
            items: components["schemas"]["KindWish"][];
        };
        /** @description The body of `POST /quotes/price`. */
        PriceRequest: {
            board?: components["schemas"]["Board"] | null;
            budget?: components["schemas"]["Budget"] | null;
            /** @description Check-in and check-out. */
            dates: components["schemas"]["Stay"];
            /** @description A place, or else a country, as in the rate sheet; letter case and diacritics make no difference. */
            destination?: string | null;
            /** @description What to do with a night that has no period. */
            estimate?: components["schemas"]["EstimateChoice"];
            /** @description Hotels asked for by name: they are priced beside those of the destination and rank before them. */
            hotels?: string[];
            /**
             * Format: int32
             * @description Most options to answer.
             * @default 3
             */
            limit: number;
            /** @description Who travels. */
            party: components["schemas"]["Party"];
            /**
             * Format: int32
             * @description Least star rating asked for; it ranks, it does not exclude.
             */
            stars?: number | null;
        };
        /** @description One alternative: every room in one plan of one hotel. */
        PricedOption: {
            /** @description Board code: `RO BB HB FB AI SC`. */
            board: string;
            /** @description Country as in the rate sheet. */
            country: string;
            /** @description Destination as in the rate sheet. */
            destination: string;
            /** @description Whether a night was priced from another season by a consultant's explicit choice. */
            estimate: boolean;
            /** @description Hotel as in the rate sheet. */
            hotel: string;
            /** @description Whether this is the one recommended. */
            is_main: boolean;
            /** @description One line per room, one per extra, and perhaps one for rounding; they add up to the total. */
            lines: components["schemas"]["Line"][];
            /**
             * @description Margin in percent of the total.
             * @example 12.50
             */
            margin_pct: string;
            /** @description Extras the traveller may add, outside the total. */
            optional_extras?: components["schemas"]["Line"][];
            /** @description Total divided by paying people: shown, not billed. */
            per_person: components["schemas"]["Money"];
            /** @description Room type as in the rate sheet. */
            room_type: string;
            /**
             * Format: int32
             * @description Star rating.
             */
            stars: number;
            /** @description What this option costs. */
            total: components["schemas"]["Money"];
        };
        /** @description The body of every answer that is not a success. */
        Problem: {
            /** @description What to know about this one; never anything from the inside. */
            detail: string;
            /** @description Each bad field. */
            errors: components["schemas"]["FieldError"][];
            /** @description The id of the request, as in `X-Request-Id` and in the logs. */
            request_id: string;
            /**
             * Format: int32
             * @description The status.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description A URI that names the kind of problem; `about:blank` where the status says it all. */
            type: string;
        };
        /** @description A user as shown to others and to themselves. */
        Profile: {
            /** @description Address they sign in with. */
            email: string;
            /** @description UUID. */
            id: string;
            /** @description Name shown. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description The agency. */
            tenant_id: components["schemas"]["Slug"];
            /** @description Whether a code is asked for at sign-in. */
            totp_enabled: boolean;
        };
        /** @description A change of one's own account. */
        ProfileChange: {
            /** @description Name shown, 1 to 120 characters. */
            name?: string | null;
        };
        /** @description Who offers it. */
        PublicAgency: {
            name: string;
            primary_color: string;
            secondary_color: string;
        };
        /** @description One public key. */
        PublicKey: {
            /** @description Always `EdDSA`. */
            alg: string;
            /** @description Always `Ed25519`. */
            crv: string;
            /** @description Which key. */
            kid: string;
            /** @description Always `OKP`. */
            kty: string;
            /** @description Always `sig`. */
            use: string;
            /** @description The public key, base64url. */
            x: string;
        };
        /** @description The public half, as served at `/.well-known/jwks.json`. */
        PublicKeys: {
            /** @description One entry a key. */
            keys: components["schemas"]["PublicKey"][];
        };
        /** @description One line of an alternative. */
        PublicLine: {
            amount: components["schemas"]["Money"];
            description: string;
            kind: components["schemas"]["LineKind"];
        };
        /** @description Where else to look. */
        PublicLinks: {
            pdf: string;
        };
        /** @description One alternative. */
        PublicOption: {
            /** @description In words. */
            board: string;
            /** @description Whether part of it is priced from another season. */
            estimate: boolean;
            hotel: string;
            is_main: boolean;
            /** @description What is included; the amounts add up to the total. */
            lines: components["schemas"]["PublicLine"][];
            /**
             * Format: int32
             * @description What to name when accepting, from 1.
             */
            option: number;
            /** @description What may be added, outside the total. */
            optional_extras: components["schemas"]["PublicLine"][];
            per_person: components["schemas"]["Money"];
            place: string;
            room_type: string;
            /** Format: int32 */
            stars: number;
            total: components["schemas"]["Money"];
        };
        /** @description A quote as its traveller sees it. */
        PublicQuote: {
            /**
             * Format: int32
             * @description The option that was accepted.
             */
            accepted_option?: number | null;
            agency: components["schemas"]["PublicAgency"];
            dates: components["schemas"]["Stay"];
            /**
             * Format: date-time
             * @description The moment it stops to hold: the end of that day where the agency is.
             */
            expires_at: string;
            links: components["schemas"]["PublicLinks"];
            number: string;
            /** @description Whether it can be accepted or declined now. */
            open: boolean;
            /** @description Alternatives: one of them may be accepted. */
            options: components["schemas"]["PublicOption"][];
            /** @description The journey in one sentence. */
            request: string;
            /** Format: int32 */
            revision: number;
            rooms: components["schemas"]["Room"][];
            state: components["schemas"]["QuoteState"];
            terms: string[];
            /** @description Whom it is for. */
            traveller?: string | null;
            /** Format: date */
            valid_until: string;
        };
        /** @description What was found afterwards, place by place; all empty when the purge is complete, or had no time to look. */
        PurgeLeft: {
            /** @description Caches that still know the agency: this instance's, and Redis. */
            caches: string[];
            /** @description Objects in the bucket of files, earlier versions included. */
            files: string[];
            /** @description Keys in the table's index of unfinished work. */
            index: string[];
            /** @description Raw mails in the bucket of mail. */
            mails: string[];
            /** @description Keys in the table. */
            table: string[];
        };
        /** @description What was removed. */
        PurgeRemoved: {
            /**
             * Format: int64
             * @description Files, every version counted.
             */
            files: number;
            /**
             * Format: int64
             * @description Raw mails, every version counted.
             */
            mails: number;
            /**
             * Format: int64
             * @description Records of the table.
             */
            records: number;
        };
        /** @description A question. */
        Question: {
            /** @description Goes on with this conversation; a new one begins when absent. */
            conversation_id?: string | null;
            /** @description In the asker's words. */
            question: string;
        };
        /**
         * @description What a question is about.
         * @enum {string}
         */
        QuestionKind: "hotel" | "price" | "destination" | "platform" | "comparison" | "booking" | "general";
        /** @description How much is in the queue, as SQS counts it: about. */
        QueueDepth: {
            /**
             * Format: int64
             * @description Jobs that failed three times.
             */
            dead_letters: number;
            /**
             * Format: int64
             * @description Jobs at work.
             */
            in_flight: number;
            /**
             * Format: int64
             * @description Jobs that wait.
             */
            waiting: number;
        };
        /** @description What a traveller said to a revision. */
        QuoteAnswer: (components["schemas"]["Acceptance"] & {
            /** @enum {string} */
            kind: "accepted";
        }) | (components["schemas"]["Decline"] & {
            /** @enum {string} */
            kind: "declined";
        });
        /** @description What to change of a draft; what is not named stays. */
        QuoteChange: {
            board?: components["schemas"]["Board"] | null;
            dates?: components["schemas"]["Stay"] | null;
            /** @description Another place. */
            destination?: string | null;
            estimate?: components["schemas"]["EstimateChoice"] | null;
            /** @description Extras to treat otherwise than the price list does. */
            extras?: components["schemas"]["ExtraEdit"][] | null;
            /** @description Other hotels asked for. */
            hotels?: string[] | null;
            /** @description The plans to offer, the first being the main one, each with lines and amounts of one's own; empty for the best by rank. */
            options?: components["schemas"]["OptionEdit"][] | null;
            /** @description Another party. */
            rooms?: components["schemas"]["Room"][] | null;
            traveller?: components["schemas"]["Traveller"] | null;
            /**
             * Format: date
             * @description Another last day.
             */
            valid_until?: string | null;
            /**
             * Format: int64
             * @description The version that was read; a stale one is refused with 409.
             */
            version: number;
        };
        /** @description How far the mail of a revision has come, as its entry in the ledger says. */
        QuoteSending: {
            /**
             * Format: date-time
             * @description When that was last noted.
             */
            at: string;
            /** @description Why it failed or is not known. */
            reason?: string | null;
            /** @description The entry in the sending ledger. */
            send_id: string;
            /** @description How far it has come. */
            state: components["schemas"]["SendState"];
        };
        /**
         * @description State of a revision.
         * @enum {string}
         */
        QuoteState: "draft" | "ready" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "superseded" | "withdrawn";
        /** @description A quote in a list. */
        QuoteSummary: {
            /** @description The booking that came of it. */
            booking_id?: string | null;
            /** Format: date-time */
            created_at: string;
            enquiry_id: string;
            id: string;
            links: components["schemas"]["Links"];
            main_hotel?: string | null;
            main_total?: components["schemas"]["Money"] | null;
            number: string;
            /**
             * Format: int32
             * @description The revision that the traveller can accept now.
             */
            offered?: number | null;
            /** @description Why it was not sent by itself. */
            reasons: string[];
            /**
             * Format: int32
             * @description The revision that counts.
             */
            revision: number;
            sending?: components["schemas"]["QuoteSending"] | null;
            /** @description State of the revision that counts: the accepted one, or else the latest. */
            state: components["schemas"]["QuoteState"];
            traveller: components["schemas"]["Traveller"];
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            valid_until: string;
            /** Format: int64 */
            version: number;
        };
        /** @description How the revision that counts came about. */
        QuoteTrace: {
            /** @description The options with the trace of every line, as they were frozen. */
            options: components["schemas"]["PricedOption"][];
            /** @description Whether computing them again from the revision's own snapshot gives the same, byte for byte. */
            reproduced: boolean;
            /** Format: int32 */
            revision: number;
        };
        /** @description A quote with the revision that counts. */
        QuoteView: components["schemas"]["QuoteSummary"] & {
            answer?: components["schemas"]["QuoteAnswer"] | null;
            dates: components["schemas"]["Stay"];
            /** @description What was assumed where the enquiry left it open. */
            notes: string[];
            /** @description The alternatives of the revision that counts. */
            options: components["schemas"]["PricedOption"][];
            /** @description Every revision, oldest first. */
            revisions: components["schemas"]["RevisionSummary"][];
            rooms: components["schemas"]["Room"][];
        };
        /** @description Rules of quoting (`product.md` sections 5 and 6). Percentages are plain numbers: 12.5 is 12.5 %. */
        Quoting: {
            /**
             * @description Whether a quote may go out without a person.
             * @default off
             */
            auto_send: components["schemas"]["AutoSend"];
            /**
             * @description Largest total that may go out without a person, in the display currency; none when absent.
             * @default null
             * @example 50000
             */
            auto_send_cap: string | null;
            /** @default null */
            display_currency: components["schemas"]["Currency"] | null;
            /**
             * Format: int32
             * @description Days after which one reminder goes out; 0 sends none.
             * @default 3
             */
            follow_up_days: number;
            /**
             * @description Added to exchange rates, in percent.
             * @default 0
             * @example 2
             */
            fx_buffer_pct: string;
            /**
             * @description Below this margin, in percent of the total, nothing is sent by itself.
             * @default 0
             * @example 8
             */
            margin_floor_pct: string;
            /**
             * @description Added to net prices, in percent.
             * @default 0
             * @example 12.5
             */
            markup_pct: string;
            /**
             * @description Totals are raised to the next multiple of it; 0 leaves them.
             * @default 0
             * @example 10
             */
            rounding_step: string;
            /**
             * @description Terms printed on every quote.
             * @default
             */
            terms: string;
            /**
             * Format: int32
             * @description Days a quote stays open.
             * @default 14
             */
            validity_days: number;
        };
        /** @description A row with its id, as `GET /rates` answers it and `PUT /rates/{id}` takes it. */
        RateRecord: components["schemas"]["RateRow"] & {
            /** @description Id of the row, made of hotel, room type, board and first night; ignored in a body. */
            readonly id?: string;
        };
        /** @description One period of one plan. Field names are those of the CSV columns. */
        RateRow: {
            /** @description Whether the price is what the agency pays or what the traveller pays. */
            basis: components["schemas"]["Basis"];
            /**
             * @description Board code: `RO BB HB FB AI SC`.
             * @example HB
             */
            board: string;
            /** @description What children pay; a child in no band pays as an adult. */
            child_bands?: components["schemas"]["ChildBands"];
            /**
             * @description Percent of a gross price that the agency keeps.
             * @example 12.5
             */
            commission_pct?: string;
            /** @description Name of the country; may be empty. */
            country?: string;
            /** @description Currency of every amount in the row (ISO 4217). */
            currency: components["schemas"]["Currency"];
            /** @description Name of the place. */
            destination: string;
            /**
             * @description What each adult beyond `included` pays, where the price is per room.
             * @example 600.00
             */
            extra_adult?: string | null;
            /** @description Name of the hotel. */
            hotel: string;
            /**
             * Format: int32
             * @description People that a room's price covers; in a sheet, blank is `max_occupancy`.
             */
            included: number;
            /**
             * Format: int32
             * @description Most adults in one room.
             */
            max_adults: number;
            /**
             * Format: int32
             * @description Most people in one room.
             */
            max_occupancy: number;
            /**
             * Format: int32
             * @description Fewest nights of a stay that begins in the period.
             */
            min_nights?: number;
            /**
             * @description Price for one unit.
             * @example 2450.00
             */
            price: string;
            /** @description Name of the room type. */
            room_type: string;
            /**
             * @description Added for an adult alone in a room, where the price is per person.
             * @example 0
             */
            single_supplement?: string;
            /**
             * Format: int32
             * @description Star rating, 0 (none) to 7.
             */
            stars?: number;
            /** @description Whether the period is not sold. */
            stop_sell?: boolean;
            /** @description What the price is for. */
            unit: components["schemas"]["Unit"];
            /**
             * Format: date
             * @description First night of the period.
             * @example 2027-07-01
             */
            valid_from: string;
            /**
             * Format: date
             * @description Last night of the period, inclusive.
             * @example 2027-07-31
             */
            valid_to: string;
        };
        /** @description The address that takes mail again. */
        Readmitted: {
            /** @description As it was written to. */
            email: string;
        };
        /** @description The agreed price beside today's. */
        Recheck: {
            /** @description What the traveller accepted. */
            agreed: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the rates were looked at.
             */
            at: string;
            difference?: components["schemas"]["Money"] | null;
            /**
             * @description Margin that the agreed price would leave by the rates of that moment, in percent; absent without a price.
             * @example 9.40
             */
            margin_pct?: string | null;
            now?: components["schemas"]["Money"] | null;
            /** @description Why there is no price, in words. */
            refusal?: string | null;
        };
        /** @description Codes for a lost telephone; shown this once. */
        RecoveryCodes: {
            /** @description Each opens once, in place of a code of the app. */
            recovery_codes: string[];
        };
        /** @description A refresh token, unless a cookie carries it. */
        Refresh: {
            /** @description Whether the next one is to come in a cookie. */
            cookie?: boolean | null;
            /** @description The token that the latest answer gave. */
            refresh_token?: string | null;
        };
        /** @description A plan that cannot be offered. */
        Refusal: {
            /** @description Board code. */
            board: string;
            /** @description For people: which night, which room, which rate. */
            detail: string;
            /** @description Hotel as in the rate sheet. */
            hotel: string;
            /** @description Why not. */
            reason: components["schemas"]["RefusalReason"];
            /** @description Room type as in the rate sheet. */
            room_type: string;
        };
        /**
         * @description Why a plan cannot be offered (`product.md` section 5).
         * @enum {string}
         */
        RefusalReason: "unrated_night" | "stop_sell" | "min_nights" | "max_adults" | "max_occupancy" | "fx_missing";
        /** @description A question that must stay answered. */
        Regression: {
            /** @description The question and what its answer must contain. */
            case: components["schemas"]["Case"];
            /**
             * Format: date-time
             * @description When it was closed.
             */
            created_at: string;
            /** @description UUID; that of the gap it closed. */
            id: string;
        };
        /** @description What a mail would become today. */
        Replay: {
            /** @description What would be understood. */
            fields: components["schemas"]["Fields"];
            /** @description The message as it would be recorded. */
            message: components["schemas"]["Message"];
            /** @description The steps as they were when the mail came in. */
            steps_then: components["schemas"]["Step"][];
        };
        /** @description A reply that is on its way. */
        Replied: {
            enquiry: components["schemas"]["EnquiryView"];
            /** @description Its entry in the sending ledger. */
            send_id: string;
        };
        /** @description A mail that a consultant wrote to the traveller. */
        Reply: {
            /**
             * Format: date-time
             * @description When it was written.
             */
            at: string;
            /** @description Its entry in the sending ledger. */
            send_id: string;
            /** @description Subject line. */
            subject: string;
            /** @description What it says. */
            text: string;
            /** @description Who wrote it. */
            user_id: string;
        };
        /** @description What to answer. */
        ReplyRequest: {
            /**
             * @description Subject line; the enquiry's own, answered, when absent.
             * @default null
             */
            subject: string | null;
            /**
             * @description What the mail says; the drafted reply when absent.
             * @default null
             */
            text: string | null;
        };
        /**
         * @description Who is told of a reply.
         * @enum {string}
         */
        ReplyTo: "staff" | "requester";
        /** @description A link's token and the password it is to set. */
        Reset: {
            /** @description The new password. */
            password: string;
            /** @description Token of the mailed link. */
            token: string;
        };
        /** @description What a revision changes. */
        RevisionDiff: {
            /**
             * Format: int32
             * @description The revision that is compared with.
             */
            from: number;
            /** @description Every option of either, those of the later first. */
            options: components["schemas"]["OptionDiff"][];
            /** @description Dates and rooms, where they differ. */
            request: components["schemas"]["FieldDiff"][];
            /**
             * Format: int32
             * @description The revision that is compared.
             */
            to: number;
        };
        /** @description One revision in short. */
        RevisionSummary: {
            answer?: components["schemas"]["QuoteAnswer"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description SHA-256 of what was offered. */
            hash: string;
            main_hotel?: string | null;
            main_total?: components["schemas"]["Money"] | null;
            reasons: string[];
            /** Format: date-time */
            reminded_at?: string | null;
            /** Format: int32 */
            revision: number;
            sending?: components["schemas"]["QuoteSending"] | null;
            /** Format: date-time */
            sent_at?: string | null;
            state: components["schemas"]["QuoteState"];
            /** Format: date */
            valid_until: string;
            /**
             * Format: int64
             * @description How often the traveller opened it.
             */
            views: number;
        };
        /**
         * @description What a user may do; each role may do what those before it may.
         * @enum {string}
         */
        Role: "viewer" | "consultant" | "admin";
        /** @description The people who share one room. Ages are those at check-in. */
        Room: {
            /**
             * Format: int32
             * @description Adults in the room.
             */
            adults: number;
            /** @description Age of each child in years, at check-in. */
            child_ages?: number[];
        };
        /** @description How a room's amount came about. */
        RoomTrace: {
            /** @description Currency of the rate sheet; every figure up to `sell` is in it. */
            currency: components["schemas"]["Currency"];
            fx?: components["schemas"]["FxTrace"] | null;
            /** @description What the supplier gets: the sum over the periods. */
            net: components["schemas"]["Exact"];
            /** @description The nights, by the period that prices them. */
            periods: components["schemas"]["PeriodTrace"][];
            /** @description The one rounding of the line. */
            rounding: components["schemas"]["RoundingTrace"];
            /** @description What the traveller pays before exchange: the sum over the periods. */
            sell: components["schemas"]["Exact"];
        };
        /** @description The one rounding of a line: half away from zero. */
        RoundingTrace: {
            /**
             * Format: int32
             * @description Decimals kept: those of the display currency's minor unit.
             */
            digits: number;
            /** @description Before. */
            exact: components["schemas"]["Exact"];
            /** @description After. */
            rounded: string;
        };
        /** @description A cell, a row or a column that cannot be taken. */
        RowError: {
            /** @description Column; empty for the row as a whole. */
            field: string;
            /**
             * Format: int64
             * @description Line of the file on which the row begins; the header is line 1.
             */
            line: number;
            /** @description A lowercase fact: what is wrong with it. */
            message: string;
        };
        /**
         * @description Whose a document is.
         * @enum {string}
         */
        Scope: "own" | "global";
        /** @description What to search for. */
        Search: {
            /** @description Only documents of this category. */
            category?: string | null;
            /** @description At most this many passages; 10 when absent. */
            limit?: number | null;
            /** @description Words, or a question. */
            query: string;
        };
        /**
         * @description What a person found out about a mail.
         * @enum {string}
         */
        SendOutcome: "sent" | "not_sent";
        /**
         * @description How far a mail has come.
         * @enum {string}
         */
        SendState: "pending" | "claimed" | "sent" | "unknown" | "failed";
        /** @description A session as its owner sees it. */
        SessionView: {
            /** @description The address it began from. */
            address?: string | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description Browser and system, or what the program calls itself. */
            device: string;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expires_at: string;
            /** @description UUID. */
            id: string;
            /**
             * Format: date-time
             * @description When it was renewed last.
             */
            refreshed_at: string;
        };
        /** @description What became of a mail that nobody knew the end of. */
        Settlement: {
            outcome: components["schemas"]["SendOutcome"];
        };
        /** @description What signing in gives. */
        SignedIn: {
            /** @description Bearer token for every other call. */
            access_token: string;
            /**
             * Format: int64
             * @description Seconds the access token still holds.
             */
            expires_in: number;
            /** @description Trades once for the next pair of tokens; absent when it travels in a cookie. */
            refresh_token?: string | null;
            /** @description Always `Bearer`. */
            token_type: string;
            /** @description Who signed in. */
            user: components["schemas"]["Profile"];
        };
        /**
         * @description A tenant's name in addresses and keys: `^[a-z][a-z0-9-]{2,39}$`. A slug by itself opens nothing.
         * @example blue-horizon
         */
        Slug: string;
        /** @description What was sold in one currency. */
        Sold: {
            /** @description What of it the agency keeps. */
            margin: components["schemas"]["Money"];
            /**
             * @description The same in percent of the value.
             * @example 11.20
             */
            margin_pct: string;
            /** @description Sum of the accepted options, one a quote. */
            value: components["schemas"]["Money"];
        };
        /** @description A span of one message. */
        Source: {
            /** @description One past the last character. */
            end: number;
            /** @description Message the words stand in; empty for text that was never a message. */
            message_id: string;
            /** @description Which part of it. */
            part: components["schemas"]["Part"];
            /** @description First character, counted in Unicode scalar values from 0. */
            start: number;
            /** @description The words themselves. */
            text: string;
        };
        /** @description An open quote's option that would earn too little, or cannot be had any more. */
        StaleOption: {
            board: string;
            hotel: string;
            /** @description Margin if its rooms were bought today, in percent; absent when they cannot be had. */
            margin_pct?: string | null;
            number: string;
            quote_id: string;
            /** @description Margin when it was quoted, in percent. */
            quoted_margin_pct: string;
            /** @description Why, for people. */
            reason: string;
            /** Format: int32 */
            revision: number;
            room_type: string;
            state: components["schemas"]["QuoteState"];
        };
        /** @description Open quotes to look at. */
        StaleOptions: {
            /** @description One entry an option, newest quote first. */
            items: components["schemas"]["StaleOption"][];
            /** @description The agency's floor, in percent. */
            margin_floor_pct: string;
        };
        /** @description How the helpdesk is doing, over the latest questions. */
        Stats: {
            /** @description Of these, not answered. */
            abstained: number;
            /**
             * Format: int32
             * @description Share of the marked answers that helped, in percent; absent before the first mark.
             */
            accuracy_pct?: number | null;
            /** @description Of these, answered. */
            answered: number;
            /** @description Questions by day, the agency's, oldest first. */
            days: components["schemas"]["Day"][];
            /**
             * Format: int64
             * @description Documents that may be cited.
             */
            documents: number;
            /** @description The embedding model; empty when search is by words alone. */
            embedding_model: string;
            /** @description Marked as helpful. */
            helpful: number;
            /** @description Questions by kind. */
            kinds: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description Half of the answers took no longer, in milliseconds.
             */
            median_ms: number;
            /** @description Answers by method. */
            methods: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Their passages.
             */
            passages: number;
            /**
             * Format: int64
             * @description Passages that have vectors; the rest is found by words alone until they are made.
             */
            passages_embedded: number;
            /** @description Questions looked at. */
            questions: number;
            /** @description Marked as not helpful. */
            unhelpful: number;
        };
        /**
         * @description Whether an agency may work.
         * @enum {string}
         */
        Status: "active" | "suspended" | "deleted";
        /** @description Check-in and check-out; the nights are those between them. */
        Stay: {
            /**
             * Format: date
             * @description First night.
             * @example 2027-07-01
             */
            check_in: string;
            /**
             * Format: date
             * @description Morning after the last night.
             * @example 2027-07-08
             */
            check_out: string;
        };
        /** @description One step of the pipeline. */
        Step: {
            /** @description What the outcome rests on. */
            data: Record<string, unknown>;
            /**
             * Format: int64
             * @description How long it took, in milliseconds.
             */
            ms: number;
            /** @description What came of it, in a word or two. */
            outcome: string;
            /** @description Name of the step (`parse`, `thread`, `classify` …). */
            step: string;
        };
        /** @description How the step up to a round total came about. */
        StepTrace: {
            /** @description The next multiple of the step. */
            after: string;
            /** @description Sum of the lines before. */
            before: string;
            /** @description The agency's step. */
            step: string;
        };
        /** @description That an address takes no mail, and why. */
        Suppressed: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What SES told. */
            reason: components["schemas"]["Suppression"];
        };
        /**
         * @description Why an address takes no mail.
         * @enum {string}
         */
        Suppression: "bounced" | "complained";
        /** @description An agency as it is stored. */
        Tenant: {
            /** @description What the agency has set up. */
            config: components["schemas"]["Config"];
            /**
             * Format: date-time
             * @description When it was provisioned.
             */
            created_at: string;
            /** @description The slug, unique for ever. */
            id: components["schemas"]["Slug"];
            /** @description Name people know the agency by. */
            name: string;
            /** @description Whether it may work. */
            status: components["schemas"]["Status"];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Raised by one on every change; a stale one is refused with 409.
             */
            version: number;
        };
        /** @description A change of an agency by the operator. */
        TenantChange: {
            /** @description Sections or single settings to change, the plan included; what is not named stays (RFC 7396). */
            config?: Record<string, unknown> | null;
            /** @description Another name. */
            name?: string | null;
            /**
             * Format: int64
             * @description The version that was read; a stale one is refused with 409.
             */
            version: number;
        };
        /** @description One file. */
        TenantFile: {
            /** @description Its path: `folder/client.yaml`. */
            path: string;
            /** @description What stands in it. */
            text: string;
        };
        /** @description Files by their paths, for those who have no archive at hand. */
        TenantFiles: {
            /** @description All files; only `client.yaml` of each folder is read. */
            files: components["schemas"]["TenantFile"][];
        };
        /** @description What an import did, or would do. */
        TenantImport: {
            /** @description Agencies made. */
            created: number;
            /** @description Whether nothing was done. */
            dry_run: boolean;
            /** @description Folders of which nothing is made. */
            failed: number;
            /** @description Folders of tests (`tn_*`). */
            skipped: number;
            /** @description Every folder but those of tests. */
            tenants: components["schemas"]["TenantImportRow"][];
            /** @description Agencies that were there already, and stay as they are. */
            unchanged: number;
        };
        /**
         * @description What an import does with a folder.
         * @enum {string}
         */
        TenantImportAction: "created" | "unchanged" | "failed";
        /** @description One folder of an import, as it is reported. */
        TenantImportRow: {
            /** @description What was done, or would be. */
            action: components["schemas"]["TenantImportAction"];
            /** @description Each bad field. */
            errors: components["schemas"]["FieldError"][];
            /** @description The folder. */
            folder: string;
            id?: components["schemas"]["Slug"] | null;
            /** @description Its name. */
            name?: string | null;
            /** @description What was left out or read in another way. */
            notes: string[];
            /** @description The agency's id there. */
            source_id?: string | null;
        };
        /** @description What a purge did, and what it found afterwards. */
        TenantPurge: {
            /** @description Whether everything was looked for again, and nothing is left anywhere. */
            complete: boolean;
            /** @description What was found when everything was looked for again. */
            left: components["schemas"]["PurgeLeft"];
            /** @description What was removed by this call. */
            removed: components["schemas"]["PurgeRemoved"];
            /**
             * Format: int64
             * @description Raw mails that stay because they came for another agency, too.
             */
            shared_mails: number;
            /** @description The agency that was. */
            tenant_id: components["schemas"]["Slug"];
        };
        /** @description An agency in numbers. */
        TenantStats: {
            /**
             * Format: int64
             * @description Documents of its knowledge base.
             */
            documents: number;
            /**
             * Format: int64
             * @description Enquiries.
             */
            enquiries: number;
            /**
             * Format: int64
             * @description Mailboxes.
             */
            mailboxes: number;
            /**
             * Format: int64
             * @description Mails taken in.
             */
            messages: number;
            /**
             * Format: int64
             * @description Quotes.
             */
            quotes: number;
            /** @description Whether it may work. */
            status: components["schemas"]["Status"];
            /** @description Which agency. */
            tenant_id: components["schemas"]["Slug"];
            /**
             * Format: int64
             * @description Tickets.
             */
            tickets: number;
            /** @description What it uses of its plan. */
            usage: components["schemas"]["PlanUsage"];
        };
        /** @description Agencies by their status. */
        TenantsByStatus: {
            /**
             * Format: int64
             * @description At work.
             */
            active: number;
            /**
             * Format: int64
             * @description Waiting for their purge.
             */
            deleted: number;
            /**
             * Format: int64
             * @description Stopped.
             */
            suspended: number;
        };
        /** @description A ticket. */
        Ticket: {
            /** @description Who works on it. */
            assignee_id?: string | null;
            /** Format: date-time */
            created_at: string;
            draft?: components["schemas"]["Draft"] | null;
            /** @description UUID. */
            id: string;
            /** @description The mail it came by. */
            message_id?: string | null;
            /** @description The `id` of the answer that led to it. */
            question_id?: string | null;
            /** @description What was written since. */
            replies: components["schemas"]["TicketReply"][];
            /** @description Address that asked by mail. */
            requester?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["TicketState"];
            /** @description In a few words. */
            subject: string;
            /** @description The question. */
            text: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who opened it; absent when it came by mail. */
            user_id?: string | null;
            /**
             * Format: int64
             * @description Raised by one on every change.
             */
            version: number;
        };
        /** @description What is to change. */
        TicketChange: {
            assignee_id?: string | null;
            state?: components["schemas"]["TicketState"] | null;
        };
        /** @description One thing that was written. */
        TicketReply: {
            /** Format: date-time */
            at: string;
            /** @description The mail it was sent by. */
            send_id?: string | null;
            text: string;
            /** @description Who is told. */
            to?: components["schemas"]["ReplyTo"];
            user_id: string;
        };
        /**
         * @description Where a ticket stands.
         * @enum {string}
         */
        TicketState: "open" | "in_progress" | "resolved" | "closed";
        /** @description Milliseconds. */
        Timings: {
            /** Format: double */
            search_ms: number;
            /** Format: double */
            synthesis_ms: number;
            /** Format: double */
            total_ms: number;
        };
        /**
         * @description How a helper sounds.
         * @enum {string}
         */
        Tone: "friendly" | "formal" | "concise";
        /** @description A document and how often it answered. */
        Topic: {
            questions: number;
            title: string;
        };
        /** @description What is asked about most. */
        Topics: {
            items: components["schemas"]["Topic"][];
        };
        /** @description How a line's amount came about. */
        Trace: (components["schemas"]["RoomTrace"] & {
            /** @enum {string} */
            kind: "accommodation";
        }) | (components["schemas"]["ExtraTrace"] & {
            /** @enum {string} */
            kind: "extra";
        }) | (components["schemas"]["StepTrace"] & {
            /** @enum {string} */
            kind: "rounding";
        }) | (components["schemas"]["OwnTrace"] & {
            /** @enum {string} */
            kind: "own";
        }) | (components["schemas"]["ManualTrace"] & {
            /** @enum {string} */
            kind: "manual";
        });
        /** @description Whom a quote is for. */
        Traveller: {
            /** @description Address; empty when none is known. */
            email: string;
            /** @description Name, when known. */
            name: string;
        };
        /**
         * @description What a price is for.
         * @enum {string}
         */
        Unit: "person_night" | "room_night" | "person_stay" | "room_stay";
        /** @description How much news is unread. */
        Unread: {
            /** @description Among the latest hundred. */
            unread: number;
        };
        /** @description A mail that led to nobody. */
        UnroutedMail: {
            /** @description Envelope sender. */
            from: string;
            /** @description SES's id of it. */
            id: string;
            /**
             * Format: date-time
             * @description When it came.
             */
            received_at: string;
            /** @description Its subject. */
            subject: string;
            /** @description Envelope recipients. */
            to: string[];
        };
        /** @description An upload and how far it has come. */
        Upload: {
            /**
             * Format: int64
             * @description Size of the file; 0 until it is there.
             */
            bytes: number;
            /**
             * Format: int64
             * @description How much of it was read.
             */
            bytes_read: number;
            /** @description Category of documents that name none. */
            category?: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: int64
             * @description Documents added.
             */
            documents_added: number;
            /**
             * Format: int64
             * @description Documents refused.
             */
            documents_failed: number;
            /**
             * Format: int64
             * @description Documents replaced, by their `external_id`.
             */
            documents_replaced: number;
            /** @description The first hundred refusals. */
            errors: components["schemas"]["LineError"][];
            /** @description The caller's own id of the one document. */
            external_id?: string | null;
            /** @description UUID. */
            id: string;
            /** @description The job that works on it. */
            job_id: string;
            /**
             * Format: int64
             * @description Lines that were read.
             */
            lines_read: number;
            /** @description Name of the file. */
            name: string;
            /**
             * Format: int64
             * @description Passages that were made.
             */
            passages: number;
            /** @description Where it stands. */
            state: components["schemas"]["UploadState"];
            /** @description Title of the one document. */
            title?: string | null;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date
             * @description First day of the one document.
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Last day of the one document.
             */
            valid_to?: string | null;
            /**
             * Format: int64
             * @description Raised by one on every change.
             */
            version: number;
            /** @description Who may be told, of documents that do not say. */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * @description Where an upload stands.
         * @enum {string}
         */
        UploadState: "waiting" | "working" | "done" | "failed";
        /** @description An upload, its share of work done, and for a new one where to send the file. */
        UploadView: components["schemas"]["Upload"] & {
            /**
             * Format: int32
             * @description From 0 to 100.
             */
            progress: number;
            upload?: components["schemas"]["Address"] | null;
        };
        /** @description A change of a user. */
        UserChange: {
            /** @description Name shown, 1 to 120 characters. */
            name?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /** @description A user as the agency's admins see them. */
        UserView: {
            /**
             * Format: date-time
             * @description When they joined.
             */
            created_at: string;
            /** @description Address they sign in with. */
            email: string;
            /** @description UUID. */
            id: string;
            /** @description Name shown. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description Whether a code is asked for when they sign in. */
            totp_enabled: boolean;
        };
        /** @description SES's findings (`receipt.*Verdict`). */
        Verdicts: {
            /** @description RFC 6376. */
            dkim: components["schemas"]["Finding"];
            /** @description RFC 7489. */
            dmarc: components["schemas"]["Finding"];
            /** @description Content looks like spam. */
            spam: components["schemas"]["Finding"];
            /** @description RFC 7208. */
            spf: components["schemas"]["Finding"];
            /** @description Content carries a virus. */
            virus: components["schemas"]["Finding"];
        };
        /**
         * @description Who may be told of a document.
         * @enum {string}
         */
        Visibility: "public" | "internal" | "admin";
        /**
         * @description Adult or child.
         * @enum {string}
         */
        Who: "adult" | "child" | "child_as_adult";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
