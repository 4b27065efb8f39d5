/* SPDX-License-Identifier: MIT */
#include "intake/codings.h"
#include "intake/table.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "intake/bounds.h"
#include "intake/commitment_scope.h"
#include "intake/responses.h"
#include "intake/tool_parents.h"
#include "store/reference_rows.h"
#include "store/statements.h"

#include <stdlib.h>

static void set_default(struct value *value, int32_t number)
{
    if (value->is_known)
        return;
    *value = (struct value){
        .is_known = true, .number = number, .date = {DAY_MIN, DAY_MAX}, .text = {"", 0}};
}

/* exemptions.csv */

static bool exemptions_check(struct table *t)
{
    for (size_t i = 0; i < t->contract->count; i++)
        if (t->contract->columns[i].type == COLUMN_YES_NO)
            set_default(&t->row.values[i], 0);
    return true;
}

static bool exemptions_finish(struct table *t, struct error *err)
{
    return exemption_sets_read_statute(&t->intake->sets, t->intake->db, err);
}

/* bank_holidays.csv */

static bool bank_holidays_check(struct table *t)
{
    const struct value *date = &t->row.values[HOLIDAY_DATE];
    if (date->date.earliest == date->date.latest)
        return true;
    value_fault(&t->row, HOLIDAY_DATE, "bad-date",
                slice_trim(t->raw.fields[t->header.fields[HOLIDAY_DATE]]),
                "a holiday is a day, not a month or a year");
    return value_suggest(&t->row, "Write the day: 2024-12-25.");
}

/* What several things are called alike in a file of the pack's own, as the caller knows: said
 * before a row of another file is rejected for it, or where none names them so. */
static bool tell_ambiguity(struct table *t, const struct names *names, const char *what,
                           struct error *err)
{
    struct names_ambiguity first = names_first_ambiguity(names);
    struct account account = t->account;
    if (!first.folded)
        return true;
    /* The registry alone has no name of two forces. */
    if (t->contract == &contract_files[FILE_FORCES] && account.file->is_reference)
        account.file_no = t->intake->extra_file_no;
    struct ledger_notice notice = {"ambiguous-name", 0, (int64_t)first.further + 1};
    SCOPED_TEXT further = memory_print(" (%zu further %s likewise)", first.further,
                                       first.further == 1 ? "name" : "names");
    return ledger_notice(account.ledger, &account, &notice, err,
                         "\"%s\" is a name of more than one %s: %s and %s%s; a row must write the "
                         "identifier that is meant",
                         SHOWN(first.folded, 80), what, SHOWN(first.rivals[0], 120),
                         SHOWN(first.rivals[1], 120), first.further ? further : "");
}

/* forces_extra.csv and forces.csv, whose columns are the same */

_Static_assert((int)FORCE_REGIME == (int)FORCE_EXTRA_REGIME, "read alike");

static bool forces_check(struct table *t)
{
    struct value *regime = &t->row.values[FORCE_REGIME];
    if (regime->is_known)
        return true;
    set_default(regime, REGIME_OTHER);
    regime->text = slice_of(regimes.words[REGIME_OTHER]);
    return true;
}

static bool forces_before(struct table *t, struct error *err)
{
    (void)err;
    int field = t->header.fields[FORCE_REGIME];
    struct slice written = field < 0 ? (struct slice){"", 0} : slice_trim(t->raw.fields[field]);
    if (vocabulary_code(&regimes, written) < 0)
        table_tally(t, TALLY_REGIME_OTHER);
    return true;
}

/* What the pack's own forces.csv leaves out (SEMANTICS 46). */
static bool fill_details(sqlite3 *db, struct error *err)
{
    return reference_rows_run(db, STATEMENT("fill_force"), "datasets/reference/forces.csv", err);
}

static bool extra_forces_finish(struct table *t, struct error *err)
{
    (void)err;
    t->intake->has_extra_forces = t->account.accepted > 0;
    t->intake->extra_file_no = t->account.file_no;
    return true;
}

static bool drop_replaced(const struct table *t, struct error *err)
{
    if (!t->intake->has_extra_forces)
        return true;
    SCOPED_QUERY s = query_prepare(t->intake->db, "drop_replaced_forces");
    query_bind_int(s, "file_no", t->account.file_no);
    return query_run(s, err);
}

static bool count_forces(struct intake *intake, struct error *err)
{
    SCOPED_QUERY s = query_prepare(intake->db, "count_forces");
    if (query_next(s))
        intake->ledger.result->forces = query_get_int(s, "n");
    return query_done(s, err);
}

struct shared_cell {
    const char *first_id, *second_id;
    int64_t grid_col, grid_row, file_no, line;
};
static const struct field shared_cell_fields[] = {
    FIELD(struct shared_cell, first_id), FIELD(struct shared_cell, second_id),
    FIELD(struct shared_cell, grid_col), FIELD(struct shared_cell, grid_row),
    FIELD(struct shared_cell, file_no),  FIELD(struct shared_cell, line),
};

/* Nobody asked for a force to leave its place on the map. */
static bool tell_shared_cells(struct table *t, struct error *err)
{
    SCOPED_ROW_MAP cells = row_reader(t->intake->db, "shared_cells", shared_cell_fields);
    struct shared_cell cell;
    while (row_next(&cells, &cell)) {
        const struct account account = {.file_no = cell.file_no};
        struct ledger_notice notice = {"shared-cell", (long)cell.line, 1};
        if (!ledger_notice(t->account.ledger, &account, &notice, err,
                           "%s and %s have one cell of the tile map (column %lld, row %lld): %s is "
                           "drawn beside the grid; give one of them another cell",
                           SHOWN(cell.first_id, 80), SHOWN(cell.second_id, 80),
                           (long long)cell.grid_col, (long long)cell.grid_row,
                           SHOWN(cell.second_id, 80)))
            return false;
    }
    return row_done(&cells, err);
}

/* The last of the two files about forces. */
static bool forces_finish(struct table *t, struct error *err)
{
    struct intake *intake = t->intake;
    intake->pack_has_forces = !t->account.file->is_reference;
    bool is_own = intake->pack_has_forces || intake->has_extra_forces;
    return drop_replaced(t, err) && count_forces(intake, err) &&
           database_run_file(intake->db, "analyzer/intake/renumber_forces.sql", err) &&
           (!is_own || fill_details(intake->db, err)) &&
           registry_read_forces(&intake->registry, err) &&
           (!is_own || (tell_ambiguity(t, &intake->registry.forces, "force", err) &&
                        tell_shared_cells(t, err)));
}

/* collaborations.csv: one row is one membership. */

struct collaborations {
    struct text_index ids;
    sqlite3_stmt *insert;
};

static void collaborations_start(struct table *t)
{
    struct collaborations *c = memory_new(1, sizeof *c);
    c->insert = query_prepare(t->intake->db, "insert_collaboration");
    t->own = c;
}

static void collaborations_stop(struct table *t)
{
    struct collaborations *c = t->own;
    if (!c)
        return;
    text_index_done(&c->ids);
    query_finalize(&c->insert);
    free(c);
}

static bool collaborations_before(struct table *t, struct error *err)
{
    struct collaborations *c = t->own;
    struct slice id = t->row.values[COLLABORATION_ID].text;
    int32_t number = text_index_find(&c->ids, id);
    if (number < 0) {
        number = (int32_t)c->ids.count + 1;
        text_index_add(&c->ids, id, number);
        query_bind_int(c->insert, "collaboration_no", number);
        query_bind_text(c->insert, "collaboration_id", id);
        query_bind_text(c->insert, "name", t->row.values[COLLABORATION_NAME].text);
        if (!query_run(c->insert, err))
            return false;
    }
    t->row.values[COLLABORATION_ID].number = number;
    return true;
}

static bool collaborations_finish(struct table *t, struct error *err)
{
    struct registry *r = &t->intake->registry;
    return registry_read_collaborations(r, err) &&
           (t->account.file->is_reference ||
            tell_ambiguity(t, &r->collaborations, "collaboration", err));
}

/* tools.csv */

static void tools_start(struct table *t)
{
    t->own = memory_new(1, sizeof(struct tool_parents));
}

static void tools_stop(struct table *t)
{
    if (t->own)
        tool_parents_done(t->own);
    free(t->own);
}

static bool tools_after(struct table *t, int64_t row_no, struct error *err)
{
    (void)row_no;
    (void)err;
    const struct value *parent = &t->row.values[TOOL_PARENT];
    if (parent->is_known)
        tool_parents_add(t->own, t->row.values[TOOL_ID].text, parent->text, t->raw.line);
    return true;
}

static bool tools_finish(struct table *t, struct error *err)
{
    struct intake *intake = t->intake;
    return database_run_file(intake->db, "analyzer/intake/renumber_tools.sql", err) &&
           registry_read_tools(&intake->registry, err) &&
           tell_ambiguity(t, &intake->registry.tools, "tool", err) &&
           tool_parents_resolve(t->own, &intake->registry, &t->account, err);
}

/* requests.csv */

static bool requests_before(struct table *t, struct error *err)
{
    (void)err;
    struct value *values = t->row.values;
    int32_t tool = values[REQUEST_TOOL].is_known ? values[REQUEST_TOOL].number : 0;
    const struct value *aliases = &values[REQUEST_ALIASES];
    values[REQUEST_ID].number =
        registry_note_request(&t->intake->registry, values[REQUEST_ID].text, tool,
                              aliases->is_known ? aliases->text : (struct slice){"", 0});
    struct value logged = values[REQUEST_LOGGED];
    table_note_exact_day(t, &logged);
    logged.date.latest =
        logged.date.earliest; /* logged in a month: by its first day (SEMANTICS 56) */
    table_note_day(t, &logged);
    return true;
}

static bool requests_finish(struct table *t, struct error *err)
{
    return tell_ambiguity(t, &t->intake->registry.requests, "request", err);
}

/* questions.csv */

static bool questions_before(struct table *t, struct error *err)
{
    (void)err;
    struct value *values = t->row.values;
    values[QUESTION_ID].number = registry_note_question(
        &t->intake->registry, values[QUESTION_REQUEST].number, values[QUESTION_ID].text);
    return true;
}

/* guidance.csv */

static bool guidance_before(struct table *t, struct error *err)
{
    (void)err;
    bool expects[POSITION_SILENT + 1] = {false};
    struct slice rest = t->row.values[GUIDANCE_STANCES].text, word;
    while (slice_next_part(&rest, ';', &word))
        expects[stance_position((enum stance)vocabulary_code(&stances, word))] = true;
    table_note_exact_day(t, &t->row.values[GUIDANCE_FROM]);
    t->row.expects_confirm = expects[POSITION_CONFIRM];
    t->row.expects_deny = expects[POSITION_DENY];
    t->row.expects_ncnd = expects[POSITION_NCND];
    return true;
}

static bool insert_required(sqlite3_stmt *insert, int64_t guidance_no, struct slice list,
                            struct error *err)
{
    struct slice citation;
    while (slice_next_part(&list, ';', &citation)) {
        query_bind_int(insert, "guidance_no", guidance_no);
        query_bind_text(insert, "citation", citation);
        if (!query_run(insert, err))
            return false;
    }
    return true;
}

static bool guidance_finish(struct table *t, struct error *err)
{
    sqlite3 *db = t->intake->db;
    if (!database_run_file(db, "analyzer/intake/renumber_guidance.sql", err))
        return false;
    SCOPED_QUERY lists = query_prepare(db, "guidance_lists");
    SCOPED_QUERY insert = query_prepare(db, "insert_guidance_exemption");
    while (query_next(lists))
        if (!insert_required(insert, query_get_int(lists, "guidance_no"),
                             query_get_text(lists, "required_exemptions"), err))
            return false;
    return query_done(lists, err);
}

/* commitments.csv: "*" is every force. */

static bool commitments_check(struct table *t)
{
    struct value *force = &t->row.values[COMMITMENT_FORCE];
    force->is_known = force->number > 0;
    const struct value *scope = &t->row.values[COMMITMENT_APPLIES_TO];
    struct slice item;
    if (!scope->is_known || !commitment_scope_ambiguity(&t->intake->registry, scope->text, &item))
        return true;
    char shown[100];
    utf8_show(item, shown, sizeof shown);
    value_fault(&t->row, COMMITMENT_APPLIES_TO, "ambiguous-name", item,
                "\"%s\" is a name of more than one tool", shown);
    return value_suggest(&t->row, "Give the identifier.");
}

/* acknowledgements.csv: "*" is every territorial force, and never their own word (SEMANTICS 52). */

static bool acknowledgements_check(struct table *t)
{
    const struct value *values = t->row.values;
    const struct value *force = &values[ACKNOWLEDGEMENT_FORCE];
    struct slice publisher = values[ACKNOWLEDGEMENT_PUBLISHER].text;
    bool is_by_others = slice_is(publisher, "pcc") || slice_is(publisher, "third_party");
    if (!force->is_known || force->number > 0 || is_by_others)
        return true;
    value_fault(&t->row, ACKNOWLEDGEMENT_FORCE, "not-of-all", force->text,
                "* is every territorial force, and their own word is not one row: publisher is "
                "%.*s",
                (int)publisher.length, publisher.bytes);
    return value_suggest(&t->row, "Name the force, or give publisher pcc or third_party.");
}

static bool acknowledgements_before(struct table *t, struct error *err)
{
    (void)err;
    const struct value *values = t->row.values;
    bool is_given = !values[ACKNOWLEDGEMENT_PUBLISHED].is_known;
    bounds_of_publication(t, ACKNOWLEDGEMENT_PUBLISHED, ACKNOWLEDGEMENT_RETRIEVED_ON);
    if (!is_given)
        table_note_day(t, &values[ACKNOWLEDGEMENT_PUBLISHED]);
    table_note_exact_day(t, &values[ACKNOWLEDGEMENT_RETRIEVED_ON]);
    return true;
}

static bool acknowledgements_finish(struct table *t, struct error *err)
{
    (void)err;
    t->intake->ledger.result->acknowledgements = t->account.accepted;
    return true;
}

/* rulings.csv */

/* No ruling moves the default as-of (clause 54). */
static bool rulings_before(struct table *t, struct error *err)
{
    (void)err;
    bounds_of_publication(t, RULING_DATE, RULING_RETRIEVED_ON);
    table_note_exact_day(t, &t->row.values[RULING_DATE]);
    table_note_exact_day(t, &t->row.values[RULING_RETRIEVED_ON]);
    return true;
}

static bool rulings_finish(struct table *t, struct error *err)
{
    return database_run_file(t->intake->db, "analyzer/intake/renumber_rulings.sql", err);
}

/* circulation.csv */

static bool circulation_before(struct table *t, struct error *err)
{
    (void)err;
    table_note_day(t, &t->row.values[CIRCULATION_DATE]);
    return true;
}

static bool circulation_finish(struct table *t, struct error *err)
{
    (void)err;
    t->intake->ledger.result->circulation = t->account.accepted;
    return true;
}

/* waivers.csv */

static bool waivers_check(struct table *t)
{
    const struct value *values = t->row.values;
    if (values[WAIVER_FINDING].is_known || values[WAIVER_FORCE].is_known)
        return true;
    value_fault(&t->row, WAIVER_FORCE, "empty-value", (struct slice){"", 0},
                "a waiver of a rule needs a force");
    return value_suggest(&t->row, "Give force_id, or the finding_id of one finding.");
}

const struct plan plans[FILE_COUNT] = {
    [FILE_EXEMPTIONS] = {.insert = STATEMENT("insert_exemption"),
                         .check = exemptions_check,
                         .finish = exemptions_finish},
    [FILE_BANK_HOLIDAYS] = {.insert = STATEMENT("insert_bank_holiday"),
                            .check = bank_holidays_check},
    [FILE_FORCES_EXTRA] = {.insert = STATEMENT("insert_force"),
                           .check = forces_check,
                           .before = forces_before,
                           .finish = extra_forces_finish},
    [FILE_FORCES] = {.insert = STATEMENT("insert_force"),
                     .check = forces_check,
                     .before = forces_before,
                     .finish = forces_finish},
    [FILE_COLLABORATIONS] = {.insert = STATEMENT("insert_membership"),
                             .start = collaborations_start,
                             .stop = collaborations_stop,
                             .before = collaborations_before,
                             .finish = collaborations_finish},
    [FILE_TOOLS] = {.insert = STATEMENT("insert_tool"),
                    .start = tools_start,
                    .stop = tools_stop,
                    .after = tools_after,
                    .finish = tools_finish},
    [FILE_REQUESTS] = {.insert = STATEMENT("insert_request"),
                       .before = requests_before,
                       .finish = requests_finish},
    [FILE_QUESTIONS] = {.insert = STATEMENT("insert_question"), .before = questions_before},
    [FILE_GUIDANCE] = {.insert = STATEMENT("insert_guidance"),
                       .before = guidance_before,
                       .finish = guidance_finish},
    [FILE_COMMITMENTS] = {.insert = STATEMENT("insert_commitment"), .check = commitments_check},
    [FILE_ACKNOWLEDGEMENTS] = {.insert = STATEMENT("insert_acknowledgement"),
                               .check = acknowledgements_check,
                               .before = acknowledgements_before,
                               .finish = acknowledgements_finish},
    [FILE_RULINGS] = {.insert = STATEMENT("insert_ruling"),
                      .before = rulings_before,
                      .finish = rulings_finish},
    [FILE_CIRCULATION] = {.insert = STATEMENT("insert_circulation"),
                          .before = circulation_before,
                          .finish = circulation_finish},
    [FILE_WAIVERS] = {.insert = STATEMENT("insert_waiver"), .check = waivers_check},
    [FILE_CODINGS] = {.insert = STATEMENT("insert_coding"), .check = codings_check},
    [FILE_RESPONSES] = {.start = responses_start,
                        .stop = responses_stop,
                        .check = responses_check,
                        .identify = responses_identify,
                        .after = responses_after,
                        .finish = responses_finish},
};
