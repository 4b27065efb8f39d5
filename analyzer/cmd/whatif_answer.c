/* SPDX-License-Identifier: MIT */
#include "cmd/whatif_answer.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const position_verbs[] = {"confirmed", "denied", "neither confirmed nor denied",
                                             "had no public position"};

static struct public_answer *find_force(struct public_answer *items, size_t count, int32_t force_no)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].force_no == force_no)
            return &items[i];
    return NULL;
}

/* Both states list the same forces; one without a position now has none there. */
static size_t apply(const struct whatif_question *q, struct public_answer *now,
                    struct public_answer *then, size_t count, bool *ret_is_about)
{
    for (size_t i = 0; i < q->count; i++) {
        const struct position_change *c = &q->changes[i];
        struct public_answer *was = find_force(now, count, c->force_no);
        if (!was) {
            now[count] = then[count] = (struct public_answer){.force_no = c->force_no,
                                                              .position = POSITION_SILENT,
                                                              .is_territorial = c->is_territorial};
            was = &now[count++];
        }
        ret_is_about[i] = !was->is_acknowledged && was->position != c->to;
        if (ret_is_about[i]) {
            then[was - now].position = c->to;
            then[was - now].is_qualified = false;
        }
    }
    return count;
}

static struct whatif_state state_of(struct tool_answers tool,
                                    const struct measure_settings *settings)
{
    struct map_counts map = tool_answers_map(tool);
    return (struct whatif_state){.counts = tool_answers_counts(tool),
                                 .qualified = tool_answers_qualified(tool),
                                 .exposure = tool_answers_exposure(tool, &settings->model),
                                 .band = {accounting_of(map, settings->users_low),
                                          accounting_of(map, settings->users_high)}};
}

struct whatif_answer whatif_answer_of(struct tool_answers tool, const struct whatif_question *q,
                                      const struct measure_settings *settings)
{
    struct public_answer *now __attribute__((cleanup(memory_release))) =
        memory_new((tool.count + q->count) * 2, sizeof *now);
    struct public_answer *then = now + tool.count + q->count;
    if (tool.count) {
        memcpy(now, tool.items, tool.count * sizeof *now);
        memcpy(then, tool.items, tool.count * sizeof *now);
    }
    struct whatif_answer a = {0};
    size_t count = apply(q, now, then, tool.count, a.is_about);
    struct tool_answers before = {now, count, tool.territorial};
    struct tool_answers after = {then, count, tool.territorial};
    a.now = state_of(before, settings);
    a.then = state_of(after, settings);
    a.change = whatif_between(before, after, &settings->model);
    for (size_t i = 0; i < q->count; i++) {
        const struct public_answer *asked = find_force(now, count, q->changes[i].force_no);
        a.change.others_ncnd -= asked && !a.is_about[i] && asked->position == POSITION_NCND;
    }
    a.is_kept_from_public = settings->is_public && (a.now.counts.ncnd < settings->least_cohort ||
                                                    a.then.counts.ncnd < settings->least_cohort ||
                                                    a.change.others_ncnd < settings->least_cohort);
    return a;
}

static void print_changes(const struct whatif_answer *a, const struct whatif_question *q,
                          const char *tool)
{
    fputs("About ", stdout);
    terminal_print(stdout, tool);
    fputs(", if", stdout);
    const char *separator = " ";
    for (size_t i = 0; i < q->count; i++) {
        fputs(separator, stdout);
        terminal_print(stdout, q->changes[i].force);
        printf(" %s", position_verbs[q->changes[i].to]);
        separator = i + 2 == q->count ? " and " : ", ";
    }
    puts(":");
    for (size_t i = 0; i < q->count; i++) {
        if (a->is_about[i])
            continue;
        fputs("  ", stdout);
        terminal_print(stdout, q->changes[i].force);
        puts(
            " stands there already, or on an acknowledgement of its own, which no letter changes.");
    }
}

static void print_counts(const char *label, size_t now, size_t then)
{
    printf("  %-44s %10zu %10zu\n", label, now, then);
}

static void print_numbers(const char *label, double now, double then, int digits)
{
    printf("  %-44s", label);
    const double numbers[] = {now, then};
    for (int i = 0; i < 2; i++) {
        if (isnan(numbers[i]))
            printf(" %10s", "-");
        else
            printf(" %10.*f", digits, numbers[i]);
    }
    putchar('\n');
}

static void print_users(const struct whatif_answer *a)
{
    printf("  %-44s", "  95 % interval of their number");
    const struct whatif_state *const states[] = {&a->now, &a->then};
    for (int i = 0; i < 2; i++) {
        char text[48] = "-";
        if (states[i]->counts.ncnd)
            text_fit(text, sizeof text, "%zu to %zu", states[i]->exposure.users.low,
                     states[i]->exposure.users.high);
        printf(" %10s", text);
    }
    putchar('\n');
}

static void print_exposure(const struct whatif_answer *a)
{
    const struct exposure *now = &a->now.exposure, *then = &a->then.exposure;
    print_numbers("Share of users expected among the NCND, %", 100 * now->p_use, 100 * then->p_use,
                  1);
    print_users(a);
    print_numbers("Decodability ratio (1: NCND says nothing)", now->decodability,
                  then->decodability, 2);
    print_numbers("Bits about all forces given away", now->leaked_bits, then->leaked_bits, 2);
    double bits = round(a->change.others_bits * 100) / 100;
    if (a->change.others_ncnd)
        printf("  %s %.2f bits about the %zu other %s with NCND.\n",
               bits < 0 ? "The change takes back" : "The change gives away", fabs(bits),
               a->change.others_ncnd, a->change.others_ncnd == 1 ? "force" : "forces");
}

void whatif_answer_print(const struct whatif_answer *a, const struct whatif_question *q,
                         const char *tool)
{
    print_changes(a, q, tool);
    printf("  %-44s %10s %10s\n", "", "now", "then");
    print_counts("Forces that confirm", a->now.counts.confirming, a->then.counts.confirming);
    print_counts("Forces that deny", a->now.counts.denying, a->then.counts.denying);
    print_counts("Forces that neither confirm nor deny", a->now.counts.ncnd, a->then.counts.ncnd);
    if (a->now.qualified || a->then.qualified)
        print_counts("  of them by a qualified denial (see below)", a->now.qualified,
                     a->then.qualified);
    for (int i = 0; i < 2 && !a->is_kept_from_public; i++) {
        char label[64];
        size_t users = a->now.band[i].users;
        text_fit(label, sizeof label, "If %zu %s it: chance of the others, %%", users,
                 users == 1 ? "force uses" : "forces use");
        print_numbers(label, 100 * a->now.band[i].p_use, 100 * a->then.band[i].p_use, 1);
    }
    if (a->is_kept_from_public)
        puts("  So few forces neither confirm nor deny that a figure would point at single ones: "
             "not shown to the public.");
    else
        print_exposure(a);
    if (a->now.qualified || a->then.qualified)
        puts("  A qualified denial, of open use with an NCND for the rest, counts here as NCND:\n"
             "  a reader still does not know. Report and matrix.csv count it as a denial.");
}

static json_t *number(double value, bool is_hidden)
{
    return is_hidden || isnan(value) ? json_null() : json_real(value);
}

static json_t *state_json(const struct whatif_state *s, bool is_hidden)
{
    json_t *object = json_pack("{sI sI sI}", "confirm", (json_int_t)s->counts.confirming, "deny",
                               (json_int_t)s->counts.denying, "ncnd", (json_int_t)s->counts.ncnd);
    json_object_set_new(object, "qualified", json_integer((json_int_t)s->qualified));
    const struct exposure *e = &s->exposure;
    json_object_set_new(object, "p_use", number(e->p_use, is_hidden));
    bool has_users = s->counts.ncnd && !is_hidden;
    json_object_set_new(object, "users_low",
                        has_users ? json_integer((json_int_t)e->users.low) : json_null());
    json_object_set_new(object, "users_high",
                        has_users ? json_integer((json_int_t)e->users.high) : json_null());
    json_object_set_new(object, "decodability", number(e->decodability, is_hidden));
    json_object_set_new(object, "leaked_bits", number(e->leaked_bits, is_hidden));
    json_t *band = json_array();
    for (int i = 0; i < 2; i++)
        json_array_append_new(band, json_pack("{sI so}", "users", (json_int_t)s->band[i].users,
                                              "p_use", number(s->band[i].p_use, is_hidden)));
    json_object_set_new(object, "band", band);
    return object;
}

json_t *whatif_answer_json(const struct whatif_answer *a, const struct whatif_question *q,
                           const char *tool_id)
{
    json_t *changes = json_array();
    for (size_t i = 0; i < q->count; i++)
        json_array_append_new(changes,
                              json_pack("{ss ss sb}", "force", q->changes[i].force, "position",
                                        q->changes[i].to == POSITION_SILENT
                                            ? "none"
                                            : positions.words[q->changes[i].to],
                                        "changes_something", a->is_about[i]));
    return json_pack("{ss so so so sI so}", "tool_id", tool_id, "changes", changes, "now",
                     state_json(&a->now, a->is_kept_from_public), "then",
                     state_json(&a->then, a->is_kept_from_public), "others_ncnd",
                     (json_int_t)a->change.others_ncnd, "bits_about_others",
                     number(a->change.others_bits, a->is_kept_from_public));
}
