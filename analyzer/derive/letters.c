/* SPDX-License-Identifier: MIT */
#include "derive/letters.h"

#include "base/memory.h"
#include "derive/compare.h"
#include "derive/deadline.h"
#include "derive/facts.h"
#include "store/row_map.h"

#include <stdlib.h>

static bool is_about_use(const struct fact *f)
{
    return f->question_no == 0 || f->topic == TOPIC_USE || f->topic == TOPIC_CONTRACT;
}

/* Details whose confirmation presupposes use (clause 19). */
static bool is_detail_of_use(const struct fact *f)
{
    switch ((enum topic)f->topic) {
    case TOPIC_COST:
    case TOPIC_PERIOD:
    case TOPIC_SCOPE:
    case TOPIC_EXTENSION:
    case TOPIC_DPIA:
    case TOPIC_DSA:
    case TOPIC_DPA:
        return true;
    case TOPIC_USE:
    case TOPIC_CONTRACT:
    case TOPIC_MEETINGS:
    case TOPIC_COVERT_USE:
    case TOPIC_OTHER:
        return false;
    }
    return false;
}

/* Clause 19: how strongly a row speaks for its letter's position on use; 0: not at all. */
static int weight_on_use(const struct fact *f)
{
    if (f->position == POSITION_SILENT)
        return 0;
    if (is_about_use(f))
        return 6 - f->position;
    if (!is_detail_of_use(f) || f->position == POSITION_DENY)
        return 0;
    return f->position == POSITION_CONFIRM ? 2 : 1;
}

static void note_details(struct letter *l, const struct fact *f)
{
    bool on_use = f->topic == TOPIC_USE || f->topic == TOPIC_CONTRACT;
    bool on_detail = f->topic >= TOPIC_COST && f->topic <= TOPIC_EXTENSION;
    l->ncnd_on_use |= on_use && f->position == POSITION_NCND;
    l->confirm_on_use |= on_use && f->position == POSITION_CONFIRM;
    l->ncnd_on_detail |= on_detail && f->position == POSITION_NCND;
    l->confirm_on_detail |= on_detail && f->position == POSITION_CONFIRM;
}

/* Yes if any of its rows about use says so, no if all say no, of whatever position. */
static int8_t partial_ncnd_on_use(const struct fact *rows, size_t count)
{
    size_t on_use = 0, without = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_about_use(&rows[i]))
            continue;
        if (rows[i].partial_ncnd == 1)
            return 1;
        on_use++;
        without += rows[i].partial_ncnd == 0;
    }
    return on_use > 0 && without == on_use ? 0 : -1;
}

static void note_topic(struct letter *l, const struct fact *f)
{
    int32_t topic = 1 << f->topic;
    if (f->position == POSITION_CONFIRM)
        l->confirmed_topics |= topic;
    if (f->position == POSITION_DENY)
        l->denied_topics |= topic;
    if (f->stance == STANCE_DISCLOSED)
        l->disclosed_topics |= topic;
    if (f->stance == STANCE_HELD_EXEMPT || f->stance == STANCE_NCND)
        l->withheld_topics |= topic;
}

/* A row of it that asks back, passes on or is missing is no answer; whatever else it decides,
 * or that nobody read it, it came when it came (clause 58). */
static bool is_answer(const struct fact *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].stance != STANCE_NO_RESPONSE && rows[i].stance != STANCE_CLARIFICATION &&
            rows[i].stance != STANCE_TRANSFERRED)
            return true;
    return false;
}

/* Of rows in time the one that was due first, whatever their order. */
static bool is_due_before(const struct deadline *d, const struct fact *f, const struct letter *l)
{
    if (l->late != CERTAINTY_NONE)
        return false;
    if (!l->due_working_days || d->due.latest != l->due.latest)
        return !l->due_working_days || d->due.latest < l->due.latest;
    if (d->due.earliest != l->due.earliest)
        return d->due.earliest < l->due.earliest;
    return f->received.earliest < l->received.earliest;
}

/* Clauses 33 and 58. One with an unknown date, or outside the calendar, is never late. */
static void note_lateness(const struct inputs *in, const struct extensions *extensions,
                          struct letter *l, const struct fact *f)
{
    struct deadline d;
    if (!date_is_known(f->received) || !fact_has_written_date(f) ||
        !deadline_of(in, f->force_no, f->received, extensions, f->responded, &d))
        return;
    if (is_due_before(&d, f, l)) { /* told of letters in time too */
        l->received = f->received;
        l->due = d.due;
        l->due_working_days = d.working_days;
    }
    enum certainty so_far = (enum certainty)l->late;
    if (d.passed < so_far || d.passed == CERTAINTY_NONE ||
        (d.passed == so_far && f->response_no > l->late_response_no))
        return;
    l->late = (int8_t)d.passed;
    l->received = f->received;
    l->due = d.due;
    l->due_working_days = d.working_days;
    l->late_response_no = f->response_no;
}

static void judge_lateness(const struct inputs *in, const struct extensions *extensions,
                           struct letter *l, const struct fact *rows, size_t count)
{
    if (l->stage > STAGE_INTERNAL_REVIEW || !is_answer(rows, count))
        return;
    for (size_t i = 0; i < count; i++)
        note_lateness(in, extensions, l, &rows[i]);
}

static bool cites_apart(const struct letter *l, const struct fact *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].position == l->position_on_use && rows[i].set_no != l->set_no)
            return true;
    return false;
}

static struct letter letter_from(const struct fact *rows, size_t count)
{
    struct letter l = {.force_no = rows->force_no,
                       .tool_no = rows->tool_no,
                       .request_no = rows->request_no,
                       .responded = rows->responded,
                       .any_day = rows->any_day,
                       .received = {DAY_MIN, DAY_MAX},
                       .due = {DAY_MIN, DAY_MAX},
                       .response_no = rows->response_no,
                       .set_no = rows->set_no,
                       .stage = rows->stage,
                       .position_on_use = POSITION_SILENT,
                       .stated_on_use = POSITION_SILENT,
                       .partial_ncnd = partial_ncnd_on_use(rows, count)};
    int strongest = 0;
    for (size_t i = 0; i < count; i++) {
        note_details(&l, &rows[i]);
        note_topic(&l, &rows[i]);
        int weight = weight_on_use(&rows[i]);
        if (weight < strongest || (weight == strongest && rows[i].response_no > l.response_no))
            continue;
        strongest = weight;
        l.position_on_use = weight ? rows[i].position : (int8_t)POSITION_SILENT;
        l.stated_on_use = is_about_use(&rows[i]) ? l.position_on_use : (int8_t)POSITION_SILENT;
        l.response_no = rows[i].response_no;
        l.set_no = rows[i].set_no;
    }
    l.qualified = l.position_on_use == POSITION_DENY && l.partial_ncnd == 1;
    l.cites_apart = cites_apart(&l, rows, count);
    return l;
}

/* The letters while they are made. */
struct making {
    const struct inputs *in;
    struct letter *letters;
    size_t count, room;
    struct row_in_letter *rows; /* by index of the fact */
};

/* What rows of one question must agree on: a row without one speaks of its topic (clause 34). */
static int subject_of(const struct fact *f)
{
    return f->question_no ? TOPIC_USE : f->topic;
}

/* L10's rows: one question of one letter answered with two stances. */
static void mark_conflicts(struct making *m, size_t first, size_t end)
{
    const struct fact *facts = m->in->facts;
    for (size_t i = first, next = first; i < end; i = next) {
        int stances_of[TOPIC_COUNT] = {0}; /* as a set, by subject */
        for (next = i; next < end && facts[next].question_no == facts[i].question_no; next++)
            stances_of[subject_of(&facts[next])] |= 1 << facts[next].stance;
        for (size_t k = i; k < next; k++) {
            int said = stances_of[subject_of(&facts[k])];
            m->rows[k].conflicting = (said & (said - 1)) != 0;
        }
    }
}

/* The end of the rows of the force, request and stage of row i. */
static size_t end_of_stage(const struct inputs *in, size_t i)
{
    const struct fact *facts = in->facts;
    size_t end = i;
    while (end < in->fact_count && facts[end].force_no == facts[i].force_no &&
           facts[end].request_no == facts[i].request_no && facts[end].stage == facts[i].stage)
        end++;
    return end;
}

static void make_letters(struct making *m)
{
    const struct fact *facts = m->in->facts;
    struct extensions extensions = {0};
    for (size_t i = 0, end = 0, stage_end = 0; i < m->in->fact_count; i = end) {
        if (i == stage_end) {
            stage_end = end_of_stage(m->in, i);
            extensions = extensions_of(&facts[i], stage_end - i);
        }
        for (end = i; end < m->in->fact_count && fact_same_letter(&facts[i], &facts[end]) &&
                      facts[end].tool_no == facts[i].tool_no;
             end++)
            m->rows[end].letter = (int32_t)m->count;
        mark_conflicts(m, i, end);
        struct letter l = letter_from(&facts[i], end - i);
        judge_lateness(m->in, &extensions, &l, &facts[i], end - i);
        l.made = (int32_t)m->count;
        m->letters = memory_grow(m->letters, m->count, &m->room, sizeof *m->letters);
        m->letters[m->count++] = l;
    }
}

/* The end of the run of facts of one force and request that begins at i. */
static size_t end_of_request(const struct inputs *in, size_t i)
{
    size_t end = i;
    while (end < in->fact_count && in->facts[end].force_no == in->facts[i].force_no &&
           in->facts[end].request_no == in->facts[i].request_no)
        end++;
    return end;
}

/* The rows of one force on one request. */
struct correspondence {
    const struct fact *facts;
    struct row_in_letter *rows;
    size_t count;
    int32_t *seen; /* by question_no: the stamp of the tool about which a later letter answers it */
    int32_t stamp;
};

/* Clause 16, for one tool, last letter first. */
static void supersede(const struct correspondence *c, int32_t tool_no)
{
    const struct fact *facts = c->facts;
    bool whole_letter_later = false;
    for (size_t end = c->count; end > 0;) {
        size_t first = end - 1;
        while (first > 0 && fact_same_letter(&facts[first - 1], &facts[end - 1]))
            first--;
        bool has_whole = false;
        for (size_t i = first; i < end; i++) {
            int32_t question_no = facts[i].question_no;
            if (facts[i].tool_no == tool_no)
                c->rows[i].superseded =
                    whole_letter_later || (question_no && c->seen[question_no] == c->stamp);
        }
        for (size_t i = first; i < end; i++) {
            if (facts[i].tool_no != tool_no)
                continue;
            has_whole |= facts[i].question_no == 0;
            c->seen[facts[i].question_no] = c->stamp;
        }
        whole_letter_later |= has_whole;
        end = first;
    }
}

static void supersede_rows(struct making *m)
{
    const struct inputs *in = m->in;
    struct correspondence c = {.seen = memory_new(in->question_count + 1, sizeof *c.seen)};
    size_t *tool_done = memory_new(in->tool_count + 1, sizeof *tool_done);
    for (size_t i = 0, end = 0; i < in->fact_count; i = end) {
        end = end_of_request(in, i);
        c.facts = &in->facts[i];
        c.rows = &m->rows[i];
        c.count = end - i;
        for (size_t k = i; k < end; k++) {
            int32_t tool_no = in->facts[k].tool_no;
            if (tool_done[tool_no] == end)
                continue;
            tool_done[tool_no] = end;
            c.stamp++;
            supersede(&c, tool_no);
        }
    }
    free(tool_done);
    free(c.seen);
}

/* Within a request the latest stage counts (clause 36): the letters stand in that
 * order, so the last one with a position of each tool is it. */
static void mark_speakers(struct making *m)
{
    size_t *speaker = memory_new(m->in->tool_count + 1, sizeof *speaker); /* index + 1, by tool */
    for (size_t i = 0; i < m->count; i++) {
        struct letter *l = &m->letters[i];
        if (l->position_on_use == POSITION_SILENT)
            continue;
        struct letter *before = speaker[l->tool_no] ? &m->letters[speaker[l->tool_no] - 1] : NULL;
        if (before && before->force_no == l->force_no && before->request_no == l->request_no)
            before->speaks_for_request = false;
        l->speaks_for_request = true;
        speaker[l->tool_no] = i + 1;
    }
    free(speaker);
}

/* Clause 31: by earliest, latest, stage, request_id. */
static int compare_letters(const void *left, const void *right, void *making)
{
    const struct letter *a = left, *b = right;
    const int32_t *rank = ((const struct making *)making)->in->request_rank;
    COMPARE(force_no)
    COMPARE(tool_no)
    COMPARE(responded.earliest)
    COMPARE(responded.latest)
    COMPARE(stage)
    int32_t x = rank[a->request_no], y = rank[b->request_no];
    return (x > y) - (x < y);
}

static void sort_letters(struct making *m)
{
    if (m->count)
        qsort_r(m->letters, m->count, sizeof *m->letters, compare_letters, m);
    int32_t *place = memory_new(m->count, sizeof *place);
    for (size_t i = 0; i < m->count; i++)
        place[m->letters[i].made] = (int32_t)i;
    for (size_t i = 0; i < m->in->fact_count; i++)
        m->rows[i].letter = place[m->rows[i].letter];
    free(place);
}

struct letter_row {
    struct letter letter; /* first, so that its fields are fields of the row */
    int32_t letter_no, before_no;
    const char *position_on_use, *stated_on_use, *partial_ncnd, *late;
};
static const struct field letter_fields[] = {
    FIELD(struct letter_row, letter_no),
    FIELD_OPTIONAL(struct letter_row, before_no),
    FIELD(struct letter_row, position_on_use),
    FIELD(struct letter_row, stated_on_use),
    FIELD(struct letter_row, partial_ncnd),
    FIELD(struct letter_row, late),
    FIELD(struct letter, force_no),
    FIELD(struct letter, tool_no),
    FIELD(struct letter, request_no),
    FIELD(struct letter, stage),
    FIELD_OF_DAYS(struct letter, responded),
    FIELD_OF_DAYS(struct letter, received),
    FIELD_OF_DAYS(struct letter, due),
    FIELD(struct letter, due_working_days),
    FIELD(struct letter, qualified),
    FIELD(struct letter, cites_apart),
    FIELD(struct letter, ncnd_on_use),
    FIELD(struct letter, confirm_on_use),
    FIELD(struct letter, ncnd_on_detail),
    FIELD(struct letter, confirm_on_detail),
    FIELD(struct letter, response_no),
    FIELD_OPTIONAL(struct letter, set_no),
    FIELD_OPTIONAL(struct letter, late_response_no),
    FIELD(struct letter, confirmed_topics),
    FIELD(struct letter, denied_topics),
    FIELD(struct letter, disclosed_topics),
    FIELD(struct letter, withheld_topics),
    FIELD(struct letter, speaks_for_request),
};

static bool takes_position_on_a_day(const struct letter *l)
{
    return l->position_on_use != POSITION_SILENT && date_is_known(l->responded);
}

static bool same_line(const struct letter *a, const struct letter *b)
{
    return a->force_no == b->force_no && a->tool_no == b->tool_no;
}

static bool write_letters(sqlite3 *db, const struct letters *letters, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_letter", letter_fields);
    const struct letter *last = NULL; /* that takes a position on a day */
    for (size_t i = 0; i < letters->count; i++) {
        const struct letter *l = &letters->letters[i];
        bool speaks = takes_position_on_a_day(l);
        bool follows = speaks && last && same_line(last, l);
        int32_t before = follows ? (int32_t)(last - letters->letters) + 1 : 0;
        last = speaks ? l : last;
        const struct letter_row row = {.letter = *l,
                                       .letter_no = (int32_t)i + 1,
                                       .before_no = before,
                                       .position_on_use = positions.words[l->position_on_use],
                                       .stated_on_use = positions.words[l->stated_on_use],
                                       .partial_ncnd = yes_no_unknown(l->partial_ncnd),
                                       .late = certainty_words[l->late]};
        if (!row_write(&insert, &row, err))
            return false;
    }
    return true;
}

bool letters_build(const struct inputs *in, struct letters *ret, struct error *err)
{
    struct making m = {.in = in, .rows = memory_new(in->fact_count, sizeof *m.rows)};
    make_letters(&m);
    supersede_rows(&m);
    mark_speakers(&m);
    sort_letters(&m);
    *ret = (struct letters){m.letters, m.count, m.rows};
    return write_letters(in->db, ret, err);
}

void letters_done(struct letters *l)
{
    memory_release(&l->letters);
    memory_release(&l->rows);
}
