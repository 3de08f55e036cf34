"""Lock this process in before it runs the code of somebody else.

What follows needs no rights of an administrator. `limit` works on Linux and, but for the memory,
on macOS. `lock` works on Linux, on x86_64 and aarch64, with kernel 5.13 or newer: Landlock
(https://docs.kernel.org/userspace-api/landlock.html) closes the file system and seccomp
(https://docs.kernel.org/userspace-api/seccomp_filter.html) the ways to other processes.

Landlock holds for the thread that asks for it and those that it starts, so this file imports
nothing that might start one.
"""

import ctypes
import os
import platform
import struct
import sys

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER_MODE = 38, 22, 2  # for prctl

# Landlock: system calls, the same on every processor, and rights.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_FOLDER, WRITE_FILE = 1 << 2, 1 << 3, 1 << 1
RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1}  # by version, all there are
ON_FILES = 1 << 0 | WRITE_FILE | READ_FILE | 1 << 14  # the others are rights on folders

# seccomp: how system calls are numbered on x86_64 and on aarch64, None where there is none.
ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
# What is refused whatever its arguments; `_instructions` says what is asked of the others.
REFUSED = {
    # another program or process
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    # the network, and services on this machine
    "socket": (41, 198),
    "io_uring_setup": (425, 425),
    # signals to other processes, and a look into them
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "setpriority": (141, 140),
    "sched_setaffinity": (203, 122),
    # what Landlock leaves open before kernel 6.2, and a way to new rights
    "truncate": (76, 45),
    "unshare": (272, 97),
    "setns": (308, 268),
}
# What Landlock leaves open: owner, permissions, times and labels of any file. To copy a file in
# Python sets them, so that these calls do nothing and say that all is well.
IGNORED = {
    "chmod": (90, None),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "removexattrat": (466, 466),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
}
CLONE, CLONE3, PRLIMIT = (56, 220), (435, 435), (302, 261)
TO_ITSELF = {"kill": (62, 129), "tgkill": (234, 131)}
CLONE_THREAD = 0x10000
FIRST_OF_X32 = 0x40000000

# Instructions of the filter's little machine, and where it finds a call's parts.
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, ARGUMENT = 0, 4, 16
ALLOW, ANSWER = 0x7FFF0000, 0x00050000
DONE, NOT_PERMITTED, NOT_THERE = ANSWER, ANSWER | 1, ANSWER | 38


def limit(megabytes, seconds):
    """Limit memory, computing time and the size of files, as far as the system can.

    Parameters
    ----------
    megabytes : int
        Address space in MiB. A file may have 100 MiB, and no core is dumped.
    seconds : int
        Computing time.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {
        resource.RLIMIT_AS: megabytes * 2**20,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 100 * 2**20,
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in limits.items():
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # macOS has no limit of the address space
            pass


def lock(readable, writable):
    """Lock this process in for good: some folders to read, some to write, no other process.

    Parameters
    ----------
    readable, writable : list of str
        Files and folders, with all that is in them. What does not exist is passed over.

    Returns
    -------
    locked : bool
        False where the system has no such lock.
    """
    if not sys.platform.startswith("linux") or platform.machine() not in ARCHITECTURES:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    _drop_capabilities(libc)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    files, calls = _close_files(libc, readable, writable), _close_calls(libc)
    return files and calls


def _drop_capabilities(libc):
    """Give up what an administrator may do beyond others."""
    libc.capset(struct.pack("Ii", 0x20080522, 0), bytes(24))


def _close_files(libc, readable, writable):
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    rights = RIGHTS[min(version, 3)]
    ruleset = libc.syscall(CREATE_RULESET, struct.pack("Q", rights), 8, 0)
    for path in readable:
        _open(libc, ruleset, path, READ_FILE | READ_FOLDER)
    for path in writable:
        _open(libc, ruleset, path, rights)
    done = libc.syscall(RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)
    return done == 0


def _open(libc, ruleset, path, rights):
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        rights &= ON_FILES
    rule = struct.pack("=Qi", rights, handle)
    libc.syscall(ADD_RULE, ruleset, 1, rule, 0)
    os.close(handle)


def _close_calls(libc):
    program = b"".join(_instructions())
    buffer = ctypes.create_string_buffer(program)
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    return libc.prctl(SET_SECCOMP, FILTER_MODE, head, 0, 0) == 0


def _instructions():
    """Yield the filter: what is not refused here is allowed."""
    column, architecture = ARCHITECTURES[platform.machine()]
    yield _do(LOAD, ARCHITECTURE)
    yield _do(EQUAL, architecture, skip_if=1)
    yield _do(RETURN, NOT_PERMITTED)
    yield _do(LOAD, NUMBER)
    yield _do(AT_LEAST, FIRST_OF_X32, skip_else=1)
    yield _do(RETURN, NOT_PERMITTED)
    yield from _answer(CLONE3[column], NOT_THERE)  # its flags cannot be read: clone's can
    for calls, answer in ((REFUSED, NOT_PERMITTED), (IGNORED, DONE)):
        for numbers in calls.values():
            if numbers[column] is not None:
                yield from _answer(numbers[column], answer)
    # a thread, but no process
    yield from _ask(CLONE[column], [_do(LOAD, ARGUMENT), _do(ANY_BIT, CLONE_THREAD, skip_if=1)])
    for numbers in TO_ITSELF.values():
        yield from _ask(numbers[column], [_do(LOAD, ARGUMENT), _do(EQUAL, os.getpid(), skip_if=1)])
    # to read limits, but not to set them: the third argument, in two halves, is no address
    unset = [
        _do(LOAD, ARGUMENT + 16),
        _do(EQUAL, 0, skip_else=2),
        _do(LOAD, ARGUMENT + 20),
        _do(EQUAL, 0, skip_if=1),
    ]
    yield from _ask(PRLIMIT[column], unset)
    yield _do(RETURN, ALLOW)


def _do(code, value, skip_if=0, skip_else=0):
    return struct.pack("HBBI", code, skip_if, skip_else, value)


def _answer(number, answer):
    return [_do(EQUAL, number, skip_else=1), _do(RETURN, answer)]


def _ask(number, question):
    """Ask about a call's arguments; the question skips the refusal if the call is harmless."""
    end = [_do(RETURN, NOT_PERMITTED), _do(RETURN, ALLOW)]
    return [_do(EQUAL, number, skip_else=len(question) + len(end)), *question, *end]
