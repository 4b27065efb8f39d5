/* SPDX-License-Identifier: MIT */
#include "intake/books.h"

#include "store/database.h"

#include <check.h>
#include <stdio.h>

void books_open(struct books *b)
{
    *b = (struct books){0};
    ck_assert_msg(database_create(":memory:", &b->db, &b->err), "%s", b->err.what);
    ledger_open(&b->ledger, b->db, &b->result);
    registry_open(&b->registry, b->db);
}

void books_close(struct books *b)
{
    registry_close(&b->registry);
    ledger_close(&b->ledger);
    ck_assert_int_eq(sqlite3_close(b->db), SQLITE_OK);
}

void books_begin_file(struct books *b, enum contract_file_no file, bool is_reference)
{
    snprintf(b->path, sizeof b->path, "%s/%s", is_reference ? "reference" : "pack",
             contract_files[file].name);
    b->file = (struct pack_file){
        .path = b->path,
        .name = strchr(b->path, '/') + 1,
        .is_reference = is_reference,
        .bytes = slice_of("a,b\r\n"),
    };
    ck_assert_msg(ledger_begin_file(&b->ledger, &contract_files[file], &b->file, "UTF-8",
                                    &b->account, &b->err),
                  "%s", b->err.what);
}

size_t books_parts(const char *list, char separator, struct slice *out, size_t room)
{
    struct slice rest = slice_of(list);
    size_t count = 0;
    while (count < room && slice_next_part(&rest, separator, &out[count]))
        count++;
    return count;
}

void books_list_tools(struct books *b, const char *tools)
{
    struct slice rows[16], cells[3];
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(
        sqlite3_prepare_v2(b->db, "INSERT INTO tool (tool_id, name, aliases) VALUES (?1, ?2, ?3)",
                           -1, &s, NULL),
        SQLITE_OK);
    size_t count = books_parts(tools, '/', rows, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        char row[1024];
        snprintf(row, sizeof row, "%.*s", (int)rows[i].length, rows[i].bytes);
        cells[2] = (struct slice){"", 0};
        ck_assert_uint_ge(books_parts(row, ',', cells, 3), 2);
        for (int k = 0; k < 3; k++)
            sqlite3_bind_text(s, k + 1, cells[k].bytes, (int)cells[k].length, SQLITE_TRANSIENT);
        ck_assert_int_eq(sqlite3_step(s), SQLITE_DONE);
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    ck_assert_msg(registry_read_tools(&b->registry, &b->err), "%s", b->err.what);
}
