using System.Globalization;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>
/// The pull specs of <c>reference-parse</c>: ten shapes in turn, the last two of which are no references.
/// </summary>
public static class ReferenceSpecs
{
    public static string[] Generate(int count) => [.. Enumerable.Range(0, count).Select(Spec)];

    private static string Spec(int i) => (i % 10) switch
    {
        0 => Invariant($"app{i}"),
        1 => Invariant($"library/app{i}:latest"),
        2 => Invariant($"quay.io/org{i % 7}/app{i}:v{i % 5}"),
        3 => Invariant($"registry.example.com:5000/ns{i % 7}/app{i}"),
        4 => Invariant($"localhost:5000/app{i}:1.{i % 9}"),
        5 => Invariant($"quay.io/org/app{i}@sha256:{i:x64}"),
        6 => Invariant($"docker.io/library/app{i}:t{i % 3}@sha256:{i:x64}"),
        7 => Invariant($"a/b/c/d/app{i}"),
        8 => Invariant($"Invalid/App{i}:tag"),
        _ => Invariant($"bad::app{i}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
