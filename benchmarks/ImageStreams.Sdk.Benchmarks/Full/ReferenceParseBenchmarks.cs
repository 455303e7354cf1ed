using System.Text;
using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.References;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Reading the pull specs of <c>reference-parse</c>, a fifth of which are bad; figures are per spec.</summary>
[MemoryDiagnoser]
public class ReferenceParseBenchmarks
{
    private const int Count = 1000;

    private readonly string[] _specs = ReferenceSpecs.Generate(Count);
    private readonly byte[][] _utf8 = Array.ConvertAll(ReferenceSpecs.Generate(Count), Encoding.UTF8.GetBytes);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Text() => _specs.Count(spec => ImageReference.TryParse(spec, out _));

    [Benchmark(OperationsPerInvoke = Count)]
    public int Utf8() => _utf8.Count(spec => ImageReference.TryParse(spec, out _));

    [Benchmark(OperationsPerInvoke = Count)]
    public int TextAndAllParts() => _specs.Sum(PartsLength);

    [Benchmark(OperationsPerInvoke = Count)]
    public int TextAndBack() =>
        _specs.Sum(spec => ImageReference.TryParse(spec, out var reference) ? reference.ToString().Length : 0);

    private static int PartsLength(string spec) => ImageReference.TryParse(spec, out var reference)
        ? reference.Registry.Length + reference.Namespace.Length + reference.Name.Length
            + reference.Tag.Length + reference.Id.Length
        : 0;
}
