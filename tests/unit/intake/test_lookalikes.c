/* SPDX-License-Identifier: MIT
 * Letters of other scripts that look like Latin ones: named with place, script and code point,
 * never a tool, request or force of their own without a word.
 */
#include "suites.h"
#include "table.h"

#include "base/utf8.h"
#include "intake/loading.h"
#include "intake/lookalikes.h"
#include "reader/csv_reader.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cyrillic A, o, c, K and e; Greek Omicron, omicron and rho; Armenian oh; Cherokee a. */
#define CA  "\xd0\x90"
#define CO  "\xd0\xbe"
#define CC  "\xd1\x81"
#define CK  "\xd0\x9a"
#define CE  "\xd0\xb5"
#define GO  "\xce\x9f"
#define Go  "\xce\xbf"
#define GR  "\xcf\x81"
#define AO  "\xd6\x85"
#define CHA "\xe1\x8e\xaa"
#define ZHE "\xd0\xb6" /* which looks like no Latin letter */

static const struct {
    const char *text, *letters, *latin;
    bool is_whole;
} texts[] = {
    {"Avon", "", "Avon", true},
    {CA "von", "character 1, \"" CA "\", is Cyrillic (U+0410)", "Avon", true},
    {"Av" Go "n", "character 3, \"" Go "\", is Greek (U+03BF)", "Avon", true},
    {"Av" AO "n", "character 3, \"" AO "\", is Armenian (U+0585)", "Avon", true},
    {CHA "von", "character 1, \"" CHA "\", is Cherokee (U+13AA)", "Avon", true},
    {"n" CC "nd", "character 2, \"" CC "\", is Cyrillic (U+0441)", "ncnd", true},
    {GO GR " A",
     "character 1, \"" GO "\", is Greek (U+039F), character 2, \"" GR "\", is Greek (U+03C1)",
     "Op A", true},
    /* places count characters, not bytes */
    {"\xc3\xa9t\xc3\xa9 " CA, "character 5, \"" CA "\", is Cyrillic (U+0410)",
     "\xc3\xa9t\xc3\xa9 A", true},
    {CA CA CA CA CA,
     "character 1, \"" CA "\", is Cyrillic (U+0410), character 2, \"" CA
     "\", is Cyrillic (U+0410), character 3, \"" CA "\", is Cyrillic (U+0410), and 2 more",
     "AAAAA", true},
    /* without a Latin letter that it looks like */
    {ZHE "p", "character 1, \"" ZHE "\", is Cyrillic (U+0436)", ZHE "p", false},
    {"\xd7\x90", "character 1, \"\xd7\x90\", is Hebrew (U+05D0)", "\xd7\x90", false},
    {"\xe4\xb8\xad", "character 1, \"\xe4\xb8\xad\", is Chinese (U+4E2D)", "\xe4\xb8\xad", false},
    {"\xe1\x80\x80", "character 1, \"\xe1\x80\x80\", is of another script (U+1000)", "\xe1\x80\x80",
     false},
    {"7\xd9\xa1", "character 2, \"\xd9\xa1\", is Arabic (U+0661)", "7\xd9\xa1", false},
    /* Latin with marks, wide, superscript and mathematical; signs of every kind */
    {"\xc3\xa9\xc5\xb5\xc3\x9f\xc3\x85\xc5\x92\xc4\xb1\xc9\x99", "",
     "\xc3\xa9\xc5\xb5\xc3\x9f\xc3\x85\xc5\x92\xc4\xb1\xc9\x99", true},
    {"\xef\xbc\xa1\xef\xbc\x91\xe1\xb5\x83\xe2\x84\xa2\xf0\x9d\x90\x80", "",
     "\xef\xbc\xa1\xef\xbc\x91\xe1\xb5\x83\xe2\x84\xa2\xf0\x9d\x90\x80", true},
    {"\xca\xbc\xe2\x80\x93\xe2\x80\x99\xc2\xb5\xc2\xb2\xe2\x9c\x93\xe2\x84\x96\xc2\xa0\xe2\x80\x8b",
     "",
     "\xca\xbc\xe2\x80\x93\xe2\x80\x99\xc2\xb5\xc2\xb2\xe2\x9c\x93\xe2\x84\x96\xc2\xa0\xe2\x80\x8b",
     true},
    {"a\xcc\x81", "", "a\xcc\x81", true},
    {"", "", "", true},
};

static void read_lookalikes(struct lookalikes *l)
{
    struct error err = {0};
    *l = (struct lookalikes){0};
    ck_assert(lookalikes_read(l, &err));
}

START_TEST(letters_are_named)
{
    struct lookalikes l;
    char letters[LOOKALIKES_BYTES], latin[100];
    struct slice text = slice_of(texts[_i].text);
    bool is_whole = false;
    read_lookalikes(&l);
    lookalikes_describe(&l, text, letters);
    lookalikes_latin(&l, text, latin, sizeof latin, &is_whole);
    ck_assert_str_eq(letters, texts[_i].letters);
    ck_assert_str_eq(latin, texts[_i].latin);
    ck_assert_int_eq(lookalikes_has_other(&l, text), *texts[_i].letters != '\0');
    ck_assert_int_eq(is_whole, texts[_i].is_whole);
    lookalikes_done(&l);
}
END_TEST

/* "U+0410": the letter is what its row says, of the script that its name begins with, and what it
 * looks like is Latin. */
static void check_row(const struct lookalikes *l, const struct csv_row *row)
{
    enum { LETTER, CODE_POINT, NAME, LATIN };
    char letters[LOOKALIKES_BYTES], code[16], latin[16];
    int32_t character = 0;
    bool is_whole = false;
    ck_assert_uint_eq(utf8_next(row->fields[LETTER], 0, &character), row->fields[LETTER].length);
    snprintf(code, sizeof code, "U+%04X", (unsigned)character);
    ck_assert_msg(slice_is(row->fields[CODE_POINT], code), "line %ld", row->line);
    lookalikes_describe(l, row->fields[LETTER], letters);
    const char *script = strstr(letters, " is ");
    size_t length = script ? strcspn(script + 4, " ") : 0;
    ck_assert_msg(length && length < row->fields[NAME].length &&
                      strncmp(script + 4, row->fields[NAME].bytes, length) == 0,
                  "line %ld: %s", row->line, letters);
    lookalikes_latin(l, row->fields[LETTER], latin, sizeof latin, &is_whole);
    ck_assert_msg(slice_is(row->fields[LATIN], latin), "line %ld: %s", row->line, latin);
    ck_assert_msg(is_whole && !lookalikes_has_other(l, row->fields[LATIN]), "line %ld", row->line);
}

START_TEST(every_letter_of_the_table_is_what_it_says)
{
    static const char path[] = "datasets/reference/lookalikes.csv";
    struct lookalikes l;
    struct error err = {0};
    struct csv_reader *reader = NULL;
    struct csv_row row;
    size_t size = 0, rows = 0;
    char *bytes = support_read_file(path, &size);
    read_lookalikes(&l);
    ck_assert(csv_reader_open(path, (struct slice){bytes, size}, &reader, &err));
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        check_row(&l, &row);
        rows++;
    }
    ck_assert_int_eq(row.event, CSV_END);
    ck_assert_uint_gt(rows, 100);
    ck_assert_uint_eq(rows, l.count);
    csv_reader_free(reader);
    free(bytes);
    lookalikes_done(&l);
}
END_TEST

#define HEADING                                                                                    \
    "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
#define REJECTS "SELECT column_name, message, suggestion FROM reject"
#define NOTICES "SELECT line, rows, message FROM notice WHERE code = 'other-script'"
#define ALIKE   "SELECT message FROM notice WHERE code = 'alike-names'"

static const struct {
    struct loading_file files[LOADING_FILES];
    const char *sql, *expected;
} packs[] = {
    /* what is refused says why, and what to write */
    {{{"responses.csv", HEADING "a," CK "ent,1/24,,t,2024,ncnd,\n"}},
     REJECTS,
     "force_id|unknown force \"" CK "ent\": character 1, \"" CK
     "\", is Cyrillic (U+041A)|Write \"Kent\", in Latin letters."},
    {{{"responses.csv", HEADING "a,kent,1/24,,t,2024,n" CC "nd,\n"}},
     REJECTS,
     "stance|\"n" CC "nd\" is no stance: character 2, \"" CC
     "\", is Cyrillic (U+0441)|Write \"ncnd\", in Latin letters."},
    {{{"responses.csv", HEADING "a,kent,1/24,,t,9 D" CE "c 2024,ncnd,\n"}},
     REJECTS,
     "date_responded|\"9 D" CE "c 2024\" cannot be read as a date: character 4, \"" CE
     "\", is Cyrillic (U+0435)|Write \"9 Dec 2024\", in Latin letters."},
    {{{"responses.csv", HEADING "a,kent,1/24,,t,2024,ncnd,31(\xd0\x97)\n"}},
     REJECTS,
     "exemptions|\"31(\xd0\x97)\" cannot be read as an exemption: character 4, \"\xd0\x97\", is "
     "Cyrillic (U+0417)|Write \"31(3)\", in Latin letters."},
    {{{"responses.csv", HEADING "a,K" ZHE "nt,1/24,,t,2024,ncnd,\n"}},
     "SELECT message, suggestion FROM reject",
     "unknown force \"K" ZHE "nt\": character 2, \"" ZHE
     "\", is Cyrillic (U+0436)|Write it as forces.csv lists it, or add it there."},
    {{{"responses.csv", HEADING "a,kent,1/24,,t,2024,ncnd,\n"},
      {"acknowledgements.csv", "acknowledgement_id,force_id,tool_id,kind,publisher\n"
                               "a,kent,t,m" CE "dia,third_party\n"}},
     "SELECT column_name, suggestion FROM reject",
     "kind|Write \"media\", in Latin letters."},
    /* what is kept gets a notice: tools, requests, questions, identifiers */
    {{{"responses.csv", HEADING "a,kent,1/24,,t,2024,ncnd,\nb,kent,2/24,," CA "rgus,2024,ncnd,\n"
                                "c,kent,3/24,," CA "rgus,2024,ncnd,\n"}},
     NOTICES,
     "3|2|tool_id \"" CA "rgus\" (2 rows): character 1, \"" CA
     "\", is Cyrillic (U+0410), so that it is not \"Argus\": if that is meant, write it in Latin "
     "letters"},
    {{{"responses.csv", HEADING "a,kent," GO "p A,,t,2024,ncnd,\n"}},
     NOTICES,
     "2|1|request_id \"" GO "p A\" (1 row): character 1, \"" GO
     "\", is Greek (U+039F), so that it is not \"Op A\": if that is meant, write it in Latin "
     "letters"},
    {{{"responses.csv", HEADING "a,kent,1/24,Q1" CA ",t,2024,ncnd,\n"}},
     NOTICES,
     "2|1|question_id \"Q1" CA "\" (1 row): character 3, \"" CA
     "\", is Cyrillic (U+0410), so that it is not \"Q1A\": if that is meant, write it in Latin "
     "letters"},
    {{{"responses.csv", HEADING CA "1,kent,1/24,,t,2024,ncnd,\n"}},
     "SELECT line, substr(message, 1, 11) FROM notice WHERE code = 'other-script'",
     "2|response_id"},
    {{{"responses.csv", HEADING "a,kent,1/24,," ZHE "p,2024,ncnd,\n"}},
     NOTICES,
     "2|1|tool_id \"" ZHE "p\" (1 row): character 1, \"" ZHE
     "\", is Cyrillic (U+0436): if a Latin spelling is meant, write that"},
    {{{"tools.csv", "tool_id,name,aliases,parent_tool_id\nargus,Argus," CA "rgus,\nborg,B" CO
                    "rg,,\ncube,Cube,,b" CO "rg\n"},
      {"forces_extra.csv", "force_id,name,regime\nz,Z,F" CO "IA\n"},
      {"commitments.csv", "commitment_id,title,force_id,applies_to\nc,C,*,b" CO "rg\n"},
      {"responses.csv", HEADING "a,kent,1/24,,argus,2024,ncnd,\n"}},
     "SELECT i.name, n.line, substr(n.message, 1, instr(n.message, ' ') - 1) FROM notice n JOIN "
     "input_file i USING (file_no) WHERE n.code = 'other-script' ORDER BY 1, 2",
     "commitments.csv|2|applies_to;forces_extra.csv|2|regime;tools.csv|2|aliases;tools.csv|3|name;"
     "tools.csv|4|parent_tool_id"},
    /* beside the one that was meant: two, that nearly agree */
    {{{"responses.csv",
       HEADING "a,kent,1/24,," CA "rgus,2024,ncnd,\nb,kent,2/24,,argus,2024,ncnd,\n"}},
     ALIKE,
     "\"" CA "rgus\" (1 row) and \"argus\" (1 row) are two tools, whose answers are not compared: "
     "if one is meant, write it one way, or list the other as an alias in tools.csv"},
    {{{"responses.csv", HEADING "a,kent,Op A,,t,2024,ncnd,\nb,kent," GO "p-A,,t,2024,ncnd,\n"}},
     "SELECT substr(message, 1, 41) FROM notice WHERE code = 'alike-names'",
     "\"" GO "p-A\" (1 row) and \"Op A\" (1 row) are two"},
    {{{"responses.csv",
       HEADING "a,kent,7001/24,,t,2024,ncnd,\nb,kent,NP" CC "C 7001/24,,t,2024,ncnd,\n"}},
     "SELECT count(*) FROM notice WHERE code = 'alike-names'",
     "1"},
    {{{"responses.csv",
       HEADING "a,kent,1/24,Q1A,t,2024,ncnd,\nb,kent,1/24,1" CA ",t,2024,ncnd,\n"}},
     "SELECT count(*) FROM notice WHERE code = 'alike-names'",
     "1"},
    /* free text may have what letters it will, and so may names of forces in Welsh */
    {{{"responses.csv",
       "response_id,force_id,request_id,tool_id,date_responded,stance,note,text,"
       "reference\na,Heddlu Dyfed-Powys Police,1/24,t\xc5\xb7,2024,ncnd," CA "," CA "," CA "\n"}},
     "SELECT count(*) FROM notice WHERE code = 'other-script'",
     "0"},
    /* many */
    {{{"responses.csv", HEADING CA "1,kent,1/24,,t,2024,ncnd,\n" CA "2,kent,1/24,,t,2024,ncnd,\n" CA
                                   "3,kent,1/24,,t,2024,ncnd,\n" CA "4,kent,1/24,,t,2024,ncnd,\n" CA
                                   "5,kent,1/24,,t,2024,ncnd,\n" CA "6,kent,1/24,,t,2024,ncnd,\n" CA
                                   "7,kent,1/24,,t,2024,ncnd,\n" CA "8,kent,1/24,,t,2024,ncnd,\n" CA
                                   "9,kent,1/24,,t,2024,ncnd,\n" CA "a,kent,1/24,,t,2024,ncnd,\n" CA
                                   "b,kent,1/24,,t,2024,ncnd,\n" CA "c,kent,1/24,,t,2024,ncnd,\n" CA
                                   "d,kent,1/24,,t,2024,ncnd,\n" CA "e,kent,1/24,,t,2024,ncnd,\n" CA
                                   "f,kent,1/24,,t,2024,ncnd,\n" CA "g,kent,1/24,,t,2024,ncnd,\n" CA
                                   "h,kent,1/24,,t,2024,ncnd,\n" CA "i,kent,1/24,,t,2024,ncnd,\n" CA
                                   "j,kent,1/24,,t,2024,ncnd,\n" CA "k,kent,1/24,,t,2024,ncnd,\n" CA
                                   "l,kent,1/24,,t,2024,ncnd,\n" CA "m,kent,1/24,,t,2024,ncnd,\n"}},
     "SELECT count(*), max(message) FROM notice WHERE code = 'other-script' AND line IS NULL UNION "
     "ALL SELECT count(*), '' FROM notice WHERE code = 'other-script'",
     "1|2 further rows have letters of another script;21|"},
    /* headings */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,exempti" CO
                        "ns\na,kent,1/24,t,2024,ncnd,31(3)\n"}},
     "SELECT message FROM notice WHERE code = 'unknown-column'",
     "the column \"exempti" CO "ns\" (character 8, \"" CO
     "\", is Cyrillic (U+043E)) is not part of the contract; its values are kept with the rows; is "
     "it exemptions? Then rename it"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,n" CO
                        "te\na,kent,1/24,t,2024,ncnd,x\n"}},
     "SELECT substr(message, instr(message, '; is it')) FROM notice WHERE code = 'unknown-column'",
     "; is it note? Then rename it"},
};

START_TEST(nothing_is_new_in_silence)
{
    struct loading l;
    loading_begin(&l);
    for (size_t i = 0; i < LOADING_FILES && packs[_i].files[i].name; i++)
        loading_write(&l, packs[_i].files[i].name, packs[_i].files[i].text,
                      strlen(packs[_i].files[i].text));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, packs[_i].sql, packs[_i].expected);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

START_TEST(a_needed_heading_with_such_a_letter_is_named)
{
    static const char text[] = "response_id,f" CO "rce_id,request_id,stance\na,kent,1/24,ncnd\n";
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, strlen(text));
    loading_load(&l, (struct intake_options){0});
    ck_assert(!l.ok);
    ck_assert_msg(strstr(l.err.next, "Is \"f" CO "rce_id\" (character 2, \"" CO
                                     "\", is Cyrillic (U+043E)) force_id? Then rename that column"),
                  "%s", l.err.next);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_lookalikes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/lookalikes", &tcase);
    ADD_TABLE_TEST(tcase, letters_are_named, texts);
    tcase_add_test(tcase, every_letter_of_the_table_is_what_it_says);
    ADD_TABLE_TEST(tcase, nothing_is_new_in_silence, packs);
    tcase_add_test(tcase, a_needed_heading_with_such_a_letter_is_named);
    return suite;
}
