/* SPDX-License-Identifier: MIT */
#include "unpacked.h"

#include "base/memory.h"
#include "report/fixture.h"
#include "support.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int check_part(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)place;
    const char *const argv[] = {"xmllint", "--noout", "--huge", path, NULL};
    if (kind == FTW_F)
        ck_assert_msg(fixture_program(argv) == 0, "%s is not well-formed", path);
    return 0;
}

char *unpacked_part(const struct unpacked *w, const char *name)
{
    char path[256];
    size_t size = 0;
    snprintf(path, sizeof path, "%s/%s", w->folder, name);
    return support_exists(path) ? support_read_file(path, &size) : NULL;
}

static void undo_escapes(char *text)
{
    static const struct {
        const char *escape;
        char plain;
    } escapes[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    char *to = text;
    for (const char *from = text; *from; to++) {
        *to = *from;
        size_t length = 1;
        for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
            if (strncmp(from, escapes[i].escape, strlen(escapes[i].escape)) == 0) {
                *to = escapes[i].plain;
                length = strlen(escapes[i].escape);
            }
        }
        from += length;
    }
    *to = '\0';
}

/* Every text between those two, in order; unescaped. */
static size_t list_texts(const char *xml, const char *begin, char end, char ***ret_list)
{
    size_t count = 0, room = 0;
    char **list = NULL;
    for (const char *at = xml; (at = strstr(at, begin)) != NULL;) {
        at += strlen(begin);
        if (end == '<') /* behind the attributes of the element */
            at = strchr(at, '>') + 1;
        const char *last = strchr(at, end);
        list = memory_grow(list, count, &room, sizeof *list);
        list[count] = strndup(at, (size_t)(last - at));
        undo_escapes(list[count++]);
    }
    *ret_list = list;
    return count;
}

struct unpacked unpacked_open(const char *file)
{
    struct unpacked w = {0};
    snprintf(w.folder, sizeof w.folder, "%s.parts", file);
    const char *const argv[] = {"unzip", "-q", "-o", "-d", w.folder, file, NULL};
    ck_assert_int_eq(fixture_program(argv), 0);
    ck_assert_int_eq(nftw(w.folder, check_part, 8, FTW_PHYS), 0);
    char *strings = unpacked_part(&w, "xl/sharedStrings.xml");
    w.strings = list_texts(strings, "<si><t", '<', &w.string);
    free(strings);
    char *book = unpacked_part(&w, "xl/workbook.xml"), **names = NULL;
    w.sheets = list_texts(book, "<sheet name=\"", '"', &names);
    free(book);
    ck_assert_uint_lt(w.sheets, sizeof w.names / sizeof *w.names);
    for (size_t i = 0; i < w.sheets; i++) {
        char name[64];
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i + 1);
        w.names[i] = names[i];
        w.xml[i] = unpacked_part(&w, name);
    }
    free(names);
    return w;
}

void unpacked_close(struct unpacked *w)
{
    for (size_t i = 0; i < w->strings; i++)
        free(w->string[i]);
    free(w->string);
    for (size_t i = 0; i < w->sheets; i++) {
        free(w->names[i]);
        free(w->xml[i]);
    }
}

size_t unpacked_sheet(const struct unpacked *w, const char *name)
{
    for (size_t i = 0; i < w->sheets; i++)
        if (strcmp(w->names[i], name) == 0)
            return i;
    ck_abort_msg("no sheet %s", name);
    return 0;
}

bool unpacked_cell(const struct unpacked *w, size_t sheet, int row, int column,
                   struct unpacked_cell *ret_cell)
{
    char start[32];
    ck_assert_int_le(column, 52);
    snprintf(start, sizeof start, "<c r=\"%s%c%d\"", column > 26 ? "A" : "",
             'A' + (column - 1) % 26, row);
    const char *at = strstr(w->xml[sheet], start);
    if (!at)
        return false;
    char attributes[64], value[64];
    ck_assert_int_eq(sscanf(at + strlen(start), "%63[^>]><v>%63[^<]</v>", attributes, value), 2);
    const char *style = strstr(attributes, "s=\"");
    *ret_cell =
        (struct unpacked_cell){.number = strtod(value, NULL), .style = style ? atoi(style + 3) : 0};
    if (strstr(attributes, "t=\"s\"")) {
        ck_assert_uint_lt((size_t)atol(value), w->strings);
        ret_cell->text = w->string[atol(value)];
    }
    return true;
}

const char *unpacked_text(const struct unpacked *w, size_t sheet, int row, int column)
{
    struct unpacked_cell cell;
    ck_assert_msg(unpacked_cell(w, sheet, row, column, &cell), "%s: row %d, column %d is empty",
                  w->names[sheet], row, column);
    ck_assert_msg(cell.text != NULL, "%s: row %d, column %d is a number", w->names[sheet], row,
                  column);
    return cell.text;
}

int unpacked_header(const struct unpacked *w, size_t sheet)
{
    char name[64];
    snprintf(name, sizeof name, "xl/worksheets/_rels/sheet%zu.xml.rels", sheet + 1);
    char *rels = unpacked_part(w, name);
    const char *target = rels ? strstr(rels, "Target=\"../tables/") : NULL;
    int row = 0;
    if (target) {
        ck_assert_ptr_null(strstr(target + 1, "Target=\"../tables/"));
        snprintf(name, sizeof name, "xl/%.*s", (int)strcspn(target + 11, "\""), target + 11);
        char *table = unpacked_part(w, name);
        ck_assert_int_eq(sscanf(strstr(table, " ref=\"A"), " ref=\"A%d", &row), 1);
        free(table);
    }
    free(rels);
    return row;
}
