/* SPDX-License-Identifier: MIT
 * What an audit for the public must not say: every file of its folder is read, the
 * database table by table, for what the internal audit knows about single forces.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "reader/csv_reader.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const packs[] = {
    "datasets/national-example",
    "datasets/palantir",
    "tests/cases/01-g01-ncnd-despite-own-acknowledgement",
    "tests/cases/52-r01-decodable",
    "tests/cases/R01-decoded-by-the-others",
};

/* A probability of one force, or what only the internal audit says about a tool. */
struct secret {
    double value;
    char force_id[64], name[96]; /* empty: must not stand anywhere */
};

struct secrets {
    struct secret items[512];
    size_t count;
};

static struct secrets secrets; /* of the pack at hand */

static sqlite3 *open_audit(const char *folder)
{
    char name[64];
    sqlite3 *db = NULL;
    snprintf(name, sizeof name, "%s/audit.db", folder);
    ck_assert_int_eq(sqlite3_open_v2(running_path(name), &db, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    return db;
}

/* Without a force: whose NCNDs are too few to speak of, or evidence of one force's own. */
static const char secrets_sql[] =
    "SELECT e.p_use, f.force_id, f.name FROM force_exposure e JOIN force f USING (force_no)"
    " JOIN public_position p USING (tool_no, force_no)"
    " WHERE p.acknowledgement_no IS NULL AND e.p_use > 0 AND e.p_use < 1"
    " UNION ALL SELECT p_use, '', '' FROM force_exposure"
    " WHERE third_party + collaboration > 0 AND p_use > 0 AND p_use < 1"
    " UNION ALL SELECT p_use, '', '' FROM exposure WHERE ncnd BETWEEN 1 AND 4"
    " UNION ALL SELECT decodability, '', '' FROM exposure WHERE ncnd BETWEEN 1 AND 4"
    " UNION ALL SELECT leaked_bits, '', '' FROM exposure WHERE ncnd BETWEEN 1 AND 4"
    " AND leaked_bits <> round(leaked_bits, 2)"
    " UNION ALL SELECT leaked_high, '', '' FROM exposure WHERE ncnd BETWEEN 1 AND 4";

static void learn_secrets(void)
{
    secrets.count = 0;
    sqlite3 *db = open_audit("internal");
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, secrets_sql, -1, &s, NULL), SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        ck_assert_uint_lt(secrets.count, LENGTH_OF(secrets.items));
        struct secret *one = &secrets.items[secrets.count++];
        one->value = sqlite3_column_double(s, 0);
        snprintf(one->force_id, sizeof one->force_id, "%s", sqlite3_column_text(s, 1));
        snprintf(one->name, sizeof one->name, "%s", sqlite3_column_text(s, 2));
    }
    sqlite3_finalize(s);
    sqlite3_close(db);
}

/* The same number to the digits that are shown, as a share or in per cent. */
static bool shows(double number, int decimals, double secret)
{
    double half = 0.5000001 * pow(10, -decimals);
    return fabs(number - secret) <= half || fabs(number - 100 * secret) <= half;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '_';
}

static bool mentions(struct slice block, const char *words)
{
    size_t length = strlen(words);
    const char *end = block.bytes + block.length;
    for (const char *at = block.bytes; (at = memmem(at, (size_t)(end - at), words, length)) != NULL;
         at++)
        if ((at == block.bytes || !is_word(at[-1])) && (at + length == end || !is_word(at[length])))
            return true;
    return false;
}

/* Three digits may stand anywhere but beside the force's name; six stand for nothing else. */
static void check_number(const char *file, struct slice block, const char *digits, int decimals)
{
    double number = strtod(digits, NULL);
    for (size_t i = 0; i < secrets.count; i++) {
        const struct secret *one = &secrets.items[i];
        if (!shows(number, decimals, one->value))
            continue;
        bool is_told = *one->force_id ? mentions(block, one->force_id) || mentions(block, one->name)
                                      : decimals >= 6;
        ck_assert_msg(!is_told, "%s says %.12g of %s:\n%.*s", file, one->value, one->force_id,
                      (int)(block.length < 600 ? block.length : 600), block.bytes);
    }
}

static void check_block(const char *file, struct slice block)
{
    const char *end = block.bytes + block.length;
    for (const char *at = block.bytes; at < end;) {
        if (!isdigit((unsigned char)*at)) {
            at++;
            continue;
        }
        size_t whole = strspn(at, "0123456789");
        size_t decimals = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
        bool is_zero = whole == 1 && *at == '0';
        if (decimals && whole + decimals >= (is_zero ? 4U : 3U))
            check_number(file, block, at, (int)decimals);
        at += whole + (decimals ? decimals + 1 : 0);
    }
}

static bool starts_block(const char *at, const char *const *starts)
{
    for (; *starts; starts++)
        if (strncmp(at, *starts, strlen(*starts)) == 0)
            return true;
    return false;
}

/* A row of a table, an item, a paragraph, an object: what belongs to one force. */
static void check_text(const char *file, const char *text)
{
    static const char *const html[] = {"<tr",  "<li", "<p",       "<h",   "<text",
                                       "<div", "<g",  "<section", "<dt>", NULL};
    static const char *const json[] = {"{", NULL};
    static const char *const lines[] = {"\n", NULL};
    bool is_page = strstr(file, ".html") || strstr(file, ".svg");
    const char *const *starts = is_page ? html : strstr(file, ".json") ? json : lines;
    const char *since = text;
    for (const char *at = text; *at; at++)
        if (starts_block(at, starts)) {
            check_block(file, (struct slice){since, (size_t)(at - since)});
            since = at;
        }
    check_block(file, (struct slice){since, strlen(since)});
}

/* Every table: a line a row, with the identifier of the force that it is about. */
static char *dump(sqlite3 *db)
{
    char *text = NULL, sql[512];
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    sqlite3_stmt *tables = NULL, *rows = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT m.name, EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE "
                       "c.name = 'force_no') FROM sqlite_schema m WHERE m.type = 'table'",
                       -1, &tables, NULL);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        snprintf(sql, sizeof sql, "SELECT %s, t.* FROM \"%s\" t",
                 sqlite3_column_int(tables, 1)
                     ? "(SELECT force_id FROM force f WHERE f.force_no = t.force_no)"
                     : "NULL",
                 name);
        ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK, "%s", sql);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            fprintf(out, "%s", name);
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                const char *value = (const char *)sqlite3_column_text(rows, i);
                fprintf(out, "|%s", value ? value : "");
            }
            putc('\n', out);
        }
        sqlite3_finalize(rows);
    }
    sqlite3_finalize(tables);
    fclose(out);
    return text;
}

static int check_files(const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(running_path(folder), &entries, NULL, alphasort), read = 0;
    for (int i = 0; i < count; i++) {
        char name[PATH_MAX];
        const char *entry = entries[i]->d_name;
        struct stat status;
        snprintf(name, sizeof name, "%s/%s", folder, entry);
        ck_assert_int_eq(stat(running_path(name), &status), 0);
        if (S_ISDIR(status.st_mode) && entry[0] != '.') {
            read += check_files(name);
        } else if (S_ISREG(status.st_mode) && !strstr(entry, ".png") && !strstr(entry, ".db")) {
            size_t size = 0;
            char *text = support_read_file(running_path(name), &size);
            check_text(name, text);
            free(text);
            read++;
        }
        free(entries[i]);
    }
    free(entries);
    return read;
}

static void check_none(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sql);
    ck_assert_msg(sqlite3_step(s) != SQLITE_ROW, "%s gives %s", sql, sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
}

/* What the tables must lack. */
static const char *const nothing[] = {
    "SELECT force_no FROM force_exposure e WHERE NOT EXISTS (SELECT 1 FROM public_position p"
    " WHERE p.tool_no = e.tool_no AND p.force_no = e.force_no AND p.acknowledgement_no NOTNULL)",
    "SELECT force_no FROM public_position p WHERE acknowledgement_no NOTNULL AND NOT EXISTS"
    " (SELECT 1 FROM force_exposure e WHERE p.tool_no = e.tool_no AND p.force_no = e.force_no)",
    "SELECT force_no FROM force_exposure WHERE p_use <> 1",
    "SELECT force_no FROM whatif WHERE force_no NOTNULL",
    "SELECT tool_no FROM whatif GROUP BY tool_no, from_position, to_position HAVING count(*) > 1",
    "SELECT others_ncnd FROM whatif WHERE others_ncnd < 5 AND coalesce(p_use_before, p_use_after,"
    " decodability_after, leaked_after, others_bits, band_low, band_high) NOTNULL",
    "SELECT ncnd FROM exposure WHERE ncnd BETWEEN 1 AND 4 AND (NOT withheld OR coalesce(p_use,"
    " users_low, users_high, decodability, posterior_bits, leaked_bits, min_entropy_leakage,"
    " leaked_low, leaked_high, p_use_low, p_use_high) NOTNULL)",
    "SELECT ncnd FROM exposure WHERE ncnd >= 5 AND (withheld OR p_use ISNULL OR leaked_bits "
    "ISNULL)",
    "SELECT tool_no FROM exposure_swing JOIN exposure USING (tool_no) WHERE withheld",
    "SELECT tool_no FROM correction JOIN exposure USING (tool_no) WHERE withheld AND aim = "
    "'exposure'",
    "SELECT undetermined FROM accounting_band WHERE undetermined < 5 AND coalesce(p_use,"
    " denial_adds, p_after_confirmation) NOTNULL",
    "SELECT undetermined FROM accounting_band WHERE undetermined < 6 AND p_after_confirmation "
    "NOTNULL",
    "SELECT audience FROM measure_setting WHERE audience <> 'public'",
};

static size_t column_of(const struct slice *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(names[i], name))
            return i;
    ck_abort_msg("no column %s", name);
    return 0;
}

/* forces.csv: a probability only beside an acknowledgement. */
static void check_forces_csv(void)
{
    size_t size = 0;
    char *bytes = support_read_file(running_path("public/forces.csv"), &size);
    struct csv_reader *reader = NULL;
    struct error err = {0};
    struct csv_row row;
    const struct slice *names = NULL;
    ck_assert(csv_reader_open("forces.csv", (struct slice){bytes, size}, &reader, &err));
    size_t columns = csv_reader_header(reader, &names);
    size_t stands_on = column_of(names, columns, "stands_on");
    size_t p_use = column_of(names, columns, "p_use");
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        bool is_own = slice_is(row.fields[stands_on], "acknowledgement");
        ck_assert_msg((row.fields[p_use].length > 0) == is_own, "forces.csv:%ld", row.line);
    }
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
    free(bytes);
}

static void audit_for(const char *pack, const char *audience)
{
    running_check(
        RUN("audit", pack, "--audience", audience, "--quiet", "-o", running_path(audience)), 0,
        NULL, NULL);
}

/* The same findings; what they say in numbers may be kept from the public. */
static void check_r01(void)
{
    static const char sql[] =
        "SELECT count(*) || coalesce(group_concat(line, char(10)), '') FROM (SELECT finding_id || "
        "severity || certainty || tool_id || response_ids || remedy AS line FROM v_findings WHERE "
        "rule_id = 'R01' ORDER BY 1)";
    char *internal = running_query("internal/audit.db", sql);
    char *public = running_query("public/audit.db", sql);
    ck_assert_str_eq(internal, public);
    free(internal);
    free(public);
    char *empty =
        running_query("public/audit.db", "SELECT count(*) FROM v_findings WHERE rule_id = 'R01'"
                                         " AND message LIKE '% 0.0 times%'");
    ck_assert_str_eq(empty, "0");
    free(empty);
}

START_TEST(nothing_about_a_single_force)
{
    audit_for(packs[_i], "internal");
    audit_for(packs[_i], "public");
    learn_secrets();
    ck_assert_uint_gt(secrets.count, 0);
    ck_assert_int_gt(check_files("public"), 10);
    sqlite3 *db = open_audit("public");
    char *text = dump(db);
    check_text("audit.db", text);
    free(text);
    for (size_t i = 0; i < LENGTH_OF(nothing); i++)
        check_none(db, nothing[i]);
    sqlite3_close(db);
    check_forces_csv();
    check_r01();
}
END_TEST

/* The page says for whom it is, once, near its words on the audience. */
static bool says_public_audience(const char *page)
{
    for (const char *at = page; (at = strcasestr(at, "audience")) != NULL; at++) {
        char near[128];
        size_t before = at - page < 60 ? (size_t)(at - page) : 60;
        snprintf(near, sizeof near, "%.*s", 120, at - before);
        if (strcasestr(near, "public") && !strcasestr(near, "--audience"))
            return true;
    }
    return strcasestr(page, "for the public") != NULL;
}

static const char *const pages[] = {"report.html", "annex.html"};

START_TEST(a_page_says_for_whom_it_is)
{
    audit_for(packs[0], "internal");
    audit_for(packs[0], "public");
    size_t size = 0;
    char name[64];
    snprintf(name, sizeof name, "internal/%s", pages[_i]);
    char *internal = support_read_file(running_path(name), &size);
    snprintf(name, sizeof name, "public/%s", pages[_i]);
    char *public = support_read_file(running_path(name), &size);
    ck_assert(strcmp(internal, public) != 0);
    ck_assert(says_public_audience(public));
    ck_assert(!says_public_audience(internal));
    free(internal);
    free(public);
}
END_TEST

Suite *suite_cmd_public(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/public", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 120);
    ADD_TABLE_TEST(tcase, nothing_about_a_single_force, packs);
    ADD_TABLE_TEST(tcase, a_page_says_for_whom_it_is, pages);
    return suite;
}
