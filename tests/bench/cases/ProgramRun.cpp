#include "bench/cases/Cases.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <vector>

namespace hallway::bench {

namespace {

double secondsOf(const ::timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

} // namespace

// The kernel counts what a process held before it became another program, too: a small one must start it.
Measurement runProgram(const std::string& output, std::span<const std::string> arguments) {
    if (arguments.empty()) throw std::runtime_error("no program to run");
    std::vector<std::string> copies(arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(copies.size() + 1);
    for (std::string& copy : copies)
        pointers.push_back(copy.data());
    pointers.push_back(nullptr);

    ::posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                       0644);
    ::pid_t child = 0;
    int failure = 0, status = 0;
    ::rusage usage{};
    const Seconds time = timed([&] {
        failure = ::posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
        if (failure == 0 && ::wait4(child, &status, 0, &usage) != child) failure = -1;
    });
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error(copies[0] + " cannot be started");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(copies[0] + " failed");
    return {time,
            1,
            {{"userSeconds", secondsOf(usage.ru_utime)},
             {"systemSeconds", secondsOf(usage.ru_stime)},
             {"programPeakBytes", static_cast<double>(usage.ru_maxrss) * 1024}}};
}

} // namespace hallway::bench
