/* SPDX-License-Identifier: MIT */
#ifndef CONCORD_DERIVE_COMPARE_H
#define CONCORD_DERIVE_COMPARE_H

/* One step of a comparison function over two pointers a and b. */
#define COMPARE(member)                                                                            \
    if (a->member != b->member)                                                                    \
        return a->member < b->member ? -1 : 1;

#endif
