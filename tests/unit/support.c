/* SPDX-License-Identifier: MIT */
#include "support.h"

#include "base/file.h"
#include "base/memory.h"

#include <check.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

char *support_read_file(const char *path, size_t *ret_size)
{
    FILE *in = fopen(path, "rb");
    ck_assert_msg(in != NULL, "%s cannot be read", path);
    fseek(in, 0, SEEK_END);
    size_t size = (size_t)ftell(in);
    rewind(in);
    char *bytes = memory_new(size + 1, 1);
    ck_assert_uint_eq(fread(bytes, 1, size, in), size);
    fclose(in);
    *ret_size = size;
    return bytes;
}

bool support_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool support_aborts(void (*run)(const void *), const void *context)
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere < 0 || dup2(nowhere, STDERR_FILENO) < 0)
            _exit(1);
        run(context);
        _exit(0);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    bool aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
    ck_assert(aborted || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
    return aborted;
}

void support_write_file(const char *path, const void *bytes, size_t size)
{
    FILE *out = fopen(path, "wb");
    ck_assert_msg(out != NULL, "%s cannot be written", path);
    ck_assert_uint_eq(fwrite(bytes, 1, size, out), size);
    ck_assert_int_eq(fclose(out), 0);
}

void support_make_folder(char out[64])
{
    snprintf(out, 64, "/tmp/concord-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(out));
}

void support_remove_folder(const char *path)
{
    file_remove_folder(path);
}

/* In the child: standard streams into files, then the program. */
static void become(const char *folder, const char *input, const char *const argv[], int out,
                   int err)
{
    int in = open(input ? input : "/dev/null", O_RDONLY);
    if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(126);
    if (folder && chdir(folder) != 0)
        _exit(126);
    char *arguments[32] = {NULL};
    for (size_t i = 0; i < 31 && argv[i]; i++)
        arguments[i] = strdup(argv[i]);
    execvp(arguments[0], arguments);
    _exit(127);
}

struct support_output support_run(const char *folder, const char *input, const char *const argv[])
{
    char paths[2][64] = {"/tmp/concord-out-XXXXXX", "/tmp/concord-err-XXXXXX"};
    int files[2] = {mkstemp(paths[0]), mkstemp(paths[1])};
    ck_assert(files[0] >= 0 && files[1] >= 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        become(folder, input, argv, files[0], files[1]);
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    struct support_output output = {
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), NULL, NULL};
    size_t size = 0;
    output.out = support_read_file(paths[0], &size);
    output.err = support_read_file(paths[1], &size);
    for (int i = 0; i < 2; i++) {
        close(files[i]);
        unlink(paths[i]);
    }
    return output;
}

struct support_output support_concord(const char *folder, const char *input,
                                      const char *const arguments[])
{
    const char *program = getenv("CONCORD");
    char resolved[PATH_MAX];
    ck_assert_msg(realpath(program ? program : "build/concord", resolved) != NULL,
                  "the program is not built");
    const char *argv[32] = {resolved};
    for (size_t i = 0; i < 30 && arguments[i]; i++)
        argv[i + 1] = arguments[i];
    return support_run(folder, input, argv);
}

void support_output_done(struct support_output *output)
{
    free(output->out);
    free(output->err);
    *output = (struct support_output){0};
}
