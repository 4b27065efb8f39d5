/* SPDX-License-Identifier: MIT
 * Files that are no files, that never end, and that change while they are read.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static char folder[64];

static void begin(void)
{
    support_make_folder(folder);
    ck_assert_int_eq(chdir(folder), 0);
    support_write_file("file", "text", 4);
    support_write_file("empty", "", 0);
    ck_assert_int_eq(symlink("file", "link"), 0);
    ck_assert_int_eq(symlink("nothing", "dangling"), 0);
    ck_assert_int_eq(symlink("loop", "loop"), 0);
    ck_assert_int_eq(symlink("/dev/zero", "zero"), 0);
    ck_assert_int_eq(mkdir("folder", 0700), 0);
    ck_assert_int_eq(symlink("folder", "linked-folder"), 0);
    ck_assert_int_eq(mkfifo("pipe", 0600), 0);
    ck_assert_int_eq(symlink("pipe", "linked-pipe"), 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ck_assert_int_eq(bind(fd, (const struct sockaddr *)(const void *)&address, sizeof address), 0);
    close(fd);
}

static void end(void)
{
    ck_assert_int_eq(chdir("/"), 0);
    support_remove_folder(folder);
}

static const struct {
    const char *path;
    enum file_outcome found, named;
    const char *reason;
} kinds[] = {
    {"file", FILE_OPENED, FILE_OPENED, ""},
    {"empty", FILE_OPENED, FILE_OPENED, ""},
    {"link", FILE_OPENED, FILE_OPENED, ""},
    {"nothing", FILE_ABSENT, FILE_ABSENT, "cannot be read: No such file or directory"},
    {"dangling", FILE_REFUSED, FILE_REFUSED, "a link to something that is not there"},
    {"loop", FILE_REFUSED, FILE_REFUSED, "Too many levels of symbolic links"},
    {"folder", FILE_REFUSED, FILE_REFUSED, "it is no file, but a folder"},
    {"linked-folder", FILE_REFUSED, FILE_REFUSED, "it is no file, but a folder"},
    {"socket", FILE_REFUSED, FILE_REFUSED, "it is no file, but a socket"},
    {"zero", FILE_REFUSED, FILE_OPENED, "it is no file, but a device"},
    {"file/below", FILE_REFUSED, FILE_REFUSED, "Not a directory"},
};

START_TEST(only_files_are_read)
{
    int fd = -1;
    struct file_reason reason = {""};
    ck_assert_int_eq(file_open_found(kinds[_i].path, &fd, &reason), kinds[_i].found);
    ck_assert_msg(strstr(reason.text, kinds[_i].reason) != NULL, "%s", reason.text);
    if (kinds[_i].found == FILE_OPENED)
        close(fd);
    ck_assert_int_eq(file_open_named(kinds[_i].path, &fd, &reason), kinds[_i].named);
    if (kinds[_i].named == FILE_OPENED)
        close(fd);
}
END_TEST

/* Nobody writes: a plain open() would wait for ever. */
START_TEST(a_pipe_in_a_folder_is_not_waited_for)
{
    static const char *const pipes[] = {"pipe", "linked-pipe"};
    int fd = -1;
    struct file_reason reason = {""};
    ck_assert_int_eq(file_open_found(pipes[_i], &fd, &reason), FILE_REFUSED);
    ck_assert_str_eq(reason.text, "cannot be read: it is no file, but a pipe");
}
END_TEST

START_TEST(a_pipe_by_name_is_read_to_its_end)
{
    int both[2], fd = -1;
    char path[32];
    ck_assert_int_eq(pipe(both), 0);
    ck_assert_int_eq(write(both[1], "a,b\n", 4), 4);
    close(both[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", both[0]);
    struct file_text text;
    struct file_reason reason;
    ck_assert_int_eq(file_open_named(path, &fd, &reason), FILE_OPENED);
    ck_assert(file_read(fd, &text, &reason));
    ck_assert_uint_eq(text.length, 4);
    ck_assert_mem_eq(text.bytes, "a,b\n", 4);
    file_text_done(&text);
    close(both[0]);
}
END_TEST

static bool read_named(const char *path, struct file_text *text, struct file_reason *reason)
{
    int fd = -1;
    ck_assert_int_eq(file_open_named(path, &fd, reason), FILE_OPENED);
    return file_read(fd, text, reason);
}

/* Copied below FILE_MAPPED_BYTES, mapped from there on. */
static const size_t sizes[] = {
    0, 1, 65535, 65536, 65537, FILE_MAPPED_BYTES - 1, FILE_MAPPED_BYTES, FILE_MAPPED_BYTES + 1};

START_TEST(all_bytes_come)
{
    char *bytes = malloc(sizes[_i] + 1);
    memset(bytes, 'x', sizes[_i] + 1);
    support_write_file("sized", bytes, sizes[_i]);
    struct file_text text;
    struct file_reason reason;
    ck_assert(read_named("sized", &text, &reason));
    ck_assert_uint_eq(text.length, sizes[_i]);
    ck_assert(sizes[_i] == 0 || memcmp(text.bytes, bytes, sizes[_i]) == 0);
    ck_assert(file_text_check(&text, &reason));
    file_text_done(&text);
    free(bytes);
}
END_TEST

static const struct {
    const char *path;
    off_t size;
    const char *reason;
} endless[] = {
    {"zero", 0, "it begins with 65536 NUL bytes"},
    {"hole", 70000, "it begins with 65536 NUL bytes"},
    {"hole", 1 << 30, "it begins with 65536 NUL bytes"},
    {"hole", (off_t)100 << 30, "is larger than 2048 MiB"},
};

START_TEST(what_never_ends_is_refused_at_once)
{
    struct file_text text;
    struct file_reason reason;
    if (endless[_i].size) {
        support_write_file("hole", "", 0);
        ck_assert_int_eq(truncate("hole", endless[_i].size), 0);
    }
    ck_assert(!read_named(endless[_i].path, &text, &reason));
    ck_assert_msg(strstr(reason.text, endless[_i].reason) != NULL, "%s", reason.text);
}
END_TEST

START_TEST(a_file_may_lose_its_end)
{
    enum { SIZE = 4 << 20 };
    char *bytes = malloc(SIZE);
    memset(bytes, 'x', SIZE);
    support_write_file("large", bytes, SIZE);
    free(bytes);
    struct file_text text;
    struct file_reason reason;
    ck_assert(read_named("large", &text, &reason));
    ck_assert_int_eq(truncate("large", 100), 0);
    ck_assert_int_eq(text.bytes[50], 'x');
    ck_assert_int_eq(text.bytes[SIZE - 1], 0);
    ck_assert_int_eq(text.bytes[SIZE / 2], 0);
    ck_assert(!file_text_check(&text, &reason));
    ck_assert_str_eq(reason.text, "cannot be read: it changed while it was read");
    file_text_done(&text);
}
END_TEST

START_TEST(a_file_may_be_written_meanwhile)
{
    enum { SIZE = 2 << 20 };
    char *bytes = malloc(SIZE);
    memset(bytes, 'x', SIZE);
    support_write_file("large", bytes, SIZE);
    struct file_text text;
    struct file_reason reason;
    ck_assert(read_named("large", &text, &reason));
    const struct timespec earlier[2] = {{1, 0}, {1, 0}};
    ck_assert_int_eq(utimensat(AT_FDCWD, "large", earlier, 0), 0);
    ck_assert(!file_text_check(&text, &reason));
    file_text_done(&text);
    free(bytes);
}
END_TEST

START_TEST(a_beginning_is_read)
{
    struct file_text text;
    struct file_reason reason;
    ck_assert_int_eq(file_read_found("file", 3, &text, &reason), FILE_OPENED);
    ck_assert_str_eq(text.owned, "tex");
    file_text_done(&text);
    ck_assert_int_eq(file_read_found("nothing", 3, &text, &reason), FILE_ABSENT);
    ck_assert_int_eq(file_read_found("pipe", 3, &text, &reason), FILE_REFUSED);
}
END_TEST

/* Of links the links alone, of pipes and sockets their names. */
START_TEST(a_folder_goes_with_all_that_is_in_it)
{
    ck_assert_int_eq(mkdir("whole", 0700) + mkdir("whole/below", 0700), 0);
    support_write_file("whole/below/file", "text", 4);
    ck_assert_int_eq(mkfifo("whole/pipe", 0600), 0);
    ck_assert_int_eq(symlink("../folder", "whole/link") + symlink("../file", "whole/other"), 0);
    ck_assert(file_remove_folder("whole"));
    ck_assert(!support_exists("whole"));
    ck_assert(support_exists("folder") && support_exists("file"));
    ck_assert(!file_remove_folder("nothing"));
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

Suite *suite_base_file(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/file", &tcase);
    tcase_add_checked_fixture(tcase, begin, end);
    ADD_TABLE_TEST(tcase, only_files_are_read, kinds);
    tcase_add_loop_test(tcase, a_pipe_in_a_folder_is_not_waited_for, 0, 2);
    tcase_add_test(tcase, a_pipe_by_name_is_read_to_its_end);
    ADD_TABLE_TEST(tcase, all_bytes_come, sizes);
    ADD_TABLE_TEST(tcase, what_never_ends_is_refused_at_once, endless);
    tcase_add_test(tcase, a_file_may_lose_its_end);
    tcase_add_test(tcase, a_file_may_be_written_meanwhile);
    tcase_add_test(tcase, a_beginning_is_read);
    tcase_add_test(tcase, a_folder_goes_with_all_that_is_in_it);
    return suite;
}
