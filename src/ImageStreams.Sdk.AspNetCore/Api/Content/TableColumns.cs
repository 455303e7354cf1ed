using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>The columns of the tables of resources: the name, and then those of the resource.</summary>
internal static class TableColumns
{
    private static readonly ResourceColumn Name = new()
    {
        Name = "Name",
        Format = "name",
        Description = "The name of the object, unique among the objects of its kind in its namespace.",
        Read = static (json, _) => ReadMetadata(json, "name"),
    };

    private static readonly ResourceColumn Created = new()
    {
        Name = "Created At",
        Type = "date",
        Description = "The time at which the object was created, in RFC 3339 form and in UTC.",
        Read = static (json, _) => ReadMetadata(json, "creationTimestamp"),
    };

    private static readonly ConditionalWeakTable<ResourceDefinition, StrongBox<ValueList<ResourceColumn>>> Known = [];

    public static ValueList<ResourceColumn> Find(ResourceDefinition resource) =>
        Known.GetValue(resource, static resource => new StrongBox<ValueList<ResourceColumn>>(Create(resource))).Value;

    private static ValueList<ResourceColumn> Create(ResourceDefinition resource) =>
        resource.Columns.IsEmpty ? [Name, Created] : [Name, .. resource.Columns];

    private static JsonValue? ReadMetadata(JsonElement json, string field) =>
        json.TryGetProperty("metadata"u8, out var metadata) && metadata.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.String
            ? JsonValue.Create(value.GetString())
            : null;
}
