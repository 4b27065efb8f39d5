/* SPDX-License-Identifier: MIT */
#include "report/doomed.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/process.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct doomed {
    enum doomed_kind kind;
    char *path;
};

/* Changed only while the signals are held, and only by steps that leave a whole list: memory
 * may run out between any two of them. */
static struct doomed *volatile list;
static volatile sig_atomic_t count;
static size_t room;

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGABRT, SIGXCPU, SIGXFSZ};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction former[SIGNALS];
static int depth;

/* A handler may not walk a folder, but start a program that does: again and again, since
 * what is being ended may still write there. */
static void remove_tree(const char *path)
{
    enum { TRIES = 5 };
    static const struct timespec rest = {0, 100000000};
    for (int i = 0; i < TRIES && access(path, F_OK) == 0; i++) {
        if (i > 0)
            nanosleep(&rest, NULL);
        pid_t child = fork();
        if (child == 0) {
            execl("/bin/rm", "rm", "-rf", "--", path, (char *)NULL);
            _exit(1); /* lint: the child of a signal handler */
        }
        if (child > 0)
            waitpid(child, NULL, 0);
    }
}

static void remove_all(void)
{
    process_end_running();
    for (int i = count; i > 0; i--) {
        if (list[i - 1].kind == DOOMED_TREE)
            remove_tree(list[i - 1].path);
        else if (list[i - 1].kind == DOOMED_FILE)
            unlink(list[i - 1].path);
    }
    for (int i = count; i > 0; i--)
        if (list[i - 1].kind == DOOMED_FOLDER)
            rmdir(list[i - 1].path);
}

static void remove_and_die(int signal_number)
{
    remove_all();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void fill_set(sigset_t *set)
{
    sigemptyset(set);
    for (int i = 0; i < SIGNALS; i++)
        sigaddset(set, signals[i]);
}

void doomed_hold(sigset_t *ret_before)
{
    sigset_t set;
    fill_set(&set);
    pthread_sigmask(SIG_BLOCK, &set, ret_before);
}

void doomed_let_go(const sigset_t *before)
{
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

void doomed_begin(void)
{
    if (depth++ > 0)
        return;
    struct sigaction action = {.sa_handler = remove_and_die};
    fill_set(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &action, &former[i]);
        /* Somebody who ignores a signal (nohup) keeps ignoring it. */
        if (former[i].sa_handler == SIG_IGN)
            sigaction(signals[i], &former[i], NULL);
    }
    internal_fault_set_cleanup(remove_all);
}

void doomed_end(void)
{
    if (--depth > 0)
        return;
    internal_fault_set_cleanup(NULL);
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &former[i], NULL);
    struct doomed *old = list;
    count = 0;
    list = NULL;
    room = 0;
    free(old);
}

void doomed_add(enum doomed_kind kind, const char *path)
{
    char *copy = memory_copy(path);
    size_t used = (size_t)count;
    struct doomed *larger = NULL;
    size_t wanted = room ? 2 * room : 64;
    if (used == room)
        larger = memory_new(wanted, sizeof *larger);
    sigset_t before;
    doomed_hold(&before);
    struct doomed *old = list;
    if (larger) {
        if (used > 0)
            memcpy(larger, old, used * sizeof *larger);
        list = larger;
        room = wanted;
    }
    list[used] = (struct doomed){kind, copy};
    count = (sig_atomic_t)(used + 1);
    doomed_let_go(&before);
    if (larger)
        free(old);
}

static void drop(size_t i)
{
    char *path = list[i].path;
    size_t after = (size_t)count - i - 1;
    if (after > 0)
        memmove(list + i, list + i + 1, after * sizeof *list);
    count--;
    free(path);
}

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

void doomed_forget(const char *path)
{
    sigset_t before;
    doomed_hold(&before);
    for (size_t i = (size_t)count; i > 0; i--)
        if (strcmp(list[i - 1].path, path) == 0)
            drop(i - 1);
    doomed_let_go(&before);
}

void doomed_forget_below(const char *folder)
{
    sigset_t before;
    doomed_hold(&before);
    for (size_t i = (size_t)count; i > 0; i--)
        if (is_below(list[i - 1].path, folder))
            drop(i - 1);
    doomed_let_go(&before);
}
