/* SPDX-License-Identifier: MIT
 * Names that several things have, and how much looking for the nearest may cost.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"
#include "intake/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER   "response_id,force_id,request_id,tool_id,stance\n"
#define TOOLS    "tool_id,name\n"
#define ALIASES  "tool_id,name,aliases\n"
#define PARENTS  "tool_id,name,parent_tool_id\n"
#define REJECTS  "SELECT line, column_name, code, value FROM reject ORDER BY reject_no"
#define USED     "SELECT response_id, force_id, request_id, tool_id FROM v_responses"
#define NO_SPACE "\xe2\x80\x8b" /* zero width space: folds to nothing */
#define JOINER   "\xe2\x80\x8d"
#define WIDE_T   "\xef\xbc\xb4" /* a full-width T */

/* Whoever writes an identifier means that one; any other spelling must be of one thing only. */
static const struct {
    struct loading_file files[LOADING_FILES];
    const char *sql, *expected;
} packs[] = {
    {{{"tools.csv", TOOLS "argus,One\nArgus,Two\n"},
      {"responses.csv", HEADER "a,kent,1/24,argus,ncnd\nb,kent,1/24,Argus,ncnd\n"}},
     USED,
     "a|kent|1/24|argus;b|kent|1/24|Argus"},
    {{{"tools.csv", TOOLS "argus,One\nArgus,Two\n"},
      {"responses.csv", HEADER "a,kent,1/24,ARGUS,ncnd\nb,kent,1/24,One,ncnd\n"}},
     REJECTS,
     "2|tool_id|ambiguous-name|ARGUS"},
    {{{"tools.csv", TOOLS "A & B,One\nA and B,Two\n"},
      {"responses.csv", HEADER "a,kent,1/24,A & B,ncnd\nb,kent,1/24,a AND b,ncnd\n"}},
     REJECTS,
     "3|tool_id|ambiguous-name|a AND b"},
    {{{"tools.csv", TOOLS "a b,One\na  b,Two\n"},
      {"responses.csv", HEADER "a,kent,1/24,a  b,ncnd\nb,kent,1/24,A B,ncnd\n"}},
     REJECTS,
     "3|tool_id|ambiguous-name|A B"},
    {{{"tools.csv", TOOLS "t,One\nT,Two\n"},
      {"responses.csv", HEADER "a,kent,1/24," WIDE_T ",ncnd\nb,kent,1/24,t,ncnd\n"}},
     REJECTS,
     "2|tool_id|ambiguous-name|" WIDE_T},
    /* what cannot be seen is no identifier */
    {{{"tools.csv", PARENTS NO_SPACE ",One,\n" JOINER ",Two," NO_SPACE "\n"},
      {"responses.csv", HEADER "a,kent,1/24," NO_SPACE ",ncnd\nb,kent,1/24," JOINER ",ncnd\n"}},
     USED,
     "a|kent|1/24|unspecified;b|kent|1/24|unspecified"},
    {{{"responses.csv", HEADER "a,kent,1/24," NO_SPACE ",ncnd\nb,kent,1/24," JOINER ",ncnd\n"
                               "c,kent,1/24," NO_SPACE ",ncnd\n"}},
     "SELECT count(*) FROM tool",
     "1"},
    /* an identifier that is another's name or alias is the identifier as it is written, and
     * folded it is neither */
    {{{"tools.csv", ALIASES "alpha,beta,gamma\nbeta,alpha,gamma\n"},
      {"responses.csv",
       HEADER "a,kent,1/24,alpha,ncnd\nb,kent,1/24,BETA,ncnd\nc,kent,1/24,gamma,ncnd\n"}},
     REJECTS,
     "3|tool_id|ambiguous-name|BETA;4|tool_id|ambiguous-name|gamma"},
    {{{"tools.csv", TOOLS "argus,Big\nbig,Argus\n"},
      {"responses.csv",
       HEADER "a,kent,1/24,Argus,ncnd\nb,kent,1/24,Big,ncnd\nc,kent,1/24,big,ncnd\n"}},
     REJECTS,
     "2|tool_id|ambiguous-name|Argus;3|tool_id|ambiguous-name|Big"},
    {{{"forces.csv", "force_id,name,aliases,regime\nargus,Big,,FOIA\nbig,Argus,,FOIA\n"
                     "x,X,Zed,FOIA\nzed,Z,,FOIA\n"},
      {"responses.csv", HEADER "a,Argus,1/24,t,ncnd\nb,Zed,1/24,t,ncnd\nc,zed,1/24,t,ncnd\n"}},
     REJECTS,
     "2|force_id|ambiguous-name|Argus;3|force_id|ambiguous-name|Zed"},
    {{{"requests.csv", "request_id,title,aliases\nabc,A,\ndef2,B,ABC\n"},
      {"responses.csv", HEADER "a,kent,ABC,t,ncnd\nb,kent,abc,t,ncnd\n"}},
     REJECTS,
     "2|request_id|ambiguous-name|ABC"},
    {{{"tools.csv", TOOLS "x,Same\ny,Same\n"}, {"responses.csv", HEADER "a,kent,1/24,Same,ncnd\n"}},
     REJECTS,
     "2|tool_id|ambiguous-name|Same"},
    /* parents: each its own, and none of several */
    {{{"tools.csv", PARENTS "P,One,\np,Two,P\nq,Q,p\n"},
      {"responses.csv", HEADER "a,kent,1/24,q,ncnd\n"}},
     "SELECT t.tool_id, p.tool_id FROM tool t JOIN tool p ON p.tool_no = t.parent_no",
     "p|P;q|p"},
    {{{"tools.csv", PARENTS "T,One,\nt,Two,\nq,Q," WIDE_T "\n"},
      {"responses.csv", HEADER "a,kent,1/24,q,ncnd\n"}},
     "SELECT n.code, n.line, t.parent_no FROM notice n, tool t WHERE t.tool_id = 'q'",
     "ambiguous-name||;ambiguous-name|4|;no-dates||"},
    {{{"tools.csv", PARENTS "a,A,b\nb,B,c\nc,C,a\nd,D,d\n"},
      {"responses.csv", HEADER "a,kent,1/24,a,ncnd\n"}},
     "SELECT code, line FROM notice ORDER BY notice_no",
     "parent-circle|4;parent-circle|5;no-dates|"},
    /* a tool that a row does not name is nobody's alias */
    {{{"tools.csv", ALIASES "a,A,unspecified\nb,B,unspecified\n"},
      {"responses.csv", HEADER "a,kent,1/24,,ncnd\nb,kent,1/24,,ncnd\n"}},
     USED,
     "a|kent|1/24|unspecified;b|kent|1/24|unspecified"},
    {{{"tools.csv", TOOLS "t,A\nT,B\n"},
      {"requests.csv", "request_id,title,tool_id\n1/24,Named," WIDE_T "\n"},
      {"responses.csv", HEADER "a,kent,1/24,t,ncnd\n"}},
     REJECTS,
     "2|tool_id|ambiguous-name|" WIDE_T},
    {{{"tools.csv", TOOLS "t,A\nT,B\n"},
      {"guidance.csv", "guidance_id,title,effective_from,condition,expected_stance,tool_id\n"
                       "g,G,,any,ncnd," WIDE_T "\nG,G,,any,ncnd,T\n"},
      {"responses.csv", HEADER "a,kent,1/24,t,ncnd\n"}},
     "SELECT guidance_id, (SELECT code FROM reject) FROM guidance",
     "G|ambiguous-name"},
    /* requests: by identifier, else by an alias of one of them */
    {{{"requests.csv", "request_id,title,aliases\n1/24,A,x;y\n2/24,B,y\nOp-A,C,\nop-a,D,\n"},
      {"responses.csv", HEADER "a,kent,x,t,ncnd\nb,kent,y,t,ncnd\nc,kent,op-a,t,ncnd\n"
                               "d,kent,Op-A,t,ncnd\ne,kent,OP-A,t,ncnd\n"}},
     REJECTS,
     "3|request_id|ambiguous-name|y;6|request_id|ambiguous-name|OP-A"},
    {{{"requests.csv", "request_id,title,aliases\n1/24,A,x;y\n2/24,B,y\nOp-A,C,\nop-a,D,\n"},
      {"questions.csv", "request_id,question_id,topic\nx,Q1,use\n1/24,q1,use\nOp-A,Q1,use\n"
                        "op-a,Q1,use\n"},
      {"waivers.csv", "rule_id,force_id,request_id,reason,approved_by_role,expires_on\n"
                      "G01,kent,y,r,head,2030\nG01,kent,x,r,head,2030\n"},
      {"responses.csv", HEADER "a,kent,x,t,ncnd\n"}},
     "SELECT count(*), (SELECT count(*) FROM waiver), (SELECT group_concat(code) FROM reject) "
     "FROM question",
     "3|1|ambiguous-name"},
    /* forces and collaborations */
    {{{"forces.csv", "force_id,name,regime\nkent,Kent Police,FOIA\nKent,Same,FOIA\nx,Same,FOIA\n"},
      {"responses.csv", HEADER "a,kent,1/24,t,ncnd\nb,Kent,1/24,t,ncnd\nc,KENT,1/24,t,ncnd\n"
                               "d,Same,1/24,t,ncnd\n"}},
     REJECTS,
     "4|force_id|ambiguous-name|KENT;5|force_id|ambiguous-name|Same"},
    {{{"collaborations.csv", "collaboration_id,name,force_id\nT,Unit,kent\nt,Unit,essex\n"},
      {"acknowledgements.csv",
       "acknowledgement_id,collaboration_id,tool_id,kind,publisher,date_published\n"
       "k,T,x,press_release,collaboration,2023\nK,t,x,press_release,collaboration,2023\n"
       "l," WIDE_T ",x,press_release,collaboration,2023\n"
       "m,Unit,x,press_release,collaboration,2023\n"},
      {"responses.csv", HEADER "a,kent,1/24,x,ncnd\n"}},
     REJECTS,
     "4|collaboration_id|ambiguous-name|" WIDE_T ";5|collaboration_id|ambiguous-name|Unit"},
    /* SEMANTICS 63: what no file lists is one without case and with one kind of space; the first
     * spelling in byte order is shown, of rows that are duplicates too */
    {{{"responses.csv", HEADER "a,kent,1/24,argus,ncnd\nb,kent,1/24,Argus,ncnd\n"
                               "c,kent,op  A,ARGUS,ncnd\nd,kent,Op\xc2\xa0"
                               "a," NO_SPACE "Argus,ncnd\n"
                               "c,kent,OP A,ARGUS,ncnd\n"}},
     USED,
     "a|kent|1/24|ARGUS;b|kent|1/24|ARGUS;c|kent|OP A|ARGUS;d|kent|OP A|ARGUS"},
    {{{"responses.csv", HEADER "a,kent,1/24,t,ncnd\nb,kent,1/24,T,ncnd\na,kent,1/24,T,ncnd\n"}},
     "SELECT read, accepted, duplicate FROM input_file WHERE kind = 'responses'",
     "3|2|1"},
    {{{"tools.csv", PARENTS "x,X,AAA\ny,Y,aaa\n"},
      {"responses.csv", HEADER "a,kent,1/24,aaa,ncnd\nb,kent,1/24,Aaa,ncnd\n"}},
     "SELECT t.tool_id, p.tool_id FROM tool t JOIN tool p ON p.tool_no = t.parent_no ORDER BY 1",
     "x|Aaa;y|Aaa"},
    {{{"tools.csv", PARENTS "x,X,aaa\ny,Y,AAA\n"},
      {"responses.csv", HEADER "a,kent,1/24,x,ncnd\n"}},
     "SELECT t.tool_id, p.tool_id FROM tool t JOIN tool p ON p.tool_no = t.parent_no ORDER BY 1",
     "x|AAA;y|AAA"},
    {{{"requests.csv", "request_id,title\nOp B,B\n"},
      {"responses.csv", HEADER "a,kent,OP B,t,ncnd\nb,kent,op  b,t,ncnd\n"}},
     USED,
     "a|kent|Op B|t;b|kent|Op B|t"},
    /* a row that is rejected spells nothing */
    {{{"responses.csv", HEADER "a,kent,op,t,ncnd\nb,kemt,OP,T,ncnd\n"}}, USED, "a|kent|op|t"},
    /* what nearly agrees is asked about, with the rows that hang on either */
    {{{"responses.csv", HEADER "a,kent,1/24,Argus,ncnd\nb,kent,1/24,Argus (TM),ncnd\n"
                               "c,kent,1/24,Argus,ncnd\n"}},
     "SELECT message, rows, line FROM notice WHERE code = 'alike-names'",
     "\"Argus (TM)\" (1 row) and \"Argus\" (2 rows) are two tools, whose answers are not compared: "
     "if one is meant, write it one way, or list the other as an alias in tools.csv|1|3"},
    {{{"tools.csv", ALIASES "argus,Argus Insight,\n"},
      {"responses.csv", HEADER "a,kent,1/24,Argus-Insight,ncnd\n"}},
     "SELECT message FROM notice WHERE code = 'alike-names'",
     "\"Argus-Insight\" (1 row) and \"argus\" (0 rows) are two tools, whose answers are not "
     "compared: if one is meant, write it one way, or list the other as an alias in tools.csv"},
    /* one section in two spellings is one row of the statute */
    {{{"exemptions.csv", "regime,citation,title,kind\nFOIA,31(3),A,qualified\n"
                         "foia,s.31(3),A,qualified\nFOIA,s31(3),B,qualified\n"},
      {"responses.csv", HEADER "a,kent,1/24,x,ncnd\n"}},
     "SELECT count(*), (SELECT code FROM reject) FROM exemption",
     "1|duplicate-id"},
};

START_TEST(a_name_of_several_is_none_of_them)
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

/* Two columns that differ only far behind where a header would be cut. */
START_TEST(long_headers_are_told_apart)
{
    char *text = NULL;
    ck_assert_int_gt(asprintf(&text,
                              "response_id,force_id,request_id,stance,%0300da,%0300db\n"
                              "a,kent,1/24,ncnd,x,y\n",
                              0, 0),
                     0);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, strlen(text));
    loading_load(&l, (struct intake_options){0});
    loading_assert(
        &l, "SELECT count(DISTINCT column_name), min(length(column_name)) FROM carried_value",
        "2|301");
    loading_end(&l);
    free(text);
}
END_TEST

/* A hundred tools, each part of the next: one that closes the circle is left out. */
START_TEST(long_chains_of_tools_are_read)
{
    enum { TOOLS_IN_CHAIN = 20000 };
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("tool_id,name,parent_tool_id\n", out);
    for (int i = 0; i < TOOLS_IN_CHAIN; i++)
        fprintf(out, "t%d,Tool,t%d\n", i, (i + 1) % TOOLS_IN_CHAIN);
    fclose(out);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "tools.csv", text, size);
    loading_write(&l, "responses.csv", HEADER "a,kent,1/24,t1,ncnd\n",
                  strlen(HEADER "a,kent,1/24,t1,ncnd\n"));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, "SELECT code, line FROM notice",
                   "ambiguous-name|;parent-circle|20001;no-dates|");
    loading_end(&l);
    free(text);
}
END_TEST

static void add_forces(struct names *names, int count)
{
    for (int i = 0; i < count; i++) {
        char id[32], name[64];
        snprintf(id, sizeof id, "f%d", i);
        snprintf(name, sizeof name, "Police of the place of number %d", i);
        names_add(names, i + 1, slice_of(id), slice_of(name), (struct slice){"", 0});
    }
}

/* What is counted is work, so that a slow machine does not matter. */
START_TEST(looking_for_the_nearest_name_has_a_limit)
{
    struct names names = {0};
    add_forces(&names, 50);
    ck_assert_str_eq(names_suggest(&names, slice_of("Police of the place of nummer 1")),
                     names_suggest(&names, slice_of("Police of the place of nummer 1")));
    ck_assert_uint_eq(names.sought, 1);
    for (int i = 0; i < 3 * NAMES_SOUGHT; i++) {
        char text[64];
        snprintf(text, sizeof text, "Polize of the place of number %d", i % 10);
        names_suggest(&names, slice_of(text));
    }
    ck_assert_uint_eq(names.sought, 11);
    for (int i = 0; i < 3 * NAMES_SOUGHT; i++) {
        char text[64];
        snprintf(text, sizeof text, "Quite another name %d", i);
        names_suggest(&names, slice_of(text));
    }
    ck_assert_uint_eq(names.sought, NAMES_SOUGHT);
    ck_assert_uint_eq(names.left_out, 2 * NAMES_SOUGHT + 11);
    ck_assert_str_ne(names_suggest(&names, slice_of("Police of the place of nummer 1")), "");
    names_begin_suggestions(&names, false);
    ck_assert_str_ne(names_suggest(&names, slice_of("Police of the place of nummer 2")), "");
    ck_assert_uint_eq(names.left_out, 0);
    names_done(&names);
}
END_TEST

START_TEST(many_names_to_compare_with_have_a_limit)
{
    enum { FORCES = 20000 };
    struct names names = {0};
    add_forces(&names, FORCES);
    for (int i = 0; i < NAMES_SOUGHT; i++) {
        char text[64];
        snprintf(text, sizeof text, "Polize of the place of number %d", i);
        names_suggest(&names, slice_of(text));
    }
    /* One look more than the limit may be under way. */
    ck_assert_uint_lt(names.sought, NAMES_SOUGHT);
    ck_assert_uint_le(names.bytes_compared, NAMES_BYTES_COMPARED + 40 * 2 * FORCES);
    ck_assert_uint_eq(names.sought + names.left_out, NAMES_SOUGHT);
    /* Names of quite another length cost nothing. */
    names_begin_suggestions(&names, false);
    names_suggest(&names, slice_of("a name that is so long that none of them is anywhere near it"));
    ck_assert_uint_eq(names.bytes_compared, 2 * FORCES);
    names_done(&names);
}
END_TEST

START_TEST(a_file_of_unknown_names_says_where_it_stopped)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs(HEADER, out);
    for (int i = 0; i < 2 * NAMES_SOUGHT; i++)
        fprintf(out, "r%d,Kend Police %d,1/24,t,ncnd\n", i, i);
    fclose(out);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, size);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, "SELECT code, rows FROM notice", "suggestions-limited|1000");
    loading_assert(&l, "SELECT count(*), count(suggestion LIKE '%forces.csv%') FROM reject",
                   "2000|2000");
    loading_end(&l);
    free(text);
}
END_TEST

Suite *suite_intake_names(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/names", &tcase);
    ADD_TABLE_TEST(tcase, a_name_of_several_is_none_of_them, packs);
    tcase_add_test(tcase, long_headers_are_told_apart);
    tcase_add_test(tcase, long_chains_of_tools_are_read);
    tcase_add_test(tcase, looking_for_the_nearest_name_has_a_limit);
    tcase_add_test(tcase, many_names_to_compare_with_have_a_limit);
    tcase_add_test(tcase, a_file_of_unknown_names_says_where_it_stopped);
    return suite;
}
