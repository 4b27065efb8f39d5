/* SPDX-License-Identifier: MIT */
#include "hostile.h"

#include "base/memory.h"
#include "running.h"
#include "table.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static char program[PATH_MAX];

void hostile_begin(void)
{
    const char *given = getenv("CONCORD");
    char pack[PATH_MAX];
    running_begin();
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    ck_assert_ptr_nonnull(realpath("tests/precheck/packs/limbs", pack));
    SCOPED_TEXT copy = memory_print("cp -r '%s' pack; mkdir letters", pack);
    running_check(support_run(running_work, NULL, (const char *const[]){"sh", "-c", copy, NULL}), 0,
                  NULL, NULL);
}

/* A shell in the folder with limits of processor time and memory; its $concord is the program. */
struct support_output hostile_shell(const char *script)
{
#ifdef SANITIZED
    const char *limits = "ulimit -c 0"; /* the sanitizers take terabytes of addresses, and time */
#else
    const char *limits = "ulimit -c 0; ulimit -t 20; ulimit -v 600000";
#endif
    SCOPED_TEXT text = memory_print("%s\nconcord='%s'\n%s", limits, program, script);
    return support_run(running_work, NULL, (const char *const[]){"sh", "-c", text, NULL});
}

void hostile_put(const char *name, struct slice bytes)
{
    SCOPED_TEXT path = memory_print("letters/%s", name);
    support_write_file(running_path(path), bytes.bytes, bytes.length);
}

/* Of these every one would be something else than text: escapes of a terminal, marks that turn text
 * round or hide it, and what is no character. */
void hostile_check_clean(const char *what, const char *text)
{
    static const char *const marks[] = {
        "\x1b",         "\x07",         "\x7f",         "\x08",
        "\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa", "\xe2\x80\xab",
        "\xe2\x80\xac", "\xe2\x80\xad", "\xe2\x80\xae", "\xe2\x81\xa6",
        "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9", "\xc2\x9b"};
    for (size_t i = 0; i < LENGTH_OF(marks); i++) {
        const char *found = strstr(text, marks[i]);
        ck_assert_msg(!found, "%s has a mark (%zu) in: %.60s", what, i, found);
    }
}

/* Done, or told of; never ended by a signal, by the clock or by a fault. */
char *hostile_answer(const char *script, int code, int other)
{
    struct support_output output = hostile_shell(script);
    ck_assert_msg(output.code == code || output.code == other, "%s: exit code %d\n%.500s", script,
                  output.code, output.err);
    hostile_check_clean("stdout", output.out);
    hostile_check_clean("stderr", output.err);
    char *both = memory_print("%s%s", output.out, output.err);
    support_output_done(&output);
    return both;
}

void hostile_check_says(const char *text, const char *words)
{
    ck_assert_msg(!words || strstr(text, words), "\"%s\" is not in:\n%.2000s", words, text);
}
