/* SPDX-License-Identifier: MIT */
#include "intake/load.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/alike.h"
#include "intake/bounds.h"
#include "intake/commitment_scope.h"
#include "intake/responses.h"
#include "intake/table.h"

#include <errno.h>
#include <unistd.h>

enum { LABEL_BYTES = 200 };

static bool check_as_of(const char *text, struct date_interval *ret_date, struct error *err)
{
    if (date_parse(slice_of(text), ret_date) == DATE_OK)
        return true;
    char meant[16], next[80];
    bool has_meant = date_suggest(slice_of(text), meant);
    text_cut(next, sizeof next, "Write --as-of %s.", has_meant ? meant : "2024-12-09");
    return error_set(err, ERROR_USAGE, "", 0, next, "--as-of \"%s\" cannot be read as a date",
                     SHOWN(text, 104));
}

static bool give_unknown_file_notice(struct intake *intake, const char *name, struct error *err)
{
    const struct contract_file *nearest = contract_nearest(name);
    struct ledger_notice notice = {"unknown-file", 0, 1};
    if (nearest)
        return ledger_notice(&intake->ledger, NULL, &notice, err,
                             "%s is no file of the contract and was not read; did you mean %s?",
                             SHOWN(name, 260), nearest->name);
    return ledger_notice(&intake->ledger, NULL, &notice, err,
                         "%s is no file of the contract and was not read", SHOWN(name, 260));
}

static bool give_unknown_file_notices(struct intake *intake, struct error *err)
{
    for (size_t i = 0; i < intake->pack.unknown_count; i++)
        if (!give_unknown_file_notice(intake, intake->pack.unknown[i], err))
            return false;
    return true;
}

/* One line of at most LABEL_BYTES bytes, within *ret_text, which the caller frees; *ret_label
 * is empty without one. */
static bool read_label(struct intake *intake, struct file_text *ret_text, struct slice *ret_label,
                       struct error *err)
{
    static const char mark[] = {'\xef', '\xbb', '\xbf'};
    enum { MOST = LABEL_BYTES + sizeof mark + sizeof "\r\n" };
    *ret_label = (struct slice){"", 0};
    if (!pack_read_text(&intake->pack, "label.txt", MOST, ret_text, err))
        return false;
    if (!ret_text->bytes)
        return true;
    struct slice label = {ret_text->bytes, ret_text->length};
    if (label.length >= sizeof mark && memcmp(label.bytes, mark, sizeof mark) == 0)
        label = (struct slice){label.bytes + sizeof mark, label.length - sizeof mark};
    label = slice_trim(label);
    bool fits = ret_text->length < MOST && label.length <= LABEL_BYTES &&
                !memchr(label.bytes, '\n', label.length) &&
                !memchr(label.bytes, '\0', label.length);
    if (fits && utf8_valid_length(label) == label.length) {
        *ret_label = label;
        return true;
    }
    struct ledger_notice notice = {"bad-label", 0, 1};
    return ledger_notice(&intake->ledger, NULL, &notice, err,
                         "label.txt is not used: it must be one line of UTF-8, %d bytes at most",
                         LABEL_BYTES);
}

static bool insert_audit(struct intake *intake, const struct date_interval *as_of,
                         struct slice label, struct error *err)
{
    const struct intake_options *options = intake->options;
    struct intake_result *result = intake->ledger.result;
    if (!bounds_of_audit(intake, options->as_of ? as_of : NULL, &result->has_as_of,
                         &result->as_of_day, err))
        return false;
    SCOPED_QUERY s = query_prepare(intake->db, "insert_audit");
    query_bind_text(s, "version", slice_of(options->version));
    query_bind_int(s, "schema_version", database_schema_version());
    query_bind_text(s, "pack",
                    slice_of(options->pack_name ? options->pack_name : intake->pack.name));
    query_bind_text(s, "label", label);
    if (result->has_as_of)
        query_bind_int(s, "as_of_day", result->as_of_day);
    query_bind_int(s, "as_of_given", options->as_of != NULL);
    query_bind_text(s, "options", slice_of(options->options_text ? options->options_text : ""));
    query_bind_text(s, "marking", slice_of(options->marking ? options->marking : ""));
    query_bind_int(s, "old_after", options->old_after ? options->old_after : OLD_AFTER_YEARS);
    return query_run(s, err);
}

static bool write_audit(struct intake *intake, const struct date_interval *as_of, struct error *err)
{
    struct file_text text = {0};
    struct slice label;
    bool ok = read_label(intake, &text, &label, err) && insert_audit(intake, as_of, label, err);
    file_text_done(&text);
    return ok;
}

static bool load_file(struct intake *intake, const struct contract_file *contract,
                      struct error *err)
{
    struct pack_file file;
    bool found = false;
    bool ok = pack_read(&intake->pack, contract, &file, &found, err);
    if (ok && found)
        ok = table_load(intake, contract, &file, err) && pack_file_check(&file, err);
    pack_file_done(&file);
    return ok;
}

/* After the pack, whose forces and requests its decisions name. */
static bool load_review(struct intake *intake, struct error *err)
{
    const char *path = intake->options->review;
    if (!path)
        return true;
    const struct pack pack = {.path = path};
    struct pack_file file;
    if (access(path, F_OK) != 0)
        return error_set(err, ERROR_INPUT, path, 0,
                         "Look at the name: it is that of a proposals.csv, filled in.",
                         "cannot be read: %s", strerror(errno));
    bool ok = database_run_file(intake->db, "analyzer/intake/review_table.sql", err) &&
              pack_read_bare(&pack, &file, err) && table_load(intake, &review_file, &file, err) &&
              pack_file_check(&file, err);
    pack_file_done(&file);
    return ok;
}

/* Before the responses of the pack, which are stored together with it. */
static bool load_draft(struct intake *intake, struct error *err)
{
    if (!intake->options->draft.length)
        return true;
    char path[] = "the draft", name[] = "draft";
    struct pack_file file = {
        .path = path, .name = name, .is_draft = true, .bytes = intake->options->draft};
    return table_load(intake, &contract_files[FILE_RESPONSES], &file, err);
}

static bool check_strict(const struct intake *intake, struct error *err)
{
    const struct ledger *ledger = &intake->ledger;
    if (!intake->options->strict || ledger->pack_rejects == 0)
        return true;
    return error_set(err, ERROR_INPUT, ledger->first_reject_file, ledger->first_reject_line,
                     "Correct the rows (`concord check` lists them all), or run without --strict.",
                     "%lld %s rejected, and --strict accepts none; the first: %s",
                     (long long)ledger->pack_rejects,
                     ledger->pack_rejects == 1 ? "row was" : "rows were", ledger->first_reject);
}

static bool tell_no_dates(struct intake *intake, struct error *err)
{
    int64_t responses = intake->ledger.result->responses;
    struct ledger_notice notice = {"no-dates", 0, responses};
    return !responses || intake->has_latest_day ||
           ledger_notice(&intake->ledger, NULL, &notice, err,
                         "no row of the pack has a date: nothing is compared over time, or with "
                         "what was public or advised on the day of an answer");
}

/* What only the whole pack shows. */
static bool tell_of_pack(struct intake *intake, struct error *err)
{
    const int32_t *latest = intake->has_latest_day ? &intake->latest_day : NULL;
    return alike_names_tell(intake, err) &&
           bare_numbers_tell(&intake->bare_numbers, &intake->registry, latest, &intake->ledger,
                             err) &&
           tell_no_dates(intake, err);
}

static bool load_pack(struct intake *intake, struct error *err)
{
    if (!database_run_file(intake->db, "analyzer/intake/asked_table.sql", err) ||
        !registry_read_book(&intake->registry, err) || !give_unknown_file_notices(intake, err))
        return false;
    for (size_t i = 0; i < FILE_COUNT; i++)
        if ((i == FILE_RESPONSES && !load_draft(intake, err)) ||
            !load_file(intake, &contract_files[i], err))
            return false;
    return load_review(intake, err) &&
           database_run_file(intake->db, "analyzer/intake/renumber_rows.sql", err) &&
           registry_store_spellings(&intake->registry, err) &&
           commitment_scope_store(intake, err) && tell_of_pack(intake, err) &&
           check_strict(intake, err);
}

bool intake_load(sqlite3 *db, const struct intake_options *options, struct intake_result *ret,
                 struct error *err)
{
    *ret = (struct intake_result){0};
    struct date_interval as_of = {0, 0};
    if (options->as_of && !check_as_of(options->as_of, &as_of, err))
        return false;
    struct intake intake = {
        .db = db, .options = options, .day_before = DAY_MIN, .latest_exact_day = DAY_MIN};
    if (!pack_open(options->pack, &intake.pack, err)) {
        pack_done(&intake.pack);
        return false;
    }
    ledger_open(&intake.ledger, db, ret);
    registry_open(&intake.registry, db);
    exemption_sets_open(&intake.sets, db);
    bool ok = load_pack(&intake, err) && write_audit(&intake, &as_of, err);
    terminal_progress_end();
    exemption_sets_close(&intake.sets);
    responses_drop_draft(&intake);
    bare_numbers_done(&intake.bare_numbers);
    registry_close(&intake.registry);
    ledger_close(&intake.ledger);
    pack_done(&intake.pack);
    return ok;
}

bool intake_is_audit(const struct intake_result *loaded)
{
    return loaded->responses > 0 ||
           (loaded->responses_rejected == 0 && loaded->circulation + loaded->acknowledgements > 0);
}

bool intake_check_any(const struct intake_result *loaded, const char *pack, struct error *err)
{
    if (intake_is_audit(loaded))
        return true;
    int64_t rejected = loaded->responses_rejected;
    if (rejected == 0)
        return error_set(err, ERROR_INPUT, pack, 0,
                         "Add a row for each answer; `concord schema responses` lists the columns.",
                         "nothing to audit: there is a heading, and no row of an answer below it");
    return error_set(err, ERROR_INPUT, pack, 0,
                     "Correct the rows; `concord check` says what is wrong with each.",
                     rejected == 1 ? "nothing to audit: the only answer was rejected"
                                   : "nothing to audit: all %lld answers were rejected",
                     (long long)rejected);
}
