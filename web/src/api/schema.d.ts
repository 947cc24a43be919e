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
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with address and password. */
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
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** Ends the session at hand; its tokens stop working at once. */
        post: {
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Opens a ticket. */
        post: {
            parameters: {
                query?: never;
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a document; one of the same `external_id` is replaced. */
        post: {
            parameters: {
                query?: never;
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** Shows a document with its text. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News, newest first. */
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** One quote with the options of its current revision. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** The PDF of the current revision. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                header?: never;
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** Explains every number of the current revision, and computes it again from its snapshot. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        /** Replaces the rate sheet by a CSV. Takes every row or none; each bad field is named with its line. */
        post: {
            parameters: {
                query?: {
                    /** @description Only checks the sheet. */
                    dry_run?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
             *       "tone": "friendly"
             *     }
             */
            helpdesk: components["schemas"]["AgentSettings"];
            /**
             * @description Reads mail.
             * @default {
             *       "enabled": true,
             *       "tone": "friendly"
             *     }
             */
            inbound: components["schemas"]["AgentSettings"];
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
            /** @description How it was answered: `extractive` (words and vectors), `extractive_lexical` (words alone), `rates`. */
            method: string;
            /** @description What a price question was answered with, each line with its trace. */
            options?: components["schemas"]["PricedOption"][];
            /** @description How long it took. */
            timings: components["schemas"]["Timings"];
        };
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
            /** @description In the asker's words. */
            question: string;
            /** @description Titles of the documents cited. */
            titles: string[];
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
        /**
         * @description The entries of one row, in the order written.
         * @example 0-1:free;2-11:50%;12-15:120.00;2-11#2:100%
         */
        ChildBands: string;
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
        /**
         * @description An ISO 4217 currency code: three capital letters.
         * @example ZAR
         */
        Currency: string;
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
        /** @description A document with its text. */
        DocumentWithText: components["schemas"]["Document"] & {
            text: string;
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
        /**
         * @description How far an enquiry has come (`product.md` section 4).
         * @enum {string}
         */
        EnquiryState: "new" | "needs_info" | "qualified" | "quoted" | "won" | "lost" | "rejected" | "spam";
        /** @description An enquiry as the API shows it: the fields stand together under `fields` and once more beside them by their names. */
        EnquiryView: components["schemas"]["Fields"] & {
            /** @description What the first mail was. */
            class: components["schemas"]["Class"];
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
            /** @description UUID. */
            id: string;
            /** @description The mails it consists of, oldest first. */
            message_ids: string[];
            /** @description Required fields that are not known. */
            missing: string[];
            /** @description Its quote, once there is one. */
            quote_id?: string | null;
            /** @description Why it was rejected or lost. */
            reason?: string | null;
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
        /**
         * @description What to do with a night that has no period: a consultant's explicit choice.
         * @enum {string}
         */
        EstimateChoice: "none" | "last_season";
        /** @description What came of them. */
        Evaluation: {
            figures: components["schemas"]["Figures"];
            outcomes: components["schemas"]["Outcome"][];
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
            /** @description What was understood. */
            fields: components["schemas"]["Fields"];
            /** @description Required fields that it does not tell. */
            missing: string[];
        };
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
        /** @description The figures of a set of cases, each from 0 to 1. */
        Figures: {
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
        /**
         * @description How a text is written.
         * @enum {string}
         */
        Format: "markdown" | "text" | "html";
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
        /** @description Feedback as it was kept. */
        Kept: {
            comment?: string | null;
            helpful: boolean;
            id: string;
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
        /**
         * @description What a line is for.
         * @enum {string}
         */
        LineKind: "accommodation" | "extra" | "rounding";
        /** @description Where to see a quote. */
        Links: {
            /** @description Its PDF. */
            pdf: string;
            /** @description The traveller's page; absent until there is one. */
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
                /** @description In the asker's words. */
                question: string;
                /** @description Titles of the documents cited. */
                titles: string[];
                /** @description Who asked. */
                user_id: string;
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
                /** @description What the first mail was. */
                class: components["schemas"]["Class"];
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
                /** @description UUID. */
                id: string;
                /** @description The mails it consists of, oldest first. */
                message_ids: string[];
                /** @description Required fields that are not known. */
                missing: string[];
                /** @description Its quote, once there is one. */
                quote_id?: string | null;
                /** @description Why it was rejected or lost. */
                reason?: string | null;
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
                /** Format: date-time */
                created_at: string;
                enquiry_id: string;
                id: string;
                links: components["schemas"]["Links"];
                main_hotel?: string | null;
                main_total?: components["schemas"]["Money"] | null;
                number: string;
                /** @description Why it was not sent by itself. */
                reasons: string[];
                /** Format: int32 */
                revision: number;
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
        Listing_Ticket: {
            /** @description The records. */
            items: {
                /** @description Who works on it. */
                assignee_id?: string | null;
                /** Format: date-time */
                created_at: string;
                /** @description UUID. */
                id: string;
                /** @description The `id` of the answer that led to it. */
                question_id?: string | null;
                /** @description What was written since. */
                replies: components["schemas"]["Reply"][];
                /** @description Where it stands. */
                state: components["schemas"]["TicketState"];
                /** @description In a few words. */
                subject: string;
                /** @description The question. */
                text: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Who opened it. */
                user_id: string;
                /**
                 * Format: int64
                 * @description Raised by one on every change.
                 */
                version: number;
            }[];
            /** @description Asks for the next part; `null` at the end. */
            next_cursor?: string | null;
        };
        /** @description Address and password. */
        Login: {
            /**
             * @description Address of the user.
             * @example thandi@sunbird.example
             */
            email: string;
            /** @description Their password. */
            password: string;
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
        /** @description Something to write on a ticket. */
        NewReply: {
            text: string;
        };
        /** @description A ticket to open. */
        NewTicket: {
            question_id?: string | null;
            subject: string;
            text: string;
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
        NotificationKind: "enquiry_received" | "enquiry_needs_info" | "quote_drafted" | "quote_sent" | "send_unknown" | "send_failed";
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
        /**
         * @description The part of a message a span counts in.
         * @enum {string}
         */
        Part: "subject" | "text" | "from" | "signature";
        /** @description Who travels, by rooms. */
        Party: {
            /** @description 1 to 20 rooms. */
            rooms: components["schemas"]["Room"][];
        };
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
        /**
         * @description State of a revision.
         * @enum {string}
         */
        QuoteState: "draft" | "ready" | "sent" | "viewed" | "accepted" | "declined" | "expired" | "superseded" | "withdrawn";
        /** @description A quote in a list. */
        QuoteSummary: {
            /** Format: date-time */
            created_at: string;
            enquiry_id: string;
            id: string;
            links: components["schemas"]["Links"];
            main_hotel?: string | null;
            main_total?: components["schemas"]["Money"] | null;
            number: string;
            /** @description Why it was not sent by itself. */
            reasons: string[];
            /** Format: int32 */
            revision: number;
            state: components["schemas"]["QuoteState"];
            traveller: components["schemas"]["Traveller"];
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            valid_until: string;
            /** Format: int64 */
            version: number;
        };
        /** @description How the current revision came about. */
        QuoteTrace: {
            /** @description The options with the trace of every line, as they were frozen. */
            options: components["schemas"]["PricedOption"][];
            /** @description Whether computing them again from the revision's own snapshot gives the same, byte for byte. */
            reproduced: boolean;
            /** Format: int32 */
            revision: number;
        };
        /** @description A quote with its current revision. */
        QuoteView: components["schemas"]["QuoteSummary"] & {
            dates: components["schemas"]["Stay"];
            /** @description What was assumed where the enquiry left it open. */
            notes: string[];
            /** @description The alternatives of the current revision. */
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
        /** @description What a mail would become today. */
        Replay: {
            /** @description What would be understood. */
            fields: components["schemas"]["Fields"];
            /** @description The message as it would be recorded. */
            message: components["schemas"]["Message"];
            /** @description The steps as they were when the mail came in. */
            steps_then: components["schemas"]["Step"][];
        };
        /** @description One thing that was written. */
        Reply: {
            /** Format: date-time */
            at: string;
            text: string;
            user_id: string;
        };
        /** @description One revision in short. */
        RevisionSummary: {
            /** Format: date-time */
            created_at: string;
            main_total?: components["schemas"]["Money"] | null;
            /** Format: int32 */
            revision: number;
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
        /** @description What to search for. */
        Search: {
            /** @description Only documents of this category. */
            category?: string | null;
            /** @description At most this many passages; 10 when absent. */
            limit?: number | null;
            /** @description Words, or a question. */
            query: string;
        };
        /** @description What signing in gives. */
        SignedIn: {
            /** @description Bearer token for every other call. */
            access_token: string;
            /**
             * Format: int64
             * @description Seconds the access token holds.
             */
            expires_in: number;
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
        /** @description How the helpdesk is doing, over the latest questions. */
        Stats: {
            /** @description Of these, not answered. */
            abstained: number;
            /** @description Of these, answered. */
            answered: number;
            /**
             * Format: int64
             * @description Documents that may be cited.
             */
            documents: number;
            /** @description Marked as helpful. */
            helpful: number;
            /** @description Questions by kind. */
            kinds: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Their passages.
             */
            passages: number;
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
        /** @description A ticket. */
        Ticket: {
            /** @description Who works on it. */
            assignee_id?: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description UUID. */
            id: string;
            /** @description The `id` of the answer that led to it. */
            question_id?: string | null;
            /** @description What was written since. */
            replies: components["schemas"]["Reply"][];
            /** @description Where it stands. */
            state: components["schemas"]["TicketState"];
            /** @description In a few words. */
            subject: string;
            /** @description The question. */
            text: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who opened it. */
            user_id: string;
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
