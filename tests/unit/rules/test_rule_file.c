/* SPDX-License-Identifier: MIT
 * The header of a rule: each key with words that it knows, and with others.
 */
#include "rules/rule_file.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A whole header, one key a line, from line 1 on. */
static const char *const lines[] = {
    "id: U01",
    "name: a-rule",
    "title: A title",
    "severity: low",
    "basis: data",
    "evidence: own",
    "reads: findings",
    "needs: guidance",
    "shares-cause-with: L01",
    "parties: deny",
    "message: {force} said so.",
    "rationale: Why",
    "source: Ours",
    "remedy: None",
};

static size_t key_length(const char *line)
{
    return strcspn(line, ":");
}

/* The line of a key in that header, counted from 1. */
static long line_of(const char *changed)
{
    for (size_t i = 0; i < LENGTH_OF(lines); i++)
        if (key_length(lines[i]) == key_length(changed) &&
            strncasecmp(lines[i], changed, key_length(changed)) == 0)
            return (long)i + 1;
    return 0;
}

/* The header with one line changed, or with none. The caller frees. */
static char *header_with(const char *changed)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < LENGTH_OF(lines); i++)
        fprintf(out, "-- %s\n", changed && line_of(changed) == (long)i + 1 ? changed : lines[i]);
    fputs("\nSELECT 1\n", out);
    fclose(out);
    return text;
}

static bool parse(const char *changed, struct rule *ret_rule, struct rule_fault *ret_fault)
{
    char *text = header_with(changed);
    bool ok = rule_parse("U01.sql", slice_of(text), ret_rule, ret_fault);
    free(text);
    return ok;
}

static const char *const sound[] = {
    NULL,
    "id: ABCD123",
    "name: another-name-2",
    "title: Anything: at all",
    "severity: info",
    "severity: low",
    "severity: medium",
    "severity: HIGH",
    "severity: critical",
    "basis: statute",
    "basis: regulator",
    "basis: advice",
    "basis: consistency",
    "basis: Data",
    "BASIS: data",
    "evidence:",
    "evidence: own collaboration third_party membership guidance statute",
    "evidence: own, guidance",
    "evidence: own\n--   guidance",
    "reads:",
    "reads: Findings",
    "needs:",
    "needs: Guidance_in_force",
    "needs: guidance, guidance_in_force",
    "shares-cause-with:",
    "shares-cause-with: G01, L01,T09 X01",
    "parties:",
    "parties: confirm some-role_2",
    "severity:\n--   low",
    "id:\n--   U01",
    "message: All: {force} {tool} {request} {question} {collaboration} {positions}",
    "message: All: {a.forces} {a.letters} {a.acknowledgements} {a.titles} {a.bases} {a.stances}"
    " {a.topics} {a.count}",
    "message: All: {column} {column:day} {Force}",
    "rationale: it was\n--   ever so",
};

START_TEST(sound_headers_are_taken)
{
    struct rule rule;
    struct rule_fault fault = {0};
    ck_assert_msg(parse(sound[_i], &rule, &fault), "%s", fault.reason);
    rule_done(&rule);
}
END_TEST

/* A line that is no good, and what must be said of it. */
static const struct {
    const char *line, *reason;
} unsound[] = {
    {"id: ABC1", "two or three digits, such as U01"},
    {"id: ab123", "\"ab123\" is no rule id: one to four capital letters and two or three digits, "
                  "such as AB123"},
    {"id:", "the header key \"id\" is empty: write its value behind the colon"},
    {"name: A_short Rule", "\"A_short Rule\" is no rule name: small letters, digits and hyphens, "
                           "such as a-short-rule"},
    {"name: A/Rule", "such as ncnd-without-covert-use"},
    {"name:", "the header key \"name\" is empty: write its value behind the colon"},
    {"title:", "the header key \"title\" is empty: write its value behind the colon"},
    {"severity: hihg", "unknown severity \"hihg\"; did you mean high? It is one of: critical, hig"},
    {"severity: grave", "unknown severity \"grave\"; it is one of: critical, high, medium, low, i"},
    {"severity: low high", "unknown severity \"low high\""},
    {"severity:", "the header key \"severity\" is empty: write its value behind the colon"},
    {"basis: statut", "unknown basis \"statut\"; did you mean statute? It is one of: statute, reg"},
    {"basis:", "the header key \"basis\" is empty: write its value behind the colon"},
    {"evidence: guidence", "unknown evidence \"guidence\"; did you mean guidance? It is one of: o"},
    {"evidence: own, third-partie", "\"third-partie\"; did you mean third_party?"},
    {"evidence: ownn\n--   statute", "did you mean own?"},
    {"evidence: statutes", "unknown evidence \"statutes\"; did you mean statute?"},
    {"evidence: everything", "unknown evidence \"everything\"; it is one of: own, collaboration,"},
    {"reads: finding", "unknown reads \"finding\"; did you mean findings? It is one of: findings"},
    {"needs: guidence",
     "unknown needs \"guidence\"; did you mean guidance? It is one of: guidance, "
     "guidance_in_force"},
    {"reads: tables", "unknown reads \"tables\"; it is one of: findings"},
    {"parties: deny!", "\"deny!\" is no role: at most 23 letters"},
    {"parties: a-role-of-four-and-twenty", "is no role"},
    {"message:", "the header key \"message\" is empty: write its value behind the colon"},
    {"message: {question}", "the message has no words of its own"},
    {"message: {own.letters} {positions}", "the message has no words of its own"},
    {"message: {answer.leters}", "{answer.leters}, which is no placeholder; did you mean "
                                 "{answer.letters}? Behind a role and a point stands one of forc"},
    {"message: {answer.all}", "{answer.all}, which is no placeholder. Behind a role"},
    {"message: {.letters}", "{.letters}, which is no placeholder. Behind a role"},
    {"message: {due:dya}", "{due:dya}, which is no placeholder; did you mean {due:day}?"},
    {"message: {:day}", "{:day}, which is no placeholder"},
    {"message: {}", "{}, which is no placeholder"},
    {"message: {force", "the message has a { without a } behind it; braces stand around"},
    {"message: said {force and {tool}", "the message has a { without a } behind it"},
    {"message: nothing to fill in } here", "the message has a } without a { before it; braces"},
    {"message: } {force} said\n--   something", "the message has a } without a { before it"},
    {"message: {force} {", "the message has a { without a } behind it"},
    {"rationale:", "the header key \"rationale\" is empty: write its value behind the colon"},
    {"source:", "the header key \"source\" is empty: write its value behind the colon"},
    {"remedy:", "the header key \"remedy\" is empty: write its value behind the colon"},
};

/* The same with the wrong word in a line that goes on: how many lines below its key. */
static const struct {
    const char *line, *reason;
    long below;
} continued[] = {
    {"evidence: own\n--   membershop", "\"membershop\"; did you mean membership?", 1},
    {"evidence: own\n--   statute\n--   guidence, statute", "did you mean guidance?", 2},
    {"severity:\n--   lowe", "unknown severity \"lowe\"; did you mean low?", 1},
    {"reads:\n--   tables", "unknown reads \"tables\"", 1},
    {"id:\n--   U1", "\"U1\" is no rule id", 1},
    {"name:\n--   No-1!", "is no rule name", 1},
    {"parties: deny,\n--   ncnd,\n--   con/firm", "\"con/firm\" is no role", 2},
    {"message: said\n--   {answer.leters}", "did you mean {answer.letters}?", 1},
    {"message: said by\n--   {force", "the message has a { without a } behind it", 1},
    {"message: {force} said\n--   {tool}} here", "the message has a } without a { before it", 1},
};

static void check_unsound(const char *line, const char *reason, long below)
{
    struct rule rule;
    struct rule_fault fault = {0};
    ck_assert(!parse(line, &rule, &fault));
    ck_assert_str_eq(fault.file, "U01.sql");
    ck_assert_msg(strstr(fault.reason, reason), "%s", fault.reason);
    ck_assert_int_eq(fault.line, line_of(line) + below);
    rule_fault_done(&fault);
}

START_TEST(unsound_headers_are_named_with_their_line)
{
    check_unsound(unsound[_i].line, unsound[_i].reason, 0);
}
END_TEST

START_TEST(lines_that_go_on_have_their_own_number)
{
    check_unsound(continued[_i].line, continued[_i].reason, continued[_i].below);
}
END_TEST

/* A header without the line of a key: only some may be left out. */
START_TEST(keys_that_are_not_there_are_missing)
{
    char *text = header_with(NULL), *line = text;
    for (int i = 0; i < _i; i++)
        line = strchr(line, '\n') + 1;
    char *next = strchr(line, '\n') + 1;
    memmove(line, next, strlen(next) + 1);
    struct rule rule;
    struct rule_fault fault = {0};
    if (rule_parse("U01.sql", slice_of(text), &rule, &fault)) {
        SCOPED_TEXT key = slice_copy((struct slice){lines[_i], key_length(lines[_i])});
        ck_assert_ptr_nonnull(strstr("evidence reads needs about shares-cause-with parties", key));
        rule_done(&rule);
    } else {
        ck_assert_msg(strstr(fault.reason, "is missing: add a line -- "), "%s", fault.reason);
        ck_assert_int_eq(fault.line, 0);
    }
    rule_fault_done(&fault);
    free(text);
}
END_TEST

/* A word of a list is found again in its line. */
START_TEST(words_have_lines)
{
    struct rule rule;
    struct rule_fault fault = {0};
    ck_assert(parse("shares-cause-with: G01, L01\n--   T09\n--   X01 X02", &rule, &fault));
    static const long expected[] = {9, 9, 10, 11, 11};
    ck_assert_uint_eq(rule.shares_cause_with.count, LENGTH_OF(expected));
    for (size_t i = 0; i < LENGTH_OF(expected); i++)
        ck_assert_int_eq(rule.shares_lines[i], expected[i]);
    ck_assert_int_eq(rule.party_lines[0], 12);
    ck_assert_int_eq(rule_line_of_value(&rule, "message", 0), 13);
    ck_assert_int_eq(rule_line_of_value(&rule, "nothing", 0), 0);
    rule_done(&rule);
}
END_TEST

START_TEST(words_become_codes)
{
    struct rule rule;
    struct rule_fault fault = {0};
    ck_assert(parse("evidence: third_party, guidance", &rule, &fault));
    ck_assert_int_eq(rule.severity, SEVERITY_LOW);
    ck_assert_int_eq(rule.basis, BASIS_DATA);
    ck_assert(rule.reads_findings);
    ck_assert(rule.needs[NEED_GUIDANCE] && !rule.needs[NEED_GUIDANCE_IN_FORCE]);
    for (int i = 0; i < CONTEXTS; i++)
        ck_assert_int_eq(rule.adds[i], i == CONTEXT_THIRD_PARTY || i == CONTEXT_GUIDANCE);
    rule_done(&rule);
    ck_assert(parse("shares-cause-with: G01,L01  T09", &rule, &fault));
    char *joined = word_list_join(&rule.shares_cause_with, ", ");
    ck_assert_str_eq(joined, "G01, L01, T09");
    free(joined);
    rule_done(&rule);
}
END_TEST

/* People are told of the worst first; a severity has the rank that --fail-on compares. */
START_TEST(severities_have_ranks)
{
    ck_assert_int_eq(severity_rank("info"), 1);
    ck_assert_int_eq(severity_rank("Critical"), 5);
    ck_assert_int_eq(severity_rank("grave"), SEVERITY_NONE);
    ck_assert_int_eq(severity_rank(""), SEVERITY_NONE);
    char all[64];
    vocabulary_list(&severities, all, sizeof all);
    ck_assert_str_eq(all, "critical, high, medium, low, info");
    ck_assert_int_eq(severity_of_code(vocabulary_code(&severities, slice_of("low"))), SEVERITY_LOW);
    for (int rank = SEVERITY_INFO; rank <= SEVERITY_CRITICAL; rank++)
        ck_assert_int_eq(severity_rank(severity_word((enum severity)rank)), rank);
}
END_TEST

/* A column that the message asks for, and what is said where the SELECT has others. */
static const struct {
    const char *message, *reason;
} asked[] = {
    {"{stance} {topic:day}", NULL},
    {"{stanse}", "asks for {stanse}, which is no column of the SELECT; did you mean {stance}?"},
    {"{stanse:day}", "asks for {stanse:day}, which is no column of the SELECT; did you mean "
                     "{stance:day}?"},
    {"{froce}", "{froce}, which is no column of the SELECT; did you mean {force}?"},
    {"{positons}", "{positons}, which is no column of the SELECT; did you mean {positions}?"},
    {"{stance} {weather}", "{weather}, which is no column of the SELECT"},
};

START_TEST(columns_that_are_asked_for_are_there)
{
    static const char *const columns[] = {"stance", "topic", NULL};
    struct message_template template;
    struct message_fault fault = {0};
    ck_assert(message_template_parse(asked[_i].message, &template, &fault));
    bool ok = message_template_check(&template, columns, &fault);
    ck_assert_int_eq(ok, asked[_i].reason == NULL);
    if (asked[_i].reason)
        ck_assert_msg(strstr(fault.reason, asked[_i].reason), "%s", fault.reason);
    message_template_done(&template);
}
END_TEST

START_TEST(uses_of_a_column_are_counted)
{
    struct message_template template;
    struct message_fault fault;
    ck_assert(message_template_parse("{a} {a:day} {a.count} {b} {force}", &template, &fault));
    ck_assert_uint_eq(message_template_uses(&template, "a"), 2);
    ck_assert_uint_eq(message_template_uses(&template, "b"), 1);
    ck_assert_uint_eq(message_template_uses(&template, "force"), 0);
    message_template_done(&template);
}
END_TEST

Suite *suite_rules_rule_file(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/rule_file", &tcase);
    ADD_TABLE_TEST(tcase, sound_headers_are_taken, sound);
    ADD_TABLE_TEST(tcase, keys_that_are_not_there_are_missing, lines);
    ADD_TABLE_TEST(tcase, unsound_headers_are_named_with_their_line, unsound);
    ADD_TABLE_TEST(tcase, lines_that_go_on_have_their_own_number, continued);
    tcase_add_test(tcase, words_have_lines);
    tcase_add_test(tcase, words_become_codes);
    tcase_add_test(tcase, severities_have_ranks);
    ADD_TABLE_TEST(tcase, columns_that_are_asked_for_are_there, asked);
    tcase_add_test(tcase, uses_of_a_column_are_counted);
    return suite;
}
