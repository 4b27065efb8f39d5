/* SPDX-License-Identifier: MIT
 * Where a pack comes from, which packs are refused, and the packs of the project.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "intake/loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER  "response_id,force_id,request_id,date_responded,stance\n"
#define REJECTS "SELECT line, column_name, code, value FROM reject ORDER BY reject_no"
#define ROWS    "SELECT response_id, force_id, request_id, date_responded, stance FROM v_responses"

/* Packs that cannot be accepted: what the message says. */
static const struct {
    struct loading_file files[LOADING_FILES];
    const char *source, *what, *next;
} refused[] = {
    {{{NULL, NULL}}, "", "holds no responses.csv", "Name a folder"},
    {{{"Responses.csv", HEADER}}, "", "it has Responses.csv", "in lower case"},
    {{{"responses.csv.txt", HEADER}}, "", "it has responses.csv.txt", "save it as CSV"},
    {{{"responses.xlsx", "x"}}, "", "it has responses.xlsx", "save it as CSV"},
    {{{"responses.csv ", HEADER}}, "", "it has responses.csv ", "save it as CSV"},
    {{{"responses", HEADER}}, "", "holds no responses.csv", "Name a folder"},
    {{{"responses.csv", ""}}, "responses.csv", "", ""},
    {{{"responses.csv", "response_id,request_id,stance,forse id\n"}},
     "responses.csv",
     "the column force_id is missing",
     "\"forse id\""},
    {{{"responses.csv", "response_id,force_id,request_id\n"}},
     "responses.csv",
     "stance (or text, text_file) is missing",
     "concord schema responses"},
    {{{"responses.csv", "response_id,force_id,Force ID,request_id,stance\n"}},
     "responses.csv",
     "of one name",
     "Keep one"},
    {{{"responses.csv", "response_id,Authority,Force,request_id,stance\n"}},
     "responses.csv",
     "are both read as force_id",
     "Keep one"},
    {{{"responses.csv", HEADER}, {"tools.csv", "name\nx\n"}},
     "tools.csv",
     "the column tool_id is missing",
     "concord schema tools"},
};

START_TEST(pack_is_refused)
{
    struct loading l;
    loading_begin(&l);
    for (size_t i = 0; i < LOADING_FILES && refused[_i].files[i].name; i++)
        loading_write(&l, refused[_i].files[i].name, refused[_i].files[i].text,
                      strlen(refused[_i].files[i].text));
    loading_load(&l, (struct intake_options){0});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(l.err.source, refused[_i].source), "source: %s", l.err.source);
    ck_assert_msg(strstr(l.err.what, refused[_i].what), "what: %s", l.err.what);
    ck_assert_msg(strstr(l.err.next, refused[_i].next), "next: %s", l.err.next);
    loading_end(&l);
}
END_TEST

START_TEST(strict_refuses_rejects)
{
    static const char text[] = HEADER "a,kent,1/24,2024,ncnd\nb,nobody,1/24,2024,ncnd\n";
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, strlen(text));
    loading_load(&l, (struct intake_options){.strict = true});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_INPUT);
    ck_assert_int_eq(l.err.line, 3);
    ck_assert_msg(strstr(l.err.what, "1 row was rejected"), "%s", l.err.what);
    loading_end(&l);
}
END_TEST

static void load_with(struct loading *l, struct intake_options options)
{
    static const char text[] = HEADER "a,kent,1/24,2024,ncnd\n";
    loading_begin(l);
    loading_write(l, "responses.csv", text, strlen(text));
    loading_load(l, options);
}

START_TEST(as_of_is_taken_or_refused)
{
    struct loading l;
    load_with(&l, (struct intake_options){.as_of = "2023-06"});
    loading_assert(&l, "SELECT as_of, as_of_given FROM audit", "2023-06-30|1");
    loading_end(&l);
    load_with(&l, (struct intake_options){.as_of = "9th Dec 2024"});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_USAGE);
    ck_assert_msg(strstr(l.err.next, "2024-12-09"), "%s", l.err.next);
    loading_end(&l);
}
END_TEST

START_TEST(bare_file_is_a_pack)
{
    static const char text[] = HEADER "a,kent,1/24,2024,ncnd\n";
    struct loading l;
    char path[256];
    loading_begin(&l);
    loading_write(&l, "my answers.csv", text, strlen(text));
    loading_write(&l, "tools.csv", "nonsense", 8);
    snprintf(path, sizeof path, "%s/my answers.csv", l.folder);
    loading_load(&l, (struct intake_options){.pack = path});
    loading_assert(&l,
                   "SELECT pack, (SELECT name FROM input_file WHERE kind = 'responses') FROM audit",
                   "my answers.csv|my answers.csv");
    loading_assert(&l, "SELECT count(*) FROM input_file WHERE origin = 'pack'", "1");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

START_TEST(missing_path_is_refused)
{
    struct loading l;
    loading_begin(&l);
    loading_load(&l, (struct intake_options){.pack = "/nowhere/at/all"});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_INPUT);
    loading_end(&l);
}
END_TEST

START_TEST(utf_16_is_read)
{
    static const char text[] = HEADER "a,kent,1/24,2024,ncnd\n";
    char wide[2 * sizeof text + 2] = {'\xFF', '\xFE'};
    for (size_t i = 0; text[i]; i++)
        wide[2 + 2 * i] = text[i];
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", wide, 2 * sizeof text);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, ROWS, "a|kent|1/24|2024|ncnd");
    loading_end(&l);
}
END_TEST

START_TEST(nul_rejects_its_row)
{
    static const char text[] = HEADER "a,k\0nt,1/24,2024,ncnd\nb,kent,1/24,2024,ncnd\n";
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, sizeof text - 1);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, REJECTS, "2|force_id|nul-byte|k\\x00nt");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

/* Long enough for a thread of its own: nothing is lost, and lines stay right. */
START_TEST(long_file_is_read_in_order)
{
    enum { COUNT = 40000 };
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    fputs(HEADER, out);
    for (int i = 0; i < COUNT; i++)
        fprintf(out, "a%d,%s,%d/24,2024-01-%02d,ncnd\n", i, i % 10 == 7 ? "nobody" : "Kent Police",
                i % 500 + 1, i % 31 + 1);
    fputs("a0,kent,1/24,2024-01-01,ncnd\na1,kent\nx,\"", out);
    ck_assert_int_eq(fclose(out), 0);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, size);
    free(text);
    loading_load(&l, (struct intake_options){0});
    loading_assert(
        &l, "SELECT read, accepted, duplicate, rejected FROM input_file WHERE kind = 'responses'",
        "40003|36000|1|4002");
    loading_assert(&l, "SELECT count(*) FROM v_responses WHERE response_id <> 'a' || (line - 2)",
                   "0");
    loading_assert(&l, "SELECT line, code FROM reject ORDER BY reject_no DESC LIMIT 3",
                   "40004|unclosed-quote;40003|field-count;39999|unknown-force");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

START_TEST(real_pack_loads_whole)
{
    struct loading l;
    loading_begin(&l);
    loading_load(&l, (struct intake_options){.pack = "datasets/palantir"});
    loading_assert(&l, "SELECT sum(rejected), sum(duplicate) FROM input_file", "0|0");
    loading_assert(&l, "SELECT code FROM notice", "");
    loading_assert(&l, "SELECT count(*), count(DISTINCT force_id) FROM v_responses", "14|7");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

START_TEST(worked_packs_load)
{
    struct loading l;
    loading_begin(&l);
    loading_load(&l, (struct intake_options){.pack = "tests/cases/43-normalisation"});
    loading_assert(
        &l,
        "SELECT count(*), count(DISTINCT request_id), count(DISTINCT exemptions) FROM v_responses",
        "5|1|1");
    loading_assert_sound(&l);
    loading_end(&l);
    loading_begin(&l);
    loading_load(&l, (struct intake_options){.pack = "tests/cases/44-rejects-and-duplicates"});
    loading_assert(&l,
                   "SELECT accepted, duplicate, rejected FROM input_file WHERE kind = 'responses'",
                   "2|1|3");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_pack(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/pack", &tcase);
    ADD_TABLE_TEST(tcase, pack_is_refused, refused);
    tcase_add_test(tcase, strict_refuses_rejects);
    tcase_add_test(tcase, as_of_is_taken_or_refused);
    tcase_add_test(tcase, bare_file_is_a_pack);
    tcase_add_test(tcase, missing_path_is_refused);
    tcase_add_test(tcase, utf_16_is_read);
    tcase_add_test(tcase, nul_rejects_its_row);
    tcase_add_test(tcase, long_file_is_read_in_order);
    tcase_add_test(tcase, real_pack_loads_whole);
    tcase_add_test(tcase, worked_packs_load);
    return suite;
}
