/* SPDX-License-Identifier: MIT */
#include "random_pack.h"

#include "base/memory.h"
#include "measuring.h"
#include "table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static int below(struct random_pack *p, int n)
{
    p->state ^= p->state << 13; /* xorshift32: the same on every machine */
    p->state ^= p->state >> 17;
    p->state ^= p->state << 5;
    return (int)(p->state % (uint32_t)n);
}

__attribute__((format(printf, 3, 4))) static void add(struct random_lines *lines, int force,
                                                      const char *format, ...)
{
    ck_assert_int_lt(lines->count, RANDOM_LINES_MOST);
    struct random_line *line = &lines->items[lines->count++];
    line->force = force;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line->rest, sizeof line->rest, format, arguments);
    va_end(arguments);
}

static void add_response(struct random_pack *p, int force, const char *tool, int request,
                         const char *question, const char *date, const char *answer)
{
    add(&p->responses, force, "R%03d,%d/%d,%s,%s,%s,%s", p->responses.count, 7001 + request,
        21 + request, question, tool, date, answer);
}

/* stance, held_statement, exemptions */
static const char *const answers[] = {
    "ncnd,,31(3)", "ncnd,,31(3);24(2)",  "ncnd,,24",   "ncnd,confirm,31(3)",
    "disclosed,,", "held_exempt,,31(1)", "not_held,,", "refused_cost,,12(1)"};

static const char *random_answer(struct random_pack *p)
{
    return answers[below(p, (int)LENGTH_OF(answers))];
}

static void add_letters(struct random_pack *p, int force)
{
    static const char *const questions[] = {"Q1", "Q2", "Q3"};
    for (int request = 0; request < 3; request++) {
        char date[48]; /* more than a date needs: any int fits */
        snprintf(date, sizeof date, "%d-%02d-1%d", 2022 + request, 1 + below(p, 12), below(p, 9));
        for (size_t q = 0; q < LENGTH_OF(questions); q++)
            if (below(p, 4))
                add_response(p, force, "argus", request, questions[q], date, random_answer(p));
    }
    if (below(p, 2))
        add_response(p, force, below(p, 2) ? "lantern" : "argus-mobile", 3, "", "2024-12-05",
                     random_answer(p));
}

static void add_notice(struct random_pack *p)
{
    static const char *const publishers[] = {"force", "pcc", "third_party", "third_party"};
    static const char *const tools[] = {"argus", "argus-mobile", "lantern"};
    bool by_collaboration = below(p, 3) == 0;
    add(&p->acknowledgements, by_collaboration ? -1 : 3 + below(p, RANDOM_SILENT - 3),
        "A%02d,%s,%s,other,%s,20%d-03-0%d,%s", p->acknowledgements.count,
        by_collaboration ? "weald" : "", tools[below(p, 3)],
        by_collaboration ? "collaboration" : publishers[below(p, 4)], 22 + below(p, 3),
        1 + below(p, 9), below(p, 3) ? "" : "2025-01-15");
}

struct random_pack *random_pack_make(uint32_t seed)
{
    struct random_pack *p = memory_new(1, sizeof *p);
    p->state = seed * 2654435761U + 1;
    for (int force = 0; force < RANDOM_SILENT; force++)
        add_letters(p, force);
    for (int i = 0; i < 5; i++)
        add_notice(p);
    for (int force = 3; force < RANDOM_FORCES; force += 2)
        add(&p->memberships, force, "weald,Weald,20%d-01-01,%s", 20 + below(p, 5),
            below(p, 3) ? "" : "2025-02-01");
    add(&p->acknowledgements, 0, "A50,,argus,media,third_party,2023-05-01,");
    add(&p->acknowledgements, 2, "A51,,argus,contract_notice,force,2023-05-01,");
    for (int force = 0; force < 3; force++)
        add_response(p, force, "argus", 4, "", "2025-04-07", "ncnd,,31(3)");
    return p;
}

void random_pack_answer(struct random_pack *p, int force, const char *tool, const char *stance)
{
    char answer[64];
    snprintf(answer, sizeof answer, "%s,,", stance);
    add_response(p, force, tool, 5, "", "2025-05-20", answer);
}

static void shuffle(struct random_pack *p, void *items, int count, size_t size)
{
    char *bytes = items, kept[sizeof(struct random_line)];
    for (int i = count - 1; i > 0; i--) {
        char *a = bytes + (size_t)i * size, *b = bytes + (size_t)below(p, i + 1) * size;
        memcpy(kept, a, size);
        memmove(a, b, size);
        memcpy(b, kept, size);
    }
}

static void write_lines(const char *folder, const char *file, const char *header,
                        const struct random_lines *lines, const int *order)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "force_id,%s\n", header);
    for (int i = 0; i < lines->count; i++) {
        const struct random_line *line = &lines->items[i];
        char id[16] = "";
        if (line->force >= 0)
            snprintf(id, sizeof id, "f%02d", order[line->force]);
        fprintf(out, "%s,%s\n", id, line->rest);
    }
    fclose(out);
    measuring_write(folder, &(struct measuring_file){file, text}, 1);
    free(text);
}

static const struct measuring_file fixed_files[] = {
    {"tools.csv", "tool_id,name,parent_tool_id\nargus,Argus,\nargus-mobile,Argus Mobile,argus\n"
                  "lantern,Lantern,\n"},
    {"requests.csv", "request_id,title,scope\n7001/21,One,national\n7002/22,Two,national\n"
                     "7003/23,Three,national\n"},
    {"guidance.csv", "guidance_id,title,tool_id,effective_from,condition,expected_stance\n"
                     "c23-a,Circular,argus,2023-02-01,acknowledged,held_s21\n"
                     "c23-n,Circular,argus,2023-02-01,not_acknowledged,ncnd\n"},
};

void random_pack_write(struct random_pack *p, const char *folder, int shuffled)
{
    struct random_lines forces = {0};
    int order[RANDOM_FORCES];
    for (int i = 0; i < RANDOM_FORCES; i++) {
        order[i] = i;
        add(&forces, i, "Force %c,England,territorial,FOIA", 'A' + i);
    }
    struct random_lines *const all[] = {&forces, &p->responses, &p->acknowledgements,
                                        &p->memberships};
    if (shuffled)
        shuffle(p, order, RANDOM_FORCES, sizeof *order);
    for (size_t i = 0; shuffled && i < LENGTH_OF(all); i++)
        shuffle(p, all[i]->items, all[i]->count, sizeof *all[i]->items);
    measuring_write(folder, fixed_files, LENGTH_OF(fixed_files));
    write_lines(folder, "forces.csv", "name,nation,kind,regime", &forces, order);
    write_lines(folder, "responses.csv",
                "response_id,request_id,question_id,tool_id,date_responded,stance,held_statement,"
                "exemptions",
                &p->responses, order);
    write_lines(folder, "acknowledgements.csv",
                "acknowledgement_id,collaboration_id,tool_id,kind,publisher,date_published,"
                "date_withdrawn",
                &p->acknowledgements, order);
    write_lines(folder, "collaborations.csv", "collaboration_id,name,date_from,date_to",
                &p->memberships, order);
}
