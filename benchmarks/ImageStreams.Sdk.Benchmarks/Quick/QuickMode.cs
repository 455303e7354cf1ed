using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Quick.Growth;

namespace ImageStreams.Benchmarks.Quick;

/// <summary><c>quick NAME SIZE</c>: one figure within seconds, as one line of JSON; <c>quick growth</c>: a table.</summary>
public static class QuickMode
{
    public const string Command = "quick";

    /// <summary>Runs the benchmark that the arguments name. Returns 0, or 2 if they name none.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args is [GrowthMode.Command, ..] and { Count: <= 2 })
        {
            return GrowthMode.Run(args.Count == 2 ? args[1] : "", output);
        }

        if (args.Count != 2
            || QuickCatalog.Find(args[0]) is not { } bench
            || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size == 0)
        {
            error.WriteLine($"usage: {Command} NAME SIZE, or {Command} {GrowthMode.Command} [PART]; names: {string.Join(", ", QuickCatalog.Names)}");
            return 2;
        }

        output.WriteLine(Measure(bench, size).ToJsonString());
        return 0;
    }

    private static JsonObject Measure(QuickBench bench, int size)
    {
        var operation = bench.Prepare(size);
        var best = operation.Yardstick is { } yardstick
            ? QuickTimer.Best(operation.WarmUp, operation.Run, yardstick)
            : QuickTimer.Best(operation.WarmUp, operation.Run);
        var line = new JsonObject
        {
            ["bench"] = bench.Name,
            ["size"] = size,
            ["nsPerOp"] = Math.Round(best[0].Nanoseconds),
            ["bytesPerOp"] = best[0].Bytes,
        };
        AddComparison(line, best);
        AddDetails(line, operation, best[0]);
        return line;
    }

    private static void AddComparison(JsonObject line, QuickTiming[] best)
    {
        if (best.Length > 1)
        {
            line["yardstickNsPerOp"] = Math.Round(best[1].Nanoseconds);
            line["yardstickBytesPerOp"] = best[1].Bytes;
            line["ratio"] = Math.Round(best[0].Nanoseconds / best[1].Nanoseconds, 3);
            line["processorRatio"] = Math.Round(best[0].ProcessorNanoseconds / best[1].ProcessorNanoseconds, 3);
        }
    }

    private static void AddDetails(JsonObject line, QuickOperation operation, QuickTiming best)
    {
        if (operation.Events > 0)
        {
            line["bytesPerEvent"] = best.Bytes / operation.Events;
        }

        if (operation.JsonBytes > 0)
        {
            line["shape"] = new JsonObject { ["jsonBytes"] = operation.JsonBytes };
        }

        if (operation.Retention is { } retention)
        {
            line["retainedBytesPerItem"] = Math.Round(retention.BytesPerItem(), 1);
        }

        if (operation.Check is { } check)
        {
            line["check"] = check();
        }
    }
}
