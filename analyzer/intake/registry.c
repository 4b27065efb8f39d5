/* SPDX-License-Identifier: MIT */
#include "intake/registry.h"

#include "base/memory.h"
#include "domain/request_id.h"

#include <stdlib.h>

void registry_open(struct registry *r, sqlite3 *db)
{
    *r = (struct registry){
        .insert_tool = query_prepare(db, "analyzer/intake/queries/insert_named_tool.sql"),
        .insert_request = query_prepare(db, "analyzer/intake/queries/insert_named_request.sql"),
        .insert_question = query_prepare(db, "analyzer/intake/queries/insert_named_question.sql"),
    };
}

void registry_close(struct registry *r)
{
    names_done(&r->forces);
    names_done(&r->collaborations);
    names_done(&r->tools);
    free(r->regimes);
    text_index_done(&r->tool_ids);
    for (size_t i = 0; i < r->tool_count; i++)
        free(r->tool_list[i].id);
    free(r->tool_list);
    text_index_done(&r->request_ids);
    names_done(&r->requests);
    for (size_t i = 0; i < r->request_count; i++)
        free(r->request_list[i].id);
    free(r->request_list);
    text_index_done(&r->questions);
    query_finalize(&r->insert_tool);
    query_finalize(&r->insert_request);
    query_finalize(&r->insert_question);
}

static int8_t regime_code(struct slice word)
{
    int code = vocabulary_code(&regimes, word);
    return (int8_t)(code < 0 ? REGIME_OTHER : code);
}

bool registry_read_forces(struct registry *r, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/intake/queries/force_names.sql");
    for (bool row = false;;) {
        if (!query_step(s, &row, err))
            return false;
        if (!row)
            return true;
        names_add(&r->forces, sqlite3_column_int(s, 0), query_column(s, 1), query_column(s, 2),
                  query_column(s, 3));
        r->regimes = memory_grow(r->regimes, r->force_count, &r->force_room, sizeof *r->regimes);
        r->regimes[r->force_count++] = regime_code(query_column(s, 4));
    }
}

bool registry_read_collaborations(struct registry *r, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/intake/queries/collaboration_names.sql");
    for (bool row = false;;) {
        if (!query_step(s, &row, err))
            return false;
        if (!row)
            return true;
        names_add(&r->collaborations, sqlite3_column_int(s, 0), query_column(s, 1),
                  query_column(s, 2), (struct slice){"", 0});
    }
}

static int32_t note_tool(struct registry *r, struct slice id, bool is_listed)
{
    r->tool_list = memory_grow(r->tool_list, r->tool_count, &r->tool_room, sizeof *r->tool_list);
    r->tool_list[r->tool_count++] = (struct tool_entry){slice_copy(id), is_listed, 0, 0};
    return (int32_t)r->tool_count;
}

bool registry_read_tools(struct registry *r, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/intake/queries/tool_names.sql");
    for (bool row = false;;) {
        if (!query_step(s, &row, err))
            return false;
        if (!row)
            return true;
        int32_t number = note_tool(r, query_column(s, 1), true);
        names_add(&r->tools, number, query_column(s, 1), query_column(s, 2), query_column(s, 3));
    }
}

int32_t registry_find_tool(const struct registry *r, struct slice text)
{
    int32_t number = names_find(&r->tools, text, true);
    return number == NAMES_UNKNOWN ? registry_find_tool_id(r, text) : number;
}

int32_t registry_find_tool_id(const struct registry *r, struct slice id)
{
    int32_t number = text_index_find(&r->tools.ids, id);
    if (number < 0)
        number = text_index_find(&r->tool_ids, id);
    return number < 0 ? NAMES_UNKNOWN : number;
}

bool registry_add_tool(struct registry *r, struct slice id, int32_t *ret_no, struct error *err)
{
    *ret_no = note_tool(r, id, false);
    text_index_add(&r->tool_ids, id, *ret_no);
    query_int(r->insert_tool, 1, *ret_no);
    query_text(r->insert_tool, 2, id);
    return query_run(r->insert_tool, err);
}

int32_t registry_find_request(const struct registry *r, struct slice id)
{
    int32_t number = text_index_find(&r->request_ids, id);
    return number > 0 ? number : names_find(&r->requests, id, false);
}

static int32_t note_request(struct registry *r, struct slice id, bool is_listed, int32_t tool_no)
{
    r->request_list =
        memory_grow(r->request_list, r->request_count, &r->request_room, sizeof *r->request_list);
    r->request_list[r->request_count++] =
        (struct request_entry){slice_copy(id), is_listed, tool_no};
    text_index_add(&r->request_ids, id, (int32_t)r->request_count);
    return (int32_t)r->request_count;
}

static void note_alias(struct registry *r, struct slice alias, int32_t number)
{
    char canonical[ID_BYTES];
    if (request_id_normalise(alias, canonical, sizeof canonical))
        names_add_alias(&r->requests, number, slice_of(canonical));
}

int32_t registry_note_request(struct registry *r, struct slice id, int32_t tool_no,
                              struct slice aliases)
{
    const struct slice none = {"", 0};
    int32_t number = note_request(r, id, true, tool_no);
    names_add(&r->requests, number, id, none, none);
    struct slice alias;
    while (slice_next_part(&aliases, ';', &alias))
        note_alias(r, alias, number);
    return number;
}

bool registry_add_request(struct registry *r, struct slice id, int32_t *ret_no, struct error *err)
{
    *ret_no = note_request(r, id, false, 0);
    query_int(r->insert_request, 1, *ret_no);
    query_text(r->insert_request, 2, id);
    return query_run(r->insert_request, err);
}

/* "12:Q1": a key that needs no second lookup to be sure of. */
static struct slice question_key(int32_t request_no, struct slice id, char out[ID_BYTES + 16])
{
    size_t length = 0;
    char digits[12];
    size_t count = 0;
    for (uint32_t rest = (uint32_t)request_no; count == 0 || rest; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    while (count)
        out[length++] = digits[--count];
    out[length++] = ':';
    size_t room = id.length < ID_BYTES ? id.length : ID_BYTES;
    memcpy(out + length, id.bytes, room);
    return (struct slice){out, length + room};
}

int32_t registry_find_question(const struct registry *r, int32_t request_no, struct slice id)
{
    char key[ID_BYTES + 16];
    int32_t number = text_index_find(&r->questions, question_key(request_no, id, key));
    return number < 0 ? 0 : number;
}

int32_t registry_note_question(struct registry *r, int32_t request_no, struct slice id)
{
    char key[ID_BYTES + 16];
    int32_t number = (int32_t)++r->question_count;
    text_index_add(&r->questions, question_key(request_no, id, key), number);
    return number;
}

bool registry_add_question(struct registry *r, int32_t request_no, struct slice id, int32_t *ret_no,
                           struct error *err)
{
    *ret_no = registry_note_question(r, request_no, id);
    query_int(r->insert_question, 1, *ret_no);
    query_int(r->insert_question, 2, request_no);
    query_text(r->insert_question, 3, id);
    return query_run(r->insert_question, err);
}
