using System.Globalization;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The tags of <c>prioritize</c>: versions of five shapes, shuffled.</summary>
public static class PriorityTags
{
    public static string[] Generate(int count) =>
        [.. Enumerable.Range(0, count).Select(j => Tag((int)((long)j * 7919 % count)))];

    private static string Tag(int i) => (i % 5) switch
    {
        0 => Invariant($"v{i % 7}.{i * 7L % 31}.{i}"),
        1 => Invariant($"{i % 50}.{i}"),
        2 => Invariant($"{i % 5}.{i % 13}.{i}-rc.{i % 4}"),
        3 => Invariant($"build-{i:D5}"),
        _ => Invariant($"{i % 20}.{i}-rc{i % 3}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
