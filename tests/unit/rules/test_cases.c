/* SPDX-License-Identifier: MIT
 * The worked packs of tests/cases and the small ones of tests/semantics: each
 * must give exactly its findings.
 */
#include "base/digest.h"
#include "base/memory.h"
#include "reader/csv_reader.h"
#include "rules/catalogue.h"
#include "rules/worked_packs.h"
#include "store/query.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

/* The rules of RULES.md's main tables, and those about rulings. The worked packs that were given,
 * and the small ones of tests/semantics, list the findings of these and of whatever further rule
 * they name at all; those of our own list every rule's. */
static const char main_rules[] = "G01 G02 G03 G04 G05 G06 G07 G08 G09 G10 "
                                 "X01 X02 X03 X04 X05 X06 X07 X09 X10 "
                                 "T01 T02 T03 T04 T05 T06 T07 "
                                 "L01 L02 L03 L04 L05 L06 L07 L08 L09 L10 "
                                 "P01 P02 R01 D01 D02 D03 "
                                 "G18 G19 G20 ";

static const char *const *case_folders;
static int case_count;
static bool lists_every_rule;   /* does the case at hand? */
static char further_rules[512]; /* that it names */

/* tests/cases/G11-..., not tests/cases/01-... */
static bool is_own_case(const char *folder)
{
    const char *name = strstr(folder, "tests/cases/");
    return name && !isdigit((unsigned char)name[strlen("tests/cases/")]);
}

static bool is_left_out(const char *line)
{
    char id[16] = "";
    snprintf(id, sizeof id, "%.*s ", (int)strcspn(line, ","), line);
    return !lists_every_rule && !strstr(main_rules, id) && !strstr(further_rules, id);
}

struct lines {
    char **items;
    size_t count, room;
};

static void lines_add(struct lines *l, char *line)
{
    l->items = memory_grow(l->items, l->count, &l->room, sizeof *l->items);
    l->items[l->count++] = line;
}

static void note_further_rules(const struct lines *expected)
{
    size_t length = 0;
    further_rules[0] = '\0';
    for (size_t i = 0; i < expected->count && length + 16 < sizeof further_rules; i++) {
        int id = (int)strcspn(expected->items[i], ",");
        length += (size_t)snprintf(further_rules + length, sizeof further_rules - length, "%.*s ",
                                   id, expected->items[i]);
    }
}

/* Those of the rules that the case lists. */
static struct lines lines_listed(struct lines all)
{
    struct lines listed = {0};
    for (size_t i = 0; i < all.count; i++) {
        if (is_left_out(all.items[i]))
            free(all.items[i]);
        else
            lines_add(&listed, all.items[i]);
    }
    free(all.items);
    return listed;
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *lines_join(struct lines *l)
{
    if (l->count)
        qsort(l->items, l->count, sizeof *l->items, compare_lines);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < l->count; i++) {
        fprintf(out, "%s\n", l->items[i]);
        free(l->items[i]);
    }
    fclose(out);
    free(l->items);
    return text;
}

static char *join_fields(const struct csv_row *row)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < row->count; i++)
        fprintf(out, "%s%.*s", i ? "," : "", (int)row->fields[i].length, row->fields[i].bytes);
    fclose(out);
    return text;
}

static struct lines expected_lines(const char *path)
{
    struct lines lines = {0};
    size_t size = 0;
    char *bytes = support_read_file(path, &size);
    struct error err = {0};
    struct csv_reader *reader = NULL;
    ck_assert_msg(csv_reader_open(path, (struct slice){bytes, size}, &reader, &err), "%s",
                  err.what);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row))
        lines_add(&lines, join_fields(&row));
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
    free(bytes);
    return lines;
}

static struct lines query_lines(sqlite3 *db, const char *sql)
{
    struct lines lines = {0};
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW)
        lines_add(&lines, strdup((const char *)sqlite3_column_text(s, 0)));
    sqlite3_finalize(s);
    return lines;
}

static void check_findings(sqlite3 *db, const char *folder)
{
    lists_every_rule = is_own_case(folder);
    char path[512];
    snprintf(path, sizeof path, "%s/expected.csv", folder);
    struct lines expected = expected_lines(path);
    note_further_rules(&expected);
    expected = lines_listed(expected);
    struct lines found = query_lines(
        db, "SELECT DISTINCT rule_id || ',' || certainty || ',' || coalesce(force_id, '') || ',' ||"
            " coalesce(tool_id, '') || ',' || coalesce(request_id, '') || ',' || "
            "coalesce(question_id, '')"
            " FROM v_findings");
    found = lines_listed(found);
    char *want = lines_join(&expected), *got = lines_join(&found);
    ck_assert_msg(strcmp(want, got) == 0, "%s\nexpected:\n%s\nfound:\n%s", folder, want, got);
    free(want);
    free(got);
}

/* expected-detail.csv: severity and status of some findings, an empty cell is not checked. */
static void check_details(sqlite3 *db, const char *folder)
{
    char path[512];
    snprintf(path, sizeof path, "%s/expected-detail.csv", folder);
    if (!support_exists(path))
        return;
    struct lines expected = expected_lines(path);
    for (size_t i = 0; i < expected.count; i++) {
        struct slice rest = slice_of(expected.items[i]), parts[7] = {0};
        size_t count = 0;
        while (count < 7 && slice_next_part(&rest, ',', &parts[count]))
            count++;
        sqlite3_stmt *s = NULL;
        ck_assert_int_eq(sqlite3_prepare_v2(
                             db,
                             "SELECT count(*) FROM v_findings WHERE rule_id = ?1"
                             " AND coalesce(force_id, '') = ?2 AND coalesce(tool_id, '') = ?3"
                             " AND coalesce(request_id, '') = ?4 AND coalesce(question_id, '') = ?5"
                             " AND ?6 IN ('', severity) AND ?7 IN ('', status)",
                             -1, &s, NULL),
                         SQLITE_OK);
        for (int p = 0; p < 7; p++)
            sqlite3_bind_text(s, p + 1, parts[p].length ? parts[p].bytes : "", (int)parts[p].length,
                              SQLITE_STATIC);
        ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
        ck_assert_msg(sqlite3_column_int(s, 0) == 1, "%s: %s", folder, expected.items[i]);
        sqlite3_finalize(s);
    }
    free(lines_join(&expected));
}

/* expected-exposure.csv: the figures of every tool that it lists. */
static void check_exposure(sqlite3 *db, const char *folder)
{
    char path[512];
    snprintf(path, sizeof path, "%s/expected-exposure.csv", folder);
    if (!support_exists(path))
        return;
    struct lines expected = expected_lines(path);
    struct lines found = query_lines(
        db, "SELECT printf('%s,%d,%d,%d,%s,%.6f,%.6f,%.6f', t.tool_id, e.confirming, e.denying,"
            " e.ncnd, coalesce(fixed(e.p_use, 6), ''), e.prior_bits, e.posterior_bits,"
            " e.leaked_bits) FROM exposure e JOIN tool t ON t.tool_no = e.tool_no");
    char *want = lines_join(&expected), *got = lines_join(&found);
    ck_assert_msg(strcmp(want, got) == 0, "%s\nexpected:\n%s\nfound:\n%s", folder, want, got);
    free(want);
    free(got);
}

/* near-misses.csv: what looks like a finding of a rule and must not be one, with the
 * reason; an empty cell matches anything. */
static struct lines near_misses(const char *folder)
{
    char path[512];
    snprintf(path, sizeof path, "%s/near-misses.csv", folder);
    return support_exists(path) ? expected_lines(path) : (struct lines){0};
}

static int count_near_misses(const char *folder, const char *rule_id)
{
    struct lines lines = near_misses(folder);
    int count = 0;
    for (size_t i = 0; i < lines.count; i++) {
        count += strncmp(lines.items[i], rule_id, strlen(rule_id)) == 0 &&
                 lines.items[i][strlen(rule_id)] == ',';
        free(lines.items[i]);
    }
    free(lines.items);
    return count;
}

static void check_near_miss(sqlite3 *db, const char *folder, const char *line)
{
    struct slice rest = slice_of(line), parts[6] = {0};
    for (size_t k = 0; k < 6; k++)
        ck_assert_msg(slice_next_part(&rest, ',', &parts[k]), "%s: six columns: %s", folder, line);
    ck_assert_msg(parts[5].length > 10,
                  "%s: say in more than ten letters why this does not fire: %s", folder, line);
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db,
                                        "SELECT count(*) FROM v_findings WHERE rule_id = ?1"
                                        " AND ?2 IN ('', coalesce(force_id, ''))"
                                        " AND ?3 IN ('', coalesce(tool_id, ''))"
                                        " AND ?4 IN ('', coalesce(request_id, ''))"
                                        " AND ?5 IN ('', coalesce(question_id, ''))",
                                        -1, &s, NULL),
                     SQLITE_OK);
    for (int p = 0; p < 5; p++)
        sqlite3_bind_text(s, p + 1, parts[p].length ? parts[p].bytes : "", (int)parts[p].length,
                          SQLITE_STATIC);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    ck_assert_msg(sqlite3_column_int(s, 0) == 0, "%s: fires: %s", folder, line);
    sqlite3_finalize(s);
}

static void check_near_misses(sqlite3 *db, const char *folder)
{
    struct lines lines = near_misses(folder);
    for (size_t i = 0; i < lines.count; i++) {
        check_near_miss(db, folder, lines.items[i]);
        free(lines.items[i]);
    }
    free(lines.items);
}

static sqlite3 *audit_case(const char *folder)
{
    char as_of[WORKED_PACK_DATE_BYTES];
    return worked_pack_audit(folder, worked_pack_as_of(folder, as_of), NUMBERS_IN_FULL);
}

START_TEST(gives_exactly_its_findings)
{
    const char *folder = case_folders[_i];
    sqlite3 *db = audit_case(folder);
    check_findings(db, folder);
    check_details(db, folder);
    check_exposure(db, folder);
    check_near_misses(db, folder);
    sqlite3_close(db);
}
END_TEST

static void check_empty(sqlite3 *db, const char *folder, const char *sql)
{
    struct lines broken = query_lines(db, sql);
    char *text = lines_join(&broken);
    ck_assert_msg(text[0] == '\0', "%s: %s\n%s", folder, sql, text);
    free(text);
}

/* The line of a text, without its end. */
static struct slice line_of(const char *text, int64_t number)
{
    for (; number > 1; number--)
        text = strchr(text, '\n') + 1;
    return (struct slice){text, strcspn(text, "\r\n")};
}

/* The row of a file that a piece of evidence names: the file is the one that was read,
 * byte for byte, and its line begins the row with that identifier. */
static void check_source(const char *folder, sqlite3_stmt *s)
{
    enum { FINDING, FILE_NAME, LINE, SHA256, ORIGIN, WORD };
    const char *file = (const char *)sqlite3_column_text(s, FILE_NAME);
    char path[512], digest[DIGEST_BYTES];
    struct error err = {0};
    bool is_reference = strcmp((const char *)sqlite3_column_text(s, ORIGIN), "reference") == 0;
    snprintf(path, sizeof path, "%s/%s", is_reference ? "datasets/reference" : folder, file);
    ck_assert_msg(digest_file(path, digest, &err), "%s", path);
    ck_assert_str_eq(digest, (const char *)sqlite3_column_text(s, SHA256));
    size_t size = 0;
    char *text = support_read_file(path, &size);
    struct slice line = line_of(text, sqlite3_column_int64(s, LINE));
    const char *word = (const char *)sqlite3_column_text(s, WORD);
    ck_assert_msg(memmem(line.bytes, line.length, word, strlen(word)) != NULL,
                  "%s:%lld does not hold %s: %.*s", path, (long long)sqlite3_column_int64(s, LINE),
                  word, (int)line.length, line.bytes);
    free(text);
}

static void check_sources(sqlite3 *db, const char *folder)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(
        sqlite3_prepare_v2(db,
                           "SELECT f.finding_id, e.file, e.line, e.sha256, i.origin,"
                           " CASE e.kind WHEN 'circulation' THEN '' ELSE e.id END"
                           " FROM v_evidence e JOIN finding f ON f.finding_no = e.finding_no"
                           " JOIN input_file i ON i.name = e.file",
                           -1, &s, NULL),
        SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW)
        check_source(folder, s);
    sqlite3_finalize(s);
}

/* Every finding reaches the rows it rests on, down to file, line and digest, and the
 * guidance row where its rule measures against one. */
START_TEST(every_finding_reaches_its_sources)
{
    const char *folder = case_folders[_i];
    sqlite3 *db = audit_case(folder);
    check_empty(db, folder, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check");
    check_empty(db, folder, "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    check_empty(db, folder,
                "SELECT finding_id FROM finding WHERE finding_no NOT IN (SELECT finding_no FROM "
                "v_evidence)");
    check_empty(db, folder,
                "SELECT finding_id FROM finding f"
                " WHERE (SELECT sum((response_no IS NOT NULL) + (acknowledgement_no IS NOT NULL) +"
                " (guidance_no IS NOT NULL) + (circulation_no IS NOT NULL) +"
                " (commitment_no IS NOT NULL) + (membership_no IS NOT NULL) +"
                " (exemption_no IS NOT NULL) + (ruling_no IS NOT NULL))"
                " FROM finding_evidence e WHERE e.finding_no = f.finding_no)"
                " IS NOT (SELECT count(*) FROM v_evidence e WHERE e.finding_no = f.finding_no)");
    check_empty(db, folder,
                "SELECT finding_id || ' ' || coalesce(e.file, '') FROM v_evidence e JOIN finding f "
                "USING (finding_no)"
                " WHERE e.file IS NULL OR e.line IS NULL OR e.line < 2 OR length(e.sha256) <> 64");
    check_empty(db, folder,
                "SELECT finding_id FROM finding f"
                " WHERE f.rule_id IN ('G01', 'G02', 'G03', 'G04', 'G06', 'G07', 'G08', 'G16')"
                " AND NOT EXISTS (SELECT 1 FROM finding_evidence e"
                " WHERE e.finding_no = f.finding_no AND e.guidance_no IS NOT NULL)");
    check_empty(
        db, folder,
        "SELECT finding_id FROM finding f"
        " WHERE f.rule_id IN ('G01', 'G04', 'G11') AND NOT EXISTS (SELECT 1 FROM finding_evidence e"
        " WHERE e.finding_no = f.finding_no AND e.role = 'own' AND e.acknowledgement_no IS NOT "
        "NULL)");
    check_empty(db, folder,
                "SELECT finding_id FROM finding f WHERE f.rule_id IN ('G18', 'G19', 'G20') AND NOT "
                "EXISTS (SELECT 1 FROM finding_evidence e WHERE e.finding_no = f.finding_no AND "
                "e.ruling_no IS NOT NULL)");
    check_empty(db, folder,
                "SELECT correction_no FROM correction c JOIN letter l USING (letter_no)"
                " WHERE l.force_no <> c.force_no OR l.tool_no <> c.tool_no");
    check_sources(db, folder);
    sqlite3_close(db);
}
END_TEST

/* How many lines of expected.csv name the rule. */
static int count_expected(const char *folder, const char *rule_id)
{
    char path[512], line_start[16];
    snprintf(path, sizeof path, "%s/expected.csv", folder);
    snprintf(line_start, sizeof line_start, "\n%s,", rule_id);
    size_t size = 0;
    int count = 0;
    char *text = support_read_file(path, &size);
    for (const char *at = text; (at = strstr(at, line_start)) != NULL; at++)
        count++;
    free(text);
    return count;
}

/* Beside the worked packs that were given, our own hold at least two findings of each
 * rule, and two near-misses. */
START_TEST(every_rule_fires_and_nearly_fires)
{
    struct catalogue catalogue = catalogue_load();
    ck_assert_uint_gt(catalogue.count, 55);
    for (size_t i = 0; i < catalogue.count; i++) {
        const char *id = catalogue.rules[i].id;
        int fires = 0, misses = 0;
        for (int c = 0; c < case_count; c++) {
            if (!is_own_case(case_folders[c]))
                continue;
            fires += count_expected(case_folders[c], id);
            misses += count_near_misses(case_folders[c], id);
        }
        ck_assert_msg(fires >= 2 && misses >= 2, "%s fires %d times and nearly fires %d times", id,
                      fires, misses);
    }
    catalogue_free(&catalogue);
}
END_TEST

Suite *suite_rules_cases(void)
{
    case_folders = worked_packs(&case_count);
    Suite *suite = suite_create("rules/cases");
    TCase *tcase = tcase_create("worked packs");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, gives_exactly_its_findings, 0, case_count);
    tcase_add_loop_test(tcase, every_finding_reaches_its_sources, 0, case_count);
    tcase_add_test(tcase, every_rule_fires_and_nearly_fires);
    suite_add_tcase(suite, tcase);
    return suite;
}
