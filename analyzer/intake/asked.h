/* SPDX-License-Identifier: MIT
 * What answers are about: how many there are for each request and tool, and from when. Counted
 * while they are read, since SQLite would sort all answers to group them, which takes as long as a
 * quarter of loading them. Answers that are not dated to the day wait until their bounds are known.
 */
#ifndef CONCORD_INTAKE_ASKED_H
#define CONCORD_INTAKE_ASKED_H

#include "base/dictionary.h"
#include "base/error.h"
#include "domain/date.h"

#include <sqlite3.h>

struct answer_asked {
    int32_t request_no, tool_no;
    struct date_interval responded;
};

struct asked {
    int32_t request_no, tool_no;
    int64_t n;
    struct date_interval days;
};

/* A zeroed one is empty. */
struct asked_list {
    struct asked *all;
    size_t count, room;
    struct dictionary places; /* hash of request and tool -> index into all */
};

void asked_count(struct asked_list *list, const struct answer_asked *answer);
void asked_done(struct asked_list *list);

/* Counts those of temp.inexact_response too, which it drops, and writes temp.asked. Errors: as
 * database_failed. */
MUST_CHECK bool asked_store(struct asked_list *list, sqlite3 *db, struct error *err);

#endif
