using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>All documents that say what is served; written once for the resources of a moment.</summary>
internal sealed class DiscoveryDocuments
{
    private const string Json = "application/json";
    private const string NotCached = "no-cache, private";
    private const string NotStored = "no-cache, private, no-store";

    private readonly Dictionary<DiscoveryFormat, DiscoveryDocument> _core;
    private readonly Dictionary<DiscoveryFormat, DiscoveryDocument> _groups;
    private readonly Dictionary<string, DiscoveryDocument> _byGroup;
    private readonly Dictionary<string, DiscoveryDocument> _byVersion;

    public DiscoveryDocuments(IReadOnlyList<ServedResource> resources)
    {
        var all = DiscoveryGroup.Arrange(resources);
        var core = all.Where(static group => group.Name.Length == 0).ToList();
        var named = all.Where(static group => group.Name.Length > 0).ToList();
        _core = CreateForms(core, DiscoveryJson.WriteVersions(core.SelectMany(static group => group.Versions.Select(static one => one.Version)), ""));
        _groups = CreateForms(named, DiscoveryJson.WriteGroups(named));
        _byGroup = named.ToDictionary(static group => group.Name, static group => CreatePlain(DiscoveryJson.WriteGroup(group), NotCached));
        _byVersion = all
            .SelectMany(static group => group.Versions)
            .ToDictionary(static version => version.ApiVersion, static version => CreatePlain(DiscoveryJson.WriteResources(version), NotStored));
    }

    /// <summary>Gets the versions of the core group.</summary>
    public DiscoveryDocument GetCore(DiscoveryFormat format) => _core[format];

    /// <summary>Gets all other groups.</summary>
    public DiscoveryDocument GetGroups(DiscoveryFormat format) => _groups[format];

    /// <summary>Finds one group; null when it is not served.</summary>
    public DiscoveryDocument? FindGroup(string name) => _byGroup.GetValueOrDefault(name);

    /// <summary>Finds the resources of a version; null when it is not served.</summary>
    public DiscoveryDocument? FindVersion(string apiVersion) => _byVersion.GetValueOrDefault(apiVersion);

    private static Dictionary<DiscoveryFormat, DiscoveryDocument> CreateForms(List<DiscoveryGroup> groups, JsonObject plain) => new()
    {
        [DiscoveryFormat.Plain] = CreatePlain(plain, NotCached),
        [DiscoveryFormat.Aggregated] = CreateAggregated(groups, DiscoveryFormat.Aggregated),
        [DiscoveryFormat.AggregatedBeta] = CreateAggregated(groups, DiscoveryFormat.AggregatedBeta),
    };

    private static DiscoveryDocument CreateAggregated(List<DiscoveryGroup> groups, DiscoveryFormat format) =>
        new(AggregatedDiscovery.Write(groups, format))
        {
            ContentType = DiscoveryFormats.GetContentType(format),
            CacheControl = "public",
            HasTag = true,
        };

    private static DiscoveryDocument CreatePlain(JsonNode json, string cacheControl) =>
        new(json) { ContentType = Json, CacheControl = cacheControl };
}
