/* SPDX-License-Identifier: MIT
 * `concord waive`: the row that it writes, into which files, and what it refuses.
 */
#include "running.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char responses[] =
    "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions\n"
    "k1,kent,7001/24,argus,2024-02-20,not_held,\n"
    "e1,essex,7001/24,argus,2024-02-20,ncnd,31(1)\n";

static char digest[32], x02[32], l03[32], severity[32]; /* of the audit at hand */

static void copy_value(const char *sql, char out[32])
{
    char *value = running_query("out/audit.db", sql);
    snprintf(out, 32, "%s", value);
    free(value);
}

static void begin(void)
{
    running_begin();
    mkdir(running_path("pack"), 0777);
    running_write("pack/responses.csv", responses);
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "pack", "-o", "out", "--quiet"),
                  0, NULL, NULL);
    copy_value("SELECT finding_id FROM finding WHERE rule_id = 'X02'", x02);
    copy_value("SELECT finding_id FROM finding WHERE rule_id = 'L03'", l03);
    copy_value("SELECT parties_digest FROM finding WHERE rule_id = 'X02'", digest);
    copy_value("SELECT severity FROM finding WHERE rule_id = 'X02'", severity);
}

#define WAIVE(...)                                                                                 \
    RUN_IN(running_work, "waive", "out/audit.db", "--reason", "=agreed, \"for now\"", "--role",    \
           "head", "--expires", "31/12/2026", __VA_ARGS__)

/* ID, DIGEST and SEVERITY stand for those of X02. */
static char *filled_in(const char *text)
{
    char *out = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&out, &size);
    for (const char *p = text; *p;) {
        const char *value = strncmp(p, "DIGEST", 6) == 0     ? digest
                            : strncmp(p, "SEVERITY", 8) == 0 ? severity
                            : strncmp(p, "ID", 2) == 0       ? x02
                                                             : NULL;
        if (value)
            fputs(value, stream);
        else
            putc(*p, stream);
        p += !value ? 1 : value == digest ? 6 : value == severity ? 8 : 2;
    }
    fclose(stream);
    return out;
}

#define ROW "ID,,,,DIGEST,\"=agreed, \"\"for now\"\"\",head,2026-12-31,SEVERITY\n"
#define HEADER                                                                                     \
    "finding_id,rule_id,force_id,request_id,parties_digest,reason,approved_by_role,expires_on,"    \
    "severity\n"

/* A file as it is, and as it must be afterwards. */
static const struct {
    const char *before, *after;
} files[] = {
    {NULL, HEADER ROW},
    {"", HEADER ROW},
    {HEADER, HEADER ROW},
    /* rows stay; no final newline */
    {HEADER "G01-1,,,,,r,head,2025,", HEADER "G01-1,,,,,r,head,2025,\n" ROW},
    /* of before there were parties: the column comes last */
    {"finding_id,reason,approved_by_role,expires_on\nG01-1,r,head,2025\n",
     "finding_id,reason,approved_by_role,expires_on,rule_id,force_id,request_id,parties_digest,"
     "severity\nG01-1,r,head,2025,,,,,\n"
     "ID,\"=agreed, \"\"for now\"\"\",head,2026-12-31,,,,DIGEST,SEVERITY\n"},
    /* a spreadsheet's: mark, semicolons, CR LF, other headings, a column of its own, line breaks */
    {"\xef\xbb\xbf"
     "Finding;Why;Approved by;Expires;Mine\r\nG01-1;\"a,\r\nb\";head;2025;=1+1\r\n",
     "Finding,Why,Approved by,Expires,Mine,rule_id,force_id,request_id,parties_digest,severity\n"
     "G01-1,\"a,\r\nb\",head,2025,=1+1,,,,,\n"
     "ID,\"=agreed, \"\"for now\"\"\",head,2026-12-31,,,,,DIGEST,SEVERITY\n"},
    /* Windows-1252 */
    {HEADER "G01-1,,,,,caf\xe9,head,2025,\n", HEADER "G01-1,,,,,caf\xc3\xa9,head,2025,\n" ROW},
};

START_TEST(the_row_joins_the_file)
{
    if (files[_i].before)
        running_write("w.csv", files[_i].before);
    running_check(WAIVE(x02, "-o", "w.csv"), 0, "is waived until 2026-12-31 for kent", NULL);
    size_t size = 0;
    char *after = support_read_file(running_path("w.csv"), &size),
         *expected = filled_in(files[_i].after);
    ck_assert_str_eq(after, expected);
    free(after);
    free(expected);
    /* and the pack takes it */
    char *moved = filled_in("mv w.csv pack/waivers.csv");
    const char *const move[] = {"sh", "-c", moved, NULL};
    running_check(support_run(running_work, NULL, move), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "pack", "-o", "next", "--quiet"),
                  0, NULL, NULL);
    char *status =
        running_query("next/audit.db", "SELECT status FROM finding WHERE rule_id = 'X02'");
    ck_assert_str_eq(status, "waived");
    free(status);
    free(moved);
}
END_TEST

/* Without -o it is printed; a finding of one force needs no parties; any case of the id. */
START_TEST(the_row_is_printed)
{
    char *expected = filled_in(HEADER ROW);
    running_check(WAIVE(x02), 0, expected, NULL);
    free(expected);
    char lower[32];
    for (size_t i = 0; i < sizeof lower; i++)
        lower[i] = (char)(l03[i] >= 'A' && l03[i] <= 'Z' ? l03[i] + 'a' - 'A' : l03[i]);
    char line[64];
    snprintf(line, sizeof line, "%s,,,,,", l03);
    running_check(WAIVE(lower, "-o", "-"), 0, line, NULL);
}
END_TEST

/* A renewal stands beside what it renews, and holds; the same row twice is told. */
START_TEST(a_renewal_stands_beside)
{
    running_check(RUN_IN(running_work, "waive", "out/audit.db", x02, "--reason", "r", "--role",
                         "head", "--expires", "2024-03", "-o", "pack/waivers.csv"),
                  0, NULL, NULL);
    running_check(WAIVE(x02, "-o", "pack/waivers.csv"), 0, NULL, NULL);
    running_check(WAIVE(x02, "-o", "pack/waivers.csv"), 3, NULL,
                  "pack/waivers.csv:3: this very waiver stands there already");
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "pack", "-o", "next", "--as-of",
                         "2025-01-01"),
                  0, "Waivers: 1 in effect, 1 expired", NULL);
}
END_TEST

/* What cannot be: the code, and what is said; the file stays as it was. */
static const struct {
    const char *arguments; /* of sh; $ID is X02 */
    int code;
    const char *said;
} refusals[] = {
    {"out/audit.db $ID", 2, "--reason is needed"},
    {"out/audit.db $ID --reason r --expires 2026", 2, "--role is needed"},
    {"out/audit.db $ID --reason r --role h", 2, "--expires is needed"},
    {"out/audit.db $ID --reason ' ' --role h --expires 2026", 2, "--reason needs words"},
    {"out/audit.db $ID --reason r --role h --expires 2020", 2, "would have no effect"},
    {"out/audit.db $ID --reason r --role h --expires 'Dec 2026'", 2, "Write --expires 2026-12."},
    {"out/audit.db $ID --reason r --role h --expires never", 2, "cannot be read as a date"},
    {"out/audit.db Q99 --reason r --role h --expires 2026", 2, "no finding \"Q99\""},
    {"out/audit.db % --reason r --role h --expires 2026", 2, "no finding \"%\""},
    {"out/audit.db X --reason r --role h --expires 2026", 2, "more than one finding begins"},
    {"out/audit.db --reason r --role h --expires 2026", 2, "AUDIT.db and FINDING are needed"},
    {"none.db $ID --reason r --role h --expires 2026", 3, "none.db"},
    {"out/audit.db $ID --reason r --role h --expires 2026 -o bad.csv", 3,
     "bad.csv:3: nothing was added"},
    {"out/audit.db $ID --reason r --role h --expires 2026 -o out/audit.db", 3, "out/audit.db"},
    {"out/audit.db $ID --reason r --role h --expires 2026 -o out", 3,
     "out: cannot be read: it is no file, but a folder"},
    {"out/audit.db $ID --reason r --role h --expires 2026 -o pack/responses.csv", 3,
     "pack/responses.csv:1: this is no list of waivers"},
    {"out/audit.db $ID --reason r --role h --expires 2026 -o none/w.csv", 4, "none/w.csv"},
};

START_TEST(what_is_no_waiver_is_refused)
{
    static const char bad[] = HEADER "G01-1,,,,,r,head,2025,\nG01-2,,\n";
    running_write("bad.csv", bad);
    char command[400], *concord = getenv("CONCORD");
    ck_assert_ptr_nonnull(concord);
    snprintf(command, sizeof command, "\"$0\" waive %s", refusals[_i].arguments);
    ck_assert_int_eq(setenv("ID", x02, 1), 0);
    const char *const argv[] = {"sh", "-c", command, concord, NULL};
    running_check(support_run(running_work, NULL, argv), refusals[_i].code, NULL,
                  refusals[_i].said);
    size_t size = 0;
    char *text = support_read_file(running_path("bad.csv"), &size);
    ck_assert_str_eq(text, bad);
    free(text);
    static const char count[] = "test \"$(ls -A | tr '\\n' ' ')\" = 'bad.csv out pack '";
    const char *const list[] = {"sh", "-c", count, NULL};
    running_check(support_run(running_work, NULL, list), 0, NULL, NULL);
}
END_TEST

/* A link stays a link, and the rights of the file stay. */
START_TEST(the_file_keeps_its_place_and_rights)
{
    running_write("real.csv", HEADER);
    ck_assert_int_eq(chmod(running_path("real.csv"), 0600), 0);
    static const char make_link[] = "ln -s real.csv link.csv";
    const char *const argv[] = {"sh", "-c", make_link, NULL};
    running_check(support_run(running_work, NULL, argv), 0, NULL, NULL);
    running_check(WAIVE(x02, "-o", "link.csv"), 0, NULL, NULL);
    struct stat status;
    ck_assert_int_eq(lstat(running_path("link.csv"), &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    ck_assert_int_eq(stat(running_path("real.csv"), &status), 0);
    ck_assert_int_eq((int)(status.st_mode & 07777), 0600);
    ck_assert_int_gt((int)status.st_size, (int)strlen(HEADER));
}
END_TEST

/* A finding is one thing in every output: accepted since the baseline it is resolved, accepted in
 * both audits it persists, and is counted in neither. */
START_TEST(accepted_since_is_resolved_everywhere)
{
    running_write("pack/waivers.csv", "rule_id,force_id,reason,approved_by_role,expires_on\n"
                                      "L03,essex,meant so,head,2024-12-31\n");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "b", "--quiet", "--format", "csv",
                         "--baseline", "out/audit.db"),
                  0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "c", "--quiet", "--format", "csv",
                         "--baseline", "b/audit.db"),
                  0, NULL, NULL);
    running_check_query("b",
                        "SELECT (SELECT change FROM v_findings WHERE rule_id = 'L03') || ' ' || "
                        "(SELECT group_concat(rule_id || ' ' || reasons) FROM resolved_finding)",
                        "resolved L03 waiver");
    running_check_query("c",
                        "SELECT change || (SELECT count(*) FROM resolved_finding) FROM v_findings "
                        "WHERE rule_id = 'L03'",
                        "persisting0");
    size_t size = 0;
    char *findings = support_read_file(running_path("b/findings.csv"), &size);
    ck_assert_ptr_nonnull(strstr(findings, ",waived,resolved,"));
    ck_assert_ptr_null(strstr(findings, ",waived,persisting,"));
    free(findings);
}
END_TEST

Suite *suite_cmd_waive(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/waive", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, the_row_joins_the_file, files);
    tcase_add_test(tcase, the_row_is_printed);
    tcase_add_test(tcase, a_renewal_stands_beside);
    tcase_add_test(tcase, accepted_since_is_resolved_everywhere);
    ADD_TABLE_TEST(tcase, what_is_no_waiver_is_refused, refusals);
    tcase_add_test(tcase, the_file_keeps_its_place_and_rights);
    return suite;
}
