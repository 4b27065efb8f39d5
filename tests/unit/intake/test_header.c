/* SPDX-License-Identifier: MIT
 * Which field of a file is which column (DATA.md, "columns"): by name, in any order, case and
 * spaces ignored, by an alias; what is unknown is carried, with a notice.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "intake/books.h"
#include "intake/header.h"
#include "intake/loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define X_50  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X_150 X_50 X_50 X_50

static struct books books;
static struct csv_reader *reader;
static struct header header;

static bool read_header(enum contract_file_no file, const char *text)
{
    books_open(&books);
    books_begin_file(&books, file, false);
    ck_assert_msg(csv_reader_open("x.csv", slice_of(text), &reader, &books.err), "%s",
                  books.err.what);
    return header_read(reader, &books.account, &header, &books.err);
}

static void forget_header(void)
{
    header_done(&header);
    ck_assert_uint_eq(header.carried_count, 0);
    header_done(&header);
    csv_reader_free(reader);
    books_close(&books);
}

/* "tool_id=0 name=1 Colour@2": the columns that are there, and those that are carried. */
static char *described(enum contract_file_no file)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    const char *space = "";
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++) {
        if (header.fields[i] < 0)
            continue;
        ck_assert_uint_lt(i, contract_files[file].count);
        fprintf(out, "%s%s=%d", space, contract_files[file].columns[i].name, header.fields[i]);
        space = " ";
    }
    for (size_t i = 0; i < header.carried_count; i++) {
        fprintf(out, "%s%s@%zu", space, header.carried[i].name, header.carried[i].field);
        space = " ";
    }
    memory_stream_end(out);
    return text;
}

static const struct {
    enum contract_file_no file;
    const char *text, *expected;
} headers[] = {
    {FILE_TOOLS, "tool_id,name\n", "tool_id=0 name=1"},
    {FILE_TOOLS, "tool_id,name", "tool_id=0 name=1"},
    /* any order, case, spaces, delimiter, quotes, byte order mark */
    {FILE_TOOLS, "vendor,name,tool_id\r\n", "tool_id=2 name=1 vendor=0"},
    {FILE_TOOLS, " TOOL ID ;Na Me;Uses-AI\n", "tool_id=0 name=1 uses_ai=2"},
    {FILE_TOOLS, "tool.id\tNAME\n", "tool_id=0 name=1"},
    {FILE_TOOLS, "\"tool_id\",\"name\"\n", "tool_id=0 name=1"},
    {FILE_TOOLS,
     "\xef\xbb\xbf"
     "tool_id,name\n",
     "tool_id=0 name=1"},
    /* aliases, which are of their file alone */
    {FILE_TOOLS, "Id,Product,Supplier,Part of\n", "tool_id=0 name=1 vendor=2 parent_tool_id=3"},
    {FILE_CIRCULATION, "CRU ref,Authority,Date of receipt\n",
     "request_id=0 force_id=1 date_received=2"},
    {FILE_TOOLS, "tool_id,name,Authority\n", "tool_id=0 name=1 Authority@2"},
    /* unknown columns are carried as they are written, in the order of the file */
    {FILE_TOOLS, "Colour,tool_id,Size,name,Age\n", "tool_id=1 name=3 Colour@0 Size@2 Age@4"},
    {FILE_TOOLS, "tool_id,name,\"Colour, or \"\"hue\"\"\"\n",
     "tool_id=0 name=1 Colour, or \"hue\"@2"},
    {FILE_TOOLS,
     "tool_id,name,Gr\xc3\xb6\xc3\x9f"
     "e\n",
     "tool_id=0 name=1 Gr\xc3\xb6\xc3\x9f"
     "e@2"},
    {FILE_TOOLS, "tool_id,name,n\xc3\xa4me\n", "tool_id=0 name=1 n\xc3\xa4me@2"},
    {FILE_TOOLS, "tool_id,name,a\xe2\x80\xae!\n", "tool_id=0 name=1 a!@2"},
    {FILE_TOOLS, "tool_id,name," X_150 "a," X_150 "b\n",
     "tool_id=0 name=1 " X_150 "a@2 " X_150 "b@3"},
    /* without a name, also several, and names that fold to nothing */
    {FILE_TOOLS, "tool_id,,name,\n", "tool_id=0 name=2 column 2@1 column 4@3"},
    {FILE_TOOLS, "tool_id,name,--,__\n", "tool_id=0 name=1 --@2 __ (column 4)@3"},
    /* the contract's own name goes before an alias, wherever it stands; the other is carried */
    {FILE_TOOLS, "tool_id,Id,name\n", "tool_id=0 name=2 Id@1"},
    {FILE_TOOLS, "Id,tool_id,name\n", "tool_id=1 name=2 Id@0"},
    {FILE_TOOLS, "tool_id,Id,Tool,name\n", "tool_id=0 name=3 Id@1 Tool@2"},
    {FILE_TOOLS, "Id,tool_id,Tool,name\n", "tool_id=1 name=3 Id@0 Tool@2"},
    {FILE_TOOLS, "Id,Tool,tool_id,name\n", "tool_id=2 name=3 Id@0 Tool@1"},
    {FILE_TOOLS, "Colour,Id,Size,tool_id,name\n", "tool_id=3 name=4 Colour@0 Id@1 Size@2"},
    /* one that nobody reads may stand there twice */
    {FILE_TOOLS, "tool_id,name,Colour,COLOUR\n", "tool_id=0 name=1 Colour@2 COLOUR (column 4)@3"},
    /* a word that is one column's name is not another's alias */
    {FILE_RESPONSES, "Id,Reference,Body,Request,Text,Link\n",
     "response_id=0 force_id=2 request_id=3 reference=1 link=5 text=4"},
    /* of columns of which one is needed, one or both */
    {FILE_RESPONSES, "response_id,force_id,request_id,text\n",
     "response_id=0 force_id=1 request_id=2 text=3"},
    {FILE_RESPONSES, "response_id,force_id,request_id,stance,text\n",
     "response_id=0 force_id=1 request_id=2 stance=3 text=4"},
};

START_TEST(columns_are_found)
{
    ck_assert_msg(read_header(headers[_i].file, headers[_i].text), "%s", books.err.what);
    char *found = described(headers[_i].file);
    ck_assert_str_eq(found, headers[_i].expected);
    free(found);
    /* One notice a column, about the header's line, with its name. */
    ck_assert_int_eq(books.result.notices, (int64_t)header.carried_count);
    rows_assert(books.db,
                "SELECT 1 FROM notice WHERE code <> 'unknown-column' OR line IS NOT 1 OR rows <> 1 "
                "OR file_no IS NOT 1",
                "");
    for (size_t i = 0; i < header.carried_count; i++) {
        char *sql = sqlite3_mprintf("SELECT instr(message, '%q') > 0 FROM notice "
                                    "ORDER BY notice_no LIMIT 1 OFFSET %d",
                                    header.carried[i].name, (int)i);
        rows_assert(books.db, sql, "1");
        sqlite3_free(sql);
    }
    forget_header();
}
END_TEST

static const struct {
    enum contract_file_no file;
    const char *text, *what, *next;
} refused[] = {
    /* two of one name, and two aliases of one column */
    {FILE_TOOLS, "tool_id,name,tool_id\n", "columns 1 (\"tool_id\") and 3 (\"tool_id\")",
     "Keep one"},
    {FILE_TOOLS, "tool_id,name,Tool ID\n", "columns 1 (\"tool_id\") and 3 (\"Tool ID\")",
     "Keep one"},
    {FILE_TOOLS, "Id,name,Tool\n", "columns 1 (\"Id\") and 3 (\"Tool\") are both read as tool_id",
     "Keep one"},
    {FILE_TOOLS, "Tool,name,Id\n", "columns 1 (\"Tool\") and 3 (\"Id\") are both read as tool_id",
     "Keep one"},
    /* a required one is missing: what the header has, and what may be meant */
    {FILE_TOOLS, "name\n", "the column tool_id is missing; the header has: name",
     "concord schema tools"},
    {FILE_RESPONSES, "response_id,force_id,request_id,stanse\n",
     "stance (or text, text_file) is missing", "Is \"stanse\" stance? Then rename that column."},
    {FILE_TOOLS, "Colour\n", "the columns tool_id and name are missing", "Add what is missing"},
    {FILE_TOOLS, "1,2,3\n", "the header has: 1, 2, 3", "the first row must be the header"},
    {FILE_GUIDANCE, "guidance_id,title,condition,expected_stance\n", "effective_from is missing",
     "concord schema guidance"},
    {FILE_ACKNOWLEDGEMENTS, "acknowledgement_id,tool_id,kind,publisher\n",
     "force_id (or collaboration_id) is missing", "concord schema acknowledgements"},
    {FILE_TOOLS, "a\xe2\x80\xae!\n", "the header has: aU+202E!", ""},
    {FILE_TOOLS,
     X_150 "a," X_150 "b," X_150 "c," X_150 "d," X_150 "e," X_150 "f," X_150 "g," X_150 "h," X_150
           "i," X_150 "j," X_150 "k," X_150 "l," X_150 "m\n",
     "the columns tool_id and name are missing", ""},
};

START_TEST(a_header_is_refused)
{
    ck_assert(!read_header(refused[_i].file, refused[_i].text));
    ck_assert_int_eq(books.err.kind, ERROR_INPUT);
    ck_assert_str_eq(books.err.source, books.path);
    ck_assert_int_eq(books.err.line, 1);
    ck_assert_msg(strstr(books.err.what, refused[_i].what), "what: %s", books.err.what);
    ck_assert_msg(strstr(books.err.next, refused[_i].next), "next: %s", books.err.next);
    forget_header();
}
END_TEST

/* Every needed column of a file but one, by its number; -1: all. The same for those of which
 * one is needed. */
static char *header_without(const struct contract_file *file, int left_out)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    fputs("Colour", out);
    for (int i = 0; i < (int)file->count; i++)
        if (file->columns[i].need != NEED_NOT && i != left_out)
            fprintf(out, ",%s", file->columns[i].name);
    fputc('\n', out);
    memory_stream_end(out);
    return text;
}

START_TEST(needed_columns_of_each_file)
{
    const struct contract_file *file = &contract_files[_i];
    for (int left_out = -1; left_out < (int)file->count; left_out++) {
        char *text = header_without(file, left_out);
        enum column_need need = left_out < 0 ? NEED_NOT : file->columns[left_out].need;
        bool is_read = read_header((enum contract_file_no)_i, text);
        ck_assert_msg(is_read == (need == NEED_NOT || need == NEED_EITHER), "%s: %s", file->name,
                      text);
        if (!is_read)
            ck_assert_msg(strstr(books.err.what, file->columns[left_out].name), "%s",
                          books.err.what);
        forget_header();
        free(text);
    }
}
END_TEST

/* As many columns as a file may have, all but two of them unknown. */
START_TEST(the_widest_header)
{
    enum { COLUMNS = 512 };
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    fputs("tool_id,name", out);
    for (int i = 2; i < COLUMNS; i++)
        fprintf(out, ",unknown %d", i);
    memory_stream_end(out);
    ck_assert_msg(read_header(FILE_TOOLS, text), "%s", books.err.what);
    ck_assert_uint_eq(header.carried_count, COLUMNS - 2);
    ck_assert_uint_eq(header.carried[COLUMNS - 3].field, COLUMNS - 1);
    ck_assert_int_eq(books.result.notices, COLUMNS - 2);
    forget_header();
    free(text);
}
END_TEST

Suite *suite_intake_header(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/header", &tcase);
    ADD_TABLE_TEST(tcase, columns_are_found, headers);
    ADD_TABLE_TEST(tcase, a_header_is_refused, refused);
    tcase_add_loop_test(tcase, needed_columns_of_each_file, 0, FILE_COUNT);
    tcase_add_test(tcase, the_widest_header);
    return suite;
}
