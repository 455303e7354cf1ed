using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>Removes the fields of custom resources that their schema does not have.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal static class StructuralPruning
{
    private static readonly HashSet<string> OfEveryObject = ["apiVersion", "kind", "metadata"];

    /// <summary>Removes unknown fields of a custom resource in place.</summary>
    public static void Prune(JsonObject value, StructuralSchema schema) => Visit(value, schema, new Found(null, IsRoot: true, ""));

    /// <summary>Finds the paths of unknown fields, such as <c>spec.bogus</c>, and leaves them where they are.</summary>
    public static IReadOnlyList<string> FindUnknown(JsonObject value, StructuralSchema schema)
    {
        var paths = new List<string>();
        Visit(value, schema, new Found(paths, IsRoot: true, ""));
        return paths;
    }

    private static void Visit(JsonNode? node, StructuralSchema schema, Found found)
    {
        if (node is JsonArray items && schema.Items is not null)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Visit(items[i], schema.Items, found.At(string.Create(CultureInfo.InvariantCulture, $"{found.Path}[{i}]")));
            }
        }
        else if (node is JsonObject value)
        {
            VisitFields(value, schema, found);
        }
    }

    private static void VisitFields(JsonObject value, StructuralSchema schema, Found found)
    {
        foreach (var (name, node) in value.ToList())
        {
            var path = found.Path.Length == 0 ? name : $"{found.Path}.{name}";
            if ((found.IsRoot || schema.IsEmbedded) && OfEveryObject.Contains(name))
            {
                continue;
            }

            if (schema.FindField(name) is { } field)
            {
                Visit(node, field, found.At(path));
            }
            else if (!schema.PreservesUnknown)
            {
                found.Take(value, name, path);
            }
        }
    }

    /// <summary>A place, and the list of the unknown fields; they are removed where there is none.</summary>
    private readonly record struct Found(List<string>? Paths, bool IsRoot, string Path)
    {
        public Found At(string path) => this with { IsRoot = false, Path = path };

        public void Take(JsonObject owner, string name, string path)
        {
            if (Paths is null)
            {
                owner.Remove(name);
            }
            else
            {
                Paths.Add(path);
            }
        }
    }
}
