/* SPDX-License-Identifier: MIT
 * The version of the program, as the Makefile took it from the tags of the
 * repository; a checkout without tags has the version of the last release.
 */
#ifndef CONCORD_BASE_VERSION_H
#define CONCORD_BASE_VERSION_H

/* Such as "0.1.0" or "0.1.0-3-g1a2b3c4". Static. */
const char *concord_version(void);

#endif
