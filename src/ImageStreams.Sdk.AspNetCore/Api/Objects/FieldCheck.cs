using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Compares an object with its schema: unknown fields, and values of another type.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal sealed class FieldCheck
{
    private const string MicroTime = "yyyy-MM-dd'T'HH:mm:ss.ffffffK";

    private readonly List<string> _unknown = [];

    private FieldCheck()
    {
    }

    /// <summary>The paths of unknown fields, such as <c>spec.tags[0].bogus</c>, in the order of the text.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>The first value of another type, as a sentence like that of a Go server; null when there is none.</summary>
    public string? WrongType { get; private set; }

    /// <summary>Checks an object.</summary>
    public static FieldCheck Run(JsonObject value, FieldSchema.Struct type)
    {
        var check = new FieldCheck();
        check.VisitObject(value, type, "");
        return check;
    }

    /// <summary>Adds the paths of fields that are unknown for another reason.</summary>
    public void AddUnknown(IEnumerable<string> paths) => _unknown.AddRange(paths);

    private void VisitObject(JsonObject value, FieldSchema.Struct type, string path)
    {
        foreach (var (name, node) in value)
        {
            var field = path.Length == 0 ? name : $"{path}.{name}";
            if (!type.Fields.TryGetValue(name, out var schema))
            {
                _unknown.Add(field);
            }
            else if (node is not null)
            {
                Visit(node, schema, field);
            }
        }
    }

    private void Visit(JsonNode node, FieldSchema schema, string path)
    {
        switch (schema)
        {
            case FieldSchema.Struct type when node is JsonObject value:
                VisitObject(value, type, path);
                break;
            case FieldSchema.List list when node is JsonArray items:
                VisitItems(items, list.Items, path);
                break;
            case FieldSchema.Map map when node is JsonObject values:
                VisitValues(values, map.Values, path);
                break;
            case FieldSchema.Value type when Fits(type.Kind, node):
                CheckTime(node, type);
                break;
            default:
                WrongType ??= $"json: cannot unmarshal {Describe(node)} into Go struct field {path}";
                break;
        }
    }

    private void CheckTime(JsonNode node, FieldSchema.Value type)
    {
        var isWrong = type.Name == FieldSchema.Value.MicroTime.Name
            && !DateTimeOffset.TryParseExact(node.GetValue<string>(), MicroTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (isWrong)
        {
            WrongType ??= $"parsing time {node.ToJsonString()}: it is no time with six digits after the second";
        }
    }

    private void VisitItems(JsonArray items, FieldSchema type, string path)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item)
            {
                Visit(item, type, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            }
        }
    }

    private void VisitValues(JsonObject values, FieldSchema type, string path)
    {
        foreach (var (key, node) in values)
        {
            if (node is not null)
            {
                Visit(node, type, $"{path}.{key}");
            }
        }
    }

    private static bool Fits(ValueKind kind, JsonNode node) => (kind, node.GetValueKind()) switch
    {
        (ValueKind.Any, _) => true,
        (ValueKind.String, JsonValueKind.String) => true,
        (ValueKind.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
        (ValueKind.Number, JsonValueKind.Number) => true,
        (ValueKind.Integer, JsonValueKind.Number) => long.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static string Describe(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
