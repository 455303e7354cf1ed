using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The inputs of OpenShift's figures for resolving and following tags.</summary>
public static class ResolutionInputs
{
    /// <summary>The number of tags of each stream.</summary>
    public const int TagsPerStream = 10;

    private const int Namespaces = 10;

    /// <summary>The names of those tags.</summary>
    public static ValueList<string> TagNames { get; } =
        [.. Enumerable.Range(0, TagsPerStream).Select(t => Invariant($"tag{t:D4}"))];

    /// <summary>Streams of ten imported tags each.</summary>
    public static ImageStream[] Streams(int count) => [.. Enumerable.Range(0, count).Select(i =>
        StreamInputs.Stream(Invariant($"ns{i % Namespaces}"), Invariant($"s{i:D5}"), TagsPerStream, events: 1))];

    /// <summary>A stream whose tags follow each other to the last, named alternately without and with the stream.</summary>
    public static ImageStream Chain(int tags) => new()
    {
        Metadata = new() { Namespace = "ns", Name = "stream" },
        Spec = new() { Tags = Enumerable.Range(0, tags).Select(i => Link(i, tags)).ToKeyedList() },
    };

    /// <summary>The name of a tag of the chain.</summary>
    public static string LinkName(int i) => Invariant($"t{i:D5}");

    private static TagReference Link(int i, int tags) => new()
    {
        Name = LinkName(i),
        From = i == tags - 1 ? ObjectReference.DockerImage("quay.io/org/app:v1")
            : ObjectReference.ImageStreamTag(i % 2 == 0 ? LinkName(i + 1) : $"stream:{LinkName(i + 1)}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
