using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.References;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Sorting tags by priority; comparing them pair by pair is the baseline.</summary>
[MemoryDiagnoser]
public class PrioritizeBenchmarks
{
    private string[] _tags = [];

    [Params(1_000, 10_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp() => _tags = PriorityTags.Generate(Size);

    [Benchmark(Baseline = true)]
    public string PairByPair() => _tags.Order(TagPriority.Instance).ToArray()[0];

    [Benchmark]
    public string EachOnce() => TagPriority.Prioritize(_tags)[0];
}
