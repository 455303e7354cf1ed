using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Writes groups, versions and resources at once, as <c>apidiscovery.k8s.io</c> has them.</summary>
internal static class AggregatedDiscovery
{
    /// <summary>Writes groups; the core group has no name.</summary>
    public static JsonObject Write(IEnumerable<DiscoveryGroup> groups, DiscoveryFormat format) => new()
    {
        ["kind"] = "APIGroupDiscoveryList",
        ["apiVersion"] = $"apidiscovery.k8s.io/{DiscoveryFormats.GetVersion(format)}",
        ["metadata"] = new JsonObject(),
        ["items"] = new JsonArray([.. groups.Select(WriteGroup)]),
    };

    private static JsonObject WriteGroup(DiscoveryGroup group) => new()
    {
        ["metadata"] = group.Name.Length == 0 ? new JsonObject() : new JsonObject { ["name"] = group.Name },
        ["versions"] = new JsonArray([.. group.Versions.Select(WriteVersion)]),
    };

    private static JsonObject WriteVersion(DiscoveryVersion version) => new()
    {
        ["version"] = version.Version,
        ["resources"] = new JsonArray([.. version.Resources.Select(WriteResource)]),
        ["freshness"] = "Current",
    };

    private static JsonObject WriteResource(ResourceDefinition definition)
    {
        var json = new JsonObject
        {
            ["resource"] = definition.Plural,
            ["responseKind"] = WriteKind(definition, null, definition.Kind),
            ["scope"] = definition.IsNamespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = definition.Singular,
            ["verbs"] = DiscoveryJson.WriteVerbs(definition),
        };
        DiscoveryJson.AddTexts(json, "shortNames", definition.ShortNames);
        DiscoveryJson.AddTexts(json, "categories", definition.Categories);
        if (!definition.Subresources.IsEmpty)
        {
            var subresources = definition.Subresources.OrderBy(static one => one.Name, StringComparer.Ordinal);
            json["subresources"] = new JsonArray([.. subresources.Select(one => WriteSubresource(definition, one))]);
        }

        return json;
    }

    private static JsonObject WriteSubresource(ResourceDefinition definition, SubresourceDefinition subresource) => new()
    {
        ["subresource"] = subresource.Name,
        ["responseKind"] = WriteKind(definition, subresource.ApiVersion, subresource.Kind),
        ["verbs"] = DiscoveryJson.WriteTexts(subresource.Verbs.Order(StringComparer.Ordinal)),
    };

    /// <summary>Writes a kind; group and version are empty when they are those of the list around it, other than for custom resources.
    /// </summary>
    private static JsonObject WriteKind(ResourceDefinition definition, string? apiVersion, string kind)
    {
        var isOfList = (apiVersion ?? definition.ApiVersion) == definition.ApiVersion && !definition.IsCustomResource;
        var (group, version) = isOfList ? ("", "") : DiscoveryVersion.Split(apiVersion ?? definition.ApiVersion);
        return new JsonObject { ["group"] = group, ["version"] = version, ["kind"] = kind };
    }
}
