/* SPDX-License-Identifier: MIT */
#include "letter_files.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void letter_files_folder(const char *name)
{
    ck_assert_int_eq(mkdir(running_path(name), 0700), 0);
}

void letter_files_check(const char *name, const char *part, bool is_there)
{
    size_t size = 0;
    char *text = support_read_file(running_path(name), &size);
    ck_assert_msg((strstr(text, part) != NULL) == is_there, "%s %s \"%s\":\n%s", name,
                  is_there ? "lacks" : "has", part, text);
    free(text);
}
