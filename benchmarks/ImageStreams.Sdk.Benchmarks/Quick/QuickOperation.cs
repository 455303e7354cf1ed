using System.Text.Json.Nodes;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>One operation, on input made beforehand.</summary>
/// <param name="Run">The work to be measured; its result is only there to be used.</param>
/// <param name="Check">
/// What to print as <c>check</c>, computed from the result of the last run; null prints none.
/// </param>
public sealed record QuickOperation(Func<long> Run, Func<JsonNode?>? Check = null);
