/* SPDX-License-Identifier: MIT */
#include "intake/pack.h"

#include "base/embedded.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char pack_advice[] =
    "Name a folder with a responses.csv, one CSV file of responses, or - for standard input.";

static void take_last_part(const char *path, char *out, size_t size)
{
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    snprintf(out, size, "%.*s", (int)(end - start), path + start);
}

bool pack_open(const char *path, struct pack *ret_pack, struct error *err)
{
    *ret_pack = (struct pack){.path = path};
    if (strcmp(path, "-") == 0) {
        snprintf(ret_pack->name, sizeof ret_pack->name, "standard input");
        return true;
    }
    struct stat status;
    if (stat(path, &status) != 0)
        return error_set(err, ERROR_INPUT, path, 0, pack_advice, "cannot be read: %s",
                         strerror(errno));
    ret_pack->is_folder = S_ISDIR(status.st_mode);
    take_last_part(path, ret_pack->name, sizeof ret_pack->name);
    /* "." and ".." name a folder by where one stands; the name is wanted. */
    if (ret_pack->is_folder && ret_pack->name[strspn(ret_pack->name, "./")] == '\0') {
        char *full = realpath(path, NULL);
        if (full)
            take_last_part(full, ret_pack->name, sizeof ret_pack->name);
        free(full);
    }
    return true;
}

static bool read_failed(const struct pack_file *file, struct error *err)
{
    return error_set(err, ERROR_INPUT, file->path, 0, "Check that the file can be read.",
                     "cannot be read: %s", strerror(errno));
}

/* Pipes and standard input cannot be mapped. */
static bool read_stream(int fd, struct pack_file *file, struct error *err)
{
    size_t room = 0, length = 0;
    for (;;) {
        if (length == room) {
            room = room ? room * 2 : 65536;
            file->owned = reallocarray(file->owned, room, 1);
            if (!file->owned)
                memory_exhausted();
        }
        ssize_t got = read(fd, file->owned + length, room - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return read_failed(file, err);
        if (got == 0)
            break;
        length += (size_t)got;
    }
    file->bytes = (struct slice){file->owned, length};
    return true;
}

static bool read_open_file(int fd, struct pack_file *file, struct error *err)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return read_failed(file, err);
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return read_failed(file, err);
    }
    if (!S_ISREG(status.st_mode))
        return read_stream(fd, file, err);
    file->bytes = (struct slice){"", 0};
    if (status.st_size == 0)
        return true;
    size_t size = (size_t)status.st_size;
    void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED)
        return read_failed(file, err);
    posix_madvise(map, size, POSIX_MADV_SEQUENTIAL);
    file->mapped = size;
    file->bytes = (struct slice){map, size};
    return true;
}

static bool read_path(struct pack_file *file, struct error *err)
{
    int fd = open(file->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return read_failed(file, err);
    bool ok = read_open_file(fd, file, err);
    close(fd);
    return ok;
}

static bool read_reference(const struct contract_file *wanted, struct pack_file *file)
{
    snprintf(file->path, sizeof file->path, "datasets/reference/%s", wanted->name);
    snprintf(file->name, sizeof file->name, "%s", wanted->name);
    const struct embedded_file *embedded = embedded_find(file->path);
    if (!embedded)
        return false;
    file->is_reference = true;
    file->bytes = (struct slice){(const char *)embedded->bytes, embedded->size};
    return true;
}

/* A case of the name, or the nearest, that somebody may have meant. */
static bool no_responses(const struct pack *pack, struct error *err)
{
    size_t count = 0;
    char **names = pack_unknown_files(pack, &count);
    char seen[256] = "";
    for (size_t i = 0; i < count; i++) {
        size_t used = strlen(seen);
        snprintf(seen + used, sizeof seen - used, "%s%.60s", used ? ", " : "", names[i]);
        free(names[i]);
    }
    free(names);
    if (seen[0])
        return error_set(err, ERROR_INPUT, pack->path, 0,
                         "Name the file of responses responses.csv, in lower case.",
                         "the folder holds no responses.csv; it has %s", seen);
    return error_set(err, ERROR_INPUT, pack->path, 0, pack_advice,
                     "the folder holds no responses.csv");
}

static bool is_bare_responses(const struct pack *pack, const struct contract_file *file)
{
    return !pack->is_folder && file == &contract_files[FILE_RESPONSES];
}

bool pack_read(const struct pack *pack, const struct contract_file *file,
               struct pack_file *ret_file, bool *ret_found, struct error *err)
{
    *ret_file = (struct pack_file){0};
    *ret_found = true;
    if (is_bare_responses(pack, file)) {
        snprintf(ret_file->name, sizeof ret_file->name, "%s", pack->name);
        bool is_input = strcmp(pack->path, "-") == 0;
        snprintf(ret_file->path, sizeof ret_file->path, "%s", is_input ? pack->name : pack->path);
        return is_input ? read_stream(STDIN_FILENO, ret_file, err) : read_path(ret_file, err);
    }
    if (pack->is_folder) {
        snprintf(ret_file->path, sizeof ret_file->path, "%s/%s", pack->path, file->name);
        snprintf(ret_file->name, sizeof ret_file->name, "%s", file->name);
        struct stat status;
        if (stat(ret_file->path, &status) == 0)
            return read_path(ret_file, err);
        if (errno != ENOENT)
            return read_failed(ret_file, err);
        if (file == &contract_files[FILE_RESPONSES])
            return no_responses(pack, err);
    }
    *ret_found = read_reference(file, ret_file);
    return true;
}

bool pack_read_text(const struct pack *pack, const char *name, char *out, size_t size)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", pack->path, name);
    FILE *in = pack->is_folder ? fopen(path, "re") : NULL;
    if (!in)
        return false;
    size_t got = fread(out, 1, size - 1, in);
    out[got] = '\0';
    fclose(in);
    return true;
}

void pack_file_done(struct pack_file *file)
{
    if (file->mapped)
        munmap((void *)(uintptr_t)file->bytes.bytes, file->mapped);
    free(file->owned);
    *file = (struct pack_file){0};
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_known_name(const char *name)
{
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strcmp(name, contract_files[i].name) == 0)
            return true;
    return false;
}

char **pack_unknown_files(const struct pack *pack, size_t *ret_count)
{
    char **names = NULL;
    size_t count = 0, room = 0;
    DIR *folder = pack->is_folder ? opendir(pack->path) : NULL;
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        bool is_csv = length > 4 && strcasecmp(entry->d_name + length - 4, ".csv") == 0;
        if (!is_csv || is_known_name(entry->d_name))
            continue;
        names = memory_grow(names, count, &room, sizeof *names);
        names[count++] = memory_copy(entry->d_name);
    }
    if (folder)
        closedir(folder);
    if (count)
        qsort(names, count, sizeof *names, compare_names);
    *ret_count = count;
    return names;
}
