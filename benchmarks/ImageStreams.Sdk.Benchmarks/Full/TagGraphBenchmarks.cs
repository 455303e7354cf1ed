using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Quick;
using ImageStreams.Benchmarks.Rivals;
using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Benchmarks.Full;

/// <summary>A fleet of tags, indexed, resolved and searched for cycles; a dictionary and a loop are the baseline.</summary>
[MemoryDiagnoser]
public class TagGraphBenchmarks
{
    private GraphObjects _objects = GraphObjects.None;
    private ImageStream[] _streams = [];
    private Func<int> _update = static () => 0;

    [Params(10_000, 1_000_000)]
    public int Tags { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _streams = Fleets.Fleet(Tags);
        _objects = new GraphObjects { Streams = ValueList.Create<ImageStream>(_streams) };
        _update = GraphBenches.Updates(Tags);
    }

    [Benchmark(Baseline = true)]
    public object Dictionary() => new DictionaryResolver(_streams).ResolveAll();

    [Benchmark]
    public object QuikGraph() => new QuikGraphTags(_streams).ResolveAll();

    [Benchmark]
    public TagGraph Graph() => GraphBenches.Answered(_objects);

    [Benchmark]
    public int UpdateAndImpact() => _update();
}
