using System.Text;

namespace ImageStreams.Conformance.Suites;

/// <summary>Orders texts by their bytes in UTF-8, as Go does.</summary>
internal sealed class Utf8Comparer : IComparer<string>
{
    public static Utf8Comparer Instance { get; } = new();

    public int Compare(string? x, string? y) =>
        Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
