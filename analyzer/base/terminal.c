/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum { MILLISECONDS_QUIET = 500, MILLISECONDS_BETWEEN = 100 };

static struct {
    bool is_decided;
    bool is_on;
    bool is_shown;
    int64_t next_at; /* in milliseconds of the monotonic clock */
} progress;

bool terminal_is_interactive(void)
{
    const char *kind = getenv("TERM");
    return isatty(STDERR_FILENO) && kind && strcmp(kind, "dumb") != 0;
}

bool terminal_has_colour(FILE *out)
{
    const char *refusal = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    bool is_refused = refusal && refusal[0];
    return !is_refused && kind && strcmp(kind, "dumb") != 0 && isatty(fileno(out));
}

static int64_t now(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void terminal_progress(const char *what, double share)
{
    if (!progress.is_decided) {
        progress.is_decided = true;
        progress.is_on = terminal_is_interactive();
        progress.next_at = now() + MILLISECONDS_QUIET;
    }
    if (!progress.is_on || now() < progress.next_at)
        return;
    progress.next_at = now() + MILLISECONDS_BETWEEN;
    progress.is_shown = true;

    char shown[60];
    utf8_show(slice_of(what), shown, sizeof shown);
    if (share < 0)
        dprintf(STDERR_FILENO, "\r\033[K%s", shown);
    else
        dprintf(STDERR_FILENO, "\r\033[K%s %d %%", shown, (int)((share > 1 ? 1 : share) * 100));
}

void terminal_progress_disable(void)
{
    progress.is_decided = true;
    progress.is_on = false;
}

void terminal_progress_end(void)
{
    if (progress.is_shown)
        dprintf(STDERR_FILENO, "\r\033[K");
    progress.is_shown = false;
}

/* In pieces, so that text of any length needs no more than one small buffer;
 * a piece ends between characters. */
void terminal_print(FILE *out, const char *text)
{
    enum { PIECE_BYTES = 256, SHOWN_BYTES = PIECE_BYTES * 4 + 16 };
    struct slice rest = slice_of(text ? text : "");
    while (rest.length) {
        char shown[SHOWN_BYTES];
        struct slice piece = rest;
        if (piece.length > PIECE_BYTES) {
            piece.length = PIECE_BYTES;
            size_t valid = utf8_valid_length(piece);
            if (valid > PIECE_BYTES - 4)
                piece.length = valid;
        }
        utf8_show(piece, shown, sizeof shown);
        fputs(shown, out);
        rest.bytes += piece.length;
        rest.length -= piece.length;
    }
}

void terminal_note(const char *format, ...)
{
    terminal_progress_end();
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

void terminal_warn(const char *source, long line, const char *what)
{
    terminal_progress_end();
    fputs("concord: ", stderr);
    terminal_print(stderr, source);
    if (line > 0)
        fprintf(stderr, ":%ld", line);
    fputs(": ", stderr);
    terminal_print(stderr, what);
    fputc('\n', stderr);
}

struct timespec terminal_timing(const char *what, const struct timespec *since)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    if (what && getenv("CONCORD_TIMINGS"))
        terminal_note("timing %s %.3f", what,
                      (double)(t.tv_sec - since->tv_sec) +
                          1e-9 * (double)(t.tv_nsec - since->tv_nsec));
    return t;
}
