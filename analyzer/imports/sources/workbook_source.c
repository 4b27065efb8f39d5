/* SPDX-License-Identifier: MIT
 * A workbook (XLSX) as rows of cells, a table a sheet.
 */
#include "imports/sources/readers.h"
#include "imports/sources/workbook_sheet.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <strings.h>

enum { NAME_BYTES = 80, RECORD_BYTES = 160, SPANS_TOLD = 8 };

static void read_strings(struct workbook *book, const char *part)
{
    xmlDoc *doc = archive_try_xml(book->archive, part);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    size_t room = 0;
    for (xmlNode *si = workbook_first(root, "si"); si; si = workbook_next(si)) {
        book->strings = arena_grow(&book->arena, book->strings, book->string_count, &room,
                                   sizeof *book->strings);
        book->strings[book->string_count++] = workbook_words(si, &book->arena);
    }
    xmlFreeDoc(doc);
}

static void read_shared(struct workbook *book, const struct workbook_relations *relations,
                        const xmlNode *root)
{
    const struct workbook_relation *strings = workbook_relation_of_type(relations, "sharedStrings");
    const struct workbook_relation *styles = workbook_relation_of_type(relations, "styles");
    if (strings)
        read_strings(book, strings->target);
    if (styles) {
        xmlDoc *doc = archive_try_xml(book->archive, styles->target);
        book->styles = workbook_styles_read(doc, &book->arena);
        xmlFreeDoc(doc);
    }
    const xmlNode *properties = tree_child(root, "workbookPr");
    book->styles.is_1904 = properties && workbook_flag(properties, "date1904");
}

/* "7", "H" */
static void tell_number(FILE *out, int number, bool is_column)
{
    if (is_column)
        fputs(sheet_column_name(number, (char[SHEET_COLUMN_BYTES]){""}), out);
    else
        fprintf(out, "%d", number);
}

/* "rows 3, 7 to 9"; columns by their letters. */
static char *tell_spans(const struct sheet_span *spans, size_t count, bool are_columns)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    for (size_t i = 0; i < count && i < SPANS_TOLD; i++) {
        fputs(i ? ", " : "", out);
        tell_number(out, spans[i].first, are_columns);
        if (spans[i].first == spans[i].last)
            continue;
        fputs(" to ", out);
        tell_number(out, spans[i].last, are_columns);
    }
    fputs(count > SPANS_TOLD ? " and others" : "", out);
    memory_stream_end(out);
    return text;
}

static void tell_hidden(struct source_writer *w, const char *name, const struct sheet *sheet,
                        bool is_hidden)
{
    if (is_hidden)
        source_notice(w, 0, "hidden-sheet", "the sheet \"%s\" is hidden: it is read like others",
                      SHOWN(name, NAME_BYTES));
    if (sheet->hidden_row_count) {
        SCOPED_TEXT rows = tell_spans(sheet->hidden_rows, sheet->hidden_row_count, false);
        source_notice(w, sheet->hidden_rows[0].first, "hidden-row",
                      "hidden rows of the sheet \"%s\" are read like others: %s",
                      SHOWN(name, NAME_BYTES), rows);
    }
    if (sheet->hidden_column_count) {
        SCOPED_TEXT columns = tell_spans(sheet->hidden_columns, sheet->hidden_column_count, true);
        source_notice(w, 0, "hidden-column",
                      "hidden columns of the sheet \"%s\" are read like others: %s",
                      SHOWN(name, NAME_BYTES), columns);
    }
}

static void tell_cells(struct source_writer *w, const char *name, const struct sheet *sheet)
{
    int comments = 0, commented = 0, errors = 0, wrong = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_cell *cell = &sheet->cells[i];
        bool is_wrong = cell->kind && strcmp(cell->kind, "error") == 0;
        if (cell->comment && comments++ == 0)
            commented = cell->row;
        if (is_wrong && errors++ == 0)
            wrong = cell->row;
    }
    if (comments)
        source_notice(w, commented, "comment", "cells with a comment in the sheet \"%s\": %d",
                      SHOWN(name, NAME_BYTES), comments);
    if (errors)
        source_notice(w, wrong, "error-cell",
                      "cells with an error of the spreadsheet in the sheet \"%s\": %d",
                      SHOWN(name, NAME_BYTES), errors);
    if (sheet->valueless)
        source_notice(w, sheet->valueless_at, "formula-without-value",
                      "cells with a formula and no stored value in the sheet \"%s\": %d; open the "
                      "workbook in a spreadsheet program, save it and read it again",
                      SHOWN(name, NAME_BYTES), sheet->valueless);
}

static void write_rows(struct source_writer *w, const char *name, const struct sheet *sheet)
{
    int row = 0;
    SCOPED_TEXT record = NULL;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_cell *cell = &sheet->cells[i];
        if (cell->row != row) {
            row = cell->row;
            memory_release(&record);
            record = memory_print("%s!%d", name, row);
            source_begin_row(
                w, &(struct source_place){
                       .line = row,
                       .record = record,
                       .is_hidden = sheet_is_in(sheet->hidden_rows, sheet->hidden_row_count, row)});
        }
        source_add_cell(w, cell->column,
                        &(struct source_cell){.words = cell->words,
                                              .kind = cell->kind,
                                              .link = cell->link,
                                              .comment = cell->comment,
                                              .is_filled = cell->is_filled});
    }
}

static bool read_sheet(struct source_writer *w, struct workbook *book, const xmlNode *entry,
                       const struct workbook_relations *relations, char **ret_reason)
{
    const struct workbook_relation *to =
        workbook_relation_of_id(relations, tree_attribute(entry, "id"));
    const char *name = tree_attribute(entry, "name"), *state = tree_attribute(entry, "state");
    bool is_hidden = strcasecmp(state, "hidden") == 0 || strcasecmp(state, "veryHidden") == 0;
    if (!to)
        return unreadable(ret_reason, "the sheet \"%s\" of it is not there: %s",
                          SHOWN(name, NAME_BYTES), source_limits.instead);
    if (strcmp(to->type, "worksheet") != 0) {
        source_notice(w, 0, "no-table", "the sheet \"%s\" is a chart or a form: it is not read",
                      SHOWN(name, NAME_BYTES));
        return true;
    }
    struct sheet sheet;
    bool ok = sheet_read(book, to->target, &sheet, ret_reason);
    if (ok) {
        source_begin_table(w, &(struct source_table){.name = name, .is_hidden = is_hidden});
        write_rows(w, name, &sheet);
        tell_hidden(w, name, &sheet, is_hidden);
        tell_cells(w, name, &sheet);
    }
    sheet_done(&sheet);
    return ok;
}

static bool read_book(struct source_writer *w, struct workbook *book, const char *part,
                      char **ret_reason)
{
    xmlDoc *doc = archive_read_xml(book->archive, part, ret_reason);
    if (!doc)
        return false;
    const xmlNode *root = xmlDocGetRootElement(doc), *sheets = tree_child(root, "sheets");
    struct workbook_relations relations = workbook_relations_of(book->archive, part, &book->arena);
    read_shared(book, &relations, root);
    bool ok = sheets || unreadable(ret_reason, "there is no sheet in it");
    for (xmlNode *s = workbook_first(sheets, "sheet"); ok && s; s = workbook_next(s))
        ok = read_sheet(w, book, s, &relations, ret_reason);
    xmlFreeDoc(doc);
    return ok;
}

/* Archives that are something else, by a part that they have. */
static bool refuse_other(const struct archive *archive, char **ret_reason)
{
    static const struct {
        const char *part, *reason;
    } others[] = {
        {"xl/workbook.bin", "it is a binary workbook (.xlsb): save it as .xlsx"},
        {"content.xml", "it is an OpenDocument file: save its sheets as .xlsx or CSV"},
        {"word/document.xml", "it is a text document: copy its table into a spreadsheet"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (archive_has(archive, others[i].part))
            return unreadable(ret_reason, "%s", others[i].reason);
    return unreadable(ret_reason, "it is an archive and no workbook: unpack it, and name the files "
                                  "that were in it");
}

bool source_read_workbook(struct source_writer *w, struct slice bytes, char **ret_reason)
{
    struct workbook book = {0};
    if (!archive_open(bytes, &source_limits, &book.archive, ret_reason))
        return false;
    struct workbook_relations package = workbook_relations_of(book.archive, "", &book.arena);
    const struct workbook_relation *main = workbook_relation_of_type(&package, "officeDocument");
    const char *part = main ? main->target : "xl/workbook.xml";
    bool is_workbook = archive_has(book.archive, part) && slice_ends_with(slice_of(part), ".xml") &&
                       strncmp(part, "word/", 5) != 0;
    bool ok = is_workbook ? read_book(w, &book, part, ret_reason)
                          : refuse_other(book.archive, ret_reason);
    archive_close(book.archive);
    arena_done(&book.arena);
    return ok;
}
