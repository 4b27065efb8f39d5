/* SPDX-License-Identifier: MIT */
#include "measure/change.h"

#include "base/memory.h"
#include "base/text.h"
#include "stats/change_tests.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>

enum { POSITIONS = 3, CONFIRM = 0, APPLICANT_KINDS = 4 };

/* Shuffled labels of all permutations together: about a second. */
enum { MOST_SHUFFLED = 20000000 };

static const struct test_kind {
    const char *name, *effect;
} stuart_maxwell_test = {"stuart-maxwell", "share that changed its position"},
  mcnemar_test = {"mcnemar", "share of moves into or out of confirming that led into it"},
  cochran_armitage_test = {"cochran-armitage", "change of the confirming share per request"},
  cochran_q_test = {"cochran-q", "Q over its largest value"},
  fisher_test = {"fisher", "conforming share since, less that before"},
  freeman_halton_test = {"freeman-halton", "Cramer's V"};

struct wave_answer {
    int32_t wave, force_no;
    int position; /* 0 confirm, 1 deny, 2 ncnd */
};

/* The national requests of one tool in order of time: answers[first[w]] to
 * answers[first[w + 1]] are those to wave w. */
struct waves {
    int32_t tool_no;
    struct wave_answer *answers;
    char **request_ids;
    size_t *first;
    size_t count, wave_count;
    size_t answer_room, request_room, first_room;
};

struct letter_row {
    int32_t tool_no;
    struct wave_answer answer;
    const char *request_id;
};
static const struct field letter_fields[] = {
    FIELD(struct letter_row, tool_no),
    FIELD_NAMED(struct letter_row, answer.wave, "wave"),
    FIELD_NAMED(struct letter_row, answer.force_no, "force_no"),
    FIELD_NAMED(struct letter_row, answer.position, "position"),
    FIELD(struct letter_row, request_id),
};

static void add_answer(struct waves *w, const struct letter_row *row)
{
    if (w->wave_count == 0 || w->answers[w->count - 1].wave != row->answer.wave) {
        w->first = memory_grow(w->first, w->wave_count, &w->first_room, sizeof *w->first);
        w->request_ids =
            memory_grow(w->request_ids, w->wave_count, &w->request_room, sizeof *w->request_ids);
        w->first[w->wave_count] = w->count;
        w->request_ids[w->wave_count++] = memory_copy(row->request_id);
    }
    w->answers = memory_grow(w->answers, w->count, &w->answer_room, sizeof *w->answers);
    w->answers[w->count++] = row->answer;
}

static void waves_clear(struct waves *w)
{
    for (size_t i = 0; i < w->wave_count; i++)
        free(w->request_ids[i]);
    w->count = w->wave_count = 0;
}

static void waves_done(struct waves *w)
{
    waves_clear(w);
    free(w->answers);
    free(w->request_ids);
    free(w->first);
}

static size_t wave_end(const struct waves *w, size_t wave)
{
    return wave + 1 < w->wave_count ? w->first[wave + 1] : w->count;
}

struct test_row {
    int32_t tool_no;
    struct test_kind kind;
    const char *compares;
    struct change_test result;
    int degrees;               /* 0: none */
    struct interval p_sampled; /* NaN where p is exact */
};
static const struct field test_fields[] = {
    FIELD(struct test_row, tool_no),
    FIELD_NAMED(struct test_row, kind.name, "test"),
    FIELD(struct test_row, compares),
    FIELD_NAMED(struct test_row, result.n, "n"),
    FIELD_NAMED(struct test_row, result.statistic, "statistic"),
    FIELD_OPTIONAL(struct test_row, degrees),
    FIELD_NAMED(struct test_row, result.p, "p"),
    FIELD_NAMED(struct test_row, p_sampled.low, "p_low"),
    FIELD_NAMED(struct test_row, p_sampled.high, "p_high"),
    FIELD_NAMED(struct test_row, kind.effect, "effect_name"),
    FIELD_NAMED(struct test_row, result.effect, "effect"),
    FIELD_NAMED(struct test_row, result.effect_interval.low, "effect_low"),
    FIELD_NAMED(struct test_row, result.effect_interval.high, "effect_high"),
    FIELD_NAMED(struct test_row, result.undefined, "undefined"),
};

static bool write_test(struct row_map *insert, int32_t tool_no, const struct test_kind *kind,
                       const char *compares, const struct change_test *t, struct error *err)
{
    struct test_row row = {.tool_no = tool_no,
                           .kind = *kind,
                           .compares = compares,
                           .result = *t,
                           .degrees = t->degrees,
                           .p_sampled = t->p_interval};
    if (t->p_interval.low >= t->p && t->p_interval.high <= t->p)
        row.p_sampled = (struct interval){(double)NAN, (double)NAN};
    return row_write(insert, &row, err);
}

/* How the forces that answered both waves moved: pairs[from * POSITIONS + to]. */
static void cross_tabulate(const struct waves *w, size_t wave, size_t pairs[POSITIONS * POSITIONS])
{
    memset(pairs, 0, sizeof *pairs * POSITIONS * POSITIONS);
    size_t a = w->first[wave], b = w->first[wave + 1];
    size_t a_end = b, b_end = wave_end(w, wave + 1);
    while (a < a_end && b < b_end) {
        int32_t before = w->answers[a].force_no, after = w->answers[b].force_no;
        if (before == after)
            pairs[w->answers[a].position * POSITIONS + w->answers[b].position]++;
        a += before <= after;
        b += after <= before;
    }
}

static bool write_step(struct row_map *insert, const struct waves *w, size_t wave,
                       struct error *err)
{
    size_t pairs[POSITIONS * POSITIONS], n = 0, towards = 0, away = 0;
    cross_tabulate(w, wave, pairs);
    for (size_t from = 0; from < POSITIONS; from++)
        for (size_t to = 0; to < POSITIONS; to++) {
            size_t forces = pairs[from * POSITIONS + to];
            n += forces;
            towards += from != CONFIRM && to == CONFIRM ? forces : 0;
            away += from == CONFIRM && to != CONFIRM ? forces : 0;
        }
    char *compares = memory_print("%s, then %s", w->request_ids[wave], w->request_ids[wave + 1]);
    struct change_test moved = stuart_maxwell(pairs, POSITIONS);
    struct change_test confirmed = mcnemar_exact(towards, away, n);
    bool ok = write_test(insert, w->tool_no, &stuart_maxwell_test, compares, &moved, err) &&
              write_test(insert, w->tool_no, &mcnemar_test, compares, &confirmed, err);
    free(compares);
    return ok;
}

static struct change_test confirming_trend(const struct waves *w)
{
    size_t *counts __attribute__((cleanup(memory_release))) =
        memory_new(w->wave_count * 2, sizeof *counts);
    size_t *yes = counts, *n = counts + w->wave_count;
    for (size_t wave = 0; wave < w->wave_count; wave++)
        for (size_t i = w->first[wave]; i < wave_end(w, wave); i++) {
            n[wave]++;
            yes[wave] += w->answers[i].position == CONFIRM;
        }
    return cochran_armitage(yes, n, w->wave_count);
}

static int compare_force_wave(const void *left, const void *right)
{
    const struct wave_answer *a = left, *b = right;
    if (a->force_no != b->force_no)
        return a->force_no < b->force_no ? -1 : 1;
    return (a->wave > b->wave) - (a->wave < b->wave);
}

/* Over the forces that answered every wave. Sorts the answers by force. */
static struct change_test confirming_by_force(struct waves *w)
{
    uint8_t *confirms __attribute__((cleanup(memory_release))) = memory_new(w->count, 1);
    qsort(w->answers, w->count, sizeof *w->answers, compare_force_wave);
    size_t forces = 0;
    for (size_t i = 0, next = 0; i < w->count; i = next) {
        for (next = i; next < w->count && w->answers[next].force_no == w->answers[i].force_no;)
            next++;
        if (next - i != w->wave_count)
            continue;
        for (size_t wave = 0; wave < w->wave_count; wave++)
            confirms[forces * w->wave_count + wave] = w->answers[i + wave].position == CONFIRM;
        forces++;
    }
    return cochran_q(confirms, forces, w->wave_count);
}

static bool write_waves(struct row_map *insert, struct waves *w, struct error *err)
{
    for (size_t wave = 0; wave + 1 < w->wave_count; wave++)
        if (!write_step(insert, w, wave, err))
            return false;
    char compares[64];
    text_fit(compares, sizeof compares, "confirming over %zu national requests", w->wave_count);
    struct change_test trend = confirming_trend(w), by_force = confirming_by_force(w);
    return write_test(insert, w->tool_no, &cochran_armitage_test, compares, &trend, err) &&
           write_test(insert, w->tool_no, &cochran_q_test, compares, &by_force, err);
}

static bool measure_waves(sqlite3 *db, struct row_map *insert, struct error *err)
{
    struct waves w = {0};
    SCOPED_ROW_MAP rows = row_reader(db, "national_letters", letter_fields);
    bool ok = true;
    for (struct letter_row row; ok && row_next(&rows, &row);) {
        if (w.count && row.tool_no != w.tool_no) {
            ok = write_waves(insert, &w, err);
            waves_clear(&w);
        }
        w.tool_no = row.tool_no;
        add_answer(&w, &row);
    }
    ok = ok && row_done(&rows, err) && (w.count == 0 || write_waves(insert, &w, err));
    waves_done(&w);
    return ok;
}

struct circular_row {
    int32_t tool_no;
    const char *compares;
    size_t conforming_before, departing_before, conforming_since, departing_since;
};
static const struct field circular_fields[] = {
    FIELD(struct circular_row, tool_no),           FIELD(struct circular_row, compares),
    FIELD(struct circular_row, conforming_before), FIELD(struct circular_row, departing_before),
    FIELD(struct circular_row, conforming_since),  FIELD(struct circular_row, departing_since),
};

static bool measure_circulars(sqlite3 *db, struct row_map *insert, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "letters_around_circulars", circular_fields);
    for (struct circular_row row; row_next(&rows, &row);) {
        struct change_test t = fisher_exact(row.conforming_before, row.departing_before,
                                            row.conforming_since, row.departing_since);
        if (!write_test(insert, row.tool_no, &fisher_test, row.compares, &t, err))
            return false;
    }
    return row_done(&rows, err);
}

struct applicants {
    int32_t tool_no;
    size_t table[APPLICANT_KINDS * POSITIONS];
    size_t letters;
};

static bool write_applicants(struct row_map *insert, const struct measure_settings *settings,
                             const struct applicants *a, struct error *err)
{
    size_t permutations = MOST_SHUFFLED / a->letters + 1;
    if (permutations > settings->permutations)
        permutations = settings->permutations;
    struct change_test t =
        fisher_freeman_halton(a->table, APPLICANT_KINDS, POSITIONS, permutations, settings->seed);
    return write_test(insert, a->tool_no, &freeman_halton_test,
                      "positions in initial letters by kind of applicant", &t, err);
}

struct applicant_row {
    int32_t tool_no, applicant_no;
    size_t letters[POSITIONS];
};
static const struct field applicant_fields[] = {
    FIELD(struct applicant_row, tool_no),
    FIELD(struct applicant_row, applicant_no),
    FIELD_NAMED(struct applicant_row, letters[0], "confirming"),
    FIELD_NAMED(struct applicant_row, letters[1], "denying"),
    FIELD_NAMED(struct applicant_row, letters[2], "ncnd"),
};

static bool measure_applicants(sqlite3 *db, const struct measure_settings *settings,
                               struct row_map *insert, struct error *err)
{
    struct applicants a = {0};
    SCOPED_ROW_MAP rows = row_reader(db, "letters_by_applicant", applicant_fields);
    bool ok = true;
    for (struct applicant_row row; ok && row_next(&rows, &row);) {
        if (a.letters && row.tool_no != a.tool_no) {
            ok = write_applicants(insert, settings, &a, err);
            a = (struct applicants){0};
        }
        a.tool_no = row.tool_no;
        for (int i = 0; i < POSITIONS; i++) {
            a.table[row.applicant_no * POSITIONS + i] = row.letters[i];
            a.letters += row.letters[i];
        }
    }
    return ok && row_done(&rows, err) &&
           (a.letters == 0 || write_applicants(insert, settings, &a, err));
}

bool measure_change(sqlite3 *db, const struct measure_settings *settings, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_change_test", test_fields);
    return measure_waves(db, &insert, err) && measure_circulars(db, &insert, err) &&
           measure_applicants(db, settings, &insert, err);
}
