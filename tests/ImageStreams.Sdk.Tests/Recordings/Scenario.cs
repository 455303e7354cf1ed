using System.Text.Json.Nodes;
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
        new("imagestreamimports"),
        new("import-repository"),
        new("import-manifest-lists"),
        new("import-insecure-mixed"),
        new("import-through-mirrors"),
    ];

    /// <summary>The recordings that show images and tags of the registries.</summary>
    private static readonly string[] Imports =
        ["imagestream-watch", "imagestreamimports", "import-repository", "import-manifest-lists", "import-insecure-mixed"];

    /// <summary>The folder next to the clone that has the recordings; not every machine has it.</summary>
    public static string Folder { get; } =
        Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "recordings");

    /// <summary>The requests in the order in which they were sent, with the digests that images have in a registry.</summary>
    public IReadOnlyList<Exchange> Read(RecordedRegistry registry) => Read(Name, registry.Translate);

    /// <summary>
    /// The registries that the scenarios import from: imports and the watch of all images show each image whole, and the
    /// recording of a registry's traffic one configuration.
    /// </summary>
    /// <param name="own">A further recording that shows tags of the registries; null for none.</param>
    /// <param name="images">Images that no recording shows whole; null for none.</param>
    public static RecordedRegistry ReadRegistry(IReadOnlyList<Exchange>? own = null, IReadOnlyList<JsonObject>? images = null)
    {
        var blobs = Read("registry-traffic-single-tag", null)
            .Where(exchange => exchange.Request.Path.Contains("/blobs/", StringComparison.Ordinal))
            .ToDictionary(exchange => exchange.Request.Path.Split('/')[^1], exchange => exchange.Body!);
        var exchanges = Imports.SelectMany(name => Read(name, null)).Concat(own ?? []).ToList();
        return new RecordedRegistry([.. RecordedObjects.In(exchanges).Images(), .. images ?? []], blobs, RecordedTags.In(exchanges));
    }

    public override string ToString() => Name;

    private static IReadOnlyList<Exchange> Read(string name, Func<string, string>? translate) =>
        ExchangeReader.Read(Path.Combine(Folder, name + ".jsonl"), translate);
}
