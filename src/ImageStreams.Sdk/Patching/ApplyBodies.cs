using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Reads the objects of server-side applies.</summary>
public static class ApplyBodies
{
    private const string Prefix = "error decoding YAML: error unmarshaling JSON: while decoding JSON: ";

    /// <summary>Reads an applied object, and checks that it is of the kind and has no owners.</summary>
    /// <param name="patch">The apply.</param>
    /// <param name="schema">The structure of the kind.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="PatchException">The text is no such object (<see cref="PatchFailure.BadRequest"/>).</exception>
    public static JsonObject Read(ObjectPatch patch, ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(schema);

        var applied = ReadObject(patch.Utf8Json.Span);
        var (version, kind) = (JsonKinds.GetText(applied["apiVersion"]) ?? "", JsonKinds.GetText(applied["kind"]) ?? "");
        if (version != schema.ApiVersion || kind != schema.Kind)
        {
            throw PatchRefusals.BadRequest($"invalid object type: {(version.Contains('/', StringComparison.Ordinal) ? "" : "/")}{version}, Kind={kind}");
        }

        if (applied["metadata"] is JsonObject metadata && metadata["managedFields"] is not null)
        {
            throw PatchRefusals.BadRequest("metadata.managedFields must be nil");
        }

        return applied;
    }

    private static JsonObject ReadObject(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        var root = DocumentReader.Read(text, Prefix).Root;
        return root is null ? [] : root as JsonObject ?? throw PatchRefusals.BadRequest(
            $"{Prefix}json: cannot unmarshal {JsonKinds.GetJsonName(root)} into Go value of type map[string]interface {{}}");
    }
}
