/* SPDX-License-Identifier: MIT */
#include "intake/responses.h"

#include "base/memory.h"

#include <stdlib.h>

struct responses {
    struct dictionary ids; /* hash of the identifier -> response_no */
    int32_t count;
    bool has_stance; /* the row being loaded gives one */
    bool has_carried_index;
    struct binding same; /* compares the row with an earlier one */
    sqlite3_stmt *identifier, *carried_same;
    int response_no, wording_no, has_link; /* positions of parameters */
    struct error *err;                     /* of the lookup under way */
    bool failed;
};

static const char unspecified[] = "unspecified";

void responses_start(struct table *t)
{
    struct responses *own = memory_new(1, sizeof *own);
    sqlite3 *db = t->intake->db;
    binding_open(&own->same, db, "analyzer/intake/queries/same_response.sql", t->contract);
    own->identifier = query_prepare(db, "analyzer/intake/queries/response_identifier.sql");
    own->carried_same = query_prepare(db, "analyzer/intake/queries/carried_is_same.sql");
    own->response_no = binding_position(&t->inserts[0], ":response_no");
    own->has_link = binding_position(&t->inserts[0], ":has_link");
    own->wording_no = binding_position(&t->inserts[1], ":response_no");
    t->own = own;
}

void responses_stop(struct table *t)
{
    struct responses *own = t->own;
    if (!own)
        return;
    dictionary_done(&own->ids);
    binding_done(&own->same);
    query_finalize(&own->identifier);
    query_finalize(&own->carried_same);
    free(own);
}

static void set_number(struct value *value, int32_t number, struct slice text)
{
    *value = (struct value){
        .is_known = true, .number = number, .date = {DAY_MIN, DAY_MAX}, .text = text};
}

/* Its own, else its request's, else `unspecified` (SEMANTICS 43). */
static void choose_tool(struct table *t)
{
    struct value *tool = &t->row.values[RESPONSE_TOOL];
    t->tool_is_default = !tool->is_known;
    if (tool->is_known)
        return;
    const struct registry *r = &t->intake->registry;
    int32_t request = t->row.values[RESPONSE_REQUEST].number;
    int32_t number = request > 0 ? r->request_list[request - 1].tool_no : 0;
    number = number > 0 ? number : registry_find_tool(r, slice_of(unspecified));
    /* A name of several tools is none of them here; the row did not name it. */
    if (number == NAMES_AMBIGUOUS)
        number = registry_find_tool_id(r, slice_of(unspecified));
    set_number(tool, number > 0 ? number : VALUE_NEW, slice_of(unspecified));
}

bool responses_check(struct table *t)
{
    struct responses *own = t->own;
    struct value *values = t->row.values;
    own->has_stance = values[RESPONSE_STANCE].is_known;
    if (!own->has_stance)
        set_number(&values[RESPONSE_STANCE], STANCE_OTHER, (struct slice){"", 0});
    if (!values[RESPONSE_STAGE].is_known)
        set_number(&values[RESPONSE_STAGE], STAGE_INITIAL, (struct slice){"", 0});
    choose_tool(t);
    return true;
}

static bool has_identifier(int32_t response_no, const void *key, void *context)
{
    struct responses *own = context;
    bool row = false;
    query_int(own->identifier, 1, response_no);
    if (!query_step(own->identifier, &row, own->err)) {
        own->failed = true;
        return true;
    }
    bool same = row && slice_equals(query_column(own->identifier, 0), *(const struct slice *)key);
    sqlite3_reset(own->identifier);
    return same;
}

/* Only a pack with repeated rows and columns of its own needs the index. */
static bool carried_is_same(struct table *t, long other_line, bool *ret_same, struct error *err)
{
    struct responses *own = t->own;
    if (!own->has_carried_index &&
        !database_run_file(t->intake->db, "analyzer/intake/queries/carried_index.sql", err))
        return false;
    own->has_carried_index = true;
    int64_t given = 0, found = 0, stored = 0;
    for (size_t i = 0; i < t->header.carried_count; i++) {
        struct slice value = slice_trim(t->raw.fields[t->header.carried[i].field]);
        bool row = false;
        query_int(own->carried_same, 1, t->account.file_no);
        query_int(own->carried_same, 2, other_line);
        query_text(own->carried_same, 3, slice_of(t->header.carried[i].name));
        query_text(own->carried_same, 4, value);
        if (!query_step(own->carried_same, &row, err))
            return false;
        stored = sqlite3_column_int64(own->carried_same, 0);
        found += sqlite3_column_int64(own->carried_same, 1);
        given += value.length > 0;
        sqlite3_reset(own->carried_same);
    }
    *ret_same = given == found && given == stored;
    return true;
}

static bool compare_with(struct table *t, int32_t response_no, bool *ret_same, long *ret_line,
                         struct error *err)
{
    struct responses *own = t->own;
    bool row = false;
    binding_set_row(&own->same, &t->row, t->account.file_no, t->raw.line);
    binding_set_int(&own->same, ":earlier_response_no", response_no);
    if (!query_step(own->same.statement, &row, err))
        return false;
    *ret_line = (long)sqlite3_column_int64(own->same.statement, 0);
    *ret_same = row && sqlite3_column_int(own->same.statement, 1);
    sqlite3_reset(own->same.statement);
    if (!*ret_same || !t->header.carried_count)
        return true;
    return carried_is_same(t, *ret_line, ret_same, err);
}

bool responses_identify(struct table *t, enum identity *ret, long *ret_line, struct error *err)
{
    struct responses *own = t->own;
    struct slice id = t->row.values[RESPONSE_ID].text;
    own->err = err;
    int32_t earlier = dictionary_find(&own->ids, dictionary_hash(id), has_identifier, &id, own);
    if (own->failed)
        return false;
    *ret = IDENTITY_FIRST;
    if (earlier < 0)
        return true;
    bool same = false;
    *ret = IDENTITY_CONFLICT;
    if (!compare_with(t, earlier, &same, ret_line, err))
        return false;
    if (same)
        *ret = IDENTITY_DUPLICATE;
    return true;
}

bool responses_before(struct table *t, struct error *err)
{
    (void)err;
    struct responses *own = t->own;
    const struct value *values = t->row.values;
    own->count++;
    query_int(t->inserts[0].statement, own->response_no, own->count);
    query_int(t->inserts[1].statement, own->wording_no, own->count);
    query_int(t->inserts[0].statement, own->has_link, values[RESPONSE_LINK].is_known);
    if (!own->has_stance)
        table_tally(t, TALLY_STANCE_OTHER);
    const struct tool_entry *tools = t->intake->registry.tool_list;
    if (t->tool_is_default && strcmp(tools[values[RESPONSE_TOOL].number - 1].id, unspecified) == 0)
        table_tally(t, TALLY_UNSPECIFIED_TOOL);
    return true;
}

bool responses_after(struct table *t, int64_t row_no, struct error *err)
{
    (void)err;
    struct responses *own = t->own;
    dictionary_add(&own->ids, dictionary_hash(t->row.values[RESPONSE_ID].text), (int32_t)row_no);
    table_note_day(t, &t->row.values[RESPONSE_RECEIVED]);
    table_note_day(t, &t->row.values[RESPONSE_RESPONDED]);
    return true;
}

bool responses_finish(struct table *t, struct error *err)
{
    struct responses *own = t->own;
    t->intake->ledger.result->responses = t->account.accepted;
    return !own->has_carried_index ||
           database_run_file(t->intake->db, "analyzer/intake/queries/drop_carried_index.sql", err);
}
