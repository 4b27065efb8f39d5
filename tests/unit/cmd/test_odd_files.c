/* SPDX-License-Identifier: MIT
 * Packs, rules, boundaries and baselines that stand where no file can be read, at paths of
 * any length, and on the command line as pipes. A hang ends with the test's time.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROWS                                                                                       \
    "response_id,force_id,request_id,tool_id,stance,date_responded\n"                              \
    "a,kent,1/24,t,ncnd,2024-01-01\n"

static void write_pack(void)
{
    ck_assert_int_eq(mkdir(running_path("pack"), 0777), 0);
    running_write("pack/responses.csv", ROWS);
}

/* What may stand in the place of a file. */
static const struct {
    const char *what, *message;
} obstacles[] = {
    {"ln -s nowhere", "it is a link to something that is not there"},
    {"ln -s /", "it is no file, but a folder"},
    {"ln -s /dev/zero", "it is no file, but a device"},
    {"ln -s \"$PWD/fifo\"", "it is no file, but a pipe"},
    {"mkdir", "it is no file, but a folder"},
    {"mkfifo", "it is no file, but a pipe"},
};

static void put(const char *what, const char *name)
{
    char *command = memory_print("mkfifo fifo; rm -f %s; %s %s", name, what, name);
    running_check(support_run(running_work, NULL, (const char *const[]){"sh", "-c", command, NULL}),
                  0, NULL, NULL);
    free(command);
}

START_TEST(what_stands_in_a_pack_and_is_no_file_is_an_error)
{
    static const char *const files[] = {"pack/responses.csv",  "pack/tools.csv",
                                        "pack/forces.csv",     "pack/acknowledgements.csv",
                                        "pack/waivers.csv",    "pack/bank_holidays.csv",
                                        "pack/exemptions.csv", "pack/label.txt"};
    for (size_t i = 0; i < LENGTH_OF(files); i++) {
        running_end();
        running_begin();
        write_pack();
        put(obstacles[_i].what, files[i]);
        char *message = memory_print("%s: cannot be read: %s", files[i], obstacles[_i].message);
        running_check(RUN_IN(running_work, "check", "pack"), 3, NULL, message);
        running_check(RUN_IN(running_work, "audit", "pack", "-o", "out"), 3, NULL, message);
        ck_assert(!support_exists(running_path("out")));
        free(message);
    }
}
END_TEST

START_TEST(a_link_to_itself_is_an_error)
{
    write_pack();
    ck_assert_int_eq(symlink("tools.csv", running_path("pack/tools.csv")), 0);
    running_check(RUN_IN(running_work, "check", "pack"), 3, NULL, "pack/tools.csv: cannot be read");
}
END_TEST

START_TEST(a_link_to_a_file_is_a_file)
{
    write_pack();
    running_write("elsewhere.csv", "tool_id,name\nt,The tool\n");
    ck_assert_int_eq(symlink("../elsewhere.csv", running_path("pack/tools.csv")), 0);
    running_check(RUN_IN(running_work, "check", "pack"), 0, "tools.csv                pack", NULL);
}
END_TEST

START_TEST(a_baseline_or_an_audit_that_is_no_file_is_an_error)
{
    write_pack();
    put(obstacles[_i].what, "old.db");
    char *message = memory_print("old.db: cannot be read: %s", obstacles[_i].message);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--baseline", "old.db"), 3,
                  NULL, message);
    running_check(RUN_IN(running_work, "diff", "old.db", "old.db"), 3, NULL, message);
    running_check(RUN_IN(running_work, "explain", "old.db", "G01-0"), 3, NULL, message);
    running_check(RUN_IN(running_work, "export", "old.db", "--format", "csv"), 3, NULL, message);
    free(message);
}
END_TEST

START_TEST(boundaries_that_nobody_named_are_no_pipe)
{
    write_pack();
    ck_assert_int_eq(mkdir(running_path("datasets"), 0777), 0);
    ck_assert_int_eq(mkdir(running_path("datasets/boundaries"), 0777), 0);
    ck_assert_int_eq(mkfifo(running_path("datasets/boundaries/a.geojson"), 0600), 0);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv"), 3, NULL,
                  "datasets/boundaries/a.geojson: cannot be read: it is no file, but a pipe");
}
END_TEST

START_TEST(a_rule_that_is_no_file_is_named)
{
    write_pack();
    ck_assert_int_eq(mkdir(running_path("rules"), 0777), 0);
    put(obstacles[_i].what, "rules/U01.sql");
    char *message = memory_print("rules/U01.sql: cannot be read: %s", obstacles[_i].message);
    running_check(
        RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--rules", "rules"),
        0, NULL, message);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--rules",
                         "rules", "--strict"),
                  4, NULL, message);
    free(message);
}
END_TEST

/* What is named on the command line may be a pipe, and ends when it ends. */
static const struct {
    const char *command; /* for bash; $C is the program */
    int code;
    const char *out, *err;
} streams[] = {
    {"$C check <(cat r.csv)", 0, "pack               1          1", NULL},
    {"cat r.csv | $C check -", 0, "pack               1          1", NULL},
    {"cat r.csv | $C check /dev/stdin", 0, "pack               1          1", NULL},
    {"$C check - < r.csv", 0, "pack               1          1", NULL},
    {"mkfifo f; cat r.csv > f & $C check f", 0, "pack               1          1", NULL},
    {"cat r.csv | $C audit /dev/stdin --format csv -q && test -e responses-2024-01-01/audit.db", 0,
     NULL, NULL},
    {"$C check /dev/zero", 3, NULL, "/dev/zero: holds no text: it begins with 65536 NUL bytes"},
    {"$C check - < /dev/zero", 3, NULL, "standard input: holds no text"},
    {"$C check /dev/null", 3, NULL, "/dev/null: the file is empty"},
    {"truncate -s 100G r.csv; $C check r.csv", 3, NULL, "r.csv: is larger than 2048 MiB"},
    {"truncate -s 100G r.csv; $C check - < r.csv", 3, NULL, "is larger than 2048 MiB"},
    {"$C audit r.csv -o o --format csv --boundaries <(echo '{}')", 3, NULL,
     "not a GeoJSON FeatureCollection"},
    {"echo '{}' | $C audit r.csv -o o --format csv --boundaries /dev/stdin", 3, NULL,
     "/dev/stdin: this is not a GeoJSON FeatureCollection"},
    {"$C audit r.csv -o o --format csv --boundaries /dev/zero", 3, NULL,
     "/dev/zero:1: this is not JSON"},
    {"$C audit r.csv -o o --format csv --boundaries /", 3, NULL, "it is no file, but a folder"},
};

START_TEST(what_is_named_may_be_a_pipe)
{
    running_write("r.csv", ROWS);
    const char *program = getenv("CONCORD");
    char *resolved = realpath(program ? program : "build/concord", NULL);
    ck_assert_ptr_nonnull(resolved);
    char *command = memory_print("C='%s'; %s", resolved, streams[_i].command);
    running_check(
        support_run(running_work, NULL, (const char *const[]){"bash", "-c", command, NULL}),
        streams[_i].code, streams[_i].out, streams[_i].err);
    free(command);
    free(resolved);
}
END_TEST

START_TEST(a_device_or_a_socket_is_no_pack)
{
    running_check(
        support_run(running_work, NULL,
                    (const char *const[]){
                        "perl", "-MSocket", "-e",
                        "socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un('s'))", NULL}),
        0, NULL, NULL);
    running_check(RUN_IN(running_work, "check", "s"), 3, NULL, "it is no file, but a socket");
}
END_TEST

/* Only somebody without the rights of root can be kept out. */
START_TEST(what_may_not_be_read_is_an_error)
{
    static const char script[] =
        "chmod 755 . pack; chmod 0 pack/tools.csv; "
        "setpriv --reuid=65534 --clear-groups true 2>&- || exit 77; "
        "run() { setpriv --reuid=65534 --clear-groups \"$C\" check pack; }; "
        "setpriv --reuid=65534 --clear-groups \"$C\" --version >&- || exit 77; "
        "run; test $? = 3 || exit 1; chmod 311 pack; run; test $? = 3 || exit 2";
    write_pack();
    running_write("pack/tools.csv", "tool_id,name\n");
    const char *program = getenv("CONCORD");
    char *resolved = realpath(program ? program : "build/concord", NULL);
    char *command = memory_print("C='%s'; %s", resolved, script);
    struct support_output o =
        support_run(running_work, NULL, (const char *const[]){"sh", "-c", command, NULL});
    if (o.code == 77)
        puts("not tested: files without permission, since another user cannot be become here");
    else {
        ck_assert_msg(o.code == 0, "%d %s", o.code, o.err);
        ck_assert_ptr_nonnull(strstr(o.err, "pack/tools.csv: cannot be read: Permission denied"));
        ck_assert_ptr_nonnull(strstr(o.err, "pack: the folder cannot be listed"));
    }
    support_output_done(&o);
    free(command);
    free(resolved);
}
END_TEST

/* A folder below the test's whose path has that many bytes; the caller frees. */
static char *folder_of_length(size_t length)
{
    char *path = memory_copy(running_work);
    while (strlen(path) < length) {
        size_t left = length - strlen(path) - 1, part = left > 201 ? 200 : left;
        char *longer = memory_print("%s/%0*d", path, (int)part, 0);
        free(path);
        path = longer;
        ck_assert(mkdir(path, 0777) == 0 || support_exists(path));
    }
    return path;
}

/* Around every power of two that a buffer might have. */
static const size_t lengths[] = {240,  250,  256,  480,  490,  494,  498,  505,  512,
                                 1000, 1010, 1020, 1024, 2000, 2040, 2048, 3000, 3900};

START_TEST(a_path_may_have_any_length)
{
    char *folder = folder_of_length(lengths[_i]);
    char *responses = memory_print("%s/responses.csv", folder);
    char *acknowledgements = memory_print("%s/acknowledgements.csv", folder);
    support_write_file(responses, ROWS, strlen(ROWS));
    static const char rows[] = "acknowledgement_id,force_id,tool_id,kind,publisher,date_published\n"
                               "k,kent,t,press_release,force,2023-01-01\n";
    support_write_file(acknowledgements, rows, strlen(rows));
    running_check(RUN("check", folder), 0, "acknowledgements.csv     pack               1", NULL);
    /* The whole path, however long. */
    support_write_file(acknowledgements, "x\n", 2);
    char *message = memory_print("concord: %s:1: the column", acknowledgements);
    running_check(RUN("check", folder), 3, NULL, message);
    free(message);
    free(responses);
    free(acknowledgements);
    free(folder);
}
END_TEST

/* SQLite cannot; then that is what is said, and nothing stays. */
START_TEST(an_audit_may_stand_where_a_database_can)
{
    write_pack();
    char *folder = folder_of_length(lengths[_i]);
    char *out = memory_print("%s/out", folder), *database = memory_print("%s/audit.db", out);
    bool is_possible = lengths[_i]<450, is_impossible = lengths[_i]> 512;
    struct support_output made =
        RUN_IN(running_work, "audit", "pack", "-o", out, "--format", "csv", "--quiet");
    ck_assert(made.code == 0 || made.code == 4);
    ck_assert(!is_possible || made.code == 0);
    ck_assert(!is_impossible || made.code == 4);
    ck_assert_msg(made.code == 0 || strstr(made.err, "the path of a database may have 504 bytes"),
                  "%s", made.err);
    ck_assert(support_exists(out) == (made.code == 0));
    bool is_made = made.code == 0;
    support_output_done(&made);
    if (!is_made) {
        running_check(RUN_IN(running_work, "audit", "pack", "-o", "here", "--quiet"), 0, NULL,
                      NULL);
        ck_assert_int_eq(mkdir(out, 0777), 0);
        char *here = memory_copy(running_path("here/audit.db"));
        ck_assert_int_eq(rename(here, database), 0);
        free(here);
    }
    struct support_output told = RUN_IN(running_work, "map", database, "--list");
    ck_assert_msg(strlen(database) < 505 || strstr(told.err, "the path of a database may have 504"),
                  "%s", told.err);
    ck_assert_msg(strlen(database) >= 505 || told.code == 0, "%s", told.err);
    support_output_done(&told);
    free(database);
    free(out);
    free(folder);
}
END_TEST

START_TEST(rules_may_stand_at_a_path_of_any_length)
{
    write_pack();
    char *folder = folder_of_length(lengths[_i]);
    char *rule = memory_print("%s/U01.sql", folder);
    support_write_file(rule, "-- nonsense: x\n", 15);
    char *message = memory_print("%s:1: unknown header key", rule);
    running_check(
        RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--rules", folder), 0,
        NULL, message);
    running_check(RUN_IN(running_work, "rules", "test", folder), 1, message, NULL);
    char *boundaries = memory_print("%s/areas.geojson", folder);
    support_write_file(boundaries, "[]", 2);
    free(message);
    message = memory_print("%s: this is not a GeoJSON", boundaries);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--boundaries", boundaries), 3,
                  NULL, message);
    free(message);
    free(boundaries);
    free(rule);
    free(folder);
}
END_TEST

Suite *suite_cmd_odd_files(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/odd_files", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, what_stands_in_a_pack_and_is_no_file_is_an_error, obstacles);
    tcase_add_test(tcase, a_link_to_itself_is_an_error);
    tcase_add_test(tcase, a_link_to_a_file_is_a_file);
    ADD_TABLE_TEST(tcase, a_baseline_or_an_audit_that_is_no_file_is_an_error, obstacles);
    tcase_add_test(tcase, boundaries_that_nobody_named_are_no_pipe);
    ADD_TABLE_TEST(tcase, a_rule_that_is_no_file_is_named, obstacles);
    ADD_TABLE_TEST(tcase, what_is_named_may_be_a_pipe, streams);
    tcase_add_test(tcase, a_device_or_a_socket_is_no_pack);
    tcase_add_test(tcase, what_may_not_be_read_is_an_error);
    ADD_TABLE_TEST(tcase, a_path_may_have_any_length, lengths);
    ADD_TABLE_TEST(tcase, an_audit_may_stand_where_a_database_can, lengths);
    ADD_TABLE_TEST(tcase, rules_may_stand_at_a_path_of_any_length, lengths);
    return suite;
}
