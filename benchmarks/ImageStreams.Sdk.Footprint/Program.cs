using System.Diagnostics;
using System.Globalization;
using ImageStreams.Benchmarks.Inputs;

// What checking scheduled tags that have not moved takes of time, connections and memory: one line for each round.
// Published ahead of time, so that it is the library that is weighed, and not a compiler at work.
if (args is not [var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var tags) || tags == 0)
{
    await Console.Error.WriteLineAsync("usage: ImageStreams.Sdk.Footprint TAGS");
    return 2;
}

using var fleet = await ScheduledFleet.CreateAsync(tags);
for (var round = 1; round <= 5; round++)
{
    var started = Stopwatch.GetTimestamp();
    var count = await fleet.CheckAsync();
    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    await Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{count} tags unchanged in {seconds:0.00} s, {fleet.Connections} connections, working set {Environment.WorkingSet >> 20} MiB, of it live objects {GC.GetTotalMemory(forceFullCollection: false) >> 20} MiB"));
}

return 0;
