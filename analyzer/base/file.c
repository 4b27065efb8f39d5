/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/memory.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(struct file_reason *ret_reason, const char *why)
{
    text_cut(ret_reason->text, sizeof ret_reason->text, "cannot be read: %s", why);
    return false;
}

/* What it is, where it is no regular file. */
static const char *other_kind(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return NULL;
    case S_IFDIR:
        return "it is no file, but a folder";
    case S_IFIFO:
        return "it is no file, but a pipe";
    case S_IFSOCK:
        return "it is no file, but a socket";
    default:
        return "it is no file, but a device";
    }
}

/* Is nothing of that name there, not even a link that leads nowhere? */
static enum file_outcome explain_absence(const char *path, int code, struct file_reason *ret_reason)
{
    struct stat status;
    refuse(ret_reason, strerror(code));
    if (code != ENOENT)
        return FILE_REFUSED;
    if (lstat(path, &status) != 0)
        return FILE_ABSENT;
    refuse(ret_reason, "it is a link to something that is not there");
    return FILE_REFUSED;
}

/* The kind is looked at before, since opening a device can do something, and after, since
 * another may stand there by then. */
static enum file_outcome open_checked(const char *path, int flags, bool (*is_welcome)(mode_t mode),
                                      int *ret_fd, struct file_reason *ret_reason)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return explain_absence(path, errno, ret_reason);
    int fd = is_welcome(status.st_mode) ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags) : -2;
    if (fd == -1)
        return explain_absence(path, errno, ret_reason);
    if (fd >= 0 && fstat(fd, &status) == 0 && is_welcome(status.st_mode)) {
        *ret_fd = fd;
        return FILE_OPENED;
    }
    if (fd >= 0)
        close(fd);
    const char *kind = other_kind(status.st_mode);
    refuse(ret_reason, kind ? kind : "it changed meanwhile");
    return FILE_REFUSED;
}

static bool is_regular(mode_t mode)
{
    return S_ISREG(mode);
}

static bool is_readable_through(mode_t mode)
{
    return S_ISREG(mode) || S_ISFIFO(mode) || S_ISCHR(mode);
}

enum file_outcome file_open_found(const char *path, int *ret_fd, struct file_reason *ret_reason)
{
    return open_checked(path, O_NONBLOCK, is_regular, ret_fd, ret_reason);
}

enum file_outcome file_open_named(const char *path, int *ret_fd, struct file_reason *ret_reason)
{
    return open_checked(path, 0, is_readable_through, ret_fd, ret_reason);
}

struct reading {
    int fd;
    char *bytes;
    size_t length, room;
    bool has_ended;
};

/* On until so many bytes are there, or no more come; a NUL behind them. */
static bool read_until(struct reading *r, size_t wanted)
{
    if (wanted >= r->room) {
        r->room = wanted + 1;
        r->bytes = memory_resize(r->bytes, r->room);
    }
    while (r->length < wanted && !r->has_ended) {
        ssize_t got = read(r->fd, r->bytes + r->length, wanted - r->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        r->has_ended = got == 0;
        r->length += (size_t)got;
    }
    r->bytes[r->length] = '\0';
    return true;
}

static bool too_large(size_t most, struct file_reason *ret_reason)
{
    text_cut(ret_reason->text, sizeof ret_reason->text,
             "is larger than %zu MiB, the most that is read", most >> 20);
    return false;
}

static bool check_beginning(const char *bytes, size_t length, struct file_reason *ret_reason)
{
    if (length < FILE_NULS || bytes[0] != '\0' || memcmp(bytes, bytes + 1, FILE_NULS - 1) != 0)
        return true;
    text_cut(ret_reason->text, sizeof ret_reason->text,
             "holds no text: it begins with %d NUL bytes", FILE_NULS);
    return false;
}

/* Room for a regular file at once, for a stream twice as much each time. */
static bool read_all(struct reading *r, size_t size, size_t most, struct file_reason *ret_reason)
{
    bool ok = read_until(r, FILE_NULS);
    if (ok && !check_beginning(r->bytes, r->length, ret_reason))
        return false;
    for (size_t wanted = size + 1; ok && !r->has_ended && r->length <= most;) {
        wanted = wanted > r->length ? wanted : r->length * 2;
        ok = read_until(r, wanted > most ? most + 1 : wanted);
    }
    if (!ok)
        return refuse(ret_reason, strerror(errno));
    return r->length <= most || too_large(most, ret_reason);
}

static bool copy_file(int fd, size_t size, size_t most, struct file_text *ret_text,
                      struct file_reason *ret_reason)
{
    struct reading r = {.fd = fd};
    bool ok = read_all(&r, size, most, ret_reason);
    if (fd != STDIN_FILENO)
        close(fd);
    if (!ok) {
        free(r.bytes);
        return false;
    }
    *ret_text = (struct file_text){.bytes = r.bytes, .length = r.length, .owned = r.bytes};
    return true;
}

/* The mapping whose file may lose its end. A read of what is gone is a signal, which lays zeros
 * over the rest and goes on. */
static struct {
    char *volatile start;
    volatile size_t length, page;
    volatile sig_atomic_t has_lost;
} mapping;

static void lay_zeros(int signal_no, siginfo_t *info, void *context)
{
    (void)context;
    size_t at = (size_t)((char *)info->si_addr - mapping.start) & ~(mapping.page - 1);
    if (mapping.start && (char *)info->si_addr >= mapping.start && at < mapping.length &&
        mmap(mapping.start + at, mapping.length - at, PROT_READ,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED) {
        mapping.has_lost = 1;
        return;
    }
    signal(signal_no, SIG_DFL);
}

static bool map_file(int fd, const struct stat *status, struct file_text *ret_text,
                     struct file_reason *ret_reason)
{
    size_t size = (size_t)status->st_size;
    char *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED) {
        refuse(ret_reason, strerror(errno));
        close(fd);
        return false;
    }
    posix_madvise(map, size, POSIX_MADV_SEQUENTIAL);
    mapping.start = map;
    mapping.length = size;
    mapping.page = (size_t)sysconf(_SC_PAGESIZE);
    mapping.has_lost = 0;
    struct sigaction action = {.sa_sigaction = lay_zeros, .sa_flags = SA_SIGINFO};
    sigaction(SIGBUS, &action, NULL);
    *ret_text = (struct file_text){
        .bytes = map, .length = size, .mapped = size, .fd = fd, .changed = status->st_mtim};
    if (check_beginning(map, size, ret_reason))
        return true;
    file_text_done(ret_text);
    return false;
}

bool file_read(int fd, struct file_text *ret_text, struct file_reason *ret_reason)
{
    *ret_text = (struct file_text){0};
    struct stat status;
    if (fstat(fd, &status) != 0)
        return refuse(ret_reason, strerror(errno));
    bool is_file = S_ISREG(status.st_mode);
    size_t most = is_file ? FILE_BYTES_MAX : FILE_STREAM_BYTES_MAX;
    size_t size = is_file ? (size_t)status.st_size : 0;
    bool is_mapped = size >= FILE_MAPPED_BYTES && size <= most && !mapping.start &&
                     fd != STDIN_FILENO && lseek(fd, 0, SEEK_CUR) == 0;
    if (is_mapped)
        return map_file(fd, &status, ret_text, ret_reason);
    if (size <= most)
        return copy_file(fd, size, most, ret_text, ret_reason);
    close(fd);
    return too_large(most, ret_reason);
}

bool file_text_check(const struct file_text *text, struct file_reason *ret_reason)
{
    struct stat status;
    if (!text->mapped)
        return true;
    bool is_same = !mapping.has_lost && fstat(text->fd, &status) == 0 &&
                   (size_t)status.st_size == text->length &&
                   status.st_mtim.tv_sec == text->changed.tv_sec &&
                   status.st_mtim.tv_nsec == text->changed.tv_nsec;
    return is_same || refuse(ret_reason, "it changed while it was read");
}

void file_text_done(struct file_text *text)
{
    free(text->owned);
    if (text->mapped) {
        munmap(mapping.start, text->mapped);
        mapping.start = NULL;
        signal(SIGBUS, SIG_DFL);
        close(text->fd);
    }
    *text = (struct file_text){0};
}

enum file_outcome file_read_found(const char *path, size_t most, struct file_text *ret_text,
                                  struct file_reason *ret_reason)
{
    *ret_text = (struct file_text){0};
    struct reading r = {0};
    enum file_outcome outcome = file_open_found(path, &r.fd, ret_reason);
    if (outcome != FILE_OPENED)
        return outcome;
    bool ok = read_until(&r, most);
    int code = errno;
    close(r.fd);
    if (!ok) {
        free(r.bytes);
        refuse(ret_reason, strerror(code));
        return FILE_REFUSED;
    }
    *ret_text = (struct file_text){.bytes = r.bytes, .length = r.length, .owned = r.bytes};
    return FILE_OPENED;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

bool file_remove_folder(const char *path)
{
    return nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) == 0;
}
