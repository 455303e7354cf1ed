using System.Globalization;
using ImageStreams.Builds;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The builds that OpenShift's figures for build chains are taken on: a tree that fans out by three.</summary>
public static class BuildTrees
{
    internal const string Namespace = "ns";

    /// <summary>Build i takes image i/3 and makes image i+1, when image i/3 changes.</summary>
    public static BuildConfig[] Generate(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Config(Invariant($"bc{i:D5}"), Tag(i / 3), Tag(i + 1)))];

    /// <summary>The name of the tag of an image: <c>img00007:latest</c>.</summary>
    public static string Tag(int image) => Invariant($"img{image:D5}:latest");

    /// <summary>A build of one tag from another, which a change of that one starts.</summary>
    internal static BuildConfig Config(string name, string from, string to) => new()
    {
        Metadata = new() { Namespace = Namespace, Name = name },
        Spec = new()
        {
            Triggers = [new() { Type = "ImageChange", ImageChange = new() }],
            Strategy = new() { SourceStrategy = new() { From = ObjectReference.ImageStreamTag(from) } },
            Output = new() { To = ObjectReference.ImageStreamTag(to) },
        },
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
