using System.Diagnostics;
using System.Globalization;
using ImageStreams.Benchmarks.Inputs;

// The time, connections and memory of checking scheduled tags that have not moved: one line for each round.
// Compiled ahead of time, so that the figures are those of the library and not of a JIT compiler.
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
