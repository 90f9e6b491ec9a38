--- Questions to the user, one after the other, without a callback each: call these in a coroutine.
local M = {}

---@async
---@param prompt string
---@param choices string[]
---@return integer? index nothing if the user turned back
function M.select(prompt, choices)
  local answer = M.continuation()
  vim.ui.select(choices, { prompt = prompt }, function(_, index)
    answer(index)
  end)
  return coroutine.yield()
end

---@async
---@param prompt string
---@param default string
---@return string? typed nothing if the user turned back
function M.input(prompt, default)
  local answer = M.continuation()
  vim.ui.input({ prompt = prompt, default = default }, answer)
  return coroutine.yield()
end

--- A function that goes on with the running coroutine, once that has yielded: some interfaces answer before
--- their call returns.
---@return fun(value: any)
function M.continuation()
  local waiting = coroutine.running()
  return vim.schedule_wrap(function(value)
    assert(coroutine.resume(waiting, value))
  end)
end

return M
