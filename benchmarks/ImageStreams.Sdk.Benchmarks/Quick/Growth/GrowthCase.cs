namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>A public entry point, and how its input of a size is generated.</summary>
/// <param name="Name">The entry point.</param>
/// <param name="Size">The smallest size; the others are 10 and 100 times as large.</param>
/// <param name="Prepare">Generates the input of a size and returns the operation on it.</param>
public sealed record GrowthCase(string Name, int Size, Func<int, Func<long>> Prepare);
