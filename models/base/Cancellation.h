// Asking long work to stop: the owner keeps a CancelSource, the work polls its CancelToken.
#pragma once

#include <atomic>
#include <memory>

namespace hallway {

/// Cheap to copy, safe to poll from any thread. A default token is never cancelled.
class CancelToken {
public:
    CancelToken() = default;
    [[nodiscard]] bool cancelled() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<const std::atomic<bool>> flag) : m_flag(std::move(flag)) {}
    std::shared_ptr<const std::atomic<bool>> m_flag;
};

class CancelSource {
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] CancelToken token() const { return CancelToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace hallway
