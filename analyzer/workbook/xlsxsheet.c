/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxsheet.h"

#include "base/memory.h"
#include "workbook/xlsxtext.h"

#include <errno.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum {
    PAPER_A4 = 9,
    MAX_LINKS = 65530, /* of a sheet, Excel's limit */
    LEAST_WIDTH = 10,
    MOST_WIDTH = 60,
    LINE_ROOM = 62,   /* of the widest column, less than it has: words are not broken */
    BUTTON_WIDTH = 4, /* of a header cell */
    PAGE_WIDTH = 240, /* more on a page could not be read */
    PAGE_BYTES = 200  /* of the 255 that the head or foot of a page has */
};
/* Columns are measured in characters of the default font, Calibri 11; cells are in Arial 12. */
static const double font_size = 12, title_size = 16, character_width = 1.25, line_height = 15.75,
                    most_height = 409;

struct xlsxsheet {
    struct xlsxbook *book;
    lxw_worksheet *worksheet;
    struct xlsxrecord_sheet *written;
    const char *name; /* borrowed: those of the tables are constants */
    lxw_row_t row;    /* where the next line or row goes */
    lxw_row_t header;
    lxw_col_t columns, column; /* of the table; of the next cell */
    size_t lines;              /* of the row, at most */
    int links;
    struct {
        char *name;
        enum xlsxsheet_kind kind;
        size_t width;
    } table[XLSXSHEET_COLUMNS];
};

struct xlsxbook {
    lxw_workbook *workbook;
    char *title, *comments, *temp_folder; /* the library asks for texts that it may change */
    const char *marking;
    lxw_format *heading, *line, *bold, *column_header, *link_line, *cells[XLSXSHEET_SHEET + 1];
    struct xlsxsheet *sheets[XLSXRECORD_SHEETS];
    size_t sheet_count;
    struct xlsxrecord written;
    char text[XLSXTEXT_BYTES];
};

/* What can go wrong before the file is written is our fault or the machine's. */
static void must(lxw_error code)
{
    if (code != LXW_NO_ERROR)
        internal_fault("workbook: %s", lxw_strerror(code));
}

static lxw_format *add_format(struct xlsxbook *book, double size, bool is_bold)
{
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format)
        memory_exhausted();
    format_set_font_name(format, "Arial");
    format_set_font_size(format, size);
    if (is_bold)
        format_set_bold(format);
    return format;
}

static lxw_format *add_link_format(struct xlsxbook *book)
{
    lxw_format *format = add_format(book, font_size, false);
    format_set_font_color(format, LXW_COLOR_BLUE);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
    return format;
}

static lxw_format *add_cell_format(struct xlsxbook *book, enum xlsxsheet_kind kind)
{
    static const char *const numbers[] = {[XLSXSHEET_DATE] = "yyyy-mm-dd",
                                          [XLSXSHEET_WHOLE] = "0",
                                          [XLSXSHEET_DECIMAL] = "0.000000",
                                          [XLSXSHEET_SHEET] = NULL};
    bool is_link = kind == XLSXSHEET_LINK || kind == XLSXSHEET_SHEET;
    lxw_format *format = is_link ? add_link_format(book) : add_format(book, font_size, false);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (numbers[kind])
        format_set_num_format(format, numbers[kind]);
    if (kind == XLSXSHEET_DATE) /* as the dates beside it that are text */
        format_set_align(format, LXW_ALIGN_LEFT);
    if (kind == XLSXSHEET_TEXT)
        format_set_text_wrap(format);
    if (kind >= XLSXSHEET_WHOLE && kind <= XLSXSHEET_NUMBER) { /* apart from text on the right */
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    }
    return format;
}

static void add_formats(struct xlsxbook *book)
{
    book->heading = add_format(book, title_size, true);
    book->line = add_format(book, font_size, false);
    book->bold = add_format(book, font_size, true);
    book->link_line = add_link_format(book);
    book->column_header = add_format(book, font_size, true);
    format_set_text_wrap(book->column_header);
    format_set_bottom(book->column_header, LXW_BORDER_THIN);
    format_set_align(book->column_header, LXW_ALIGN_VERTICAL_TOP);
    for (enum xlsxsheet_kind kind = 0; kind <= XLSXSHEET_SHEET; kind++)
        book->cells[kind] = add_cell_format(book, kind);
}

struct xlsxbook *xlsxbook_begin(const struct xlsxbook_properties *properties, const char *path,
                                const char *temp_folder)
{
    struct xlsxbook *book = memory_new(1, sizeof *book);
    book->marking = properties->marking;
    book->temp_folder = temp_folder ? memory_copy(temp_folder) : NULL;
    lxw_workbook_options options = {.tmpdir = book->temp_folder};
    book->workbook = workbook_new_opt(path, &options);
    if (!book->workbook)
        memory_exhausted();
    xlsxtext_cell(slice_of(properties->title), book->text);
    book->title = memory_copy(book->text);
    xlsxtext_cell(slice_of(properties->comments), book->text);
    book->comments = memory_copy(book->text);
    char author[] = "Concord";
    lxw_doc_properties document = {.title = book->title,
                                   .author = author,
                                   .comments = book->comments,
                                   .created = (time_t)properties->created};
    must(workbook_set_properties(book->workbook, &document));
    add_formats(book);
    return book;
}

/* The library writes a carriage return as an escape. */
static void note_text(struct xlsxsheet *sheet, lxw_row_t row, lxw_col_t column, const char *text)
{
    static const char escape[] = "_x000D_";
    uint64_t hash = 0;
    if (!strchr(text, '\r')) {
        hash = xlsxrecord_text(slice_of(text));
    } else {
        char *stored = memory_new(strlen(text) * strlen(escape) + 1, 1), *at = stored;
        for (; *text; text++) {
            size_t length = *text == '\r' ? strlen(escape) : 1;
            memcpy(at, *text == '\r' ? escape : text, length);
            at += length;
        }
        hash = xlsxrecord_text((struct slice){stored, (size_t)(at - stored)});
        free(stored);
    }
    xlsxrecord_add(sheet->written, row, column, true, hash);
}

static void note_number(struct xlsxsheet *sheet, double number)
{
    xlsxrecord_add(sheet->written, sheet->row, sheet->column, false, xlsxrecord_number(number));
}

static void write_text(struct xlsxsheet *sheet, lxw_row_t row, lxw_col_t column, struct slice text,
                       lxw_format *format)
{
    xlsxtext_cell(text, sheet->book->text);
    must(worksheet_write_string(sheet->worksheet, row, column, sheet->book->text, format));
    note_text(sheet, row, column, sheet->book->text);
}

/* On paper: A4 across, the marking at head and foot. */
static void set_page(struct xlsxsheet *sheet)
{
    char marking[PAGE_BYTES];
    xlsxtext_page(sheet->book->marking, marking, sizeof marking);
    SCOPED_TEXT head = memory_print("&C%s", marking);
    SCOPED_TEXT foot = memory_print("&L&A&C%s&RPage &P of &N", marking);
    worksheet_set_landscape(sheet->worksheet);
    worksheet_set_paper(sheet->worksheet, PAPER_A4);
    must(worksheet_set_header(sheet->worksheet, head));
    must(worksheet_set_footer(sheet->worksheet, foot));
}

struct xlsxsheet *xlsxsheet_begin(struct xlsxbook *book, const char *name, struct slice title)
{
    if (book->sheet_count == XLSXRECORD_SHEETS)
        internal_fault("a workbook of more than %d sheets", XLSXRECORD_SHEETS);
    struct xlsxsheet *sheet = memory_new(1, sizeof *sheet);
    book->sheets[book->sheet_count++] = sheet;
    sheet->book = book;
    sheet->written = &book->written.sheets[book->written.count++];
    sheet->name = name;
    sheet->written->name = name;
    sheet->worksheet = workbook_add_worksheet(book->workbook, sheet->name);
    if (!sheet->worksheet)
        internal_fault("a workbook cannot have a sheet \"%s\"", name);
    set_page(sheet);
    write_text(sheet, sheet->row++, 0, title, book->heading);
    if (*book->marking)
        write_text(sheet, sheet->row++, 0, slice_of(book->marking), book->bold);
    return sheet;
}

int xlsxsheet_reserve(struct xlsxsheet *sheet)
{
    return (int)sheet->row++;
}

void xlsxsheet_fill(struct xlsxsheet *sheet, int line, struct slice text)
{
    write_text(sheet, (lxw_row_t)line, 0, text, sheet->book->line);
}

void xlsxsheet_subtitle(struct xlsxsheet *sheet, struct slice text)
{
    write_text(sheet, sheet->row++, 0, text, sheet->book->bold);
}

void xlsxsheet_line(struct xlsxsheet *sheet, struct slice text)
{
    xlsxsheet_fill(sheet, xlsxsheet_reserve(sheet), text);
}

static void write_target(struct xlsxsheet *sheet, lxw_row_t row, lxw_col_t column,
                         struct xlsxsheet_target target, lxw_format *format)
{
    static const char internal[] = "internal:";
    SCOPED_TEXT address = memory_print("%s'%s'!A1", internal, target.sheet);
    must(worksheet_write_url_opt(sheet->worksheet, row, column, address, format, target.shown,
                                 NULL));
    note_text(sheet, row, column, target.shown);
    xlsxrecord_link(sheet->written, slice_of(address + strlen(internal)));
    sheet->links++;
}

void xlsxsheet_links(struct xlsxsheet *sheet, const struct xlsxsheet_target *targets)
{
    for (lxw_col_t i = 0; targets[i].sheet; i++)
        write_target(sheet, sheet->row, i, targets[i], sheet->book->link_line);
    sheet->row++;
}

void xlsxsheet_column(struct xlsxsheet *sheet, struct slice name, enum xlsxsheet_kind kind)
{
    if (sheet->columns == XLSXSHEET_COLUMNS)
        internal_fault("sheet %s: more than %d columns", sheet->name, XLSXSHEET_COLUMNS);
    if (sheet->columns == 0)
        sheet->header = sheet->row++;
    xlsxtext_cell(name, sheet->book->text);
    sheet->table[sheet->columns].name = memory_copy(sheet->book->text);
    sheet->table[sheet->columns].kind = kind;
    sheet->table[sheet->columns].width = xlsxtext_width(sheet->book->text) + BUTTON_WIDTH;
    sheet->columns++;
}

static bool write_date(struct xlsxsheet *sheet, struct slice value, lxw_format *format)
{
    lxw_datetime date = {0};
    if (!xlsxtext_is_date(value, &date.year, &date.month, &date.day))
        return false;
    must(worksheet_write_datetime(sheet->worksheet, sheet->row, sheet->column, &date, format));
    note_number(sheet, lxw_datetime_to_excel_datetime(&date));
    return true;
}

static bool write_number(struct xlsxsheet *sheet, struct slice value, lxw_format *format)
{
    double number = 0;
    if (!xlsxtext_is_number(value, &number))
        return false;
    must(worksheet_write_number(sheet->worksheet, sheet->row, sheet->column, number, format));
    note_number(sheet, number);
    return true;
}

/* The library keeps what stands behind a # apart. */
static void note_link(struct xlsxsheet *sheet, const char *address)
{
    size_t length = strcspn(address, "#");
    xlsxrecord_link(sheet->written, (struct slice){address, length});
    if (address[length])
        xlsxrecord_link(sheet->written, slice_of(address + length + 1));
}

static bool write_link(struct xlsxsheet *sheet, struct slice value, lxw_format *format)
{
    if (sheet->links >= MAX_LINKS || !xlsxtext_is_link(value))
        return false;
    xlsxtext_cell(value, sheet->book->text);
    must(worksheet_write_url_opt(sheet->worksheet, sheet->row, sheet->column, sheet->book->text,
                                 format, sheet->book->text, NULL));
    note_text(sheet, sheet->row, sheet->column, sheet->book->text);
    note_link(sheet, sheet->book->text);
    sheet->links++;
    return true;
}

static bool write_sheet_name(struct xlsxsheet *sheet, struct slice value, lxw_format *format)
{
    SCOPED_TEXT name = slice_copy(value);
    write_target(sheet, sheet->row, sheet->column, (struct xlsxsheet_target){name, name}, format);
    return true;
}

static bool write_typed(struct xlsxsheet *sheet, struct slice value, enum xlsxsheet_kind kind)
{
    lxw_format *format = sheet->book->cells[kind];
    switch (kind) {
    case XLSXSHEET_TEXT:
        return false;
    case XLSXSHEET_DATE:
        return write_date(sheet, value, format);
    case XLSXSHEET_LINK:
        return write_link(sheet, value, format);
    case XLSXSHEET_WHOLE:
    case XLSXSHEET_DECIMAL:
    case XLSXSHEET_NUMBER:
        return write_number(sheet, value, format);
    case XLSXSHEET_SHEET:
        return write_sheet_name(sheet, value, format);
    }
    internal_fault("no kind %d of column", (int)kind);
}

static void write_value(struct xlsxsheet *sheet, struct slice value)
{
    if (!write_typed(sheet, value, sheet->table[sheet->column].kind))
        write_text(sheet, sheet->row, sheet->column, value, sheet->book->cells[XLSXSHEET_TEXT]);
    else
        xlsxtext_cell(value, sheet->book->text);
    size_t width = xlsxtext_width(sheet->book->text);
    if (width > sheet->table[sheet->column].width)
        sheet->table[sheet->column].width = width;
    if (sheet->table[sheet->column].kind == XLSXSHEET_LINK)
        return; /* an address stays on its line */
    size_t lines = xlsxtext_lines(sheet->book->text, LINE_ROOM);
    if (lines > sheet->lines)
        sheet->lines = lines;
}

/* Not every program fits rows to wrapped text when it opens a file. */
static void end_row(struct xlsxsheet *sheet)
{
    double height = (double)sheet->lines * line_height;
    if (sheet->lines > 1)
        must(worksheet_set_row(sheet->worksheet, sheet->row,
                               height < most_height ? height : most_height, NULL));
    sheet->lines = 0;
    sheet->column = 0;
    sheet->row++;
}

void xlsxsheet_cell(struct xlsxsheet *sheet, struct slice value)
{
    if (value.length > 0)
        write_value(sheet, value);
    if (++sheet->column == sheet->columns)
        end_row(sheet);
}

/* Table names are unlike sheet names and cells: an underscore in the place of a hyphen. */
static void add_table(struct xlsxsheet *sheet)
{
    SCOPED_TEXT name = memory_print("table_%s", sheet->name);
    for (char *c = name; *c; c++)
        *c = *c == '-' ? '_' : *c;
    lxw_table_column columns[XLSXSHEET_COLUMNS] = {0};
    lxw_table_column *list[XLSXSHEET_COLUMNS + 1] = {0};
    for (lxw_col_t i = 0; i < sheet->columns; i++) {
        columns[i].header = sheet->table[i].name;
        columns[i].header_format = sheet->book->column_header;
        list[i] = &columns[i];
        note_text(sheet, sheet->header, i, sheet->table[i].name);
    }
    lxw_table_options options = {.name = name,
                                 .columns = list,
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 15};
    must(worksheet_add_table(sheet->worksheet, sheet->header, 0, sheet->row - 1,
                             (lxw_col_t)(sheet->columns - 1), &options));
}

/* On paper the columns are on one page, or on as few as they can be read on; then each page
 * begins with the first column. */
static void set_widths(struct xlsxsheet *sheet)
{
    size_t whole = 0;
    for (lxw_col_t i = 0; i < sheet->columns; i++) {
        size_t width = sheet->table[i].width;
        width = width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
        must(worksheet_set_column(sheet->worksheet, i, i, (double)width * character_width, NULL));
        whole += width;
    }
    size_t pages = (whole + PAGE_WIDTH - 1) / PAGE_WIDTH;
    worksheet_fit_to_pages(sheet->worksheet, (uint16_t)pages, sheet == sheet->book->sheets[0]);
    if (pages > 1)
        must(worksheet_repeat_columns(sheet->worksheet, 0, 0));
}

/* The cover is no list to scroll in, so its contents stay where they are. */
static void finish_sheet(struct xlsxsheet *sheet)
{
    if (sheet->row > sheet->header + 1 && sheet->columns > 0) {
        add_table(sheet);
        set_widths(sheet);
        must(worksheet_repeat_rows(sheet->worksheet, sheet->header, sheet->header));
        if (sheet != sheet->book->sheets[0])
            worksheet_freeze_panes(sheet->worksheet, sheet->header + 1, 0);
    }
    if (*sheet->book->marking) /* a row apart, or it would be of the table */
        write_text(sheet, sheet->row + 1, 0, slice_of(sheet->book->marking), sheet->book->bold);
}

static void free_book(struct xlsxbook *book)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        for (lxw_col_t c = 0; c < book->sheets[i]->columns; c++)
            free(book->sheets[i]->table[c].name);
        free(book->sheets[i]);
    }
    free(book->title);
    free(book->comments);
    free(book->temp_folder);
    free(book);
}

bool xlsxbook_end(struct xlsxbook *book, struct xlsxrecord *ret_written, struct error *err)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        finish_sheet(book->sheets[i]);
        book->sheets[i]->written->links = (uint64_t)book->sheets[i]->links;
    }
    *ret_written = book->written;
    errno = 0;
    lxw_error code = workbook_close(book->workbook);
    int reason = errno;
    free_book(book);
    return code == LXW_NO_ERROR ||
           error_set(err, ERROR_OUTPUT, "workbook.xlsx", 0, "Free some space, and run it again.",
                     "could not be written: %s", reason ? strerror(reason) : lxw_strerror(code));
}
