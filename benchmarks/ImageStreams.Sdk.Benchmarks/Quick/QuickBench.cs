namespace ImageStreams.Benchmarks.Quick;

/// <summary>A benchmark of the quick mode: its name and how one operation on an input of a size is prepared.</summary>
public sealed record QuickBench(string Name, Func<int, QuickOperation> Prepare);
