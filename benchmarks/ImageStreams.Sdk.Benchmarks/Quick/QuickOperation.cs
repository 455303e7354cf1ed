using System.Text.Json.Nodes;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>One operation, on input made beforehand.</summary>
/// <param name="Run">The work to be measured; its result is only there to be used.</param>
/// <param name="Check">
/// What to print as <c>check</c>, computed from the result of the last run; null prints none.
/// </param>
public sealed record QuickOperation(Func<long> Run, Func<JsonNode?>? Check = null)
{
    /// <summary>Work to compare with, timed in turn with the operation; prints its time and their ratio.</summary>
    public Func<long>? Yardstick { get; init; }

    /// <summary>How many tag events one operation makes; prints the bytes allocated for each. 0 prints none.</summary>
    public int Events { get; init; }

    /// <summary>The length of the JSON that the operation is on; prints it as <c>shape.jsonBytes</c>. 0 prints none.</summary>
    public int JsonBytes { get; init; }

    /// <summary>What to weigh beyond the input; prints it as <c>retainedBytesPerItem</c>. Null prints none.</summary>
    public QuickRetention? Retention { get; init; }
}
