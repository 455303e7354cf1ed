using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Quick;
using ImageStreams.Resolution;

namespace ImageStreams.Benchmarks.Full;

/// <summary>
/// All tags of many streams: the pull spec alone is the baseline, beside the whole answer and the explanation.
/// </summary>
[MemoryDiagnoser]
public class ResolutionBenchmarks
{
    private ImageStream[] _streams = [];

    [Params(100, 10_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp() => _streams = ResolutionInputs.Streams(Size);

    [Benchmark(Baseline = true)]
    public long FindLatest() => ResolutionBenches.ResolveLatest(_streams).Length;

    [Benchmark]
    public int Resolve() => OfEachTag(static (stream, tag) => TagResolver.Resolve(stream, tag).Hops.Count);

    [Benchmark]
    public int Explain() => OfEachTag(static (stream, tag) => TagResolver.Explain(stream, tag).Steps.Count);

    private int OfEachTag(Func<ImageStream, string, int> ask)
    {
        var sum = 0;
        foreach (var stream in _streams)
        {
            foreach (var tag in ResolutionInputs.TagNames)
            {
                sum += ask(stream, tag);
            }
        }

        return sum;
    }
}
