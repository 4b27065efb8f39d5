/* SPDX-License-Identifier: MIT */
#include "cmd/options.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/slice.h"
#include "base/terminal.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_KEY = 256 }; /* of options without a letter */

struct parsing {
    const struct command_line *line;
    char *settings;
    bool *is_given; /* each option of the line */
};

static int key_of(const struct command_line *line, size_t i)
{
    return line->options[i].letter ? line->options[i].letter : FIRST_KEY + (int)i;
}

static const char *words_of(const char *name, char *value, struct argp_state *state)
{
    struct slice text = slice_trim(slice_of(value));
    if (text.length == 0)
        argp_error(state, "--%s needs words", name);
    value[text.bytes - value + (ptrdiff_t)text.length] = '\0';
    return text.bytes;
}

static void take_option(const struct command_option *o, void *member, char *value,
                        struct argp_state *state)
{
    if (o->set)
        o->set(member, value, state);
    else if (o->kind == OPTION_FLAG)
        *(bool *)member = true;
    else if (o->kind == OPTION_LIST)
        *(unsigned *)member = list_option(o->name, value, o->list, state);
    else
        *(const char **)member = o->needs_words ? words_of(o->name, value, state) : value;
}

static bool is_given(const struct parsing *p, const char *name)
{
    for (size_t i = 0; p->line->options[i].name; i++)
        if (strcmp(p->line->options[i].name, name) == 0)
            return p->is_given[i];
    return false;
}

static void check_exclusions(const struct parsing *p, struct argp_state *state)
{
    for (size_t i = 0; p->line->options[i].name; i++) {
        const struct command_option *o = &p->line->options[i];
        if (p->is_given[i] && o->not_with && is_given(p, o->not_with))
            argp_error(state, "--%s and --%s exclude one another: give one of them", o->not_with,
                       o->name);
    }
}

static void add_argument(struct argument_list *list, const char *value)
{
    list->items = memory_grow(list->items, list->count, &list->room, sizeof *list->items);
    list->items[list->count++] = value;
}

static error_t take_argument(const struct parsing *p, char *value, struct argp_state *state)
{
    if (p->line->takes_list) {
        add_argument((void *)(p->settings + p->line->arguments[0]), value);
        return 0;
    }
    if (state->arg_num < p->line->most) {
        *(const char **)(void *)(p->settings + p->line->arguments[state->arg_num]) = value;
        return 0;
    }
    if (!p->line->too_many)
        return ARGP_ERR_UNKNOWN;
    argp_error(state, "Too many arguments: %s, not also \"%s\"", p->line->too_many, value);
    return 0;
}

static void check(const struct parsing *p, struct argp_state *state)
{
    if (state->arg_num < p->line->least && p->line->missing)
        argp_error(state, "%s", p->line->missing);
    else if (state->arg_num < p->line->least)
        argp_usage(state);
    check_exclusions(p, state);
    if (p->line->check)
        p->line->check(p->settings, state);
}

/* What stands on the command line for the option that was just taken: "--name", "--name=value",
 * or letters. */
static const char *typed_option(const char *value, const struct argp_state *state)
{
    const char *last = state->argv[state->next - 1];
    return value && value == last ? state->argv[state->next - 2] : last;
}

/* getopt takes the beginning of a name for the whole, but --force of another command is not
 * --forces of this one. */
static void check_name(const struct command_option *o, const char *value, struct argp_state *state)
{
    const char *typed = typed_option(value, state);
    if (strncmp(typed, "--", 2) != 0)
        return;
    int length = (int)strcspn(typed + 2, "=");
    if ((size_t)length != strlen(o->name))
        argp_error(state, "There is no --%.*s here. Did you mean --%s?", length, typed + 2,
                   o->name);
}

static error_t parse(int key, char *value, struct argp_state *state)
{
    const struct parsing *p = state->input;
    if (key == ARGP_KEY_ARG)
        return take_argument(p, value, state);
    if (key == ARGP_KEY_END) {
        check(p, state);
        return 0;
    }
    for (size_t i = 0; p->line->options[i].name; i++) {
        if (key_of(p->line, i) != key)
            continue;
        check_name(&p->line->options[i], value, state);
        p->is_given[i] = true;
        take_option(&p->line->options[i], p->settings + p->line->options[i].offset, value, state);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

static size_t count_options(const struct command_line *line)
{
    size_t count = 0;
    while (line->options[count].name)
        count++;
    return count;
}

/* argp's own table; the caller frees. */
static struct argp_option *table_for_argp(const struct command_line *line)
{
    size_t count = count_options(line);
    struct argp_option *table = memory_new(count + 1, sizeof *table);
    for (size_t i = 0; i < count; i++) {
        const struct command_option *o = &line->options[i];
        table[i] = (struct argp_option){
            .name = o->name, .key = key_of(line, i), .arg = o->value, .doc = o->help};
    }
    return table;
}

void options_parse(const struct command_line *line, int argc, char **argv, void *settings)
{
    struct parsing parsing = {line, settings, memory_new(count_options(line) + 1, sizeof(bool))};
    struct argp_option *table = table_for_argp(line);
    const struct argp argp = {
        .options = table, .parser = parse, .args_doc = line->usage, .doc = line->doc};
    argp_parse(&argp, argc, argv, 0, NULL, &parsing);
    free(table);
    free(parsing.is_given);
}

static void print_text(const char *name, const char *text, FILE *out)
{
    fprintf(out, " --%s ", name);
    terminal_print_word(out, text);
}

static void print_option(const struct command_option *o, const void *member, FILE *out)
{
    const char *text = o->kind == OPTION_TEXT ? *(const char *const *)member : NULL;
    if (o->print)
        o->print(member, out);
    else if (text)
        print_text(o->name, text, out);
    else if (o->kind == OPTION_FLAG && *(const bool *)member)
        fprintf(out, " --%s", o->name);
}

char *options_text(const struct command_line *line, const void *settings)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        memory_exhausted();
    for (const struct command_option *o = line->options; o->name; o++)
        if (o->shapes_result)
            print_option(o, (const char *)settings + o->offset, out);
    if (fclose(out) != 0)
        memory_exhausted();
    if (size > 0)
        memmove(text, text + 1, size); /* the space before the first */
    return text;
}
