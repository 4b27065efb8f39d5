/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include "base/terminal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

bool error_set(struct error *err, enum error_kind kind, const char *source, long line,
               const char *next, const char *what_format, ...)
{
    if (err->kind != ERROR_NONE)
        return false;
    err->kind = kind;
    err->line = line;
    snprintf(err->source, sizeof err->source, "%s", source ? source : "");
    snprintf(err->next, sizeof err->next, "%s", next ? next : "");
    va_list arguments;
    va_start(arguments, what_format);
    vsnprintf(err->what, sizeof err->what, what_format, arguments);
    va_end(arguments);
    return false;
}

void error_print(const struct error *err, FILE *out)
{
    fputs("concord: ", out);
    if (err->source[0])
        terminal_print(out, err->source);
    if (err->source[0] && err->line > 0)
        fprintf(out, ":%ld", err->line);
    if (err->source[0])
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

void fault_set_cleanup(void (*cleanup)(void))
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

void fault(const char *format, ...)
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
