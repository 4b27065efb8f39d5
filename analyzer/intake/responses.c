/* SPDX-License-Identifier: MIT */
#include "intake/responses.h"

#include "base/memory.h"
#include "base/text.h"
#include "intake/bounds.h"
#include "intake/held_responses.h"
#include "intake/misheadings.h"
#include "intake/text_files.h"
#include "store/database.h"
#include "store/statements.h"

#include <stdlib.h>
#include <strings.h>

/* What makes a row the same letter's answer to the same question (PRECHECK.md). */
struct answer_key {
    int32_t force, request, question, tool, stage;
    struct date_interval responded;
};

struct drafted {
    struct held_responses rows;
    struct answer_key *keys;
    size_t count, room;
};

struct responses {
    struct held_responses rows;
    bool has_stance; /* the row being loaded gives one */
    bool has_carried_index;
    struct misheadings misheadings;
    struct text_files texts;
    enum text_file_state text_state; /* of the row being loaded */
    sqlite3_stmt *carried_same;
};

static const char unspecified[] = "unspecified";

void responses_start(struct table *t)
{
    struct responses *own = memory_new(1, sizeof *own);
    sqlite3 *db = t->intake->db;
    struct drafted *drafted = t->intake->drafted;
    held_responses_open(&own->rows, db, t->contract);
    if (drafted && !t->account.file->is_draft)
        held_responses_move(&drafted->rows, &own->rows);
    own->carried_same = query_prepare(db, "carried_is_same");
    misheadings_begin(&own->misheadings, t);
    t->own = own;
}

void responses_stop(struct table *t)
{
    struct responses *own = t->own;
    if (!own)
        return;
    held_responses_done(&own->rows);
    query_finalize(&own->carried_same);
    text_files_done(&own->texts);
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

/* Its own text goes first. What has neither a stance nor a letter says nothing. */
static bool read_text_file(struct table *t, struct responses *own)
{
    struct value *values = t->row.values;
    const struct value *file = &values[RESPONSE_TEXT_FILE];
    own->text_state = TEXT_FILE_READ;
    if (!file->is_known || values[RESPONSE_TEXT].is_known)
        return true;
    struct slice text;
    own->text_state = text_files_read(&own->texts, &t->intake->pack, file->text, &text);
    if (text.length)
        set_number(&values[RESPONSE_TEXT], 0, text);
    if (own->text_state == TEXT_FILE_READ || own->text_state == TEXT_FILE_LETTER ||
        values[RESPONSE_STANCE].is_known)
        return true;
    bool is_absent = own->text_state == TEXT_FILE_ABSENT;
    value_fault(&t->row, RESPONSE_TEXT_FILE, is_absent ? "no-file" : "no-text", file->text,
                is_absent ? "the pack has no such file that can be opened, and the row no stance"
                          : "there is no text in that file, and the row has no stance");
    return value_suggest(&t->row, "Put the letter there, or give the stance.");
}

bool responses_check(struct table *t)
{
    struct responses *own = t->own;
    struct value *values = t->row.values;
    if (!read_text_file(t, own))
        return false;
    own->has_stance = values[RESPONSE_STANCE].is_known;
    if (!own->has_stance)
        set_number(&values[RESPONSE_STANCE], STANCE_UNREAD, (struct slice){"", 0});
    if (!values[RESPONSE_STAGE].is_known)
        set_number(&values[RESPONSE_STAGE], STAGE_INITIAL, (struct slice){"", 0});
    choose_tool(t);
    return true;
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

bool responses_identify(struct table *t, enum identity *ret, long *ret_line, struct error *err)
{
    struct responses *own = t->own;
    const struct held_response *earlier =
        held_responses_find(&own->rows, t->row.values[RESPONSE_ID].text);
    *ret = IDENTITY_FIRST;
    if (!earlier)
        return true;
    *ret_line = (long)earlier->line;
    bool same = held_responses_same(&own->rows, earlier, &t->row);
    if (same && t->header.carried_count && !carried_is_same(t, *ret_line, &same, err))
        return false;
    *ret = same ? IDENTITY_DUPLICATE : IDENTITY_CONFLICT;
    return true;
}

static void tally_defaults(struct table *t)
{
    const struct responses *own = t->own;
    static const enum tally of_texts[] = {[TEXT_FILE_ABSENT] = TALLY_TEXT_ABSENT,
                                          [TEXT_FILE_LETTER] = TALLY_TEXT_IS_LETTER,
                                          [TEXT_FILE_NO_TEXT] = TALLY_TEXT_IS_NONE};
    if (!own->has_stance)
        table_tally(t, TALLY_STANCE_UNREAD);
    if (own->text_state != TEXT_FILE_READ)
        table_tally(t, of_texts[own->text_state]);
    const struct tool_entry *tools = t->intake->registry.tool_list;
    if (t->tool_is_default &&
        strcasecmp(tools[t->row.values[RESPONSE_TOOL].number - 1].id, unspecified) == 0)
        table_tally(t, TALLY_UNSPECIFIED_TOOL);
}

static struct answer_key key_of(const struct value *values)
{
    const struct value *question = &values[RESPONSE_QUESTION];
    const struct value *responded = &values[RESPONSE_RESPONDED];
    struct answer_key key = {
        .force = values[RESPONSE_FORCE].number,
        .request = values[RESPONSE_REQUEST].number,
        .question = question->is_known ? question->number : 0,
        .tool = values[RESPONSE_TOOL].number,
        .stage = values[RESPONSE_STAGE].number,
        .responded = {DAY_MIN, DAY_MAX},
    };
    if (responded->is_known)
        key.responded = responded->date;
    return key;
}

/* Letters without a date are never the same. */
static bool is_same_letter(const struct answer_key *a, const struct answer_key *b)
{
    return date_is_known(a->responded) && a->responded.earliest == b->responded.earliest &&
           a->responded.latest == b->responded.latest && a->force == b->force &&
           a->request == b->request && a->question == b->question && a->tool == b->tool &&
           a->stage == b->stage;
}

static void note_draft(struct table *t)
{
    struct drafted *d = t->intake->drafted;
    if (!d)
        d = t->intake->drafted = memory_new(1, sizeof *d);
    d->keys = memory_grow(d->keys, d->count, &d->room, sizeof *d->keys);
    d->keys[d->count++] = key_of(t->row.values);
}

static bool is_of_draft(const struct table *t)
{
    const struct drafted *d = t->intake->drafted;
    if (!d)
        return false;
    const struct answer_key key = key_of(t->row.values);
    for (size_t i = 0; i < d->count; i++)
        if (is_same_letter(&key, &d->keys[i]))
            return true;
    return false;
}

void responses_drop_draft(struct intake *intake)
{
    if (!intake->drafted)
        return;
    held_responses_done(&intake->drafted->rows);
    free(intake->drafted->keys);
    free(intake->drafted);
    intake->drafted = NULL;
}

bool responses_after(struct table *t, int64_t row_no, struct error *err)
{
    (void)row_no;
    (void)err;
    struct responses *own = t->own;
    if (t->account.file->is_draft) {
        note_draft(t);
    } else if (is_of_draft(t)) {
        t->intake->ledger.result->left_out++;
        return true;
    }
    tally_defaults(t);
    held_responses_keep(&own->rows, &t->row);
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
    if (t->account.file->is_draft) {
        if (t->intake->drafted)
            held_responses_move(&own->rows, &t->intake->drafted->rows);
        return true;
    }
    result->responses = t->account.accepted;
    result->responses_rejected = t->account.rejected;
    sqlite3 *db = t->intake->db;
    return database_run_file(db, "analyzer/intake/wording_indexes.sql", err) &&
           held_responses_store(&own->rows, db, err) && bounds_of_letters(t, err) &&
           asked_store(&own->rows.asked, db, err) && misheadings_tell(&own->misheadings, t, err) &&
           (!own->has_carried_index || run_once(db, STATEMENT("drop_carried_index"), err)) &&
           tell_regulation_limbs(t, err);
}
