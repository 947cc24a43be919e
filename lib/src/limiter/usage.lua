-- One step for all keys together: either every one has room and is charged, or none is.
-- KEYS: one a limit. ARGV: now, then for each key: count, period, interval, cost, and what the caller knows (tat, since, spent).
-- Answers tat, since and spent of each key as they were before, settled; lib/src/limits.rs says what the numbers mean and
-- decides the same from them. Times are microseconds, below 2^53, so Lua's numbers hold them exactly.
local now = tonumber(ARGV[1])
local before, after, admitted = {}, {}, true
for place, key in ipairs(KEYS) do
  local given = {}
  for field = 1, 7 do given[field] = tonumber(ARGV[1 + (place - 1) * 7 + field]) end
  local count, period, interval, cost, tat, since, spent = unpack(given)
  local stored = redis.call('GET', key)
  if stored then
    local at, start, calls = string.match(stored, '^(%-?%d+),(%-?%d+),(%d+)$')
    at, start, calls = tonumber(at), tonumber(start), tonumber(calls)
    tat = math.max(tat, at)
    if start > since or (start == since and calls > spent) then since, spent = start, calls end
  end
  local horizon = count * interval
  if tat > now + horizon then tat = now end
  tat = math.max(tat, now)
  if since > now then
    since = now
  elseif now - since >= period then
    since, spent = now, 0
  end
  -- Somebody knows of calls in this period and the server does not: it lost its memory, and with it what others called since
  -- they were heard of last. One call each is presumed, so that the limit holds over the loss.
  if not stored and cost > 0 and spent > 0 then
    spent = math.max(spent, math.min(spent + 3, count))
    tat = math.max(tat, math.min(tat + 3 * interval, now + horizon))
  end
  before[#before + 1], before[#before + 2], before[#before + 3] = tat, since, spent
  local new_tat, new_spent = math.max(tat + cost * interval, now), math.max(spent + cost, 0)
  if cost > 0 and (new_spent > count or new_tat > now + horizon) then admitted = false end
  after[place] = { string.format('%.0f,%.0f,%.0f', new_tat, since, new_spent), math.ceil((horizon + period) / 1000) + 1000 }
end
if admitted then
  for place, key in ipairs(KEYS) do redis.call('SET', key, after[place][1], 'PX', after[place][2]) end
end
return before
