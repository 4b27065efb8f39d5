/* SPDX-License-Identifier: MIT */
#include "intake/exemption_sets.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/citation_hint.h"

#include <stdlib.h>

/* Spellings are remembered up to here, so that a hostile file cannot fill memory. */
enum { REMEMBERED_SPELLINGS = 65536 };

static const char *const regime_names[] = {"FOIA", "FOISA", "other"};
static const enum act regime_acts[] = {ACT_FOIA, ACT_FOISA, ACT_NONE};

struct citation_row {
    int64_t set_no;
    int32_t ordinal;
    const char *citation, *act;
    int32_t exemption_no;
    bool is_ncnd, harm_test_needed, pit_needed;
    const char *section_in;
    bool is_of_regulations;
};
static const struct field citation_fields[] = {
    FIELD(struct citation_row, set_no),
    FIELD(struct citation_row, ordinal),
    FIELD(struct citation_row, citation),
    FIELD(struct citation_row, act),
    FIELD_OPTIONAL(struct citation_row, exemption_no),
    FIELD(struct citation_row, is_ncnd),
    FIELD(struct citation_row, harm_test_needed),
    FIELD(struct citation_row, pit_needed),
    FIELD(struct citation_row, section_in),
    FIELD(struct citation_row, is_of_regulations),
};

void exemption_sets_open(struct exemption_sets *sets, sqlite3 *db)
{
    *sets = (struct exemption_sets){
        .insert_set = query_prepare(db, "insert_exemption_set"),
        .insert_citation = row_writer(db, "insert_exemption_citation", citation_fields),
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
    row_map_done(&sets->insert_citation);
}

/* struct statute_row as it is read. */
struct statute_source {
    int32_t exemption_no;
    struct slice regime, citation;
    bool is_ncnd, harm_test_needed, pit_needed, is_procedural;
};
static const struct field statute_fields[] = {
    FIELD(struct statute_source, exemption_no),     FIELD(struct statute_source, regime),
    FIELD(struct statute_source, citation),         FIELD(struct statute_source, is_ncnd),
    FIELD(struct statute_source, harm_test_needed), FIELD(struct statute_source, pit_needed),
    FIELD(struct statute_source, is_procedural),
};

static void add_statute(struct exemption_sets *sets, const struct statute_source *source)
{
    sets->statute =
        memory_grow(sets->statute, sets->statute_count, &sets->statute_room, sizeof *sets->statute);
    struct statute_row *entry = &sets->statute[sets->statute_count++];
    *entry = (struct statute_row){
        .exemption_no = source->exemption_no,
        .act = act_find(source->regime),
        .is_ncnd = source->is_ncnd,
        .harm_test_needed = source->harm_test_needed,
        .pit_needed = source->pit_needed,
        .is_procedural = source->is_procedural,
    };
    text_fit(entry->citation, sizeof entry->citation, "%.*s", (int)source->citation.length,
             source->citation.bytes);
}

bool exemption_sets_read_statute(struct exemption_sets *sets, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "statute", statute_fields);
    struct statute_source source;
    while (row_next(&rows, &source))
        add_statute(sets, &source);
    return row_done(&rows, err);
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

enum citation_fault citation_list_read(struct slice text, enum act own,
                                       struct citation_list *ret_list, struct slice *ret_bad)
{
    ret_list->count = 0;
    char citation[CITATION_BYTES] = "";
    if (citation_find_split(text, own, ret_bad))
        return CITATIONS_UNREADABLE;
    for (;;) {
        int got = citation_next(&text, own, citation, ret_bad);
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

/* In the order of the Act: 24(2) before 31(3), and 31(3) before 31(3)(a). */
static int compare_sections(const void *a, const void *b)
{
    long left = strtol(a, NULL, 10), right = strtol(b, NULL, 10);
    return left != right ? (left > right) - (left < right) : strcmp(a, b);
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
        return citation_list_read(text, regime_acts[regime], ret_list, ret_bad);
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

/* A citation, apart: "EIR 12(6)" is 12(6) of the EIR. */
struct cited {
    enum act act;
    struct slice number;
};

static struct cited take_apart(int regime, const char *citation)
{
    struct cited cited = {.number = slice_of(citation)};
    if (regime != REGIME_OTHER)
        cited.act = citation_act(&cited.number, regime_acts[regime]);
    return cited;
}

static const struct statute_row *longest_row(const struct exemption_sets *sets, struct cited cited)
{
    const struct statute_row *best = NULL;
    for (size_t i = 0; i < sets->statute_count; i++) {
        const struct statute_row *row = &sets->statute[i];
        if (row->act == cited.act && citation_begins_with(cited.number, slice_of(row->citation)) &&
            (!best || strlen(row->citation) > strlen(best->citation)))
            best = row;
    }
    return best;
}

static bool has_section(const struct exemption_sets *sets, enum act act, struct slice section)
{
    for (size_t i = 0; i < sets->statute_count; i++) {
        const struct statute_row *row = &sets->statute[i];
        if (row->act == act && !row->is_procedural &&
            slice_equals(citation_section(slice_of(row->citation)), section))
            return true;
    }
    return false;
}

/* Sections 1 to 17 are the machinery of both Acts. A named Act decides by itself. */
static const char *section_in(const struct exemption_sets *sets, int regime, struct cited cited)
{
    if (regime == REGIME_OTHER)
        return "own";
    enum act own = regime_acts[regime], other = regime == REGIME_FOIA ? ACT_FOISA : ACT_FOIA;
    if (cited.act != own)
        return cited.act == other ? "other" : "apart";
    struct slice section = citation_section(cited.number);
    if (strtol(cited.number.bytes, NULL, 10) <= 17 || has_section(sets, own, section))
        return "own";
    return has_section(sets, other, section) ? "other" : "neither";
}

static bool is_foisa_ncnd(struct cited cited)
{
    return cited.act == ACT_FOISA && slice_is(citation_section(cited.number), "18");
}

static bool insert_citation(struct exemption_sets *sets, int regime, const char *citation,
                            int64_t set_no, int32_t ordinal, struct error *err)
{
    struct cited cited = take_apart(regime, citation);
    const struct statute_row *statute = longest_row(sets, cited);
    const struct citation_row row = {
        .set_no = set_no,
        .ordinal = ordinal,
        .citation = citation,
        .act = cited.act == ACT_NONE ? regime_names[REGIME_OTHER] : act_name(cited.act),
        .exemption_no = statute ? statute->exemption_no : 0,
        .is_ncnd = (statute && statute->is_ncnd) || is_foisa_ncnd(cited),
        .harm_test_needed = statute && statute->harm_test_needed,
        .pit_needed = statute && statute->pit_needed,
        .section_in = section_in(sets, regime, cited),
        .is_of_regulations =
            cited.act == regime_acts[regime] && citation_is_of_regulations(cited.number),
    };
    return row_write(&sets->insert_citation, &row, err);
}

/* Its NCND subsections as the table spells them, another Act's with its name: 31(3)(a) counts
 * as 31(3), and every citation of section 18 of the Scottish Act as 18. */
static void write_ncnd_key(const struct exemption_sets *sets, int regime,
                           const struct citation_list *list, char out[SET_BYTES])
{
    struct citation_list ncnd = {.count = 0};
    for (size_t i = 0; i < list->count && regime != REGIME_OTHER; i++) {
        struct cited cited = take_apart(regime, list->citations[i]);
        const struct statute_row *row = longest_row(sets, cited);
        const char *number = is_foisa_ncnd(cited) ? "18" : row && row->is_ncnd ? row->citation : "";
        if (!*number)
            continue;
        bool is_own = cited.act == regime_acts[regime];
        char citation[CITATION_BYTES] = "";
        text_fit(citation, sizeof citation, "%s%s%s", is_own ? "" : act_name(cited.act),
                 is_own ? "" : " ", number);
        list_add(&ncnd, citation);
    }
    write_sorted(&ncnd, out);
}

bool exemption_sets_add(struct exemption_sets *sets, int regime, struct slice text,
                        int32_t *ret_set, struct error *err)
{
    struct citation_list list;
    struct slice bad;
    if (read_list(regime, text, &list, &bad) != CITATIONS_OK)
        internal_fault("an unreadable list of exemptions was accepted");
    qsort(list.citations, list.count, CITATION_BYTES, compare_sections);
    char citations[SET_BYTES], sorted[SET_BYTES], ncnd_key[SET_BYTES];
    citation_list_write(&list, citations);
    write_sorted(&list, sorted);
    write_ncnd_key(sets, regime, &list, ncnd_key);

    query_bind_text(sets->insert_set, "regime", slice_of(regime_names[regime]));
    query_bind_text(sets->insert_set, "citations", slice_of(citations));
    query_bind_text(sets->insert_set, "ncnd_key", slice_of(ncnd_key));
    if (!query_run(sets->insert_set, err))
        return false;
    int64_t set_no = sqlite3_last_insert_rowid(sqlite3_db_handle(sets->insert_set));
    for (size_t i = 0; i < list.count; i++)
        if (!insert_citation(sets, regime, list.citations[i], set_no, (int32_t)i + 1, err))
            return false;
    *ret_set = (int32_t)set_no;
    text_index_add(&sets->by_key[regime], slice_of(sorted), *ret_set);
    remember_spelling(sets, regime, text, *ret_set);
    return true;
}
