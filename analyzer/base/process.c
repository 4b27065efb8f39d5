/* SPDX-License-Identifier: MIT */
#include "base/process.h"

#include "base/child.h"
#include "base/memory.h"
#include "base/slice.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    LAST_WORDS_BYTES = 600, /* the end of what a program wrote to stderr: it says why */
    PAUSE_MS = 20,
    GRACE_MS = 500, /* for what the killed write or hold */
    REAP_MS = 5000  /* for a killed program to be gone; longer, and its disk or network hangs */
};

static const struct hint {
    const char *program, *install, *slow;
} hints[] = {
    {"chromium", "Install it with `apt install chromium`, then run again.",
     "Run again when the machine has less to do, or print report.html from a browser."},
    {"gnuplot", "Install it with `apt install gnuplot-nox`, then run again.",
     "Run again when the machine has less to do. If it hangs again, see whether "
     "`gnuplot -d -e 'set terminal svg; plot x'` ends."},
    {"pdftoppm", "Install it with `apt install poppler-utils`, then run again.",
     "Run again when the machine has less to do."},
    {"pdftotext", "Install it with `apt install poppler-utils`, or give a .txt.",
     "Save it as text, or print it to a new PDF."},
};

static const struct hint *find_hint(const char *program)
{
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (strcmp(hints[i].program, program) == 0)
            return &hints[i];
    static const struct hint any = {"", "Install it, or put its folder in PATH, then run again.",
                                    "Run again when the machine has less to do."};
    return &any;
}

static bool cannot_start(const char *program, const char *folder, int code, struct error *err)
{
    if (folder && access(folder, X_OK) != 0)
        return error_set(err, ERROR_OUTPUT, folder, 0, NULL, "the folder cannot be entered: %s",
                         strerror(errno));
    const char *next = code == ENOENT ? find_hint(program)->install : NULL;
    return error_set(err, ERROR_OUTPUT, "", 0, next, "%s cannot be started: %s", program,
                     code == ENOENT ? "it is not installed" : strerror(code));
}

/* A program that is being waited for, and the last bytes of what it said. */
struct running {
    const struct process_order *order;
    struct child child;
    bool is_silent; /* its stderr has come to its end */
    size_t used;
    char words[LAST_WORDS_BYTES + 1];
};

static void keep_last(struct running *r, const char *piece, size_t length)
{
    if (r->used + length > LAST_WORDS_BYTES) {
        size_t surplus = r->used + length - LAST_WORDS_BYTES;
        memmove(r->words, r->words + surplus, r->used - surplus);
        r->used -= surplus;
    }
    memcpy(r->words + r->used, piece, length);
    r->used += length;
    r->words[r->used] = '\0';
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits that long for words, and takes what has come. */
static void listen_for(struct running *r, int ms)
{
    struct pollfd from = {.fd = r->is_silent ? -1 : r->child.words, .events = POLLIN};
    if (poll(&from, 1, ms) <= 0)
        return;
    char piece[LAST_WORDS_BYTES / 2];
    ssize_t length = read(r->child.words, piece, sizeof piece);
    if (length > 0)
        keep_last(r, piece, (size_t)length);
    else if (length == 0 || errno != EINTR)
        r->is_silent = true;
}

/* Has it ended? It is left to be waited for, so that its number stays its own. */
static bool has_ended(pid_t pid)
{
    siginfo_t found = {0};
    if (waitid(P_PID, (id_t)pid, &found, WEXITED | WNOHANG | WNOWAIT) != 0)
        return errno != EINTR;
    return found.si_pid == pid;
}

/* Behind the end of its words there is only its end to wait for, which is near: the pauses
 * begin short. False where the time was over before. */
static bool wait_for_end(struct running *r, int64_t limit_ms)
{
    int64_t deadline = now_ms() + limit_ms;
    int pause = 1;
    while (!has_ended(r->child.pid)) {
        int64_t left = deadline - now_ms();
        if (left <= 0)
            return false;
        int longest = r->is_silent ? pause : PAUSE_MS;
        listen_for(r, left < longest ? (int)left : longest);
        pause = r->is_silent && pause < PAUSE_MS ? pause * 2 : pause;
    }
    return true;
}

/* What was written before the end is in the pipe; who still holds it has left the group. */
static void hear_out(struct running *r)
{
    int64_t deadline = now_ms() + GRACE_MS;
    for (int64_t left = GRACE_MS; !r->is_silent && left > 0; left = deadline - now_ms())
        listen_for(r, (int)left);
}

/* The program that is being waited for, for a signal handler; 0: none. */
static volatile sig_atomic_t running_group;

void process_end_running(void)
{
    if (running_group > 0)
        kill(-(pid_t)running_group, SIGKILL);
}

static bool failed(const struct running *r, const char *next, const char *what, struct error *err)
{
    struct slice said = slice_trim(slice_of(r->order->is_discreet ? "" : r->words));
    return error_set(err, ERROR_OUTPUT, "", 0, next, "%s %s%s%.*s", r->order->argv[0], what,
                     said.length ? ": " : "", (int)said.length, said.bytes);
}

static bool took_too_long(const struct running *r, struct error *err)
{
    SCOPED_TEXT what = memory_print("did not end within %d second%s and was stopped",
                                    r->order->seconds, r->order->seconds == 1 ? "" : "s");
    return failed(r, find_hint(r->order->argv[0])->slow, what, err);
}

static bool judge(const struct running *r, int status, struct error *err)
{
    bool is_well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (is_well && (!r->order->says_nothing || r->used == 0))
        return true;
    SCOPED_TEXT what = is_well ? memory_print("complained")
                       : WIFSIGNALED(status)
                           ? memory_print("was ended by signal %d", WTERMSIG(status))
                           : memory_print("failed with code %d", WEXITSTATUS(status));
    return failed(r, NULL, what, err);
}

/* After the end of its time it has been killed, whatever it is doing. */
static bool reap(struct running *r, bool in_time, struct error *err)
{
    if (!in_time && !wait_for_end(r, REAP_MS))
        return took_too_long(r, err);
    hear_out(r);
    int status = 0;
    pid_t got = 0;
    while ((got = waitpid(r->child.pid, &status, WNOHANG)) < 0 && errno == EINTR) {
    }
    if (!in_time)
        return took_too_long(r, err);
    if (got != r->child.pid) {
        SCOPED_TEXT what = memory_print("has ended, but not as told: %s", strerror(errno));
        return failed(r, NULL, what, err);
    }
    return judge(r, status, err);
}

bool process_check_installed(const char *program, struct error *err)
{
    char *folders = memory_copy(getenv("PATH") ? getenv("PATH") : "/usr/local/bin:/usr/bin:/bin");
    struct slice rest = slice_of(folders), folder;
    bool found = false;
    while (!found && slice_next_part(&rest, ':', &folder)) {
        SCOPED_TEXT path = memory_print("%.*s/%s", (int)folder.length, folder.bytes, program);
        found = access(path, X_OK) == 0;
    }
    free(folders);
    return found || cannot_start(program, NULL, ENOENT, err);
}

static bool run(const struct process_order *order, struct error *err)
{
    struct running r = {.order = order};
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    int code = child_start(order, &r.child);
    running_group = code == 0 ? (sig_atomic_t)r.child.pid : 0;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    if (code != 0)
        return cannot_start(order->argv[0], order->folder, code, err);
    bool in_time = wait_for_end(&r, (int64_t)order->seconds * 1000);
    child_end_group(&r.child);
    running_group = 0;
    bool ok = reap(&r, in_time, err);
    child_done(&r.child);
    return ok;
}

/* Whoever started this process may have let SIGCHLD be ignored: its children could then not
 * be waited for. */
bool process_run(const struct process_order *order, struct error *err)
{
    struct sigaction usual = {.sa_handler = SIG_DFL}, inherited;
    sigemptyset(&usual.sa_mask);
    sigaction(SIGCHLD, &usual, &inherited);
    bool ok = run(order, err);
    sigaction(SIGCHLD, &inherited, NULL);
    return ok;
}
