using System.Text.Json.Nodes;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>One operation, on input made beforehand.</summary>
/// <param name="Run">The work to measure; its result only keeps the work from being optimized away.</param>
/// <param name="Check">
/// Computes the value printed as <c>check</c> from the result of the last run; null prints none.
/// </param>
public sealed record QuickOperation(Func<long> Run, Func<JsonNode?>? Check = null)
{
    /// <summary>Work to compare with, timed in turn with the operation; prints its time and their ratio.</summary>
    public Func<long>? Yardstick { get; init; }

    /// <summary>The processor time to run the operation before it is timed; a second by default. A server has more code to compile.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The tag events that one operation creates; prints the bytes allocated for each. 0 prints none.</summary>
    public int Events { get; init; }

    /// <summary>The length of the JSON that the operation is on; prints it as <c>shape.jsonBytes</c>. 0 prints none.</summary>
    public int JsonBytes { get; init; }

    /// <summary>The result to measure beyond the input; printed as <c>retainedBytesPerItem</c>. Null prints none.</summary>
    public QuickRetention? Retention { get; init; }
}
