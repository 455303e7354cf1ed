using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The OpenAPI documents of an application, each built when it is first asked for.</summary>
internal sealed class OpenApiDocuments
{
    private const string Json = "application/json";
    private const string NotCached = "no-cache, private";
    private const string Immutable = "no-cache, private, public, immutable";
    private const string ProtobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private readonly Dictionary<string, Lazy<DiscoveryDocument>> _byVersion;
    private readonly Lazy<DiscoveryDocument> _index;
    private readonly Lazy<JsonObject> _v2;
    private readonly Lazy<DiscoveryDocument> _json;
    private readonly Lazy<DiscoveryDocument> _protobuf;

    public OpenApiDocuments(IReadOnlyList<ServedResource> resources)
    {
        var versions = DiscoveryGroup.Arrange(resources).SelectMany(static group => group.Versions).ToList();
        _byVersion = versions.ToDictionary(GetPath, static version => new Lazy<DiscoveryDocument>(() => CreateV3(version)));
        _index = new(CreateIndex);
        _v2 = new(() => OpenApiBuilder.BuildV2(versions.SelectMany(static version => version.Resources)));
        _json = new(() => new DiscoveryDocument(_v2.Value) { ContentType = Json, CacheControl = NotCached, HasTag = true });
        _protobuf = new(() => new DiscoveryDocument(OpenApiProtobuf.Write(_v2.Value)) { ContentType = ProtobufType, CacheControl = NotCached, HasTag = true });
    }

    /// <summary>The list of the documents of OpenAPI 3, with their hashes.</summary>
    public DiscoveryDocument Index => _index.Value;

    /// <summary>The document of OpenAPI 2 as JSON.</summary>
    public DiscoveryDocument V2 => _json.Value;

    /// <summary>The document of OpenAPI 2 as protobuf.</summary>
    public DiscoveryDocument V2Protobuf => _protobuf.Value;

    /// <summary>Finds the document of a version by its path, such as <c>apis/image.openshift.io/v1</c>; null when it is not
    /// served.</summary>
    public DiscoveryDocument? Find(string path) => _byVersion.GetValueOrDefault(path)?.Value;

    private DiscoveryDocument CreateIndex()
    {
        var paths = _byVersion.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => KeyValuePair.Create(
            one.Key, (JsonNode?)new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{one.Key}?hash={one.Value.Value.Hash}" }));
        return new DiscoveryDocument(new JsonObject { ["paths"] = new JsonObject(paths) })
        {
            ContentType = "text/plain; charset=utf-8",
            CacheControl = NotCached,
            HasTag = true,
        };
    }

    private static DiscoveryDocument CreateV3(DiscoveryVersion version) =>
        new(OpenApiBuilder.BuildV3(version.Resources)) { ContentType = Json, CacheControl = Immutable, HasTag = true };

    private static string GetPath(DiscoveryVersion version) => version.Group.Length == 0 ? $"api/{version.Version}" : $"apis/{version.ApiVersion}";
}
