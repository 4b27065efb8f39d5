/* SPDX-License-Identifier: MIT
 * What of an audit is about a force and, where they were asked for, a request and a tool: rows,
 * findings, the record, the advice, the rulings and the waivers, as temporary tables.
 */
#ifndef CONCORD_EVIDENCE_SCOPE_H
#define CONCORD_EVIDENCE_SCOPE_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdint.h>

struct scope {
    int32_t force_no, request_no, tool_no; /* 0: whichever */
    /* owned; NULL where none was asked for */
    char *force_id, *force, *request_id, *tool_id, *tool;
};

/* As a user typed them; request and tool may be NULL. Once per connection. Errors: USAGE for a
 * name that the audit does not know, INPUT where nothing in it is about them. scope_done in every
 * case. */
MUST_CHECK bool scope_open(sqlite3 *db, const char *force, const char *request, const char *tool,
                           struct scope *ret, struct error *err);
void scope_done(struct scope *scope);

#endif
