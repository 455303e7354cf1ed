using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>Orders names by their UTF-8 bytes.</summary>
internal static class Utf8Names
{
    public static IComparer<string> Order { get; } =
        Comparer<string>.Create(static (x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)));
}
