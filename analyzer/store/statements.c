/* SPDX-License-Identifier: MIT */
#include "store/statements.h"

#include "base/embedded.h"
#include "base/error.h"
#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

static struct statement *all;
static size_t count, room;
static pthread_once_t gathered = PTHREAD_ONCE_INIT;

static const char *find_marker(const char *text)
{
    static const char marker[] = "-- name: ";
    while (text && strncmp(text, marker, sizeof marker - 1) != 0) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text ? text + sizeof marker - 1 : NULL;
}

static void gather_file(const struct embedded_file *file)
{
    const char *name = find_marker((const char *)file->bytes), *next = NULL;
    for (; name; name = next) {
        size_t length = strcspn(name, "\n");
        const char *sql = name + length;
        next = find_marker(sql);
        size_t end = next ? (size_t)(next - sql) - strlen("-- name: ") : strlen(sql);
        all = memory_grow(all, count, &room, sizeof *all);
        all[count++] = (struct statement){.name = slice_copy((struct slice){name, length}),
                                          .path = file->path,
                                          .sql = {sql, end}};
    }
}

static bool has_statements(const char *path)
{
    static const char rules[] = "analyzer/rules/catalogue/";
    return slice_ends_with(slice_of(path), ".sql") && strncmp(path, rules, sizeof rules - 1) != 0;
}

static int compare(const void *left, const void *right)
{
    const struct statement *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static void gather(void)
{
    for (size_t i = 0; i < embedded_count; i++)
        if (has_statements(embedded_files[i].path))
            gather_file(&embedded_files[i]);
    if (count)
        qsort(all, count, sizeof *all, compare);
    for (size_t i = 1; i < count; i++)
        if (strcmp(all[i - 1].name, all[i].name) == 0)
            internal_fault("two statements are called %s: in %s and in %s", all[i].name,
                           all[i - 1].path, all[i].path);
}

const struct statement *statements_all(size_t *ret_count)
{
    pthread_once(&gathered, gather);
    *ret_count = count;
    return all;
}

const struct statement *statement_find(const char *name)
{
    size_t n = 0;
    const struct statement *in = statements_all(&n), wanted = {.name = name};
    return n ? bsearch(&wanted, in, n, sizeof *in, compare) : NULL;
}
