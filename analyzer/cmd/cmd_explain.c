/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"
#include "base/utf8.h"
#include "cmd/commands.h"
#include "cmd/explain_advice.h"
#include "cmd/finding_argument.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "store/row_json.h"

#include <inttypes.h>
#include <jansson.h>

struct settings {
    const char *database, *finding;
    bool json;
};

static const struct command_option options[] = {
    {"json", 'j', NULL, "Print JSON", OPTION_INTO(struct settings, json)},
    {0},
};

static const struct command_line command_line = {
    .options = options,
    .doc =
        "Tells one finding's story: what was found, the rows it rests on with their file and "
        "line, why it matters and what to do. FINDING is its id, or the beginning of it; or that "
        "of a matter (M-...), which is told as one, with its findings.",
    ARGUMENT_FINDING(struct settings),
};

static void print_field(const char *label, struct slice text)
{
    if (text.length == 0)
        return;
    printf("%-11s", label);
    print_text(text);
    putchar('\n');
}

static void print_finding(sqlite3_stmt *f)
{
    static const struct {
        const char *label, *column;
        bool only_of_several;
    } fields[] = {
        {"Why:", "rationale", false},         {"Basis:", "basis", false},
        {"Source:", "source", false},         {"Remedy:", "remedy", false},
        {"Parties:", "parties", true},        {"  digest:", "parties_digest", true},
        {"Matter:", "matter", false},         {"Change:", "change", false},
        {"Because:", "because", false},       {"Waived:", "waiver_reason", false},
        {"  by:", "approved_by_role", false},
    };
    print_text(query_get_text(f, "finding_id"));
    fputs("  ", stdout);
    print_text(query_get_text(f, "title"));
    printf("\n%s, %s, %s\n\n", query_get_text(f, "severity").bytes,
           query_get_text(f, "certainty").bytes, query_get_text(f, "status").bytes);
    print_text(query_get_text(f, "message"));
    fputs("\n\n", stdout);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!fields[i].only_of_several || query_get_int(f, "is_of_several"))
            print_field(fields[i].label, query_get_text(f, fields[i].column));
}

static void print_matter(sqlite3_stmt *m)
{
    static const struct {
        const char *label, *column;
    } fields[] = {
        {"Why:", "rationale"},
        {"Basis:", "basis"},
        {"Source:", "source"},
        {"Remedy:", "remedy"},
        {"Parties:", "parties"},
        {"Tools:", "tool_ids"},
        {"Requests:", "request_ids"},
        {"Questions:", "question_ids"},
        {"Change:", "change"},
        {"Formerly:", "was_matter_ids"},
        {"Waived:", "waived_finding_ids"},
    };
    print_text(query_get_text(m, "matter_id"));
    fputs("  ", stdout);
    print_text(query_get_text(m, "title"));
    printf("\n%s, %s, open\n\n", query_get_text(m, "severity").bytes,
           query_get_text(m, "certainty").bytes);
    print_text(query_get_text(m, "message"));
    fputs("\n\n", stdout);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        print_field(fields[i].label, query_get_text(m, fields[i].column));
    printf("\nFindings (%" PRId64 "):\n", query_get_int(m, "findings"));
}

static bool print_members(sqlite3 *db, int64_t matter_no, struct error *err)
{
    SCOPED_QUERY f = query_prepare(db, "findings_of_matter");
    query_bind_int(f, "matter_no", matter_no);
    while (query_next(f)) {
        struct slice question = query_get_text(f, "question_id");
        printf("  %s %s%s", query_get_text(f, "finding_id").bytes,
               query_get_text(f, "severity").bytes,
               slice_is(query_get_text(f, "certainty"), "possible") ? ", possible" : "");
        fputs(question.length ? ", question " : "", stdout);
        print_text(question);
        fputs("\n    ", stdout);
        print_text(query_get_text(f, "message"));
        putchar('\n');
    }
    return query_done(f, err);
}

static bool print_carried(sqlite3 *db, sqlite3_stmt *e, struct error *err)
{
    SCOPED_QUERY carried = query_prepare(db, "explain_carried");
    query_bind_text(carried, "file", query_get_text(e, "file"));
    query_bind_int(carried, "line", query_get_int(e, "line"));
    while (query_next(carried)) {
        fputs("      ", stdout);
        print_text(query_get_text(carried, "column_name"));
        fputs(": ", stdout);
        print_text(query_get_text(carried, "value"));
        putchar('\n');
    }
    return query_done(carried, err);
}

/* How the row came to be coded, where it was read from a letter, and by which words. */
static void print_reading(sqlite3_stmt *e)
{
    struct slice coder = query_get_text(e, "coded_by"), words = query_get_text(e, "coded_words"),
                 file = query_get_text(e, "text_file");
    if (!coder.length)
        return;
    fputs(slice_is(coder, "machine")     ? "      read by machine"
          : slice_is(coder, "undecided") ? "      read, and left for a person"
                                         : "      read, and decided by a person",
          stdout);
    if (file.length) {
        fputs(", ", stdout);
        print_text(file);
    }
    if (words.length) {
        fputs(" at ", stdout);
        print_text(words);
    }
    putchar('\n');
}

static bool print_evidence(sqlite3 *db, sqlite3_stmt *e, struct error *err)
{
    struct slice when = query_get_text(e, "date"), force = query_get_text(e, "force_id"),
                 url = query_get_text(e, "source_url");
    printf("  %-10s  ", when.length ? when.bytes : query_get_text(e, "not_dated").bytes);
    print_text(query_get_text(e, "kind"));
    fputs(" ", stdout);
    print_text(query_get_text(e, "id"));
    if (force.length) {
        fputs(" of ", stdout);
        print_text(force);
    }
    fputs(": ", stdout);
    print_text(query_get_text(e, "says"));
    printf("  [%s]\n      ", query_get_text(e, "role").bytes);
    print_text(query_get_text(e, "file"));
    printf(":%" PRId64, query_get_int(e, "line"));
    if (url.length) {
        fputs("  ", stdout);
        print_text(url);
    }
    putchar('\n');
    struct slice note = query_get_text(e, "note");
    if (note.length) {
        fputs("      note: ", stdout);
        print_text(note);
        putchar('\n');
    }
    print_reading(e);
    return print_carried(db, e, err);
}

/* The others that speak for the matter of the finding. */
static bool print_rulings(sqlite3 *db, int64_t finding_no, struct error *err)
{
    SCOPED_QUERY k = query_prepare(db, "explain_rulings");
    query_bind_int(k, "finding_no", finding_no);
    for (bool is_first = true; query_next(k); is_first = false) {
        if (is_first)
            puts("\nOther rulings on the matter:");
        struct slice ordered = query_get_text(k, "ordered");
        printf("  %-10s  ", query_get_text(k, "date").bytes);
        print_text(query_get_text(k, "ruling_id"));
        fputs(" on ", stdout);
        print_text(query_get_text(k, "force_id"));
        printf(": %s, %s on %s%s%s\n", query_get_text(k, "body").bytes,
               query_get_text(k, "outcome").bytes, query_get_text(k, "about").bytes,
               ordered.length ? ", ordered " : "", ordered.bytes);
    }
    return query_done(k, err);
}

static bool rulings_json(sqlite3 *db, int64_t finding_no, json_t *list, struct error *err)
{
    SCOPED_QUERY k = query_prepare(db, "explain_rulings");
    query_bind_int(k, "finding_no", finding_no);
    while (query_next(k)) {
        json_t *ruling = row_json(k);
        json_object_del(ruling, "ruling_no");
        json_array_append_new(list, ruling);
    }
    return query_done(k, err);
}

/* The rows, and what else speaks for the matter of that finding. */
static bool print_grounds(sqlite3 *db, sqlite3_stmt *e, int64_t finding_no, struct error *err)
{
    puts("\nEvidence, in order of time:");
    while (query_next(e))
        if (!print_evidence(db, e, err))
            return false;
    return query_done(e, err) && print_rulings(db, finding_no, err) &&
           explain_advice_print(db, finding_no, err);
}

static bool explain_text(sqlite3 *db, sqlite3_stmt *f, sqlite3_stmt *e, struct error *err)
{
    print_finding(f);
    return print_grounds(db, e, query_get_int(f, "finding_no"), err);
}

static bool matter_text(sqlite3 *db, sqlite3_stmt *m, sqlite3_stmt *e, struct error *err)
{
    print_matter(m);
    return print_members(db, query_get_int(m, "matter_no"), err) &&
           print_grounds(db, e, query_get_int(m, "leading_no"), err);
}

static json_t *list_json(struct slice list)
{
    json_t *items = json_array();
    struct slice item;
    while (slice_next_part(&list, ';', &item))
        json_array_append_new(items, json_stringn(item.bytes, item.length));
    return items;
}

/* Adds the grounds to the object, prints and frees it. */
static bool print_json(sqlite3 *db, json_t *object, sqlite3_stmt *e, int64_t finding_no,
                       struct error *err)
{
    json_t *evidence = json_array(), *rulings = json_array(), *advice = NULL;
    while (query_next(e))
        json_array_append_new(evidence, row_json(e));
    json_object_set_new(object, "evidence", evidence);
    json_object_set_new(object, "rulings", rulings);
    bool ok = query_done(e, err) && rulings_json(db, finding_no, rulings, err) &&
              explain_advice_json(db, finding_no, &advice, err);
    json_object_set_new(object, "advice", advice);
    if (ok) {
        json_dumpf(object, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(object);
    return ok;
}

static bool explain_json(sqlite3 *db, sqlite3_stmt *f, sqlite3_stmt *e, struct error *err)
{
    json_t *finding = row_json(f);
    static const char *const ours[] = {"finding_no", "is_of_several", "is_ambiguous"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        json_object_del(finding, ours[i]);
    json_object_set_new(finding, "parties", list_json(query_get_text(f, "parties")));
    return print_json(db, finding, e, query_get_int(f, "finding_no"), err);
}

static bool members_json(sqlite3 *db, int64_t matter_no, json_t *list, struct error *err)
{
    SCOPED_QUERY f = query_prepare(db, "findings_of_matter");
    query_bind_int(f, "matter_no", matter_no);
    while (query_next(f)) {
        json_t *finding = row_json(f);
        json_object_del(finding, "is_of_several");
        json_object_set_new(finding, "parties", list_json(query_get_text(f, "parties")));
        json_array_append_new(list, finding);
    }
    return query_done(f, err);
}

static bool matter_json(sqlite3 *db, sqlite3_stmt *m, sqlite3_stmt *e, struct error *err)
{
    static const char *const lists[] = {"rule_ids",       "parties",           "tool_ids",
                                        "request_ids",    "question_ids",      "finding_ids",
                                        "was_matter_ids", "waived_finding_ids"};
    static const char *const ours[] = {"matter_no", "leading_no", "is_ambiguous", "finding_ids"};
    json_t *matter = row_json(m), *members = json_array();
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        json_object_set_new(matter, lists[i], list_json(query_get_text(m, lists[i])));
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        json_object_del(matter, ours[i]);
    json_object_set_new(matter, "findings", members);
    if (!members_json(db, query_get_int(m, "matter_no"), members, err)) {
        json_decref(matter);
        return false;
    }
    return print_json(db, matter, e, query_get_int(m, "leading_no"), err);
}

static bool explain_finding(sqlite3 *db, const struct settings *settings, struct error *err)
{
    SCOPED_QUERY f = query_prepare(db, "find_finding");
    SCOPED_QUERY e = query_prepare(db, "explain_evidence");
    if (!finding_argument_find(f, settings->database, settings->finding, err))
        return false;
    query_bind_int(e, "finding_no", query_get_int(f, "finding_no"));
    return settings->json ? explain_json(db, f, e, err) : explain_text(db, f, e, err);
}

static bool explain_matter(sqlite3 *db, const struct settings *settings, struct error *err)
{
    SCOPED_QUERY m = query_prepare(db, "find_matter");
    SCOPED_QUERY e = query_prepare(db, "explain_matter_evidence");
    if (!finding_argument_find_matter(m, settings->database, settings->finding, err))
        return false;
    query_bind_int(e, "matter_no", query_get_int(m, "matter_no"));
    return settings->json ? matter_json(db, m, e, err) : matter_text(db, m, e, err);
}

bool cmd_explain(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    if (settings.json)
        terminal_begin_data();
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    bool ok = (finding_argument_is_matter(settings.finding) ? explain_matter
                                                            : explain_finding)(db, &settings, err);
    sqlite3_close(db);
    *ret_exit = 0;
    return ok;
}
