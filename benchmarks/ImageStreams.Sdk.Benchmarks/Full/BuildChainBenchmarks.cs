using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Quick;
using ImageStreams.Builds;
using ImageStreams.Graphs;

namespace ImageStreams.Benchmarks.Full;

/// <summary>The chain of a tree of builds; creating it is the baseline of querying it.</summary>
[MemoryDiagnoser]
public class BuildChainBenchmarks
{
    private BuildConfig[] _configs = [];
    private BuildChain _chain = BuildChain.Create([]);

    [Params(1_000, 5_000, 100_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _configs = BuildTrees.Generate(Size);
        _chain = BuildChain.Create(_configs);
    }

    [Benchmark(Baseline = true)]
    public BuildChain Create() => BuildChain.Create(_configs);

    [Benchmark]
    public BuildChainCycles Cycles() => _chain.FindCycles();

    [Benchmark]
    public BuildChainPartition? Dependents() =>
        _chain.FindDependents(BuildChainBenches.Tag(0), BuildChainInputs.TriggersOnly);

    [Benchmark]
    public BuildChainPartition? Dependencies() =>
        _chain.FindDependencies(BuildChainBenches.Tag(Size), BuildChainInputs.TriggersOnly);
}
