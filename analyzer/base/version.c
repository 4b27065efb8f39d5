/* SPDX-License-Identifier: MIT */
#include "base/version.h"

const char *concord_version(void)
{
    return CONCORD_VERSION;
}
