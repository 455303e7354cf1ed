using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Writes groups of fields as the <c>fieldsV1</c> of an entry in <c>managedFields</c>, and reads them back.</summary>
internal static class OwnedFieldsText
{
    private static readonly (string Part, string Name, OwnedFields Field)[] All =
    [
        ("f:metadata", "f:annotations", OwnedFields.Annotations),
        ("f:metadata", "f:finalizers", OwnedFields.Finalizers),
        ("f:metadata", "f:generateName", OwnedFields.GenerateName),
        ("f:metadata", "f:labels", OwnedFields.Labels),
        ("f:metadata", "f:ownerReferences", OwnedFields.OwnerReferences),
        ("f:spec", "f:dockerImageRepository", OwnedFields.Repository),
        ("f:spec", "f:lookupPolicy", OwnedFields.LookupPolicy),
        ("f:spec", "f:tags", OwnedFields.Tags),
        ("f:status", "f:dockerImageRepository", OwnedFields.StatusRepository),
        ("f:status", "f:publicDockerImageRepository", OwnedFields.StatusPublicRepository),
        ("f:status", "f:tags", OwnedFields.StatusTags),
    ];

    public static RawJson Write(OwnedFields fields)
    {
        var parts = All
            .Where(one => fields.HasFlag(one.Field))
            .GroupBy(one => one.Part, one => $"\"{one.Name}\":{{}}")
            .Select(part => $"\"{part.Key}\":{{{string.Join(',', part)}}}");
        return RawJson.Parse($"{{{string.Join(',', parts)}}}");
    }

    public static OwnedFields Read(RawJson json)
    {
        using var document = JsonDocument.Parse(json.ToString());
        var root = document.RootElement;
        return All
            .Where(one => root.TryGetProperty(one.Part, out var part) && part.TryGetProperty(one.Name, out _))
            .Aggregate(OwnedFields.None, (fields, one) => fields | one.Field);
    }
}
