/* SPDX-License-Identifier: MIT */
#include "intake/registry.h"

#include "base/memory.h"
#include "domain/name.h"
#include "domain/request_id.h"
#include "store/statements.h"

#include <stdlib.h>

/* A tool, request or question that no file lists. */
struct named_row {
    int32_t number, request_no;
    struct slice id;
};
static const struct field named_fields[] = {
    FIELD(struct named_row, number),
    FIELD(struct named_row, id),
};
static const struct field named_question_fields[] = {
    FIELD(struct named_row, number),
    FIELD(struct named_row, request_no),
    FIELD(struct named_row, id),
};

void registry_open(struct registry *r, sqlite3 *db)
{
    *r = (struct registry){
        .db = db,
        .insert_tool = row_writer(db, "insert_named_tool", named_fields),
        .insert_request = row_writer(db, "insert_named_request", named_fields),
        .insert_question = row_writer(db, "insert_named_question", named_question_fields),
    };
}

void registry_close(struct registry *r)
{
    word_book_done(&r->book);
    lookalikes_done(&r->lookalikes);
    word_hints_done(&r->stance_hints);
    names_done(&r->forces);
    names_done(&r->collaborations);
    names_done(&r->tools);
    free(r->regimes);
    text_index_done(&r->tool_ids);
    for (size_t i = 0; i < r->tool_count; i++) {
        free(r->tool_list[i].id);
        free(r->tool_list[i].spelling.best);
    }
    free(r->tool_list);
    text_index_done(&r->request_ids);
    names_done(&r->requests);
    for (size_t i = 0; i < r->request_count; i++) {
        free(r->request_list[i].id);
        free(r->request_list[i].spelling.best);
    }
    free(r->request_list);
    text_index_done(&r->questions);
    row_map_done(&r->insert_tool);
    row_map_done(&r->insert_request);
    row_map_done(&r->insert_question);
}

bool registry_read_book(struct registry *r, struct error *err)
{
    r->forces.book = &r->book;
    return word_book_read(&r->book, err) && lookalikes_read(&r->lookalikes, err);
}

static int8_t regime_code(struct slice word)
{
    int code = vocabulary_code(&regimes, word);
    return (int8_t)(code < 0 ? REGIME_OTHER : code);
}

struct listed_row {
    int32_t number;
    struct slice id, name, aliases, regime, area_code;
};
static const struct field listed_fields[] = {
    FIELD(struct listed_row, number), FIELD(struct listed_row, id),
    FIELD(struct listed_row, name),   FIELD(struct listed_row, aliases),
    FIELD(struct listed_row, regime), FIELD(struct listed_row, area_code),
};

static bool read_listed(struct registry *r, const char *statement,
                        void (*take)(struct registry *, const struct listed_row *),
                        struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(r->db, statement, listed_fields);
    struct listed_row row;
    while (row_next(&rows, &row))
        take(r, &row);
    return row_done(&rows, err);
}

static void take_force(struct registry *r, const struct listed_row *row)
{
    names_add(&r->forces, row->number, row->id, row->name, row->aliases);
    names_add_code(&r->forces, row->number, row->area_code);
    r->regimes = memory_grow(r->regimes, r->force_count, &r->force_room, sizeof *r->regimes);
    r->regimes[r->force_count++] = regime_code(row->regime);
}

bool registry_read_forces(struct registry *r, struct error *err)
{
    return read_listed(r, STATEMENT("listed_forces"), take_force, err);
}

static void take_collaboration(struct registry *r, const struct listed_row *row)
{
    names_add(&r->collaborations, row->number, row->id, row->name, row->aliases);
}

bool registry_read_collaborations(struct registry *r, struct error *err)
{
    return read_listed(r, STATEMENT("listed_collaborations"), take_collaboration, err);
}

static int32_t note_tool(struct registry *r, struct slice id, bool is_listed)
{
    r->tool_list = memory_grow(r->tool_list, r->tool_count, &r->tool_room, sizeof *r->tool_list);
    r->tool_list[r->tool_count++] =
        (struct tool_entry){.id = slice_copy(id), .is_listed = is_listed};
    return (int32_t)r->tool_count;
}

static void take_tool(struct registry *r, const struct listed_row *row)
{
    int32_t number = note_tool(r, row->id, true);
    names_add(&r->tools, number, row->id, row->name, row->aliases);
}

bool registry_read_tools(struct registry *r, struct error *err)
{
    return read_listed(r, STATEMENT("listed_tools"), take_tool, err);
}

/* The form in which spellings of what no file lists are equal. What folds to nothing is only
 * what it is. */
static struct slice fold_id(struct slice id, char out[NAME_BYTES])
{
    name_fold(id, out);
    return *out ? slice_of(out) : id;
}

static int32_t find_unlisted(const struct text_index *index, struct slice id)
{
    char folded[NAME_BYTES];
    int32_t number = text_index_find(index, fold_id(id, folded));
    return number < 0 ? NAMES_UNKNOWN : number;
}

int32_t registry_find_tool(const struct registry *r, struct slice text)
{
    int32_t number = names_find(&r->tools, text, true);
    return number == NAMES_UNKNOWN ? registry_find_tool_id(r, text) : number;
}

int32_t registry_find_tool_id(const struct registry *r, struct slice id)
{
    int32_t number = text_index_find(&r->tools.ids, id);
    return number < 0 ? find_unlisted(&r->tool_ids, id) : number;
}

bool registry_add_tool(struct registry *r, struct slice id, int32_t *ret_no, struct error *err)
{
    char folded[NAME_BYTES];
    *ret_no = note_tool(r, id, false);
    text_index_add(&r->tool_ids, fold_id(id, folded), *ret_no);
    return row_write(&r->insert_tool, &(struct named_row){.number = *ret_no, .id = id}, err);
}

int32_t registry_find_request(const struct registry *r, struct slice id)
{
    int32_t number = names_find(&r->requests, id, false);
    return number == NAMES_UNKNOWN ? find_unlisted(&r->request_ids, id) : number;
}

static int32_t note_request(struct registry *r, struct slice id, bool is_listed, int32_t tool_no)
{
    r->request_list =
        memory_grow(r->request_list, r->request_count, &r->request_room, sizeof *r->request_list);
    r->request_list[r->request_count++] =
        (struct request_entry){.id = slice_copy(id),
                               .spelling = {.is_cells = true}, /* nothing else names one */
                               .is_listed = is_listed,
                               .tool_no = tool_no};
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
    char folded[NAME_BYTES];
    *ret_no = note_request(r, id, false, 0);
    text_index_add(&r->request_ids, fold_id(id, folded), *ret_no);
    return row_write(&r->insert_request, &(struct named_row){.number = *ret_no, .id = id}, err);
}

static bool is_before(struct slice text, const char *other)
{
    size_t length = strlen(other), common = text.length < length ? text.length : length;
    int order = memcmp(text.bytes, other, common);
    return order ? order < 0 : text.length < length;
}

/* A cell's goes before any other; of equals the first in byte order. */
static void note_spelling(struct spelling *spelling, const char *id, struct slice text,
                          bool is_cell)
{
    const char *so_far = spelling->best ? spelling->best : id;
    bool is_stronger = is_cell && !spelling->is_cells;
    bool is_equal = is_cell == spelling->is_cells;
    spelling->is_cells |= is_cell;
    if (slice_is(text, so_far) || (!is_stronger && !(is_equal && is_before(text, so_far))))
        return;
    free(spelling->best);
    spelling->best = slice_copy(text);
}

void registry_note_tool_spelling(struct registry *r, int32_t number, struct slice text,
                                 bool is_cell)
{
    struct tool_entry *tool = &r->tool_list[number - 1];
    if (!tool->is_listed)
        note_spelling(&tool->spelling, tool->id, text, is_cell);
}

void registry_note_request_spelling(struct registry *r, int32_t number, struct slice text)
{
    struct request_entry *request = &r->request_list[number - 1];
    char id[ID_BYTES];
    /* Most rows spell it as it is shown. */
    const struct spelling *spelling = &request->spelling;
    if (slice_is(text, spelling->best ? spelling->best : request->id))
        return;
    if (!request->is_listed && request_id_normalise(text, id, sizeof id))
        note_spelling(&request->spelling, request->id, slice_of(id), true);
}

static bool store_spelling(sqlite3_stmt *update, int32_t number, char **id,
                           struct spelling *spelling, struct error *err)
{
    if (!spelling->best)
        return true;
    free(*id);
    *id = spelling->best;
    spelling->best = NULL;
    query_bind_int(update, "number", number);
    query_bind_text(update, "id", slice_of(*id));
    return query_run(update, err);
}

bool registry_store_spellings(struct registry *r, struct error *err)
{
    SCOPED_QUERY tool = query_prepare(r->db, "respell_tool");
    for (size_t i = 0; i < r->tool_count; i++)
        if (!store_spelling(tool, (int32_t)i + 1, &r->tool_list[i].id, &r->tool_list[i].spelling,
                            err))
            return false;
    SCOPED_QUERY request = query_prepare(r->db, "respell_request");
    for (size_t i = 0; i < r->request_count; i++)
        if (!store_spelling(request, (int32_t)i + 1, &r->request_list[i].id,
                            &r->request_list[i].spelling, err))
            return false;
    return true;
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
    const struct named_row row = {.number = *ret_no, .request_no = request_no, .id = id};
    return row_write(&r->insert_question, &row, err);
}
