/* SPDX-License-Identifier: MIT */
#include "report/former.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "report/manifest.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* What an audit of letters has made of them, and one of a pack never has. */
static const char pack_of_letters[] = "pack/responses.csv";

static const char replace_it[] =
    "Choose another folder with -o, or give --replace to put this audit in its place.";

static const char move_it[] = "Move that file away, or choose another folder with -o.";

/* The name of the pack as summary.json has it: its digest stands in the manifest, and it can be
 * read where audit.db is damaged or of another version. NULL where it cannot; caller frees. */
static char *pack_of(const char *folder)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, SUMMARY_NAME);
    json_t *summary = json_load_file(path, 0, NULL);
    const char *name = json_string_value(json_object_get(summary, "pack"));
    char *copy = name ? memory_copy(name) : NULL;
    json_decref(summary);
    return copy;
}

/* A name that is no UTF-8 stands in JSON with question marks. */
static bool is_same_pack(const char *recorded, const char *now)
{
    if (strcmp(recorded, now) == 0)
        return true;
    bool is_text = utf8_valid_length(slice_of(now)) == strlen(now);
    SCOPED_TEXT plain = memory_copy(now);
    for (char *c = plain; *c; c++)
        *c = *c & 0x80 ? '?' : *c;
    return !is_text && strcmp(recorded, plain) == 0;
}

static bool check_source(const char *folder, const struct tree_list *list,
                         const struct former_terms *terms, struct error *err)
{
    bool is_of_letters = tree_list_holds(list, pack_of_letters);
    return is_of_letters == terms->is_of_letters ||
           error_set(err, ERROR_OUTPUT, folder, 0, replace_it,
                     "the existing folder holds the audit of a %s of that name, and this is a %s; "
                     "it is not replaced",
                     is_of_letters ? "folder of letters" : "pack",
                     is_of_letters ? "pack" : "folder of letters");
}

static bool check_pack(const char *folder, const struct tree_list *list,
                       const struct former_terms *terms, struct error *err)
{
    if (terms->may_replace || !terms->pack)
        return true;
    SCOPED_TEXT recorded = pack_of(folder);
    if (!recorded)
        return error_set(err, ERROR_OUTPUT, folder, 0, replace_it,
                         "the existing folder does not say of which pack its audit is (no "
                         "summary.json with its name); it is not replaced");
    if (!is_same_pack(recorded, terms->pack))
        return error_set(err, ERROR_OUTPUT, folder, 0, replace_it,
                         "the existing folder holds the audit of another pack, \"%.200s\", and "
                         "this is \"%.200s\"; it is not replaced",
                         recorded, terms->pack);
    return check_source(folder, list, terms, err);
}

static bool judge(const char *folder, const struct tree_oddity *odd, bool may_replace,
                  struct error *err)
{
    switch (odd->state) {
    case TREE_HAS_STRANGER:
        return error_set(err, ERROR_OUTPUT, folder, 0, move_it,
                         "the existing folder holds \"%.600s\", which no audit wrote; it is not "
                         "replaced",
                         odd->name);
    case TREE_HAS_CHANGED:
        return may_replace ||
               error_set(err, ERROR_OUTPUT, folder, 0,
                         "Move that file away, or choose another folder with -o; --replace gives "
                         "up what was changed.",
                         "the existing folder holds \"%.600s\", which was changed since the audit "
                         "wrote it; it is not replaced",
                         odd->name);
    case TREE_UNREADABLE:
        return error_set(err, ERROR_OUTPUT, folder, 0, "Choose another folder with -o.",
                         "the existing folder cannot be read%s%.600s: %s",
                         *odd->name ? ", at " : "", odd->name, strerror(odd->reason));
    case TREE_AS_LISTED:
    default:
        return true;
    }
}

/* The folder exists. */
static bool refuse(const char *folder, bool holds_audit, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, folder, 0,
                     holds_audit ? "Choose another folder with -o."
                                 : "Choose another folder with -o, or remove this one yourself.",
                     holds_audit
                         ? "the existing folder holds an audit, and this run makes none; "
                           "it is not replaced"
                         : "the folder exists already, and nothing that stands there is replaced");
}

bool former_check(const char *folder, const struct former_terms *terms, struct tree_seen *ret_seen,
                  struct error *err)
{
    *ret_seen = (struct tree_seen){0};
    struct tree_list list;
    bool holds_audit = manifest_read(folder, &list);
    bool ok = terms->is_audit || refuse(folder, holds_audit, err);
    ok = ok && (holds_audit ||
                error_set(err, ERROR_OUTPUT, folder, 0,
                          "Choose another folder with -o, or remove this one yourself.",
                          "the folder exists and was not written by an audit; it is not replaced"));
    if (ok) {
        struct tree_oddity odd = tree_look(folder, &list, ret_seen);
        ok = judge(folder, &odd, terms->may_replace, err) && check_pack(folder, &list, terms, err);
        free(odd.name);
    }
    tree_list_done(&list);
    return ok;
}

bool former_is_output(const char *folder)
{
    struct tree_list list;
    bool is_ours = manifest_read(folder, &list);
    tree_list_done(&list);
    return is_ours;
}
