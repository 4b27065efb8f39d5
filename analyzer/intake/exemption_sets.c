/* SPDX-License-Identifier: MIT */
#include "intake/exemption_sets.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

/* Spellings are remembered up to here, so that a hostile file cannot fill memory. */
enum { REMEMBERED_SPELLINGS = 65536 };

static const char *const regime_names[] = {"FOIA", "FOISA", "other"};

void exemption_sets_open(struct exemption_sets *sets, sqlite3 *db)
{
    *sets = (struct exemption_sets){
        .insert_set = query_prepare(db, "analyzer/intake/queries/insert_exemption_set.sql"),
        .insert_citation =
            query_prepare(db, "analyzer/intake/queries/insert_exemption_citation.sql"),
    };
}

void exemption_sets_close(struct exemption_sets *sets)
{
    free(sets->statute);
    for (int i = 0; i < 3; i++) {
        text_index_done(&sets->by_raw[i]);
        text_index_done(&sets->by_key[i]);
    }
    query_finalize(&sets->insert_set);
    query_finalize(&sets->insert_citation);
}

bool exemption_sets_read_statute(struct exemption_sets *sets, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/intake/queries/statute.sql");
    for (bool row = false;;) {
        if (!query_step(s, &row, err))
            return false;
        if (!row)
            return true;
        sets->statute = memory_grow(sets->statute, sets->statute_count, &sets->statute_room,
                                    sizeof *sets->statute);
        struct statute_row *entry = &sets->statute[sets->statute_count++];
        *entry = (struct statute_row){
            .exemption_no = sqlite3_column_int(s, 0),
            .regime = slice_is(query_column(s, 1), "FOIA") ? REGIME_FOIA : REGIME_FOISA,
            .is_ncnd = sqlite3_column_int(s, 3) != 0,
            .harm_test_needed = sqlite3_column_int(s, 4) != 0,
            .pit_needed = sqlite3_column_int(s, 5) != 0,
            .is_procedural = sqlite3_column_int(s, 6) != 0,
        };
        struct slice citation = query_column(s, 2);
        text_fit(entry->citation, sizeof entry->citation, "%.*s", (int)citation.length,
                 citation.bytes);
    }
}

static bool list_has(const struct citation_list *list, const char *citation)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->citations[i], citation) == 0)
            return true;
    return false;
}

static enum citation_fault list_add(struct citation_list *list, const char *citation)
{
    if (list_has(list, citation))
        return CITATIONS_OK;
    if (list->count == SET_CITATIONS)
        return CITATIONS_TOO_MANY;
    memcpy(list->citations[list->count++], citation, CITATION_BYTES);
    return CITATIONS_OK;
}

enum citation_fault citation_list_read(struct slice text, struct citation_list *ret_list,
                                       struct slice *ret_bad)
{
    ret_list->count = 0;
    char citation[CITATION_BYTES] = "";
    for (;;) {
        int got = citation_next(&text, citation, ret_bad);
        if (got < 0)
            return CITATIONS_UNREADABLE;
        if (got == 0)
            return CITATIONS_OK;
        if (list_add(ret_list, citation) != CITATIONS_OK) {
            *ret_bad = text;
            return CITATIONS_TOO_MANY;
        }
    }
}

/* Citations of another regime are kept as they are written, item by item; a long one is cut
 * between characters, with "...". */
static enum citation_fault read_as_text(struct slice text, struct citation_list *ret_list,
                                        struct slice *ret_bad)
{
    ret_list->count = 0;
    struct slice part;
    while (slice_next_part(&text, ';', &part)) {
        struct slice item;
        while (slice_next_part(&part, ',', &item)) {
            char citation[CITATION_BYTES] = "";
            item = slice_trim(item);
            text_cut(citation, sizeof citation, "%.*s", (int)item.length, item.bytes);
            if (item.length && list_add(ret_list, citation) != CITATIONS_OK) {
                *ret_bad = item;
                return CITATIONS_TOO_MANY;
            }
        }
    }
    return CITATIONS_OK;
}

void citation_list_write(const struct citation_list *list, char out[SET_BYTES])
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < list->count; i++) {
        used += text_fit(out + used, SET_BYTES - used, "%s%s", i ? ";" : "", list->citations[i]);
    }
}

static int compare_citations(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void write_sorted(const struct citation_list *list, char out[SET_BYTES])
{
    struct citation_list sorted = *list;
    qsort(sorted.citations, sorted.count, CITATION_BYTES, compare_citations);
    citation_list_write(&sorted, out);
}

static enum citation_fault read_list(int regime, struct slice text, struct citation_list *ret_list,
                                     struct slice *ret_bad)
{
    if (regime != REGIME_OTHER)
        return citation_list_read(text, ret_list, ret_bad);
    return read_as_text(text, ret_list, ret_bad);
}

static void remember_spelling(struct exemption_sets *sets, int regime, struct slice text,
                              int32_t set_no)
{
    if (sets->by_raw[regime].count < REMEMBERED_SPELLINGS)
        text_index_add(&sets->by_raw[regime], text, set_no);
}

enum citation_fault exemption_sets_find(struct exemption_sets *sets, int regime, struct slice text,
                                        int32_t *ret_set, struct slice *ret_bad)
{
    *ret_set = text_index_find(&sets->by_raw[regime], text);
    if (*ret_set > 0)
        return CITATIONS_OK;
    *ret_set = 0;
    struct citation_list list;
    enum citation_fault fault = read_list(regime, text, &list, ret_bad);
    if (fault != CITATIONS_OK)
        return fault;
    char key[SET_BYTES];
    write_sorted(&list, key);
    int32_t known = text_index_find(&sets->by_key[regime], slice_of(key));
    if (known > 0) {
        *ret_set = known;
        remember_spelling(sets, regime, text, known);
    }
    return CITATIONS_OK;
}

static const struct statute_row *longest_row(const struct exemption_sets *sets, int regime,
                                             struct slice citation)
{
    const struct statute_row *best = NULL;
    for (size_t i = 0; i < sets->statute_count; i++) {
        const struct statute_row *row = &sets->statute[i];
        if (row->regime == regime && citation_begins_with(citation, slice_of(row->citation)) &&
            (!best || strlen(row->citation) > strlen(best->citation)))
            best = row;
    }
    return best;
}

static bool has_section(const struct exemption_sets *sets, int regime, struct slice section)
{
    for (size_t i = 0; i < sets->statute_count; i++) {
        const struct statute_row *row = &sets->statute[i];
        if (row->regime == regime && !row->is_procedural &&
            slice_equals(citation_section(slice_of(row->citation)), section))
            return true;
    }
    return false;
}

/* Sections 1 to 17 are the machinery of both Acts. */
static const char *section_in(const struct exemption_sets *sets, int regime, const char *citation)
{
    if (regime == REGIME_OTHER || strtol(citation, NULL, 10) <= 17)
        return "own";
    struct slice section = citation_section(slice_of(citation));
    if (has_section(sets, regime, section))
        return "own";
    int other = regime == REGIME_FOIA ? REGIME_FOISA : REGIME_FOIA;
    return has_section(sets, other, section) ? "other" : "neither";
}

static bool is_foisa_ncnd(int regime, const char *citation)
{
    return regime == REGIME_FOISA && slice_is(citation_section(slice_of(citation)), "18");
}

static bool insert_citation(struct exemption_sets *sets, int regime, const char *citation,
                            int ordinal, struct error *err)
{
    const struct statute_row *row =
        regime == REGIME_OTHER ? NULL : longest_row(sets, regime, slice_of(citation));
    sqlite3_stmt *s = sets->insert_citation;
    query_int(s, 2, ordinal);
    query_text(s, 3, slice_of(citation));
    query_null(s, 4);
    if (row)
        query_int(s, 4, row->exemption_no);
    query_int(s, 5, (row && row->is_ncnd) || is_foisa_ncnd(regime, citation));
    query_int(s, 6, row && row->harm_test_needed);
    query_int(s, 7, row && row->pit_needed);
    query_text(s, 8, slice_of(section_in(sets, regime, citation)));
    return query_run(s, err);
}

/* Its NCND subsections as the table spells them: 31(3)(a) counts as 31(3), and
 * every citation of section 18 of the Scottish Act as 18. */
static void write_ncnd_key(const struct exemption_sets *sets, int regime,
                           const struct citation_list *list, char out[SET_BYTES])
{
    struct citation_list ncnd = {.count = 0};
    for (size_t i = 0; i < list->count && regime != REGIME_OTHER; i++) {
        char citation[CITATION_BYTES] = "18";
        if (!is_foisa_ncnd(regime, list->citations[i])) {
            const struct statute_row *row = longest_row(sets, regime, slice_of(list->citations[i]));
            if (!row || !row->is_ncnd)
                continue;
            memcpy(citation, row->citation, CITATION_BYTES);
        }
        list_add(&ncnd, citation);
    }
    write_sorted(&ncnd, out);
}

/* An empty text must be stored as '', where query_text stores NULL. */
static void bind_text_or_empty(sqlite3_stmt *s, int position, const char *text)
{
    if (sqlite3_bind_text(s, position, text, -1, SQLITE_STATIC) != SQLITE_OK)
        fault("binding the key of an exemption set");
}

bool exemption_sets_add(struct exemption_sets *sets, int regime, struct slice text,
                        int32_t *ret_set, struct error *err)
{
    struct citation_list list;
    struct slice bad;
    if (read_list(regime, text, &list, &bad) != CITATIONS_OK)
        fault("an unreadable list of exemptions was accepted");
    char citations[SET_BYTES], sorted[SET_BYTES], ncnd_key[SET_BYTES];
    citation_list_write(&list, citations);
    write_sorted(&list, sorted);
    write_ncnd_key(sets, regime, &list, ncnd_key);

    bind_text_or_empty(sets->insert_set, 1, regime_names[regime]);
    bind_text_or_empty(sets->insert_set, 2, citations);
    bind_text_or_empty(sets->insert_set, 3, ncnd_key);
    if (!query_run(sets->insert_set, err))
        return false;
    int64_t set_no = sqlite3_last_insert_rowid(sqlite3_db_handle(sets->insert_set));
    query_int(sets->insert_citation, 1, set_no);
    for (size_t i = 0; i < list.count; i++)
        if (!insert_citation(sets, regime, list.citations[i], (int)i + 1, err))
            return false;
    *ret_set = (int32_t)set_no;
    text_index_add(&sets->by_key[regime], slice_of(sorted), *ret_set);
    remember_spelling(sets, regime, text, *ret_set);
    return true;
}
