using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Recordings;

/// <summary>A recording that is replayed.</summary>
internal sealed record Scenario(string Name)
{
    /// <summary>The scenarios about what an image stream client does.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("imagestream-crud"),
        new("imagestream-422"),
        new("imagestream-watch"),
        new("imagestreamtags"),
        new("imagetags"),
        new("imagestreamimages"),
        new("imagestreammappings"),
        new("generations"),
        new("tag-following"),
        new("tag-following-chains"),
        new("tag-cycles"),
        new("reference-and-lookup-policy"),
    ];

    /// <summary>The folder beside the clone that the recordings lie in; not every machine has it.</summary>
    public static string Folder { get; } =
        Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "recordings");

    /// <summary>The requests in the order in which they were sent, with the digests that images have in a registry.</summary>
    public IReadOnlyList<Exchange> Read(RecordedRegistry registry) => Read(Name, registry.Translate);

    /// <summary>
    /// The registry that the scenarios import from: the watch of all images shows each of them whole, and the recording
    /// of the registry's traffic one configuration.
    /// </summary>
    public static RecordedRegistry ReadRegistry()
    {
        var blobs = Read("registry-traffic-single-tag", null)
            .Where(exchange => exchange.Request.Path.Contains("/blobs/", StringComparison.Ordinal))
            .ToDictionary(exchange => exchange.Request.Path.Split('/')[^1], exchange => exchange.Body!);
        return new RecordedRegistry(RecordedObjects.In(Read("imagestream-watch", null)).Images(), blobs);
    }

    public override string ToString() => Name;

    private static IReadOnlyList<Exchange> Read(string name, Func<string, string>? translate) =>
        ExchangeReader.Read(Path.Combine(Folder, name + ".jsonl"), translate);
}
