/* SPDX-License-Identifier: MIT */
#include "measure/change.h"

#include "base/memory.h"
#include "base/text.h"
#include "stats/change_tests.h"
#include "store/query.h"

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

static void add_answer(struct waves *w, sqlite3_stmt *s)
{
    int32_t wave = sqlite3_column_int(s, 1);
    if (w->wave_count == 0 || w->answers[w->count - 1].wave != wave) {
        w->first = memory_grow(w->first, w->wave_count, &w->first_room, sizeof *w->first);
        w->request_ids =
            memory_grow(w->request_ids, w->wave_count, &w->request_room, sizeof *w->request_ids);
        w->first[w->wave_count] = w->count;
        w->request_ids[w->wave_count++] = memory_copy(query_column(s, 4).bytes);
    }
    w->answers = memory_grow(w->answers, w->count, &w->answer_room, sizeof *w->answers);
    w->answers[w->count++] =
        (struct wave_answer){wave, sqlite3_column_int(s, 2), sqlite3_column_int(s, 3)};
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

static bool write_test(sqlite3_stmt *s, int32_t tool_no, const struct test_kind *kind,
                       const char *compares, const struct change_test *t, struct error *err)
{
    query_int(s, 1, tool_no);
    query_text(s, 2, slice_of(kind->name));
    query_text(s, 3, slice_of(compares));
    query_int(s, 4, (int64_t)t->n);
    query_real(s, 5, t->statistic);
    query_null(s, 6);
    if (t->degrees)
        query_int(s, 6, t->degrees);
    query_real(s, 7, t->p);
    bool is_exact = t->p_interval.low >= t->p && t->p_interval.high <= t->p;
    query_real(s, 8, is_exact ? (double)NAN : t->p_interval.low);
    query_real(s, 9, is_exact ? (double)NAN : t->p_interval.high);
    query_text(s, 10, slice_of(kind->effect));
    query_real(s, 11, t->effect);
    query_real(s, 12, t->effect_interval.low);
    query_real(s, 13, t->effect_interval.high);
    query_text(s, 14, slice_of(t->undefined ? t->undefined : ""));
    return query_run(s, err);
}

/* How the forces that answered both waves moved: pairs[from * POSITIONS + to]. */
static void cross_tabulate(const struct waves *w, size_t wave, size_t pairs[POSITIONS * POSITIONS])
{
    memset(pairs, 0, POSITIONS * POSITIONS * sizeof *pairs);
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

static bool write_step(sqlite3_stmt *s, const struct waves *w, size_t wave, struct error *err)
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
    bool ok = write_test(s, w->tool_no, &stuart_maxwell_test, compares, &moved, err) &&
              write_test(s, w->tool_no, &mcnemar_test, compares, &confirmed, err);
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

static bool write_waves(sqlite3_stmt *s, struct waves *w, struct error *err)
{
    for (size_t wave = 0; wave + 1 < w->wave_count; wave++)
        if (!write_step(s, w, wave, err))
            return false;
    char compares[64];
    text_fit(compares, sizeof compares, "confirming over %zu national requests", w->wave_count);
    struct change_test trend = confirming_trend(w), by_force = confirming_by_force(w);
    return write_test(s, w->tool_no, &cochran_armitage_test, compares, &trend, err) &&
           write_test(s, w->tool_no, &cochran_q_test, compares, &by_force, err);
}

static bool measure_waves(sqlite3 *db, sqlite3_stmt *insert, struct error *err)
{
    struct waves w = {0};
    SCOPED_QUERY s = query_prepare(db, "analyzer/measure/queries/national_letters.sql");
    bool row = false, ok = query_step(s, &row, err);
    while (ok && row) {
        int32_t tool_no = sqlite3_column_int(s, 0);
        if (w.count && tool_no != w.tool_no) {
            ok = write_waves(insert, &w, err);
            waves_clear(&w);
        }
        w.tool_no = tool_no;
        add_answer(&w, s);
        ok = ok && query_step(s, &row, err);
    }
    ok = ok && (w.count == 0 || write_waves(insert, &w, err));
    waves_done(&w);
    return ok;
}

static bool measure_circulars(sqlite3 *db, sqlite3_stmt *insert, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/measure/queries/circulars.sql");
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = ok && query_step(s, &row, err)) {
        size_t counts[4];
        for (int i = 0; i < 4; i++)
            counts[i] = (size_t)sqlite3_column_int64(s, i + 2);
        struct change_test t = fisher_exact(counts[0], counts[1], counts[2], counts[3]);
        ok = write_test(insert, sqlite3_column_int(s, 0), &fisher_test, query_column(s, 1).bytes,
                        &t, err);
    }
    return ok;
}

struct applicants {
    int32_t tool_no;
    size_t table[APPLICANT_KINDS * POSITIONS];
    size_t letters;
};

static bool write_applicants(sqlite3_stmt *insert, const struct measure_settings *settings,
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

static bool measure_applicants(sqlite3 *db, const struct measure_settings *settings,
                               sqlite3_stmt *insert, struct error *err)
{
    struct applicants a = {0};
    SCOPED_QUERY s = query_prepare(db, "analyzer/measure/queries/applicants.sql");
    bool row = false, ok = query_step(s, &row, err);
    while (ok && row) {
        int32_t tool_no = sqlite3_column_int(s, 0);
        if (a.letters && tool_no != a.tool_no) {
            ok = write_applicants(insert, settings, &a, err);
            a = (struct applicants){0};
        }
        a.tool_no = tool_no;
        for (int i = 0; i < POSITIONS; i++) {
            size_t letters = (size_t)sqlite3_column_int64(s, i + 2);
            a.table[sqlite3_column_int(s, 1) * POSITIONS + i] = letters;
            a.letters += letters;
        }
        ok = ok && query_step(s, &row, err);
    }
    return ok && (a.letters == 0 || write_applicants(insert, settings, &a, err));
}

bool measure_change(sqlite3 *db, const struct measure_settings *settings, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(db, "analyzer/measure/queries/insert_change_test.sql");
    return measure_waves(db, insert, err) && measure_circulars(db, insert, err) &&
           measure_applicants(db, settings, insert, err);
}
