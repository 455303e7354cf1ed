using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Lifecycle;
using ImageStreams.Validation;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Creating a stream as the API server does; validating alone is the baseline.</summary>
[MemoryDiagnoser]
public class StrategyCreateBenchmarks
{
    private ImageStream _stream = new();

    [Params(100, 1_000, 100_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp() => _stream = NewStreams.Generate(Size);

    [Benchmark(Baseline = true)]
    public int Validate() => ImageStreamValidator.Validate(_stream, AllowedRegistries.All).Count;

    [Benchmark]
    public StreamChangeResult Create() => StreamLifecycle.Create(_stream, NewStreams.Context);
}
