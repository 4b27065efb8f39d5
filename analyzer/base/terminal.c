/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"

#include "base/error.h"
#include "base/printable_stream.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
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

static FILE *exact_stdout, *exact_stderr; /* as the C library made them */
static FILE *words[2];                    /* what stands in their place */

/* The other way round than it is used, so that using it fails. */
static void take_closed_descriptors(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) != fd)
            _exit(ERROR_OUTPUT);
}

bool terminal_flush(const char **ret_reason)
{
    static bool is_said;
    errno = 0;
    bool is_whole = fflush(stdout) == 0 && !ferror(stdout);
    *ret_reason = errno ? strerror(errno) : "not all of it went out";
    if (is_whole || is_said)
        return true;
    is_said = true;
    return false;
}

/* argp ends the program itself after --help. An error that was said keeps its code. */
static void check_stdout(int code, void *context)
{
    (void)context;
    const char *reason = NULL;
    if (!terminal_flush(&reason) && code <= 1) {
        fprintf(stderr, "concord: standard output: could not be written: %s\n", reason);
        fflush(stderr);
        _exit(ERROR_OUTPUT);
    }
    stdout = exact_stdout;
    stderr = exact_stderr;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        fclose(words[i]);
}

void terminal_begin(void)
{
    take_closed_descriptors();
    exact_stdout = stdout;
    exact_stderr = stderr;
    stdout = words[0] = printable_stream(STDOUT_FILENO);
    stderr = words[1] = printable_stream(STDERR_FILENO);
    setvbuf(stdout, NULL, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF, BUFSIZ);
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    on_exit(check_stdout, NULL);
}

void terminal_begin_data(void)
{
    if (exact_stdout && !isatty(STDOUT_FILENO))
        stdout = exact_stdout;
}

bool terminal_is_interactive(void)
{
    const char *kind = getenv("TERM");
    return isatty(STDERR_FILENO) && kind && strcmp(kind, "dumb") != 0;
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

static bool is_printable(const char *argument)
{
    struct slice text = slice_of(argument);
    for (size_t at = 0; at < text.length;) {
        int32_t character = 0;
        at += utf8_next(text, at, &character);
        if (character < 0x20 || character == 0x7f || utf8_is_deceptive(character))
            return false;
    }
    return true;
}

/* What is beyond ASCII byte by byte, which means the same in every locale. */
static void print_escaped(FILE *out, const char *argument)
{
    fputs("$'", out);
    for (const char *p = argument; *p; p++) {
        unsigned char byte = (unsigned char)*p;
        if (byte < 0x20 || byte >= 0x7f)
            fprintf(out, "\\x%02X", (unsigned)byte);
        else
            fprintf(out, *p == '\'' || *p == '\\' ? "\\%c" : "%c", *p);
    }
    fputc('\'', out);
}

static void print_quoted(FILE *out, const char *argument)
{
    fputc('\'', out);
    for (const char *p = argument; *p; p++)
        if (*p == '\'')
            fputs("'\\''", out);
        else
            fputc(*p, out);
    fputc('\'', out);
}

void terminal_print_word(FILE *out, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_@%+=:,./-";
    if (!is_printable(word))
        print_escaped(out, word);
    else if (*word && word[strspn(word, plain)] == '\0')
        fputs(word, out);
    else
        print_quoted(out, word);
}

void terminal_print_argument(FILE *out, const char *argument)
{
    if (argument[0] == '-' && argument[1])
        fputs("./", out); /* no option */
    terminal_print_word(out, argument);
}

void terminal_note(const char *format, ...)
{
    terminal_progress_end();
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    fflush(stderr);
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
