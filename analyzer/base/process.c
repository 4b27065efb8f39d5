/* SPDX-License-Identifier: MIT */
#include "base/process.h"

#include "base/memory.h"
#include "base/slice.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* The end of what a program wrote to stderr: its last words say why. */
enum { LAST_WORDS_BYTES = 600 };

static const char *how_to_install(const char *program)
{
    static const struct {
        const char *program, *hint;
    } hints[] = {
        {"chromium", "Install it with `apt install chromium`, then run again."},
        {"gnuplot", "Install it with `apt install gnuplot-nox`, then run again."},
    };
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++) {
        if (strcmp(hints[i].program, program) == 0)
            return hints[i].hint;
    }
    return "Install it, or put its folder in PATH, then run again.";
}

static bool cannot_start(const char *program, const char *folder, int code, struct error *err)
{
    if (folder && access(folder, X_OK) != 0)
        return error_set(err, ERROR_OUTPUT, folder, 0, NULL, "the folder cannot be entered: %s",
                         strerror(errno));
    const char *next = code == ENOENT ? how_to_install(program) : NULL;
    return error_set(err, ERROR_OUTPUT, "", 0, next, "%s cannot be started: %s", program,
                     code == ENOENT ? "it is not installed" : strerror(code));
}

/* Reads the pipe to its end and keeps the last bytes. */
static void collect_last_words(int from, char words[LAST_WORDS_BYTES + 1])
{
    size_t used = 0;
    for (;;) {
        char piece[LAST_WORDS_BYTES / 2];
        ssize_t n = read(from, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        size_t length = (size_t)n;
        if (used + length > LAST_WORDS_BYTES) {
            size_t surplus = used + length - LAST_WORDS_BYTES;
            memmove(words, words + surplus, used - surplus);
            used -= surplus;
        }
        memcpy(words + used, piece, length);
        used += length;
    }
    words[used] = '\0';
}

/* posix_spawnp takes char *const[], though it changes nothing. */
static int spawn(pid_t *ret_pid, const char *const argv[], const char *folder, int to)
{
    union {
        const char *const *given;
        char *const *wanted;
    } arguments = {argv};
    posix_spawn_file_actions_t actions;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0)
        return code;
    code = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (code == 0)
        code = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (code == 0)
        code = posix_spawn_file_actions_adddup2(&actions, to, STDERR_FILENO);
    if (code == 0 && folder)
        code = posix_spawn_file_actions_addchdir_np(&actions, folder);
    /* A group of its own, so that it can be ended with all that it has started. */
    posix_spawnattr_t attributes;
    if (code == 0)
        code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        code = posix_spawnp(ret_pid, argv[0], &actions, &attributes, arguments.wanted, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

/* The program that is being waited for, for a signal handler; 0: none. */
static volatile sig_atomic_t running;

void process_end_running(void)
{
    if (running > 0)
        kill(-(pid_t)running, SIGKILL);
}

static bool judge(const char *program, int status, const char *words, struct error *err)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    struct slice said = slice_trim(slice_of(words));
    const char *colon = said.length ? ": " : "";
    if (WIFSIGNALED(status))
        return error_set(err, ERROR_OUTPUT, "", 0, NULL, "%s was ended by signal %d%s%.*s", program,
                         WTERMSIG(status), colon, (int)said.length, said.bytes);
    return error_set(err, ERROR_OUTPUT, "", 0, NULL, "%s failed with code %d%s%.*s", program,
                     WEXITSTATUS(status), colon, (int)said.length, said.bytes);
}

bool process_check_installed(const char *program, struct error *err)
{
    char *folders = memory_copy(getenv("PATH") ? getenv("PATH") : "/usr/local/bin:/usr/bin:/bin");
    struct slice rest = slice_of(folders), folder;
    bool found = false;
    while (!found && slice_next_part(&rest, ':', &folder)) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%.*s/%s", (int)folder.length, folder.bytes, program);
        found = access(path, X_OK) == 0;
    }
    free(folders);
    return found || cannot_start(program, NULL, ENOENT, err);
}

bool process_run(const char *const argv[], const char *working_folder, struct error *err)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return error_set(err, ERROR_OUTPUT, "", 0, NULL, "%s cannot be started: %s", argv[0],
                         strerror(errno));
    pid_t child = 0;
    int code = spawn(&child, argv, working_folder, ends[1]);
    close(ends[1]);
    if (code != 0) {
        close(ends[0]);
        return cannot_start(argv[0], working_folder, code, err);
    }
    running = (sig_atomic_t)child;
    char words[LAST_WORDS_BYTES + 1];
    collect_last_words(ends[0], words);
    close(ends[0]);

    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            fault("%s is lost: %s", argv[0], strerror(errno));
    }
    running = 0;
    return judge(argv[0], status, words, err);
}
