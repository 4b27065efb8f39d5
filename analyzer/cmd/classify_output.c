/* SPDX-License-Identifier: MIT */
#include "cmd/classify_output.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cmd/new_pack.h"
#include "cmd/print_text.h"
#include "report/outdir.h"
#include "store/row_json.h"
#include "store/row_map.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct field count_fields[] = {
    FIELD(struct classify_counts, files),         FIELD(struct classify_counts, unreadable),
    FIELD(struct classify_counts, parts),         FIELD(struct classify_counts, no_letters),
    FIELD(struct classify_counts, letters),       FIELD(struct classify_counts, without_row),
    FIELD(struct classify_counts, without_force), FIELD(struct classify_counts, rows),
    FIELD(struct classify_counts, review),        FIELD(struct classify_counts, noted),
};

bool classify_count(sqlite3 *db, struct classify_counts *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "classify_counts", count_fields);
    row_next(&rows, ret);
    return row_done(&rows, err);
}

/* " (Q2)": nothing where there is none. */
static void print_after(const char *before, struct slice text, const char *after)
{
    if (!text.length)
        return;
    fputs(before, stdout);
    print_text(text);
    fputs(after, stdout);
}

static bool is_same(struct slice text, char **last)
{
    bool same = *last && slice_is(text, *last);
    if (!same) {
        memory_release(last);
        *last = slice_copy(text);
    }
    return same;
}

static void print_letter(sqlite3_stmt *s)
{
    struct slice response = query_get_text(s, "response_id");
    print_text(response.length ? response : query_get_text(s, "source_file"));
    print_after(", ", query_get_text(s, "part"), "");
    struct slice force = query_get_text(s, "force");
    if (!force.length)
        puts(": whose letter this is could not be told");
    else
        print_after(": ", force, "\n");
}

static void print_row(sqlite3_stmt *s)
{
    if (query_is_null(s, "reading")) {
        puts("    no row: it is an acknowledgement, or nothing of it was about the request");
        return;
    }
    fputs("    ", stdout);
    print_after("", query_get_text(s, "question_id"), "  ");
    if (query_get_int(s, "review"))
        printf("%s? ", query_get_text(s, "reading").bytes);
    struct slice stance = query_get_text(s, "stance");
    print_text(stance.length ? stance : slice_of("no stance"));
    if (slice_is(query_get_text(s, "partial_ncnd"), "yes"))
        fputs(" with a partial NCND", stdout);
    print_after(", ", query_get_text(s, "exemptions"), "");
    print_after("  [", query_get_text(s, "flags"), "]");
    putchar('\n');
    print_after("        \"", query_get_text(s, "words"), "\"\n");
}

static bool print_letters(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_rows");
    SCOPED_TEXT last = NULL;
    while (query_next(s)) {
        if (!is_same(query_get_text(s, "letter_id"), &last))
            print_letter(s);
        print_row(s);
    }
    return query_done(s, err);
}

static bool print_unread(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_unread");
    bool has_any = false;
    for (; query_next(s); has_any = true) {
        if (!has_any)
            puts("\nNot read:");
        fputs("    ", stdout);
        print_text(query_get_text(s, "path"));
        print_after(", ", query_get_text(s, "part"), "");
        print_after(": ", query_get_text(s, "reason"), "\n");
    }
    return query_done(s, err);
}

/* "nothing" where a field is empty. */
static void print_value(const char *before, struct slice value)
{
    fputs(before, stdout);
    print_text(value.length ? value : slice_of("nothing"));
}

static bool print_disagreements(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_disagreements");
    bool has_any = false;
    for (; query_next(s); has_any = true) {
        if (!has_any)
            puts("\nThe program disagrees with a person, whose decision stands:");
        fputs("    ", stdout);
        print_text(query_get_text(s, "response_id"));
        print_after(", ", query_get_text(s, "question_id"), "");
        print_after(" of ", query_get_text(s, "force"), "");
        printf(": %s", query_get_text(s, "field").bytes);
        print_value(" ", query_get_text(s, "decided"));
        print_after(" (", query_get_text(s, "decided_by"), "");
        print_after(", ", query_get_text(s, "decided_on"), ")");
        print_value(", now read as ", query_get_text(s, "read"));
        putchar('\n');
    }
    return query_done(s, err);
}

static void print_counts(const struct classify_counts *c)
{
    putchar('\n');
    if (c->files)
        printf("%" PRId64 " %s: %" PRId64 " read, %" PRId64 " unreadable. ", c->files,
               text_plural(c->files, "file", "files"), c->files - c->unreadable, c->unreadable);
    if (c->parts)
        printf("%" PRId64 " %s: %" PRId64 " %s, %" PRId64 " no %s.\n", c->parts,
               text_plural(c->parts, "part", "parts"), c->parts - c->no_letters,
               text_plural(c->parts - c->no_letters, "letter", "letters"), c->no_letters,
               text_plural(c->no_letters, "letter", "letters"));
    if (c->noted)
        printf("%" PRId64 " %s without a letter decided by a person.\n", c->noted,
               text_plural(c->noted, "row", "rows"));
    if (c->noted && !c->letters)
        return;
    printf("%" PRId64 " %s of %" PRId64 " %s: %" PRId64 " sure, %" PRId64 " for a person to review",
           c->rows, text_plural(c->rows, "row", "rows"), c->letters,
           text_plural(c->letters, "letter", "letters"), c->rows - c->review, c->review);
    if (c->without_row)
        printf("; %" PRId64 " %s without a row", c->without_row,
               text_plural(c->without_row, "letter", "letters"));
    puts(".");
}

bool classify_print(sqlite3 *db, const struct classify_counts *counts, bool in_short,
                    struct error *err)
{
    if ((!in_short && !print_letters(db, err)) || !print_unread(db, err) ||
        !print_disagreements(db, err))
        return false;
    print_counts(counts);
    return true;
}

static bool explain_zones(sqlite3 *db, int64_t letter_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_zones");
    query_bind_int(s, "letter_no", letter_no);
    puts("  Zones:");
    while (query_next(s)) {
        printf("    %7" PRId64 "-%-7" PRId64 " %s", query_get_int(s, "begins"),
               query_get_int(s, "ends"), query_get_text(s, "zone").bytes);
        print_after("  (", query_get_text(s, "because"), ")");
        putchar('\n');
    }
    return query_done(s, err);
}

static bool explain_acts(sqlite3 *db, int64_t letter_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_acts");
    query_bind_int(s, "letter_no", letter_no);
    bool has_any = false;
    for (; query_next(s); has_any = true) {
        if (!has_any)
            puts("  Acts:");
        struct slice why_not = query_get_text(s, "why_not");
        printf("    %7" PRId64 "-%-7" PRId64 " %s %s in %s, scope %s (%s)",
               query_get_int(s, "begins"), query_get_int(s, "ends"), why_not.length ? "-" : "+",
               query_get_text(s, "act").bytes, query_get_text(s, "zone").bytes,
               query_get_text(s, "scope").bytes, query_get_text(s, "phrase").bytes);
        print_after(" for ", query_get_text(s, "questions"), "");
        print_after(": does not count, ", why_not, "");
        putchar('\n');
        print_after("            \"", query_get_text(s, "words"), "\"\n");
    }
    if (!has_any)
        puts("  No act was found.");
    return query_done(s, err);
}

/* "stance: ncnd" */
static const char *const explained[] = {
    "stance",        "partial_ncnd",         "held_statement", "use_statement", "exemptions",
    "harm_test",     "public_interest_test", "link",           "stage",         "reference",
    "date_received", "date_responded",       "position",       "flags",
};

static bool explain_rows(sqlite3 *db, int64_t letter_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_proposals_of");
    query_bind_int(s, "letter_no", letter_no);
    while (query_next(s)) {
        struct slice question = query_get_text(s, "question_id");
        printf("  Reading %s of ", query_get_text(s, "reading").bytes);
        print_text(question.length ? question : slice_of("the whole letter"));
        printf(", by %s of the coding table%s:\n", query_get_text(s, "coding_id").bytes,
               slice_is(query_get_text(s, "review"), "yes") ? ", for review" : "");
        for (size_t i = 0; i < sizeof explained / sizeof *explained; i++) {
            struct slice value = query_get_text(s, explained[i]);
            if (value.length)
                printf("    %-20s ", explained[i]);
            print_after("", value, "\n");
        }
        int64_t n = query_get_int(s, "confidence_n");
        if (n)
            printf("    %-20s %.0f of %" PRId64 " such letters of our corpus were read rightly\n",
                   "confidence", query_get_real(s, "confidence") * (double)(n + 2) - 1, n);
    }
    return query_done(s, err);
}

bool classify_explain(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_letters");
    bool ok = true;
    while (ok && query_next(s)) {
        int64_t letter_no = query_get_int(s, "letter_no");
        struct slice response = query_get_text(s, "response_id");
        print_text(response.length ? response : query_get_text(s, "source_file"));
        print_after(", ", query_get_text(s, "part"), "");
        print_after("; force ", query_get_text(s, "force_id"), "");
        printf(" (from %s)\n", query_get_text(s, "force_from").bytes);
        print_after("  ", query_get_text(s, "notes"), "\n");
        ok = explain_zones(db, letter_no, err) && explain_acts(db, letter_no, err) &&
             explain_rows(db, letter_no, err);
    }
    return query_done(s, err) && ok;
}

static bool rows_of(sqlite3 *db, const char *statement, int64_t letter_no, json_t *into,
                    const char *key, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    if (letter_no)
        query_bind_int(s, "letter_no", letter_no);
    json_t *list = json_array();
    while (query_next(s))
        json_array_append_new(list, row_json(s));
    json_object_set_new(into, key, list);
    return query_done(s, err);
}

static bool add_letters(sqlite3 *db, json_t *all, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_letters");
    json_t *list = json_array();
    bool ok = true;
    while (ok && query_next(s)) {
        json_t *letter = row_json(s);
        int64_t letter_no = query_get_int(s, "letter_no");
        json_object_del(letter, "letter_no");
        ok = rows_of(db, "classify_proposals_of", letter_no, letter, "proposals", err) &&
             rows_of(db, "classify_zones", letter_no, letter, "zones", err) &&
             rows_of(db, "classify_acts", letter_no, letter, "acts", err);
        json_array_append_new(list, letter);
    }
    json_object_set_new(all, "letters", list);
    return query_done(s, err) && ok;
}

bool classify_print_json(sqlite3 *db, const char *version, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "classify_counts");
    json_t *all = json_pack("{s:s}", "classifier", version);
    if (query_next(s))
        json_object_set_new(all, "counts", row_json(s));
    bool ok = query_done(s, err) && rows_of(db, "classify_unread", 0, all, "unreadable", err) &&
              rows_of(db, "classify_disagreements", 0, all, "disagreements", err) &&
              add_letters(db, all, err);
    if (ok) {
        json_dumpf(all, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(all);
    return ok;
}

static bool write_text(struct outdir *o, const char *name, struct slice text, struct error *err)
{
    FILE *out;
    if (!outdir_open(o, name, &out, err))
        return false;
    fwrite(text.bytes, 1, text.length, out);
    return outdir_close(out, name, err);
}

static bool write_texts(sqlite3 *db, struct outdir *o, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "new_pack_texts");
    bool ok = true, has_folder = false;
    for (; ok && query_next(s); has_folder = true)
        ok = (has_folder || outdir_make_folder(o, "letters", err)) &&
             write_text(o, query_get_text(s, "text_file").bytes, query_get_text(s, "text"), err);
    return query_done(s, err) && ok;
}

bool classify_write(sqlite3 *db, const char *folder, struct error *err)
{
    const struct former_terms terms = {0};
    struct outdir *o = NULL;
    if (!outdir_begin(folder, &terms, &o, err))
        return false;
    if (new_pack_write_lists(db, o, err) && write_texts(db, o, err))
        return outdir_commit(o, err);
    outdir_abandon(o);
    return false;
}

/* "3 rows", after a comma where something stands before it; nothing of none. */
static void print_part(const char **between, int64_t n, const char *what)
{
    if (!n)
        return;
    printf("%s%" PRId64 " %s", *between, n, what);
    *between = ", ";
}

static void print_new_rows(const struct new_row_counts *c)
{
    const char *between = "";
    int64_t rows = c->by_person + c->by_machine + c->open + c->kept;
    printf("%" PRId64 " %s: ", rows, text_plural(rows, "row", "rows"));
    print_part(&between, c->by_machine, "read by machine");
    print_part(&between, c->by_person, "decided by a person");
    print_part(&between, c->open, "left unread for a person");
    print_part(&between, c->kept, "as they were");
    if (!rows)
        fputs("none", stdout);
    puts(".");
    if (c->left_out)
        printf("%" PRId64 " left out: no responses.\n", c->left_out);
    if (c->differences)
        printf("%" PRId64 " %s to look at in differences.csv.\n", c->differences,
               text_plural(c->differences, "difference", "differences"));
}

static bool is_same_place(const char *a, const char *b)
{
    SCOPED_TEXT first = realpath(a, NULL);
    SCOPED_TEXT second = realpath(b, NULL);
    return first && second && strcmp(first, second) == 0;
}

bool classify_apply(sqlite3 *db, const char *pack, const char *folder, struct error *err)
{
    const struct former_terms terms = {0};
    struct outdir *o = NULL;
    struct new_row_counts counts;
    if (pack && is_same_place(pack, folder))
        return error_set(err, ERROR_USAGE, folder, 0, "Name a new folder with -o.",
                         "the pack itself is never changed");
    if (!outdir_begin(folder, &terms, &o, err))
        return false;
    if (!new_pack_write(db, pack, o, "", &counts, err) ||
        (!pack && !new_pack_write_lists(db, o, err))) {
        outdir_abandon(o);
        return false;
    }
    if (!outdir_commit(o, err))
        return false;
    print_new_rows(&counts);
    fputs("Next: concord audit ", stdout);
    terminal_print_argument(stdout, folder);
    putchar('\n');
    return true;
}
