using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the patches of requests.</summary>
internal static class PatchBodies
{
    /// <summary>Requires that a kind knows the type of a patch.</summary>
    /// <exception cref="ApiException">It does not (415).</exception>
    public static ObjectPatch Require(ResourceRequest request, ObjectKind kind)
    {
        var patch = request.Patch!;
        return patch.Type == PatchType.StrategicMerge && kind.IsCustomResource
            ? throw ServedErrors.Create(ApiFailure.Unknown, 415, "UnsupportedMediaType", "415: Unsupported Media Type")
            : patch;
    }

    /// <summary>Reads the object of an apply.</summary>
    /// <exception cref="ApiException">The text is no object of the kind, or names owners (400).</exception>
    public static JsonObject ReadApplied(ObjectPatch patch, ResourceDefinition definition, ResourceRequest request)
    {
        var applied = Parse(patch);
        var (version, type) = (applied.FindText("apiVersion") ?? "", applied.FindText("kind") ?? "");
        if (version != definition.ApiVersion || type != definition.Kind)
        {
            throw ServedErrors.BadRequest($"invalid object type: {(version.Length == 0 ? "/" : version)}, Kind={type}");
        }

        if (applied.FindObject("metadata") is { } metadata)
        {
            if (metadata["managedFields"] is not null)
            {
                throw ServedErrors.BadRequest("metadata.managedFields must be nil");
            }

            metadata.Remove("managedFields");
        }

        ObjectRequests.RequireNamespace(applied, request);
        return applied;
    }

    private static JsonObject Parse(ObjectPatch patch)
    {
        try
        {
            var json = JsonNode.Parse(patch.Utf8Json.Span.IsEmpty ? "{}"u8 : patch.Utf8Json.Span);
            JsonTexts.Require(json);
            return json switch
            {
                null => [],
                JsonObject applied => applied,
                _ => throw ServedErrors.BadRequest("error decoding YAML: the text is not an object"),
            };
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            throw ServedErrors.BadRequest($"error decoding YAML: {e.Message}");
        }
    }
}
