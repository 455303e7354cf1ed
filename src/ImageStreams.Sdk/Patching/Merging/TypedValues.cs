using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Finds the values of an object that do not have the type of their field.</summary>
/// <remarks>At most 100, each as its path and the reason.</remarks>
internal sealed class TypedValues
{
    private const int MaxErrors = 100;

    private readonly List<string> _errors = [];

    private TypedValues()
    {
    }

    /// <summary>Returns the errors, in the order of the object.</summary>
    public static IReadOnlyList<string> FindErrors(FieldSchema schema, JsonObject value)
    {
        var values = new TypedValues();
        values.Check(schema, value, "");
        return values._errors;
    }

    private void Check(FieldSchema schema, JsonNode? value, string path)
    {
        if (value is null || _errors.Count >= MaxErrors)
        {
            return;
        }

        switch (FieldTypes.Resolve(schema, value))
        {
            case FieldSchema.Value type:
                CheckKind(type.Kind, value, path);
                break;
            case FieldSchema.List list:
                CheckItems(list, value, path);
                break;
            case var type:
                CheckMembers(type, value, path);
                break;
        }
    }

    private void CheckKind(ValueKind kind, JsonNode value, string path)
    {
        var actual = value.GetValueKind();
        var (type, isRight) = kind switch
        {
            ValueKind.String => ("string", actual == JsonValueKind.String),
            ValueKind.Boolean => ("boolean", actual is JsonValueKind.True or JsonValueKind.False),
            ValueKind.Any => ("any", true),
            _ => ("numeric (int or float)", actual == JsonValueKind.Number),
        };
        if (!isRight)
        {
            Add(path, TypedValueTexts.Expected(type, GetName(actual)));
        }
    }

    private void CheckMembers(FieldSchema schema, JsonNode value, string path)
    {
        if (value is not JsonObject fields)
        {
            Add(path, TypedValueTexts.Expected("map", GetName(value.GetValueKind())));
            return;
        }

        foreach (var (name, member) in fields)
        {
            if (FieldTypes.FindMember(schema, name) is { } type)
            {
                Check(type, member, $"{path}.{name}");
            }
            else
            {
                Add($"{path}.{name}", TypedValueTexts.Undeclared);
            }
        }
    }

    private void CheckItems(FieldSchema.List list, JsonNode value, string path)
    {
        if (value is not JsonArray items)
        {
            Add(path, TypedValueTexts.Expected("list", GetName(value.GetValueKind())));
            return;
        }

        var seen = new HashSet<FieldElement>();
        for (var i = 0; i < items.Count; i++)
        {
            var element = FieldElement.At(i);
            if (list.Kind != ListKind.Atomic)
            {
                if (ListItems.TryFind(list, items[i], out var found) is { } reason)
                {
                    Add(path, TypedValueTexts.Element(i, reason));
                    return;
                }

                element = found!;
                AddDuplicate(seen, element, path);
            }

            Check(list.Items, items[i], $"{path}{element}");
        }
    }

    private void AddDuplicate(HashSet<FieldElement> seen, FieldElement element, string path)
    {
        if (!seen.Add(element))
        {
            Add(path, TypedValueTexts.Duplicate(element));
        }
    }

    private void Add(string path, string reason) => _errors.Add($"{path}: {reason}");

    private static string GetName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "map",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };
}
