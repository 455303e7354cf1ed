using ImageStreams.References;

namespace ImageStreams.AotSmoke;

/// <summary>A stream before and after its import.</summary>
internal static class Samples
{
    /// <summary>Two tags: one follows an image, one follows the first; and an unknown field.</summary>
    public const string Stream = """
        {"metadata":{"name":"app","namespace":"shop","generation":1},"spec":{"lookupPolicy":{"local":false},"tags":[
        {"name":"1.0","from":{"kind":"DockerImage","name":"registry.example.com/team/app:1.0"},"generation":1},
        {"name":"latest","from":{"kind":"ImageStreamTag","name":"1.0"},"generation":1}]},"x-team":{"a":[1,2]}}
        """;

    public static DateTimeOffset Created { get; } = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    public static DateTimeOffset Now { get; } = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static string Imported(Digest digest) =>
        $$$"""
        {"metadata":{"name":"app","namespace":"shop","generation":2},
        "spec":{"lookupPolicy":{"local":false},"tags":[
        {"name":"1.0","annotations":null,"from":{"kind":"DockerImage","name":"registry.example.com/team/app:1.0"},
        "generation":2,"importPolicy":{},"referencePolicy":{"type":""}},
        {"name":"latest","annotations":null,"from":{"kind":"ImageStreamTag","name":"1.0"},
        "generation":1,"importPolicy":{},"referencePolicy":{"type":""}}]},
        "status":{"dockerImageRepository":"","tags":[{"tag":"1.0","items":[{{{Event(digest)}}}]},{"tag":"latest","items":[{{{Event(digest)}}}]}]},
        "x-team":{"a":[1,2]}}
        """.Replace("\n", "", StringComparison.Ordinal);

    private static string Event(Digest digest) =>
        $$$"""
        {"created":"2024-01-02T03:04:05Z","dockerImageReference":"registry.example.com/team/app@{{{digest}}}",
        "image":"{{{digest}}}","generation":2}
        """;
}
