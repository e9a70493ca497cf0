#include "layout/NearestAscending.h"

#include <cstddef>

namespace hallway {

std::vector<double> nearestAscending(std::span<const double> wanted, std::span<const double> weights) {
    struct Block {
        double mean;
        double weight;
        std::size_t count;
    };
    std::vector<Block> blocks; // neighbours that want to pass each other share the mean of their wishes
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Block block{wanted[i], weights[i], 1};
        while (!blocks.empty() && blocks.back().mean > block.mean) {
            const Block& before = blocks.back();
            const double weight = before.weight + block.weight;
            block = {(before.mean * before.weight + block.mean * block.weight) / weight, weight,
                     before.count + block.count};
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::vector<double> result;
    result.reserve(wanted.size());
    for (const Block& block : blocks)
        result.insert(result.end(), block.count, block.mean);
    return result;
}

} // namespace hallway
