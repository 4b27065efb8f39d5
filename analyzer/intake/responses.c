/* SPDX-License-Identifier: MIT */
#include "intake/responses.h"

#include "base/memory.h"
#include "base/text.h"
#include "intake/bounds.h"
#include "intake/misheadings.h"
#include "store/database.h"
#include "store/statements.h"

#include <stdlib.h>
#include <strings.h>

struct responses {
    struct dictionary ids; /* hash of the identifier -> response_no */
    int32_t count;
    char *last_id; /* of the row stored last */
    size_t last_length, last_room;
    bool is_unordered; /* some row does not come after the one before it */
    bool has_stance;   /* the row being loaded gives one */
    bool has_carried_index;
    struct misheadings misheadings;
    struct row_map same; /* compares the row with an earlier one */
    sqlite3_stmt *identifier, *carried_same;
    struct error *err; /* of the lookup under way */
    bool failed;
};

static const char unspecified[] = "unspecified";

void responses_start(struct table *t)
{
    struct responses *own = memory_new(1, sizeof *own);
    sqlite3 *db = t->intake->db;
    own->same = binding_open(db, STATEMENT("same_response"), t->contract);
    own->identifier = query_prepare(db, "response_identifier");
    own->carried_same = query_prepare(db, "carried_is_same");
    misheadings_begin(&own->misheadings, t);
    t->own = own;
}

void responses_stop(struct table *t)
{
    struct responses *own = t->own;
    if (!own)
        return;
    dictionary_done(&own->ids);
    free(own->last_id);
    row_map_done(&own->same);
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
        set_number(&values[RESPONSE_STANCE], STANCE_UNREAD, (struct slice){"", 0});
    if (!values[RESPONSE_STAGE].is_known)
        set_number(&values[RESPONSE_STAGE], STAGE_INITIAL, (struct slice){"", 0});
    choose_tool(t);
    return true;
}

static bool has_identifier(int32_t response_no, const void *key, void *context)
{
    struct responses *own = context;
    sqlite3_stmt *s = own->identifier;
    query_bind_int(s, "response_no", response_no);
    bool same =
        query_next(s) && slice_equals(query_get_text(s, "response_id"), *(const struct slice *)key);
    own->failed = !query_done(s, own->err);
    return same || own->failed;
}

static bool run_once(sqlite3 *db, const char *statement, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return query_run(s, err);
}

/* Only a pack with repeated rows and columns of its own needs the index. */
static bool carried_is_same(struct table *t, long other_line, bool *ret_same, struct error *err)
{
    struct responses *own = t->own;
    if (!own->has_carried_index && !run_once(t->intake->db, STATEMENT("create_carried_index"), err))
        return false;
    own->has_carried_index = true;
    sqlite3_stmt *s = own->carried_same;
    query_bind_int(s, "file_no", t->account.file_no);
    query_bind_int(s, "line", other_line);
    int64_t given = 0, found = 0, stored = 0;
    for (size_t i = 0; i < t->header.carried_count; i++) {
        struct slice value = slice_trim(t->raw.fields[t->header.carried[i].field]);
        query_bind_text(s, "column_name", slice_of(t->header.carried[i].name));
        query_bind_text(s, "value", value);
        if (query_next(s)) {
            stored = query_get_int(s, "stored");
            found += query_get_int(s, "same");
        }
        if (!query_done(s, err))
            return false;
        given += value.length > 0;
    }
    *ret_same = given == found && given == stored;
    return true;
}

static bool compare_with(struct table *t, int32_t response_no, bool *ret_same, long *ret_line,
                         struct error *err)
{
    struct responses *own = t->own;
    sqlite3_stmt *s = own->same.statement;
    t->row.values[RESPONSE_ID].number = response_no;
    row_bind(&own->same, &t->row);
    *ret_same = false;
    if (query_next(s)) {
        *ret_line = (long)query_get_int(s, "line");
        *ret_same = query_get_int(s, "is_same");
    }
    if (!query_done(s, err))
        return false;
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
    struct value *values = t->row.values;
    values[RESPONSE_ID].number = ++own->count;
    if (!own->has_stance)
        table_tally(t, TALLY_STANCE_UNREAD);
    const struct tool_entry *tools = t->intake->registry.tool_list;
    if (t->tool_is_default &&
        strcasecmp(tools[values[RESPONSE_TOOL].number - 1].id, unspecified) == 0)
        table_tally(t, TALLY_UNSPECIFIED_TOOL);
    return true;
}

/* Rows that stand in byte order of their identifiers, as most do, need no other numbers. */
static void note_order(struct responses *own, struct slice id)
{
    struct slice last = {own->last_id, own->last_length};
    own->is_unordered |= own->count > 1 && slice_compare(last, id) >= 0;
    while (own->last_room < id.length)
        own->last_id = memory_grow(own->last_id, own->last_room, &own->last_room, 1);
    memcpy(own->last_id, id.bytes, id.length);
    own->last_length = id.length;
}

bool responses_after(struct table *t, int64_t row_no, struct error *err)
{
    (void)err;
    struct responses *own = t->own;
    dictionary_add(&own->ids, dictionary_hash(t->row.values[RESPONSE_ID].text), (int32_t)row_no);
    note_order(own, t->row.values[RESPONSE_ID].text);
    misheadings_row(&own->misheadings, t);
    const struct value *values = t->row.values;
    table_note_letter(t, &values[RESPONSE_RECEIVED], &values[RESPONSE_RESPONDED],
                      &values[RESPONSE_RETRIEVED_ON]);
    return true;
}

struct regulation_limb {
    const char *act, *citation, *regulations;
    int64_t line, n;
};
static const struct field limb_fields[] = {
    FIELD(struct regulation_limb, act),         FIELD(struct regulation_limb, citation),
    FIELD(struct regulation_limb, regulations), FIELD(struct regulation_limb, line),
    FIELD(struct regulation_limb, n),
};

/* "12(4)(b)" without an Act is read as the force's own, and is probably not meant so. */
static bool tell_regulation_limbs(struct table *t, struct error *err)
{
    SCOPED_ROW_MAP limbs = row_reader(t->intake->db, "limbs_of_regulations", limb_fields);
    struct regulation_limb limb;
    while (row_next(&limbs, &limb)) {
        struct ledger_notice notice = {"limb-of-regulations", (long)limb.line, limb.n};
        if (!ledger_notice(t->account.ledger, &t->account, &notice, err,
                           "%lld %s %s, which %s lacks: write \"%s %s\" "
                           "where the Regulations are meant",
                           (long long)limb.n, text_plural(limb.n, "row cites", "rows cite"),
                           limb.citation, limb.act, limb.regulations, limb.citation))
            return false;
    }
    return row_done(&limbs, err);
}

bool responses_finish(struct table *t, struct error *err)
{
    struct responses *own = t->own;
    struct intake_result *result = t->intake->ledger.result;
    result->responses = t->account.accepted;
    result->responses_rejected = t->account.rejected;
    sqlite3 *db = t->intake->db;
    if (own->is_unordered && !database_run_file(db, "analyzer/intake/renumber_responses.sql", err))
        return false;
    return bounds_of_letters(t, err) && misheadings_tell(&own->misheadings, t, err) &&
           (!own->has_carried_index || run_once(db, STATEMENT("drop_carried_index"), err)) &&
           tell_regulation_limbs(t, err);
}
