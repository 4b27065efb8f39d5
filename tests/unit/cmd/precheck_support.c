/* SPDX-License-Identifier: MIT */
#include "precheck_support.h"

#include "running.h"

#include <check.h>
#include <string.h>

json_t *support_json_file(const char *path)
{
    json_error_t error;
    json_t *value = json_load_file(path, 0, &error);
    ck_assert_msg(value, "%s:%d: %s", path, error.line, error.text);
    return value;
}

json_t *support_json(const char *text)
{
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value, "line %d: %s\n%.2000s", error.line, error.text, text);
    return value;
}

/* What a command prints, the exit code and the messages being as expected; the caller frees. */
char *support_printed(struct support_output output, int code, const char *err)
{
    ck_assert_msg(output.code == code, "exit code %d, not %d\n%s%s", output.code, code, output.out,
                  output.err);
    ck_assert_msg(strstr(output.err, err), "\"%s\" is not in:\n%s", err, output.err);
    char *copy = strdup(output.out);
    support_output_done(&output);
    return copy;
}

char *support_shell(const char *script)
{
    const char *const argv[] = {"sh", "-c", script, NULL};
    return support_printed(support_run(running_work, NULL, argv), 0, "");
}
