# How a room, a program and a test of Hallway are built.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(HALLWAY_CCACHE ccache)
if(HALLWAY_CCACHE)
    # Unless told so, it caches nothing that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        env CCACHE_SLOPPINESS=pch_defines,time_macros "${HALLWAY_CCACHE}")
endif()

option(HALLWAY_FUZZ "Build the libFuzzer targets (clang only)" OFF)
set(HALLWAY_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

add_library(hallway_options INTERFACE)
target_compile_options(hallway_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    # Optimising, g++ 12 sees overlaps in every "text" + std::string (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # At -O3 and under its sanitizers it takes parts of optionals and of braced temporaries for uninitialised; -Og
    # and clang do not.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>)
target_include_directories(hallway_options INTERFACE
    "${PROJECT_SOURCE_DIR}/models" "${PROJECT_SOURCE_DIR}/views" "${PROJECT_SOURCE_DIR}/app")
if(HALLWAY_SANITIZE)
    target_compile_options(hallway_options INTERFACE
        -fsanitize=${HALLWAY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(hallway_options INTERFACE -fsanitize=${HALLWAY_SANITIZE})
endif()

# hallway_library(<name> [QT] [SOURCES file…] [DEPENDS room…] [LIBRARIES target…] [PRECOMPILE header…])
# One static library of all sources in the current folder (or just SOURCES): a room. QT: its classes may
# have signals.
function(hallway_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;DEPENDS;LIBRARIES;PRECOMPILE" ${ARGN})
    if(NOT ARG_SOURCES)
        file(GLOB ARG_SOURCES CONFIGURE_DEPENDS
            "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    endif()
    add_library(hallway_${name} STATIC ${ARG_SOURCES})
    set_target_properties(hallway_${name} PROPERTIES LINKER_LANGUAGE CXX POSITION_INDEPENDENT_CODE ON)
    if(ARG_QT)
        set_target_properties(hallway_${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    endif()
    list(TRANSFORM ARG_DEPENDS PREPEND hallway_)
    target_link_libraries(hallway_${name} PUBLIC hallway_options ${ARG_DEPENDS} ${ARG_LIBRARIES})
    if(ARG_PRECOMPILE)
        hallway_precompile(hallway_${name} ${ARG_PRECOMPILE})
    endif()
endfunction()

# hallway_precompile(<target> header…)
function(hallway_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # for ccache
endfunction()

# What is no hot path is compiled in half the time; others only wait for it.
function(hallway_compile_quickly target)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# hallway_test(<tst_Name> [SOURCES file…] [LIBRARIES target…])
# One Qt Test program, registered with CTest; it paints without a display.
function(hallway_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE hallway_options ${ARG_LIBRARIES} Qt6::Test)
    hallway_compile_quickly(${name})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # others want every macro to be the same
        target_precompile_headers(${name} REUSE_FROM hallway_test_headers)
        # Of what is in such a header g++ 12 forgets that it is the system's, and warns of its own std::string.
        target_compile_options(${name} PRIVATE
            -fpch-preprocess -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_compile_definitions(${name} PRIVATE
        HALLWAY_FIXTURES="${CMAKE_CURRENT_SOURCE_DIR}/fixtures"
        HALLWAY_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data"
        HALLWAY_BIN_DIR="${CMAKE_BINARY_DIR}/bin"
        HALLWAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
