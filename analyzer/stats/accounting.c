/* SPDX-License-Identifier: MIT */
#include "stats/accounting.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>

static double choose_bits(size_t n, size_t k)
{
    return gsl_sf_lnchoose((unsigned)n, (unsigned)k) / M_LN2;
}

struct accounting accounting_of(struct map_counts counts, size_t users)
{
    users = GSL_MIN(GSL_MAX(users, counts.confirming), counts.forces - counts.denying);
    size_t unknown_users = users - counts.confirming;
    size_t undetermined = counts.forces - counts.confirming - counts.denying;
    return (struct accounting){.users = users,
                               .undetermined = undetermined,
                               .p_use = undetermined ? (double)unknown_users / (double)undetermined
                                                     : (double)NAN,
                               .map_bits = choose_bits(undetermined, unknown_users),
                               .all_bits = choose_bits(counts.forces, users)};
}
