/* Lets one call to the system go wrong: the k-th of those that a process makes to files in one folder.

   Loaded before the C library (LD_PRELOAD), so that the calls of SQLite are counted as well as those of Python. The
   process arms it for itself; calls and faults are named as in calls.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { KILL = 1, TORN, SHORT, ERROR, STICKY };

static char root[4096];
static size_t root_length;
static long strike = -1, seen;
static int how, code, journal = -1;

/* Count and strike calls to files below `folder` from now on; each is told on the descriptor `log`, if that is one. */
void faults_arm(const char *folder, long at, int kind, int error, int log) {
    root_length = (size_t)snprintf(root, sizeof root, "%s", folder);
    strike = at; how = kind; code = error; journal = log; seen = 0;
}

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int is_ours(const char *path) {
    return root_length && path && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int is_our_file(int descriptor) {
    char link[64], path[4096];
    if (!root_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

static void tell(const char *call) {
    static ssize_t (*real)(int, const void *, size_t);
    char line[32];
    if (!real) real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (journal >= 0) real(journal, line, (size_t)snprintf(line, sizeof line, "%s\n", call));
}

/* 0 for a call that is made, ERROR for one that fails, TORN and SHORT for one that is half made. */
static int meet(const char *call, int needs_room) {
    tell(call);
    long here = seen++;
    if (strike < 0 || !(here == strike || (here > strike && how == STICKY && needs_room))) return 0;
    if (how == KILL) kill(getpid(), SIGKILL);
    if (how == ERROR || how == STICKY) { errno = code; return ERROR; }
    return how;
}

static void die_if_torn(int kind) { if (kind == TORN) kill(getpid(), SIGKILL); }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        REAL(int, name, const char *, int, ...); \
        if (is_ours(path) && meet(flags & O_CREAT ? "create" : "open", flags & O_CREAT)) return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        REAL(int, name, int, const char *, int, ...); \
        if (is_ours(path) && meet(flags & O_CREAT ? "create" : "open", flags & O_CREAT)) return -1; \
        return real(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int descriptor, const void *data, size_t length) {
    REAL(ssize_t, write, int, const void *, size_t);
    int kind = is_our_file(descriptor) ? meet("write", 1) : 0;
    if (kind == ERROR) return -1;
    if (!kind) return real(descriptor, data, length);
    ssize_t done = real(descriptor, data, length / 2 + 1);
    die_if_torn(kind);
    return done;
}

#define PWRITE(name, offset_type) \
    ssize_t name(int descriptor, const void *data, size_t length, offset_type at) { \
        REAL(ssize_t, name, int, const void *, size_t, offset_type); \
        int kind = is_our_file(descriptor) ? meet("write", 1) : 0; \
        if (kind == ERROR) return -1; \
        if (!kind) return real(descriptor, data, length, at); \
        ssize_t done = real(descriptor, data, length / 2 + 1, at); \
        die_if_torn(kind); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t read(int descriptor, void *data, size_t length) {
    REAL(ssize_t, read, int, void *, size_t);
    if (is_our_file(descriptor) && meet("read", 0)) return -1;
    return real(descriptor, data, length);
}

#define PREAD(name, offset_type) \
    ssize_t name(int descriptor, void *data, size_t length, offset_type at) { \
        REAL(ssize_t, name, int, void *, size_t, offset_type); \
        if (is_our_file(descriptor) && meet("read", 0)) return -1; \
        return real(descriptor, data, length, at); \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

#define ON_FILE(name, call, needs_room) \
    int name(int descriptor) { \
        REAL(int, name, int); \
        if (is_our_file(descriptor) && meet(call, needs_room)) return -1; \
        return real(descriptor); \
    }
ON_FILE(fsync, "fsync", 1)
ON_FILE(fdatasync, "fsync", 1)

#define TRUNCATE(name, offset_type) \
    int name(int descriptor, offset_type length) { \
        REAL(int, name, int, offset_type); \
        if (is_our_file(descriptor) && meet("truncate", 0)) return -1; \
        return real(descriptor, length); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    if (is_ours(from) && meet("rename", 1)) return -1;
    return real(from, to);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    if (is_ours(path) && meet("unlink", 0)) return -1;
    return real(path);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    if (is_ours(path) && meet("mkdir", 1)) return -1;
    return real(path, mode);
}

int chmod(const char *path, mode_t mode) {
    REAL(int, chmod, const char *, mode_t);
    if (is_ours(path) && meet("mode", 0)) return -1;
    return real(path, mode);
}

int fchmod(int descriptor, mode_t mode) {
    REAL(int, fchmod, int, mode_t);
    if (is_our_file(descriptor) && meet("mode", 0)) return -1;
    return real(descriptor, mode);
}
