/* SPDX-License-Identifier: MIT */
#include "evidence/evidence.h"

#include "base/memory.h"
#include "base/version.h"
#include "dossier/dossier.h"
#include "evidence/about.h"
#include "evidence/crate.h"
#include "evidence/facts.h"
#include "evidence/letters.h"
#include "evidence/scope.h"
#include "evidence/zip_file.h"
#include "report/pdf.h"
#include "store/database.h"

#include <libgen.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#define ZIP ".zip"

struct making {
    sqlite3 *db;
    const struct evidence_plan *plan;
    struct scope scope;
    struct about_audit audit;
    struct masking masking;
    struct custody custody;
    struct letters_told letters;
    struct bag bag;
    struct outdir *outdir;
    char *output; /* the folder, or the zip file */
    bool is_zip;
};

static bool has_zip_name(const char *path)
{
    size_t length = strlen(path), end = strlen(ZIP);
    return length >= end && strcasecmp(path + length - end, ZIP) == 0;
}

/* What no file name should have becomes a hyphen. */
static char *plain_name(const char *text)
{
    char *name = memory_copy(text);
    for (char *c = name; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9')))
            *c = '-';
    return name;
}

/* "evidence-north-yorkshire-157-25", by what was asked for. */
static char *bag_name(const struct scope *scope)
{
    SCOPED_TEXT whole =
        memory_print("evidence-%s%s%s%s%s", scope->force_id, scope->request_id ? "-" : "",
                     scope->request_id ? scope->request_id : "", scope->tool_id ? "-" : "",
                     scope->tool_id ? scope->tool_id : "");
    return plain_name(whole);
}

static bool check_zip(const char *path, struct error *err)
{
    static const char advice[] = "Choose another file with -o.";
    struct stat status;
    SCOPED_TEXT copy = memory_copy(path);
    const char *name = basename(copy);
    if (strlen(name) <= strlen(ZIP))
        return error_set(err, ERROR_USAGE, path, 0, "Give it a name before " ZIP ".",
                         "the zip file has no name");
    if (lstat(path, &status) == 0)
        return error_set(err, ERROR_OUTPUT, path, 0, advice,
                         "the output path exists, and evidence replaces nothing");
    return true;
}

static bool begin_output(struct making *m, struct error *err)
{
    SCOPED_TEXT name = bag_name(&m->scope);
    m->output = memory_copy(m->plan->output ? m->plan->output : name);
    m->is_zip = has_zip_name(m->output);
    if (!m->is_zip) {
        const struct former_terms terms = {.is_audit = false};
        return outdir_begin(m->output, &terms, &m->outdir, err);
    }
    SCOPED_TEXT whole = memory_copy(m->output);
    SCOPED_TEXT last = memory_copy(m->output);
    return check_zip(m->output, err) &&
           outdir_begin_scratch(dirname(whole), basename(last),
                                "Make that folder first, or choose another one with -o.",
                                &m->outdir, err);
}

static char *mask_for_dossier(void *context, struct slice text)
{
    return masking_apply(context, text, MASKING_WORDS, NULL, NULL);
}

static bool write_dossier(struct making *m, struct error *err)
{
    struct dossiers *dossiers = NULL;
    const struct dossier_plan plan = {
        .subject = {m->scope.force_no, m->scope.request_no, m->scope.tool_no},
        .is_whole = true,
        .page = "data/dossier.html",
        .pdf = m->plan->has_pdf ? "data/dossier.pdf" : NULL,
        .mask = mask_for_dossier,
        .mask_context = &m->masking,
        .masking = about_masking_short(m->plan->is_unmasked),
        .left_out = "The tables beside this page hold it."};
    bag_note(&m->bag, "dossier.html",
             "What was said, public and advised, what others said, and "
             "where it does not hold.");
    if (m->plan->has_pdf)
        bag_note(&m->bag, "dossier.pdf", "The same, to print.");
    bool ok =
        dossiers_open(m->db, &dossiers, err) && dossiers_write(dossiers, m->outdir, &plan, err);
    dossiers_close(dossiers);
    return ok;
}

static bool write_lists(struct making *m, struct error *err)
{
    const struct about_order about = {m->plan, &m->scope, &m->audit, &m->letters,
                                      m->masking.places};
    return bag_write(&m->bag, "chain-of-custody.csv",
                     "Where each fact and letter comes from, and its digests.",
                     custody_list(&m->custody), err) &&
           about_write(&m->bag, &about, err) &&
           bag_write(&m->bag, "masked.csv", "Where something is masked, and of what kind.",
                     masking_list(&m->masking), err);
}

static bool write_payload(struct making *m, struct error *err)
{
    const struct letters_order letters = {m->db, &m->bag, &m->masking, &m->custody, m->plan->pack};
    const struct facts_order facts = {m->db,
                                      &m->bag,
                                      &m->masking,
                                      &m->custody,
                                      m->plan->is_internal,
                                      slice_of(m->audit.marking ? m->audit.marking : "")};
    custody_begin(&m->custody);
    return masking_begin(m->db, m->plan->is_unmasked, &m->masking, err) &&
           bag_begin(&m->bag, m->outdir, err) && letters_write(&letters, &m->letters, err) &&
           facts_write(&facts, err) && write_dossier(m, err) && write_lists(m, err);
}

static bool write_tags(struct making *m, struct error *err)
{
    SCOPED_TEXT subject = about_subject(&m->scope);
    SCOPED_TEXT title = memory_print("Evidence about %s", subject);
    SCOPED_TEXT name = bag_name(&m->scope);
    SCOPED_TEXT id = memory_print("%s%s%s", name, m->audit.as_of ? "-" : "",
                                  m->audit.as_of ? m->audit.as_of : "");
    SCOPED_TEXT agent = memory_print("concord %s", concord_version());
    SCOPED_TEXT description = memory_print(
        "%s: its letters and their codings, the public record, the advice, what other forces "
        "published, and findings, from an audit of published answers to "
        "freedom-of-information requests. %s",
        title, about_masking(m->plan->is_unmasked));
    const struct crate_words crate = {title,          description,       m->audit.as_of,
                                      m->scope.force, m->scope.force_id, m->plan->command};
    const struct bag_word words[] = {{"External-Description", description},
                                     {"External-Identifier", id},
                                     {"Bag-Software-Agent", agent},
                                     {"Audit-Of-Pack", m->audit.pack},
                                     {"Audit-As-Of", m->audit.as_of},
                                     {"Audit-Made-By", m->audit.version},
                                     {"Dates", about_dates()},
                                     {"Command-Line", m->plan->command},
                                     {"Command-Line-Paths", about_paths()},
                                     {"Label", m->audit.label},
                                     {"Protective-Marking", m->audit.marking},
                                     {"Masking", about_masking(m->plan->is_unmasked)},
                                     {NULL, NULL}};
    return bag_weigh(&m->bag, err) && crate_write(&m->bag, &crate, err) &&
           bag_finish(&m->bag, words, err);
}

/* The folder in the archive is called as the file is. */
static bool put_in_place(struct making *m, struct error *err)
{
    static const char archive[] = "bag" ZIP;
    if (!m->is_zip) {
        struct outdir *o = m->outdir;
        m->outdir = NULL;
        return outdir_commit(o, err);
    }
    SCOPED_TEXT copy = memory_copy(m->output);
    SCOPED_TEXT top = memory_copy(basename(copy));
    top[strlen(top) - strlen(ZIP)] = '\0';
    return zip_file_write(&m->bag, top, m->audit.as_of_day, archive, err) &&
           check_zip(m->output, err) && outdir_move_out(m->outdir, archive, m->output, err);
}

static void tell(struct making *m, struct evidence_told *ret)
{
    *ret = (struct evidence_told){.path = memory_copy(m->output),
                                  .letters = m->letters.letters,
                                  .missing = m->letters.missing_count,
                                  .masks = m->masking.places,
                                  .findings = m->audit.findings,
                                  .answers = m->audit.answers};
}

static bool write_bag(struct making *m, struct evidence_told *ret, struct error *err)
{
    const struct evidence_plan *plan = m->plan;
    bool ok = scope_open(m->db, plan->force, plan->request, plan->tool, &m->scope, err) &&
              database_run_file(m->db, "analyzer/evidence/forget_others.sql", err) &&
              about_audit_read(m->db, &m->audit, err) && begin_output(m, err) &&
              write_payload(m, err) && write_tags(m, err) && put_in_place(m, err);
    if (ok)
        tell(m, ret);
    outdir_abandon(m->outdir);
    bag_done(&m->bag);
    letters_told_done(&m->letters);
    custody_done(&m->custody);
    masking_done(&m->masking);
    about_audit_done(&m->audit);
    scope_done(&m->scope);
    free(m->output);
    return ok;
}

/* A copy in memory without paths of the machine, and without what the public is not told: the
 * dossier shows both. */
static bool copy_audit(sqlite3 *db, bool is_internal, sqlite3 **ret_copy, struct error *err)
{
    return database_copy(db, ret_copy, err) && about_forget_paths(*ret_copy, err) &&
           (is_internal || database_run_file(*ret_copy, "analyzer/evidence/for_public.sql", err)) &&
           database_commit(*ret_copy, err);
}

bool evidence_write(sqlite3 *db, const struct evidence_plan *plan, struct evidence_told *ret,
                    struct error *err)
{
    sqlite3 *copy = NULL;
    *ret = (struct evidence_told){.path = NULL};
    if (plan->has_pdf && !pdf_check_converter(err))
        return false;
    bool ok = copy_audit(db, plan->is_internal, &copy, err);
    struct making m = {.db = copy, .plan = plan};
    ok = ok && write_bag(&m, ret, err);
    sqlite3_close_v2(copy);
    return ok;
}

void evidence_told_done(struct evidence_told *told)
{
    free(told->path);
}
