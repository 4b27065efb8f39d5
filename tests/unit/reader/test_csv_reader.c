/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "reader/csv_reader.h"
#include "reader/reading.h"

static const struct {
    const char *file, *reading;
} files[] = {
    /* line ends */
    {"a,b\n1,2\n", "a|b 2:1|2"},
    {"a,b\n1,2", "a|b 2:1|2"},
    {"a,b", "a|b"},
    {"a,b\n", "a|b"},
    {"a,b\r\n1,2\r\n3,4\r\n", "a|b 2:1|2 3:3|4"},
    {"a,b\r1,2\r3,4\r", "a|b 2:1|2 3:3|4"},
    {"a,b\r1,2\r3,4", "a|b 2:1|2 3:3|4"},
    {"a,b\n1,2\r3,4\n5,6\n", "a|b 2:1|2 2:3|4 3:5|6"},
    {"a,b\n1,\"x\ry\"\n5,6\n", "a|b 2:1|x\ry 3:5|6"},
    /* blank lines */
    {"\n\r\n a,b\n\n1,2\n\n\n3,4\n\n", "a|b 5:1|2 8:3|4"},
    {"a,b\n   \n\"\"\n1,2\n", "a|b 4:1|2"},
    {"a\n\nx\n\"\"\n", "a 3:x"},
    {"a,b\n,\n", "a|b"},
    {",,\n , \na,b\n,,,\n1,2\n\xc2\xa0,\n3,4\n", "a|b 5:1|2 7:3|4"},
    {"  \n\t\na,b\n1,2\n", "a|b 4:1|2"},
    /* quotes */
    {"a,b\n\"1,2\",\"3\"\"4\"\n", "a|b 2:1,2|3\"4"},
    {"a,b\n\"x\ny\r\nz\",2\n3,4\n", "a|b 2:x\ny\r\nz|2 5:3|4"},
    {"a,b\n\"\",\"\"\"\"\n", "a|b 2:|\""},
    {"a,b\n1,\"x\"", "a|b 2:1|x"},
    {"\"a\",\"b,c\"\n1,2\n", "a|b,c 2:1|2"},
    {"\"a\nb\",c\n1,2\n", "a\nb|c 3:1|2"},
    /* spaces: kept in rows, trimmed in the header */
    {" a , b\t\n 1 ,\t2 \n", "a|b 2: 1 |\t2 "},
    {"a,b\n\" 1 \",2\n", "a|b 2: 1 |2"},
    /* delimiters */
    {"a;b\n1,5;2\n", "a|b 2:1,5|2"},
    {"a\tb\n1\t2,3\n", "a|b 2:1|2,3"},
    {"a\tb\n\t2\n", "a|b 2:|2"},
    {"a|b\n1|2\n", "a|b 2:1|2"},
    /* a line for spreadsheets only */
    {"sep=;\na;b,c\n1;2\n", "a|b,c 3:1|2"},
    {"SEP=,\r\na,b\r\n1,2\r\n", "a|b 3:1|2"},
    {"\"sep=;\"\na;b\n1;2\n", "a|b 3:1|2"},
    {"sep=,,,\na,b\n1,2\n", "a|b 3:1|2"},
    {"\"sep=\",,\na,b\n1,2\n", "a|b 3:1|2"},
    {"sep=\t\na\tb\n1\t2\n", "a|b 3:1|2"},
    {"\xef\xbb\xbfsep=|\na|b\n1|2\n", "a|b 3:1|2"},
    {"sep = ;\na;b\n1;2\n", "a|b 3:1|2"},
    {"Sep= ;\na;b\n1;2\n", "a|b 3:1|2"},
    {"sep=\\t\na\tb\n1\t2\n", "a|b 3:1|2"},
    {"sep=x\n1\n", "sep=x 2:1"},
    {"sep\n1\n", "sep 2:1"},
    {"sep;b\n1;2\n", "sep|b 2:1|2"},
    {"a,b;c\n1,2\n", "a|b;c 2:1|2"},
    {"a;b;c,d\n1;2;3\n", "a|b|c,d 2:1|2|3"},
    {"\"a;x;y\",b\n1,2\n", "a;x;y|b 2:1|2"},
    {"a\n1\n", "a 2:1"},
    {"\n\na;b\n1;2\n", "a|b 4:1|2"},
    /* a byte order mark */
    {"\xef\xbb\xbf"
     "a,b\n1,2\n",
     "a|b 2:1|2"},
    {"\xef\xbb\xbf\"a\",b\n1,2\n", "a|b 2:1|2"},
    /* values are taken as they are */
    {"a,b\n0745,=1+1\n", "a|b 2:0745|=1+1"},
    {"a,b\n1\\,2\n", "a|b 2:1\\|2"},
};

START_TEST(file_is_read)
{
    assert_reading(slice_of(files[_i].file), files[_i].reading);
}
END_TEST

START_TEST(many_columns_are_read)
{
    enum { COLUMNS = 512 };
    char file[COLUMNS * 4];
    for (size_t i = 0; i < COLUMNS; i++) {
        memcpy(file + 2 * i, "a,", 2);
        memcpy(file + 2 * (COLUMNS + i), "1,", 2);
    }
    file[2 * COLUMNS - 1] = file[4 * COLUMNS - 1] = '\n';
    struct csv_reader *reader = NULL;
    struct error err = {0};
    struct csv_row row;
    const struct slice *header;
    ck_assert(csv_reader_open("x.csv", (struct slice){file, sizeof file}, &reader, &err));
    ck_assert_uint_eq(csv_reader_header(reader, &header), COLUMNS);
    csv_reader_next(reader, &row);
    ck_assert_int_eq(row.event, CSV_ROW);
    ck_assert_uint_eq(row.count, COLUMNS);
    ck_assert(slice_is(row.fields[COLUMNS - 1], "1"));
    csv_reader_free(reader);
}
END_TEST

Suite *suite_reader_csv_reader(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("reader/csv_reader", &tcase);
    ADD_TABLE_TEST(tcase, file_is_read, files);
    tcase_add_test(tcase, many_columns_are_read);
    return suite;
}
