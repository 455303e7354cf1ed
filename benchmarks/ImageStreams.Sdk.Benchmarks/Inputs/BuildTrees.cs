using System.Globalization;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The build configurations that OpenShift's figures for build chains are taken on: a tree that fans out by three.</summary>
public static class BuildTrees
{
    private const string Namespace = "ns";

    /// <summary>Build i takes image i/3 and makes image i+1, when image i/3 changes.</summary>
    public static BuildConfig[] Generate(int count) => [.. Enumerable.Range(0, count).Select(Config)];

    /// <summary>The name of the tag of an image: <c>img00007:latest</c>.</summary>
    public static string Tag(int image) => string.Create(CultureInfo.InvariantCulture, $"img{image:D5}:latest");

    private static BuildConfig Config(int i) => new()
    {
        Metadata = new() { Namespace = Namespace, Name = string.Create(CultureInfo.InvariantCulture, $"bc{i:D5}") },
        Spec = new()
        {
            Triggers = [new() { Type = "ImageChange", ImageChange = new() }],
            Strategy = new() { SourceStrategy = new() { From = ObjectReference.ImageStreamTag(Tag(i / 3)) } },
            Output = new() { To = ObjectReference.ImageStreamTag(Tag(i + 1)) },
        },
    };
}
