/* SPDX-License-Identifier: MIT
 * `concord precheck` and `concord advise`.
 */
#include "base/memory.h"
#include "base/terminal.h"
#include "cmd/commands.h"
#include "cmd/precheck_settings.h"
#include "cmd/private_file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* A draft is nobody's business: no image of the memory it stands in is left behind, of this process
 * or of one that it starts. A limit of one byte, since a limit of none is not asked about where
 * dumps go to a program (core(5), and do_coredump of the kernel). */
static void forbid_core_dumps(void)
{
    const struct rlimit one_byte = {1, 1}, none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &one_byte) != 0 && setrlimit(RLIMIT_CORE, &none) != 0)
        terminal_note("core dumps could not be turned off");
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* Does it stand in the folder, however deep? The path is cut as it is followed upwards. */
static bool is_within(const char *path, const char *folder)
{
    SCOPED_TEXT place = realpath(path, NULL);
    SCOPED_TEXT rest = place ? memory_copy(place) : NULL;
    for (char *slash = rest; rest && slash;) {
        if (is_same_file(rest, folder))
            return true;
        slash = strrchr(rest, '/');
        if (slash)
            *slash = '\0';
    }
    return false;
}

/* The folder that a path stands in. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_copy(".");
    return slash == path ? memory_copy("/") : memory_print("%.*s", (int)(slash - path), path);
}

/* Neither the draft nor the pack is ever written. */
static bool check_output(const struct precheck_settings *settings, struct error *err)
{
    const char *output = settings->output;
    if (!output)
        return true;
    const struct precheck_options *asked = &settings->asked;
    SCOPED_TEXT folder = folder_of(output);
    if ((asked->letter && is_same_file(output, asked->letter)) ||
        is_same_file(output, asked->pack) || is_within(folder, asked->pack))
        return error_set(err, ERROR_OUTPUT, output, 0, "Choose another name with -o.",
                         "it is the draft, or stands in the pack, which are not written");
    return true;
}

struct answer {
    const json_t *document;
    bool as_json;
};

static void print(const void *context, FILE *out)
{
    const struct answer *answer = context;
    if (!answer->as_json) {
        precheck_page(answer->document, out);
        return;
    }
    json_dumpf(answer->document, out, JSON_INDENT(2));
    putc('\n', out);
}

static bool write_answer(const json_t *document, const struct precheck_settings *settings,
                         struct error *err)
{
    const struct answer answer = {document, settings->json};
    if (settings->output)
        return private_file_write(settings->output, print, &answer, err);
    print(&answer, stdout);
    return true;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* The least severity asked for counts those above it too. */
static bool would_create(json_t *findings, unsigned gate)
{
    static const char *const words[] = {"critical", "high", "medium", "low", "info"};
    const char *reading;
    json_t *groups;
    json_object_foreach(findings, reading, groups)
    {
        const json_t *created = json_object_get(groups, "create");
        for (size_t i = 0; i < json_array_size(created); i++)
            for (size_t s = 0; s < sizeof words / sizeof *words; s++)
                if (strcmp(text_of(json_array_get(created, i), "severity"), words[s]) == 0 &&
                    strcmp(text_of(json_array_get(created, i), "status"), "open") == 0 && gate >> s)
                    return true;
    }
    return false;
}

static bool has_residue(const json_t *residue)
{
    for (size_t i = 0; i < json_array_size(residue); i++) {
        const char *kind = text_of(json_array_get(residue, i), "kind");
        if (strcmp(kind, "force") == 0 || strcmp(kind, "placeholder") == 0 ||
            strcmp(kind, "reference") == 0)
            return true;
    }
    return false;
}

static int exit_code(const json_t *document, unsigned gate)
{
    unsigned severities = gate & (GATE_CRITICAL | GATE_HIGH | GATE_MEDIUM | GATE_LOW | GATE_INFO);
    bool fails = (severities && would_create(json_object_get(document, "findings"), severities)) ||
                 (gate & GATE_RESIDUE && has_residue(json_object_get(document, "residue"))) ||
                 (gate & GATE_UNREAD && !json_is_true(json_object_get(document, "decided")));
    return fails ? 1 : 0;
}

typedef bool maker(const struct precheck_options *options, json_t **ret, struct error *err);

static bool run(const struct precheck_settings *settings, maker *make, int *ret_exit,
                struct error *err)
{
    forbid_core_dumps();
    terminal_progress_disable();
    if (settings->json)
        terminal_begin_data();
    json_t *document = NULL;
    bool ok = check_output(settings, err) && make(&settings->asked, &document, err) &&
              write_answer(document, settings, err);
    *ret_exit = ok ? exit_code(document, settings->gate) : 0;
    json_decref(document);
    return ok;
}

bool cmd_precheck(int argc, char **argv, int *ret_exit, struct error *err)
{
    const struct precheck_settings settings = precheck_settings_parse(argc, argv);
    return run(&settings, precheck_letter, ret_exit, err);
}

bool cmd_advise(int argc, char **argv, int *ret_exit, struct error *err)
{
    const struct precheck_settings settings = advise_settings_parse(argc, argv);
    return run(&settings, precheck_options_of_force, ret_exit, err);
}
