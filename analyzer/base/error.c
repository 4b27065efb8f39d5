/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A run has one error, which nobody has to give up: they hang together here. */
static const char *keep(const char *source)
{
    static struct kept {
        struct kept *earlier;
        char text[];
    } * last;
    size_t size = strlen(source) + 1;
    struct kept *kept = memory_new(1, sizeof *kept + size);
    memcpy(kept->text, source, size);
    kept->earlier = last;
    last = kept;
    return kept->text;
}

bool error_set(struct error *err, enum error_kind kind, const char *source, long line,
               const char *next, const char *what_format, ...)
{
    if (err->kind != ERROR_NONE)
        return false;
    err->kind = kind;
    err->line = line;
    err->source = source && *source ? keep(source) : "";
    text_cut(err->next, sizeof err->next, "%s", next ? next : "");
    va_list arguments;
    va_start(arguments, what_format);
    text_cut_list(err->what, sizeof err->what, what_format, arguments);
    va_end(arguments);
    return false;
}

void error_print(const struct error *err, FILE *out)
{
    bool has_source = err->source && err->source[0];
    fputs("concord: ", out);
    if (has_source)
        terminal_print(out, err->source);
    if (has_source && err->line > 0)
        fprintf(out, ":%ld", err->line);
    if (has_source)
        fputs(": ", out);
    terminal_print(out, err->what);
    if (err->next[0]) {
        fputs("\n  ", out);
        terminal_print(out, err->next);
    }
    fputc('\n', out);
}

int error_exit_code(const struct error *err)
{
    return (int)err->kind;
}

static void (*volatile before_end)(void);

void internal_fault_set_cleanup(void (*cleanup)(void))
{
    before_end = cleanup;
}

/* Once: what cleans up may fail in its turn. */
static void clean_up(void)
{
    void (*cleanup)(void) = before_end;
    before_end = NULL;
    if (cleanup)
        cleanup();
}

void memory_exhausted(void)
{
    static const char words[] =
        "concord: out of memory\n"
        "  Give the program more memory, or a smaller pack; --format leaves outputs out.\n";
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0) {
        /* Nobody to tell. */
    }
    clean_up();
    _exit(ERROR_OUTPUT);
}

void internal_fault(const char *format, ...)
{
    fputs("concord: internal fault: ", stderr);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    fflush(stderr);
    clean_up();
    abort();
}
