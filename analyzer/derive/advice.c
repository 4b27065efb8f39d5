/* SPDX-License-Identifier: MIT */
#include "derive/advice.h"

#include "derive/tools.h"

/* 0 request and tool, 1 request, 2 tool, 3 general (clause 21). */
static int breadth(const struct guidance *g)
{
    return (g->request_no ? 0 : 2) + (g->tool_no ? 0 : 1);
}

size_t advice_candidates(const struct inputs *in, int32_t request_no, int32_t tool_no,
                         int32_t *ret_candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < in->guidance_count; i++) {
        const struct guidance *g = &in->guidance[i];
        if (g->request_no && g->request_no != request_no)
            continue;
        if (g->tool_no && tool_distance(in, tool_no, g->tool_no) < 0)
            continue;
        ret_candidates[count++] = (int32_t)i;
    }
    return count;
}

/* Both match one tool, so the nearer of two tools is the one below the other. */
static int compare_scope(const struct inputs *in, const struct guidance *a,
                         const struct guidance *b)
{
    if (breadth(a) != breadth(b))
        return breadth(a) - breadth(b);
    if (a->tool_no == b->tool_no)
        return 0;
    return tool_distance(in, a->tool_no, b->tool_no) > 0 ? -1 : 1;
}

/* Between two rows that took effect on one day. */
static bool wins_tie(const struct guidance *a, const struct guidance *b)
{
    bool a_is_any = a->condition == CONDITION_ANY, b_is_any = b->condition == CONDITION_ANY;
    return a_is_any != b_is_any ? b_is_any : a->guidance_no > b->guidance_no;
}

bool advice_comes_first(const struct inputs *in, const struct guidance *a, int32_t a_from,
                        const struct guidance *b, int32_t b_from)
{
    int scope = compare_scope(in, a, b);
    if (scope)
        return scope < 0;
    if (a_from != b_from)
        return a_from > b_from;
    return wins_tie(a, b);
}

bool advice_applies(const struct guidance *g, bool own)
{
    return g->condition == CONDITION_ANY || (g->condition == CONDITION_ACKNOWLEDGED) == own;
}

/* Is a row that is surely in force on the day before this one in every reading in which this one
 * is, which then took effect on the day at the latest? */
static bool is_beaten(const struct inputs *in, const int32_t *candidates, size_t count, bool own,
                      int32_t day, int32_t one)
{
    const struct guidance *g = &in->guidance[one];
    int32_t last = g->from.latest < day ? g->from.latest : day;
    for (size_t i = 0; i < count; i++) {
        const struct guidance *rival = &in->guidance[candidates[i]];
        if (candidates[i] != one && advice_applies(rival, own) &&
            window_on_day(&rival->in_force, day) == CERTAINTY_CERTAIN &&
            advice_comes_first(in, rival, rival->from.earliest, g, last))
            return true;
    }
    return false;
}

size_t advice_on_day(const struct inputs *in, const int32_t *candidates, size_t count, bool own,
                     int32_t day, int32_t *ret_chosen)
{
    size_t chosen = 0;
    bool some_is_certain = false;
    for (size_t i = 0; i < count; i++) {
        const struct guidance *g = &in->guidance[candidates[i]];
        enum certainty c =
            advice_applies(g, own) ? window_on_day(&g->in_force, day) : CERTAINTY_NONE;
        if (c == CERTAINTY_NONE)
            continue;
        some_is_certain |= c == CERTAINTY_CERTAIN;
        if (!is_beaten(in, candidates, count, own, day, candidates[i]))
            ret_chosen[chosen++] = candidates[i];
    }
    if (!some_is_certain)
        ret_chosen[chosen++] = -1;
    return chosen;
}

enum conformance conformance_with(const struct inputs *in, int32_t guidance, int position,
                                  int partial_ncnd)
{
    if (guidance < 0 || position == POSITION_SILENT)
        return CONFORMS_NOT_APPLICABLE;
    const struct guidance *g = &in->guidance[guidance];
    if (!g->expects[position])
        return CONFORMS_NO;
    bool lacks_partial = position == POSITION_CONFIRM && g->expects_partial && partial_ncnd == 0;
    return lacks_partial ? CONFORMS_NO : CONFORMS_YES;
}
