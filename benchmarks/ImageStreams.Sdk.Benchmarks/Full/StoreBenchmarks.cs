using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Quick;
using ImageStreams.Storage;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Reads and writes of single streams in an in-memory store; a read is the baseline.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private InMemoryImageStreamStore _store = new();
    private ObjectKey[] _keys = [];
    private int _next;

    [Params(100, 100_000)]
    public int Streams { get; set; }

    [GlobalSetup]
    public void SetUp() => (_store, _keys) = StoreBenches.Filled(Streams);

    [Benchmark(Baseline = true)]
    public ValueTask<ImageStream?> Find() => _store.Streams.FindAsync(Scattered());

    [Benchmark]
    public ImageStream Update() => StoreBenches.Change(_store, Scattered());

    private ObjectKey Scattered() => _keys[_next = (_next + 7_919) % Streams];
}
