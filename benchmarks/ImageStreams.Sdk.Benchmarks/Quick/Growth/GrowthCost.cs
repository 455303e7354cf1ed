namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>The time and the allocations of one operation on an input of a size.</summary>
public readonly record struct GrowthCost(int Size, double Nanoseconds, double Bytes);
