/* SPDX-License-Identifier: MIT
 * By fork and not by posix_spawn, which cannot ask for a signal at the death of the parent.
 * Between fork and exec only what a signal handler may do is done: another thread may hold
 * any lock.
 */
#include "base/child.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child needs, made ready before the fork. */
struct start {
    const struct process_order *order;
    char **environment;
    pid_t parent;
    int words;  /* becomes its stderr */
    int report; /* where it writes the errno of what failed; exec closes it */
};

/* Ours, and the order's setting first, where getenv finds it. */
static char **make_environment(const char *setting)
{
    size_t count = 0;
    while (environ[count])
        count++;
    char **all = memory_new(count + 2, sizeof *all);
    size_t used = 0;
    if (setting)
        all[used++] = memory_copy(setting);
    size_t name = setting ? strcspn(setting, "=") + 1 : 0;
    for (size_t i = 0; i < count; i++)
        if (!setting || strncmp(environ[i], setting, name) != 0)
            all[used++] = environ[i];
    return all;
}

static void free_environment(char **all, const char *setting)
{
    if (setting)
        free(all[0]);
    free(all);
}

/* As a fresh program has them. The numbers that cannot be set are the C library's own, KILL
 * and STOP. */
static void reset_signals(void)
{
    for (int number = 1; number < _NSIG; number++)
        signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool open_as(int wanted, const char *path, int flags)
{
    int fd = open(path, flags);
    if (fd < 0 || fd == wanted)
        return fd == wanted;
    bool ok = dup2(fd, wanted) == wanted;
    close(fd);
    return ok;
}

/* posix_spawn and exec take char *const[], though they change nothing. */
static void become(const struct process_order *order, char **environment)
{
    union {
        const char *const *given;
        char *const *wanted;
    } arguments = {order->argv};
    execvpe(order->argv[0], arguments.wanted, environment);
}

/* A limit that this process is under already, and that is lower, stays: it cannot be raised. */
static bool limit(int resource, size_t most)
{
    struct rlimit both;
    if (most == 0)
        return true;
    if (getrlimit((__rlimit_resource_t)resource, &both) != 0)
        return false;
    both.rlim_max = both.rlim_max < most ? both.rlim_max : most;
    both.rlim_cur = both.rlim_cur < both.rlim_max ? both.rlim_cur : both.rlim_max;
    return setrlimit((__rlimit_resource_t)resource, &both) == 0;
}

/* The parent may have died before the kernel was asked. */
_Noreturn static void run_child(const struct start *start)
{
    bool ready = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
    if (ready && getppid() == start->parent && dup2(start->words, STDERR_FILENO) >= 0 &&
        open_as(STDIN_FILENO, "/dev/null", O_RDONLY) &&
        open_as(STDOUT_FILENO, "/dev/null", O_WRONLY) &&
        limit(RLIMIT_AS, start->order->memory_bytes) &&
        limit(RLIMIT_FSIZE, start->order->file_bytes) &&
        (!start->order->folder || chdir(start->order->folder) == 0)) {
        reset_signals();
        become(start->order, start->environment);
    }
    int reason = errno;
    ssize_t written = write(start->report, &reason, sizeof reason);
    _exit(written < 0 ? 126 : 127); /* lint: the child of a fork */
}

/* With all signals blocked: what ends this process must not end its watcher first. */
_Noreturn static void watch(int lifeline, pid_t group)
{
    setpgid(0, 0);
    dup2(lifeline, STDIN_FILENO);
    close_range(STDIN_FILENO + 1, ~0U, 0);
    char none;
    while (read(STDIN_FILENO, &none, 1) < 0 && errno == EINTR) {
    }
    kill(-group, SIGKILL);
    _exit(0); /* lint: the child of a fork */
}

/* The child itself dies with this process, but what it has started does not. Without a watcher
 * (no further process is allowed) only that is lost. */
static void start_watcher(struct child *child)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    pid_t watcher = fork();
    if (watcher == 0) {
        close(ends[1]);
        watch(ends[0], child->pid);
    }
    close(ends[0]);
    child->lifeline = ends[1];
    child->watcher = watcher > 0 ? watcher : 0;
}

static int fork_both(struct start *start, struct child *child)
{
    child->pid = fork();
    int code = child->pid < 0 ? errno : 0;
    if (child->pid == 0)
        run_child(start);
    if (child->pid > 0) {
        setpgid(child->pid, child->pid); /* whoever of the two comes first */
        start_watcher(child);
    }
    return code;
}

/* 0 when the program runs: exec has closed the other end. */
static int read_report(int from)
{
    int reason = 0;
    ssize_t length = 0;
    while ((length = read(from, &reason, sizeof reason)) < 0 && errno == EINTR) {
    }
    return length == sizeof reason ? reason : 0;
}

int child_start(const struct process_order *order, struct child *ret_child)
{
    *ret_child = (struct child){.lifeline = -1, .words = -1};
    int words[2], report[2];
    if (pipe2(words, O_CLOEXEC) != 0)
        return errno;
    if (pipe2(report, O_CLOEXEC) != 0) {
        int code = errno;
        close(words[0]);
        close(words[1]);
        return code;
    }
    struct start start = {.order = order,
                          .environment = make_environment(order->setting),
                          .parent = getpid(),
                          .words = words[1],
                          .report = report[1]};
    int code = fork_both(&start, ret_child);
    free_environment(start.environment, order->setting);
    close(words[1]);
    close(report[1]);
    ret_child->words = words[0];
    if (code == 0 && (code = read_report(report[0])) != 0)
        waitpid(ret_child->pid, NULL, 0);
    close(report[0]);
    if (code != 0)
        child_done(ret_child);
    return code;
}

void child_end_group(const struct child *child)
{
    kill(-child->pid, SIGKILL);
}

void child_done(struct child *child)
{
    if (child->watcher > 0) {
        kill(child->watcher, SIGKILL);
        while (waitpid(child->watcher, NULL, 0) < 0 && errno == EINTR) {
        }
    }
    if (child->lifeline >= 0)
        close(child->lifeline);
    if (child->words >= 0)
        close(child->words);
}
