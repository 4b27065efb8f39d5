/* SPDX-License-Identifier: MIT */
#include "order/reversed_columns.h"

#include "base/memory.h"
#include "base/slice.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 64 };

/* The definitions between the parentheses of CREATE TABLE: columns, then constraints. */
struct definitions {
    struct slice head, tail; /* "CREATE TABLE unit (" and ") STRICT" */
    struct slice parts[PARTS_MAX];
    size_t count, columns;
};

static void run(sqlite3 *db, const char *sql)
{
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
}

static void leave_out_comments(char *sql)
{
    char *to = sql;
    bool is_quoted = false;
    for (const char *from = sql; *from; from++) {
        is_quoted ^= *from == '\'';
        if (!is_quoted && from[0] == '-' && from[1] == '-')
            from += strcspn(from, "\n");
        *to++ = *from;
        if (!*from)
            return;
    }
    *to = '\0';
}

static bool is_constraint(struct slice part)
{
    static const char *const words[] = {"PRIMARY KEY", "UNIQUE", "CHECK", "FOREIGN KEY",
                                        "CONSTRAINT"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (part.length >= strlen(words[i]) && strncmp(part.bytes, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static void add_part(struct definitions *d, const char *from, const char *end)
{
    struct slice part = slice_trim((struct slice){from, (size_t)(end - from)});
    ck_assert_uint_lt(d->count, PARTS_MAX);
    ck_assert_uint_gt(part.length, 0);
    bool constraint = is_constraint(part);
    ck_assert(constraint || d->columns == d->count);
    d->columns += !constraint;
    d->parts[d->count++] = part;
}

static struct definitions split(const char *sql)
{
    const char *open = strchr(sql, '(');
    struct definitions d = {.head = {sql, (size_t)(open + 1 - sql)}};
    const char *from = open + 1, *p = from;
    bool is_quoted = false;
    for (int depth = 1; depth > 0; p++) {
        ck_assert(*p != '\0');
        is_quoted ^= *p == '\'';
        depth += is_quoted ? 0 : (*p == '(') - (*p == ')');
        if (is_quoted || depth > 1 || (depth == 1 && *p != ','))
            continue;
        add_part(&d, from, p);
        from = p + 1;
    }
    d.tail = slice_of(p - 1);
    return d;
}

static char *reversed(const struct definitions *d)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    for (size_t i = 0; i < d->count; i++) {
        struct slice part = d->parts[i < d->columns ? d->columns - 1 - i : i];
        fprintf(out, "%s%.*s", i ? ", " : "", (int)part.length, part.bytes);
    }
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

struct texts {
    char **items;
    size_t count, room;
};

/* The first column of a query, whose parameter, if it has one, is the name of a table. */
static struct texts texts_of(sqlite3 *db, const char *select, const char *table)
{
    struct texts t = {0};
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, select, -1, &s, NULL), SQLITE_OK);
    if (table)
        sqlite3_bind_text(s, 1, table, -1, SQLITE_STATIC);
    while (sqlite3_step(s) == SQLITE_ROW) {
        t.items = memory_grow(t.items, t.count, &t.room, sizeof *t.items);
        t.items[t.count++] = memory_copy((const char *)sqlite3_column_text(s, 0));
    }
    sqlite3_finalize(s);
    return t;
}

static char *text_of(sqlite3 *db, const char *select, const char *table)
{
    struct texts t = texts_of(db, select, table);
    ck_assert_uint_eq(t.count, 1);
    char *text = t.items[0];
    free(t.items);
    return text;
}

static void texts_done(struct texts *t)
{
    for (size_t i = 0; i < t->count; i++)
        free(t->items[i]);
    free(t->items);
}

/* The table's indexes and triggers go with it. */
static void reverse_table(sqlite3 *db, const char *name)
{
    SCOPED_TEXT sql = text_of(db, "SELECT sql FROM sqlite_schema WHERE name = ?", name);
    SCOPED_TEXT columns = /* less those that are generated */
        text_of(db, "SELECT group_concat(name, ', ') FROM pragma_table_info(?)", name);
    struct texts dependents = texts_of(
        db, "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type <> 'table' AND sql NOT NULL",
        name);
    leave_out_comments(sql);
    struct definitions d = split(sql);
    SCOPED_TEXT body = reversed(&d);
    SCOPED_TEXT script = memory_print(
        "CREATE TEMP TABLE kept_rows AS SELECT %s FROM main.%s; DROP TABLE main.%s; %.*s%s%s; "
        "INSERT INTO main.%s (%s) SELECT %s FROM temp.kept_rows; DROP TABLE temp.kept_rows",
        columns, name, name, (int)d.head.length, d.head.bytes, body, d.tail.bytes, name, columns,
        columns);
    run(db, script);
    for (size_t i = 0; i < dependents.count; i++)
        run(db, dependents.items[i]);
    texts_done(&dependents);
}

void reverse_columns(sqlite3 *db)
{
    struct texts names = texts_of(db,
                                  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name "
                                  "NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
                                  NULL);
    ck_assert_uint_gt(names.count, 0);
    for (size_t i = 0; i < names.count; i++)
        reverse_table(db, names.items[i]);
    texts_done(&names);
}
