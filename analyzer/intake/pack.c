/* SPDX-License-Identifier: MIT */
#include "intake/pack.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const char pack_advice[] =
    "Name a folder with a responses.csv, one CSV file of responses, or - for standard input.";
static const char file_advice[] =
    "Mend it or take it away: what stands in a pack is read, or the pack is not audited.";

static char *last_part(const char *path)
{
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    return slice_copy((struct slice){path + start, end - start});
}

/* "." and ".." name a folder by where one stands; the name is wanted. */
static char *name_of(const char *path, bool is_folder)
{
    char *name = last_part(path);
    if (!is_folder || name[strspn(name, "./")] != '\0')
        return name;
    SCOPED_TEXT full = realpath(path, NULL);
    if (!full)
        return name;
    free(name);
    return last_part(full);
}

static bool read_failed(const struct pack_file *file, const struct file_reason *reason,
                        struct error *err)
{
    return error_set(err, ERROR_INPUT, file->path, 0, file_advice, "%s", reason->text);
}

/* Takes the bytes of fd, which it closes. */
static bool take_bytes(int fd, struct pack_file *file, struct error *err)
{
    struct file_reason reason;
    if (!file_read(fd, &file->text, &reason))
        return read_failed(file, &reason, err);
    file->bytes = (struct slice){file->text.bytes, file->text.length};
    return true;
}

static bool read_reference(const struct contract_file *wanted, struct pack_file *file)
{
    file->path = memory_print("datasets/reference/%s", wanted->name);
    file->name = memory_copy(wanted->name);
    const struct embedded_file *embedded = embedded_find(file->path);
    if (!embedded)
        return false;
    file->is_reference = true;
    file->bytes = (struct slice){(const char *)embedded->bytes, embedded->size};
    return true;
}

bool pack_read_bare(const struct pack *pack, struct pack_file *file, struct error *err)
{
    *file = (struct pack_file){0};
    bool is_input = strcmp(pack->path, "-") == 0;
    int fd = STDIN_FILENO;
    struct file_reason reason;
    file->name = pack->name ? memory_copy(pack->name) : last_part(pack->path);
    file->path = memory_copy(is_input ? file->name : pack->path);
    if (!is_input && file_open_named(pack->path, &fd, &reason) != FILE_OPENED)
        return read_failed(file, &reason, err);
    return take_bytes(fd, file, err);
}

bool pack_read(const struct pack *pack, const struct contract_file *file,
               struct pack_file *ret_file, bool *ret_found, struct error *err)
{
    *ret_file = (struct pack_file){0};
    *ret_found = true;
    if (pack->path && !pack->is_folder && file == &contract_files[FILE_RESPONSES])
        return pack_read_bare(pack, ret_file, err);
    if (pack->is_folder) {
        int fd = -1;
        struct file_reason reason;
        ret_file->path = memory_print("%s/%s", pack->path, file->name);
        ret_file->name = memory_copy(file->name);
        enum file_outcome outcome = file_open_found(ret_file->path, &fd, &reason);
        if (outcome == FILE_OPENED)
            return take_bytes(fd, ret_file, err);
        if (outcome == FILE_REFUSED)
            return read_failed(ret_file, &reason, err);
        pack_file_done(ret_file);
    }
    *ret_found = read_reference(file, ret_file);
    return true;
}

bool pack_read_text(const struct pack *pack, const char *name, size_t most,
                    struct file_text *ret_text, struct error *err)
{
    *ret_text = (struct file_text){0};
    if (!pack->is_folder)
        return true;
    SCOPED_TEXT path = memory_print("%s/%s", pack->path, name);
    struct file_reason reason;
    return file_read_found(path, most, ret_text, &reason) != FILE_REFUSED ||
           error_set(err, ERROR_INPUT, path, 0, file_advice, "%s", reason.text);
}

char *pack_path_of(const struct pack *pack, const char *name)
{
    if (!pack->path || strcmp(pack->path, "-") == 0)
        return NULL;
    if (pack->is_folder)
        return memory_print("%s/%s", pack->path, name);
    const char *slash = strrchr(pack->path, '/');
    int folder = slash ? (int)(slash - pack->path) + 1 : 0;
    return memory_print("%.*s%s", folder, pack->path, name);
}

bool pack_path_leads_out(struct slice path)
{
    if (path.bytes[0] == '/' || memchr(path.bytes, '\\', path.length) ||
        (path.length > 1 && path.bytes[1] == ':'))
        return true;
    struct slice rest = path, part;
    while (slice_next_part(&rest, '/', &part))
        if (slice_is(part, ".."))
            return true;
    return false;
}

bool pack_file_check(const struct pack_file *file, struct error *err)
{
    struct file_reason reason;
    return file_text_check(&file->text, &reason) || read_failed(file, &reason, err);
}

void pack_file_done(struct pack_file *file)
{
    free(file->path);
    free(file->name);
    file_text_done(&file->text);
    *file = (struct pack_file){0};
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lists of `concord classify --apply` and `concord import` stand beside the pack that they
 * make. */
static bool is_known_name(const char *name)
{
    static const char *const lists[] = {"differences.csv", "left-out.csv", "proposals.csv",
                                        "provenance.csv",  "rejects.csv",  "unmapped.map.csv",
                                        "unreadable.csv",  "whose.csv"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(name, lists[i]) == 0)
            return true;
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strcmp(name, contract_files[i].name) == 0)
            return true;
    return false;
}

static bool is_unknown_csv(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcasecmp(name + length - 4, ".csv") == 0 && !is_known_name(name);
}

/* "acknowledgements.csv.txt", "acknowledgements.xlsx": the name of a file of the contract with
 * another end, as programs save it. */
static bool is_nearly_known(const char *name)
{
    for (size_t i = 0; i < FILE_COUNT; i++) {
        size_t stem = strlen(contract_files[i].name) - strlen(".csv");
        if (strncasecmp(name, contract_files[i].name, stem) == 0 && name[stem] &&
            strchr(". ~(", name[stem]) && strcmp(name, contract_files[i].name) != 0)
            return true;
    }
    return false;
}

static bool list_folder(struct pack *pack, struct error *err)
{
    size_t room = 0;
    DIR *folder = opendir(pack->path);
    if (!folder)
        return error_set(err, ERROR_INPUT, pack->path, 0, pack_advice,
                         "the folder cannot be listed: %s", strerror(errno));
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_type == DT_DIR ||
            (!is_unknown_csv(entry->d_name) && !is_nearly_known(entry->d_name)))
            continue;
        pack->unknown = memory_grow(pack->unknown, pack->unknown_count, &room, sizeof(char *));
        pack->unknown[pack->unknown_count++] = memory_copy(entry->d_name);
    }
    closedir(folder);
    if (pack->unknown_count)
        qsort(pack->unknown, pack->unknown_count, sizeof(char *), compare_names);
    return true;
}

/* A case of the name, or the nearest, that somebody may have meant. */
static bool no_responses(const struct pack *pack, struct error *err)
{
    char seen[256] = "";
    for (size_t i = 0; i < pack->unknown_count; i++) {
        char shown[64];
        utf8_show(slice_of(pack->unknown[i]), shown, sizeof shown);
        text_add(seen, sizeof seen, "%s%s", i ? ", " : "", shown);
    }
    if (seen[0])
        return error_set(
            err, ERROR_INPUT, pack->path, 0,
            "Name the file of responses responses.csv, in lower case, and save it as CSV.",
            "the folder holds no responses.csv; it has %s", seen);
    return error_set(err, ERROR_INPUT, pack->path, 0, pack_advice,
                     "the folder holds no responses.csv");
}

static bool check_responses(const struct pack *pack, struct error *err)
{
    int fd = -1;
    struct file_reason reason;
    SCOPED_TEXT path = memory_print("%s/%s", pack->path, contract_files[FILE_RESPONSES].name);
    switch (file_open_found(path, &fd, &reason)) {
    case FILE_OPENED:
        close(fd);
        return true;
    case FILE_REFUSED:
        return error_set(err, ERROR_INPUT, path, 0, file_advice, "%s", reason.text);
    case FILE_ABSENT:
    default:
        return no_responses(pack, err);
    }
}

bool pack_open(const char *path, struct pack *ret_pack, struct error *err)
{
    *ret_pack = (struct pack){.path = path};
    if (!path) {
        ret_pack->name = memory_copy("no pack");
        return true;
    }
    if (!*path)
        return error_set(err, ERROR_INPUT, "", 0, pack_advice, "the name of the pack is empty");
    if (strcmp(path, "-") == 0) {
        ret_pack->name = memory_copy("standard input");
        return true;
    }
    struct stat status;
    if (stat(path, &status) != 0)
        return error_set(err, ERROR_INPUT, path, 0, pack_advice, "cannot be read: %s",
                         strerror(errno));
    ret_pack->is_folder = S_ISDIR(status.st_mode);
    ret_pack->name = name_of(path, ret_pack->is_folder);
    return !ret_pack->is_folder || (list_folder(ret_pack, err) && check_responses(ret_pack, err));
}

void pack_done(struct pack *pack)
{
    for (size_t i = 0; i < pack->unknown_count; i++)
        free(pack->unknown[i]);
    free(pack->unknown);
    free(pack->name);
    *pack = (struct pack){0};
}
