namespace ImageStreams.AspNetCore;

/// <summary>A group of resources, with its versions; the first is the preferred one.</summary>
internal sealed record DiscoveryGroup(string Name, IReadOnlyList<DiscoveryVersion> Versions)
{
    /// <summary>Arranges resources by groups and versions in the order in which they are registered, and inside by name.</summary>
    public static IReadOnlyList<DiscoveryGroup> Arrange(IReadOnlyList<ServedResource> resources) =>
    [
        .. resources
            .Select(static resource => resource.Definition)
            .GroupBy(static definition => definition.Group)
            .Select(static group => new DiscoveryGroup(group.Key, [.. group.GroupBy(one => one.Version).Select(version => CreateVersion(group.Key, version))])),
    ];

    private static DiscoveryVersion CreateVersion(string group, IGrouping<string, ResourceDefinition> definitions) =>
        new(group, definitions.Key, [.. definitions.OrderBy(static definition => definition.Plural, StringComparer.Ordinal)]);
}
