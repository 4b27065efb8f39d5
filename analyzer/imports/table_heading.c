/* SPDX-License-Identifier: MIT */
#include "imports/table_heading.h"

#include "base/memory.h"
#include "intake/heading.h"
#include "store/row_map.h"

#include <stdlib.h>
#include <string.h>

struct cell_row {
    int64_t row_no, column_no;
    bool is_marked, is_filled, has_link;
    struct slice words, kind;
};
static const struct field cell_fields[] = {
    FIELD(struct cell_row, row_no),    FIELD(struct cell_row, column_no),
    FIELD(struct cell_row, is_marked), FIELD(struct cell_row, is_filled),
    FIELD(struct cell_row, has_link),  FIELD(struct cell_row, words),
    FIELD(struct cell_row, kind),
};

static void add_cell(struct table_rows *t, const struct cell_row *cell)
{
    if (!t->count || t->rows[t->count - 1].row_no != cell->row_no) {
        t->rows = memory_grow(t->rows, t->count, &t->room, sizeof *t->rows);
        t->rows[t->count++] =
            (struct table_row){.row_no = cell->row_no, .is_marked = cell->is_marked};
    }
    struct table_row *row = &t->rows[t->count - 1];
    if (!cell->column_no)
        return;
    row->cells = arena_grow(&t->arena, row->cells, row->count, &row->room, sizeof *row->cells);
    row->cells[row->count++] = (struct table_cell){
        .column_no = (int)cell->column_no,
        .words = arena_copy(&t->arena, cell->words),
        .is_number = slice_is(cell->kind, "number"),
        .is_error = slice_is(cell->kind, "error"),
        .is_filled = cell->is_filled,
        .has_link = cell->has_link,
    };
}

bool table_rows_read(sqlite3 *db, int64_t table_no, struct table_rows *ret, struct error *err)
{
    *ret = (struct table_rows){0};
    SCOPED_ROW_MAP rows = row_reader(db, "layout_cells", cell_fields);
    query_bind_int(rows.statement, "table_no", table_no);
    struct cell_row cell;
    while (row_next(&rows, &cell))
        add_cell(ret, &cell);
    return row_done(&rows, err);
}

void table_rows_done(struct table_rows *t)
{
    free(t->rows);
    arena_done(&t->arena);
}

/* By the rules of the mapping. */
static bool find_rule(const struct mapping *m, const char *folded, struct table_column *ret)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct map_rule *rule = &m->rules[i];
        bool is_of_columns = rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE;
        if (!is_of_columns || strcmp(rule->folded, folded) != 0)
            continue;
        ++*rule->used;
        ret->field = rule->kind == MAP_COLUMN ? rule->field : NULL;
        ret->strength = i;
        ret->is_known = true;
        return true;
    }
    return false;
}

size_t table_heading_known(const struct mapping *m, const struct table_row *row)
{
    size_t known = 0;
    for (size_t i = 0; i < row->count; i++) {
        char folded[HEADER_BYTES];
        struct table_column column;
        contract_fold_header(slice_of(row->cells[i].words), folded);
        known += *row->cells[i].words && !row->cells[i].is_filled && find_rule(m, folded, &column);
    }
    return known;
}

/* As a file of a pack has it. */
static void find_contract(const struct mapping *m, struct table_column *ret)
{
    static const enum contract_file_no files[] = {FILE_RESPONSES, FILE_ACKNOWLEDGEMENTS};
    for (size_t i = 0; i < sizeof files / sizeof *files && !ret->field; i++) {
        enum heading_match match;
        const struct contract_file *file = &contract_files[files[i]];
        int column = heading_column(file, slice_of(ret->heading), &match);
        if (column < 0)
            continue;
        ret->field = file->columns[column].name;
        ret->strength = m->count + (size_t)(HEADING_NAME - match);
        ret->is_known = true;
    }
}

static const char *const beside[] = {"beside_1", "beside_2",  "beside_3",  "beside_4",
                                     "beside_5", "beside_6",  "beside_7",  "beside_8",
                                     "beside_9", "beside_10", "beside_11", "beside_12"};
enum { BESIDE = sizeof beside / sizeof *beside };

bool table_field_is_beside(const char *field)
{
    return field && strncmp(field, "beside_", 7) == 0;
}

/* Its words are kept as a note; of a table with very many such columns those behind are told of as
 * not used. */
static void put_beside(struct table_column *column, size_t *count)
{
    column->meant = column->field;
    column->field = *count < BESIDE ? beside[*count] : NULL;
    column->is_known = *count < BESIDE;
    ++*count;
}

/* Of two columns that are one field the stronger, else the first, has it. */
static void keep_one_each(struct table_columns *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++)
        for (size_t j = 0; j < c->count; j++) {
            struct table_column *a = &c->list[i], *b = &c->list[j];
            if (i != j && a->field && b->field && strcmp(a->field, b->field) == 0 &&
                (b->strength > a->strength || (b->strength == a->strength && j > i)))
                put_beside(b, &count);
        }
}

struct table_columns table_heading_columns(const struct mapping *m, const struct table_row *row)
{
    struct table_columns c = {.list = memory_new(row->count + 1, sizeof *c.list)};
    for (size_t i = 0; i < row->count; i++) {
        char folded[HEADER_BYTES];
        struct table_column *column = &c.list[c.count];
        *column = (struct table_column){.column_no = row->cells[i].column_no,
                                        .heading = row->cells[i].words};
        if (!*column->heading)
            continue;
        c.count++;
        contract_fold_header(slice_of(column->heading), folded);
        if (!find_rule(m, folded, column))
            find_contract(m, column);
    }
    keep_one_each(&c);
    return c;
}

const char *table_columns_field(const struct table_columns *c, int column_no)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->list[i].column_no == column_no)
            return c->list[i].field;
    return NULL;
}

static bool has_field(const struct table_columns *c, const char *field)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->list[i].field && strcmp(c->list[i].field, field) == 0)
            return true;
    return false;
}

static bool has_constant(const struct mapping *m, const char *field)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rules[i].kind == MAP_CONSTANT && strcmp(m->rules[i].field, field) == 0)
            return true;
    return false;
}

static bool has_all_needed(const struct mapping *m, const struct table_columns *c)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rules[i].kind == MAP_NEEDS && !has_field(c, m->rules[i].field) &&
            !has_constant(m, m->rules[i].field))
            return false;
    return true;
}

/* How many different fields a row names; 0 where one lacks that must be there. */
static size_t score(const struct mapping *m, const struct table_row *row)
{
    size_t fields = 0, distinct = 0;
    for (size_t i = 0; i < row->count; i++)
        distinct += !row->cells[i].is_filled;
    if (distinct < 2)
        return 0;
    struct table_columns c = table_heading_columns(m, row);
    for (size_t i = 0; i < c.count; i++)
        fields += c.list[i].field && !c.list[i].meant;
    bool is_whole = has_all_needed(m, &c);
    free(c.list);
    return !is_whole || fields < 2 ? 0 : fields;
}

int64_t table_heading_find(const struct mapping *m, const struct table_rows *t, bool is_first)
{
    enum { HEADING_WITHIN = 60 }; /* further down a row that looks like one is data */
    size_t best = 0;
    int64_t found = -1;
    if (is_first)
        return t->count ? 0 : -1;
    for (size_t i = 0; i < t->count && i < HEADING_WITHIN; i++) {
        size_t n = score(m, &t->rows[i]);
        if (n > best) {
            best = n;
            found = (int64_t)i;
        }
    }
    return found;
}
