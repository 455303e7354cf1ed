using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Quick;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Following a chain of tags from its head, which is the baseline, and from each of its tags.</summary>
[MemoryDiagnoser]
public class FollowChainBenchmarks
{
    private ImageStream _stream = new();
    private string[] _tags = [];

    [Params(100, 1_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp() =>
        (_stream, _tags) = (ResolutionInputs.Chain(Size), [.. Enumerable.Range(0, Size).Select(ResolutionInputs.LinkName)]);

    [Benchmark(Baseline = true)]
    public long Head() => ResolutionBenches.Follow(_stream, _tags[..1]);

    [Benchmark]
    public long EveryTag() => ResolutionBenches.Follow(_stream, _tags);
}
