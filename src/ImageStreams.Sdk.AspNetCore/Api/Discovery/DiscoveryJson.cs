using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the old lists of versions, groups and resources.</summary>
internal static class DiscoveryJson
{
    private const int HashBytes = 8;

    /// <summary>The verbs of custom resources, in their order.</summary>
    private static readonly string[] CustomVerbs =
    [
        ResourceVerbs.Delete, ResourceVerbs.DeleteCollection, ResourceVerbs.Get, ResourceVerbs.List,
        ResourceVerbs.Patch, ResourceVerbs.Create, ResourceVerbs.Update, ResourceVerbs.Watch,
    ];

    /// <summary>Writes the versions of the core group.</summary>
    public static JsonObject WriteVersions(IEnumerable<string> versions, string serverAddress) => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = WriteTexts(versions),
        ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = serverAddress }),
    };

    /// <summary>Writes all groups but the core group.</summary>
    public static JsonObject WriteGroups(IEnumerable<DiscoveryGroup> groups) => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. groups.Select(group => Write(new JsonObject(), group))]),
    };

    /// <summary>Writes one group.</summary>
    public static JsonObject WriteGroup(DiscoveryGroup group) => Write(new JsonObject { ["kind"] = "APIGroup", ["apiVersion"] = "v1" }, group);

    /// <summary>Writes the resources of a version, each followed by its subresources.</summary>
    public static JsonObject WriteResources(DiscoveryVersion version) => new()
    {
        ["kind"] = "APIResourceList",
        ["apiVersion"] = "v1",
        ["groupVersion"] = version.ApiVersion,
        ["resources"] = new JsonArray([.. version.Resources.SelectMany(WriteResource)]),
    };

    /// <summary>Writes texts as a list.</summary>
    public static JsonArray WriteTexts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);

    /// <summary>Writes the verbs of a resource.</summary>
    public static JsonArray WriteVerbs(ResourceDefinition definition) => WriteTexts(definition.IsCustomResource
        ? definition.Verbs.OrderBy(static verb => Array.IndexOf(CustomVerbs, verb))
        : definition.Verbs.Order(StringComparer.Ordinal));

    private static JsonObject Write(JsonObject json, DiscoveryGroup group)
    {
        json["name"] = group.Name;
        json["versions"] = new JsonArray([.. group.Versions.Select(WriteVersion)]);
        json["preferredVersion"] = WriteVersion(group.Versions[0]);
        return json;
    }

    private static JsonObject WriteVersion(DiscoveryVersion version) => new() { ["groupVersion"] = version.ApiVersion, ["version"] = version.Version };

    private static IEnumerable<JsonObject> WriteResource(ResourceDefinition definition) =>
        definition.Subresources.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => WriteSubresource(definition, one)).Prepend(WriteMain(definition));

    private static JsonObject WriteMain(ResourceDefinition definition)
    {
        var json = new JsonObject
        {
            ["name"] = definition.Plural,
            ["singularName"] = definition.Singular,
            ["namespaced"] = definition.IsNamespaced,
            ["kind"] = definition.Kind,
            ["verbs"] = WriteVerbs(definition),
        };
        AddTexts(json, "shortNames", definition.ShortNames);
        AddTexts(json, "categories", definition.Categories);
        if (definition.Verbs.Contains(ResourceVerbs.Watch))
        {
            json["storageVersionHash"] = GetStorageHash(definition);
        }

        return json;
    }

    /// <summary>Adds a list that is left out when it is empty.</summary>
    public static void AddTexts(JsonObject json, string name, ValueList<string> texts)
    {
        if (!texts.IsEmpty)
        {
            json[name] = WriteTexts(texts);
        }
    }

    private static JsonObject WriteSubresource(ResourceDefinition definition, SubresourceDefinition subresource)
    {
        var json = new JsonObject { ["name"] = $"{definition.Plural}/{subresource.Name}", ["singularName"] = "", ["namespaced"] = definition.IsNamespaced };
        if (subresource.ApiVersion is { } apiVersion && apiVersion != definition.ApiVersion)
        {
            var (group, version) = DiscoveryVersion.Split(apiVersion);
            json["group"] = group;
            json["version"] = version;
        }

        json["kind"] = subresource.Kind;
        json["verbs"] = WriteTexts(subresource.Verbs.Order(StringComparer.Ordinal));
        return json;
    }

    /// <summary>Gets the hash by which clients see that objects are stored in another version.</summary>
    private static string GetStorageHash(ResourceDefinition definition) => Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{definition.Group}/{definition.Version}/{definition.Kind}")), 0, HashBytes);
}
