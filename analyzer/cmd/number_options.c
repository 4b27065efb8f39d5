/* SPDX-License-Identifier: MIT */
#include "cmd/number_options.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_USERS = 1000000 };

static const struct prior {
    const char *name;
    enum exposure_parameter a, b;
} priors[] = {
    {"p", PARAMETER_A_P, PARAMETER_B_P},
    {"t1", PARAMETER_A_1, PARAMETER_B_1},
    {"t0", PARAMETER_A_0, PARAMETER_B_0},
};

static const struct ratio {
    const char *name;
    enum exposure_parameter parameter;
} ratios[] = {
    {"third-party", PARAMETER_THIRD_PARTY},
    {"collaboration", PARAMETER_COLLABORATION},
};

/* Where `value` begins with "name=", what stands behind it; else NULL. */
static const char *after_name(const char *value, const char *name)
{
    size_t length = strlen(name);
    return strncmp(value, name, length) == 0 && value[length] == '=' ? value + length + 1 : NULL;
}

/* A number above 0 and up to a million that ends before one of `ends`; NULL: none. */
static const char *read_number(const char *text, const char *ends, double *ret)
{
    char *end = NULL;
    if (strspn(text, "0123456789.") == 0)
        return NULL;
    *ret = strtod(text, &end);
    bool is_fit =
        *ret >= 1e-6 && *ret <= 1e6 && strspn(text, "0123456789.") == (size_t)(end - text);
    return is_fit && strchr(ends, *end) ? end : NULL;
}

void number_options_prior(void *member, char *value, struct argp_state *state)
{
    struct measure_options *options = member;
    for (size_t i = 0; i < sizeof priors / sizeof *priors; i++) {
        const char *numbers = after_name(value, priors[i].name), *comma = NULL;
        double a = 0, b = 0;
        if (!numbers || !(comma = read_number(numbers, ",", &a)) || !*comma ||
            !read_number(comma + 1, "", &b))
            continue;
        options->parameters[priors[i].a] = a;
        options->parameters[priors[i].b] = b;
        return;
    }
    argp_error(state,
               "--prior takes p=A,B or t1=A,B or t0=A,B with numbers from 0.000001 to "
               "1000000 in digits, such as t1=9,1, not "
               "\"%s\"",
               value);
}

void number_options_ratio(void *member, char *value, struct argp_state *state)
{
    struct measure_options *options = member;
    for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++) {
        const char *number = after_name(value, ratios[i].name);
        double ratio = 0;
        if (!number || !read_number(number, "", &ratio))
            continue;
        options->parameters[ratios[i].parameter] = ratio;
        return;
    }
    argp_error(state,
               "--ratio takes third-party=X or collaboration=X with a number from 0.000001 to "
               "1000000 in digits, such as third-party=3, not \"%s\"",
               value);
}

/* Digits alone; -1 for anything else or too much. */
static int64_t read_count(const char *text, size_t length, int64_t most)
{
    if (length == 0 || length > 10 || strspn(text, "0123456789") < length)
        return -1;
    int64_t count = strtoll(text, NULL, 10);
    return count <= most ? count : -1;
}

void number_options_users(void *member, char *value, struct argp_state *state)
{
    struct measure_options *options = member;
    const char *dash = strchr(value, '-');
    int64_t low = dash ? read_count(value, (size_t)(dash - value), MOST_USERS) : -1;
    int64_t high = dash ? read_count(dash + 1, strlen(dash + 1), MOST_USERS) : -1;
    if (low < 0 || high < 1 || low > high)
        argp_error(state, "--users takes a band of numbers of forces, such as 5-20, not \"%s\"",
                   value);
    options->users_low = low;
    options->users_high = high;
}

void number_options_seed(void *member, char *value, struct argp_state *state)
{
    struct measure_options *options = member;
    options->seed = read_count(value, strlen(value), UINT32_MAX);
    if (options->seed < 1)
        argp_error(state, "--seed takes a whole number from 1 to %" PRIu32 ", not \"%s\"",
                   UINT32_MAX, value);
}

void number_options_audience(void *member, char *value, struct argp_state *state)
{
    struct measure_options *options = member;
    options->is_public = strcmp(value, "public") == 0;
    if (!options->is_public && strcmp(value, "internal") != 0)
        argp_error(state, "--audience takes internal or public, not \"%s\"", value);
}

void number_options_print_prior(const void *member, FILE *out)
{
    const double *parameters = ((const struct measure_options *)member)->parameters;
    for (size_t i = 0; i < sizeof priors / sizeof *priors; i++)
        if (parameters[priors[i].a] > 0)
            fprintf(out, " --prior %s=%g,%g", priors[i].name, parameters[priors[i].a],
                    parameters[priors[i].b]);
}

void number_options_print_ratio(const void *member, FILE *out)
{
    const double *parameters = ((const struct measure_options *)member)->parameters;
    for (size_t i = 0; i < sizeof ratios / sizeof *ratios; i++)
        if (parameters[ratios[i].parameter] > 0)
            fprintf(out, " --ratio %s=%g", ratios[i].name, parameters[ratios[i].parameter]);
}

void number_options_print_users(const void *member, FILE *out)
{
    const struct measure_options *options = member;
    if (options->users_high)
        fprintf(out, " --users %" PRId64 "-%" PRId64, options->users_low, options->users_high);
}

void number_options_print_seed(const void *member, FILE *out)
{
    const struct measure_options *options = member;
    if (options->seed)
        fprintf(out, " --seed %" PRId64, options->seed);
}

void number_options_print_audience(const void *member, FILE *out)
{
    if (((const struct measure_options *)member)->is_public)
        fputs(" --audience public", out);
}
