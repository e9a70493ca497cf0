# Every outside library, found once. Which room may use which is said in ARCHITECTURE.md
# and checked by tests/tools/check_layers.py.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg Charts LinguistTools)
find_package(Qt6 6.4 QUIET COMPONENTS Test)
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
if(BUILD_TESTING) # makes gzip and zlib streams
    find_package(ZLIB REQUIRED)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(Graphviz REQUIRED IMPORTED_TARGET libgvc libcgraph)
pkg_check_modules(XxHash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(IsaL REQUIRED IMPORTED_TARGET libisal) # of Debian on amd64 and arm64
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(Lzma REQUIRED IMPORTED_TARGET liblzma)
pkg_check_modules(Lz4 REQUIRED IMPORTED_TARGET liblz4)
pkg_check_modules(LibArchive REQUIRED IMPORTED_TARGET libarchive)
find_package(BZip2 REQUIRED)

# Headers only, without a CMake package.
find_path(Protozero_INCLUDE_DIR protozero/pbf_reader.hpp REQUIRED)
add_library(Protozero INTERFACE IMPORTED)
target_include_directories(Protozero INTERFACE "${Protozero_INCLUDE_DIR}")
target_compile_definitions(Protozero INTERFACE PROTOZERO_USE_VIEW=std::string_view)
